//! The opening of work items: assignments × units × occurrences.

use std::collections::HashMap;
use std::sync::Arc;

use super::assignment::Assignment;
use super::index::{AssignmentIx, UnitIx};
use super::task::LeadMode;
use super::unit::{Party, Registry};
use super::work_item::{Holder, WorkItem};
use crate::date::Day;
use crate::deadline::{DeadlineKind, Occurrence};

/// The error for a plan with more work items than the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooManyWorkItemsError {
    /// The assignment that exceeds the limit.
    pub assignment: AssignmentIx,
}

/// The maximum number of work items of a plan.
pub const LIMIT: usize = 5_000_000;

/// Opens the work items of all assignments: assignments × units × occurrences.
///
/// # Errors
/// Fails with [`TooManyWorkItemsError`] above [`LIMIT`].
pub fn open_work_items(
    assignments: &[Assignment],
    registry: &Registry,
    first_day: Day,
) -> Result<Vec<WorkItem>, TooManyWorkItemsError> {
    let mut work_items = Vec::with_capacity(assignments.len());
    let mut unfolded: HashMap<(&[Party], Day), Arc<[UnitIx]>> = HashMap::new();
    for (at, assignment) in assignments.iter().enumerate() {
        let ix = AssignmentIx::new(at);
        // A recurrence without an occurrence in the period opens nothing; a deadline without a day opens one work item.
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
            (LeadMode::Joint, [Party::Group(group)]) => {
                work_items.extend(occurrences.map(|o| work_item(Holder::Group(*group), o)));
            }
            (LeadMode::Joint, _) => work_items.extend(occurrences.map(|o| work_item(Holder::Joint, o))),
            (LeadMode::Each, leads) => {
                // By unit, then by occurrence; the members of a group by kind depend on the day of the occurrence.
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
                // Units that come into force later keep their place in the registry.
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

/// Returns the day on which the first occurrence opens.
fn first_day_of(occurrences: &[Occurrence], first_day: Day) -> Day {
    occurrences.first().and_then(|occurrence| occurrence.from).unwrap_or(first_day)
}
