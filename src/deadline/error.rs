//! Errors of the deadline language: in a deadline, a period or a day.

use std::ops::Range;

use crate::date::Day;
use crate::language::Message;
use crate::message;

use super::display::numeral;

/// An error in the words of a deadline, a period or a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadlineError {
    /// The reason, with the values of its message.
    pub reason: DeadlineErrorReason,
    /// The bytes of the text that the error is about; for [`DeadlineErrorReason::Unreadable`] the part that is
    /// not understood.
    pub range: Range<usize>,
    /// At most three known forms, the nearest first; a misspelt text comes first, corrected.
    pub nearest: Vec<String>,
}

/// A class of errors, with a rule of its own (docs/diagnostics.md).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeadlineErrorKind {
    /// There are no words.
    Empty,
    /// The words are not understood: `unreadable-deadline`.
    Unreadable,
    /// They name a date that the calendar lacks: `impossible-date`.
    Impossible,
    /// No year of the period fits them, or two do: `ambiguous-date`.
    Ambiguous,
    /// They name a school year that the calendar lacks: `unknown-calendar`.
    UnknownSchoolYear,
}

/// The reason of an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeadlineErrorReason {
    /// There are no words.
    Empty,
    /// There are more than 500 characters.
    TooLong,
    /// A part is not understood.
    Unreadable {
        /// The part.
        part: String,
        /// True if it stands where `trước` or `đến` expects a day, and may be the name of an event.
        is_event: bool,
    },
    /// A name stands for several events of the calendar.
    TwoEvents {
        /// The name as it is written.
        name: String,
        /// The first two days.
        days: [Day; 2],
    },
    /// The words are neither a day nor one span of days.
    NoSpan,
    /// The words are no period.
    NoPeriod,
    /// The words are no day with its year.
    NoDay,
    /// The month has no such day.
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
    /// A spreadsheet's number of a day stands in place of the day.
    SpreadsheetDay {
        /// The number.
        number: u32,
        /// The day.
        day: Day,
    },
    /// The month has no such week.
    NoSuchWeek {
        /// The week.
        week: u32,
        /// The month and its year, unless no month has it.
        month: Option<(u32, i32)>,
    },
    /// The year lies outside 1900–2999.
    NoSuchYear(u32),
    /// The two years of a school year are not consecutive.
    NoSchoolYear(u32, u32),
    /// The end is before the beginning.
    EndBeforeStart {
        /// The first day.
        first: Day,
        /// The last day.
        last: Day,
    },
    /// The last year of a span is before the first.
    YearsBackwards(i32, i32),
    /// The number of times per span is zero or implausibly large.
    NoSuchTimes(u32),
    /// The number of first or last months of a year is not in 1–12.
    NoSuchMonths(u32),
    /// The number of months does not divide a year.
    NoInterval(u32),
    /// The number of days in a count is zero or implausibly large.
    NoSuchCount(u32),
    /// A term of weeks, months or years is zero or implausibly long.
    NoSuchTermLength,
    /// There are more occurrences than the limit of one deadline.
    TooMany,
    /// The resulting day is outside 1900–2999.
    OutOfCalendar,
    /// A reference without a year lies in no year of the period.
    NoYear {
        /// The reference in its canonical form.
        what: String,
        /// The words of the period, if there is one.
        period: Option<String>,
    },
    /// A reference without a year lies in several years of the period.
    TwoYears {
        /// The reference in its canonical form.
        what: String,
        /// The first two years.
        years: [String; 2],
    },
    /// The calendar lacks the school year.
    UnknownSchoolYear {
        /// Its name: `năm học 2024-2025`.
        text: String,
    },
}

impl DeadlineError {
    pub(super) fn new(reason: DeadlineErrorReason, range: Range<usize>) -> Self {
        Self { reason, range, nearest: Vec::new() }
    }

