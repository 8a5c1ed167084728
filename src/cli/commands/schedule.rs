//! `plan schedule`: Phụ lục 02 as the document prints it.

use crate::answer::ScheduleAnswer;
use crate::cli::answer::{form, print};
use crate::cli::args::FilterArgs;
use crate::cli::error::Outcome;
use crate::cli::select::{select, status};
use crate::cli::session::Session;
use crate::json::ScheduleJson;
use crate::language::Message;
use crate::report;

pub(in crate::cli) fn run(args: &FilterArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let workspace = session.open(&[], false)?;
    let selection = select(session, &workspace, args.wanted())?;
    let answer = ScheduleAnswer::new(&selection);
    if answer.plans.is_empty() {
        session.remark(&Message::fixed("Không có dòng nào.", "There are no rows."))?;
    }
    print(session, form, || report::schedule(&answer), || ScheduleJson::new(&answer, selection.sources()))?;
    Ok(status(&selection))
}
