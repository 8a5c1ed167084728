//! The rolling of the last day of a work item, and the key that decides it.

use crate::date::Day;
use crate::deadline::{Rolled, roll};
use crate::model::{Assignment, Plan, WorkItem};

/// Returns the rolling of the last day, given the last extension. Source: docs/status.md; docs/deadlines.md, Working days.
pub(super) fn rolled(plan: &Plan, work_item: &WorkItem, extended_to: Option<Day>) -> Option<Rolled> {
    let (day, barrier) = match extended_to {
        // An extension names a day without `trước`.
        Some(day) => (day, None),
        None => plan.occurrence(work_item).map(|occurrence| (occurrence.due, occurrence.barrier))?,
    };
    let treatment = plan.roll_of(plan.assignment(work_item.assignment));
    Some(roll(day, barrier, treatment, &plan.calendar))
}

/// Returns the key of the plan that treats the last days of an assignment, with its value.
pub(super) fn roll_key(plan: &Plan, assignment: &Assignment) -> String {
    let key = if assignment.roll.is_some() { "roll" } else { "settings.roll" };
    format!("{key}: {}", plan.roll_of(assignment).as_str())
}
