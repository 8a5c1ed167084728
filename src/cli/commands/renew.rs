//! `plan renew`: the plan of the next period.

use crate::cli::args::RenewArgs;
use crate::cli::editing::is_json;
use crate::cli::error::Outcome;
use crate::cli::renewing::{check, check_period, print_renewal, request, write_plan};
use crate::cli::select::leave_out;
use crate::cli::session::Session;
use crate::edit::propose_renewal;

pub(in crate::cli) fn run(args: &RenewArgs, session: &mut Session<'_>) -> Outcome {
    // The folder of -o is no file of an answer.
    let folder = session.output.take();
    let is_json = is_json(session)?;
    check_period(session, &args.period)?;
    let workspace = session.open(&[], false)?;
    leave_out(session, &workspace, &[])?;
    let request = request(args, folder.as_deref());
    let renewal = match propose_renewal(&workspace, &request) {
        Ok(renewal) => renewal,
        Err(refusal) => return crate::cli::refused::refuse(session, &workspace, refusal),
    };
    if !args.dry_run {
        write_plan(session, &renewal)?;
    }
    print_renewal(session, &renewal, args.carry, is_json)?;
    if args.dry_run { Ok(0) } else { check(session, &renewal) }
}
