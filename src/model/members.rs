//! The units that groups stand for. Source: docs/status.md, Responsibility.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::index::UnitIx;
use super::registry::Registry;
use super::unit::{Group, Party, Unit};
use crate::date::Day;
use crate::deadline::Occurrence;

/// The days that determine the members of groups by kind: of each group, the units in force on the first of these days
/// on which it has any.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MemberDays([Option<Day>; 3]);

/// For each of the days that determine the members of groups, the number of turns up to it.
pub(super) type MemberTurns = [Option<usize>; 3];

impl MemberDays {
    /// Returns the days of work in a period: its first day, its last day, then the first day of the period.
    pub fn of(occurrence: Option<&Occurrence>, period_first: Day) -> Self {
        let first = occurrence.and_then(|occurrence| occurrence.from);
        Self([first, occurrence.map(|occurrence| occurrence.due), Some(period_first)])
    }

    /// Returns for each day the number of turns up to it: days of equal numbers determine the same members.
    pub(super) fn turns(self, turns: &[Day]) -> MemberTurns {
        self.0.map(|day| day.map(|day| turns.partition_point(|turn| *turn <= day)))
    }
}

impl From<&Occurrence> for MemberDays {
    fn from(occurrence: &Occurrence) -> Self {
        Self([occurrence.from, Some(occurrence.due), None])
    }
}

impl From<Day> for MemberDays {
    fn from(day: Day) -> Self {
        Self([Some(day), None, None])
    }
}

impl Registry {
    /// Returns the units of some parties, each once: leads in their order, the members of groups in the order of the
    /// registry. Source: docs/status.md, Responsibility.
    ///
    /// A member by name belongs to its group at any time, a member by kind only while it is in force.
    pub fn unfold(&self, parties: &[Party], days: impl Into<MemberDays>) -> Vec<UnitIx> {
        self.walk(parties, Some(days.into()))
    }

    /// Returns the units of some parties on any day, in the same order.
    pub fn unfold_ever(&self, parties: &[Party]) -> Vec<UnitIx> {
        self.walk(parties, None)
    }

    fn walk(&self, parties: &[Party], days: Option<MemberDays>) -> Vec<UnitIx> {
        let mut units = Vec::new();
        let mut seen = HashSet::new();
        let mut open: Vec<Party> = parties.iter().rev().copied().collect();
        let mut groups = HashSet::new();
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
                        open.extend(self.of_kind(group, days).into_iter().rev().map(Party::Unit));
                        open.extend(group.members.iter().rev());
                    }
                }
            }
        }
        units
    }

    /// Returns for each group whether it stands for any unit on a day.
    pub fn filled_groups(&self, day: Day) -> Vec<bool> {
        let mut outer: Vec<Vec<usize>> = vec![Vec::new(); self.groups.len()];
        let mut open = Vec::new();
        for (at, group) in self.groups.iter().enumerate() {
            let mut is_filled = !self.of_kind(group, Some(day.into())).is_empty();
            for member in &group.members {
                match member {
                    Party::Unit(_) => is_filled = true,
                    Party::Group(inner) => outer[inner.at()].push(at),
                }
            }
            if is_filled {
                open.push(at);
            }
        }
        let mut filled = vec![false; self.groups.len()];
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut filled[at], true) {
                open.extend(&outer[at]);
            }
        }
        filled
    }

    fn of_kind(&self, group: &Group, days: Option<MemberDays>) -> Vec<UnitIx> {
        let all = self.kinds.units(group);
        let Some(MemberDays(days)) = days else { return all };
        let is_in_force = |day| move |unit: &UnitIx| self.unit(*unit).is_in_force(day);
        let in_force = |day| all.iter().copied().filter(is_in_force(day)).collect();
        let found = days.into_iter().flatten().map(in_force).find(|units: &Vec<UnitIx>| !units.is_empty());
        found.unwrap_or_default()
    }

    /// Returns the days from which other units are in force than before, sorted.
    pub(super) fn turns(&self) -> Vec<Day> {
        let of_unit = |unit: &Unit| [unit.from, unit.until.and_then(|until| until.plus(1))];
        let mut turns: Vec<Day> = self.units.iter().flat_map(of_unit).flatten().collect();
        turns.sort_unstable();
        turns.dedup();
        turns
    }
}

/// The units of parties, found once for all days between which no unit begins or ends.
#[derive(Debug)]
pub struct MemberCache<'r, 'p> {
    registry: &'r Registry,
    turns: Vec<Day>,
    known: HashMap<MemberKey<'p>, Arc<[UnitIx]>>,
}

type MemberKey<'p> = (&'p [Party], MemberTurns);

impl<'r, 'p> MemberCache<'r, 'p> {
    /// Returns an empty cache of a registry.
    pub fn new(registry: &'r Registry) -> Self {
        Self { registry, turns: registry.turns(), known: HashMap::new() }
    }

    /// Returns the units of some parties, as [`Registry::unfold`].
    pub fn units(&mut self, parties: &'p [Party], days: impl Into<MemberDays>) -> Arc<[UnitIx]> {
        let days: MemberDays = days.into();
        let key = days.turns(&self.turns);
        let unfold = || self.registry.unfold(parties, days).into();
        Arc::clone(self.known.entry((parties, key)).or_insert_with(unfold))
    }
}
