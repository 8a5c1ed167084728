//! The work items that an entry of `progress` or `changes` is about. Source: docs/status.md, Responsibility.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use super::index::{AssignmentIx, UnitIx, WorkItemIx};
use super::members::{MemberDays, MemberTurns};
use super::plan::Plan;
use super::succession::{AnsweringUnits, Predecessors, Successions};
use super::unit::Party;
use super::work_item::{Holder, WorkItem};
use crate::date::Day;

/// A reason why an entry of `progress` or `changes` matches no work item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MatchFault {
    /// The entry names no unit, and several answer: these.
    WhichUnit(Vec<String>),
    /// The entry names no period, and the assignment has several: these.
    WhichPeriod(Vec<String>),
    /// The entry names a period that the assignment lacks; it has these.
    NoSuchPeriod(String, Vec<String>),
    /// The entry names a unit that does not answer for the assignment; these do.
    NotResponsible(Party, Vec<String>),
    /// The assignment opens no work item, or none in the periods that the entry names.
    NoWorkItem,
}

/// The maximum number of ids in a fault.
pub const FAULT_IDS_LIMIT: usize = 64;

/// The requirements for an entry: the keys it needs, and the units it may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryRequirements {
    /// True if it must name a unit where several answer; else it applies to all of them.
    pub unit: bool,
    /// True if it must name a period where the assignment recurs; else it applies to all occurrences.
    pub period: bool,
    /// True if its units must be those that may report on that day.
    pub reporting: bool,
}

/// The ranges of the work items of every assignment, and of every holder within it.
///
/// A task of an office with many schools has thousands of work items and as many reports: the lookup for a
/// report must not be linear in them.
#[derive(Debug)]
pub struct WorkItemIndex {
    of_assignments: HashMap<AssignmentIx, Range<usize>>,
    of_holders: HashMap<(AssignmentIx, Holder), Range<usize>>,
    /// The work items of which a unit becomes the lead by a change.
    of_new_leads: HashMap<(AssignmentIx, UnitIx), Vec<WorkItemIx>>,
    /// The units that each unit succeeds.
    pub predecessors: Predecessors,
    /// The units that answer for others.
    pub successions: Successions,
    /// The units of groups and of joint work, found once for all days between which no unit begins or ends.
    members: Mutex<KnownMembers>,
}

type KnownMembers = HashMap<(Holder, AssignmentIx, MemberTurns), Arc<HolderMembers>>;

/// The units that a holder stands for, in their order and for lookups.
#[derive(Debug)]
struct HolderMembers {
    units: Vec<UnitIx>,
    set: HashSet<UnitIx>,
}

/// The number of work items of an assignment up to which a look at each is faster than a choice.
const FEW_WORK_ITEMS: usize = 8;

impl WorkItemIndex {
    /// Returns the index of the work items of a plan, which [`open_work_items`](super::open_work_items) sorts by
    /// assignment and holder.
    pub fn of(plan: &Plan) -> Self {
        let (mut of_assignments, mut of_holders) = (HashMap::new(), HashMap::new());
        let mut start = 0;
        for of_assignment in plan.work_items.chunk_by(|a, b| a.assignment == b.assignment) {
            of_assignments.insert(of_assignment[0].assignment, start..start + of_assignment.len());
            for of_holder in of_assignment.chunk_by(|a, b| a.holder == b.holder) {
                of_holders
                    .insert((of_holder[0].assignment, of_holder[0].holder), start..start + of_holder.len());
                start += of_holder.len();
            }
        }
        let mut index = Self {
            of_assignments,
            of_holders,
            of_new_leads: HashMap::new(),
            predecessors: Predecessors::of(&plan.registry),
            successions: Successions::of(&plan.registry),
            members: Mutex::default(),
        };
        for change in &plan.changes {
            change.lead.into_iter().for_each(|lead| index.add_new_lead(plan, &change.work_items, lead));
        }
        index
    }

    /// Notes that a change makes a unit the lead of some work items of the plan.
    pub fn add_new_lead(&mut self, plan: &Plan, work_items: &[WorkItemIx], lead: UnitIx) {
        for work_item in work_items {
            let key = (plan.work_item(*work_item).assignment, lead);
            self.of_new_leads.entry(key).or_default().push(*work_item);
        }
    }

    /// Returns the units that the holder of a work item stands for, as [`Plan::units`].
    fn members(&self, plan: &Plan, work_item: &WorkItem) -> Arc<HolderMembers> {
        let days = MemberDays::of(plan.occurrence(work_item), plan.period.range.first);
        let key = (work_item.holder, work_item.assignment, days.turns(&self.successions.turns));
        let mut known = self.members.lock().unwrap_or_else(PoisonError::into_inner);
        let members = || {
            let units = plan.units(work_item.holder, work_item);
            Arc::new(HolderMembers { set: units.iter().copied().collect(), units })
        };
        Arc::clone(known.entry(key).or_insert_with(members))
    }

