//! Deadlines of a plan: their errors, and `start-after-due`.

use super::family::RuleFamily;
use crate::check::lower::{DeadlineFault, StartAfterDueFault};
use crate::diagnostic::deadline::{DeadlineUse, deadline_diagnostic};
use crate::diagnostic::{Diagnostic, Severity};
use crate::language::{Lang, Message};
use crate::message;
use crate::parse::scalar::within;
use crate::rule;
use crate::span::{Sources, Spanned};

/// The rules of this file and their checks.
pub(super) static FAMILY: RuleFamily = RuleFamily { rules: &[&START_AFTER_DUE], checks: &[] };

rule!(
    START_AFTER_DUE,
    Error,
    "start-after-due",
    ["Ngày bắt đầu sau thời hạn", "First day after the deadline"],
    [
        "from: là ngày đầu của việc; nó không thể đứng sau ngày cuối.",
        "`from` is the first day of the work; it cannot be after the last day.",
    ],
);

/// Reports a deadline that cannot be read, at the part that is wrong.
pub(super) fn unreadable(fault: &DeadlineFault, sources: &Sources) -> Diagnostic {
    let words = fault.words.words();
    let place = within(&words, fault.error.range.clone(), sources);
    let words = Spanned::new(words.value, place);
    let mut diagnostic = deadline_diagnostic(&fault.error, words, DeadlineUse::plan(fault.year));
    if fault.is_period {
        // Without a period no deadline can be read: even an unknown school year is an error here.
        diagnostic.severity = Severity::Error;
    }
    diagnostic
}

/// Reports a first day after the deadline.
pub(super) fn start_after_due(fault: &StartAfterDueFault) -> Diagnostic {
    let (vi, en) = (fault.due.value.show(Lang::Vi), fault.due.value.show(Lang::En));
    Diagnostic::new(
        &START_AFTER_DUE,
        fault.start,
        message!("bắt đầu sau hạn {vi}", "the first day is after the deadline, {en}"),
    )
    .related(fault.due.span, Message::fixed("thời hạn", "the deadline"))
}