    /// Returns the day that a spreadsheet's number stands for, if that is the error.
    pub fn spreadsheet_day(&self) -> Option<Day> {
        match self.reason {
            DeadlineErrorReason::SpreadsheetDay { day, .. } => Some(day),
            _ => None,
        }
    }

    /// Returns true if the words that are not understood may name an event.
    pub fn may_name_event(&self) -> bool {
        matches!(self.reason, DeadlineErrorReason::Unreadable { is_event: true, .. })
    }

    /// Returns the class of the error.
    pub fn kind(&self) -> DeadlineErrorKind {
        match &self.reason {
            DeadlineErrorReason::Empty => DeadlineErrorKind::Empty,
            DeadlineErrorReason::TooLong
            | DeadlineErrorReason::Unreadable { .. }
            | DeadlineErrorReason::SpreadsheetDay { .. }
            | DeadlineErrorReason::NoSpan
            | DeadlineErrorReason::NoPeriod
            | DeadlineErrorReason::NoDay => DeadlineErrorKind::Unreadable,
            DeadlineErrorReason::NoYear { .. }
            | DeadlineErrorReason::TwoYears { .. }
            | DeadlineErrorReason::TwoEvents { .. } => DeadlineErrorKind::Ambiguous,
            DeadlineErrorReason::UnknownSchoolYear { .. } => DeadlineErrorKind::UnknownSchoolYear,
            _ => DeadlineErrorKind::Impossible,
        }
    }

    /// Returns the message, one sentence without a full stop.
    pub fn message(&self) -> Message {
        match &self.reason {
            DeadlineErrorReason::NoSuchDay { day, month, year } => no_such_day(*day, *month, *year),
            DeadlineErrorReason::NoSuchWeek { week, month } => no_such_week(*week, *month),
            DeadlineErrorReason::NoYear { what, period: Some(period) } => message!(
                "{what} không nằm trong kỳ kế hoạch ({period})",
                "{what} is not in the plan's period ({period})"
            ),
            DeadlineErrorReason::NoYear { what, period: None } => {
                message!("{what} chưa ghi năm", "{what} has no year")
            }
            DeadlineErrorReason::TwoYears { what, years: [first, second] } => message!(
                "{what} có trong hai năm của kỳ kế hoạch: {first} và {second}",
                "{what} is in two years of the plan's period: {first} and {second}"
            ),
            DeadlineErrorReason::TwoEvents { name, days: [first, second] } => {
                use crate::language::Lang::{En, Vi};
                let [vi, vi_second] = [first.show(Vi), second.show(Vi)];
                let [en, en_second] = [first.show(En), second.show(En)];
                message!(
                    "\"{name}\" có hai ngày trong lịch: {vi} và {vi_second}",
                    "\"{name}\" has two days in the calendar: {en} and {en_second}"
                )
            }
            DeadlineErrorReason::SpreadsheetDay { number, day } => {
                use crate::language::Lang::{En, Vi};
                let (vi, en) = (day.show(Vi), day.show(En));
                message!(
                    "{number} là số của bảng tính chỉ ngày {vi}",
                    "{number} is a spreadsheet's number for {en}"
                )
            }
            DeadlineErrorReason::EndBeforeStart { first, last } => {
                use crate::language::Lang::{En, Vi};
                Message::new(
                    format!("ngày cuối ({}) trước ngày đầu ({})", last.show(Vi), first.show(Vi)),
                    format!("the end ({}) is before the beginning ({})", last.show(En), first.show(En)),
                )
            }
            reason => reason.short_message(),
        }
    }
}

