//! Work items that were found, and the orders in which they are told.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::model::Plan;
use crate::status::PlanWorkItem;

/// The longest late first; of those as late the order stays. Source: docs/commands.md, Machine output.
pub fn longest_first(found: &mut [PlanWorkItem<'_>]) {
    found.sort_by_key(|found| Reverse(found.item.days_late));
}

/// The nearest deadline first; of those on one day the order stays.
pub fn nearest_first(found: &mut [PlanWorkItem<'_>]) {
    found.sort_by_key(|found| found.item.deadline);
}

/// The plans of which there are any, in their order, each with its own, in their order.
pub(super) fn by_plan<'p>(
    plans: &[&'p Plan],
    found: &[PlanWorkItem<'p>],
) -> Vec<(&'p Plan, Vec<PlanWorkItem<'p>>)> {
    let mut all: Vec<(&Plan, Vec<PlanWorkItem<'_>>)> = plans.iter().map(|plan| (*plan, Vec::new())).collect();
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
