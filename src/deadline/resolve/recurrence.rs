//! The occurrences of recurrences: the spans of a cycle and the day in each.

use crate::date::{DateRange, Day};

use crate::deadline::display::school_year_name;
use crate::deadline::error::{DeadlineError, DeadlineErrorReason};
use crate::deadline::expression::{
    Anchor, Bound, CalendarPart, CountUnit, Cycle, Edge, Recurrence, Spacing, TimeConstraint, TimeReference,
};
use crate::deadline::occurrence::{DeadlineNote, Occurrence};
use crate::deadline::period::BeforeReading;

use super::label::{label_of_months, term_label};
use super::resolver::Resolver;
use super::years::{ResolveError, calendar_range, edge_of, point};

/// The most occurrences of one deadline.
const MOST: usize = 20_000;

/// A span of a cycle with its label.
struct LabeledSpan {
    label: String,
    range: DateRange,
}

impl Resolver<'_> {
    /// Adds the occurrences of a recurrence whose due days lie in its own bounds, else in the period.
    pub(super) fn recurrence(&mut self, recurrence: &Recurrence) -> Result<(), DeadlineError> {
        let bounds = match recurrence
            .within
            .as_ref()
            .map_or(Ok(Some(self.context.period.range)), |w| self.bounds(w))
        {
            Ok(Some(bounds)) => bounds,
            Ok(None) => return Ok(()),
            Err(ResolveError::Error(error)) => return Err(error),
            Err(ResolveError::Unknown(text)) => {
                self.notes.push(DeadlineNote::UnknownSchoolYear { text });
                return Ok(());
            }
        };
        match recurrence.cycle {
            Cycle::Week => {
                let weekday = i64::from(bounds.first.weekday().number());
                let mut monday = bounds.first.saturating_plus(-6 - weekday);
                while monday <= bounds.last.saturating_plus(7) {
                    self.open(recurrence, bounds, &week(monday))?;
                    let Some(next) = monday.plus(7) else { break };
                    monday = next;
                }
            }
            Cycle::SchoolYear | Cycle::Term => self.school(recurrence, bounds)?,
            Cycle::Month | Cycle::Quarter | Cycle::Half | Cycle::Year => {
                let months = i64::from(recurrence.cycle.months().unwrap_or(1));
                // The due day of a span may lie in the next one: the spans before and after the bounds are tried as well.
                let mut first = Day::first_of_month(bounds.first.year(), 1).unwrap_or(Day::MIN);
                first = first.plus_months(-months).unwrap_or(first);
                let end = bounds.last.plus_months(months).unwrap_or(bounds.last);
                while first <= end {
                    let last = first.plus_months(months).map_or(Day::MAX, Day::previous);
                    let range = DateRange { first, last };
                    let label = label_of_months(first, months);
                    self.open(recurrence, bounds, &LabeledSpan { label, range })?;
                    let Some(next) = first.plus_months(months) else { break };
                    first = next;
                }
            }
        }
        Ok(())
    }

    fn school(&mut self, recurrence: &Recurrence, bounds: DateRange) -> Result<(), DeadlineError> {
        let mut known = false;
        for year in self.context.calendar.school_years() {
            known |= year.range().overlaps(bounds);
            if recurrence.cycle == Cycle::SchoolYear {
                self.open(recurrence, bounds, &LabeledSpan { label: year.to_string(), range: year.range() })?;
                continue;
            }
            for term in [1, 2] {
                if let Some(range) = year.term(term) {
                    self.open(recurrence, bounds, &LabeledSpan { label: term_label(year, term), range })?;
                }
            }
        }
        if !known {
            let text = self
                .context
                .period
                .school_year
                .map_or_else(|| "năm học".to_owned(), |year| format!("năm học {}", school_year_name(year)));
            self.notes.push(DeadlineNote::UnknownSchoolYear { text });
        }
        Ok(())
    }

    /// Returns the bounds that the words set; none if no day lies in them.
    fn bounds(&self, within: &TimeConstraint) -> Result<Option<DateRange>, ResolveError> {
        let period = self.context.period.range;
        let Some(range) = self.years.span(within)? else { return Ok(None) };
        Ok(match within.bound {
            Bound::In => Some(range),
            Bound::Within => DateRange::new(range.first, range.last.previous()),
            Bound::Until => DateRange::new(period.first, range.last),
            Bound::Before if self.context.includes_named_day(within) => {
                DateRange::new(period.first, range.last)
            }
            Bound::Before => DateRange::new(period.first, range.first.previous()),
            Bound::From => DateRange::new(range.first, period.last.max(range.last)),
            Bound::After => DateRange::new(range.last.next(), period.last),
        })
    }

    /// Adds the occurrences of one span whose due days lie in the bounds.
    fn open(
        &mut self,
        recurrence: &Recurrence,
        bounds: DateRange,
        span: &LabeledSpan,
    ) -> Result<(), DeadlineError> {
        if self.occurrences.len() > MOST {
            return Err(DeadlineError::new(DeadlineErrorReason::TooMany, self.place.range()));
        }
        if let Some((bound, at)) = recurrence.at {
            let is_open = |occurrence: &Occurrence| {
                // A report on a span that is over belongs to the period in which that span ends.
                let is_ahead =
                    recurrence.ahead || recurrence.cycle == Cycle::Half && occurrence.due > span.range.last;
                bounds.contains(if is_ahead { span.range.last } else { occurrence.due })
            };
            let Some(occurrence) = self.occurrence_at(recurrence, bound, at, span).filter(is_open) else {
                return Ok(());
            };
            match at {
                Anchor::WorkingEdge(Edge::Start) => {
                    self.count_on_calendar(span.range.first, occurrence.due);
                }
                Anchor::WorkingEdge(_) | Anchor::After { unit: CountUnit::WorkingDay, .. } => {
                    self.count_on_calendar(span.range.last, occurrence.due);
                }
                _ => {}
            }
            self.occurrences.push(occurrence);
            return Ok(());
        }
        let mut add = |occurrence: Occurrence| {
            if bounds.contains(occurrence.due) {
                self.occurrences.push(occurrence);
            }
        };
        let whole = |label: String, range: DateRange| Occurrence {
            label: Some(label),
            from: Some(range.first),
            due: range.last,
            barrier: None,
        };
        if recurrence.times <= 1 {
            add(whole(span.label.clone(), span.range));
            return Ok(());
        }
        let pieces = pieces(recurrence, span.range);
        for number in 1..=recurrence.times {
            let range = pieces.get(usize::from(number) - 1).copied().unwrap_or(span.range);
            add(whole(format!("{}.{number}", span.label), range));
        }
        Ok(())
    }
}