    fn assignment(&self, assignment: AssignmentIx) -> Range<usize> {
        self.of_assignments.get(&assignment).cloned().unwrap_or_default()
    }

    fn holder(&self, assignment: AssignmentIx, holder: Holder) -> Range<usize> {
        self.of_holders.get(&(assignment, holder)).cloned().unwrap_or_default()
    }
}

/// The candidates of an entry: the work items of one assignment in the periods that the entry names.
struct Candidates<'m> {
    plan: &'m Plan,
    places: &'m WorkItemIndex,
    assignment: AssignmentIx,
    /// Empty for all periods.
    periods: &'m [&'m str],
    day: Day,
}

impl Plan {
    /// Returns the work items of `assignment` that an entry dated `day` is about.
    ///
    /// # Errors
    /// Fails with every [`MatchFault`] that leaves no work item or several possibilities.
    pub fn matching(
        &self,
        places: &WorkItemIndex,
        assignment: AssignmentIx,
        units: &[Party],
        periods: &[&str],
        day: Day,
        required: EntryRequirements,
    ) -> Result<Vec<WorkItemIx>, Vec<MatchFault>> {
        let deadline = &self.assignment(assignment).deadline;
        let labels = || deadline.occurrences.iter().filter_map(|occurrence| occurrence.label.as_deref());
        let known = || labels().map(str::to_owned).collect();
        let mut faults = Vec::new();
        if places.assignment(assignment).is_empty() && deadline.before_issue.is_empty() {
            return Err(vec![MatchFault::NoWorkItem]);
        }
        if periods.is_empty() {
            if required.period && labels().nth(1).is_some() {
                faults.push(MatchFault::WhichPeriod(known()));
            } else if deadline.occurrences.is_empty() && !deadline.before_issue.is_empty() {
                let earlier = deadline.before_issue.iter().filter_map(|one| one.label.clone());
                faults.push(MatchFault::WhichPeriod(earlier.collect()));
            }
        } else {
            let unknown = periods.iter().filter(|period| !labels().any(|label| label == **period));
            faults.extend(unknown.map(|period| MatchFault::NoSuchPeriod((*period).to_owned(), known())));
        }
        // A wrong period does not affect the check of the units.
        let periods = if faults.is_empty() { periods } else { &[] };
        let candidates = Candidates { plan: self, places, assignment, periods, day };
        let mut matched = Vec::new();
        if faults.is_empty() && candidates.all().next().is_none() {
            return Err(vec![MatchFault::NoWorkItem]);
        }
        if units.is_empty() {
            matched = candidates.all().collect();
            if required.unit {
                // The work items of a holder are adjacent.
                let mut firsts =
                    matched.iter().map(|work_item| self.work_item(*work_item)).collect::<Vec<_>>();
                firsts.dedup_by_key(|work_item| work_item.holder);
                if firsts.len() > 1 {
                    let ids =
                        firsts.into_iter().take(FAULT_IDS_LIMIT).map(|work_item| self.holder_id(work_item));
                    faults.push(MatchFault::WhichUnit(ids.collect()));
                }
            }
        } else {
            for party in units {
                let picked = candidates.picked(*party, required.reporting);
                if picked.is_empty() {
                    faults.push(MatchFault::NotResponsible(*party, candidates.answer_ids()));
                }
                matched.extend(picked);
            }
            matched.sort_unstable();
            matched.dedup();
        }
        if faults.is_empty() { Ok(matched) } else { Err(faults) }
    }
}

