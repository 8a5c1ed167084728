//! `plan brief`: one page for the person at the top.

use crate::answer::{BriefAnswer, LeftOutAnswer};
use crate::cli::answer::{form, print_work};
use crate::cli::args::BriefArgs;
use crate::cli::error::{CliError, Outcome};
use crate::cli::filling::Filling;
use crate::cli::select::{select, status};
use crate::cli::session::Session;
use crate::json::BriefJson;
use crate::report;

pub(in crate::cli) fn run(args: &BriefArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let filling = Filling::of(&args.filled, None, session)?;
    let workspace = session.open_for_report()?;
    let selection = select(session, &workspace, args.filtered.wanted())?;
    let answer = BriefAnswer::new(&selection).map_err(CliError::from)?;
    let lang = session.lang;
    if let Some(filling) = filling {
        let left_out = LeftOutAnswer::new(&selection);
        let values = report::brief_fields(&answer, &left_out, lang);
        filling.print(session, &selection, &left_out, &values, Vec::new)?;
        return Ok(status(&selection));
    }
    let document = || report::brief(&answer);
    let json = || BriefJson::new(&answer, lang);
    let is_empty = answer.status.total.total() == 0;
    print_work(session, form, &selection, is_empty, document, json)?;
    Ok(status(&selection))
}
