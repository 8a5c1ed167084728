//! The context of a deadline: a period, a calendar and settings.

use crate::date::{Calendar, DateRange, Day};

use super::error::{DeadlineError, DeadlineErrorReason};
use super::expression::{CountUnit, TimeConstraint, TimeExtent, TimeReference};

/// The most days between a school year and a day that belongs to it.
const SCHOOL_YEAR_MARGIN: i64 = 92;

/// The span of days that a plan covers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Period {
    /// The days of the period.
    pub range: DateRange,
    /// Its words as written, or its days: `năm học 2022-2023`.
    pub text: String,
    /// The first calendar year, if the period is a school year.
    pub school_year: Option<i32>,
}

impl Period {
    /// Returns the period from a day to a day.
    ///
    /// # Errors
    /// Fails if the last day lies before the first.
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

    /// Returns the days that a deadline of the period may name: those of the period, round a school year 92 days
    /// more on each side.
    pub fn reach(&self) -> DateRange {
        let DateRange { first, last } = self.range;
        let margin = if self.school_year.is_some() { SCHOOL_YEAR_MARGIN } else { 0 };
        DateRange { first: first.saturating_plus(-margin), last: last.saturating_plus(margin) }
    }

    /// Returns a calendar year; none outside 1900–2999.
    pub fn year(year: i32) -> Option<Self> {
        Some(Self { range: DateRange::year(year)?, text: year.to_string(), school_year: None })
    }
}

/// The reading of `trước` before a day (`settings.before`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum BeforeReading {
    /// The named day is too late.
    #[default]
    Exclusive,
    /// The named day is in time.
    Inclusive,
}

/// The context in which a deadline is resolved.
#[derive(Debug, Clone, Copy)]
pub struct DeadlineContext<'a> {
    /// The plan's period.
    pub period: &'a Period,
    /// The plan's calendar.
    pub calendar: &'a Calendar,
    /// The reading of `trước` before a day.
    pub before: BeforeReading,
    /// The assignment's own `from`. It replaces the first day of a single deadline; of a recurring one it
    /// leaves out the occurrences due before it.
    pub from: Option<Day>,
    /// The day on which the plan was issued. Counts of days from it are undated without it, and occurrences due
    /// before it do not open.
    pub issued: Option<Day>,
}

impl<'a> DeadlineContext<'a> {
    /// Returns a context with `trước` exclusive, no `from` and no day of issue.
    pub fn new(period: &'a Period, calendar: &'a Calendar) -> Self {
        Self { period, calendar, before: BeforeReading::default(), from: None, issued: None }
    }

    /// Returns the last day of a term after a day, which itself does not count, or the first day of one before it;
    /// none outside 1900–2999. A term of months ends with the day of the same number, or with the month
    /// (BLDS 2015, Điều 148 khoản 3).
    pub(super) fn counted(&self, since: Day, number: u32, unit: CountUnit, back: bool) -> Option<Day> {
        let signed = |number: i64| if back { -number } else { number };
        let number_of = i64::from(number);
        match unit {
            CountUnit::Day => since.plus(signed(number_of)),
            CountUnit::Week => since.plus(signed(7 * number_of)),
            CountUnit::Month => since.plus_months(signed(number_of)),
            CountUnit::Year => since.plus_months(signed(12 * number_of)),
            CountUnit::WorkingDay if back => {
                (0..number).try_fold(since, |day, _| self.calendar.working_day_on_or_before(day.plus(-1)?))
            }
            CountUnit::WorkingDay => self.calendar.plus_working_days(since, number),
        }
    }

    /// Returns true if `trước` names a day or a point, and the settings count that day as in time.
    pub(super) fn includes_named_day(&self, timed: &TimeConstraint) -> bool {
        self.before == BeforeReading::Inclusive
            && match &timed.extent {
                TimeExtent::One(reference) => reference.is_point(),
                TimeExtent::List(references, _) => references.iter().all(TimeReference::is_point),
                TimeExtent::Run(..) => false,
            }
    }
}
