//! Leads: `no-lead`, `leads-and-coordinates`, `unit-not-in-force`, `nobody-in-force`.

use std::collections::{HashMap, HashSet};

use super::context::RuleContext;
use super::family::RuleFamily;
use crate::date::Day;
use crate::deadline::Occurrence;
use crate::diagnostic::{Diagnostic, first_few, quoted};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::{
    Assignment, AssignmentIx, DefaultsSource, Group, Holder, MemberCache, Party, Plan, Successions,
    TrackedEntry, UnitIx, WorkItem,
};
use crate::parse::{Entry, Key};
use crate::rule;
use crate::span::Span;

/// The rules of this file and their checks.
pub(super) static FAMILY: RuleFamily = RuleFamily {
    rules: &[&NO_LEAD, &LEADS_AND_COORDINATES, &UNIT_NOT_IN_FORCE, &NOBODY_IN_FORCE],
    checks: &[],
    lints: &[leads_and_coordinates, in_force, nobody_in_force],
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

rule!(
    NOBODY_IN_FORCE,
    Warning,
    "nobody-in-force",
    ["Nhóm chủ trì không có đơn vị nào đang hoạt động trong kỳ", "Leading group without a unit in force"],
    [
        "Nhóm theo kind gồm các đơn vị có hiệu lực vào ngày đầu của kỳ, không có thì vào ngày cuối. Cả hai ngày đều không có đơn vị nào \
         (thường vì đơn vị đã sắp xếp lại), thì việc mở cho các đơn vị của ngày đầu thời kỳ, và đơn vị kế thừa báo cáo thay.",
        "A group by `kind` is the units that are in force on the first day of the occurrence, else on its last day. If \
         there are none on both, as after a merger, the work opens for the units of the first day of the period, and \
         their successors answer.",
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
    let registry = &plan.registry;
    let successions = Successions::of(registry);
    for (at, item) in plan.assignments.iter().enumerate() {
        for (ix, [first, last]) in dues_of_units(plan, AssignmentIx::new(at)) {
            if context.doubts.units.contains(&ix) {
                continue;
            }
            let lead = registry.unit(ix);
            let is_in_force = |day| {
                let answering = successions.answering(registry, ix, day);
                answering.iter().any(|unit| registry.unit(*unit).is_in_force(day))
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

/// Returns the units of the work items of an assignment, each with the first and the last day on which it has work
/// due.
fn dues_of_units(plan: &Plan, assignment: AssignmentIx) -> Vec<(UnitIx, [Day; 2])> {
    let work_items = &plan.work_items[plan.work_items_of(assignment)];
    let is_joint = |work_item: &&WorkItem| !matches!(work_item.holder, Holder::Unit(_));
    // The units of joint work are those of its first and of its last occurrence.
    let joint = work_items.iter().filter(is_joint).take(1).chain(work_items.iter().rfind(is_joint));
    let dues = work_items
        .iter()
        .filter(|work_item| !is_joint(work_item))
        .chain(joint)
        .filter_map(|work_item| plan.occurrence(work_item).map(|occurrence| (work_item, occurrence.due)));
    let mut of_units: Vec<(UnitIx, [Day; 2])> = Vec::new();
    let mut places: HashMap<UnitIx, usize> = HashMap::new();
    for (work_item, due) in dues {
        for unit in plan.units(work_item.holder, work_item) {
            let place = *places.entry(unit).or_insert(of_units.len());
            match of_units.get_mut(place) {
                Some((_, [first, last])) => (*first, *last) = ((*first).min(due), (*last).max(due)),
                None => of_units.push((unit, [due, due])),
            }
        }
    }
    of_units
}

/// Checks the groups that lead, each once where it is named.
fn nobody_in_force(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    if context.doubts.period || context.lost(&[Key::Units, Key::Groups], Key::Kind.name()) {
        return;
    }
    let mut members = MemberCache::new(&plan.registry);
    let mut told: Vec<(Span, &Group, Vec<&Occurrence>)> = Vec::new();
    let mut places: HashMap<Span, usize> = HashMap::new();
    for item in &plan.assignments {
        for lead in item.lead.chunks(1) {
            let [Party::Group(group)] = lead else { continue };
            // A group without units is reported by itself.
            let is_empty = context.doubts.groups.contains(&group.at())
                || members.units(lead, plan.period.range.first).is_empty();
            let occurrences = item.deadline.occurrences.iter();
            let lacking: Vec<&Occurrence> = occurrences
                .filter(|occurrence| !is_empty && members.units(lead, *occurrence).is_empty())
                .collect();
            if lacking.is_empty() {
                continue;
            }
            let group = plan.registry.group(*group);
            let place = named_at(context, item, &group.id);
            let at = *places.entry(place).or_insert(told.len());
            match told.get_mut(at) {
                Some((_, _, all)) => all.extend(lacking),
                None => told.push((place, group, lacking)),
            }
        }
    }
    found.extend(told.into_iter().map(|(place, group, lacking)| nobody(plan, place, group, lacking)));
}

/// The most occurrences that a message names.
const NAMED: usize = 4;

/// Reports occurrences in which no unit of a group is in force.
fn nobody(plan: &Plan, place: Span, group: &Group, mut occurrences: Vec<&Occurrence>) -> Diagnostic {
    let name = quoted(&group.id);
    occurrences.sort_by_key(|occurrence| occurrence.due);
    let words = |lang| {
        let word = |occurrence: &&Occurrence| match &occurrence.label {
            Some(label) => label.clone(),
            None => occurrence.due.show(lang),
        };
        let mut words: Vec<String> = occurrences.iter().map(word).collect();
        words.dedup();
        first_few(&words, NAMED)
    };
    let (vi, en) = (words(Lang::Vi), words(Lang::En));
    let first = plan.period.range.first;
    let (vi_first, en_first) = (first.show(Lang::Vi), first.show(Lang::En));
    Diagnostic::new(
        &NOBODY_IN_FORCE,
        place,
        message!(
            "nhóm {name} không có đơn vị nào đang hoạt động: {vi}",
            "no unit of the group {name} is in force: {en}"
        ),
    )
    .help(message!(
        "việc vẫn mở cho các đơn vị của ngày {vi_first}, đơn vị kế thừa báo cáo thay; nếu việc là của đơn vị mới, thêm chúng vào nhóm",
        "the work opens for the units of {en_first}, whose successors answer; if it is that of new units, add them to the group"
    ))
    .related(group.place, Message::fixed("nhóm khai ở đây", "the group is declared here"))
}

/// Returns the place at which an assignment names a lead: at its row, its task or the defaults that it inherits, else
/// its own place.
fn named_at(context: &RuleContext<'_>, item: &Assignment, id: &str) -> Span {
    let draft = context.draft;
    let own = entry_of(context, item.tracked);
    let task = item.task.and_then(|task| draft.list(Key::Tasks).get(task.at()));
    let defaults = item.inheritance.lead.and_then(|source| match source {
        DefaultsSource::Plan => draft.header.map(Key::Defaults),
        DefaultsSource::Section(section) => {
            draft.list(Key::Sections).get(section.at()).and_then(|section| section.map(Key::Defaults))
        }
    });
    let source = [own, task, defaults].into_iter().flatten().find(|entry| entry.has(Key::Lead));
    let named = source.and_then(|entry| entry.many(Key::Lead).find(|lead| lead.value == id));
    named.map_or(item.place, |lead| lead.span)
}

/// Returns the place at which a task or row names a lead.
fn place_of(context: &RuleContext<'_>, tracked: TrackedEntry, party: Party) -> Option<Span> {
    let entry = entry_of(context, tracked)?;
    let id = context.plan.registry.id(party);
    let mut leads = entry.many(Key::Lead);
    leads.clone().find(|lead| lead.value == id).or(leads.next()).map(|lead| lead.span)
}

fn entry_of<'d>(context: &RuleContext<'d>, tracked: TrackedEntry) -> Option<&'d Entry<'d>> {
    match tracked {
        TrackedEntry::Task(task) => context.draft.list(Key::Tasks).get(task.at()),
        TrackedEntry::Row(row) => context.draft.list(Key::Schedule).get(row.at()),
    }
}
