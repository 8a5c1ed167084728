//! `plan why`: how a deadline and a status came about.

use crate::cli::answer::{form, print};
use crate::cli::args::WhyArgs;
use crate::cli::commands::show::unknown;
use crate::cli::error::{CliError, Outcome};
use crate::cli::select::{Wanted, plans_of, select, status};
use crate::cli::session::Session;
use crate::json;
use crate::language::Message;
use crate::message;
use crate::model::{AssignmentIx, Plan};
use crate::report::{self, Name, Thing, occurrences};
use crate::sanitize::quoted;
use crate::status::WorkItemStatus;

pub(in crate::cli) fn run(args: &WhyArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let filter: Vec<String> = args.period.iter().map(|period| format!("period:{period}")).collect();
    let workspace = session.open(&[], false)?;
    let wanted = Wanted { filter: &filter, units: &args.unit, plans: &args.plan };
    let found = select(session, &workspace, wanted)?;
    let name = Name::new(&args.id);
    let things = name.find(&plans_of(&found));
    if things.is_empty() {
        return Err(unknown(&args.id, &name, &found).into());
    }
    let meant: Vec<(&Plan, AssignmentIx)> =
        things.iter().flat_map(|(plan, thing)| duties(plan, *thing).map(move |item| (*plan, item))).collect();
    if meant.is_empty() {
        let id = quoted(&args.id);
        return Err(CliError::usage(message!(
            "{id} không phải là một việc có thời hạn (gợi ý: plan show {0})",
            "{id} is no duty with a deadline (help: plan show {0})",
            crate::sanitize::visible(&args.id)
        ))
        .into());
    }
    let is_meant = |plan: &Plan, item: &WorkItemStatus| {
        let work_item = item.work_item(plan);
        meant.iter().any(|(of, ix)| std::ptr::eq(*of, plan) && *ix == work_item.assignment)
            && name.unit.is_none_or(|unit| plan.holder_id(work_item).eq_ignore_ascii_case(unit))
            && name.period.is_none_or(|period| item.period(plan).unwrap_or("-").eq_ignore_ascii_case(period))
    };
    let has_key = |plan: &Plan, item| !occurrences(plan, item, &name, found.as_of).is_empty();
    if name.unit.is_some() && !meant.iter().any(|(plan, item)| has_key(plan, *item)) {
        return Err(unknown(&args.id, &name, &found).into());
    }
    let items: Vec<(&Plan, &WorkItemStatus)> =
        found.items().map(|it| (it.plan, it.item)).filter(|(plan, item)| is_meant(plan, item)).collect();
    if items.is_empty() {
        session.remark(&Message::fixed("Không có việc nào như thế.", "There is no such work item."))?;
    }
    let (as_of, at_length, lang) = (found.as_of, session.verbose, session.lang);
    print(
        session,
        form,
        || report::why(&args.id, &items, found.sources(), as_of, at_length),
        || json::WhyJson::new(&items, found.sources(), as_of, lang),
    )?;
    Ok(status(&found))
}

/// The tracked tasks and rows that a thing stands for: of a task its rows.
fn duties(plan: &Plan, thing: Thing) -> impl Iterator<Item = AssignmentIx> {
    let is_meant = move |at: usize| match thing {
        Thing::Assignment(item) => item.at() == at,
        Thing::Task(task) => plan.assignments[at].task == Some(task),
        _ => false,
    };
    (0..plan.assignments.len()).filter(move |at| is_meant(*at)).map(AssignmentIx::new)
}
