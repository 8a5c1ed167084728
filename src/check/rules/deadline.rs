//! Deadlines that cannot be read: `unreadable-deadline`, `impossible-date`, `ambiguous-date`, `start-after-due`.

use crate::deadline::{DeadlineError, DeadlineErrorKind};
use crate::diagnostic::Diagnostic;
use crate::language::Message;
use crate::message;
use crate::rule;
use crate::span::{Sources, Spanned};

use super::period::UNKNOWN_CALENDAR;

rule!(
    UNREADABLE_DEADLINE,
    Error,
    "unreadable-deadline",
    ["Không hiểu thời hạn", "A deadline that is not understood"],
    [
        "Thời hạn viết bằng lời như trong văn bản hành chính: \"trước ngày 15/5/2024\", \"Quý II/2024\", \"01 lần/quý\", \"chậm nhất ngày 25 hằng tháng\", \"Thường xuyên\". \
         Chữ nào không hiểu được thì báo, không đoán. plan due \"…\" cho xem một cách viết nghĩa là gì.",
        "Deadlines are written in the words of administrative documents: \"trước ngày 15/5/2024\", \"Quý II/2024\", \"01 lần/quý\", \"chậm nhất ngày 25 hằng tháng\", \"Thường xuyên\". \
         Words that are not understood are reported, never guessed at. plan due \"…\" shows what a wording means.",
    ],
);

rule!(
    IMPOSSIBLE_DATE,
    Error,
    "impossible-date",
    ["Ngày, tháng, quý không có trong lịch", "A day, month or quarter that the calendar does not have"],
    [
        "31/6, 29/2 của năm thường, quý V, tháng 13, năm ngoài 1900–2999, hoặc ngày cuối đứng trước ngày đầu.",
        "31/6, 29/2 of a common year, quarter V, month 13, a year outside 1900–2999, or an end before its beginning.",
    ],
);

rule!(
    AMBIGUOUS_DATE,
    Error,
    "ambiguous-date",
    ["Thời hạn không ghi năm mà không suy ra được năm", "A deadline without a year, where none follows"],
    [
        "Ngày, tháng, quý không ghi năm lấy năm duy nhất khiến nó nằm trong thời kỳ của kế hoạch. Không có năm nào, hoặc có hai, thì phải ghi năm.",
        "A day, month or quarter without its year has the one year in which it lies in the plan's period. Where there is none, or two, the year must be written.",
    ],
);

rule!(
    START_AFTER_DUE,
    Error,
    "start-after-due",
    ["Ngày bắt đầu sau thời hạn", "A first day after the deadline"],
    [
        "from: là ngày đầu của việc; nó không thể đứng sau ngày cuối.",
        "from: is the first day of the work; it cannot come after the last.",
    ],
);

/// Tells what is wrong with a deadline, at the words that are wrong; examples are of the year `year`.
pub fn wrong_deadline(
    error: &DeadlineError,
    words: &Spanned<&str>,
    sources: &Sources,
    year: i32,
) -> Diagnostic {
    let rule = match error.kind() {
        DeadlineErrorKind::Empty | DeadlineErrorKind::Unreadable => &UNREADABLE_DEADLINE,
        DeadlineErrorKind::Impossible => &IMPOSSIBLE_DATE,
        DeadlineErrorKind::Ambiguous => &AMBIGUOUS_DATE,
        DeadlineErrorKind::UnknownSchoolYear => &UNKNOWN_CALENDAR,
    };
    let span = crate::parse::scalar::within(words, error.range.clone(), sources);
    let help = if error.nearest.is_empty() {
        Message::fixed(
            "ví dụ: trước ngày 15/5/2024, Quý II/2024, 01 lần/quý, Thường xuyên",
            "for example: trước ngày 15/5/2024, Quý II/2024, 01 lần/quý, Thường xuyên",
        )
    } else {
        // Known forms are kept with one year; a year that was written stays.
        let of_year = |form: &String| {
            if words.contains("2024") { form.clone() } else { form.replace("2024", &year.to_string()) }
        };
        let near = error.nearest.iter().map(of_year).collect::<Vec<_>>().join("; ");
        message!("gần nhất: {near}", "nearest: {near}")
    };
    let diagnostic = Diagnostic::new(rule, span, error.message());
    if rule == &UNREADABLE_DEADLINE || !error.nearest.is_empty() { diagnostic.help(help) } else { diagnostic }
}
