//! Expression → days.

mod each;
mod years;

use std::sync::Arc;

use crate::date::{DateRange, Day};
use crate::language::Message;
use crate::message;

use super::article::Article;
use super::error::{DeadlineError, DeadlineErrorReason};
use super::expression::{Bound, Clause, Count, Expression, Join, TimeShape, TimeTarget, Timed, WordRange};
use super::period::{Before, DeadlineContext};

pub(super) use years::{ResolveError, Years};

/// What the words mean on the days of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The meaning of the words; none where no words are written, or where they could not be read.
    pub expression: Option<Expression>,
    /// Whether there are days, and how many.
    pub kind: DeadlineKind,
    /// The days: one for a dated deadline, any number for a recurring one (the earliest due first), none
    /// for the others. Cheap to clone.
    pub occurrences: Arc<[Occurrence]>,
    /// What should be said about the reading.
    pub notes: Vec<Note>,
}

impl Deadline {
    /// Returns the deadline of an assignment for which no deadline is written.
    pub fn undated() -> Self {
        Self { expression: None, kind: DeadlineKind::Undated, occurrences: Arc::new([]), notes: Vec::new() }
    }

    /// Returns the articles of law by which the words are days, each once.
    pub fn articles(&self) -> Vec<Article> {
        self.expression.as_ref().map(Expression::articles).unwrap_or_default()
    }
}

/// Whether a deadline has days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeadlineKind {
    /// One day.
    Dated,
    /// A day in each of several spans.
    Recurring,
    /// Done all the time, no day by nature.
    Continuous,
    /// No day yet.
    Undated,
}

impl DeadlineKind {
    /// The word for it in machine output: `dated`, `recurring`, `continuous`, `undated`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Dated => "dated",
            Self::Recurring => "recurring",
            Self::Continuous => "continuous",
            Self::Undated => "undated",
        }
    }
}

/// One time at which something is due.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Occurrence {
    /// The name of the span in a recurring deadline: `2024-03`, `2024-Q1`, `2023-2024-HK1`. No two of one
    /// deadline are the same.
    pub label: Option<String>,
    /// The first day on which it is open, if the words give one.
    pub from: Option<Day>,
    /// The last day that is in time, before any rolling.
    pub due: Day,
    /// The day that an exclusive `trước` names: rolling never reaches it.
    pub barrier: Option<Day>,
}

/// What should be said about a reading that is no error.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Note {
    /// The calendar does not know the school year that the words need: they are undated.
    UnknownSchoolYear {
        /// Its name, `năm học 2024-2025`, or just `năm học`.
        text: String,
    },
}

impl Note {
    /// The note as a sentence without a full stop.
    pub fn message(&self) -> Message {
        match self {
            Self::UnknownSchoolYear { text } => message!(
                "lịch không có {text}: chưa xác định thời hạn",
                "the calendar does not know {text}: the deadline is undated"
            ),
        }
    }
}

/// The most occurrences of one deadline.
const MOST: usize = 20_000;

/// Gives an expression its days.
///
/// # Errors
/// When it has no year, or two, in the period; names a day that the year does not have; ends before it
/// begins; or has more occurrences than can be listed. The range is that of the words in the text that was
/// parsed.
pub fn resolve(expression: &Expression, reading: &DeadlineContext<'_>) -> Result<Deadline, DeadlineError> {
    let mut resolver = Resolver {
        reading,
        years: Years { period: Some(reading.period), calendar: reading.calendar },
        occurrences: Vec::new(),
        notes: Vec::new(),
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
            Clause::Continuous(_) => {
                continuous = true;
                continue;
            }
            Clause::Timed(timed) => resolver.timed(timed)?,
            Clause::Count(count) => resolver.count(count)?,
            Clause::Recurrence(each) => {
                resolver.recurring = true;
                resolver.each(each)?;
            }
        }
        dated += 1;
    }
    Ok(resolver.finish(expression.clone(), dated, continuous))
}

