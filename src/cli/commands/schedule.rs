//! `plan schedule`: Phụ lục 02 as the document prints it.

use crate::answer::{ScheduleAnswer, ScheduleRow};
use crate::cli::answer::{form, print};
use crate::cli::args::RowsArgs;
use crate::cli::error::Outcome;
use crate::cli::order::{declare_rows, rows_order};
use crate::cli::select::{select, status};
use crate::cli::session::Session;
use crate::json::ScheduleJson;
use crate::language::Message;
use crate::report;

pub(in crate::cli) fn run(args: &RowsArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let mut order = rows_order::<ScheduleRow<'_>>(&args.sort)?;
    let workspace = session.open_for_report()?;
    let selection = select(session, &workspace, args.filtered.wanted())?;
    declare_rows::<ScheduleRow<'_>>(&mut order, &selection)?;
    let answer = ScheduleAnswer::new(&selection, &order);
    if answer.plans.is_empty() {
        session.remark(&Message::fixed("Không có dòng nào.", "There are no rows."))?;
    }
    print(
        session,
        form,
        Some(&selection),
        || report::schedule(&answer),
        || ScheduleJson::new(&answer, selection.sources()),
    )?;
    Ok(status(&selection))
}
