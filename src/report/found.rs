//! Work items that were found, and the orders in which they are told.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::date::Day;
use crate::model::Plan;
use crate::status::WorkItemStatus;

/// A work item with the plan that it belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Found<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The work item.
    pub item: &'p WorkItemStatus,
}

impl<'p> Found<'p> {
    /// A work item of a plan.
    pub fn new(plan: &'p Plan, item: &'p WorkItemStatus) -> Self {
        Self { plan, item }
    }

    /// Whether it is neither done nor dropped and must be done from one day to another.
    pub fn is_due_within(&self, first: Day, last: Day) -> bool {
        let within = |deadline: Day| first <= deadline && deadline <= last;
        self.item.status.is_open() && self.item.deadline.is_some_and(within)
    }
}

/// The longest late first; of those as late the order stays. Source: docs/commands.md, Machine output.
pub fn longest_first(found: &mut [Found<'_>]) {
    found.sort_by_key(|found| Reverse(found.item.days_late));
}

/// The nearest deadline first; of those on one day the order stays.
pub fn nearest_first(found: &mut [Found<'_>]) {
    found.sort_by_key(|found| found.item.deadline);
}

/// The plans of which there are any, in their order, each with its own, in their order.
pub(super) fn by_plan<'p>(plans: &[&'p Plan], found: &[Found<'p>]) -> Vec<(&'p Plan, Vec<Found<'p>>)> {
    let mut all: Vec<(&Plan, Vec<Found<'_>>)> = plans.iter().map(|plan| (*plan, Vec::new())).collect();
    let at: HashMap<*const Plan, usize> =
        plans.iter().enumerate().map(|(at, plan)| (&raw const **plan, at)).collect();
    for one in found {
        if let Some(at) = at.get(&(&raw const *one.plan)) {
            all[*at].1.push(*one);
        }
    }
    all.retain(|(_, own)| !own.is_empty());
    all
}
