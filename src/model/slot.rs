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

/// Up to so many work items of one item are looked through; of more each holder's are looked up.
const FEW: usize = 32;

/// Where the work items of one holder begin and end, for the items that have many.
///
/// A city's 5,000 schools report on one duty: looking through all its work items for each report would take
/// the square of their number.
#[derive(Debug, Default)]
pub struct Holders(HashMap<(ItemIx, Holder), Range<usize>>);

impl Holders {
    /// The holders of the work items of a plan.
    pub fn of(slots: &[Slot]) -> Self {
        let mut holders = HashMap::new();
        let mut start = 0;
        for of_item in slots.chunk_by(|a, b| a.item == b.item) {
            let mut first = start;
            // The work items of one holder stand together.
            for of_one in of_item.chunk_by(|a, b| a.holder == b.holder) {
                let end = first + of_one.len();
                if let [slot, ..] = of_one
                    && of_item.len() > FEW
                {
                    holders.insert((slot.item, slot.holder), first..end);
                }
                first = end;
            }
            start += of_item.len();
        }
        Self(holders)
    }
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
        let mut answering = Vec::new();
        for unit in units {
            for unit in self.registry.answering(unit, day) {
                if !answering.contains(&unit) {
                    answering.push(unit);
                }
            }
        }
        answering
    }

    /// The day on which groups are unfolded for a work item.
    fn opened(&self, slot: &Slot) -> Day {
        let from = self.occurrence(slot).and_then(|occurrence| occurrence.from);
        from.unwrap_or(self.period.range.first)
    }

    /// The work items of `item` that an entry dated `day` speaks of. Source: status.md, Who answers.
    ///
    /// # Errors
    /// [`Unmatched`] says why there is none, or why it is open which; more than once if for several reasons.
    pub fn matching(
        &self,
        holders: &Holders,
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
            if ask.period && labels().count() > 1 {
                wrong.push(Unmatched::WhichPeriod(named()));
            }
        } else {
            let strange = periods.iter().filter(|period| !labels().any(|label| label == **period));
            wrong.extend(strange.map(|period| Unmatched::NoSuchPeriod((*period).to_owned(), named())));
        }
        // A wrong period leaves open which occurrence is meant, not who answers for the item.
        let periods = if wrong.is_empty() { periods } else { &[] };
        let asked = Asked { plan: self, holders, item, periods, day, reporting: ask.reporting };
        let mut matched = Vec::new();
        if units.is_empty() {
            matched = asked.all();
            if ask.unit {
                let mut seen = HashSet::new();
                let ids = matched.iter().map(|slot| self.holder_id(self.slot(*slot)));
                let ids: Vec<String> = ids.filter(|id| seen.insert(id.clone())).collect();
                if ids.len() > 1 {
                    wrong.push(Unmatched::WhichUnit(ids));
                }
            }
        } else {
            for party in units {
                let picked = asked.picked(*party);
                if picked.is_empty() {
                    wrong.push(Unmatched::NotResponsible(*party, self.answer_ids(&asked.all(), day)));
                }
                matched.extend(picked);
            }
            matched.sort_unstable();
            matched.dedup();
        }
        if wrong.is_empty() { Ok(matched) } else { Err(wrong) }
    }

    /// The ids of all that answer for some work items on a day.
    fn answer_ids(&self, slots: &[SlotIx], day: Day) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for slot in slots {
            for unit in self.answering(self.slot(*slot), day, None) {
                let id = &self.registry.unit(unit).id;
                if !ids.contains(id) {
                    ids.push(id.clone());
                }
            }
        }
        ids
    }
}

/// What an entry asks for: work items of one item, in some periods or in all, on a day.
#[derive(Clone, Copy)]
struct Asked<'a> {
    plan: &'a Plan,
    holders: &'a Holders,
    item: ItemIx,
    /// The labels of the occurrences; none for all.
    periods: &'a [&'a str],
    day: Day,
    reporting: bool,
}

impl Asked<'_> {
    /// All work items of the item in these periods.
    fn all(&self) -> Vec<SlotIx> {
        self.among(self.plan.slots_of(self.item)).collect()
    }

    /// Those of the item and the periods that were opened for a holder.
    fn held(&self, holder: Holder) -> impl Iterator<Item = SlotIx> {
        let range = self.plan.slots_of(self.item);
        let range = if range.len() > FEW {
            self.holders.0.get(&(self.item, holder)).cloned().unwrap_or_default()
        } else {
            range
        };
        self.among(range).filter(move |slot| self.plan.slot(*slot).holder == holder)
    }

    fn among(&self, range: Range<usize>) -> impl Iterator<Item = SlotIx> {
        let label = |slot: &SlotIx| self.plan.period_label(self.plan.slot(*slot));
        range.map(SlotIx::new).filter(move |slot| {
            self.periods.is_empty() || label(slot).is_some_and(|label| self.periods.contains(&label))
        })
    }

    /// Those that one named unit or group means.
    fn picked(&self, party: Party) -> Vec<SlotIx> {
        let Self { plan, day, .. } = *self;
        let by_key: Vec<SlotIx> = match party {
            Party::Unit(unit) => self.held(Holder::Unit(unit)).collect(),
            Party::Group(group) => self.held(Holder::Group(group)).collect(),
        };
        if !by_key.is_empty() {
            // Its name stays in the key; the duty to report goes with a change of lead.
            let may_report = |slot: &SlotIx| {
                let slot = plan.slot(*slot);
                match plan.new_lead(slot, day, None) {
                    Some(lead) => {
                        // A new lead with an item of its own can name this one only by its first unit.
                        let lead_has_own = self
                            .held(Holder::Unit(lead))
                            .any(|other| plan.slot(other).occurrence == slot.occurrence);
                        lead_has_own
                            || Party::Unit(lead) == party
                            || is_among(party, &plan.answering(slot, day, None))
                    }
                    None => true,
                }
            };
            return by_key.into_iter().filter(|slot| !self.reporting || may_report(slot)).collect();
        }
        let units = plan.registry.unfold(&[party], day);
        if units.is_empty() {
            return Vec::new();
        }
        match party {
            Party::Unit(unit) => {
                let mut all = self.all();
                all.retain(|slot| plan.answering(plan.slot(*slot), day, None).contains(&unit));
                all
            }
            // A group stands for all its units: each of them must have something to report on.
            Party::Group(_) => {
                let mut all = Vec::new();
                for unit in units {
                    let picked = self.picked(Party::Unit(unit));
                    if picked.is_empty() {
                        return Vec::new();
                    }
                    all.extend(picked);
                }
                all
            }
        }
    }
}

fn is_among(party: Party, units: &[UnitIx]) -> bool {
    matches!(party, Party::Unit(unit) if units.contains(&unit))
}
