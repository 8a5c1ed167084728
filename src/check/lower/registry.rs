//! Units and groups.

use super::context::LowerContext;
use super::cycle::cycles;
use super::doubts::PlanDoubts;
use super::fault::{LowerFault, ReferenceCycle, UnitDatesFault};
use super::symbols::SymbolTables;
use crate::model::{Group, Party, Predecessors, Registry, Unit, UnitIx};
use crate::parse::{Entry, Key};

pub(super) fn registry(
    context: &LowerContext<'_>,
    symbols: &SymbolTables<'_>,
    doubts: &mut PlanDoubts,
    faults: &mut Vec<LowerFault>,
) -> Registry {
    let mut registry = Registry::default();
    for entry in context.draft.list(Key::Units) {
        let unit = unit(entry, context, symbols, faults);
        registry.units.push(unit);
    }
    for (ix, entry) in context.draft.list(Key::Groups).iter().enumerate() {
        let group = group(ix, entry, context, symbols, doubts, faults);
        registry.groups.push(group);
    }
    let mut uncertain = break_cycles(&mut registry, doubts, faults);
    doubt_groups(&registry, context.draft.list(Key::Units), doubts);
    for (at, (unit, entry)) in registry.units.iter().zip(context.draft.list(Key::Units)).enumerate() {
        let has_unknown = entry.many(Key::Successors).count() > unit.successors.len();
        let is_wrong = [Key::From, Key::Until, Key::Successors].into_iter().any(|key| entry.is_wrong(key));
        uncertain.extend((has_unknown || is_wrong).then(|| UnitIx::new(at)));
    }
    if !uncertain.is_empty() {
        doubts.units = Predecessors::of(&registry).up_to(&uncertain).into_iter().collect();
    }
    registry
}

fn unit(
    entry: &Entry<'_>,
    context: &LowerContext<'_>,
    symbols: &SymbolTables<'_>,
    faults: &mut Vec<LowerFault>,
) -> Unit {
    let parent = entry.text(Key::Parent).and_then(|id| symbols.parties.unit(&id, context, faults));
    let successors: Vec<UnitIx> =
        entry.many(Key::Successors).filter_map(|id| symbols.parties.unit(&id, context, faults)).collect();
    let (from, until) = (entry.day(Key::From), entry.day(Key::Until));
    if let Some((from, until)) = from.zip(until)
        && until.value < from.value
    {
        faults.push(LowerFault::UnitDates(UnitDatesFault { from: from.span, until: until.span }));
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
    context: &LowerContext<'_>,
    symbols: &SymbolTables<'_>,
    doubts: &mut PlanDoubts,
    faults: &mut Vec<LowerFault>,
) -> Group {
    let (members, known) = symbols.parties.parties(entry, Key::Members, context, faults);
    let parent = entry.text(Key::Parent).and_then(|id| symbols.parties.unit(&id, context, faults));
    if !known || entry.is_wrong(Key::Kind) || entry.has(Key::Parent) && parent.is_none() {
        doubts.groups.insert(ix);
    }
    if !entry.has(Key::Members) && !entry.has(Key::Kind) {
        doubts.groups.insert(ix);
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

/// Reports cycles of references and cuts them, so that later walks end. Returns the units that succeed themselves.
fn break_cycles(
    registry: &mut Registry,
    doubts: &mut PlanDoubts,
    faults: &mut Vec<LowerFault>,
) -> Vec<UnitIx> {
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
    for at in cycles(ReferenceCycle::Groups, &next, place, faults) {
        doubts.groups.insert(at);
        registry.groups[at].members.retain(|member| matches!(member, Party::Unit(_)));
    }
    let units = &registry.units;
    let place = |at: usize| (units[at].id.clone(), units[at].place);
    let parents: Vec<Vec<usize>> =
        units.iter().map(|unit| unit.parent.iter().map(|unit| unit.at()).collect()).collect();
    let successors: Vec<Vec<usize>> =
        units.iter().map(|unit| unit.successors.iter().map(|unit| unit.at()).collect()).collect();
    let of_parents = cycles(ReferenceCycle::References, &parents, place, faults);
    let of_successors = cycles(ReferenceCycle::References, &successors, place, faults);
    for at in of_parents {
        registry.units[at].parent = None;
    }
    for at in &of_successors {
        registry.units[*at].successors.clear();
    }
    of_successors.into_iter().map(UnitIx::new).collect()
}

/// Marks the groups with an uncertain set of units: a unit is wrong, or a group in them is marked.
fn doubt_groups(registry: &Registry, entries: &[Entry<'_>], doubts: &mut PlanDoubts) {
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
            doubts.groups.insert(ix);
        }
    }
    // A group that holds a marked group is marked as well.
    loop {
        let holds = |group: &Group| {
            group
                .members
                .iter()
                .any(|member| matches!(member, Party::Group(inner) if doubts.groups.contains(&inner.at())))
        };
        let more: Vec<usize> = registry
            .groups
            .iter()
            .enumerate()
            .filter(|(ix, group)| !doubts.groups.contains(ix) && holds(group))
            .map(|(ix, _)| ix)
            .collect();
        if more.is_empty() {
            return;
        }
        doubts.groups.extend(more);
    }
}
