//! Which work items an entry of `progress` or `changes` speaks of. Source: status.md, Who answers.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::index::{ItemIx, SlotIx, UnitIx};
use super::plan::Plan;
use super::slot::{Holder, Slot};
use super::unit::Party;
use crate::date::Day;

/// Why an entry of `progress` or `changes` belongs to no work item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unmatched {
    /// It names no unit, and several answer: these.
    WhichUnit(Vec<String>),
    /// It names no period, and the item recurs: these.
    WhichPeriod(Vec<String>),
    /// It names a period that the item does not have; it has these.
    NoSuchPeriod(String, Vec<String>),
    /// It names a unit that does not answer for the item; these do.
    NotResponsible(Party, Vec<String>),
}

/// More units than anyone wants to be told.
const MANY: usize = 64;

/// What an entry must say, and who may say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask {
    /// Whether it needs a unit where several answer; else it holds for all of them.
    pub unit: bool,
    /// Whether it needs a period where the item recurs; else it holds for all occurrences.
    pub period: bool,
    /// Whether its units must be those that may report on that day.
    pub reporting: bool,
}

/// Where the work items of every item stand in a plan, and among them those of every holder.
///
/// An office of many schools has thousands of work items in one task, and as many reports: none of them may go
/// through all of the others.
#[derive(Debug)]
pub struct Places {
    of_items: HashMap<ItemIx, Range<usize>>,
    of_holders: HashMap<(ItemIx, Holder), Range<usize>>,
}

impl Places {
    /// The places of the work items that [`open`](super::open) put into a plan: those of an item stand together,
    /// and among them those of a holder.
    pub fn of(plan: &Plan) -> Self {
        let (mut of_items, mut of_holders) = (HashMap::new(), HashMap::new());
        let mut start = 0;
        for of_item in plan.slots.chunk_by(|a, b| a.item == b.item) {
            of_items.insert(of_item[0].item, start..start + of_item.len());
            for of_holder in of_item.chunk_by(|a, b| a.holder == b.holder) {
                of_holders.insert((of_holder[0].item, of_holder[0].holder), start..start + of_holder.len());
                start += of_holder.len();
            }
        }
        Self { of_items, of_holders }
    }

    fn item(&self, item: ItemIx) -> Range<usize> {
        self.of_items.get(&item).cloned().unwrap_or_default()
    }

    fn holder(&self, item: ItemIx, holder: Holder) -> Range<usize> {
        self.of_holders.get(&(item, holder)).cloned().unwrap_or_default()
    }
}

/// The work items of one item that are in question: those of the periods that an entry names.
struct Meant<'m> {
    plan: &'m Plan,
    places: &'m Places,
    item: ItemIx,
    /// All periods if there is none.
    periods: &'m [&'m str],
    day: Day,
}

impl Plan {
    /// The work items of `item` that an entry dated `day` speaks of.
    ///
    /// # Errors
    /// [`Unmatched`] says why there is none, or why it is open which; more than once if for several reasons.
    pub fn matching(
        &self,
        places: &Places,
        item: ItemIx,
        units: &[Party],
        periods: &[&str],
        day: Day,
        ask: Ask,
    ) -> Result<Vec<SlotIx>, Vec<Unmatched>> {
        let occurrences = &self.item(item).deadline.occurrences;
        let labels = || occurrences.iter().filter_map(|occurrence| occurrence.label.as_deref());
        let named = || labels().map(str::to_owned).collect();
        let mut wrong = Vec::new();
        if periods.is_empty() {
            if ask.period && labels().nth(1).is_some() {
                wrong.push(Unmatched::WhichPeriod(named()));
            }
        } else {
            let strange = periods.iter().filter(|period| !labels().any(|label| label == **period));
            wrong.extend(strange.map(|period| Unmatched::NoSuchPeriod((*period).to_owned(), named())));
        }
        // A wrong period leaves open which occurrence is meant, not who answers for the item.
        let periods = if wrong.is_empty() { periods } else { &[] };
        let meant = Meant { plan: self, places, item, periods, day };
        let mut matched = Vec::new();
        if units.is_empty() {
            matched = meant.all().collect();
            if ask.unit {
                let mut holders: Vec<Holder> = matched.iter().map(|slot| self.slot(*slot).holder).collect();
                // Those of one stand together.
                holders.dedup();
                if holders.len() > 1 {
                    let first_of =
                        |holder| meant.of(holder).next().map(|slot| self.holder_id(self.slot(slot)));
                    wrong.push(Unmatched::WhichUnit(holders.into_iter().filter_map(first_of).collect()));
                }
            }
        } else {
            for party in units {
                let picked = meant.picked(*party, ask.reporting);
                if picked.is_empty() {
                    wrong.push(Unmatched::NotResponsible(*party, meant.answer_ids()));
                }
                matched.extend(picked);
            }
            matched.sort_unstable();
            matched.dedup();
        }
        if wrong.is_empty() { Ok(matched) } else { Err(wrong) }
    }
}

