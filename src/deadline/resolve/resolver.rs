//! The resolution of an expression to days, clause by clause.

use crate::date::{DateRange, Day};

use crate::deadline::error::{DeadlineError, DeadlineErrorReason};
use crate::deadline::expression::{
    Bound, Clause, Count, CountStart, CountUnit, Expression, Join, TimeConstraint, TimeExtent, TimeReference,
    UnknownEvent,
};
use crate::deadline::occurrence::{Deadline, DeadlineKind, DeadlineNote, Occurrence};
use crate::deadline::period::{BeforeReading, DeadlineContext};
use crate::deadline::word_range::WordRange;

use super::label::{label_apart, label_of_part};
use super::years::{ResolveError, YearResolver, has_gap};

/// Returns the days of an expression in a period.
///
/// # Errors
/// Fails for a reference without a year that lies in no year of the period or in several, for a day that does
/// not exist in its year, for an end before the beginning, and above the limit of occurrences. The range of the
/// error is that of the words in the parsed text.
pub fn resolve(expression: &Expression, context: &DeadlineContext<'_>) -> Result<Deadline, DeadlineError> {
    let mut resolver = Resolver {
        context,
        years: YearResolver {
            period: Some(context.period),
            calendar: context.calendar,
            issued: context.issued,
        },
        occurrences: Vec::new(),
        notes: Vec::new(),
        unannounced: None,
        place: expression.place,
        recurring: false,
        listed: false,
        hint: None,
    };
    let mut continuous = false;
    let mut dated = 0_usize;
    for (at, clause) in expression.clauses.iter().enumerate() {
        resolver.hint = joined_year(&expression.clauses, at);
        match clause {
            Clause::Undated(_) => continue,
            Clause::UnknownEvent(unknown) => {
                let UnknownEvent { event, place, .. } = &**unknown;
                resolver
                    .notes
                    .push(DeadlineNote::UnknownEvent { event: event.to_string(), range: place.range() });
                continue;
            }
            Clause::Continuous(_) => {
                continuous = true;
                continue;
            }
            Clause::Timed(timed) => resolver.timed(timed)?,
            Clause::Count(count) => {
                if !resolver.count(count)? {
                    continue;
                }
            }
            Clause::SinceIssue => {
                if !resolver.since_issue() {
                    continue;
                }
            }
            Clause::Spaced(spacing) => {
                if !resolver.spaced(*spacing)? {
                    continue;
                }
                resolver.recurring = true;
            }
            Clause::Recurrence(recurrence) => {
                resolver.recurring = true;
                resolver.recurrence(recurrence)?;
            }
        }
        dated += 1;
    }
    Ok(resolver.finish(expression.clone(), dated, continuous))
}

/// Returns the year for a clause without one: that of the next clause with a year, else of the one before.
fn joined_year(clauses: &[Clause], at: usize) -> Option<i32> {
    let year = |clause: &Clause| match clause {
        Clause::Timed(TimeConstraint { extent: TimeExtent::One(reference), .. })
            if !reference.part.is_school() =>
        {
            reference.part.year()
        }
        _ => None,
    };
    clauses.iter().skip(at).find_map(year).or_else(|| clauses.iter().take(at).rev().find_map(year))
}

pub(super) struct Resolver<'a> {
    pub(super) context: &'a DeadlineContext<'a>,
    pub(super) years: YearResolver<'a>,
    pub(super) occurrences: Vec<Occurrence>,
    pub(super) notes: Vec<DeadlineNote>,
    /// The year whose announcement may change days that are counted in working days.
    pub(super) unannounced: Option<i32>,
    pub(super) place: WordRange,
    pub(super) recurring: bool,
    /// True if the expression has a list of days or spans, whose labels may coincide.
    pub(super) listed: bool,
    /// The year of a neighbouring clause, for a clause without one.
    pub(super) hint: Option<i32>,
}

