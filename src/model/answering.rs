//! The units that answer for a work item on a day. Source: docs/status.md, Who answers.

use std::collections::HashSet;

use super::index::UnitIx;
use super::plan::Plan;
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
    pub fn answering(&self, work_item: &WorkItem, day: Day, known: Option<Day>) -> Vec<UnitIx> {
        if let Some(lead) = self.new_lead(work_item, day, known) {
            return self.registry.answering(lead, day);
        }
        let units = match work_item.holder {
            Holder::Unit(unit) => return self.registry.answering(unit, day),
            Holder::Group(group) => self.registry.unfold(&[Party::Group(group)], self.opened(work_item)),
            Holder::Joint => {
                self.registry.unfold(&self.assignment(work_item.assignment).lead, self.opened(work_item))
            }
        };
        let mut seen = HashSet::new();
        let answering = units.into_iter().flat_map(|unit| self.registry.answering(unit, day));
        answering.filter(|unit| seen.insert(*unit)).collect()
    }

    /// Returns the day that determines the members of groups for a work item.
    fn opened(&self, work_item: &WorkItem) -> Day {
        let from = self.occurrence(work_item).and_then(|occurrence| occurrence.from);
        from.unwrap_or(self.period.range.first)
    }
}
