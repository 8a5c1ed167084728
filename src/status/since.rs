//! The changes of statuses since an earlier day. Source: docs/status.md, Figures (`--since E`).

use super::evaluate::evaluate_some;
use super::progress::Progress;
use super::state::Status;
use super::work_item_status::WorkItemStatus;
use crate::date::{AsOf, Day};
use crate::model::{Plan, WorkItemIx};

/// The work items whose status changed from day E to day D (so với kỳ trước), in the order of the selection.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChangesSince {
    /// Done on D but not on E.
    pub newly_done: Vec<WorkItemIx>,
    /// Overdue on D but not on E.
    pub newly_overdue: Vec<WorkItemIx>,
    /// With more changes of the last day in force on D than on E.
    pub extended: Vec<WorkItemIx>,
    /// Dropped on D but not on E.
    pub dropped: Vec<WorkItemIx>,
}

/// Compares statuses of a plan on one day with those of an earlier day, according to what was known on D.
pub fn since(plan: &Plan, items: &[WorkItemStatus], earlier: Day) -> ChangesSince {
    let mut since = ChangesSince::default();
    let Some(first) = items.first() else { return since };
    let as_of = AsOf { day: earlier, ..first.as_of };
    let then = evaluate_some(plan, items.iter().map(|item| item.work_item), as_of);
    for (then, now) in then.zip(items) {
        since.compare(&then, now);
    }
    since
}

impl ChangesSince {
    fn compare(&mut self, then: &WorkItemStatus, now: &WorkItemStatus) {
        let came = |is: fn(&WorkItemStatus) -> bool| is(now) && !is(then);
        if came(|item| item.progress == Progress::Done) {
            self.newly_done.push(now.work_item);
        }
        if came(|item| item.status == Status::Overdue) {
            self.newly_overdue.push(now.work_item);
        }
        if now.extensions > then.extensions {
            self.extended.push(now.work_item);
        }
        if came(|item| item.progress == Progress::Dropped) {
            self.dropped.push(now.work_item);
        }
    }
}