impl Resolver<'_> {
    fn timed(&mut self, timed: &TimeConstraint) -> Result<(), DeadlineError> {
        match self.try_timed(timed) {
            Ok(()) => Ok(()),
            Err(ResolveError::Error(error)) => Err(error),
            Err(ResolveError::Unknown(text)) => {
                self.notes.push(DeadlineNote::UnknownSchoolYear { text });
                Ok(())
            }
        }
    }

    fn try_timed(&mut self, timed: &TimeConstraint) -> Result<(), ResolveError> {
        match &timed.extent {
            TimeExtent::One(reference) => {
                let range = self.years.reference_or(reference, self.hint)?;
                self.check_weekday(reference, range.first);
                self.push(timed, range, reference.is_point(), Some(self.label_of(reference, range)))?;
            }
            TimeExtent::Run(first, last) => {
                let range = self.years.run(first, last)?;
                self.check_weekday(first, range.first);
                self.check_weekday(last, range.last);
                if timed.bound == Bound::Within {
                    return Ok(self.push_within(range, (first, last))?);
                }
                self.push(timed, range, false, None)?;
            }
            TimeExtent::List(references, join) => {
                let ranges = self.years.list(references)?;
                for (reference, range) in references.iter().zip(&ranges) {
                    self.check_weekday(reference, range.first);
                }
                let (Some(first), Some(last)) = (ranges.first(), ranges.last()) else { return Ok(()) };
                let is_one_span = *join == Join::Comma && !has_gap(&ranges);
                if is_one_span || timed.bound == Bound::From {
                    let range = DateRange::new(first.first, last.last).unwrap_or(*first);
                    return self.push(timed, range, false, None);
                }
                self.recurring = true;
                self.listed = true;
                for (reference, range) in references.iter().zip(&ranges) {
                    self.push(timed, *range, reference.is_point(), Some(self.label_of(reference, *range)))?;
                }
            }
        }
        Ok(())
    }

    /// Notes a day of the week beside a day that falls on another. The day counts, as one letter of its name is
    /// mistaken more easily than its number.
    fn check_weekday(&mut self, reference: &TimeReference, day: Day) {
        if let Some(named) = reference.weekday.filter(|named| *named != day.weekday()) {
            self.notes.push(DeadlineNote::WrongWeekday { named, day, range: reference.place.range() });
        }
    }

    /// Adds the occurrence of one range of days; a point has no first day.
    fn push(
        &mut self,
        timed: &TimeConstraint,
        range: DateRange,
        is_point: bool,
        label: Option<String>,
    ) -> Result<(), ResolveError> {
        let (mut from, mut due, mut barrier) = (None, range.last, None);
        match timed.bound {
            Bound::In | Bound::Within => from = (!is_point).then_some(range.first),
            Bound::Until => {}
            Bound::Before if self.context.includes_named_day(timed) => {}
            Bound::Before => {
                let out = || DeadlineError::new(DeadlineErrorReason::OutOfCalendar, self.place.range());
                due = range.first.plus(-1).ok_or_else(out)?;
                barrier = Some(range.first);
            }
            Bound::After => {
                let first = range.last.next();
                from = Some(first);
                due = first.max(self.context.period.range.last);
            }
            Bound::From => {
                from = Some(range.first);
                due = range.last.max(self.context.period.range.last);
            }
        }
        self.occurrences.push(Occurrence { label, from, due, barrier });
        Ok(())
    }

    /// Adds the occurrence from the first day of a range to the day before its last, or to its last where the
    /// settings count that day as in time.
    fn push_within(
        &mut self,
        range: DateRange,
        (first, last): (&TimeReference, &TimeReference),
    ) -> Result<(), DeadlineError> {
        let is_inclusive = self.context.before == BeforeReading::Inclusive;
        let due = if is_inclusive { range.last } else { range.last.previous() };
        if due < range.first {
            let reason = DeadlineErrorReason::EndBeforeStart { first: range.first, last: due };
            let place = first.place.start as usize..last.place.end as usize;
            return Err(DeadlineError::new(reason, place));
        }
        let barrier = (!is_inclusive).then_some(range.last);
        self.occurrences.push(Occurrence { label: None, from: Some(range.first), due, barrier });
        Ok(())
    }

    /// Adds the occurrence of a count of days; returns false if it runs from an unknown day of issue.
    fn count(&mut self, count: &Count) -> Result<bool, DeadlineError> {
        let (since, opens, place) = match &count.since {
            CountStart::Issue => match self.context.issued {
                Some(issued) => (Ok(DateRange::day(issued)), false, self.place),
                None => return Ok(false),
            },
            CountStart::Reference(since) => (self.years.reference_or(since, self.hint), false, since.place),
            CountStart::End(since) => (self.years.reference_or(since, self.hint), true, since.place),
        };
        let since = match since {
            Ok(range) => range,
            Err(ResolveError::Error(error)) => return Err(error),
            Err(ResolveError::Unknown(text)) => {
                self.notes.push(DeadlineNote::UnknownSchoolYear { text });
                return Ok(true);
            }
        };
        if let CountStart::Reference(reference) = &count.since {
            self.check_weekday(reference, since.first);
        }
        let start = if count.back { since.first } else { since.last };
        let due = self.context.counted(start, count.number, count.unit, count.back);
        let Some(due) = due else {
            return Err(DeadlineError::new(DeadlineErrorReason::OutOfCalendar, place.range()));
        };
        if count.unit == CountUnit::WorkingDay {
            self.count_on_calendar(since.first, due);
        }
        let from = opens.then_some(since.first);
        // A term counted back never rolls forward.
        let barrier = count.back.then(|| due.next());
        self.occurrences.push(Occurrence { label: Some(due.to_string()), from, due, barrier });
        Ok(true)
    }

    /// Notes that a day follows from the working days between two days.
    pub(super) fn count_on_calendar(&mut self, first: Day, last: Day) {
        let range = DateRange { first: first.min(last), last: first.max(last) };
        self.unannounced = self.unannounced.or_else(|| self.context.calendar.unannounced(range));
    }

    /// Adds the occurrence from the day of issue to the end of the period; returns false if it is unknown.
    fn since_issue(&mut self) -> bool {
        let Some(issued) = self.context.issued else { return false };
        let due = self.context.period.range.last.max(issued);
        self.occurrences.push(Occurrence {
            label: Some(due.to_string()),
            from: Some(issued),
            due,
            barrier: None,
        });
        true
    }

    /// Returns the label of a reference in a list: that of its span, else its last day.
    fn label_of(&self, reference: &TimeReference, range: DateRange) -> String {
        label_of_part(reference.part, range, self.context.calendar).unwrap_or_else(|| range.last.to_string())
    }

    /// Sorts the occurrences, makes their labels unique and determines the kind of the deadline.
    fn finish(mut self, expression: Expression, dated: usize, continuous: bool) -> Deadline {
        let is_recurring = self.recurring || dated > 1;
        let kind = match (self.occurrences.is_empty(), is_recurring) {
            (true, _) if dated == 0 && continuous => DeadlineKind::Continuous,
            (true, _) if dated == 0 || !self.notes.is_empty() => DeadlineKind::Undated,
            (_, true) => DeadlineKind::Recurring,
            (true, false) => DeadlineKind::Undated,
            (false, false) => DeadlineKind::Dated,
        };
        let from = self.context.from;
        let mut before_issue = Vec::new();
        if kind == DeadlineKind::Dated {
            for one in &mut self.occurrences {
                one.label = None;
                one.from = from.or(one.from);
            }
        } else {
            self.occurrences.sort_by_key(|occurrence| (occurrence.due, occurrence.from));
            // Labels count the occurrences that are left out, so that they stay when a first day is set.
            if dated > 1 || self.listed {
                self.occurrences.dedup();
                label_apart(&mut self.occurrences);
            }
            if let Some(from) = from {
                self.occurrences.retain(|one| one.due >= from);
            }
            // A first day of the work's own says which occurrences are meant.
            if let Some(issued) = self.context.issued.filter(|_| from.is_none()) {
                let opened = self.occurrences.partition_point(|one| one.due < issued);
                before_issue.extend(self.occurrences.drain(..opened));
            }
        }
        Deadline {
            expression: Some(expression),
            kind,
            occurrences: self.occurrences.into(),
            before_issue: before_issue.into(),
            notes: self.notes,
            unannounced: self.unannounced,
        }
    }
}
