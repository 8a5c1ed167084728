//! The plans that a filter is resolved against.

use crate::date::AsOf;
use crate::model::Plan;

/// What a filter is resolved against.
pub(super) struct Scope<'s> {
    /// The plans.
    pub(super) plans: Vec<&'s Plan>,
    /// By plan: whether the terms on `plan` let any of its work through.
    pub(super) selected: Vec<bool>,
    /// The ids of plans that could not be read.
    pub(super) left_out: &'s [&'s str],
    /// The day of the question.
    pub(super) as_of: AsOf,
}

impl<'s> Scope<'s> {
    /// Something of each plan, in their order.
    pub(super) fn each<T>(&self, of: impl FnMut(&'s Plan) -> T) -> Vec<T> {
        self.plans.iter().copied().map(of).collect()
    }
}
