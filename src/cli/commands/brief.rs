//! `plan brief`: one page for the person at the top.

use crate::answer::BriefAnswer;
use crate::cli::answer::{form, print_work};
use crate::cli::args::FilterArgs;
use crate::cli::error::{CliError, Outcome};
use crate::cli::select::{select, status};
use crate::cli::session::Session;
use crate::json::BriefJson;
use crate::report;

pub(in crate::cli) fn run(args: &FilterArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let workspace = session.open_for_report()?;
    let selection = select(session, &workspace, args.wanted())?;
    let answer = BriefAnswer::new(&selection).map_err(CliError::from)?;
    let lang = session.lang;
    let document = || report::brief(&answer);
    let json = || BriefJson::new(&answer, lang);
    let is_empty = answer.status.total.total() == 0;
    print_work(session, form, &selection, is_empty, document, json)?;
    Ok(status(&selection))
}
