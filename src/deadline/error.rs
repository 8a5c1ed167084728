//! What is wrong with a deadline, a period or a day.

use std::ops::Range;

use crate::date::Day;
use crate::language::Message;
use crate::message;

/// Why words could not be read, or mean no day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadlineError {
    /// What is wrong.
    pub reason: DeadlineErrorReason,
    /// The bytes of the text that it is about; for [`DeadlineErrorReason::Unreadable`] the part that was not understood.
    pub range: Range<usize>,
    /// Known forms that are near, at most three, the nearest first; often the text itself put right.
    pub nearest: Vec<String>,
}

/// The classes of errors: one rule each (docs/diagnostics.md).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeadlineErrorKind {
    /// There are no words.
    Empty,
    /// The words are not understood: `unreadable-deadline`.
    Unreadable,
    /// They name what the calendar does not have: `impossible-date`.
    Impossible,
    /// They have no year, or two, in the period: `ambiguous-date`.
    Ambiguous,
    /// They need a school year that the calendar does not know: `unknown-calendar`.
    UnknownSchoolYear,
}

/// What is wrong, with all that the message says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeadlineErrorReason {
    /// There are no words.
    Empty,
    /// There are more characters than any deadline has.
    TooLong,
    /// This part was not understood.
    Unreadable {
        /// The part.
        part: String,
    },
    /// A span of days is wanted, and this is none.
    NoSpan,
    /// A day with its year is wanted, and this is none.
    NoDay,
    /// The month has no such day; the year where it matters.
    NoSuchDay {
        /// The day of the month.
        day: u32,
        /// The month.
        month: u32,
        /// The year, if it is written or follows from the period.
        year: Option<i32>,
    },
    /// No month has that day.
    NoSuchDayInAnyMonth(u32),
    /// There is no such month.
    NoSuchMonth(u32),
    /// There is no such quarter.
    NoSuchQuarter(u32),
    /// There is no such term.
    NoSuchTerm(u32),
    /// There is no such day of the week.
    NoSuchWeekday(u32),
    /// The month has no such week.
    NoSuchWeek {
        /// The week.
        week: u32,
        /// The month and its year, unless no month has it.
        month: Option<(u32, i32)>,
    },
    /// The year lies outside 1900–2999.
    NoSuchYear(u32),
    /// A school year is two years that follow each other.
    NoSchoolYear(u32, u32),
    /// The end lies before the beginning.
    EndBeforeStart {
        /// The first day.
        first: Day,
        /// The day that should be the last.
        last: Day,
    },
    /// The years of a span are the wrong way round.
    YearsBackwards(i32, i32),
    /// So many times in a span, or none, is no plan.
    NoSuchTimes(u32),
    /// A year has no such number of first or last months.
    NoSuchMonths(u32),
    /// So many months do not divide a year.
    NoInterval(u32),
    /// More occurrences than can be listed.
    TooMany,
    /// The day would lie outside 1900–2999.
    OutOfCalendar,
    /// What has no year lies in no year of the period; the period's words, if there is one.
    NoYear {
        /// What has no year, in its canonical form.
        what: String,
        /// The period.
        period: Option<String>,
    },
    /// What has no year lies in several years of the period.
    TwoYears {
        /// What has no year, in its canonical form.
        what: String,
        /// The first two years.
        years: [String; 2],
    },
    /// The calendar does not know that school year.
    UnknownSchoolYear {
        /// Its name: `năm học 2024-2025`.
        text: String,
    },
}

impl DeadlineError {
    pub(super) fn new(reason: DeadlineErrorReason, range: Range<usize>) -> Self {
        Self { reason, range, nearest: Vec::new() }
    }

    /// The class of the error.
    pub fn kind(&self) -> DeadlineErrorKind {
        match &self.reason {
            DeadlineErrorReason::Empty => DeadlineErrorKind::Empty,
            DeadlineErrorReason::TooLong
            | DeadlineErrorReason::Unreadable { .. }
            | DeadlineErrorReason::NoSpan
            | DeadlineErrorReason::NoDay => DeadlineErrorKind::Unreadable,
            DeadlineErrorReason::NoYear { .. } | DeadlineErrorReason::TwoYears { .. } => {
                DeadlineErrorKind::Ambiguous
            }
            DeadlineErrorReason::UnknownSchoolYear { .. } => DeadlineErrorKind::UnknownSchoolYear,
            _ => DeadlineErrorKind::Impossible,
        }
    }

