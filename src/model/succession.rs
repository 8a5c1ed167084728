//! The units that other units succeed, and those that answer for them. Source: docs/status.md, Responsibility.

use std::collections::{HashMap, HashSet};
use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};

use super::index::UnitIx;
use super::registry::Registry;
use crate::date::Day;

/// The units that name each unit as their successor.
#[derive(Debug, Default)]
pub struct Predecessors(Vec<Vec<UnitIx>>);

impl Predecessors {
    /// Returns the predecessors of the units of a registry.
    pub fn of(registry: &Registry) -> Self {
        let mut of = vec![Vec::new(); registry.units.len()];
        for (at, unit) in registry.units.iter().enumerate() {
            for successor in &unit.successors {
                of[successor.at()].push(UnitIx::new(at));
            }
        }
        Self(of)
    }

    /// Returns some units and all units that they succeed, at any distance, each once.
    pub fn up_to(&self, units: &[UnitIx]) -> Vec<UnitIx> {
        self.at_most(units, usize::MAX).unwrap_or_default()
    }

    /// Returns the same units if they are at most `limit`.
    pub fn at_most(&self, units: &[UnitIx], limit: usize) -> Option<Vec<UnitIx>> {
        let mut seen: HashSet<UnitIx> = units.iter().copied().collect();
        let mut all: Vec<UnitIx> = units.to_vec();
        let mut at = 0;
        while let Some(unit) = all.get(at) {
            let before = self.0.get(unit.at()).map_or(&[][..], Vec::as_slice);
            let new: Vec<UnitIx> = before.iter().copied().filter(|unit| seen.insert(*unit)).collect();
            all.extend(new);
            at += 1;
            if all.len() > limit {
                return None;
            }
        }
        Some(all)
    }
}

/// The units that answer for a unit or for a work item, usually one. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnsweringUnits {
    /// One unit.
    One(UnitIx),
    /// The units of a group or of joint work, or the successors of a unit that has ended.
    Many(Arc<[UnitIx]>),
}

impl Deref for AnsweringUnits {
    type Target = [UnitIx];

    fn deref(&self) -> &[UnitIx] {
        match self {
            Self::One(unit) => std::slice::from_ref(unit),
            Self::Many(units) => units,
        }
    }
}

impl From<Vec<UnitIx>> for AnsweringUnits {
    fn from(units: Vec<UnitIx>) -> Self {
        Self::Many(units.into())
    }
}

/// The units that answer for units that have ended, found once for all days between which no unit begins or ends.
///
/// Chains of successors are long in hostile files: the units of a chain share what is found at its end.
#[derive(Debug)]
pub struct Successions {
    /// The days from which other units are in force than before.
    pub(super) turns: Vec<Day>,
    /// The successors in force of a unit that has ended; empty if it has none.
    found: Mutex<SuccessorsInForce>,
}

type SuccessorsInForce = HashMap<(UnitIx, usize), Arc<[UnitIx]>>;

impl Successions {
    /// Returns the successions of a registry on a single day, whichever it is.
    pub fn of_one_day() -> Self {
        Self { turns: Vec::new(), found: Mutex::default() }
    }

    /// Returns the successions of a registry on any days.
    pub fn of(registry: &Registry) -> Self {
        Self { turns: registry.turns(), found: Mutex::default() }
    }

    /// Returns the units that answer for a unit on a day: itself, or after its end its successors in force, and
    /// theirs. A unit without successors in force answers for itself.
    pub fn answering(&self, registry: &Registry, unit: UnitIx, day: Day) -> AnsweringUnits {
        if !registry.unit(unit).has_ended(day) {
            return AnsweringUnits::One(unit);
        }
        let turn = self.turns.partition_point(|turn| *turn <= day);
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        let successors = in_force(registry, unit, day, turn, &mut found);
        if successors.is_empty() { AnsweringUnits::One(unit) } else { AnsweringUnits::Many(successors) }
    }
}

impl Registry {
    /// Returns the units that answer for a unit on a day, as [`Successions::answering`].
    pub fn answering(&self, unit: UnitIx, day: Day) -> AnsweringUnits {
        Successions::of_one_day().answering(self, unit, day)
    }
}

/// Returns the successors in force of a unit that has ended, and finds those of the ended units between on the way.
fn in_force(
    registry: &Registry,
    unit: UnitIx,
    day: Day,
    turn: usize,
    found: &mut SuccessorsInForce,
) -> Arc<[UnitIx]> {
    // The units of the walk with the number of successors behind them. A unit that succeeds itself, which the checks
    // refuse, is begun once.
    let mut begun = HashSet::from([unit]);
    let mut path = vec![(unit, 0)];
    while let Some((unit, next)) = path.last_mut() {
        let successors = &registry.unit(*unit).successors;
        let rest = successors.iter().skip(*next);
        let is_open = |unit: UnitIx| registry.unit(unit).has_ended(day) && !found.contains_key(&(unit, turn));
        let deeper = rest.copied().inspect(|_| *next += 1).find(|unit| is_open(*unit) && begun.insert(*unit));
        if let Some(deeper) = deeper {
            path.push((deeper, 0));
        } else {
            let successors = joined(registry, successors, day, turn, found);
            found.insert((*unit, turn), successors);
            path.pop();
        }
    }
    found.get(&(unit, turn)).cloned().unwrap_or_default()
}

/// Returns the successors in force among some units and behind those of them that have ended.
fn joined(
    registry: &Registry,
    successors: &[UnitIx],
    day: Day,
    turn: usize,
    found: &SuccessorsInForce,
) -> Arc<[UnitIx]> {
    let behind = |unit: &UnitIx| found.get(&(*unit, turn)).cloned().unwrap_or_default();
    if let [only] = successors
        && registry.unit(*only).has_ended(day)
    {
        return behind(only);
    }
    let mut seen = HashSet::new();
    let mut all = Vec::new();
    for successor in successors {
        let unit = registry.unit(*successor);
        if unit.is_in_force(day) {
            all.extend(seen.insert(*successor).then_some(*successor));
        } else if unit.has_ended(day) {
            all.extend(behind(successor).iter().copied().filter(|unit| seen.insert(*unit)));
        }
    }
    all.into()
}
