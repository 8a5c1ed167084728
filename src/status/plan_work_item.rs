//! Work items together with the plans that they belong to, as answers over several plans hold them.

use super::work_item_status::WorkItemStatus;
use crate::date::Day;
use crate::model::Plan;

/// A work item on a day, with its plan.
#[derive(Debug, Clone, Copy)]
pub struct PlanWorkItem<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The work item.
    pub item: &'p WorkItemStatus,
}

impl<'p> PlanWorkItem<'p> {
    /// A work item of a plan.
    pub fn new(plan: &'p Plan, item: &'p WorkItemStatus) -> Self {
        Self { plan, item }
    }

    /// Whether it is neither done nor dropped, and its deadline lies from `first` to `last`.
    pub fn is_due_within(&self, first: Day, last: Day) -> bool {
        let within = |deadline: Day| first <= deadline && deadline <= last;
        self.item.status.is_open() && self.item.deadline.is_some_and(within)
    }
}
