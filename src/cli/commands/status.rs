//! `plan status`: how the plans stand, in figures.

use crate::answer::StatusAnswer;
use crate::cli::answer::{form, print_work, remark_unannounced};
use crate::cli::args::StatusArgs;
use crate::cli::days::SINCE;
use crate::cli::error::{CliError, Outcome};
use crate::cli::select::{read_for, select, status};
use crate::cli::session::Session;
use crate::json::StatusJson;
use crate::report;
use crate::status::Grouping;

pub(in crate::cli) fn run(args: &StatusArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let workspace = session.open_for_report()?;
    let selection = select(session, &workspace, args.filtered.wanted())?;
    let since = read_for(session, &selection, SINCE, args.since.as_deref())?;
    let by = args.by.as_deref().and_then(Grouping::from_id);
    let answer = StatusAnswer::new(&selection, by, since).map_err(CliError::from)?;
    let lang = session.lang;
    let document = || report::status(&answer);
    let json = || StatusJson::new(&answer, lang);
    let is_empty = answer.total.total() == 0;
    remark_unannounced(session, form, &answer.unannounced, is_empty)?;
    print_work(session, form, &selection, is_empty, document, json)?;
    Ok(status(&selection))
}
