//! One span of days: the period of a plan, a day or span in a filter.

use crate::date::{Calendar, DateRange, Day};

use super::error::{DeadlineError, DeadlineErrorReason};
use super::expression::{Bound, CalendarPart, Clause, Expression, TimeExtent};
use super::period::{DeadlineContext, Period};
use super::resolve::{ResolveError, YearResolver, resolve};
use super::{grammar, suggest};

impl Period {
    /// Reads a period: a year, or any span with its years (`Quý II/2024`, `giai đoạn 2024-2025`).
    ///
    /// # Errors
    /// Fails for words other than a span, without a year, or with a school year that the calendar lacks.
    pub fn parse(text: &str, calendar: &Calendar) -> Result<Self, DeadlineError> {
        let error = |reason| DeadlineError::new(reason, 0..text.len());
        let no_period = || suggest::with_nearest_period(text, error(DeadlineErrorReason::NoPeriod));
        let expression = grammar::parse(text).map_err(|error| suggest::with_nearest_period(text, error))?;
        let timed = expression.period().ok_or_else(no_period)?;
        let years = YearResolver { period: None, calendar, issued: None };
        let range = match years.span(timed) {
            Ok(Some(range)) => range,
            Ok(None) => return Err(no_period()),
            Err(ResolveError::Error(error)) => return Err(error),
            Err(ResolveError::Unknown(text)) => {
                return Err(error(DeadlineErrorReason::UnknownSchoolYear { text }));
            }
        };
        let school_year = match timed.extent {
            TimeExtent::One(reference) => match reference.part {
                CalendarPart::SchoolYear(year) => year,
                _ => None,
            },
            _ => None,
        };
        Ok(Self { range, text: text.trim().to_owned(), school_year })
    }
}

/// Returns the span of days of an expression: of a day that day, of `Quý II/2024` the quarter. A span without a
/// beginning (`đến …`, `trước …`) begins with [`Day::MIN`], one without an end (`từ …`) ends with [`Day::MAX`].
///
/// # Errors
/// Fails as [`resolve`] does, and for several spans or none.
pub fn resolve_span(
    expression: &Expression,
    context: &DeadlineContext<'_>,
) -> Result<DateRange, DeadlineError> {
    let error = |reason| DeadlineError::new(reason, expression.place.range());
    let years =
        YearResolver { period: Some(context.period), calendar: context.calendar, issued: context.issued };
    let fail = |fail| match fail {
        ResolveError::Error(error) => error,
        ResolveError::Unknown(text) => error(DeadlineErrorReason::UnknownSchoolYear { text }),
    };
    match &*expression.clauses {
        [Clause::Timed(timed)] => {
            let Some(range) = years.span(timed).map_err(fail)? else {
                return Err(error(DeadlineErrorReason::NoSpan));
            };
            Ok(match timed.bound {
                Bound::In => range,
                Bound::Within => {
                    DateRange { first: range.first, last: range.last.previous().max(range.first) }
                }
                Bound::Until => DateRange { first: Day::MIN, last: range.last },
                Bound::From => DateRange { first: range.first, last: Day::MAX },
                Bound::After => DateRange { first: range.last.next(), last: Day::MAX },
                Bound::Before => {
                    let last =
                        if context.includes_named_day(timed) { range.last } else { range.first.previous() };
                    DateRange { first: Day::MIN, last }
                }
            })
        }
        [Clause::Count(_)] => {
            let deadline = resolve(expression, context)?;
            deadline
                .occurrences
                .first()
                .map(|one| DateRange::day(one.due))
                .ok_or_else(|| error(DeadlineErrorReason::NoSpan))
        }
        _ => Err(error(DeadlineErrorReason::NoSpan)),
    }
}
