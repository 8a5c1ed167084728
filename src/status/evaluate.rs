//! The evaluation of a plan on a day: plan and day → statuses. Source: docs/status.md.

use std::collections::HashMap;
use std::sync::Arc;

use super::progress::{Progress, ProgressSummary};
use super::rolled::rolled;
use super::state::{Status, StatusFacts};
use super::work_item_status::WorkItemStatus;
use crate::date::{AsOf, Day};
use crate::deadline::DeadlineKind;
use crate::model::{
    AnsweringUnits, AssignmentIx, Change, Holder, MemberDays, Plan, Successions, WorkItem, WorkItemIx,
};

/// Returns the statuses of a plan on a day, one for each of [`Plan::work_items`], in their order.
pub fn evaluate_all(plan: &Plan, as_of: AsOf) -> Vec<WorkItemStatus> {
    let mut engine = Evaluator::new(plan, as_of);
    (0..plan.work_items.len()).map(|at| engine.work_item(WorkItemIx::new(at))).collect()
}

/// Returns the status of one work item of a plan on a day.
pub fn evaluate(plan: &Plan, work_item: WorkItemIx, as_of: AsOf) -> WorkItemStatus {
    Evaluator::new(plan, as_of).work_item(work_item)
}

/// Returns the statuses of some work items of a plan on a day, in their order.
pub fn evaluate_some(
    plan: &Plan,
    work_items: impl IntoIterator<Item = WorkItemIx>,
    as_of: AsOf,
) -> impl Iterator<Item = WorkItemStatus> {
    let mut engine = Evaluator::new(plan, as_of);
    work_items.into_iter().map(move |work_item| engine.work_item(work_item))
}

/// The evaluation of one plan on one day.
#[derive(Debug)]
pub(super) struct Evaluator<'p> {
    plan: &'p Plan,
    as_of: AsOf,
    successions: Arc<Successions>,
    /// The units that answer for joint work, by holder, assignment and the days that determine them.
    joint_answers: HashMap<(Holder, AssignmentIx, MemberDays), AnsweringUnits>,
}

/// The sum of the changes in force.
#[derive(Debug, Default)]
pub(super) struct ChangeSummary {
    extended_to: Option<Day>,
    extensions: u32,
    dropped: bool,
    unit: Option<Holder>,
}

impl ChangeSummary {
    fn read<'c>(changes: impl IntoIterator<Item = &'c Change>) -> Self {
        let mut sum = Self::default();
        changes.into_iter().for_each(|change| sum.add(change));
        sum
    }

    /// Adds the next change, in the order of their dates.
    pub(super) fn add(&mut self, change: &Change) {
        self.extended_to = change.due.or(self.extended_to);
        self.extensions += u32::from(change.due.is_some());
        self.dropped = change.dropped.unwrap_or(self.dropped);
        self.unit = change.lead.map(Holder::Unit).or(self.unit);
    }
}

impl<'p> Evaluator<'p> {
    fn new(plan: &'p Plan, as_of: AsOf) -> Self {
        Self::with(plan, as_of, Arc::new(Successions::of_one_day()))
    }

    /// The evaluation on one of the days of some successions.
    pub(super) fn with(plan: &'p Plan, as_of: AsOf, successions: Arc<Successions>) -> Self {
        Self { plan, as_of, successions, joint_answers: HashMap::new() }
    }

    fn work_item(&mut self, ix: WorkItemIx) -> WorkItemStatus {
        let (plan, as_of) = (self.plan, self.as_of);
        let work_item = plan.work_item(ix);
        let changed = ChangeSummary::read(
            work_item
                .changes
                .iter()
                .filter_map(|at| plan.changes.get(*at as usize))
                .filter(|change| as_of.is_in_force(change.date)),
        );
        let reports = work_item.reports.iter().filter_map(|at| plan.reports.get(*at as usize));
        let summary = ProgressSummary::read(reports, as_of);
        self.status(ix, &changed, &summary)
    }

    /// Returns the status that follows from the sums of the changes in force and of the reports that count.
    pub(super) fn status(
        &mut self,
        ix: WorkItemIx,
        changed: &ChangeSummary,
        summary: &ProgressSummary,
    ) -> WorkItemStatus {
        let (plan, as_of) = (self.plan, self.as_of);
        let work_item = plan.work_item(ix);
        let occurrence = plan.occurrence(work_item);
        let progress = summary.progress(changed.dropped);
        let done = summary.done.filter(|_| progress == Progress::Done);
        let from = occurrence.and_then(|occurrence| occurrence.from);
        let due = occurrence.map(|occurrence| occurrence.due);
        let deadline = rolled(plan, work_item, changed.extended_to).map(|rolled| rolled.deadline);
        let facts = StatusFacts {
            progress,
            done,
            from,
            deadline,
            continuous: plan.assignment(work_item.assignment).deadline.kind == DeadlineKind::Continuous,
            due_soon: plan.settings.due_soon,
            calendar: &plan.calendar,
        };
        let status = facts.status(as_of.day);
        let late = match status {
            Status::Overdue => deadline.map(|deadline| (deadline, as_of.day)),
            Status::DoneLate => deadline.zip(done),
            _ => None,
        };
        WorkItemStatus {
            work_item: ix,
            as_of,
            progress,
            status,
            unit: changed.unit.unwrap_or(work_item.holder),
            answers: self.answers(work_item, changed.unit, done),
            from,
            due,
            extended_to: changed.extended_to,
            deadline,
            extensions: changed.extensions,
            done,
            percent: if progress == Progress::Done { Some(100.0) } else { summary.percent },
            reported: summary.reported,
            days_late: late.map_or(0, |(deadline, to)| deadline.until(to)),
            working_days_late: late
                .map_or(0, |(deadline, to)| plan.calendar.working_days_between(deadline, to)),
        }
    }

    /// Returns the units that answer, computed once for all work items of a group that open on the same day.
    fn answers(&mut self, work_item: &WorkItem, new: Option<Holder>, done: Option<Day>) -> AnsweringUnits {
        let (plan, as_of) = (self.plan, self.as_of);
        match new.unwrap_or(work_item.holder) {
            // Only work that was open when the unit ended passes to its successors.
            Holder::Unit(unit)
                if done.zip(plan.registry.unit(unit).until).is_some_and(|(done, until)| done <= until) =>
            {
                AnsweringUnits::One(unit)
            }
            Holder::Unit(unit) => self.successions.answering(&plan.registry, unit, as_of.day),
            holder @ (Holder::Group(_) | Holder::Joint) => {
                let days = MemberDays::of(plan.occurrence(work_item), plan.period.range.first);
                let key = (holder, work_item.assignment, days);
                let answering = || plan.answering(&self.successions, work_item, as_of.day, as_of.known);
                self.joint_answers.entry(key).or_insert_with(answering).clone()
            }
        }
    }
}
