//! Recurrences: the spans of a cycle, and the day in each.

use crate::date::{Calendar, DateRange, Day, SchoolYear};

use crate::deadline::error::{DeadlineError, DeadlineErrorReason};
use crate::deadline::expression::{Anchor, Bound, CalendarPart, Cycle, Recurrence, Timed};
use crate::deadline::period::Before;

use super::years::{calendar_range, edge_of, point};
use super::{MOST, Note, Occurrence, ResolveError, Resolver};

/// One span of a cycle and its label.
struct LabeledSpan {
    label: String,
    range: DateRange,
}

impl Resolver<'_> {
    /// Adds the occurrences of a recurrence whose due days lie in its own bounds, else in the period.
    pub(super) fn each(&mut self, each: &Recurrence) -> Result<(), DeadlineError> {
        let bounds =
            match each.within.as_ref().map_or(Ok(Some(self.reading.period.range)), |w| self.bounds(w)) {
                Ok(Some(bounds)) => bounds,
                Ok(None) => return Ok(()),
                Err(ResolveError::Error(error)) => return Err(error),
                Err(ResolveError::Unknown(text)) => {
                    self.notes.push(Note::UnknownSchoolYear { text });
                    return Ok(());
                }
            };
        match each.cycle {
            Cycle::Week => {
                let weekday = i64::from(bounds.first.weekday().number());
                let mut monday = bounds.first.saturating_plus(-6 - weekday);
                while monday <= bounds.last.saturating_plus(7) {
                    self.open(each, bounds, &week(monday))?;
                    let Some(next) = monday.plus(7) else { break };
                    monday = next;
                }
            }
            Cycle::SchoolYear | Cycle::Term => self.school(each, bounds)?,
            Cycle::Month | Cycle::Quarter | Cycle::Half | Cycle::Year => {
                let months = i64::from(each.cycle.months().unwrap_or(1));
                // From the span before the bounds, whose due day may lie in the next, to the span after.
                let mut first = Day::first_of_month(bounds.first.year(), 1).unwrap_or(Day::MIN);
                first = first.plus_months(-months).unwrap_or(first);
                let end = bounds.last.plus_months(months).unwrap_or(bounds.last);
                while first <= end {
                    let last = first.plus_months(months).map_or(Day::MAX, Day::previous);
                    let range = DateRange { first, last };
                    let label = label_of_months(first, months);
                    self.open(each, bounds, &LabeledSpan { label, range })?;
                    let Some(next) = first.plus_months(months) else { break };
                    first = next;
                }
            }
        }
        Ok(())
    }

    fn school(&mut self, each: &Recurrence, bounds: DateRange) -> Result<(), DeadlineError> {
        let mut known = false;
        for year in self.reading.calendar.school_years() {
            known |= year.range().overlaps(bounds);
            if each.cycle == Cycle::SchoolYear {
                self.open(each, bounds, &LabeledSpan { label: year.to_string(), range: year.range() })?;
                continue;
            }
            for term in [1, 2] {
                if let Some(range) = year.term(term) {
                    self.open(each, bounds, &LabeledSpan { label: term_label(year, term), range })?;
                }
            }
        }
        if !known {
            let text = self.reading.period.school_year.map_or_else(
                || "năm học".to_owned(),
                |year| format!("năm học {}", super::super::display::school_year_name(year)),
            );
            self.notes.push(Note::UnknownSchoolYear { text });
        }
        Ok(())
    }

    /// The bounds that the words themselves set; none if no day is left.
    fn bounds(&self, within: &Timed) -> Result<Option<DateRange>, ResolveError> {
        let period = self.reading.period.range;
        let Some(range) = self.years.span(within)? else { return Ok(None) };
        Ok(match within.bound {
            Bound::In => Some(range),
            Bound::Until => DateRange::new(period.first, range.last),
            Bound::Before if super::is_inclusive(within, self.reading) => {
                DateRange::new(period.first, range.last)
            }
            Bound::Before => DateRange::new(period.first, range.first.previous()),
            Bound::From => DateRange::new(range.first, period.last.max(range.last)),
        })
    }

    /// Adds the occurrences of one span that are due in the bounds.
    fn open(
        &mut self,
        each: &Recurrence,
        bounds: DateRange,
        span: &LabeledSpan,
    ) -> Result<(), DeadlineError> {
        if self.occurrences.len() > MOST {
            return Err(DeadlineError::new(DeadlineErrorReason::TooMany, self.place.range()));
        }
        let mut add = |occurrence: Occurrence| {
            if bounds.contains(occurrence.due) {
                self.occurrences.push(occurrence);
            }
        };
        if let Some((bound, at)) = each.at {
            if let Some(occurrence) = occurrence_at(each.cycle, bound, at, span, self.reading.before) {
                add(occurrence);
            }
            return Ok(());
        }
        let whole = |label: String, range: DateRange| Occurrence {
            label: Some(label),
            from: Some(range.first),
            due: range.last,
            barrier: None,
        };
        if each.times <= 1 {
            add(whole(span.label.clone(), span.range));
            return Ok(());
        }
        let pieces = pieces(each, span.range);
        for number in 1..=each.times {
            let range = pieces.get(usize::from(number) - 1).copied().unwrap_or(span.range);
            add(whole(format!("{}.{number}", span.label), range));
        }
        Ok(())
    }
}

