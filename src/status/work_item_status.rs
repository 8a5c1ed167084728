//! The status of a work item on a day. Source: docs/status.md.

use std::borrow::Cow;

use super::progress::Progress;
use super::rolled::rolled;
use super::state::Status;
use crate::date::{AsOf, Day};
use crate::deadline::Rolled;
use crate::model::{
    AnsweringUnits, Assignment, Change, ColumnIx, Holder, OwnValue, Party, Plan, Report, WorkItem, WorkItemIx,
};

/// The status of a work item on a day: a pure function of plan and day.
///
/// It holds only days and numbers; methods that return words take the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkItemStatus {
    /// The work item in the plan.
    pub work_item: WorkItemIx,
    /// The day of the status, and the day until which entries were known.
    pub as_of: AsOf,
    /// The progress.
    pub progress: Progress,
    /// The status.
    pub status: Status,
    /// The holder on that day: the unit of the key, or the new lead after a change of lead.
    pub unit: Holder,
    /// The units that answer for it on that day.
    pub answers: AnsweringUnits,
    /// The first day on which it is open.
    pub from: Option<Day>,
    /// The last day, as first written.
    pub due: Option<Day>,
    /// The day of the last extension in force.
    pub extended_to: Option<Day>,
    /// The last day that is still in time: `extended_to`, else `due`, rolled.
    pub deadline: Option<Day>,
    /// The number of changes of the last day in force.
    pub extensions: u32,
    /// The day on which the work was done.
    pub done: Option<Day>,
    /// The percentage done: 100 when the work is done, else the last one reported.
    pub percent: Option<f64>,
    /// The day of the last report that counts.
    pub reported: Option<Day>,
    /// Calendar days late; 0 unless overdue or done late.
    pub days_late: i64,
    /// Working days in the same span without its first day.
    pub working_days_late: i64,
}

impl WorkItemStatus {
    /// Returns the work item in the plan.
    pub fn work_item<'p>(&self, plan: &'p Plan) -> &'p WorkItem {
        plan.work_item(self.work_item)
    }

    /// Returns the assignment.
    pub fn assignment<'p>(&self, plan: &'p Plan) -> &'p Assignment {
        plan.assignment(self.work_item(plan).assignment)
    }

    /// Returns the id of the task or row.
    pub fn id<'p>(&self, plan: &'p Plan) -> &'p str {
        &self.assignment(plan).id
    }

    /// Returns the title of the assignment.
    pub fn title<'p>(&self, plan: &'p Plan) -> &'p str {
        &self.assignment(plan).title
    }

    /// Returns the label of the occurrence, such as `2024-Q2`.
    pub fn period<'p>(&self, plan: &'p Plan) -> Option<&'p str> {
        plan.period_label(self.work_item(plan))
    }

    /// Returns the permanent key: `PLAN/ID/UNIT/PERIOD`.
    pub fn key(&self, plan: &Plan) -> String {
        plan.key(self.work_item(plan))
    }

    /// Returns the id of the holder on that day: of a unit or a group, or several joined by `+`.
    pub fn unit_id<'p>(&self, plan: &'p Plan) -> Cow<'p, str> {
        self.holder(plan, "+", |party| plan.registry.id(party))
    }

    /// Returns the name of the holder on that day; several are joined by `, `.
    pub fn unit_name<'p>(&self, plan: &'p Plan) -> Cow<'p, str> {
        self.holder(plan, ", ", |party| plan.registry.name(party))
    }

    /// Returns the kind of the holder on that day: that of the unit, or `group`, or `joint`.
    pub fn unit_kind<'p>(&self, plan: &'p Plan) -> &'p str {
        match self.unit {
            Holder::Unit(unit) => &plan.registry.unit(unit).kind,
            Holder::Group(_) => "group",
            Holder::Joint => "joint",
        }
    }

    /// Returns the last day in force before rolling, which determines month and quarter in groupings.
    pub fn day_in_force(&self) -> Option<Day> {
        self.extended_to.or(self.due)
    }

    /// Returns the days from the day of the status to the deadline; negative when it is past.
    pub fn days_left(&self) -> Option<i64> {
        self.deadline.map(|deadline| self.as_of.day.until(deadline))
    }

    /// Returns the rolling of the last day in force, with its reason.
    pub fn rolled(&self, plan: &Plan) -> Option<Rolled> {
        rolled(plan, self.work_item(plan), self.extended_to)
    }

    /// Returns the year whose announcement of days off may change the last day that is in time, if there is one.
    pub fn unannounced(&self, plan: &Plan) -> Option<i32> {
        let (day, deadline) = (self.day_in_force()?, self.deadline?);
        let counted = match self.extended_to {
            None => self.assignment(plan).deadline.unannounced,
            Some(_) => None,
        };
        if counted.is_some() || (plan.calendar.knows(day.year()) && plan.calendar.knows(deadline.year())) {
            return counted;
        }
        self.rolled(plan)?.unannounced(plan.roll_of(self.assignment(plan)), &plan.calendar)
    }

    /// Returns the reports that count on that day, in the order of reporting.
    pub fn reports<'p>(&self, plan: &'p Plan) -> impl DoubleEndedIterator<Item = &'p Report> + use<'p> {
        let as_of = self.as_of;
        let reports = self.work_item(plan).reports.iter().filter_map(|at| plan.reports.get(*at as usize));
        reports.filter(move |report| as_of.counts(report.date, report.as_of))
    }

    /// Returns the changes in force on that day, in the order of their dates.
    pub fn changes<'p>(&self, plan: &'p Plan) -> impl DoubleEndedIterator<Item = &'p Change> + use<'p> {
        let as_of = self.as_of;
        let changes = self.work_item(plan).changes.iter().filter_map(|at| plan.changes.get(*at as usize));
        changes.filter(move |change| as_of.is_in_force(change.date))
    }

    /// Returns the change by which the work is dropped on that day: the first since an earlier drop was taken back.
    pub fn dropped_by<'p>(&self, plan: &'p Plan) -> Option<&'p Change> {
        self.changes(plan).fold(None, |dropped, change| match change.dropped {
            Some(true) => dropped.or(Some(change)),
            Some(false) => None,
            None => dropped,
        })
    }

    /// Returns the evidence of the reports that count, in their order.
    pub fn evidence<'p>(&self, plan: &'p Plan) -> impl DoubleEndedIterator<Item = &'p str> + use<'p> {
        self.reports(plan).filter_map(|report| report.evidence.as_deref())
    }

    /// Returns the day on which the last report that counts, or the last change in force, was entered.
    pub fn last_entry(&self, plan: &Plan) -> Option<Day> {
        let reports = self.reports(plan).map(|report| report.date);
        reports.chain(self.changes(plan).map(|change| change.date)).max()
    }

    /// Returns the value in a column of the plan's own: what was last reported, else what the task or row says.
    pub fn own<'p>(&self, plan: &'p Plan, column: ColumnIx) -> Option<&'p OwnValue> {
        let reported = self.reports(plan).rev().find_map(|report| report.own.get(column));
        reported.or_else(|| self.assignment(plan).own.get(column))
    }

    fn holder<'p>(&self, plan: &'p Plan, joined: &str, word: impl Fn(Party) -> &'p str) -> Cow<'p, str> {
        match self.unit {
            Holder::Unit(unit) => word(Party::Unit(unit)).into(),
            Holder::Group(group) => word(Party::Group(group)).into(),
            Holder::Joint => {
                let words: Vec<&str> = self.assignment(plan).lead.iter().map(|lead| word(*lead)).collect();
                words.join(joined).into()
            }
        }
    }
}
