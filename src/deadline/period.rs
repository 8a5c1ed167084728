//! What a deadline is read against: a period, a calendar, two settings.

use crate::date::{Calendar, DateRange, Day};

use super::error::{DeadlineError, DeadlineErrorReason};
use super::expression::{TimeConstraint, TimeExtent, TimeReference};

/// The span of days that a plan is for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Period {
    /// The days.
    pub range: DateRange,
    /// Its words as they were written, or its days: `năm học 2022-2023`.
    pub text: String,
    /// The first calendar year of the school year that it is, if it is one.
    pub school_year: Option<i32>,
}

impl Period {
    /// The period from a day to a day.
    ///
    /// # Errors
    /// When the last day lies before the first.
    pub fn from_days(first: Day, last: Day) -> Result<Self, DeadlineError> {
        let Some(range) = DateRange::new(first, last) else {
            return Err(DeadlineError::new(DeadlineErrorReason::EndBeforeStart { first, last }, 0..0));
        };
        let text = format!(
            "từ {} đến {}",
            first.show(crate::language::Lang::Vi),
            last.show(crate::language::Lang::Vi)
        );
        Ok(Self { range, text, school_year: None })
    }

    /// A calendar year, if it lies in 1900–2999.
    pub fn year(year: i32) -> Option<Self> {
        Some(Self { range: DateRange::year(year)?, text: year.to_string(), school_year: None })
    }
}

/// How `trước` a day is read (`settings.before`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum BeforeReading {
    /// The day itself is too late.
    #[default]
    Exclusive,
    /// The day itself is in time.
    Inclusive,
}

/// What a deadline is read against.
#[derive(Debug, Clone, Copy)]
pub struct DeadlineContext<'a> {
    /// The plan's period.
    pub period: &'a Period,
    /// The plan's calendar.
    pub calendar: &'a Calendar,
    /// How `trước` a day is read.
    pub before: BeforeReading,
    /// The item's own `from`: it replaces the first day that the words give; of what recurs it only
    /// leaves out the occurrences that are due before it.
    pub from: Option<Day>,
}

impl<'a> DeadlineContext<'a> {
    /// A reading with `trước` exclusive and no `from`.
    pub fn new(period: &'a Period, calendar: &'a Calendar) -> Self {
        Self { period, calendar, before: BeforeReading::default(), from: None }
    }

    /// Returns true if `trước` names a day, or a point, and the settings count that day in.
    pub(super) fn includes_named_day(&self, timed: &TimeConstraint) -> bool {
        self.before == BeforeReading::Inclusive
            && match &timed.shape {
                TimeExtent::One(target) => target.is_point(),
                TimeExtent::List(targets, _) => targets.iter().all(TimeReference::is_point),
                TimeExtent::Run(..) => false,
            }
    }
}
