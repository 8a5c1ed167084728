//! `plan drop`: work that is no longer to be done.

use crate::cli::args::ChangeArgs;
use crate::cli::changing::propose_change;
use crate::cli::editing::edit;
use crate::cli::error::Outcome;
use crate::cli::session::Session;
use crate::edit::Given;
use crate::parse::Key;
use crate::parse::emit::NewValue;

pub(in crate::cli) fn run(args: &ChangeArgs, session: &mut Session<'_>) -> Outcome {
    edit(session, args.write.dry_run, |session, workspace| {
        propose_change("plan drop", &args.items, args, session, workspace, |reader| {
            // The command itself says so.
            reader.value(Key::Dropped, Given::new(NewValue::Bool(true), 1));
            Ok(None)
        })
    })
}
