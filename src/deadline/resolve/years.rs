//! The days of a reference to the calendar, and its year where none is written.

use crate::date::{Calendar, DateRange, Day};

use crate::deadline::display::school_year_name;
use crate::deadline::error::{DeadlineError, DeadlineErrorReason};
use crate::deadline::expression::{CalendarPart, Edge, Join, TimeConstraint, TimeExtent, TimeReference};
use crate::deadline::period::Period;

/// A reason why a reference has no days.
#[derive(Debug)]
pub(in crate::deadline) enum ResolveError {
    Error(DeadlineError),
    /// The calendar has no such school year.
    Unknown(String),
}

impl From<DeadlineError> for ResolveError {
    fn from(error: DeadlineError) -> Self {
        Self::Error(error)
    }
}

/// The source of the years that the words leave out.
#[derive(Clone, Copy)]
pub(in crate::deadline) struct YearResolver<'a> {
    pub(in crate::deadline) period: Option<&'a Period>,
    pub(in crate::deadline) calendar: &'a Calendar,
    /// The day on which the plan was issued, which determines the year of a day near a school year.
    pub(in crate::deadline) issued: Option<Day>,
}

impl YearResolver<'_> {
    /// Returns the days of a constraint regardless of its bound; none if they are several spans.
    pub(in crate::deadline) fn span(
        &self,
        timed: &TimeConstraint,
    ) -> Result<Option<DateRange>, ResolveError> {
        match &timed.extent {
            TimeExtent::One(reference) => self.reference(reference).map(Some),
            TimeExtent::Run(first, last) => self.run(first, last).map(Some),
            TimeExtent::List(references, join) => {
                let ranges = self.list(references)?;
                if *join == Join::And || has_gap(&ranges) {
                    return Ok(None);
                }
                let ends = ranges.first().zip(ranges.last());
                Ok(ends.and_then(|(first, last)| DateRange::new(first.first, last.last)))
            }
        }
    }

    /// Returns the days of a reference; without a year, in the only year of the period in which it lies.
    pub(super) fn reference(&self, reference: &TimeReference) -> Result<DateRange, ResolveError> {
        match reference.part.year() {
            Some(year) => {
                if let CalendarPart::BareYears(first, last) = reference.part {
                    // In the plan of a school year its two years are the school year.
                    if self.period.is_some_and(|of| of.school_year == Some(first) && first + 1 == last) {
                        let part = CalendarPart::SchoolYear(Some(first));
                        return self.in_year(&TimeReference { part, ..*reference }, first);
                    }
                    self.check_years(reference, first, last)?;
                }
                self.in_year(reference, year)
            }
            None if reference.part.is_school() => self.school_of_period(reference),
            None => self.year_of_period(reference),
        }
    }

    /// Returns the days of a reference as [`reference`](Self::reference) does, but in the year `hint` where the
    /// period has none for it, or several.
    pub(super) fn reference_or(
        &self,
        reference: &TimeReference,
        hint: Option<i32>,
    ) -> Result<DateRange, ResolveError> {
        match (self.reference(reference), hint) {
            (Err(ResolveError::Error(_)), Some(year))
                if reference.part.year().is_none() && !reference.part.is_school() =>
            {
                self.in_year(reference, year)
            }
            (result, _) => result,
        }
    }

    /// Returns the days from the first of one reference to the last of another; the year may stand on either.
    pub(super) fn run(&self, first: &TimeReference, last: &TimeReference) -> Result<DateRange, ResolveError> {
        let shared = first.part.is_school() == last.part.is_school();
        let (from, to) = match (first.part.year(), last.part.year()) {
            (None, Some(year)) if shared => {
                let to = self.reference(last)?;
                (self.taking(first, year, |range| range.first <= to.last)?, to)
            }
            (Some(year), None) if shared => {
                let from = self.reference(first)?;
                (from, self.taking(last, year, |range| from.first <= range.last)?)
            }
            _ => (self.reference(first)?, self.reference(last)?),
        };
        DateRange::new(from.first, to.last).ok_or_else(|| {
            let reason = DeadlineErrorReason::EndBeforeStart { first: from.first, last: to.last };
            DeadlineError::new(reason, first.place.start as usize..last.place.end as usize).into()
        })
    }

    /// Returns the ranges of a list; one without a year takes that of the next one with a year, else of the last.
    pub(super) fn list(&self, references: &[TimeReference]) -> Result<Vec<DateRange>, ResolveError> {
        let mut ranges: Vec<DateRange> = Vec::with_capacity(references.len());
        let mut year = None;
        for (at, reference) in references.iter().enumerate().rev() {
            let hint = reference
                .part
                .year()
                .or(year)
                .or_else(|| references.iter().take(at).rev().find_map(|before| before.part.year()));
            let next = ranges.last().copied();
            ranges.push(match hint {
                Some(hint) => {
                    self.taking(reference, hint, |range| next.is_none_or(|next| range.first < next.first))?
                }
                None => self.reference(reference)?,
            });
            year = reference.part.year().or(year);
        }
        ranges.reverse();
        Ok(ranges)
    }

    /// Returns the days in the year written beside the reference; where these do not suit, in a year of the period.
    fn taking(
        &self,
        reference: &TimeReference,
        year: i32,
        suits: impl Fn(DateRange) -> bool,
    ) -> Result<DateRange, ResolveError> {
        let beside = self.in_year(reference, year);
        if beside.as_ref().is_ok_and(|range| suits(*range)) {
            return beside;
        }
        match self.reference(reference) {
            Ok(range) if suits(range) => Ok(range),
            _ => beside,
        }
    }

    /// Returns the days of a reference in a year; for a school year, in the one that begins in that year.
    fn in_year(&self, reference: &TimeReference, year: i32) -> Result<DateRange, ResolveError> {
        let range = if reference.part.is_school() {
            self.school(reference.part, year)
        } else {
            calendar_range(reference.part, year)
        };
        match range {
            Some(range) => Ok(point(reference, range)),
            None if reference.part.is_school() => {
                Err(ResolveError::Unknown(format!("năm học {}", school_year_name(year))))
            }
            None => Err(mistake(reference, year).into()),
        }
    }

    /// Returns an error unless the period has both years of a bare range: `2024-2025` may be a school year.
    fn check_years(&self, reference: &TimeReference, first: i32, last: i32) -> Result<(), DeadlineError> {
        let covers = |period: &Period| period.range.first.year() <= first && last <= period.range.last.year();
        if self.period.is_some_and(covers) {
            return Ok(());
        }
        let part = format!("{first}-{last}");
        let reason = DeadlineErrorReason::Unreadable { part, is_event: false };
        let mut error = DeadlineError::new(reason, reference.place.range());
        error.nearest.push(format!("giai đoạn {first}-{last}"));
        if first + 1 == last {
            error.nearest.push(format!("năm học {first}-{last}"));
        }
        Err(error)
    }

    /// Returns the only year in which a day or month lies within 92 days of a school year; of two years, the
    /// first one in which it ends on or after the day of issue.
    fn near_school_year(&self, reference: &TimeReference, period: &Period) -> Option<i32> {
        let fits = matches!(reference.part, CalendarPart::Day { .. } | CalendarPart::Month { .. });
        if period.school_year.is_none() || !fits {
            return None;
        }
        let range = period.range;
        let near: Vec<(i32, DateRange)> = (range.first.year() - 1..=range.last.year() + 1)
            .filter_map(|year| Some((year, calendar_range(reference.part, year)?)))
            .filter(|(_, of)| of.overlaps(period.reach()))
            .collect();
        match (near.as_slice(), self.issued) {
            ([(year, _)], _) => Some(*year),
            ([.., (last, _)], Some(issued)) => {
                near.iter().find(|(_, of)| issued <= of.last).map(|(year, _)| *year).or(Some(*last))
            }
            _ => None,
        }
    }

    fn school(&self, part: CalendarPart, year: i32) -> Option<DateRange> {
        let year = self.calendar.school_year(year)?;
        match part {
            CalendarPart::Term { term, .. } => year.term(term),
            _ => Some(year.range()),
        }
    }

    fn year_of_period(&self, reference: &TimeReference) -> Result<DateRange, ResolveError> {
        let Some(period) = self.period else { return Err(no_year(reference, None).into()) };
        let range = period.range;
        let candidates = range.first.year()..=range.last.year();
        let in_years = |lies: &dyn Fn(i32) -> bool| {
            let mut years = candidates.clone().filter(|year| lies(*year));
            (years.next(), years.next())
        };
        if reference.edge.is_some()
            && let (Some(year), None) = in_years(&|year| {
                calendar_range(reference.part, year)
                    .is_some_and(|of| range.contains(point(reference, of).last))
            })
        {
            return self.in_year(reference, year);
        }
        match in_years(&|year| calendar_range(reference.part, year).is_some_and(|of| of.overlaps(range))) {
            (Some(year), None) => self.in_year(reference, year),
            (Some(first), Some(second)) => {
                let years = [first.to_string(), second.to_string()];
                Err(two_years(reference, years).into())
            }
            (None, _) => {
                if let Some(year) = self.near_school_year(reference, period) {
                    return self.in_year(reference, year);
                }
                let year = range.first.year();
                if year == range.last.year() && calendar_range(reference.part, year).is_none() {
                    return Err(mistake(reference, year).into());
                }
                Err(no_year(reference, Some(period)).into())
            }
        }
    }

    fn school_of_period(&self, reference: &TimeReference) -> Result<DateRange, ResolveError> {
        let Some(period) = self.period else { return Err(no_year(reference, None).into()) };
        if let Some(year) = period.school_year {
            return self.in_year(reference, year);
        }
        let of = |year: i32| self.school(reference.part, year);
        let mut whole =
            self.calendar.school_years().filter(|year| year.range().overlaps(period.range)).peekable();
        if whole.peek().is_none() {
            return Err(ResolveError::Unknown("năm học".to_owned()));
        }
        let years: Vec<i32> = whole.map(|year| year.start).collect();
        let inside =
            |year: &i32| of(*year).is_some_and(|range| period.range.contains(point(reference, range).last));
        let overlapping = |year: &i32| of(*year).is_some_and(|range| range.overlaps(period.range));
        let only = |lies: &dyn Fn(&i32) -> bool| {
            let mut years = years.iter().copied().filter(|year| lies(year));
            (years.next(), years.next())
        };
        if reference.edge.is_some()
            && let (Some(year), None) = only(&inside)
        {
            return self.in_year(reference, year);
        }
        match only(&overlapping) {
            (Some(year), None) => self.in_year(reference, year),
            (Some(first), Some(second)) => {
                Err(two_years(reference, [school_year_name(first), school_year_name(second)]).into())
            }
            (None, _) => Err(no_year(reference, Some(period)).into()),
        }
    }
}

