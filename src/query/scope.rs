//! The plans that a filter is resolved against.

use crate::date::AsOf;
use crate::model::Plan;

/// The plans that a filter is resolved against, and the day.
pub(super) struct Scope<'s> {
    /// The plans.
    pub(super) plans: Vec<&'s Plan>,
    /// By plan: true if the terms on `plan` admit it.
    pub(super) selected: Vec<bool>,
    /// The ids of plans that could not be read.
    pub(super) left_out: &'s [&'s str],
    /// The day of the question.
    pub(super) as_of: AsOf,
}

impl<'s> Scope<'s> {
    /// Maps each plan, in their order.
    pub(super) fn each<T>(&self, of: impl FnMut(&'s Plan) -> T) -> Vec<T> {
        self.plans.iter().copied().map(of).collect()
    }
}