    /// What is wrong, in one sentence without a full stop.
    pub fn message(&self) -> Message {
        match &self.reason {
            DeadlineErrorReason::NoSuchDay { day, month, year } => no_such_day(*day, *month, *year),
            DeadlineErrorReason::NoSuchWeek { week, month } => no_such_week(*week, *month),
            DeadlineErrorReason::NoYear { what, period: Some(period) } => message!(
                "{what} không nằm trong kỳ kế hoạch ({period})",
                "{what} does not lie in the plan's period ({period})"
            ),
            DeadlineErrorReason::NoYear { what, period: None } => {
                message!("{what} chưa ghi năm", "{what} has no year")
            }
            DeadlineErrorReason::TwoYears { what, years: [first, second] } => message!(
                "{what} có trong hai năm của kỳ kế hoạch: {first} và {second}",
                "{what} lies in two years of the plan's period: {first} and {second}"
            ),
            DeadlineErrorReason::EndBeforeStart { first, last } => {
                use crate::language::Lang::{En, Vi};
                Message::new(
                    format!("ngày cuối ({}) trước ngày đầu ({})", last.show(Vi), first.show(Vi)),
                    format!("the end ({}) lies before the beginning ({})", last.show(En), first.show(En)),
                )
            }
            reason => reason.short_message(),
        }
    }
}

impl DeadlineErrorReason {
    /// The message of a reason that takes no more than its own numbers.
    fn short_message(&self) -> Message {
        match self {
            Self::Empty => Message::fixed("chưa ghi thời hạn", "no deadline is given"),
            Self::TooLong => {
                Message::fixed("thời hạn dài quá 500 ký tự", "the deadline is longer than 500 characters")
            }
            Self::Unreadable { part } => message!("không hiểu \"{part}\"", "\"{part}\" is not understood"),
            Self::NoSpan => Message::fixed("không phải một khoảng thời gian", "this is no span of days"),
            Self::NoDay => Message::fixed("không phải một ngày có đủ năm", "this is no day with its year"),
            Self::NoSuchDayInAnyMonth(day) => message!("không có ngày {day}", "there is no day {day}"),
            Self::NoSuchMonth(month) => message!("không có tháng {month}", "there is no month {month}"),
            Self::NoSuchQuarter(quarter) => {
                let quarter = super::display::roman(*quarter);
                message!("không có quý {quarter}", "there is no quarter {quarter}")
            }
            Self::NoSuchTerm(term) => {
                let term = super::display::roman(*term);
                message!("không có học kỳ {term}", "there is no term {term}")
            }
            Self::NoSuchWeekday(day) => message!("không có thứ {day}", "there is no weekday {day}"),
            Self::NoSuchYear(year) => {
                message!("năm {year} nằm ngoài 1900–2999", "the year {year} lies outside 1900–2999")
            }
            Self::NoSchoolYear(first, second) => message!(
                "{first}-{second} không phải một năm học: hai năm phải liền nhau",
                "{first}-{second} is no school year: its years must follow each other"
            ),
            Self::YearsBackwards(first, second) => message!(
                "năm cuối ({second}) trước năm đầu ({first})",
                "the last year ({second}) lies before the first ({first})"
            ),
            Self::NoSuchTimes(times) => message!(
                "{times} lần không hợp lý: từ 1 đến 366 lần",
                "{times} times is not plausible: from 1 to 366"
            ),
            Self::NoSuchMonths(months) => {
                message!("một năm không có {months} tháng", "a year does not have {months} months")
            }
            Self::NoInterval(months) => message!(
                "{months} tháng không chia đều một năm: 1, 2, 3, 4, 6 hoặc 12 tháng",
                "{months} months do not divide a year: 1, 2, 3, 4, 6 or 12 months"
            ),
            Self::TooMany => {
                Message::fixed("quá nhiều kỳ trong thời gian này", "too many occurrences in this span")
            }
            Self::OutOfCalendar => Message::fixed(
                "ngày tính được nằm ngoài các năm 1900–2999",
                "the resulting day lies outside the years 1900–2999",
            ),
            Self::UnknownSchoolYear { text } => message!(
                "lịch không có {text}: hãy khai báo trong calendar.school_years",
                "the calendar does not know {text}: declare it in calendar.school_years"
            ),
            _ => Message::fixed("thời hạn không hợp lệ", "the deadline is not valid"),
        }
    }
}

fn no_such_day(day: u32, month: u32, year: Option<i32>) -> Message {
    if day == 0 {
        return Message::fixed("không có ngày 0", "there is no day 0");
    }
    match (month, year) {
        (2, Some(year)) if day == 29 => message!(
            "năm {year} không nhuận: tháng 2 chỉ có 28 ngày",
            "{year} is no leap year: February has only 28 days"
        ),
        _ => {
            // Without a year, February is given the most that it can have.
            let most = Day::days_in_month(year.unwrap_or(2000), month);
            message!("tháng {month} chỉ có {most} ngày", "month {month} has only {most} days")
        }
    }
}

fn no_such_week(week: u32, month: Option<(u32, i32)>) -> Message {
    match month {
        Some((month, year)) => {
            message!("tháng {month}/{year} chỉ có 4 tuần", "month {month} of {year} has only 4 weeks")
        }
        None => message!(
            "không có tuần {week} của tháng: một tháng có tuần 1 đến tuần 5",
            "there is no week {week} of a month: a month has weeks 1 to 5"
        ),
    }
}

impl std::fmt::Display for DeadlineError {
    /// The message in English, for programmers; people are shown [`DeadlineError::message`].
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.message().get(crate::language::Lang::En))
    }
}

impl std::error::Error for DeadlineError {}