/// Returns the days of a part of the Gregorian calendar in a year; none if that year lacks it.
pub(super) fn calendar_range(part: CalendarPart, year: i32) -> Option<DateRange> {
    let days = |month: u8, first: u32, last: u32| {
        let last = last.min(Day::days_in_month(year, month.into()));
        DateRange::new(Day::new(year, month.into(), first)?, Day::new(year, month.into(), last)?)
    };
    match part {
        CalendarPart::Day { day, month, .. } => {
            days(month, day.into(), day.into()).filter(|range| range.first == range.last)
        }
        CalendarPart::Month { month, .. } => DateRange::month(year, month.into()),
        CalendarPart::Tenth { tenth, month, .. } => match tenth {
            1 => days(month, 1, 10),
            2 => days(month, 11, 20),
            _ => days(month, 21, 31),
        },
        CalendarPart::Week { week, month, .. } => {
            let last = 7 * u32::from(week);
            days(month, last.saturating_sub(6), last)
        }
        CalendarPart::LastWeek { month, .. } => {
            let last = Day::last_of_month(year, month.into())?;
            DateRange::new(last.saturating_plus(-6), last)
        }
        CalendarPart::Quarter { quarter, .. } => DateRange::quarter(year, quarter.into()),
        CalendarPart::Months { count, last: false, .. } => DateRange::months(year, 1, count.into()),
        CalendarPart::Months { count, last: true, .. } => {
            DateRange::months(year, 13_u32.saturating_sub(count.into()), 12)
        }
        CalendarPart::Year(_) => DateRange::year(year),
        CalendarPart::Years(first, last) | CalendarPart::BareYears(first, last) => {
            DateRange::new(Day::first_of_month(first, 1)?, Day::last_of_month(last, 12)?)
        }
        CalendarPart::Summer(_) => DateRange::months(year, 6, 8),
        CalendarPart::SchoolYear(_) | CalendarPart::Term { .. } => None,
    }
}

