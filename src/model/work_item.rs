//! Work items: one unit's duty for one occurrence of a tracked row. Source: docs/status.md.
//!
//! Which work items there are follows from the plan alone, not from a day: they never appear or vanish.
//! What changes from day to day is who answers for them, and their status.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::index::{AssignmentIx, GroupIx, UnitIx, WorkItemIx};
use super::plan::{Assignment, Mode, Plan};
use super::unit::{Party, Registry};
use crate::date::Day;
use crate::deadline::{DeadlineKind, Occurrence};

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
pub struct WorkItem {
    /// The tracked task or row.
    pub assignment: AssignmentIx,
    /// Whose it was when it was opened.
    pub holder: Holder,
    /// Which of the deadline's occurrences; none for a continuous or undated assignment.
    pub occurrence: Option<u32>,
    /// The reports that speak of it, as places in [`Plan::reports`], in the order in which they count.
    pub reports: Vec<u32>,
    /// The changes that hold for it, as places in [`Plan::changes`], in the order of their dates.
    pub changes: Vec<u32>,
}

/// There would be more work items than anyone can count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooManyWorkItemsError {
    /// The assignment that goes too far.
    pub assignment: AssignmentIx,
}

/// How many work items one plan may open.
pub const LIMIT: usize = 5_000_000;

/// Opens the work items of all assignments: assignments × units × occurrences.
///
/// # Errors
/// [`TooManyWorkItemsError`] past [`LIMIT`].
pub fn open(
    assignments: &[Assignment],
    registry: &Registry,
    first_day: Day,
) -> Result<Vec<WorkItem>, TooManyWorkItemsError> {
    let mut work_items = Vec::with_capacity(assignments.len());
    let mut unfolded: HashMap<(&[Party], Day), Arc<[UnitIx]>> = HashMap::new();
    for (at, assignment) in assignments.iter().enumerate() {
        let ix = AssignmentIx::new(at);
        // What recurs, but never in the period, opens nothing; what has no day opens one work item.
        if assignment.deadline.kind == DeadlineKind::Recurring && assignment.deadline.occurrences.is_empty() {
            continue;
        }
        let dated = assignment
            .deadline
            .occurrences
            .iter()
            .zip(0..)
            .map(|(occurrence, number)| Some((number, occurrence.from.unwrap_or(first_day))));
        let occurrences = dated.chain(assignment.deadline.occurrences.is_empty().then_some(None));
        let work_item = |holder, occurrence: Option<(u32, Day)>| WorkItem {
            assignment: ix,
            holder,
            occurrence: occurrence.map(|(number, _)| number),
            reports: Vec::new(),
            changes: Vec::new(),
        };
        match (assignment.mode, assignment.lead.as_slice()) {
            (_, [Party::Unit(unit)]) => {
                work_items.extend(occurrences.map(|o| work_item(Holder::Unit(*unit), o)));
            }
            (Mode::Joint, [Party::Group(group)]) => {
                work_items.extend(occurrences.map(|o| work_item(Holder::Group(*group), o)));
            }
            (Mode::Joint, _) => work_items.extend(occurrences.map(|o| work_item(Holder::Joint, o))),
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
                    if work_items.len() + held.len() > LIMIT {
                        return Err(TooManyWorkItemsError { assignment: ix });
                    }
                }
                // Units that come into force later stand where the registry has them, not last.
                let first = unfolded.get(&(leads, first_day_of(&assignment.deadline.occurrences, first_day)));
                if first.is_none_or(|first| first.len() != order.len()) {
                    let places: HashMap<UnitIx, usize> =
                        registry.unfold_ever(leads).into_iter().zip(0..).collect();
                    order.sort_by_key(|unit| places.get(unit).copied());
                }
                for unit in order {
                    let occurrences = held.remove(&unit).unwrap_or_default();
                    work_items.extend(occurrences.into_iter().map(|o| work_item(Holder::Unit(unit), o)));
                }
            }
        }
        if work_items.len() > LIMIT {
            return Err(TooManyWorkItemsError { assignment: ix });
        }
    }
    Ok(work_items)
}

/// The day on which the first occurrence opens.
fn first_day_of(occurrences: &[Occurrence], first_day: Day) -> Day {
    occurrences.first().and_then(|occurrence| occurrence.from).unwrap_or(first_day)
}

impl Plan {
    /// A work item.
    pub fn work_item(&self, work_item: WorkItemIx) -> &WorkItem {
        &self.work_items[work_item.at()]
    }

    /// The work items of an assignment.
    pub fn work_items_of(&self, assignment: AssignmentIx) -> Range<usize> {
        let first = self.work_items.partition_point(|work_item| work_item.assignment < assignment);
        let end = self.work_items.partition_point(|work_item| work_item.assignment <= assignment);
        first..end
    }

    /// The occurrence of a work item, if it has one.
    pub fn occurrence(&self, work_item: &WorkItem) -> Option<&Occurrence> {
        self.assignment(work_item.assignment).deadline.occurrences.get(work_item.occurrence? as usize)
    }

    /// The label of its occurrence, if it has one.
    pub fn period_label<'p>(&'p self, work_item: &WorkItem) -> Option<&'p str> {
        self.occurrence(work_item)?.label.as_deref()
    }

    /// The id of whom it was opened for.
    pub fn holder_id(&self, work_item: &WorkItem) -> String {
        match work_item.holder {
            Holder::Unit(unit) => self.registry.unit(unit).id.clone(),
            Holder::Group(group) => self.registry.group(group).id.clone(),
            Holder::Joint => self.joint_id(self.assignment(work_item.assignment)),
        }
    }

    /// The id of those who hold an assignment jointly: theirs, joined by `+`.
    pub fn joint_id(&self, assignment: &Assignment) -> String {
        let ids: Vec<&str> = assignment.lead.iter().map(|lead| self.registry.id(*lead)).collect();
        ids.join("+")
    }

    /// The name that a work item keeps for good: `PLAN/ID/UNIT/PERIOD`, with `-` for no period.
    pub fn key(&self, work_item: &WorkItem) -> String {
        let period = self.period_label(work_item).unwrap_or("-");
        format!(
            "{}/{}/{}/{period}",
            self.id,
            self.assignment(work_item.assignment).id,
            self.holder_id(work_item)
        )
    }

    /// The unit that a change of lead has given a work item to, as of a day.
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

    /// The units that answer for a work item on a day: its units, or those that succeed them.
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

    /// The day on which groups are unfolded for a work item.
    fn opened(&self, work_item: &WorkItem) -> Day {
        let from = self.occurrence(work_item).and_then(|occurrence| occurrence.from);
        from.unwrap_or(self.period.range.first)
    }
}
