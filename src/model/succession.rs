//! The units that other units succeed. Source: docs/status.md, Who answers.

use std::collections::HashSet;

use super::index::UnitIx;
use super::unit::Registry;

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
        let mut seen: HashSet<UnitIx> = units.iter().copied().collect();
        let mut all: Vec<UnitIx> = units.to_vec();
        let mut at = 0;
        while let Some(unit) = all.get(at) {
            let before = self.0.get(unit.at()).map_or(&[][..], Vec::as_slice);
            let new: Vec<UnitIx> = before.iter().copied().filter(|unit| seen.insert(*unit)).collect();
            all.extend(new);
            at += 1;
        }
        all
    }
}
