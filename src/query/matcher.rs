//! A filter resolved against plans: numbers and sets, no words.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::entity_filter::{EntityFilter, EntityFilters};
use super::term_group::TermGroup;
use super::test::is;
use crate::model::{AssignmentIx, GroupIx, Holder, Plan, UnitIx};
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

/// A filter resolved against one plan: its alternatives that admit the plan.
#[derive(Debug, Clone)]
pub struct PlanMatcher {
    pub(super) alternatives: Vec<AlternativeMatcher>,
}

/// An alternative of a filter, resolved against one plan.
#[derive(Debug, Clone)]
pub(super) struct AlternativeMatcher {
    /// By [`AssignmentIx`]: true if all terms on the task or row alone hold.
    pub(super) items: Box<[bool]>,
    /// The other terms.
    pub(super) clauses: Vec<TermGroup>,
    /// The filter on targets, units and groups.
    pub(super) entities: EntityFilters,
}

impl AlternativeMatcher {
    fn matches(&self, plan: &Plan, item: &WorkItemStatus) -> bool {
        is(&self.items, plan.work_item(item.work_item).assignment.at())
            && self.clauses.iter().all(|clause| clause.holds(plan, item))
    }

    fn matches_without_work(&self, plan: &Plan, item: AssignmentIx) -> bool {
        is(&self.items, item.at()) && self.clauses.iter().all(|clause| clause.holds_without_work(plan, item))
    }
}

impl PlanMatcher {
    /// Returns true if a work item of the plan matches.
    pub fn matches(&self, plan: &Plan, item: &WorkItemStatus) -> bool {
        self.alternatives.iter().any(|alternative| alternative.matches(plan, item))
    }

    /// Returns true if a task or row matches that opens no work item.
    pub fn matches_without_work(&self, plan: &Plan, item: AssignmentIx) -> bool {
        self.alternatives.iter().any(|alternative| alternative.matches_without_work(plan, item))
    }

    /// Returns the positions of the matching assessments of targets, among those of
    /// [`assess_all`](crate::status::assess_all), in their order; `wanted` are the matching work items.
    pub fn targets(&self, plan: &Plan, wanted: &[WorkItemStatus]) -> BTreeSet<usize> {
        let mut next = 0;
        let ranges = plan.targets.iter().map(|target| {
            let first = next;
            next += target.assessments();
            first..next
        });
        let ranges: Vec<Range<usize>> = ranges.collect();
        let served = |item: &WorkItemStatus| {
            item.assignment(plan).targets.iter().flat_map(|target| ranges[target.at()].clone()).collect()
        };
        self.entities(plan, wanted, |entities| &entities.targets, served)
    }

    /// Returns true if the filter asks for work of the targets: for one of their tasks, not for what they have
    /// themselves.
    pub fn asks_work_of_targets(&self) -> bool {
        self.alternatives.iter().any(|alternative| alternative.entities.targets.is_by_work())
    }

    /// Returns the matching units, in their order; `wanted` are the matching work items.
    pub fn units(&self, plan: &Plan, wanted: &[WorkItemStatus]) -> Vec<UnitIx> {
        let busy = |item: &WorkItemStatus| {
            let own = match item.unit {
                Holder::Unit(unit) => Some(unit.at()),
                Holder::Group(_) | Holder::Joint => None,
            };
            item.answers.iter().map(|unit| unit.at()).chain(own).collect()
        };
        let found = self.entities(plan, wanted, |entities| &entities.units, busy);
        found.into_iter().map(UnitIx::new).collect()
    }

    /// Returns the matching groups, in their order; `wanted` are the matching work items.
    pub fn groups(&self, plan: &Plan, wanted: &[WorkItemStatus]) -> Vec<GroupIx> {
        let busy = |item: &WorkItemStatus| match item.unit {
            Holder::Group(group) => vec![group.at()],
            Holder::Unit(_) | Holder::Joint => Vec::new(),
        };
        let found = self.entities(plan, wanted, |entities| &entities.groups, busy);
        found.into_iter().map(GroupIx::new).collect()
    }

    /// Returns the members of a list that one of the alternatives lets through, in their order; `of_item` are those
    /// that a work item serves or belongs to.
    fn entities(
        &self,
        plan: &Plan,
        wanted: &[WorkItemStatus],
        list: impl Fn(&EntityFilters) -> &EntityFilter,
        of_item: impl Fn(&WorkItemStatus) -> Vec<usize>,
    ) -> BTreeSet<usize> {
        let of_alternative = |alternative: &AlternativeMatcher| -> Vec<usize> {
            let own = wanted.iter().filter(|item| alternative.matches(plan, item));
            list(&alternative.entities).sift(own.flat_map(&of_item)).collect()
        };
        self.alternatives.iter().flat_map(of_alternative).collect()
    }
}
