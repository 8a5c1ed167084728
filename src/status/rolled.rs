//! The rolling of the last day of a work item.

use crate::date::Day;
use crate::deadline::{Rolled, roll};
use crate::model::{Plan, WorkItem};

/// Returns the rolling of the last day, given the last extension. Source: docs/status.md; docs/deadlines.md, Working days.
pub(super) fn rolled(plan: &Plan, work_item: &WorkItem, extended_to: Option<Day>) -> Option<Rolled> {
    let (day, barrier) = match extended_to {
        // An extension names a day without `trước`.
        Some(day) => (day, None),
        None => plan.occurrence(work_item).map(|occurrence| (occurrence.due, occurrence.barrier))?,
    };
    Some(roll(day, barrier, plan.settings.roll, &plan.calendar))
}
