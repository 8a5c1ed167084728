//! Leads: `no-lead`, `leads-and-coordinates`, `unit-not-in-force`.

use std::collections::HashSet;

use super::context::RuleContext;
use super::family::RuleFamily;
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::{Party, TrackedEntry};
use crate::parse::Key;
use crate::rule;
use crate::span::Span;

/// The rules of this file and their checks.
pub(super) static FAMILY: RuleFamily = RuleFamily {
    rules: &[&NO_LEAD, &LEADS_AND_COORDINATES, &UNIT_NOT_IN_FORCE],
    checks: &[leads_and_coordinates, in_force],
};

rule!(
    NO_LEAD,
    Error,
    "no-lead",
    ["Việc không có đơn vị chủ trì", "Work without a lead"],
    [
        "Một dòng tiến độ, hoặc một nhiệm vụ có thời hạn riêng, phải có đơn vị chủ trì: lead của nó, của nhiệm vụ, hoặc của defaults.",
        "A row, or a task with a deadline of its own, needs a lead: its own, that of its task, or that of `defaults`.",
    ],
);

rule!(
    LEADS_AND_COORDINATES,
    Warning,
    "leads-and-coordinates",
    ["Một đơn vị vừa chủ trì vừa phối hợp", "Unit that both leads and coordinates"],
    [
        "Đơn vị đã ở lead thì không cần ở with; thường là chép nhầm.",
        "A unit in `lead` does not need to be in `with`. The usual cause is a copying error.",
    ],
);

rule!(
    UNIT_NOT_IN_FORCE,
    Warning,
    "unit-not-in-force",
    ["Đơn vị không còn hoặc chưa có vào ngày hết hạn", "Unit not in force on the deadline"],
    [
        "Đơn vị chủ trì đã hết hiệu lực (until) trước thời hạn mà không có đơn vị kế thừa (successors), hoặc chưa có hiệu lực (from) vào ngày đó.",
        "The lead ends (`until`) before the deadline and has no successor (`successors`), or it is not yet in force \
         (`from`) on that day.",
    ],
);

/// Reports a task or row without a lead.
pub(super) fn no_lead(place: Span) -> Diagnostic {
    Diagnostic::new(&NO_LEAD, place, Message::fixed("không có đơn vị chủ trì", "no lead")).help(
        Message::fixed(
            "thêm lead, ở đây, ở nhiệm vụ, hoặc ở defaults",
            "add `lead` here, to the task, or to `defaults`",
        ),
    )
}

fn leads_and_coordinates(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    for entry in context.draft.list(Key::Tasks).iter().chain(context.draft.list(Key::Schedule)) {
        let leads: HashSet<&str> = entry.many(Key::Lead).map(|lead| lead.value).collect();
        for with in entry.many(Key::With).filter(|with| leads.contains(with.value)) {
            let name = quoted(with.value);
            found.push(Diagnostic::new(
                &LEADS_AND_COORDINATES,
                with.span,
                message!("{name} vừa chủ trì vừa phối hợp", "{name} both leads and coordinates"),
            ));
        }
    }
}

fn in_force(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    // Leads by kind are in force by definition; leads by name are checked once for each assignment.
    for item in &plan.assignments {
        let dues = || item.deadline.occurrences.iter().map(|occurrence| occurrence.due);
        let (Some(first), Some(last)) = (dues().min(), dues().max()) else { continue };
        for ix in plan.registry.unfold(&item.lead, plan.period.range.first) {
            if context.doubts.units.contains(&ix) {
                continue;
            }
            let lead = plan.registry.unit(ix);
            let is_in_force = |day| {
                plan.registry.answering(ix, day).iter().any(|unit| plan.registry.unit(*unit).is_in_force(day))
            };
            if is_in_force(first) && is_in_force(last) {
                continue;
            }
            let name = quoted(&lead.id);
            let ended = lead.until.filter(|until| *until < last);
            let day = ended.or(lead.from).unwrap_or(last);
            let (vi, en) = (day.show(Lang::Vi), day.show(Lang::En));
            let message = if ended.is_some() {
                Message::new(
                    format!("{name} hết hiệu lực ngày {vi}, trước thời hạn, và không có đơn vị kế thừa"),
                    format!("{name} ends on {en}, before the deadline, and has no successor"),
                )
            } else {
                Message::new(
                    format!("{name} có hiệu lực từ {vi}, sau thời hạn"),
                    format!("{name} is in force from {en}, after the deadline"),
                )
            };
            let place = place_of(context, item.tracked, Party::Unit(ix)).unwrap_or(item.place);
            found.push(
                Diagnostic::new(&UNIT_NOT_IN_FORCE, place, message)
                    .related(lead.place, Message::fixed("đơn vị khai ở đây", "the unit is declared here")),
            );
        }
    }
}

/// Returns the place at which a task or row names a lead.
fn place_of(context: &RuleContext<'_>, tracked: TrackedEntry, party: Party) -> Option<Span> {
    let entry = match tracked {
        TrackedEntry::Task(task) => context.draft.list(Key::Tasks).get(task.at())?,
        TrackedEntry::Row(row) => context.draft.list(Key::Schedule).get(row.at())?,
    };
    let id = context.plan.registry.id(party);
    let mut leads = entry.many(Key::Lead);
    leads.clone().find(|lead| lead.value == id).or(leads.next()).map(|lead| lead.span)
}
