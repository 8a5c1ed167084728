//! Units and groups.

use super::AllNames;
use crate::check::names::At;
use crate::check::rules::Taint;
use crate::check::rules::deadline::IMPOSSIBLE_DATE;
use crate::check::rules::group::{GROUP_CYCLE, REFERENCE_CYCLE, cycles};
use crate::diagnostic::Diagnostic;
use crate::lang::Text;
use crate::model::{Group, Party, Registry, Unit, UnitIx};
use crate::parse::Entry;
use crate::span::Spanned;

pub(super) fn registry(
    at: &At<'_>,
    names: &AllNames<'_>,
    taint: &mut Taint,
    found: &mut Vec<Diagnostic>,
) -> Registry {
    let mut registry = Registry::default();
    for entry in at.draft.list("units") {
        let unit = unit(entry, at, names, taint, found);
        registry.units.push(unit);
    }
    for (ix, entry) in at.draft.list("groups").iter().enumerate() {
        let group = group(ix, entry, at, names, taint, found);
        registry.groups.push(group);
    }
    break_cycles(&mut registry, taint, found);
    registry
}

fn unit(
    entry: &Entry,
    at: &At<'_>,
    names: &AllNames<'_>,
    taint: &mut Taint,
    found: &mut Vec<Diagnostic>,
) -> Unit {
    let parent = entry.text("parent").and_then(|id| names.parties.unit(&id, at, found));
    let successors: Vec<UnitIx> = entry
        .many("successors")
        .iter()
        .filter_map(|id| names.parties.unit(&Spanned::new(id.value.as_str(), id.span), at, found))
        .collect();
    // A unit that could be in any group, or in none.
    let vague = |key: &str| entry.is_wrong(key);
    taint.registry |=
        vague("kind") || vague("from") || vague("until") || entry.has("parent") && parent.is_none();
    let (from, until) = (entry.day("from"), entry.day("until"));
    if let Some((from, until)) = from.zip(until)
        && until.value < from.value
    {
        found.push(
            Diagnostic::new(
                &IMPOSSIBLE_DATE,
                until.span,
                Text::fixed("until đứng trước from", "until comes before from"),
            )
            .related(from.span, Text::fixed("from ở đây", "from is here")),
        );
    }
    Unit {
        id: entry.words("id"),
        name: entry.words("name"),
        kind: entry.words("kind"),
        aliases: entry.many("aliases").iter().map(|alias| alias.value.clone()).collect(),
        parent,
        from: from.map(|day| day.value),
        until: until.map(|day| day.value),
        successors,
        source: entry.maybe_words("source"),
        note: entry.maybe_words("note"),
        place: entry.place(),
    }
}

fn group(
    ix: usize,
    entry: &Entry,
    at: &At<'_>,
    names: &AllNames<'_>,
    taint: &mut Taint,
    found: &mut Vec<Diagnostic>,
) -> Group {
    let (members, known) = names.parties.parties(entry, "members", at, found);
    let parent = entry.text("parent").and_then(|id| names.parties.unit(&id, at, found));
    if !known || entry.is_wrong("kind") || entry.has("parent") && parent.is_none() {
        taint.groups.insert(ix);
    }
    if !entry.has("members") && !entry.has("kind") {
        taint.groups.insert(ix);
    }
    Group {
        id: entry.words("id"),
        name: entry.words("name"),
        members,
        kinds: entry.many("kind").iter().map(|kind| kind.value.clone()).collect(),
        parent,
        count: entry.count("count").map(|count| count.value),
        source: entry.maybe_words("source"),
        note: entry.maybe_words("note"),
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
        taint.registry = true;
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
