//! `plan schedule`: Phụ lục 02 as the document prints it.

use std::collections::HashSet;

use crate::cli::answer::{form, print};
use crate::cli::args::Filtered;
use crate::cli::select::{select, status};
use crate::cli::session::{Outcome, Session};
use crate::json;
use crate::language::Message;
use crate::model::AssignmentIx;
use crate::report::{self, Schedule};

pub(in crate::cli) fn run(args: &Filtered, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let workspace = session.open(&[], false)?;
    let found = select(session, &workspace, args.wanted())?;
    let schedules: Vec<Schedule<'_>> = found
        .plans
        .iter()
        .map(|selected| {
            let (plan, items) = (selected.plan, &selected.items);
            let wanted: HashSet<AssignmentIx> =
                items.iter().map(|item| item.work_item(plan).assignment).collect();
            // A row that opens no work item (its group has no members) is in the document all the same.
            Schedule::of(plan, |item| found.is_whole || wanted.contains(&item))
        })
        .filter(|schedule| !schedule.rows.is_empty())
        .collect();
    if schedules.is_empty() {
        session.remark(&Message::fixed("Không có dòng nào.", "There are no rows."))?;
    }
    let as_of = found.as_of;
    print(
        session,
        form,
        || report::schedule(&schedules, as_of),
        || json::ScheduleJson::new(&schedules, found.sources(), as_of),
    )?;
    Ok(status(&found))
}