/// The pieces of a span for n times in it; none where nothing divides it.
fn pieces(each: &Recurrence, range: DateRange) -> Vec<DateRange> {
    let times = i64::from(each.times);
    match each.cycle {
        Cycle::Month if times == 2 => {
            let middle = range.first.saturating_plus(14);
            vec![
                DateRange { first: range.first, last: middle },
                DateRange { first: middle.next(), last: range.last },
            ]
        }
        Cycle::Half | Cycle::Year => {
            let months = i64::from(each.cycle.months().unwrap_or(1));
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

/// The day in one span.
fn occurrence_at(
    cycle: Cycle,
    bound: Bound,
    at: Anchor,
    span: &LabeledSpan,
    before: Before,
) -> Option<Occurrence> {
    let LabeledSpan { label, range } = span;
    let mut own_from = None;
    let named = match at {
        Anchor::Weekday(day) => DateRange::day(range.first.saturating_plus(i64::from(day.number()) - 1)),
        Anchor::Edge(edge) => DateRange::day(edge_of(edge, *range)),
        Anchor::Day { first, day, month, ahead } => {
            let spans = if ahead { i64::from(cycle.months().unwrap_or(1)) } else { 0 };
            let month = range.first.plus_months(i64::from(month) - 1 + spans)?;
            let clipped = |day: u8| {
                let most = Day::days_in_month(month.year(), month.month());
                Day::new(month.year(), month.month(), u32::from(day).min(most))
            };
            own_from = first.and_then(clipped);
            DateRange::day(clipped(day)?)
        }
        Anchor::Target(target) => {
            let year = range.first.year();
            // 29/2 of a common year is the end of its February.
            let of = calendar_range(target.part, year)
                .or_else(|| DateRange::month(year, 2).map(|month| DateRange::day(month.last)))?;
            let of = point(&target, of);
            if bound == Bound::In && !target.part.is_day() && target.edge.is_none() {
                own_from = Some(of.first);
            }
            of
        }
    };
    let is_day = match at {
        Anchor::Target(target) => target.part.is_day() || target.edge.is_some(),
        _ => true,
    };
    let inclusive = bound != Bound::Before || (before == Before::Inclusive && is_day);
    let due = if inclusive { named.last } else { named.first.plus(-1)? };
    let barrier = (!inclusive).then_some(named.first);
    if due < range.first {
        // `trước ngày 01 hằng tháng` is the end of the month before: that is the span it belongs to.
        let before = span_before(cycle, *range)?;
        return Some(Occurrence { label: Some(before.label), from: Some(before.range.first), due, barrier });
    }
    let from = own_from.or(Some(range.first));
    Some(Occurrence { label: Some(label.clone()), from, due, barrier })
}

/// The span before one; none for what a school sets.
fn span_before(cycle: Cycle, range: DateRange) -> Option<LabeledSpan> {
    if cycle == Cycle::Week {
        return range.first.plus(-7).map(week);
    }
    let months = i64::from(cycle.months()?);
    let first = range.first.plus_months(-months)?;
    Some(LabeledSpan {
        label: label_of_months(first, months),
        range: DateRange { first, last: range.first.previous() },
    })
}

fn week(monday: Day) -> LabeledSpan {
    let (year, number) = monday.iso_week();
    let range = DateRange { first: monday, last: monday.saturating_plus(6) };
    LabeledSpan { label: format!("{year}-W{number:02}"), range }
}

fn term_label(year: &SchoolYear, term: u8) -> String {
    format!("{year}-HK{term}")
}

/// The label of so many months from a day on: `2024-03`, `2024-Q1`, `2024-H1`, `2024`.
fn label_of_months(first: Day, months: i64) -> String {
    let (year, month) = (first.year(), first.month());
    match months {
        1 => format!("{year}-{month:02}"),
        3 => format!("{year}-Q{}", first.quarter()),
        6 => format!("{year}-H{}", if month < 7 { 1 } else { 2 }),
        _ => year.to_string(),
    }
}

/// The label of a part that is a span of some cycle.
pub(super) fn label_of_part(part: CalendarPart, range: DateRange, calendar: &Calendar) -> Option<String> {
    let school_year = || calendar.school_years().find(|year| year.range().contains(range.last));
    let months = match part {
        CalendarPart::Month { .. } => 1,
        CalendarPart::Quarter { .. } => 3,
        CalendarPart::Months { count: 6, .. } => 6,
        CalendarPart::Year(_) => 12,
        CalendarPart::SchoolYear(_) => return school_year().map(ToString::to_string),
        CalendarPart::Term { term, .. } => return school_year().map(|year| term_label(year, term)),
        _ => return None,
    };
    Some(label_of_months(range.first, months))
}

/// Makes labels differ: what shares one takes the day on which it is due, and a number if that is shared too.
pub(super) fn label_apart(occurrences: &mut [Occurrence]) {
    use std::collections::HashMap;
    for with_day in [true, false] {
        let mut seen: HashMap<Option<String>, usize> = HashMap::new();
        for one in occurrences.iter() {
            *seen.entry(one.label.clone()).or_default() += 1;
        }
        let mut numbers: HashMap<String, usize> = HashMap::new();
        for one in occurrences.iter_mut() {
            if one.label.is_some() && seen.get(&one.label).is_none_or(|times| *times < 2) {
                continue;
            }
            let day = one.due.to_string();
            one.label = Some(if with_day {
                day
            } else {
                let number = numbers.entry(day.clone()).and_modify(|n| *n += 1).or_insert(1);
                format!("{day}.{number}")
            });
        }
    }
}
