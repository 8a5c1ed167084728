//! What is wrong with the days of the header and of the calendar.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::deadline::IMPOSSIBLE_DATE;
use crate::language::Message;
use crate::span::Span;

/// Reports a school year that is not two years in a row, or whose days are out of order.
pub(crate) fn wrong_school_year(span: Span) -> Diagnostic {
    Diagnostic::new(
        &IMPOSSIBLE_DATE,
        span,
        Message::fixed("năm học không hợp lý", "the school year does not fit together"),
    )
    .help(Message::fixed(
        "year là hai năm liền nhau, ví dụ 2022-2023; from ≤ term1_ends < term2_ends ≤ to",
        "year is two years in a row, such as 2022-2023; from ≤ term1_ends < term2_ends ≤ to",
    ))
}
