//! Units and groups.

use super::AllNames;
use crate::check::names::Lookup;
use crate::check::rules::Taint;
use crate::check::rules::group::{GROUP_CYCLE, REFERENCE_CYCLE, cycles};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::deadline::IMPOSSIBLE_DATE;
use crate::language::Message;
use crate::model::{Group, Party, Registry, Unit, UnitIx};
use crate::parse::{Entry, Key};

pub(super) fn registry(
    at: &Lookup<'_>,
    names: &AllNames<'_>,
    taint: &mut Taint,
    found: &mut Vec<Diagnostic>,
) -> Registry {
    let mut registry = Registry::default();
    for entry in at.draft.list(Key::Units) {
        let unit = unit(entry, at, names, found);
        registry.units.push(unit);
    }
    for (ix, entry) in at.draft.list(Key::Groups).iter().enumerate() {
        let group = group(ix, entry, at, names, taint, found);
        registry.groups.push(group);
    }
    break_cycles(&mut registry, taint, found);
    taint_groups(&registry, at.draft.list(Key::Units), taint);
    registry
}

fn unit(entry: &Entry<'_>, at: &Lookup<'_>, names: &AllNames<'_>, found: &mut Vec<Diagnostic>) -> Unit {
    let parent = entry.text(Key::Parent).and_then(|id| names.parties.unit(&id, at, found));
    let successors: Vec<UnitIx> =
        entry.many(Key::Successors).filter_map(|id| names.parties.unit(&id, at, found)).collect();
    let (from, until) = (entry.day(Key::From), entry.day(Key::Until));
    if let Some((from, until)) = from.zip(until)
        && until.value < from.value
    {
        found.push(
            Diagnostic::new(
                &IMPOSSIBLE_DATE,
                until.span,
                Message::fixed("until đứng trước from", "until comes before from"),
            )
            .related(from.span, Message::fixed("from ở đây", "from is here")),
        );
    }
    Unit {
        id: entry.words(Key::Id),
        name: entry.words(Key::Name),
        kind: entry.words(Key::Kind),
        aliases: entry.many(Key::Aliases).map(|alias| alias.value.to_owned()).collect(),
        parent,
        from: from.map(|day| day.value),
        until: until.map(|day| day.value),
        successors,
        source: entry.maybe_words(Key::Source),
        note: entry.maybe_words(Key::Note),
        place: entry.place(),
    }
}

fn group(
    ix: usize,
    entry: &Entry<'_>,
    at: &Lookup<'_>,
    names: &AllNames<'_>,
    taint: &mut Taint,
    found: &mut Vec<Diagnostic>,
) -> Group {
    let (members, known) = names.parties.parties(entry, Key::Members, at, found);
    let parent = entry.text(Key::Parent).and_then(|id| names.parties.unit(&id, at, found));
    if !known || entry.is_wrong(Key::Kind) || entry.has(Key::Parent) && parent.is_none() {
        taint.groups.insert(ix);
    }
    if !entry.has(Key::Members) && !entry.has(Key::Kind) {
        taint.groups.insert(ix);
    }
    Group {
        id: entry.words(Key::Id),
        name: entry.words(Key::Name),
        members,
        kinds: entry.many(Key::Kind).map(|kind| kind.value.to_owned()).collect(),
        parent,
        count: entry.count(Key::Count).map(|count| count.value),
        source: entry.maybe_words(Key::Source),
        note: entry.maybe_words(Key::Note),
        place: entry.place(),
    }
}

/// Reports chains that come back to themselves and cuts them, so that nobody else walks in circles.
fn break_cycles(registry: &mut Registry, taint: &mut Taint, found: &mut Vec<Diagnostic>) {
    let next: Vec<Vec<usize>> = registry
        .groups
        .iter()
        .map(|group| {
            let inner = group.members.iter().filter_map(|member| match member {
                Party::Group(group) => Some(group.at()),
                Party::Unit(_) => None,
            });
            inner.collect()
        })
        .collect();
    let groups = &registry.groups;
    let place = |at: usize| (groups[at].id.clone(), groups[at].place);
    for at in cycles(&GROUP_CYCLE, &next, place, found) {
        taint.groups.insert(at);
        registry.groups[at].members.retain(|member| matches!(member, Party::Unit(_)));
    }
    let units = &registry.units;
    let place = |at: usize| (units[at].id.clone(), units[at].place);
    let parents: Vec<Vec<usize>> =
        units.iter().map(|unit| unit.parent.iter().map(|unit| unit.at()).collect()).collect();
    let successors: Vec<Vec<usize>> =
        units.iter().map(|unit| unit.successors.iter().map(|unit| unit.at()).collect()).collect();
    let of_parents = cycles(&REFERENCE_CYCLE, &parents, place, found);
    let of_successors = cycles(&REFERENCE_CYCLE, &successors, place, found);
    for at in of_parents {
        registry.units[at].parent = None;
    }
    for at in of_successors {
        registry.units[at].successors.clear();
    }
}

/// Finds the groups whose units are open because a unit is wrong, or because a group in them is.
fn taint_groups(registry: &Registry, entries: &[Entry<'_>], taint: &mut Taint) {
    let mut vague: Vec<(Option<&str>, bool)> = Vec::new();
    for (unit, entry) in registry.units.iter().zip(entries) {
        let kind = (!entry.is_wrong(Key::Kind) && entry.has(Key::Kind)).then_some(unit.kind.as_str());
        let only_parent = entry.has(Key::Parent) && unit.parent.is_none();
        if kind.is_none() || entry.is_wrong(Key::From) || entry.is_wrong(Key::Until) {
            vague.push((kind, false));
        } else if only_parent {
            vague.push((kind, true));
        }
    }
    for (ix, group) in registry.groups.iter().enumerate() {
        let may_hold = |(kind, only_parent): &(Option<&str>, bool)| {
            !group.kinds.is_empty()
                && kind.is_none_or(|kind| group.kinds.iter().any(|it| it == kind))
                && (!only_parent || group.parent.is_some())
        };
        if vague.iter().any(may_hold) {
            taint.groups.insert(ix);
        }
    }
    // What is open about a group is open about every group that holds it.
    loop {
        let holds = |group: &Group| {
            group
                .members
                .iter()
                .any(|member| matches!(member, Party::Group(inner) if taint.groups.contains(&inner.at())))
        };
        let more: Vec<usize> = registry
            .groups
            .iter()
            .enumerate()
            .filter(|(ix, group)| !taint.groups.contains(ix) && holds(group))
            .map(|(ix, _)| ix)
            .collect();
        if more.is_empty() {
            return;
        }
        taint.groups.extend(more);
    }
}
