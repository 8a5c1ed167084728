//! Work items: one unit's duty for one occurrence of a tracked row. Source: status.md.
//!
//! Which work items there are follows from the plan alone, not from a day: they never appear or vanish.
//! What changes from day to day is who answers for them, and their status.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::index::{GroupIx, ItemIx, SlotIx, UnitIx};
use super::plan::{Item, Mode, Plan};
use super::unit::{Party, Registry};
use crate::date::Day;
use crate::deadline::{Kind, Occurrence};

/// Whose a work item was when it was opened; the part of its key that never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holder {
    /// One unit.
    Unit(UnitIx),
    /// The units of one group together.
    Group(GroupIx),
    /// Several leads together.
    Joint,
}

/// A work item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The tracked task or row.
    pub item: ItemIx,
    /// Whose it was when it was opened.
    pub holder: Holder,
    /// Which of the deadline's occurrences; none for a continuous or undated item.
    pub occurrence: Option<u32>,
    /// The reports that speak of it, as places in [`Plan::reports`], in the order in which they count.
    pub reports: Vec<u32>,
    /// The changes that hold for it, as places in [`Plan::changes`], in the order of their dates.
    pub changes: Vec<u32>,
}

/// There would be more work items than anyone can count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany {
    /// The item that goes too far.
    pub item: ItemIx,
}

/// How many work items one plan may open.
pub const LIMIT: usize = 5_000_000;

/// Opens the work items of all items: items × units × occurrences.
///
/// # Errors
/// [`TooMany`] past [`LIMIT`].
pub fn open(items: &[Item], registry: &Registry, first_day: Day) -> Result<Vec<Slot>, TooMany> {
    let mut slots = Vec::with_capacity(items.len());
    let mut unfolded: HashMap<(&[Party], Day), Arc<[UnitIx]>> = HashMap::new();
    for (at, item) in items.iter().enumerate() {
        let ix = ItemIx::new(at);
        // What recurs, but never in the period, opens nothing; what has no day opens one work item.
        if item.deadline.kind == Kind::Recurring && item.deadline.occurrences.is_empty() {
            continue;
        }
        let dated = item
            .deadline
            .occurrences
            .iter()
            .zip(0..)
            .map(|(occurrence, number)| Some((number, occurrence.from.unwrap_or(first_day))));
        let occurrences = dated.chain(item.deadline.occurrences.is_empty().then_some(None));
        let slot = |holder, occurrence: Option<(u32, Day)>| Slot {
            item: ix,
            holder,
            occurrence: occurrence.map(|(number, _)| number),
            reports: Vec::new(),
            changes: Vec::new(),
        };
        match (item.mode, item.lead.as_slice()) {
            (_, [Party::Unit(unit)]) => {
                slots.extend(occurrences.map(|o| slot(Holder::Unit(*unit), o)));
            }
            (Mode::Joint, [Party::Group(group)]) => {
                slots.extend(occurrences.map(|o| slot(Holder::Group(*group), o)));
            }
            (Mode::Joint, _) => slots.extend(occurrences.map(|o| slot(Holder::Joint, o))),
            (Mode::Each, leads) => {
                // By unit first, then by occurrence; a group by kind may differ from one to the next.
                let mut order: Vec<UnitIx> = Vec::new();
                let mut held: HashMap<UnitIx, Vec<Option<(u32, Day)>>> = HashMap::new();
                for occurrence in occurrences {
                    let day = occurrence.map_or(first_day, |(_, day)| day);
                    let units =
                        unfolded.entry((leads, day)).or_insert_with(|| registry.unfold(leads, day).into());
                    for unit in units.iter() {
                        held.entry(*unit)
                            .or_insert_with(|| {
                                order.push(*unit);
                                Vec::new()
                            })
                            .push(occurrence);
                    }
                    if slots.len() + held.len() > LIMIT {
                        return Err(TooMany { item: ix });
                    }
                }
                // Units that come into force later stand where the registry has them, not last.
                let first = unfolded.get(&(leads, first_day_of(&item.deadline.occurrences, first_day)));
                if first.is_none_or(|first| first.len() != order.len()) {
                    let places: HashMap<UnitIx, usize> =
                        registry.unfold_ever(leads).into_iter().zip(0..).collect();
                    order.sort_by_key(|unit| places.get(unit).copied());
                }
                for unit in order {
                    let occurrences = held.remove(&unit).unwrap_or_default();
                    slots.extend(occurrences.into_iter().map(|o| slot(Holder::Unit(unit), o)));
                }
            }
        }
        if slots.len() > LIMIT {
            return Err(TooMany { item: ix });
        }
    }
    Ok(slots)
}

