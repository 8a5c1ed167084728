//! `plan rename`: another id.

use crate::cli::args::RenameArgs;
use crate::cli::editing::{Proposed, edit};
use crate::cli::error::{CliError, Outcome};
use crate::cli::line::TypedLine;
use crate::cli::session::Session;
use crate::edit::{EntryKind, RenameRequest, propose_renaming};
use crate::message;
use crate::workspace::Workspace;

pub(in crate::cli) fn run(args: &RenameArgs, session: &mut Session<'_>) -> Outcome {
    edit(session, args.dry_run, |session, workspace| propose(args, session, workspace))
}

fn propose(args: &RenameArgs, session: &mut Session<'_>, workspace: &mut Workspace) -> Proposed {
    if args.new.trim().is_empty() {
        return Err(CliError::usage(message!("thiếu mã mới", "the new id is missing")).into());
    }
    let mut line = TypedLine::new("plan rename");
    let (entry, new) = (line.argument(&args.id), line.argument(&args.new));
    let kind = line.option("--kind", args.kind.as_ref()).and_then(|kind| EntryKind::from_name(&kind.value));
    let request = RenameRequest { entry, new, kind };
    Ok(propose_renaming(workspace, &line.finish(session, args.dry_run), &request))
}