impl Candidates<'_> {
    fn all(&self) -> impl Iterator<Item = WorkItemIx> {
        self.among(self.places.assignment(self.assignment))
    }

    /// Returns the candidates of one holder.
    fn of(&self, holder: Holder) -> impl Iterator<Item = WorkItemIx> {
        self.among(self.places.holder(self.assignment, holder))
    }

    fn among(&self, places: Range<usize>) -> impl Iterator<Item = WorkItemIx> {
        places.map(WorkItemIx::new).filter(|work_item| self.is_candidate(*work_item))
    }

    /// Returns true if a work item is in one of the periods that the entry names.
    fn is_candidate(&self, work_item: WorkItemIx) -> bool {
        let label = || self.plan.period_label(self.plan.work_item(work_item));
        self.periods.is_empty() || label().is_some_and(|label| self.periods.contains(&label))
    }

    /// Returns the candidates for which a unit answers that is not in their keys.
    fn answered_by(&self, unit: UnitIx) -> Vec<WorkItemIx> {
        let places = self.places.assignment(self.assignment);
        // The work items of each lead have a unit in their keys. A successor of many is not looked up under each of
        // them where there are fewer work items.
        let of_leads = self.plan.work_items[places.clone()]
            .get(FEW_WORK_ITEMS)
            .filter(|work_item| matches!(work_item.holder, Holder::Unit(_)))
            .and_then(|_| self.places.predecessors.at_most(&[unit], places.len()))
            .map(|leads| self.led_by(&leads));
        let mut answered = of_leads.unwrap_or_else(|| self.among(places).collect());
        answered.retain(|work_item| self.answers(unit, *work_item));
        answered
    }

    /// Returns the candidates that any of some units leads at some time.
    fn led_by(&self, leads: &[UnitIx]) -> Vec<WorkItemIx> {
        let first = leads.iter().flat_map(|lead| self.of(Holder::Unit(*lead)));
        let changed = |lead: &UnitIx| self.places.of_new_leads.get(&(self.assignment, *lead));
        let later = leads.iter().filter_map(changed).flatten().copied();
        let later = later.filter(|work_item| self.is_candidate(*work_item));
        let mut all: Vec<WorkItemIx> = first.chain(later).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Returns the candidates that one named unit or group stands for.
    fn picked(&self, party: Party, reporting: bool) -> Vec<WorkItemIx> {
        let holder = match party {
            Party::Unit(unit) => Holder::Unit(unit),
            Party::Group(group) => Holder::Group(group),
        };
        let mut by_key = self.of(holder).peekable();
        if by_key.peek().is_some() {
            return by_key.filter(|work_item| !reporting || self.may_report(party, *work_item)).collect();
        }
        match party {
            Party::Unit(unit) => self.answered_by(unit),
            // A group stands for all its units, each of which must have a work item.
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

    /// Returns true if the party named in the key of a work item may report on it.
    ///
    /// The key keeps the name after a change of lead, while the duty to report passes to the new lead.
    fn may_report(&self, party: Party, work_item: WorkItemIx) -> bool {
        let work_item = self.plan.work_item(work_item);
        self.plan.new_lead(work_item, self.day, None).is_none_or(|lead| {
            // A new lead with a work item of its own can name this one only by its first unit.
            let is_of_same = |other| self.plan.work_item(other).occurrence == work_item.occurrence;
            self.of(Holder::Unit(lead)).any(is_of_same)
                || Party::Unit(lead) == party
                || matches!(party, Party::Unit(unit) if self.answers_by_day(unit, work_item))
        })
    }

    /// Returns true if a unit answers for a work item with another unit in its key.
    fn answers(&self, unit: UnitIx, work_item: WorkItemIx) -> bool {
        let work_item = self.plan.work_item(work_item);
        match work_item.holder {
            // The common case: the unit in the key answers.
            Holder::Unit(own)
                if work_item.changes.is_empty() && !self.plan.registry.unit(own).has_ended(self.day) =>
            {
                own == unit
            }
            _ => self.answers_by_day(unit, work_item),
        }
    }

    /// Returns true if a unit answers for a work item on the day of the entry: as lead, or as the successor of one.
    fn answers_by_day(&self, unit: UnitIx, work_item: &WorkItem) -> bool {
        let (registry, successions) = (&self.plan.registry, &self.places.successions);
        let is_joint = !matches!(work_item.holder, Holder::Unit(_));
        if !is_joint || self.plan.new_lead(work_item, self.day, None).is_some() {
            return self.answering(work_item).contains(&unit);
        }
        // Joint work has as many reports as units: the units that answer are not listed for each.
        let members = self.places.members(self.plan, work_item);
        let passes_on = |member: &UnitIx| {
            members.set.contains(member) && successions.answering(registry, *member, self.day).contains(&unit)
        };
        passes_on(&unit) || self.places.predecessors.up_to(&[unit]).iter().any(passes_on)
    }

    /// Returns the units that answer for a work item on the day of the entry.
    fn answering(&self, work_item: &WorkItem) -> AnsweringUnits {
        self.plan.answering(&self.places.successions, work_item, self.day, None)
    }

    /// Returns the ids of the units that answer for the candidates, at most [`FAULT_IDS_LIMIT`].
    fn answer_ids(&self) -> Vec<String> {
        let (registry, successions) = (&self.plan.registry, &self.places.successions);
        let mut seen = HashSet::new();
        let mut ids = Vec::new();
        for work_item in self.all() {
            let work_item = self.plan.work_item(work_item);
            let members;
            let leads: &[UnitIx] = match (self.plan.new_lead(work_item, self.day, None), work_item.holder) {
                (Some(lead), _) | (None, Holder::Unit(lead)) => &[lead],
                (None, _) => {
                    members = self.places.members(self.plan, work_item);
                    &members.units
                }
            };
            for lead in leads {
                for unit in &*successions.answering(registry, *lead, self.day) {
                    if seen.insert(*unit) {
                        ids.push(registry.unit(*unit).id.clone());
                    }
                    if ids.len() == FAULT_IDS_LIMIT {
                        return ids;
                    }
                }
            }
        }
        ids
    }
}
