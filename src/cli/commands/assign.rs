//! `plan assign`: a new lead.

use crate::cli::args::ChangeArgs;
use crate::cli::changing::{last_of, propose_change};
use crate::cli::editing::edit;
use crate::cli::error::Outcome;
use crate::cli::session::Session;
use crate::message;

pub(in crate::cli) fn run(args: &ChangeArgs, session: &mut Session<'_>) -> Outcome {
    let missing = message!("thiếu đơn vị chủ trì mới", "the new lead is missing");
    let (lead, items) = last_of(args, &missing)?;
    edit(session, args.write.dry_run, |session, workspace| {
        propose_change("plan assign", items, args, session, workspace, |reader| {
            Ok(Some(reader.line.argument(lead)))
        })
    })
}
