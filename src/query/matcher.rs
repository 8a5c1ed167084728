//! A filter resolved against plans: numbers and sets, no words.

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
    /// Returns true if a work item of a plan matches; false for a plan that the filter was not resolved against.
    pub fn matches(&self, plan: &Plan, item: &WorkItemStatus) -> bool {
        self.plan(plan).is_some_and(|matcher| matcher.matches(plan, item))
    }

    /// Returns the matcher of one plan; none if the terms on `plan` exclude the plan.
    pub fn plan(&self, plan: &Plan) -> Option<&PlanMatcher> {
        self.plans.get(&plan.id)
    }
}

/// A filter resolved against one plan.
#[derive(Debug, Clone)]
pub struct PlanMatcher {
    /// By [`AssignmentIx`]: true if all terms on the task or row alone hold.
    pub(super) items: Box<[bool]>,
    /// The other terms.
    pub(super) clauses: Vec<TermGroup>,
    /// The filter on targets, units and groups.
    pub(super) entities: EntityFilters,
}

impl PlanMatcher {
    /// Returns true if a work item of the plan matches.
    pub fn matches(&self, plan: &Plan, item: &WorkItemStatus) -> bool {
        self.may_match(plan.work_item(item.work_item).assignment)
            && self.clauses.iter().all(|clause| clause.holds(plan, item))
    }

    /// Returns true if a task or row matches that opens no work item.
    pub fn matches_without_work(&self, plan: &Plan, item: AssignmentIx) -> bool {
        self.may_match(item) && self.clauses.iter().all(|clause| clause.holds_without_work(plan, item))
    }

    /// Returns true if a work item of a task or row may match: all terms on the task or row alone hold.
    pub fn may_match(&self, item: AssignmentIx) -> bool {
        is(&self.items, item.at())
    }

    /// Returns the matching targets, in their order; `wanted` are the matching work items.
    pub fn targets(&self, plan: &Plan, wanted: &[WorkItemStatus]) -> Vec<TargetIx> {
        let served = wanted.iter().flat_map(|item| &item.assignment(plan).targets).map(|target| target.at());
        self.entities.targets.sift(served).map(TargetIx::new).collect()
    }

    /// Returns the matching units, in their order; `wanted` are the matching work items.
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

    /// Returns the matching groups, in their order; `wanted` are the matching work items.
    pub fn groups(&self, wanted: &[WorkItemStatus]) -> Vec<GroupIx> {
        let busy = wanted.iter().filter_map(|item| match item.unit {
            Holder::Group(group) => Some(group.at()),
            Holder::Unit(_) | Holder::Joint => None,
        });
        self.entities.groups.sift(busy).map(GroupIx::new).collect()
    }
}
