//! The status of a work item on a day. Source: docs/status.md, Progress and status.

use super::progress::Progress;
use crate::date::{Calendar, Day};
use crate::language::Message;

/// The status of a work item: the first that holds, in the order of docs/status.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// A change drops it.
    Dropped,
    /// Done on or before the deadline.
    DoneOnTime,
    /// Done after the deadline.
    DoneLate,
    /// Done without a deadline.
    DoneUndated,
    /// Continuous work, which has no date.
    Continuous,
    /// No date yet.
    Undated,
    /// The day is after the deadline.
    Overdue,
    /// At most `settings.due_soon` working days are left.
    DueSoon,
    /// The first day is in the future, and the work has not started.
    Upcoming,
    /// Otherwise.
    OnTrack,
}

impl Status {
    /// All statuses, in the order of docs/status.md.
    pub const ALL: [Self; 10] = [
        Self::Dropped,
        Self::DoneOnTime,
        Self::DoneLate,
        Self::DoneUndated,
        Self::Continuous,
        Self::Undated,
        Self::Overdue,
        Self::DueSoon,
        Self::Upcoming,
        Self::OnTrack,
    ];

    /// Returns the identifier in filters and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Dropped => "dropped",
            Self::DoneOnTime => "done-on-time",
            Self::DoneLate => "done-late",
            Self::DoneUndated => "done-undated",
            Self::Continuous => "continuous",
            Self::Undated => "undated",
            Self::Overdue => "overdue",
            Self::DueSoon => "due-soon",
            Self::Upcoming => "upcoming",
            Self::OnTrack => "on-track",
        }
    }

    /// Returns the name.
    pub fn name(self) -> Message {
        match self {
            Self::Dropped => Message::fixed("không thực hiện", "dropped"),
            Self::DoneOnTime => Message::fixed("hoàn thành đúng hạn", "done on time"),
            Self::DoneLate => Message::fixed("hoàn thành quá hạn", "done late"),
            Self::DoneUndated => Message::fixed("hoàn thành, không hạn", "done, no deadline"),
            Self::Continuous => Message::fixed("thường xuyên", "continuous"),
            Self::Undated => Message::fixed("chưa xác định thời hạn", "undated"),
            Self::Overdue => Message::fixed("quá hạn", "overdue"),
            Self::DueSoon => Message::fixed("sắp đến hạn", "due soon"),
            Self::Upcoming => Message::fixed("chưa đến kỳ", "upcoming"),
            Self::OnTrack => Message::fixed("trong hạn", "on track"),
        }
    }

    /// Returns the status with an [`id`](Self::id).
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.id() == id)
    }

    /// Returns true if the work is done, in time or not.
    pub fn is_done(self) -> bool {
        matches!(self, Self::DoneOnTime | Self::DoneLate | Self::DoneUndated)
    }

    /// Returns true if the work is neither done nor dropped.
    pub fn is_open(self) -> bool {
        !self.is_done() && self != Self::Dropped
    }
}

/// The facts that determine a status.
pub(super) struct StatusFacts<'c> {
    pub(super) progress: Progress,
    pub(super) done: Option<Day>,
    pub(super) from: Option<Day>,
    pub(super) deadline: Option<Day>,
    /// True for continuous work.
    pub(super) continuous: bool,
    pub(super) due_soon: u32,
    pub(super) calendar: &'c Calendar,
}

impl StatusFacts<'_> {
    /// Returns the status on a day: the first row of the table that holds.
    pub(super) fn status(&self, day: Day) -> Status {
        if self.progress == Progress::Dropped {
            return Status::Dropped;
        }
        let Some(deadline) = self.deadline else {
            return match (self.progress, self.continuous) {
                (Progress::Done, _) => Status::DoneUndated,
                (_, true) => Status::Continuous,
                (_, false) => Status::Undated,
            };
        };
        if self.progress == Progress::Done {
            let late = self.done.is_some_and(|done| done > deadline);
            return if late { Status::DoneLate } else { Status::DoneOnTime };
        }
        if day > deadline {
            return Status::Overdue;
        }
        if self.calendar.working_days_between(day, deadline) <= i64::from(self.due_soon) {
            return Status::DueSoon;
        }
        let begins_later = self.from.is_some_and(|from| from > day);
        if begins_later && self.progress == Progress::NotStarted { Status::Upcoming } else { Status::OnTrack }
    }
}
