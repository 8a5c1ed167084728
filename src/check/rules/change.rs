//! Changes: `shortened`, `late-extension`, `no-document`.

use super::context::RuleContext;
use super::family::RuleFamily;
use crate::date::Day;
use crate::deadline::roll;
use crate::diagnostic::Diagnostic;
use crate::language::{Lang, Message};
use crate::parse::Key;
use crate::rule;

/// The rules of this file and their checks.
pub(super) static FAMILY: RuleFamily = RuleFamily {
    rules: &[&SHORTENED, &LATE_EXTENSION, &NO_DOCUMENT],
    checks: &[],
    lints: &[documents, extensions],
};

rule!(
    SHORTENED,
    Warning,
    "shortened",
    ["Điều chỉnh làm thời hạn sớm lên", "Change that shortens a deadline"],
    [
        "Hạn mới đứng trước hạn đang có. Rút ngắn thời hạn thì được, nhưng thường là gõ nhầm.",
        "The new deadline is before the current one. A deadline may be shortened, but the usual cause is a typing error.",
    ],
);

rule!(
    LATE_EXTENSION,
    Warning,
    "late-extension",
    ["Gia hạn sau khi đã quá hạn", "Extension dated after the deadline that it moves"],
    [
        "Văn bản gia hạn ghi ngày sau hạn mà nó dời: đến ngày đó việc đã quá hạn.",
        "The extension is dated after the deadline that it moves: on that day the work was already overdue.",
    ],
);

rule!(
    NO_DOCUMENT,
    Warning,
    "no-document",
    ["Điều chỉnh không nêu văn bản", "Change without a document"],
    [
        "Chỉ một văn bản mới dời được hạn, thay được đơn vị chủ trì hay cho thôi một việc: nêu nó ở by.",
        "Only a document can move a deadline, replace a lead or drop work. Name the document in `by`.",
    ],
);

fn documents(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    let repeated = &context.doubts.repeated;
    let first = context.draft.list(Key::Changes).iter().filter(|entry| !repeated.contains(&entry.span()));
    for entry in first.filter(|entry| !entry.has(Key::By)) {
        found.push(
            Diagnostic::new(
                &NO_DOCUMENT,
                entry.place(),
                Message::fixed("điều chỉnh không nêu văn bản", "the change names no document"),
            )
            .help(Message::fixed("thêm by", "add `by`")),
        );
    }
}

fn extensions(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let mut reported = std::collections::HashSet::new();
    for work_item in &plan.work_items {
        let Some(occurrence) = plan.occurrence(work_item) else { continue };
        let (mut due, mut barrier) = (occurrence.due, occurrence.barrier);
        for at in &work_item.changes {
            let change = &plan.changes[*at as usize];
            let Some(new) = change.due else { continue };
            // After a change that is left out, the day in force is not known.
            if context.doubts.extensions.lies_between(work_item.assignment, Day::MIN, change.date) {
                break;
            }
            let treatment = plan.roll_of(plan.assignment(work_item.assignment));
            let deadline = roll(due, barrier, treatment, &plan.calendar).deadline;
            // A change can apply to many units and occurrences; it is reported once.
            if new < due && reported.insert((*at, true)) {
                let (vi, en) = (due.show(Lang::Vi), due.show(Lang::En));
                found.push(Diagnostic::new(
                    &SHORTENED,
                    change.due_place,
                    Message::new(
                        format!("hạn mới sớm hơn hạn đang có {vi}"),
                        format!("the new deadline is before the current one, {en}"),
                    ),
                ));
            } else if new > due && change.date > deadline && reported.insert((*at, false)) {
                let (vi, en) = (deadline.show(Lang::Vi), deadline.show(Lang::En));
                found.push(Diagnostic::new(
                    &LATE_EXTENSION,
                    change.due_place,
                    Message::new(
                        format!("gia hạn sau khi đã hết hạn {vi}"),
                        format!("the extension is dated after the deadline {en}"),
                    ),
                ));
            }
            (due, barrier) = (new, None);
        }
    }
}