/// Returns the range, or the day at the edge that the reference names (BLDS 2015, Điều 146).
pub(super) fn point(reference: &TimeReference, range: DateRange) -> DateRange {
    let Some(edge) = reference.edge else { return range };
    DateRange::day(edge_of(edge, range))
}

/// Returns the beginning, the end or the middle of a span; the middle is the 15th of a month, 30/6 of a year.
pub(super) fn edge_of(edge: Edge, range: DateRange) -> Day {
    match edge {
        Edge::Start => range.first,
        Edge::End => range.last,
        Edge::Middle if range.first.month() == range.last.month() => range.first.saturating_plus(14),
        Edge::Middle => Day::last_of_month(range.first.year(), 6).unwrap_or(range.last),
    }
}

/// Returns true if a range of a list does not begin on the day after the one before it.
pub(super) fn has_gap(ranges: &[DateRange]) -> bool {
    ranges.windows(2).any(|pair| match pair {
        [first, second] => first.last.next() != second.first,
        _ => false,
    })
}

fn mistake(reference: &TimeReference, year: i32) -> DeadlineError {
    let reason = match reference.part {
        CalendarPart::Day { day, month, .. } => {
            DeadlineErrorReason::NoSuchDay { day: day.into(), month: month.into(), year: Some(year) }
        }
        CalendarPart::Week { week, month, .. } => {
            DeadlineErrorReason::NoSuchWeek { week: week.into(), month: Some((month.into(), year)) }
        }
        _ => DeadlineErrorReason::NoSuchYear(year.unsigned_abs()),
    };
    DeadlineError::new(reason, reference.place.range())
}

fn no_year(reference: &TimeReference, period: Option<&Period>) -> DeadlineError {
    let reason = DeadlineErrorReason::NoYear {
        what: reference.to_string(),
        period: period.map(|period| period.text.clone()),
    };
    DeadlineError::new(reason, reference.place.range())
}

fn two_years(reference: &TimeReference, years: [String; 2]) -> DeadlineError {
    DeadlineError::new(
        DeadlineErrorReason::TwoYears { what: reference.to_string(), years },
        reference.place.range(),
    )
}
