//! A term against the work items of one plan: numbers and sets, without words.

use std::collections::HashSet;

use super::interval::Interval;
use crate::attribute::Attribute;
use crate::date::DateRange;
use crate::model::{Assignment, AssignmentIx, ColumnIx, Holder, LeadMode, Party, Plan, Report, WorkItemIx};
use crate::status::{PlanWorkItem, Progress, Status, WorkItemStatus};

/// One term, resolved.
#[derive(Debug, Clone)]
pub(super) enum TermTest {
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
    /// The attribute is missing, of those that depend on the day.
    Missing(Attribute),
    /// The attribute is there, of those that depend on the day.
    Present(Attribute),
    /// The value in a column of the plan's own passes: what was last reported, by its place in the plan, else what
    /// the task or row says, by [`AssignmentIx`].
    Own {
        column: ColumnIx,
        items: Box<[bool]>,
        reports: Box<[bool]>,
    },
    /// Found in the item, by [`AssignmentIx`], or in a report that counts, by its place in the plan.
    Words {
        items: Box<[bool]>,
        reports: Box<[bool]>,
    },
}

/// The units whose work matches.
#[derive(Debug, Clone, Default)]
pub(super) struct UnitTest {
    /// By unit.
    pub(super) units: Box<[bool]>,
    /// By [`WorkItemIx`]: work in common that one of the units has a part in; empty if the plan has none.
    pub(super) joint: Box<[bool]>,
    /// By group: the group itself matches, or one of its members.
    pub(super) groups: Box<[bool]>,
}

impl UnitTest {
    /// Returns true if the work item is that of a unit, or work in common that one has a part in.
    pub(super) fn has(&self, item: &WorkItemStatus) -> bool {
        match item.unit {
            Holder::Unit(unit) => is(&self.units, unit.at()),
            Holder::Group(_) | Holder::Joint => is(&self.joint, item.work_item.at()),
        }
    }

    /// Returns true if a lead of a task or row is a unit or group that matches.
    fn leads(&self, assignment: &Assignment) -> bool {
        assignment.lead.iter().any(|lead| match lead {
            Party::Unit(unit) => is(&self.units, unit.at()),
            Party::Group(group) => is(&self.groups, group.at()),
        })
    }
}

impl TermTest {
    /// Returns true if a work item passes.
    pub(super) fn holds(&self, plan: &Plan, item: &WorkItemStatus) -> bool {
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
            Self::Present(attribute) => !attribute.value(&of).is_missing(),
            Self::Own { column, items, reports } => {
                let work_item = plan.work_item(item.work_item);
                let counts = |report: &Report| {
                    item.as_of.counts(report.date, report.as_of) && report.own.get(*column).is_some()
                };
                let mut last = work_item.reports.iter().rev().map(|at| *at as usize);
                match last.find(|at| plan.reports.get(*at).is_some_and(counts)) {
                    Some(report) => is(reports, report),
                    None => is(items, work_item.assignment.at()),
                }
            }
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

impl TermTest {
    /// Returns true if a task or row passes that opens no work item: it has leads and texts, but no day, progress
    /// or report.
    pub(super) fn holds_without_work(&self, plan: &Plan, ix: AssignmentIx) -> bool {
        let assignment = plan.assignment(ix);
        match self {
            Self::Items(items) | Self::Words { items, .. } | Self::Own { items, .. } => is(items, ix.at()),
            Self::Unit(units) => units.leads(assignment),
            Self::Kind { units, group, joint } => match (assignment.mode, &assignment.lead[..]) {
                (LeadMode::Joint, [Party::Group(_)]) => *group,
                (LeadMode::Joint, _) => *joint,
                (LeadMode::Each, leads) => {
                    plan.registry.unfold_ever(leads).iter().any(|unit| is(units, unit.at()))
                }
            },
            Self::Missing(_) => true,
            Self::Present(_)
            | Self::Slots(_)
            | Self::Status(_)
            | Self::Progress(_)
            | Self::Days(..)
            | Self::Number(..)
            | Self::Periods(_) => false,
        }
    }
}

/// Returns true if a set has a member.
pub(super) fn is(set: &[bool], at: usize) -> bool {
    set.get(at).copied().unwrap_or(false)
}
