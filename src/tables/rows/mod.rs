//! The rows of a plan.

mod calendar;
mod plan;
mod table;
mod target;
mod work;

use crate::date::Day;
use crate::model::Plan;

pub use calendar::calendar_rows;
pub use table::{PlanPlace, TableRows};

/// The rows of a plan, one list for each of [`TableName::OF_PLANS`](super::TableName::OF_PLANS).
#[derive(Debug)]
pub struct PlanRows {
    /// The lists.
    pub tables: [TableRows; 8],
    /// The number of work items.
    pub items: usize,
}

impl PlanRows {
    /// Returns the rows of a plan; with `known`, the spans are those of what was known on that day (`--known`).
    pub fn of(plan: &Plan, place: PlanPlace<'_>, known: Option<Day>) -> Self {
        let [plans, units] = plan::rows(plan, place);
        let [items, entries, changes, spans] = work::rows(plan, place, known);
        let [targets, results] = target::rows(plan, place);
        Self {
            tables: [plans, units, items, entries, changes, targets, results, spans],
            items: plan.work_items.len(),
        }
    }
}
