//! Deadlines of a plan: their errors, and `start-after-due`.

use crate::deadline::DeadlineError;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::deadline::{DeadlineUse, deadline_diagnostic};
use crate::parse::scalar::within;
use crate::rule;
use crate::span::{Sources, Spanned};

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

/// Reports a deadline that cannot be read, at the part that is wrong; examples are of `year`.
pub(crate) fn wrong_deadline(
    error: &DeadlineError,
    words: &Spanned<&str>,
    sources: &Sources,
    year: i32,
) -> Diagnostic {
    let place = within(words, error.range.clone(), sources);
    deadline_diagnostic(error, Spanned::new(words.value, place), DeadlineUse::plan(year))
}
