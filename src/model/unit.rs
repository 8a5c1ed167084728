//! Units, groups, and the units that answer for them on a day.

use super::index::{GroupIx, UnitIx};
use crate::date::Day;
use crate::span::Span;

/// A unit (đơn vị) of the registry. Source: docs/format.md, Lists.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The kind, a free slug.
    pub kind: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The unit above it.
    pub parent: Option<UnitIx>,
    /// The first day on which it is in force.
    pub from: Option<Day>,
    /// The last day on which it is in force.
    pub until: Option<Day>,
    /// The units that succeed it.
    pub successors: Vec<UnitIx>,
    /// The source of the registry for it.
    pub source: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// The location in the file.
    pub place: Span,
}

impl Unit {
    /// Returns true if the unit is in force on a day.
    pub fn is_in_force(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && !self.has_ended(day)
    }

    /// Returns true if its last day is before a day.
    pub fn has_ended(&self, day: Day) -> bool {
        self.until.is_some_and(|until| until < day)
    }
}

/// A group of units.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The members by name.
    pub members: Vec<Party>,
    /// The members by kind: every unit of one of these kinds …
    pub kinds: Vec<String>,
    /// … below this parent, if there is one.
    pub parent: Option<UnitIx>,
    /// The number of members that the document states.
    pub count: Option<u64>,
    /// The source of the group.
    pub source: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// The location in the file.
    pub place: Span,
}

/// A unit or a group in `lead`, `with` or `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// A unit.
    Unit(UnitIx),
    /// A group.
    Group(GroupIx),
}

/// The units and groups of a plan.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Registry {
    /// The units, in the order of the files.
    pub units: Vec<Unit>,
    /// The groups, in the order of the files; none contains itself.
    pub groups: Vec<Group>,
}

impl Registry {
    /// A unit.
    pub fn unit(&self, unit: UnitIx) -> &Unit {
        &self.units[unit.at()]
    }

    /// A group.
    pub fn group(&self, group: GroupIx) -> &Group {
        &self.groups[group.at()]
    }

    /// Returns all units and groups, the units first.
    pub fn parties(&self) -> impl Iterator<Item = Party> {
        let units = (0..self.units.len()).map(|at| Party::Unit(UnitIx::new(at)));
        units.chain((0..self.groups.len()).map(|at| Party::Group(GroupIx::new(at))))
    }

    /// Returns the id of a unit or group.
    pub fn id(&self, party: Party) -> &str {
        match party {
            Party::Unit(unit) => &self.unit(unit).id,
            Party::Group(group) => &self.group(group).id,
        }
    }

    /// Returns the name of a unit or group.
    pub fn name(&self, party: Party) -> &str {
        match party {
            Party::Unit(unit) => &self.unit(unit).name,
            Party::Group(group) => &self.group(group).name,
        }
    }

    /// Returns the units of some parties on a day, each once: leads in their order, the members of groups in the
    /// order of the registry. Source: docs/status.md, Who answers.
    ///
    /// A member by name belongs to its group at any time, a member by kind only while it is in force.
    pub fn unfold(&self, parties: &[Party], day: Day) -> Vec<UnitIx> {
        self.walk(parties, Some(day))
    }

    /// Returns the units of some parties on any day, in the same order.
    pub fn unfold_ever(&self, parties: &[Party]) -> Vec<UnitIx> {
        self.walk(parties, None)
    }

    fn walk(&self, parties: &[Party], day: Option<Day>) -> Vec<UnitIx> {
        let mut units = Vec::new();
        let mut seen = std::collections::HashSet::new();
        let mut open: Vec<Party> = parties.iter().rev().copied().collect();
        let mut groups = std::collections::HashSet::new();
        while let Some(party) = open.pop() {
            match party {
                Party::Unit(unit) => {
                    if seen.insert(unit) {
                        units.push(unit);
                    }
                }
                Party::Group(group) => {
                    if groups.insert(group) {
                        let group = self.group(group);
                        let by_kind: Vec<Party> = self.of_kind(group, day).map(Party::Unit).collect();
                        open.extend(by_kind.into_iter().rev());
                        open.extend(group.members.iter().rev());
                    }
                }
            }
        }
        units
    }

    fn of_kind<'r>(&'r self, group: &'r Group, day: Option<Day>) -> impl Iterator<Item = UnitIx> + 'r {
        let units = if group.kinds.is_empty() { &[] } else { self.units.as_slice() };
        units
            .iter()
            .enumerate()
            .filter(move |(_, unit)| {
                group.kinds.contains(&unit.kind)
                    && (group.parent.is_none() || group.parent == unit.parent)
                    && day.is_none_or(|day| unit.is_in_force(day))
            })
            .map(|(at, _)| UnitIx::new(at))
    }

    /// Returns the units that answer for a unit on a day: itself, or after its end its successors in force, and
    /// theirs. A unit without successors in force answers for itself. Source: docs/status.md, Who answers.
    pub fn answering(&self, unit: UnitIx, day: Day) -> Vec<UnitIx> {
        if !self.unit(unit).has_ended(day) {
            return vec![unit];
        }
        let mut answering = Vec::new();
        let mut seen = vec![unit];
        let mut open: Vec<UnitIx> = self.unit(unit).successors.iter().rev().copied().collect();
        while let Some(next) = open.pop() {
            if seen.contains(&next) {
                continue;
            }
            seen.push(next);
            let successor = self.unit(next);
            if successor.is_in_force(day) {
                answering.push(next);
            } else if successor.has_ended(day) {
                open.extend(successor.successors.iter().rev());
            }
        }
        if answering.is_empty() { vec![unit] } else { answering }
    }
}
