//! Dates of units and school years that contradict each other, reported by `impossible-date`.

use crate::check::lower::UnitDatesFault;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::deadline::IMPOSSIBLE_DATE;
use crate::language::Message;
use crate::span::Span;

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
