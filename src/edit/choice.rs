//! The commands that leave no choice open: one for each work item that may be meant.

use super::command_line::{CommandLine, WordIx};
use super::request::EntryRequest;
use super::scope::ItemScope;
use crate::model::{MatchFault, Successions, UnitIx, WorkItem, WorkItemIndex, WorkItemIx};
use crate::parse::Key;
use crate::parse::emit::NewValue;
use crate::status::{Status, WorkItemStatus, evaluate_some};

/// The most commands that are listed.
const LISTED: usize = 12;

/// The parts of an entry that the plan leaves open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct OpenParts {
    unit: bool,
    period: bool,
}

impl OpenParts {
    /// The parts that an entry without them does not say; none if it says them, or has another fault.
    pub(super) fn of(
        scope: &ItemScope<'_>,
        index: &WorkItemIndex,
        request: &EntryRequest,
        [unit, period]: [Option<&str>; 2],
    ) -> Option<Self> {
        let faults = scope.match_fault(index, request, scope.assignment?, unit, period).err()?;
        let open = Self {
            unit: faults.iter().any(|fault| matches!(fault, MatchFault::WhichUnit(_))),
            period: faults.iter().any(|fault| matches!(fault, MatchFault::WhichPeriod(_))),
        };
        (open != Self::default()).then_some(open)
    }

    /// The commands, those of the earliest deadline first, and the number of those that are left out.
    pub(super) fn commands(
        self,
        scope: &ItemScope<'_>,
        request: &EntryRequest,
        line: &CommandLine,
        item: WordIx,
        [unit, period]: [Option<&str>; 2],
    ) -> (Vec<String>, usize) {
        let Some(assignment) = scope.assignment else { return (Vec::new(), 0) };
        let plan = scope.plan;
        let successions = Successions::of_one_day();
        let is_asked = |work_item: &WorkItem| {
            period.is_none_or(|period| plan.period_label(work_item) == Some(period))
                && unit.is_none_or(|unit| {
                    let answering = plan.answering(&successions, work_item, request.date, None);
                    plan.holder_id(work_item) == unit
                        || answering.iter().any(|other| plan.registry.unit(*other).id == unit)
                })
        };
        let of_item = plan.work_items_of(assignment).filter(|at| is_asked(&plan.work_items[*at]));
        let mut open: Vec<WorkItemStatus> = evaluate_some(plan, of_item.map(WorkItemIx::new), request.as_of)
            .filter(|item| is_wanted(item, request))
            .collect();
        if open.iter().any(|item| item.status != Status::Upcoming) {
            open.retain(|item| item.status != Status::Upcoming);
        }
        open.sort_by_key(|item| (item.deadline.is_none(), item.deadline));
        let mut commands: Vec<String> = Vec::new();
        for item_status in &open {
            let work_item = plan.work_item(item_status.work_item);
            let answering = plan.answering(&successions, work_item, request.date, None);
            let command = self.command(scope, request, line, item, (work_item, &answering));
            if !commands.contains(&command) {
                commands.push(command);
            }
        }
        limited(commands)
    }

    fn command(
        self,
        scope: &ItemScope<'_>,
        request: &EntryRequest,
        line: &CommandLine,
        item: WordIx,
        (work_item, answering): (&WorkItem, &[UnitIx]),
    ) -> String {
        let plan = scope.plan;
        // Options would be those of all items of the command line.
        if request.items.len() > 1 {
            return line.with(item, &plan.key(work_item)).text();
        }
        let mut line = line.clone();
        if let Some(period) = plan.period_label(work_item).filter(|_| self.period) {
            line = line.with_option("--period", period);
        }
        if self.unit {
            let unit = match answering {
                [unit] => plan.registry.unit(*unit).id.clone(),
                _ => plan.holder_id(work_item),
            };
            line = line.with_option("--unit", &unit);
        }
        line.text()
    }
}

/// The first commands, and the number of the others.
pub(super) fn limited(mut commands: Vec<String>) -> (Vec<String>, usize) {
    let more = commands.len().saturating_sub(LISTED);
    commands.truncate(LISTED);
    (commands, more)
}

/// Returns true if an entry about a work item is to be expected: a report of work that is not done, for a reopening
/// of work that is.
fn is_wanted(item: &WorkItemStatus, request: &EntryRequest) -> bool {
    let reopens = request
        .values
        .iter()
        .any(|(key, given)| *key == Key::State && given.value == NewValue::Text("reopened".to_owned()));
    if reopens { item.status.is_done() } else { item.status.is_open() }
}
