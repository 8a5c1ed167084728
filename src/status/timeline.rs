//! The statuses of a work item on all days at once: a step function of the day. Source: docs/status.md.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::evaluate::{ChangeSummary, Evaluator};
use super::progress::ProgressTree;
use super::rolled::rolled;
use super::work_item_status::WorkItemStatus;
use crate::date::{AsOf, Day};
use crate::model::{Plan, Report, Successions, UnitIx, WorkItem, WorkItemIx};

/// The statuses of the work items of a plan on all days, according to what was known on a day.
#[derive(Debug)]
pub struct Timeline<'p> {
    plan: &'p Plan,
    known: Option<Day>,
    successions: Arc<Successions>,
    /// The first days on which a deadline is due soon.
    due_soon: HashMap<Day, Day>,
    /// The days on which the units that answer for a unit may change.
    of_units: HashMap<UnitIx, Vec<Day>>,
}

/// The status of a work item on the days from a first one up to the beginning of the next span.
#[derive(Debug, Clone, PartialEq)]
pub struct StatusSpan {
    /// The first day.
    pub first: Day,
    /// The status on that day; on the others only the days left and late differ.
    pub status: WorkItemStatus,
}

impl<'p> Timeline<'p> {
    /// Returns the timeline of a plan; with `known`, later entries do not count (`--known`).
    pub fn new(plan: &'p Plan, known: Option<Day>) -> Self {
        let successions = Arc::new(Successions::of(&plan.registry));
        Self { plan, known, successions, due_soon: HashMap::new(), of_units: HashMap::new() }
    }

    /// Returns the spans of a work item, the first from [`Day::MIN`] on, each different from the one before it.
    pub fn spans(&mut self, work_item: WorkItemIx) -> Vec<StatusSpan> {
        let (plan, known) = (self.plan, self.known);
        let item = plan.work_item(work_item);
        let knows = |date: Day| AsOf { day: date, known }.knows(date);
        let changes: Vec<_> = item
            .changes
            .iter()
            .filter_map(|at| plan.changes.get(*at as usize))
            .filter(|change| knows(change.date))
            .collect();
        let reports: Vec<&Report> = item
            .reports
            .iter()
            .filter_map(|at| plan.reports.get(*at as usize))
            .filter(|report| knows(report.date))
            .collect();
        // Reports count in the order of their dates, and from the days that they describe.
        let mut by_day: Vec<(Day, usize)> =
            reports.iter().enumerate().map(|(at, report)| (report.as_of, at)).collect();
        by_day.sort_unstable();

        let mut days = self.days(item, changes.iter().filter_map(|change| change.due));
        days.extend(changes.iter().map(|change| change.date));
        days.extend(by_day.iter().map(|(day, _)| *day));
        for lead in changes.iter().filter_map(|change| change.lead) {
            days.extend_from_slice(self.days_of(lead));
        }
        days.sort_unstable();
        days.dedup();

        let mut changed = ChangeSummary::default();
        let mut progress = ProgressTree::new(reports.len());
        let (mut changes, mut by_day) = (changes.into_iter().peekable(), by_day.into_iter().peekable());
        let mut spans: Vec<StatusSpan> = Vec::new();
        for day in days {
            while let Some(change) = changes.next_if(|change| change.date <= day) {
                changed.add(change);
            }
            while let Some((_, at)) = by_day.next_if(|(of, _)| *of <= day) {
                progress.count(at, reports[at]);
            }
            let mut engine = Evaluator::with(plan, AsOf { day, known }, Arc::clone(&self.successions));
            let status = engine.status(work_item, &changed, &progress.summary());
            if spans.last().is_none_or(|last| !last.status.goes_on_as(&status)) {
                spans.push(StatusSpan { first: day, status });
            }
        }
        spans
    }

    /// Returns the days on which a status may change without an entry: those of the deadlines, and of the units.
    fn days(&mut self, item: &WorkItem, extensions: impl Iterator<Item = Day>) -> Vec<Day> {
        let plan = self.plan;
        let mut days = vec![Day::MIN];
        days.extend(plan.occurrence(item).and_then(|occurrence| occurrence.from));
        for extended_to in std::iter::once(None).chain(extensions.map(Some)) {
            if let Some(deadline) = self.deadline(item, extended_to) {
                days.push(self.due_soon_from(deadline));
                days.extend(deadline.plus(1));
            }
        }
        for unit in plan.units(item.holder, item) {
            days.extend_from_slice(self.days_of(unit));
        }
        days
    }

    /// Returns the last day that is in time for a work item, given the last extension, if there is one.
    pub fn deadline(&self, work_item: &WorkItem, extended_to: Option<Day>) -> Option<Day> {
        rolled(self.plan, work_item, extended_to).map(|rolled| rolled.deadline)
    }

    /// Returns the first day on which work with a deadline is due soon.
    pub fn due_soon_from(&mut self, deadline: Day) -> Day {
        let (calendar, due_soon) = (&self.plan.calendar, self.plan.settings.due_soon);
        *self.due_soon.entry(deadline).or_insert_with(|| calendar.first_day_within(due_soon, deadline))
    }

    /// Returns the days on which a unit, or one that succeeds it, begins or has ended.
    fn days_of(&mut self, unit: UnitIx) -> &[Day] {
        let registry = &self.plan.registry;
        self.of_units.entry(unit).or_insert_with(|| {
            let mut days = Vec::new();
            let (mut open, mut seen) = (vec![unit], HashSet::from([unit]));
            while let Some(unit) = open.pop() {
                let unit = registry.unit(unit);
                days.extend(unit.from);
                days.extend(unit.until.and_then(|until| until.plus(1)));
                open.extend(unit.successors.iter().copied().filter(|next| seen.insert(*next)));
            }
            days
        })
    }
}

impl WorkItemStatus {
    /// Returns true if a later status of the same work item says the same, apart from days left and late.
    fn goes_on_as(&self, later: &Self) -> bool {
        (self.status, self.progress, self.deadline, self.done, self.reported, self.unit, self.extensions)
            == (
                later.status,
                later.progress,
                later.deadline,
                later.done,
                later.reported,
                later.unit,
                later.extensions,
            )
            && self.percent == later.percent
            && self.answers == later.answers
    }
}
