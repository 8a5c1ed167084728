//! Limits of what people are shown; programs get everything.

use super::report::DiagnosticReport;
use crate::language::Lang;

/// The most diagnostics that people are shown.
pub(super) const SHOWN: usize = 500;

/// The most characters of one sentence that people are shown.
pub(super) const SENTENCE: usize = 1000;

/// The sentence about the diagnostics that are not shown; none if all are.
pub(super) fn rest(report: &DiagnosticReport<'_>, lang: Lang) -> Option<String> {
    let rest = report.diagnostics.len().saturating_sub(SHOWN);
    (rest > 0).then(|| {
        lang.pick(
            format!("… và {rest} vấn đề nữa không in ở đây (-f json in ra tất cả)"),
            format!("… and {rest} more not shown here (-f json prints all)"),
        )
    })
}