impl DeadlineErrorReason {
    /// Returns the message of a reason that has only numbers or nothing.
    fn short_message(&self) -> Message {
        match self {
            Self::Empty => Message::fixed("chưa ghi thời hạn", "no deadline is given"),
            Self::TooLong => {
                Message::fixed("thời hạn dài quá 500 ký tự", "the deadline is longer than 500 characters")
            }
            Self::Unreadable { part, .. } => {
                message!("không hiểu \"{part}\"", "\"{part}\" is not understood")
            }
            Self::NoSpan => {
                Message::fixed("không phải một khoảng thời gian", "expected a day or one span of days")
            }
            Self::NoPeriod => Message::fixed(
                "không phải một thời kỳ: cần năm, quý, tháng, giai đoạn hoặc năm học",
                "expected a period: a year, a quarter, a month, several years or a school year",
            ),
            Self::NoDay => Message::fixed("cần một ngày có đủ năm", "expected a day with its year"),
            Self::NoSuchDayInAnyMonth(day) => message!("không có ngày {day}", "no month has a day {day}"),
            Self::NoSuchMonth(month) => message!(
                "không có tháng {month}: một năm có tháng 1 đến tháng 12",
                "there is no month {month}: expected 1 to 12"
            ),
            Self::NoSuchQuarter(quarter) => {
                let quarter = numeral(*quarter);
                message!(
                    "không có quý {quarter}: một năm có quý I đến quý IV",
                    "there is no quarter {quarter}: expected I to IV"
                )
            }
            Self::NoSuchTerm(term) => {
                let term = numeral(*term);
                message!(
                    "không có học kỳ {term}: một năm học có học kỳ I và II",
                    "there is no term {term}: expected I or II"
                )
            }
            Self::NoSuchWeekday(day) => message!(
                "không có thứ {day}: một tuần có thứ 2 đến thứ 7 và chủ nhật",
                "there is no weekday {day}: expected thứ 2 to thứ 7, or chủ nhật"
            ),
            Self::NoSuchYear(year) => {
                message!("năm {year} nằm ngoài 1900–2999", "the year {year} is outside 1900–2999")
            }
            Self::NoSchoolYear(first, second) => message!(
                "{first}-{second} không phải một năm học: hai năm phải liền nhau",
                "{first}-{second} is not a school year: expected two consecutive years"
            ),
            Self::YearsBackwards(first, second) => message!(
                "năm cuối ({second}) trước năm đầu ({first})",
                "the last year ({second}) is before the first ({first})"
            ),
            Self::NoSuchTimes(times) => message!(
                "{times} lần không hợp lý: từ 1 đến 366 lần",
                "{times} times is out of range: expected 1 to 366"
            ),
            Self::NoSuchMonths(months) => {
                message!(
                    "một năm không có {months} tháng",
                    "a year does not have {months} months: expected 1 to 12"
                )
            }
            Self::NoInterval(months) => message!(
                "{months} tháng không chia đều một năm: 1, 2, 3, 4, 6 hoặc 12 tháng",
                "{months} months do not divide a year: expected 1, 2, 3, 4, 6 or 12"
            ),
            Self::NoSuchCount(days) => message!(
                "{days} ngày không hợp lý: từ 1 đến 36525 ngày",
                "{days} days is out of range: expected 1 to 36525"
            ),
            Self::NoSuchTermLength => Message::fixed(
                "thời hạn bằng 0 hoặc dài quá 100 năm",
                "the term is zero, or longer than 100 years",
            ),
            Self::TooMany => {
                Message::fixed("quá nhiều kỳ trong thời gian này", "too many occurrences in this span")
            }
            Self::OutOfCalendar => Message::fixed(
                "ngày tính được nằm ngoài các năm 1900–2999",
                "the resulting day is outside the years 1900–2999",
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
        return Message::fixed("không có ngày 0", "no month has a day 0");
    }
    match (month, year) {
        (2, Some(year)) if day == 29 => message!(
            "năm {year} không nhuận: tháng 2 chỉ có 28 ngày",
            "{year} is not a leap year: February has only 28 days"
        ),
        _ => {
            // Without a year, February counts as that of a leap year.
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
            "there is no week {week} of a month: expected 1 to 5"
        ),
    }
}

impl std::fmt::Display for DeadlineError {
    /// Writes the message in English, for programs; [`DeadlineError::message`] has both languages.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.message().get(crate::language::Lang::En))
    }
}

impl std::error::Error for DeadlineError {}
