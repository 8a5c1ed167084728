//! The terms of a filter that belong together.

use super::entity_test::EntityTest;
use super::test::{TermTest, is};
use crate::model::{AssignmentIx, Plan};
use crate::status::WorkItemStatus;

/// The terms on one field, of which one must hold; or a `not:` term, which must not.
#[derive(Debug, Clone)]
pub(super) struct TermGroup {
    pub(super) negated: bool,
    pub(super) any: Vec<TermTest>,
    /// The same terms for targets, units and groups.
    pub(super) own: Vec<EntityTest>,
}

impl TermGroup {
    /// Returns true if a work item passes.
    pub(super) fn holds(&self, plan: &Plan, item: &WorkItemStatus) -> bool {
        self.any.iter().any(|test| test.holds(plan, item)) != self.negated
    }

    /// Returns true if a task or row passes that opens no work item.
    pub(super) fn holds_without_work(&self, plan: &Plan, item: AssignmentIx) -> bool {
        self.any.iter().any(|test| test.holds_without_work(plan, item)) != self.negated
    }

    /// Returns true if a group of terms on the task or row alone holds for one.
    pub(super) fn holds_for(&self, item: AssignmentIx) -> bool {
        let any = self.any.iter().any(|test| matches!(test, TermTest::Items(items) if is(items, item.at())));
        any != self.negated
    }
}