impl Resolver<'_> {
    /// Adds the occurrences of spans of several weeks or years from the first day of the work that are due in
    /// the period; returns false if there is no first day.
    pub(super) fn spaced(&mut self, spacing: Spacing) -> Result<bool, DeadlineError> {
        let Some(start) = self.context.from else { return Ok(false) };
        let spans = i64::from(spacing.spans);
        let after = |number: i64| match spacing.cycle {
            Cycle::Week => start.plus(7 * spans * number),
            _ => start.plus_months(12 * spans * number),
        };
        let period = self.context.period.range;
        let mut number = 0;
        while let (Some(first), Some(next)) = (after(number), after(number + 1)) {
            let due = next.previous();
            if first > period.last || due > period.last {
                break;
            }
            if self.occurrences.len() > MOST {
                return Err(DeadlineError::new(DeadlineErrorReason::TooMany, self.place.range()));
            }
            if period.contains(due) {
                let label = Some(due.to_string());
                self.occurrences.push(Occurrence { label, from: Some(first), due, barrier: None });
            }
            number += 1;
        }
        Ok(true)
    }
}

/// Returns the parts into which n occurrences divide a span; none where it is not divided.
fn pieces(recurrence: &Recurrence, range: DateRange) -> Vec<DateRange> {
    let times = i64::from(recurrence.times);
    match recurrence.cycle {
        Cycle::Month if times == 2 => {
            let middle = range.first.saturating_plus(14);
            vec![
                DateRange { first: range.first, last: middle },
                DateRange { first: middle.next(), last: range.last },
            ]
        }
        Cycle::Half | Cycle::Year => {
            let months = i64::from(recurrence.cycle.months().unwrap_or(1));
            if months % times != 0 {
                return Vec::new();
            }
            let step = months / times;
            (0..times)
                .filter_map(|piece| {
                    let first = range.first.plus_months(piece * step)?;
                    let last = first.plus_months(step).map_or(range.last, Day::previous);
                    DateRange::new(first, last)
                })
                .collect()
        }
        _ => Vec::new(),
    }
}