impl Meant<'_> {
    fn all(&self) -> impl Iterator<Item = SlotIx> {
        self.among(self.places.item(self.item))
    }

    /// Those of one holder.
    fn of(&self, holder: Holder) -> impl Iterator<Item = SlotIx> {
        self.among(self.places.holder(self.item, holder))
    }

    fn among(&self, places: Range<usize>) -> impl Iterator<Item = SlotIx> {
        let is_meant = |slot: &Slot| {
            self.periods.is_empty()
                || self.plan.period_label(slot).is_some_and(|label| self.periods.contains(&label))
        };
        places.filter(move |at| is_meant(&self.plan.slots[*at])).map(SlotIx::new)
    }

    /// Those that one named unit or group means.
    fn picked(&self, party: Party, reporting: bool) -> Vec<SlotIx> {
        let holder = match party {
            Party::Unit(unit) => Holder::Unit(unit),
            Party::Group(group) => Holder::Group(group),
        };
        let mut by_key = self.of(holder).peekable();
        if by_key.peek().is_some() {
            return by_key.filter(|slot| !reporting || self.may_report(party, *slot)).collect();
        }
        match party {
            Party::Unit(unit) => self.all().filter(|slot| self.answers(unit, *slot)).collect(),
            // A group stands for all its units: each of them must have something to report on.
            Party::Group(_) => {
                let mut all = Vec::new();
                for unit in self.plan.registry.unfold(&[party], self.day) {
                    let picked = self.picked(Party::Unit(unit), reporting);
                    if picked.is_empty() {
                        return Vec::new();
                    }
                    all.extend(picked);
                }
                all
            }
        }
    }

    /// Whether the one whose name a work item's key has may report on it.
    ///
    /// Its name stays in the key; the duty to report goes with a change of lead.
    fn may_report(&self, party: Party, slot: SlotIx) -> bool {
        let slot = self.plan.slot(slot);
        self.plan.new_lead(slot, self.day, None).is_none_or(|lead| {
            // A new lead with an item of its own can name this one only by its first unit.
            let is_of_same = |other| self.plan.slot(other).occurrence == slot.occurrence;
            self.of(Holder::Unit(lead)).any(is_of_same)
                || Party::Unit(lead) == party
                || matches!(party, Party::Unit(unit) if self.plan.answering(slot, self.day, None).contains(&unit))
        })
    }

    /// Whether a unit answers for a work item whose key has another's name.
    fn answers(&self, unit: UnitIx, slot: SlotIx) -> bool {
        let slot = self.plan.slot(slot);
        match slot.holder {
            // As nearly all are: the one whose name it has answers for it.
            Holder::Unit(own)
                if slot.changes.is_empty() && !self.plan.registry.unit(own).has_ended(self.day) =>
            {
                own == unit
            }
            _ => self.plan.answering(slot, self.day, None).contains(&unit),
        }
    }

    /// The ids of those that answer for them, or of the first of many.
    fn answer_ids(&self) -> Vec<String> {
        let plan = self.plan;
        let units = self.all().flat_map(|slot| plan.answering(plan.slot(slot), self.day, None));
        let mut seen = HashSet::new();
        let ids = units.map(|unit| &plan.registry.unit(unit).id).filter(|id| seen.insert(*id));
        ids.take(MANY).cloned().collect()
    }
}