/// Gives an expression as a span of days: a day as that day, `Quý II/2024` as the quarter; what has no
/// beginning (`đến …`, `trước …`) begins with [`Day::MIN`], what has no end (`từ …`) ends with [`Day::MAX`].
///
/// # Errors
/// As [`parse`](super::parse) and [`resolve`], and for what is several spans or none.
pub fn resolve_span(text: &str, reading: &DeadlineContext<'_>) -> Result<DateRange, DeadlineError> {
    let error = |reason| DeadlineError::new(reason, 0..text.len());
    let expression = super::parse(text)?;
    let years = Years { period: Some(reading.period), calendar: reading.calendar };
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
                Bound::Until => DateRange { first: Day::MIN, last: range.last },
                Bound::From => DateRange { first: range.first, last: Day::MAX },
                Bound::Before => {
                    let last = if is_inclusive(timed, reading) { range.last } else { range.first.previous() };
                    DateRange { first: Day::MIN, last }
                }
            })
        }
        [Clause::Count(_)] => {
            let deadline = resolve(&expression, reading)?;
            deadline
                .occurrences
                .first()
                .map(|one| DateRange::day(one.due))
                .ok_or_else(|| error(DeadlineErrorReason::NoSpan))
        }
        _ => Err(error(DeadlineErrorReason::NoSpan)),
    }
}

/// The year of a clause or the next that has one, else of the one before: what a clause without a year may take.
fn joined_year(clauses: &[Clause], at: usize) -> Option<i32> {
    let year = |clause: &Clause| match clause {
        Clause::Timed(Timed { shape: TimeShape::One(target), .. }) if !target.part.is_school() => {
            target.part.year()
        }
        _ => None,
    };
    clauses.iter().skip(at).find_map(year).or_else(|| clauses.iter().take(at).rev().find_map(year))
}

/// Whether `trước` names a day, or a point, that the settings count in.
fn is_inclusive(timed: &Timed, reading: &DeadlineContext<'_>) -> bool {
    let is_day = |target: &TimeTarget| target.part.is_day() || target.edge.is_some();
    reading.before == Before::Inclusive
        && match &timed.shape {
            TimeShape::One(target) => is_day(target),
            TimeShape::List(targets, _) => targets.iter().all(is_day),
            TimeShape::Run(..) => false,
        }
}

struct Resolver<'a> {
    reading: &'a DeadlineContext<'a>,
    years: Years<'a>,
    occurrences: Vec<Occurrence>,
    notes: Vec<Note>,
    place: WordRange,
    recurring: bool,
    /// Whether a list of days or spans is among them, whose labels may meet.
    listed: bool,
    /// The year that a clause may take from its neighbours.
    hint: Option<i32>,
}

