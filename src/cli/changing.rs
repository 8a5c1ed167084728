//! Commands that write an entry of `changes`: a new deadline, a drop, a new lead.

use super::args::ChangeArgs;
use super::editing::Proposed;
use super::error::CliError;
use super::request::RequestReader;
use super::session::Session;
use crate::edit::{Given, propose_entries};
use crate::language::Message;
use crate::parse::Key;
use crate::workspace::Workspace;

/// Takes the last argument from the items.
///
/// # Errors
/// A usage error if no item is left.
pub(super) fn last_of<'a>(
    args: &'a ChangeArgs,
    missing: &Message,
) -> Result<(&'a String, &'a [String]), CliError> {
    match args.items.split_last() {
        Some((last, items)) if !items.is_empty() => Ok((last, items)),
        _ => Err(CliError::usage(missing.clone())),
    }
}

/// Proposes entries of `changes`; `read` adds what the command itself says, and returns the new lead if it gives one.
pub(super) fn propose_change(
    command: &str,
    items: &[String],
    args: &ChangeArgs,
    session: &mut Session<'_>,
    workspace: &mut Workspace,
    read: impl FnOnce(&mut RequestReader<'_>) -> Result<Option<Given<String>>, CliError>,
) -> Proposed {
    let mut reader = RequestReader::new(command, session, workspace, items)?;
    let items = reader.line.arguments(items);
    let lead = read(&mut reader)?;
    reader.choose(&args.unit, &args.period);
    reader.text(Key::By, "--by", args.by.as_ref());
    reader.text(Key::Reason, "--reason", args.reason.as_ref());
    let (request, line) = reader.finish(Key::Changes, items, lead, args.write.date.as_ref(), session)?;
    Ok(propose_entries(workspace, &line.finish(session, args.write.dry_run), &request))
}
