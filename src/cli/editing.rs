//! Commands that write into plans: read, propose, check, show, write; once more if somebody else was faster.

use std::time::{Duration, Instant};

use super::error::{CliError, Outcome};
use super::files::Mended;
use super::format::{EDIT_FORMATS, Form, answer_format};
use super::refused::{refuse, tell};
use super::select::leave_out;
use super::session::Session;
use super::writing::write_all;
use crate::edit::{EditRefusal, FileChange, Proposal};
use crate::json::EditJson;
use crate::json_writer::write_json;
use crate::message;
use crate::sanitize::{quoted, visible};
use crate::workspace::Workspace;

/// Longest time in which a command begins anew because somebody else changes the same files.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);

/// A proposal, or the reason why there is none; the error of a command line that cannot be read.
pub(super) type Proposed = anyhow::Result<Result<Proposal, EditRefusal>>;

/// Runs a command that writes: `propose` makes its changes from the plans as they are read.
pub(super) fn edit(
    session: &mut Session<'_>,
    is_dry_run: bool,
    propose: impl Fn(&mut Session<'_>, &mut Workspace) -> Proposed,
) -> Outcome {
    let is_json = is_json(session)?;
    let begun = Instant::now();
    loop {
        let mut workspace = session.open(&[], false)?;
        leave_out(session, &workspace, &[])?;
        let proposal = match propose(session, &mut workspace)? {
            Ok(proposal) => proposal,
            Err(refusal) => return refuse(session, &workspace, refusal),
        };
        if !is_dry_run && !proposal.files.is_empty() {
            match write_all(&session.env.folder, &proposal.files)? {
                Mended::Now | Mended::Already => {}
                Mended::Changed if begun.elapsed() < PATIENCE => continue,
                Mended::Changed | Mended::Busy => return Err(busy(&proposal.files).into()),
            }
        }
        tell(session, &proposal.warnings)?;
        print(session, &proposal, is_dry_run, is_json)?;
        return Ok(0);
    }
}

/// Returns true if the answer is JSON; the other format of these commands is text.
pub(super) fn is_json(session: &Session<'_>) -> Result<bool, CliError> {
    let form = answer_format(session.format.as_deref(), session.output.as_deref())?;
    let name = form.row().name;
    if EDIT_FORMATS.contains(&name) {
        return Ok(form == Form::Json);
    }
    Err(CliError::usage(message!("lệnh này không in dạng {name}", "this command does not print {name}"))
        .hint(EDIT_FORMATS.join(", ")))
}

/// Prints the changes: in a dry run the diff is the answer, else the names of the files.
fn print(
    session: &mut Session<'_>,
    proposal: &Proposal,
    is_dry_run: bool,
    is_json: bool,
) -> anyhow::Result<()> {
    let diff: String = proposal.files.iter().map(crate::edit::FileChange::diff).collect();
    if !is_dry_run && !session.quiet {
        session.err.write_all(diff.as_bytes())?;
    }
    if let count @ 1.. = proposal.unchanged {
        session.remark(&message!(
            "đã có sẵn, không ghi lại: {count} mục",
            "there already, not written again: {count}"
        ))?;
    }
    let mut bytes = Vec::new();
    if is_json {
        write_json(&EditJson::new(proposal), &mut bytes)?;
    } else if is_dry_run {
        bytes = diff.into_bytes();
    } else {
        let names = proposal.files.iter().map(|change| format!("{}\n", visible(&change.path)));
        bytes = names.collect::<String>().into_bytes();
    }
    session.answer(&bytes)
}

/// The error that another program changes the same files all the time.
pub(super) fn busy(files: &[FileChange]) -> CliError {
    let names = files.iter().map(|change| quoted(&change.path));
    let names = names.collect::<Vec<_>>().join(", ");
    CliError::usage(message!(
        "{names} đang được chương trình khác sửa; chạy lại",
        "{names} is being changed by another program; run again"
    ))
}