impl Resolver<'_> {
    fn timed(&mut self, timed: &Timed) -> Result<(), DeadlineError> {
        match self.try_timed(timed) {
            Ok(()) => Ok(()),
            Err(ResolveError::Error(error)) => Err(error),
            Err(ResolveError::Unknown(text)) => {
                self.notes.push(Note::UnknownSchoolYear { text });
                Ok(())
            }
        }
    }

    fn try_timed(&mut self, timed: &Timed) -> Result<(), ResolveError> {
        let is_point = |target: &TimeTarget| target.part.is_day() || target.edge.is_some();
        match &timed.shape {
            TimeShape::One(target) => {
                let range = self.years.target_or(target, self.hint)?;
                self.push(timed, range, is_point(target), Some(self.label_of(target, range)))?;
            }
            TimeShape::Run(first, last) => {
                let range = self.years.run(first, last)?;
                self.push(timed, range, false, None)?;
            }
            TimeShape::List(targets, join) => {
                let ranges = self.years.list(targets)?;
                let (Some(first), Some(last)) = (ranges.first(), ranges.last()) else { return Ok(()) };
                let is_one_span = *join == Join::Comma && !has_gap(&ranges);
                if is_one_span || timed.bound == Bound::From {
                    let range = DateRange::new(first.first, last.last).unwrap_or(*first);
                    return self.push(timed, range, false, None);
                }
                self.recurring = true;
                self.listed = true;
                for (target, range) in targets.iter().zip(&ranges) {
                    self.push(timed, *range, is_point(target), Some(self.label_of(target, *range)))?;
                }
            }
        }
        Ok(())
    }

    /// Adds the occurrence of one stretch; a point is its last day, and has no first.
    fn push(
        &mut self,
        timed: &Timed,
        range: DateRange,
        is_point: bool,
        label: Option<String>,
    ) -> Result<(), ResolveError> {
        let (mut from, mut due, mut barrier) = (None, range.last, None);
        match timed.bound {
            Bound::In => from = (!is_point).then_some(range.first),
            Bound::Until => {}
            Bound::Before if is_inclusive(timed, self.reading) => {}
            Bound::Before => {
                let out = || DeadlineError::new(DeadlineErrorReason::OutOfCalendar, self.place.range());
                due = range.first.plus(-1).ok_or_else(out)?;
                barrier = Some(range.first);
            }
            Bound::From => {
                from = Some(range.first);
                due = range.last.max(self.reading.period.range.last);
            }
        }
        self.occurrences.push(Occurrence { label, from, due, barrier });
        Ok(())
    }

    fn count(&mut self, count: &Count) -> Result<(), DeadlineError> {
        let since = match self.years.target_or(&count.since, self.hint) {
            Ok(range) => range.last,
            Err(ResolveError::Error(error)) => return Err(error),
            Err(ResolveError::Unknown(text)) => {
                self.notes.push(Note::UnknownSchoolYear { text });
                return Ok(());
            }
        };
        let due = if count.working {
            self.reading.calendar.plus_working_days(since, count.days)
        } else {
            since.plus(count.days.into())
        };
        let Some(due) = due else {
            return Err(DeadlineError::new(DeadlineErrorReason::OutOfCalendar, count.since.place.range()));
        };
        self.occurrences.push(Occurrence { label: Some(due.to_string()), from: None, due, barrier: None });
        Ok(())
    }

    /// The label of one stretch in a list: its span's, else the day on which it is due.
    fn label_of(&self, target: &TimeTarget, range: DateRange) -> String {
        each::label_of_part(target.part, range, self.reading.calendar)
            .unwrap_or_else(|| range.last.to_string())
    }

    /// Puts what was found in order.
    fn finish(mut self, expression: Expression, dated: usize, continuous: bool) -> Deadline {
        let is_recurring = self.recurring || dated > 1;
        let kind = match (self.occurrences.is_empty(), is_recurring) {
            (true, _) if dated == 0 && continuous => DeadlineKind::Continuous,
            (true, _) if dated == 0 || !self.notes.is_empty() => DeadlineKind::Undated,
            (_, true) => DeadlineKind::Recurring,
            (true, false) => DeadlineKind::Undated,
            (false, false) => DeadlineKind::Dated,
        };
        let from = self.reading.from;
        if kind == DeadlineKind::Dated {
            for one in &mut self.occurrences {
                one.label = None;
                one.from = from.or(one.from);
            }
        } else {
            if let Some(from) = from {
                self.occurrences.retain(|one| one.due >= from);
            }
            self.occurrences.sort_by_key(|occurrence| (occurrence.due, occurrence.from));
            if dated > 1 || self.listed {
                self.occurrences.dedup();
                each::label_apart(&mut self.occurrences);
            }
        }
        Deadline {
            expression: Some(expression),
            kind,
            occurrences: self.occurrences.into(),
            notes: self.notes,
        }
    }
}

/// Whether one range of a list does not begin on the day after the one before it.
fn has_gap(ranges: &[DateRange]) -> bool {
    ranges.windows(2).any(|pair| match pair {
        [first, second] => first.last.next() != second.first,
        _ => false,
    })
}
