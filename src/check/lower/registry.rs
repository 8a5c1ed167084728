//! Units and groups.

use std::collections::HashSet;

use super::context::LowerContext;
use super::cycle::cycles;
use super::doubts::PlanDoubts;
use super::fault::{LowerFault, ReferenceCycle, UnitDatesFault};
use super::symbols::SymbolTables;
use crate::model::{Group, GroupIx, Party, Predecessors, Registry, Unit, UnitIx};
use crate::parse::{Entry, Key};

pub(super) fn registry(
    context: &LowerContext<'_>,
    symbols: &SymbolTables<'_>,
    doubts: &mut PlanDoubts,
    faults: &mut Vec<LowerFault>,
) -> Registry {
    let units = context.draft.list(Key::Units).iter();
    let mut units: Vec<Unit> = units.map(|entry| unit(entry, context, symbols, faults)).collect();
    let groups = context.draft.list(Key::Groups).iter().enumerate();
    let mut groups: Vec<Group> =
        groups.map(|(ix, entry)| group(ix, entry, context, symbols, doubts, faults)).collect();
    let mut uncertain = break_cycles(&mut units, &mut groups, doubts, faults);
    let registry = Registry::new(units, groups);
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
    units: &mut [Unit],
    groups: &mut [Group],
    doubts: &mut PlanDoubts,
    faults: &mut Vec<LowerFault>,
) -> Vec<UnitIx> {
    let next: Vec<Vec<usize>> =
        groups.iter().map(|group| inner_groups(group).map(GroupIx::at).collect()).collect();
    let place = |at: usize| (groups[at].id.clone(), groups[at].place);
    for at in cycles(ReferenceCycle::Groups, &next, place, faults) {
        doubts.groups.insert(at);
        groups[at].members.retain(|member| matches!(member, Party::Unit(_)));
    }
    let place = |at: usize| (units[at].id.clone(), units[at].place);
    let parents: Vec<Vec<usize>> =
        units.iter().map(|unit| unit.parent.iter().map(|unit| unit.at()).collect()).collect();
    let successors: Vec<Vec<usize>> =
        units.iter().map(|unit| unit.successors.iter().map(|unit| unit.at()).collect()).collect();
    let of_parents = cycles(ReferenceCycle::References, &parents, place, faults);
    let of_successors = cycles(ReferenceCycle::References, &successors, place, faults);
    for at in of_parents {
        units[at].parent = None;
    }
    for at in &of_successors {
        units[*at].successors.clear();
    }
    of_successors.into_iter().map(UnitIx::new).collect()
}

/// Returns the groups that a group names as its members.
fn inner_groups(group: &Group) -> impl Iterator<Item = GroupIx> {
    group.members.iter().filter_map(|member| match member {
        Party::Group(inner) => Some(*inner),
        Party::Unit(_) => None,
    })
}

/// Marks the groups with an uncertain set of units: a unit is wrong, or a group in them is marked.
fn doubt_groups(registry: &Registry, entries: &[Entry<'_>], doubts: &mut PlanDoubts) {
    let mut vague = VagueUnits::default();
    for (unit, entry) in registry.units.iter().zip(entries) {
        let has_kind = !entry.is_wrong(Key::Kind) && entry.has(Key::Kind);
        let only_parent = entry.has(Key::Parent) && unit.parent.is_none();
        if !has_kind {
            vague.of_any_kind = true;
        } else if entry.is_wrong(Key::From) || entry.is_wrong(Key::Until) {
            vague.kinds.insert(&unit.kind);
        } else if only_parent {
            vague.kinds_below_one.insert(&unit.kind);
        }
    }
    // The groups that name each group as a member.
    let mut outer: Vec<Vec<usize>> = vec![Vec::new(); registry.groups.len()];
    let mut open: Vec<usize> = Vec::new();
    for (at, group) in registry.groups.iter().enumerate() {
        for inner in inner_groups(group) {
            outer[inner.at()].push(at);
        }
        if vague.may_be_in(group) || doubts.groups.contains(&at) {
            open.push(at);
        }
    }
    doubts.groups.extend(&open);
    while let Some(at) = open.pop() {
        open.extend(outer[at].iter().filter(|at| doubts.groups.insert(**at)));
    }
}

/// Units with an unknown kind, parent or days.
#[derive(Default)]
struct VagueUnits<'r> {
    of_any_kind: bool,
    kinds: HashSet<&'r str>,
    /// The kinds of units whose parent is unknown.
    kinds_below_one: HashSet<&'r str>,
}

impl VagueUnits<'_> {
    /// Returns true if a group may name one of the units by its kind.
    fn may_be_in(&self, group: &Group) -> bool {
        let is_vague = |kind: &String| {
            self.of_any_kind
                || self.kinds.contains(kind.as_str())
                || group.parent.is_some() && self.kinds_below_one.contains(kind.as_str())
        };
        group.kinds.iter().any(is_vague)
    }
}
