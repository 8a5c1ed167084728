//! Statuses together with their plans, for answers over several plans.

use super::work_item_status::WorkItemStatus;
use crate::date::Day;
use crate::deadline::{Period, label_name};
use crate::language::Message;
use crate::model::{Assignment, Plan};

/// A work item on a day, with its plan.
#[derive(Debug, Clone, Copy)]
pub struct PlanWorkItem<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The work item.
    pub item: &'p WorkItemStatus,
}

impl<'p> PlanWorkItem<'p> {
    /// Returns a work item of a plan.
    pub fn new(plan: &'p Plan, item: &'p WorkItemStatus) -> Self {
        Self { plan, item }
    }

    /// Returns the tracked task or row.
    pub fn assignment(&self) -> &'p Assignment {
        self.item.assignment(self.plan)
    }

    /// Returns the occurrence as people say it, with its year where the plan has several.
    pub fn period_name(&self) -> Option<Message> {
        let Period { range, school_year, .. } = &self.plan.period;
        let label = self.item.period(self.plan)?;
        let is_term = school_year.is_some() && label.contains("-HK");
        Some(label_name(label, range.first.year() != range.last.year() && !is_term))
    }

    /// Returns true if the work is neither done nor dropped, and its last day is past, before rolling or after it.
    pub fn is_past_day(&self) -> bool {
        let days = [self.item.day_in_force(), self.item.deadline];
        let is_past = days.into_iter().flatten().any(|day| day < self.item.as_of.day);
        self.item.status.is_open() && is_past
    }

    /// Returns true if the work is neither done nor dropped, and its deadline lies in `first..=last`.
    pub fn is_due_within(&self, first: Day, last: Day) -> bool {
        let within = |deadline: Day| first <= deadline && deadline <= last;
        self.item.status.is_open() && self.item.deadline.is_some_and(within)
    }
}