impl Resolver<'_> {
    /// Returns the occurrence on the named day of one span.
    fn occurrence_at(
        &self,
        recurrence: &Recurrence,
        bound: Bound,
        at: Anchor,
        span: &LabeledSpan,
    ) -> Option<Occurrence> {
        let LabeledSpan { label, range } = span;
        let mut own_from = None;
        // In a month without the named day, all of the month is before it.
        let mut is_clipped = false;
        let named = match at {
            Anchor::Weekday(day) => DateRange::day(range.first.saturating_plus(i64::from(day.number()) - 1)),
            Anchor::Edge(edge) => DateRange::day(edge_of(edge, *range)),
            Anchor::WorkingEdge(edge) => DateRange::day(match edge {
                Edge::Start => self.context.calendar.working_day_on_or_after(range.first)?,
                _ => self.context.calendar.working_day_on_or_before(range.last)?,
            }),
            Anchor::After { number, unit } => {
                DateRange::day(self.context.counted(range.last, number, unit, false)?)
            }
            Anchor::LastDays(days) => {
                own_from = Some(range.last.saturating_plus(1 - i64::from(days)).max(range.first));
                DateRange::day(range.last)
            }
            Anchor::Run(first, last) => {
                let year = range.first.year();
                let first = in_any_year(&first, year)?.first;
                let last = [year, year + 1]
                    .into_iter()
                    .filter_map(|year| in_any_year(&last, year))
                    .find(|last| last.last >= first)?
                    .last;
                own_from = Some(first);
                DateRange { first, last }
            }
            Anchor::Day { first, day, month } => {
                let spans =
                    if recurrence.ahead { i64::from(recurrence.cycle.months().unwrap_or(1)) } else { 0 };
                let month = range.first.plus_months(i64::from(month) - 1 + spans)?;
                let clipped = |day: u8| {
                    let most = Day::days_in_month(month.year(), month.month());
                    Day::new(month.year(), month.month(), u32::from(day).min(most))
                };
                own_from = first.and_then(clipped);
                is_clipped = u32::from(day) > Day::days_in_month(month.year(), month.month());
                DateRange::day(clipped(day)?)
            }
            Anchor::Reference(reference) => {
                let year = range.first.year() + i32::from(recurrence.ahead);
                is_clipped = matches!(reference.part, CalendarPart::Day { day: 29, month: 2, .. })
                    && Day::days_in_month(year, 2) < 29;
                let of = match recurrence.cycle {
                    Cycle::Half => in_half(&reference, *range)?,
                    _ => in_any_year(&reference, year)?,
                };
                if bound == Bound::In && !reference.is_point() && !recurrence.ahead {
                    own_from = Some(of.first);
                }
                of
            }
        };
        let is_day = match at {
            Anchor::Reference(reference) => reference.is_point(),
            _ => true,
        };
        let inclusive = bound != Bound::Before
            || is_clipped
            || (self.context.before == BeforeReading::Inclusive && is_day);
        let due = if inclusive { named.last } else { named.first.plus(-1)? };
        let barrier = (!inclusive).then_some(named.first);
        if due < range.first {
            // `trước ngày 01 hằng tháng` falls on the end of the month before and belongs to that month.
            let (label, from) = self.span_before(recurrence.cycle, *range)?;
            return Some(Occurrence { label: Some(label), from, due, barrier });
        }
        let from = own_from.or(Some(range.first));
        Some(Occurrence { label: Some(label.clone()), from, due, barrier })
    }

    /// Returns the label of the span before one and its first day, unless it is that of an unknown school year.
    fn span_before(&self, cycle: Cycle, range: DateRange) -> Option<(String, Option<Day>)> {
        let calendar = self.context.calendar;
        let school_year = || calendar.school_years().find(|year| year.range().contains(range.first));
        match cycle {
            Cycle::Week => {
                let LabeledSpan { label, range } = week(range.first.plus(-7)?);
                Some((label, Some(range.first)))
            }
            Cycle::SchoolYear => {
                let before = school_year()?.start - 1;
                let from = calendar.school_year(before).map(|year| year.range().first);
                Some((school_year_name(before), from))
            }
            Cycle::Term => {
                let year = school_year()?;
                if let Some(first) = year.term(1).filter(|first| first.last < range.first) {
                    return Some((term_label(year, 1), Some(first.first)));
                }
                let before = year.start - 1;
                let from = calendar.school_year(before).and_then(|year| year.term(2));
                Some((format!("{}-HK2", school_year_name(before)), from.map(|term| term.first)))
            }
            Cycle::Month | Cycle::Quarter | Cycle::Half | Cycle::Year => {
                let months = i64::from(cycle.months()?);
                let first = range.first.plus_months(-months)?;
                Some((label_of_months(first, months), Some(first)))
            }
        }
    }
}

/// Returns the days of a reference without a year in a year; in a common year 29/2 stands for the last day of
/// February.
fn in_any_year(reference: &TimeReference, year: i32) -> Option<DateRange> {
    let of = calendar_range(reference.part, year)
        .or_else(|| DateRange::month(year, 2).map(|month| DateRange::day(month.last)))?;
    Some(point(reference, of))
}

/// Returns the days of a reference that belong to a half: those in its second part or in the three months
/// after it.
fn in_half(reference: &TimeReference, half: DateRange) -> Option<DateRange> {
    let first = half.first.plus_months(3)?;
    let last = half.last.plus_months(3)?;
    [half.first.year(), half.last.year() + 1]
        .into_iter()
        .filter_map(|year| in_any_year(reference, year))
        .find(|of| first <= of.last && of.last <= last)
}

fn week(monday: Day) -> LabeledSpan {
    let (year, number) = monday.iso_week();
    let range = DateRange { first: monday, last: monday.saturating_plus(6) };
    LabeledSpan { label: format!("{year}-W{number:02}"), range }
}