/// The day on which the first occurrence opens.
fn first_day_of(occurrences: &[Occurrence], first_day: Day) -> Day {
    occurrences.first().and_then(|occurrence| occurrence.from).unwrap_or(first_day)
}

impl Plan {
    /// A work item.
    pub fn slot(&self, slot: SlotIx) -> &Slot {
        &self.slots[slot.at()]
    }

    /// The work items of an item.
    pub fn slots_of(&self, item: ItemIx) -> Range<usize> {
        let first = self.slots.partition_point(|slot| slot.item < item);
        let end = self.slots.partition_point(|slot| slot.item <= item);
        first..end
    }

    /// The occurrence of a work item, if it has one.
    pub fn occurrence(&self, slot: &Slot) -> Option<&Occurrence> {
        self.item(slot.item).deadline.occurrences.get(slot.occurrence? as usize)
    }

    /// The label of its occurrence, if it has one.
    pub fn period_label<'p>(&'p self, slot: &Slot) -> Option<&'p str> {
        self.occurrence(slot)?.label.as_deref()
    }

    /// The id of whom it was opened for.
    pub fn holder_id(&self, slot: &Slot) -> String {
        match slot.holder {
            Holder::Unit(unit) => self.registry.unit(unit).id.clone(),
            Holder::Group(group) => self.registry.group(group).id.clone(),
            Holder::Joint => self.joint_id(self.item(slot.item)),
        }
    }

    /// The id of those who hold an item jointly: theirs, joined by `+`.
    pub fn joint_id(&self, item: &Item) -> String {
        let ids: Vec<&str> = item.lead.iter().map(|lead| self.registry.id(*lead)).collect();
        ids.join("+")
    }

    /// The name that a work item keeps for good: `PLAN/ID/UNIT/PERIOD`, with `-` for no period.
    pub fn key(&self, slot: &Slot) -> String {
        let period = self.period_label(slot).unwrap_or("-");
        format!("{}/{}/{}/{period}", self.id, self.item(slot.item).id, self.holder_id(slot))
    }

    /// The unit that a change of lead has given a work item to, as of a day.
    ///
    /// With `known`, changes after that day do not count (`--known`).
    pub fn new_lead(&self, slot: &Slot, day: Day, known: Option<Day>) -> Option<UnitIx> {
        slot.changes
            .iter()
            .filter_map(|at| self.changes.get(*at as usize))
            .filter(|change| change.date <= day && known.is_none_or(|known| change.date <= known))
            .filter_map(|change| change.lead)
            .next_back()
    }

    /// The units that answer for a work item on a day: its units, or those that succeed them.
    pub fn answering(&self, slot: &Slot, day: Day, known: Option<Day>) -> Vec<UnitIx> {
        if let Some(lead) = self.new_lead(slot, day, known) {
            return self.registry.answering(lead, day);
        }
        let units = match slot.holder {
            Holder::Unit(unit) => return self.registry.answering(unit, day),
            Holder::Group(group) => self.registry.unfold(&[Party::Group(group)], self.opened(slot)),
            Holder::Joint => self.registry.unfold(&self.item(slot.item).lead, self.opened(slot)),
        };
        let mut seen = HashSet::new();
        let answering = units.into_iter().flat_map(|unit| self.registry.answering(unit, day));
        answering.filter(|unit| seen.insert(*unit)).collect()
    }

    /// The day on which groups are unfolded for a work item.
    fn opened(&self, slot: &Slot) -> Day {
        let from = self.occurrence(slot).and_then(|occurrence| occurrence.from);
        from.unwrap_or(self.period.range.first)
    }
}
