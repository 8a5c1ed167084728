//! A filter against the plans that it was resolved for: numbers and sets, no words any more.

use std::collections::{HashMap, HashSet};

use super::interval::Interval;
use super::others::{EntityFilters, EntityTest};
use crate::attribute::Attribute;
use crate::date::DateRange;
use crate::model::{AssignmentIx, Holder, Plan, WorkItemIx};
use crate::status::{PlanWorkItem, Progress, Status, WorkItemStatus};

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
    pub(super) sieves: EntityFilters,
}

impl PlanMatcher {
    /// Whether a work item of the plan is meant.
    pub fn matches(&self, plan: &Plan, item: &WorkItemStatus) -> bool {
        self.may_match(plan.work_item(item.work_item).assignment)
            && self.clauses.iter().all(|clause| clause.holds(plan, item))
    }

    /// Whether any work item of a task or row can be meant: all that depends on it alone holds.
    pub fn may_match(&self, item: AssignmentIx) -> bool {
        self.items.get(item.at()).copied().unwrap_or(false)
    }
}

/// The terms on one field, of which one must hold; or a `not:` term, which must not.
#[derive(Debug, Clone)]
pub(super) struct TermGroup {
    pub(super) negated: bool,
    pub(super) any: Vec<Test>,
    /// What each of them is for targets, units and groups.
    pub(super) own: Vec<EntityTest>,
}

impl TermGroup {
    fn holds(&self, plan: &Plan, item: &WorkItemStatus) -> bool {
        self.any.iter().any(|test| test.holds(plan, item)) != self.negated
    }

    /// Whether it holds for all work items of an item, of a clause that depends on the item alone.
    pub(super) fn holds_for(&self, item: AssignmentIx) -> bool {
        let any = self.any.iter().any(|test| matches!(test, Test::Items(items) if is(items, item.at())));
        any != self.negated
    }
}

/// One term, resolved.
#[derive(Debug, Clone)]
pub(super) enum Test {
    /// By [`AssignmentIx`].
    Items(Box<[bool]>),
    /// `id:PLAN/ID/UNIT/PERIOD`: these work items.
    Slots(HashSet<WorkItemIx>),
    Unit(UnitTest),
    /// By unit; and whether work in common of a group, of several leads.
    Kind {
        units: Box<[bool]>,
        group: bool,
        joint: bool,
    },
    Status(Vec<Status>),
    Progress(Progress),
    /// A day within these; none: no day of this plan.
    Days(Attribute, Option<DateRange>),
    /// A number within these.
    Number(Attribute, Interval<f64>),
    /// Labels of occurrences.
    Periods(HashSet<String>),
    /// What is missing that depends on the day.
    Missing(Attribute),
    /// Found in the item, by [`AssignmentIx`], or in a report that counts, by its place in the plan.
    Words {
        items: Box<[bool]>,
        reports: Box<[bool]>,
    },
}

/// Whose work is meant.
#[derive(Debug, Clone, Default)]
pub(super) struct UnitTest {
    /// By unit.
    pub(super) units: Box<[bool]>,
    /// By [`WorkItemIx`]: work in common that one of the units has a part in; empty if the plan has none.
    pub(super) joint: Box<[bool]>,
}

impl UnitTest {
    /// Whether a work item is meant.
    pub(super) fn has(&self, item: &WorkItemStatus) -> bool {
        match item.unit {
            Holder::Unit(unit) => is(&self.units, unit.at()),
            Holder::Group(_) | Holder::Joint => is(&self.joint, item.work_item.at()),
        }
    }
}

impl Test {
    fn holds(&self, plan: &Plan, item: &WorkItemStatus) -> bool {
        let of = PlanWorkItem::new(plan, item);
        match self {
            Self::Items(items) => is(items, plan.work_item(item.work_item).assignment.at()),
            Self::Slots(work_items) => work_items.contains(&item.work_item),
            Self::Unit(units) => units.has(item),
            Self::Kind { units, group, joint } => match item.unit {
                Holder::Unit(unit) => is(units, unit.at()),
                Holder::Group(_) => *group,
                Holder::Joint => *joint,
            },
            Self::Status(any) => any.contains(&item.status),
            Self::Progress(progress) => item.progress == *progress,
            Self::Days(attribute, range) => {
                range.is_some_and(|range| attribute.value(&of).day().is_some_and(|day| range.contains(day)))
            }
            Self::Number(attribute, numbers) => {
                attribute.value(&of).number().is_some_and(|number| numbers.contains(&number))
            }
            Self::Periods(labels) => item.period(plan).is_some_and(|label| labels.contains(label)),
            Self::Missing(attribute) => attribute.value(&of).is_missing(),
            Self::Words { items, reports } => {
                let work_item = plan.work_item(item.work_item);
                is(items, work_item.assignment.at())
                    || !reports.is_empty()
                        && work_item.reports.iter().any(|at| {
                            is(reports, *at as usize)
                                && plan
                                    .reports
                                    .get(*at as usize)
                                    .is_some_and(|report| item.as_of.counts(report.date, report.as_of))
                        })
            }
        }
    }
}

fn is(set: &[bool], at: usize) -> bool {
    set.get(at).copied().unwrap_or(false)
}
