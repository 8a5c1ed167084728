//! The units that answer for a work item on a day. Source: docs/status.md, Responsibility.

use std::collections::HashSet;

use super::index::UnitIx;
use super::members::MemberDays;
use super::plan::Plan;
use super::succession::{AnsweringUnits, Successions};
use super::unit::Party;
use super::work_item::{Holder, WorkItem};
use crate::date::Day;

impl Plan {
    /// Returns the new lead of a work item on a day, if a change names one.
    ///
    /// With `known`, changes after that day do not count (`--known`).
    pub fn new_lead(&self, work_item: &WorkItem, day: Day, known: Option<Day>) -> Option<UnitIx> {
        work_item
            .changes
            .iter()
            .filter_map(|at| self.changes.get(*at as usize))
            .filter(|change| change.date <= day && known.is_none_or(|known| change.date <= known))
            .filter_map(|change| change.lead)
            .next_back()
    }

    /// Returns the units that answer for a work item on a day: its units or their successors.
    ///
    /// `successions` are those of the registry, of one day or of many.
    pub fn answering(
        &self,
        successions: &Successions,
        work_item: &WorkItem,
        day: Day,
        known: Option<Day>,
    ) -> AnsweringUnits {
        if let Some(lead) = self.new_lead(work_item, day, known) {
            return successions.answering(&self.registry, lead, day);
        }
        if let Holder::Unit(unit) = work_item.holder {
            return successions.answering(&self.registry, unit, day);
        }
        let mut seen = HashSet::new();
        let mut answering = Vec::new();
        for unit in self.units(work_item.holder, work_item) {
            let of_unit = successions.answering(&self.registry, unit, day);
            answering.extend(of_unit.iter().copied().filter(|unit| seen.insert(*unit)));
        }
        answering.into()
    }

    /// Returns the units that a holder of a work item stands for, whether or not they have ended.
    pub fn units(&self, holder: Holder, work_item: &WorkItem) -> Vec<UnitIx> {
        let days = || MemberDays::of(self.occurrence(work_item), self.period.range.first);
        match holder {
            Holder::Unit(unit) => vec![unit],
            Holder::Group(group) => self.registry.unfold(&[Party::Group(group)], days()),
            Holder::Joint => self.registry.unfold(&self.assignment(work_item.assignment).lead, days()),
        }
    }
}
