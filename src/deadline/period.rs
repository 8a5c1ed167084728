//! What a deadline is read against: a period, a calendar, two settings.

use crate::date::{Calendar, DateRange, Day};

use super::error::{DeadlineError, DeadlineErrorReason};
use super::expression::{Bound, CalendarPart, Clause, TimeShape};
use super::resolve::{ResolveError, Years};
use super::{grammar, suggest};

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
    /// Reads a period: a year, or any span that knows its years (`Quý II/2024`, `giai đoạn 2024-2025`).
    ///
    /// # Errors
    /// For what is no span, has no year, or is a school year that the calendar does not know.
    pub fn parse(text: &str, calendar: &Calendar) -> Result<Self, DeadlineError> {
        let error = |reason| DeadlineError::new(reason, 0..text.len());
        let expression = grammar::parse(text).map_err(|error| suggest::with_nearest(text, error))?;
        let [Clause::Timed(timed)] = &*expression.clauses else {
            return Err(error(DeadlineErrorReason::NoSpan));
        };
        let is_point = |shape: &TimeShape| matches!(shape, TimeShape::One(target) if target.edge.is_some() || target.part.is_day());
        if timed.bound != Bound::In || is_point(&timed.shape) {
            return Err(error(DeadlineErrorReason::NoSpan));
        }
        let years = Years { period: None, calendar };
        let range = match years.span(timed) {
            Ok(Some(range)) => range,
            Ok(None) => return Err(error(DeadlineErrorReason::NoSpan)),
            Err(ResolveError::Error(error)) => return Err(error),
            Err(ResolveError::Unknown(text)) => {
                return Err(error(DeadlineErrorReason::UnknownSchoolYear { text }));
            }
        };
        let school_year = match timed.shape {
            TimeShape::One(target) => match target.part {
                CalendarPart::SchoolYear(year) => year,
                _ => None,
            },
            _ => None,
        };
        Ok(Self { range, text: text.trim().to_owned(), school_year })
    }

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
pub enum Before {
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
    pub before: Before,
    /// The item's own `from`: it replaces the first day that the words give; of what recurs it only
    /// leaves out the occurrences that are due before it.
    pub from: Option<Day>,
}

impl<'a> DeadlineContext<'a> {
    /// A reading with `trước` exclusive and no `from`.
    pub fn new(period: &'a Period, calendar: &'a Calendar) -> Self {
        Self { period, calendar, before: Before::default(), from: None }
    }
}
