//! The question that a list of work items answers.

use crate::date::AsOf;
use crate::model::Plan;
use crate::span::Sources;
use crate::status::PlanWorkItem;

/// The work items of a list, and their plans.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a, 'p> {
    /// The plans that were asked for, with and without matching work.
    pub plans: &'a [&'p Plan],
    /// The matching work items, in the order of the list.
    pub found: &'a [PlanWorkItem<'p>],
    /// The day.
    pub as_of: AsOf,
    /// The files.
    pub sources: &'a Sources,
    /// Whether the list is for a spreadsheet, which gets all columns.
    pub in_full: bool,
}
