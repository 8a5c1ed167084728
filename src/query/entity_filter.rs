//! Targets, units and groups by the filter for work items: `plan targets goal:MT1`, `plan units kind:phuong`.
//!
//! Terms on attributes that only work has (`status:overdue`) are about work: one of the work items that match must
//! serve the target, or be that of the unit.

use super::entity_test::EntityTest;
use super::term_group::TermGroup;
use crate::model::{Plan, Target};

/// A filter on one of the lists.
#[derive(Debug, Clone, Default)]
pub(super) struct EntityFilter {
    /// The members that pass the terms on their own attributes.
    own: Box<[bool]>,
    /// True if a matching work item is required as well.
    by_work: bool,
}

/// The filters on the three lists of a plan.
#[derive(Debug, Clone, Default)]
pub(super) struct EntityFilters {
    pub(super) targets: EntityFilter,
    pub(super) units: EntityFilter,
    pub(super) groups: EntityFilter,
}

impl EntityFilter {
    fn new(len: usize, clauses: &[TermGroup], own: impl Fn(&EntityTest) -> Option<&[bool]>) -> Self {
        let mut sieve = Self { own: vec![true; len].into(), by_work: false };
        for clause in clauses {
            let Some(any) = clause.own.iter().map(&own).collect::<Option<Vec<&[bool]>>>() else {
                sieve.by_work = true;
                continue;
            };
            for (at, holds) in sieve.own.iter_mut().enumerate() {
                *holds &= any.iter().any(|set| set[at]) != clause.negated;
            }
        }
        sieve
    }

    /// Returns true if a matching work item is required as well.
    pub(super) fn is_by_work(&self) -> bool {
        self.by_work
    }

    /// The members that pass; `worked` are those that matching work items serve or belong to.
    pub(super) fn sift(&self, worked: impl Iterator<Item = usize>) -> impl Iterator<Item = usize> {
        let mut kept = self.own.clone();
        if self.by_work {
            let mut busy = vec![false; kept.len()];
            worked.for_each(|at| busy[at] = true);
            kept.iter_mut().zip(busy).for_each(|(kept, busy)| *kept &= busy);
        }
        kept.into_iter().enumerate().filter_map(|(at, kept)| kept.then_some(at))
    }
}

impl EntityFilters {
    /// Returns the filters that the term groups of a plan amount to.
    pub(super) fn new(plan: &Plan, clauses: &[TermGroup]) -> Self {
        let assessments = plan.targets.iter().map(Target::assessments).sum();
        Self {
            targets: EntityFilter::new(assessments, clauses, |own| own.targets.as_deref()),
            units: EntityFilter::new(plan.registry.units.len(), clauses, |own| own.units.as_deref()),
            groups: EntityFilter::new(plan.registry.groups.len(), clauses, |own| own.groups.as_deref()),
        }
    }
}
