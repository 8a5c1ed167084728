//! Dates of units and school years that contradict each other, reported by `impossible-date`, and of events.

use crate::check::lower::{EventDaysFault, UnitDatesFault, YearlessFault};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::deadline::{DeadlineUse, IMPOSSIBLE_DATE, deadline_diagnostic};
use crate::language::{Lang, Message};
use crate::message;
use crate::parse::Key;
use crate::parse::rules::WRONG_TYPE;
use crate::parse::scalar::within;
use crate::span::{Sources, Span, Spanned};

/// Reports a school year that is not two consecutive years, or whose days are out of order.
pub(super) fn school_year(span: Span) -> Diagnostic {
    Diagnostic::new(
        &IMPOSSIBLE_DATE,
        span,
        Message::fixed("năm học không hợp lý", "inconsistent school year"),
    )
    .help(Message::fixed(
        "year là hai năm liền nhau, ví dụ 2022-2023; from ≤ term1_ends < term2_ends ≤ to",
        "give two consecutive years, for example 2022-2023, and days with from ≤ term1_ends < term2_ends ≤ to",
    ))
}

/// Reports a unit that ends before it begins.
pub(super) fn unit_dates(fault: &UnitDatesFault) -> Diagnostic {
    Diagnostic::new(
        &IMPOSSIBLE_DATE,
        fault.until,
        Message::fixed("until đứng trước from", "`until` is before `from`"),
    )
    .related(fault.from, Message::fixed("from ở đây", "`from` is here"))
}

/// Reports a day without its year that the plan's period, or the date of the entry, does not determine.
pub(super) fn yearless(fault: &YearlessFault) -> Diagnostic {
    let (key, written) = (fault.key.name(), fault.written.value);
    let all = |lang| fault.days.iter().map(|day| day.show(lang)).collect::<Vec<_>>().join(", ");
    let (vi, en) = (all(Lang::Vi), all(Lang::En));
    let message = if fault.days.is_empty() {
        message!(
            "{key}: thời kỳ của kế hoạch không có ngày {written}",
            "{key}: the plan's period has no day {written}"
        )
    } else {
        message!(
            "{key}: thời kỳ của kế hoạch có nhiều ngày {written}: {vi}",
            "{key}: the plan's period has several days {written}: {en}"
        )
    };
    let year = fault.days.last().map_or(2024, |day| day.year());
    Diagnostic::new(&WRONG_TYPE, fault.written.span, message).help(message!(
        "viết ngày có năm, ví dụ {written}/{year}",
        "write a day with its year, for example {written}/{year}"
    ))
}

/// Reports days of an event that cannot be read, at the part that is wrong.
pub(super) fn event_days(fault: &EventDaysFault, sources: &Sources) -> Diagnostic {
    let words = fault.words.words();
    let usage = DeadlineUse {
        rule: Some(&WRONG_TYPE),
        subject: Some(Key::Date.name()),
        examples: "",
        period: None,
        takes_events: false,
    };
    let place = within(&words, fault.error.range.clone(), sources);
    let help = Message::fixed(
        "viết ngày có năm, ví dụ 15/3/2026, hoặc từ ngày đến ngày: 10-12/6/2026",
        "write a day with its year, such as 15/3/2026, or the first and last day: 10-12/6/2026",
    );
    let help = fault.error.spreadsheet_day().is_none().then_some(help);
    deadline_diagnostic(&fault.error, Spanned::new(words.value, place), usage).maybe_help(help)
}
