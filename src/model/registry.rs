//! The registry: the units and groups of a plan.

use super::index::{GroupIx, UnitIx};
use super::kind_index::KindIndex;
use super::unit::{Group, Party, Unit};

/// The units and groups of a plan.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Registry {
    /// The units, in the order of the files.
    pub units: Vec<Unit>,
    /// The groups, in the order of the files; none contains itself.
    pub groups: Vec<Group>,
    /// The units of the kinds that the groups name.
    pub(super) kinds: KindIndex,
}

impl Registry {
    /// Returns the registry of some units and groups.
    pub fn new(units: Vec<Unit>, groups: Vec<Group>) -> Self {
        let kinds = KindIndex::new(&units, &groups);
        Self { units, groups, kinds }
    }

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
}
