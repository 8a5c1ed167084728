//! The expression: the meaning of the words of a deadline, independent of any period or calendar.

use std::sync::Arc;

use super::word_range::WordRange;
use crate::date::{Day, Weekday};

/// The meaning of the words of a deadline, made by [`parse`](super::parse). Cheap to clone.
///
/// Two expressions are equal when they mean the same, wherever in a text their words stand. `Display`
/// writes the canonical Vietnamese form, which reads back as an equal expression.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Expression {
    /// The deadlines that `;` or `và` joins, at least one.
    pub(super) clauses: Arc<[Clause]>,
    /// The range of the words in the text.
    pub(super) place: WordRange,
}

impl Expression {
    /// Returns the constraint, if the expression is one span of days with a beginning and an end.
    pub(super) fn period(&self) -> Option<&TimeConstraint> {
        match &*self.clauses {
            [Clause::Timed(timed)] if timed.bound == Bound::In => {
                if matches!(&timed.extent, TimeExtent::One(one) if matches!(one.part, CalendarPart::BareYears(..)))
                {
                    return None;
                }
                let is_point = matches!(&timed.extent, TimeExtent::One(reference) if reference.is_point());
                (!is_point).then_some(timed)
            }
            _ => None,
        }
    }

    /// Returns the day, if the expression is one day with its year.
    pub(super) fn day(&self) -> Option<Day> {
        let [Clause::Timed(TimeConstraint { bound: Bound::In, extent: TimeExtent::One(reference) })] =
            &*self.clauses
        else {
            return None;
        };
        match reference.part {
            CalendarPart::Day { day, month, year: Some(year) } => Day::new(year, month.into(), day.into()),
            _ => None,
        }
    }
}

/// One of the deadlines that an expression joins.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Clause {
    /// A day or a span, once or several times.
    Timed(TimeConstraint),
    /// An occurrence in each week, month, …
    Recurrence(Recurrence),
    /// An occurrence in each span of several weeks or years, counted from the first day of the work.
    Spaced(Spacing),
    /// A number of days after a day, or before it.
    Count(Count),
    /// From the day on which the plan was issued.
    SinceIssue,
    /// Continuous work, with its span if the words name one.
    Continuous(Option<TimeConstraint>),
    /// Words without a day.
    Undated(Box<str>),
    /// Words that count from an event, or lie before or after it, whose day is not known.
    UnknownEvent(Box<UnknownEvent>),
}

impl Clause {
    /// Returns true for words without a day.
    pub(super) fn is_undated(&self) -> bool {
        matches!(self, Self::Undated(_) | Self::UnknownEvent(_))
    }
}

/// An event whose day is not known.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct UnknownEvent {
    /// The words of the deadline.
    pub(super) words: Box<str>,
    /// The words of the event.
    pub(super) event: Box<str>,
    pub(super) place: WordRange,
}

/// The relation of a deadline to the days that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Bound {
    /// On that day, in that span.
    In,
    /// `đến`, `chậm nhất`: on its last day at the latest.
    Until,
    /// `trước`: before its first day.
    Before,
    /// `từ`, `sớm nhất`: from its first day on.
    From,
    /// `sau` a day: from the day after it on.
    After,
    /// From the first day of a range to the day before its last: `từ 01/3 và trước 30/6`.
    Within,
}

/// Days or spans with the relation of the deadline to them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct TimeConstraint {
    pub(super) bound: Bound,
    pub(super) extent: TimeExtent,
}

/// A reference to the calendar, a range between two, or a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum TimeExtent {
    One(TimeReference),
    Run(TimeReference, TimeReference),
    /// At least two references, joined by `và` (always several) or by commas (one span if they leave no gap).
    List(Vec<TimeReference>, Join),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Join {
    Comma,
    And,
}

/// A reference to a part of the calendar, or to the point at its beginning, middle or end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct TimeReference {
    pub(super) edge: Option<Edge>,
    pub(super) part: CalendarPart,
    /// The day of the week that the words name beside a day.
    pub(super) weekday: Option<Weekday>,
    pub(super) place: WordRange,
}

impl TimeReference {
    /// Returns true if it is one day: a day, or the beginning, middle or end of a part.
    pub(super) fn is_point(&self) -> bool {
        self.part.is_day() || self.edge.is_some()
    }
}

/// A point of a part of the calendar (BLDS 2015, Điều 146).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Edge {
    Start,
    Middle,
    End,
}

/// A part of the calendar; without a year, the year follows from the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum CalendarPart {
    Day {
        day: u8,
        month: u8,
        year: Option<i32>,
    },
    Month {
        month: u8,
        year: Option<i32>,
    },
    /// The 1st, 2nd or 3rd third of a month: thượng tuần, trung tuần, hạ tuần.
    Tenth {
        tenth: u8,
        month: u8,
        year: Option<i32>,
    },
    /// Week 1–5 of a month, seven days each, counted from the 1st.
    Week {
        week: u8,
        month: u8,
        year: Option<i32>,
    },
    /// The last seven days of a month.
    LastWeek {
        month: u8,
        year: Option<i32>,
    },
    Quarter {
        quarter: u8,
        year: Option<i32>,
    },
    /// The first or last 1–12 months of a year.
    Months {
        count: u8,
        last: bool,
        year: Option<i32>,
    },
    Year(Option<i32>),
    /// From a year to a year (giai đoạn).
    Years(i32, i32),
    /// `2025-2026`: from a year to a year, where the plan's period has both.
    BareYears(i32, i32),
    /// A school year, named by its first year.
    SchoolYear(Option<i32>),
    Term {
        term: u8,
        year: Option<i32>,
    },
    Summer(Option<i32>),
}

