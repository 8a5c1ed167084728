//! The fixes of diagnostics, written to the files.

use super::error::IoTask;
use super::files::{self, Mended};
use super::session::Session;
use crate::diagnostic::{diff, fix};
use crate::message;
use crate::sanitize::quoted;
use crate::workspace::Workspace;

/// The result of a repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Repaired {
    /// The number of fixes that were made.
    pub(super) fixes: usize,
    /// The number of files that were left alone.
    pub(super) refused: usize,
}

/// All fixes as a unified diff.
pub(super) fn fixes_as_diff(workspace: &Workspace) -> String {
    let changed = workspace.fixes().into_iter().map(|(source, fixes)| {
        let source = workspace.sources().get(source);
        diff::unified(&source.full_path(), source.text(), &fix::apply(source.text(), &fixes))
    });
    changed.collect()
}

/// Writes all fixes, each file as a whole; a file that cannot be repaired is named on stderr.
pub(super) fn repair(workspace: &Workspace, session: &mut Session<'_>) -> anyhow::Result<Repaired> {
    let mut repaired = Repaired::default();
    for (source, fixes) in workspace.fixes() {
        let source = workspace.sources().get(source);
        let path = session.env.folder.join(source.full_path());
        let new = fix::apply(source.text(), &fixes);
        let name = quoted(&source.full_path());
        let complaint = match files::mend(&path, source.text().as_bytes(), new.as_bytes()) {
            Ok(Mended::Now) => {
                repaired.fixes += fixes.len();
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
        repaired.refused += 1;
    }
    Ok(repaired)
}
