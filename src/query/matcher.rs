//! A filter against the plans that it was resolved for: numbers and sets, no words any more.

use std::collections::HashMap;

use super::entity_filter::EntityFilters;
use super::term_group::TermGroup;
use super::test::is;
use crate::model::{AssignmentIx, GroupIx, Holder, Plan, TargetIx, UnitIx};
use crate::status::WorkItemStatus;

/// A filter with its names looked up and its days read. Made by [`Filter::resolve`](super::Filter::resolve).
#[derive(Debug, Clone, Default)]
pub struct Matcher {
    pub(super) plans: HashMap<String, PlanMatcher>,
}

impl Matcher {
    /// Whether a work item of a plan is meant. One of a plan that the filter was not resolved for is not.
    pub fn matches(&self, plan: &Plan, item: &WorkItemStatus) -> bool {
        self.plan(plan).is_some_and(|matcher| matcher.matches(plan, item))
    }

    /// The part that is about one plan, for whoever asks about many of its work items; none if the terms on
    /// `plan` leave the plan out.
    pub fn plan(&self, plan: &Plan) -> Option<&PlanMatcher> {
        self.plans.get(&plan.id)
    }
}

/// A filter against one plan.
#[derive(Debug, Clone)]
pub struct PlanMatcher {
    /// By [`AssignmentIx`]: whether all that depends on the task or row alone holds.
    pub(super) items: Box<[bool]>,
    /// What else must hold.
    pub(super) clauses: Vec<TermGroup>,
    /// What the filter is for targets, units and groups.
    pub(super) entities: EntityFilters,
}

impl PlanMatcher {
    /// Whether a work item of the plan is meant.
    pub fn matches(&self, plan: &Plan, item: &WorkItemStatus) -> bool {
        self.may_match(plan.work_item(item.work_item).assignment)
            && self.clauses.iter().all(|clause| clause.holds(plan, item))
    }

    /// Whether any work item of a task or row can be meant: all that depends on it alone holds.
    pub fn may_match(&self, item: AssignmentIx) -> bool {
        is(&self.items, item.at())
    }

    /// The targets that a filter means, in their order; `wanted` are the work items that it means.
    pub fn targets(&self, plan: &Plan, wanted: &[WorkItemStatus]) -> Vec<TargetIx> {
        let served = wanted.iter().flat_map(|item| &item.assignment(plan).targets).map(|target| target.at());
        self.entities.targets.sift(served).map(TargetIx::new).collect()
    }

    /// The units that a filter means, in their order; `wanted` are the work items that it means.
    pub fn units(&self, wanted: &[WorkItemStatus]) -> Vec<UnitIx> {
        let busy = wanted.iter().flat_map(|item| {
            let own = match item.unit {
                Holder::Unit(unit) => Some(unit.at()),
                Holder::Group(_) | Holder::Joint => None,
            };
            item.answers.iter().map(|unit| unit.at()).chain(own)
        });
        self.entities.units.sift(busy).map(UnitIx::new).collect()
    }

    /// The groups that a filter means, in their order; `wanted` are the work items that it means.
    pub fn groups(&self, wanted: &[WorkItemStatus]) -> Vec<GroupIx> {
        let busy = wanted.iter().filter_map(|item| match item.unit {
            Holder::Group(group) => Some(group.at()),
            Holder::Unit(_) | Holder::Joint => None,
        });
        self.entities.groups.sift(busy).map(GroupIx::new).collect()
    }
}
