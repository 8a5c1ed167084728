//! `plan targets`: Phụ lục 01 with its results.

use crate::answer::{TargetRow, TargetsAnswer};
use crate::cli::answer::{form, print};
use crate::cli::args::RowsArgs;
use crate::cli::error::Outcome;
use crate::cli::order::{declare_rows, rows_order};
use crate::cli::select::{select, status};
use crate::cli::session::Session;
use crate::json::TargetsJson;
use crate::language::Message;
use crate::query::PlanMatcher;
use crate::report;

pub(in crate::cli) fn run(args: &RowsArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let mut order = rows_order::<TargetRow<'_>>(&args.sort)?;
    let workspace = session.open_for_report()?;
    let selection = select(session, &workspace, args.filtered.wanted())?;
    declare_rows::<TargetRow<'_>>(&mut order, &selection)?;
    let answer = TargetsAnswer::new(&selection, &order);
    if answer.plans.is_empty() {
        session.remark(&Message::fixed("Không có chỉ tiêu nào.", "There are no targets."))?;
    }
    if selection.asked().filter_map(|plan| selection.matcher(plan)).any(PlanMatcher::asks_work_of_targets) {
        session.remark(&Message::fixed(
            "Điều kiện về việc (như status, late) chọn chỉ tiêu theo việc của các nhiệm vụ phục vụ nó (tasks); \
             chỉ tiêu không ghi tasks thì không có ở đây.",
            "Terms on work (such as status, late) select targets by the work of the tasks that serve them (`tasks`); \
             targets without `tasks` are not listed.",
        ))?;
    }
    print(
        session,
        form,
        Some(&selection),
        || report::targets(&answer),
        || TargetsJson::new(&answer, selection.sources()),
    )?;
    Ok(status(&selection))
}
