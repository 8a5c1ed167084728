//! Deadlines of a plan: their errors, and `start-after-due`.

use super::family::RuleFamily;
use crate::check::lower::{DeadlineFault, StartAfterDueFault};
use crate::date::Day;
use crate::diagnostic::deadline::{DeadlineUse, deadline_diagnostic};
use crate::diagnostic::{Diagnostic, Severity};
use crate::language::{Lang, Message};
use crate::message;
use crate::parse::scalar::within;
use crate::rule;
use crate::span::{Sources, Spanned};

/// The rules of this file and their checks.
pub(super) static FAMILY: RuleFamily = RuleFamily { rules: &[&START_AFTER_DUE], checks: &[], lints: &[] };

rule!(
    START_AFTER_DUE,
    Error,
    "start-after-due",
    ["Ngày bắt đầu sau thời hạn", "First day after the deadline"],
    [
        "from: là ngày đầu của việc; nó không thể đứng sau ngày cuối, dù một trong hai lấy theo nhiệm vụ hoặc defaults.",
        "`from` is the first day of the work; it cannot be after the last day, even if one of the two is inherited from the task \
         or from `defaults`.",
    ],
);

/// Reports a deadline that cannot be read, at the part that is wrong.
pub(super) fn unreadable(fault: &DeadlineFault, sources: &Sources) -> Diagnostic {
    let words = fault.words.words();
    let place = within(&words, fault.error.range.clone(), sources);
    let words = Spanned::new(words.value, place);
    let mut diagnostic = deadline_diagnostic(&fault.error, words, DeadlineUse::plan(&fault.period));
    if fault.is_period {
        // Without a period no deadline can be read: even an unknown school year is an error here.
        diagnostic.severity = Severity::Error;
    }
    diagnostic
}

/// Reports a first day after the deadline, at the one of the two that the task or row states itself.
pub(super) fn start_after_due(fault: &StartAfterDueFault) -> Diagnostic {
    let StartAfterDueFault { start, due, is_at_due } = fault;
    let day = |day: Day| (day.show(Lang::Vi), day.show(Lang::En));
    if *is_at_due {
        let (vi, en) = day(start.value);
        return Diagnostic::new(
            &START_AFTER_DUE,
            due.span,
            message!("hạn trước ngày bắt đầu {vi}", "the deadline is before the first day, {en}"),
        )
        .related(start.span, Message::fixed("ngày bắt đầu", "the first day"));
    }
    let (vi, en) = day(due.value);
    Diagnostic::new(
        &START_AFTER_DUE,
        start.span,
        message!("bắt đầu sau hạn {vi}", "the first day is after the deadline, {en}"),
    )
    .related(due.span, Message::fixed("thời hạn", "the deadline"))
}