impl CalendarPart {
    /// Returns the written year; of a school year or term, the first one.
    pub(super) fn year(self) -> Option<i32> {
        match self {
            Self::Day { year, .. }
            | Self::Month { year, .. }
            | Self::Tenth { year, .. }
            | Self::Week { year, .. }
            | Self::LastWeek { year, .. }
            | Self::Quarter { year, .. }
            | Self::Months { year, .. }
            | Self::Year(year)
            | Self::SchoolYear(year)
            | Self::Term { year, .. }
            | Self::Summer(year) => year,
            Self::Years(first, _) | Self::BareYears(first, _) => Some(first),
        }
    }

    /// Returns true if its year is a school year.
    pub(super) fn is_school(self) -> bool {
        matches!(self, Self::SchoolYear(_) | Self::Term { .. })
    }

    pub(super) fn is_day(self) -> bool {
        matches!(self, Self::Day { .. })
    }
}

/// An occurrence in each span of a cycle.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Recurrence {
    pub(super) cycle: Cycle,
    /// The number of times in each span, 1–366; 1 where a day is named.
    pub(super) times: u16,
    /// The day in each span, if one is named, with the relation of the deadline to it.
    pub(super) at: Option<(Bound, Anchor)>,
    /// True if it is due in the span after the one that it reports on: `ngày 05 tháng sau`.
    pub(super) ahead: bool,
    /// The bounds that the words set.
    pub(super) within: Option<TimeConstraint>,
}

impl Recurrence {
    /// Returns a recurrence on a day of each span, without bounds.
    pub(super) fn on(cycle: Cycle, bound: Bound, anchor: Anchor) -> Self {
        Self { cycle, times: 1, at: Some((bound, anchor)), ahead: false, within: None }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Cycle {
    Week,
    Month,
    Quarter,
    Half,
    Year,
    SchoolYear,
    Term,
}

impl Cycle {
    /// Returns the number of months of a span; none for weeks, terms and school years.
    pub(super) fn months(self) -> Option<u8> {
        match self {
            Self::Month => Some(1),
            Self::Quarter => Some(3),
            Self::Half => Some(6),
            Self::Year => Some(12),
            Self::Week | Self::SchoolYear | Self::Term => None,
        }
    }

    /// Returns the cycle whose spans have that number of months.
    pub(super) fn of_months(months: u16) -> Option<Self> {
        match months {
            1 => Some(Self::Month),
            3 => Some(Self::Quarter),
            6 => Some(Self::Half),
            12 => Some(Self::Year),
            _ => None,
        }
    }
}

/// A day in each span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Anchor {
    /// A day of each week.
    Weekday(Weekday),
    /// A day of the 1st, 2nd or 3rd month of each span, optionally from a `first` day on.
    Day { first: Option<u8>, day: u8, month: u8 },
    /// The beginning, middle or end of each span.
    Edge(Edge),
    /// The first or last working day of each span.
    WorkingEdge(Edge),
    /// The last days of each span: a number of them.
    LastDays(u8),
    /// A term after the end of each span.
    After { number: u32, unit: CountUnit },
    /// From a day or span of each year to another; their parts of the calendar have no year.
    Run(TimeReference, TimeReference),
    /// A day or span of each year; its part of the calendar has no year.
    Reference(TimeReference),
}

/// Several weeks or years between two times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Spacing {
    /// The number of spans, at least 2.
    pub(super) spans: u16,
    /// Weeks or years.
    pub(super) cycle: Cycle,
}

/// The unit in which a term is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum CountUnit {
    Day,
    WorkingDay,
    Week,
    Month,
    Year,
}

impl CountUnit {
    /// Returns the most days that the unit has.
    pub(super) fn days(self) -> u32 {
        match self {
            Self::Day | Self::WorkingDay => 1,
            Self::Week => 7,
            Self::Month => 31,
            Self::Year => 366,
        }
    }

    /// Returns the words of the unit.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Day => "ngày",
            Self::WorkingDay => "ngày làm việc",
            Self::Week => "tuần",
            Self::Month => "tháng",
            Self::Year => "năm",
        }
    }
}

/// A term after a day, or before it (BLDS 2015, Điều 147 and 148).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Count {
    pub(super) number: u32,
    pub(super) unit: CountUnit,
    /// True if the term lies before the start: `20 ngày trước ngày 15/3`.
    pub(super) back: bool,
    pub(super) since: CountStart,
}

/// The day from which a count of days runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum CountStart {
    /// A day.
    Reference(TimeReference),
    /// The end of a span, on whose first day the work opens.
    End(TimeReference),
    /// The day on which the plan was issued.
    Issue,
}
