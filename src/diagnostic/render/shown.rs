//! Limits of what people are shown, and the line that counts everything.

use super::report::DiagnosticReport;
use crate::diagnostic::Severity;
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

/// The last line: the numbers of errors and warnings, of files and plans.
pub(super) fn summary(report: &DiagnosticReport<'_>, lang: Lang) -> String {
    let (files, plans) = (report.files(), report.plans);
    let counted = |number: usize, vi: &str, en: &str| match lang {
        Lang::Vi => format!("{number} {vi}"),
        Lang::En => format!("{number} {en}{}", if number == 1 { "" } else { "s" }),
    };
    let files = counted(files, "tệp", "file");
    let plans = counted(plans, "kế hoạch", "plan");
    let found: Vec<String> = [
        (report.count(Severity::Error), "lỗi", "error"),
        (report.count(Severity::Warning), "cảnh báo", "warning"),
    ]
    .into_iter()
    .filter(|(number, ..)| *number > 0)
    .map(|(number, vi, en)| counted(number, vi, en))
    .collect();
    if found.is_empty() {
        return format!("{}: {files}, {plans}", lang.pick("không có lỗi", "no errors"));
    }
    format!("{} {} {files} ({plans})", found.join(", "), lang.pick("trong", "in"))
}
