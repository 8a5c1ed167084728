//! A deadline with its occurrences: the days on which something is due.

use std::ops::Range;
use std::sync::Arc;

use crate::date::{Day, Weekday};
use crate::language::{Lang, Message};
use crate::message;
use crate::sanitize::quoted;

use super::expression::Expression;

/// A deadline resolved to the days of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The meaning of the words; none where no words are written, or where they could not be read.
    pub expression: Option<Expression>,
    /// The kind of the deadline: no days, one or several.
    pub kind: DeadlineKind,
    /// The days: one for a dated deadline, any number for a recurring one (the earliest due first), none
    /// for the others. Cheap to clone.
    pub occurrences: Arc<[Occurrence]>,
    /// The days of a recurring deadline before the plan was issued, the earliest due first. They open no work
    /// unless a report or a change names them.
    pub before_issue: Arc<[Occurrence]>,
    /// Remarks on the resolution that are not errors.
    pub notes: Vec<DeadlineNote>,
    /// The year whose announcement may change days that are counted in working days, if there is one.
    pub unannounced: Option<i32>,
}

impl Deadline {
    /// Returns the deadline of an assignment for which no deadline is written.
    pub fn undated() -> Self {
        Self {
            expression: None,
            kind: DeadlineKind::Undated,
            occurrences: Arc::new([]),
            before_issue: Arc::new([]),
            notes: Vec::new(),
            unannounced: None,
        }
    }
}

/// The kind of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeadlineKind {
    /// One day.
    Dated,
    /// A day in each of several spans.
    Recurring,
    /// Continuous work, which has no day.
    Continuous,
    /// No day yet.
    Undated,
}

impl DeadlineKind {
    /// Returns the identifier in machine output: `dated`, `recurring`, `continuous`, `undated`.
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
    /// The name of the span in a recurring deadline, unique in the deadline: `2024-03`, `2024-Q1`,
    /// `2023-2024-HK1`.
    pub label: Option<String>,
    /// The first day on which it is open, if the words name one.
    pub from: Option<Day>,
    /// The last day that is in time, before rolling.
    pub due: Day,
    /// The day that an exclusive `trước` names, which rolling does not reach.
    pub barrier: Option<Day>,
}

/// A remark on the resolution of a deadline that is not an error.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum DeadlineNote {
    /// The calendar lacks the school year that the words name: the deadline is undated.
    UnknownSchoolYear {
        /// The name of the school year, `năm học 2024-2025`, or just `năm học`.
        text: String,
    },
    /// The words name an event that the calendar lacks; the deadline stays undated.
    UnknownEvent {
        /// The words of the event.
        event: String,
        /// The bytes of these words in the text.
        range: Range<usize>,
    },
    /// The words name another day of the week than that of the day beside it. The day counts.
    WrongWeekday {
        /// The day of the week that the words name.
        named: Weekday,
        /// The day.
        day: Day,
        /// The bytes of the day in the text.
        range: Range<usize>,
    },
}

impl DeadlineNote {
    /// Returns the remark as a sentence without a full stop.
    pub fn message(&self) -> Message {
        match self {
            Self::UnknownSchoolYear { text } => message!(
                "lịch không có {text}: chưa xác định thời hạn",
                "the calendar does not know {text}: the deadline is undated"
            ),
            Self::UnknownEvent { event, .. } => {
                let event = quoted(event);
                message!(
                    "chưa biết ngày của {event}: chưa xác định thời hạn",
                    "the day of {event} is not known: the deadline is undated"
                )
            }
            Self::WrongWeekday { named, day, .. } => {
                let of = |lang: Lang| {
                    [day.show(lang).as_str(), day.weekday().name().get(lang), named.name().get(lang)]
                        .map(str::to_owned)
                };
                let [vi, vi_is, vi_named] = of(Lang::Vi);
                let [en, en_is, en_named] = of(Lang::En);
                message!("{vi} là {vi_is}, không phải {vi_named}", "{en} is a {en_is}, not a {en_named}")
            }
        }
    }
}

/// Returns the sentence, without a full stop, on a number of occurrences that do not open, as they are due before
/// the plan was issued.
pub fn closed_before_issue(number: usize, issued: Day) -> Message {
    let (vi, en) = (issued.show(Lang::Vi), issued.show(Lang::En));
    if number == 1 {
        return message!(
            "01 kỳ đến hạn trước ngày ban hành kế hoạch {vi} không mở",
            "one occurrence is due before the plan's date of issue, {en}, and does not open"
        );
    }
    message!(
        "{number:02} kỳ đến hạn trước ngày ban hành kế hoạch {vi} không mở",
        "{number} occurrences are due before the plan's date of issue, {en}, and do not open"
    )
}
