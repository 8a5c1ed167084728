//! The fixes of diagnostics, written to the files.

use std::collections::BTreeMap;

use super::error::IoTask;
use super::files::{self, Mended};
use super::session::Session;
use crate::diagnostic::render::RunFailure;
use crate::diagnostic::{diff, fix};
use crate::message;
use crate::sanitize::quoted;
use crate::workspace::Workspace;

/// A repair ends after this number of rounds; two fixes of one value already need two.
const ROUNDS: usize = 16;

/// The result of a repair.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Repaired {
    /// The number of fixes that were made.
    pub(super) fixes: usize,
    /// The files that were left alone.
    pub(super) refused: Vec<RunFailure>,
}

/// A file before and after its fixes.
struct RepairedText {
    old: String,
    new: String,
    fixes: usize,
}

/// All fixes as a unified diff.
pub(super) fn fixes_as_diff(workspace: &mut Workspace) -> String {
    let changed = repaired_texts(workspace);
    changed.iter().map(|(path, text)| diff::unified(path, &text.old, &text.new)).collect()
}

/// Writes all fixes, each file as a whole; a file that cannot be repaired is named on stderr.
///
/// The workspace has the repaired texts then, also those that could not be written.
pub(super) fn repair(workspace: &mut Workspace, session: &mut Session<'_>) -> anyhow::Result<Repaired> {
    let mut repaired = Repaired::default();
    for (full_path, text) in repaired_texts(workspace) {
        let path = session.env.folder.join(&full_path);
        let name = quoted(&full_path);
        let complaint = match files::mend(&path, text.old.as_bytes(), text.new.as_bytes()) {
            Ok(Mended::Now) => {
                repaired.fixes += text.fixes;
                continue;
            }
            Ok(Mended::Already) => continue,
            // Their work is not ours to undo.
            Ok(Mended::Changed) => {
                message!("{name} đã đổi trong lúc đọc; chạy lại", "{name} changed meanwhile; run again")
            }
            Ok(Mended::Busy) => message!(
                "{name} đang được chương trình khác sửa; chạy lại",
                "{name} is being changed by another program; run again"
            ),
            Err(error) => IoTask::Write(path).failed(&error),
        };
        session.complain(&complaint)?;
        repaired.refused.push(RunFailure { path: full_path, message: complaint });
    }
    Ok(repaired)
}

/// Applies all fixes to the texts of the workspace, again and again until none is left: of two that overlap the
/// second is made after the first, and a fix can bring a fault to light that has one of its own.
///
/// Returns the files that changed by their paths from the current folder.
fn repaired_texts(workspace: &mut Workspace) -> BTreeMap<String, RepairedText> {
    let mut changed: BTreeMap<String, RepairedText> = BTreeMap::new();
    for _ in 0..ROUNDS {
        let mut made = Vec::new();
        for (source, fixes) in workspace.fixes() {
            let source = workspace.sources().get(source);
            let chosen = fix::choose(source.text(), &fixes);
            let new = fix::apply(source.text(), &chosen);
            if new != source.text() {
                made.push((source.full_path(), source.text().to_owned(), new, chosen.len()));
            }
        }
        if made.is_empty() {
            break;
        }
        for (path, old, new, fixes) in made {
            workspace.update(&path, new.clone());
            let text = changed.entry(path).or_insert(RepairedText { old, new: String::new(), fixes: 0 });
            text.new = new;
            text.fixes += fixes;
        }
    }
    changed
}
