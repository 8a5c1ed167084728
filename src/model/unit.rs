//! Units, groups, and who stands for whom on a day.

use super::index::{GroupIx, UnitIx};
use crate::date::Day;
use crate::span::Span;

/// A unit (đơn vị) of the registry. Source: docs/format.md, Lists.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its kind, a free slug.
    pub kind: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The unit above it.
    pub parent: Option<UnitIx>,
    /// The first day on which it is in force.
    pub from: Option<Day>,
    /// The last day on which it is in force.
    pub until: Option<Day>,
    /// Who succeeds it.
    pub successors: Vec<UnitIx>,
    /// Where the registry has it from.
    pub source: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// Where it stands.
    pub place: Span,
}

impl Unit {
    /// Whether the unit exists on a day.
    pub fn is_in_force(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && !self.has_ended(day)
    }

    /// Whether its last day has passed.
    pub fn has_ended(&self, day: Day) -> bool {
        self.until.is_some_and(|until| until < day)
    }
}

/// A group of units.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who is in it by name.
    pub members: Vec<Party>,
    /// Who is in it by kind: every unit of one of these kinds …
    pub kinds: Vec<String>,
    /// … and of this parent.
    pub parent: Option<UnitIx>,
    /// How many the document says there are.
    pub count: Option<u64>,
    /// Where the group comes from.
    pub source: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// Where it stands.
    pub place: Span,
}

/// A unit or a group, as `lead`, `with` and `to` name them.
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
    /// The groups, in the order of the files; none holds itself.
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

    /// The id of a unit or group.
    pub fn id(&self, party: Party) -> &str {
        match party {
            Party::Unit(unit) => &self.unit(unit).id,
            Party::Group(group) => &self.group(group).id,
        }
    }

    /// The name of a unit or group.
    pub fn name(&self, party: Party) -> &str {
        match party {
            Party::Unit(unit) => &self.unit(unit).name,
            Party::Group(group) => &self.group(group).name,
        }
    }

    /// The units that some parties stand for on a day, each once: leads in their order, groups in the
    /// order of the registry. Source: docs/status.md, Who answers.
    ///
    /// A member by name is in its group whether or not it is in force; a member by kind only while it is.
    pub fn unfold(&self, parties: &[Party], day: Day) -> Vec<UnitIx> {
        self.walk(parties, Some(day))
    }

    /// The units that some parties ever stand for, in the same order.
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

    /// Who answers for a unit on a day: itself, or when it has ended its successors in force, and theirs.
    /// One that has ended and left nobody answers for itself. Source: docs/status.md, Who answers.
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
