//! The opening of work items: assignments × units × occurrences.

use std::collections::HashMap;

use super::assignment::Assignment;
use super::index::{AssignmentIx, UnitIx};
use super::members::{MemberCache, MemberDays};
use super::registry::Registry;
use super::task::LeadMode;
use super::unit::Party;
use super::work_item::{Holder, WorkItem};
use crate::date::Day;
use crate::deadline::DeadlineKind;

/// The error for a plan with more work items than the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooManyWorkItemsError {
    /// The assignment that exceeds the limit.
    pub assignment: AssignmentIx,
}

/// The maximum number of work items of a plan.
pub const LIMIT: usize = 1_000_000;

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
    let mut members = MemberCache::new(registry);
    for (at, assignment) in assignments.iter().enumerate() {
        let ix = AssignmentIx::new(at);
        // A recurrence without an occurrence in the period opens nothing; a deadline without a day opens one work item.
        if assignment.deadline.kind == DeadlineKind::Recurring && assignment.deadline.occurrences.is_empty() {
            continue;
        }
        let all = &assignment.deadline.occurrences;
        let days = |number: Option<u32>| {
            MemberDays::of(number.and_then(|number| all.get(number as usize)), first_day)
        };
        let dated = (0..).take(all.len()).map(Some);
        let occurrences = dated.chain(all.is_empty().then_some(None));
        let work_item = |holder, occurrence: Option<u32>| WorkItem {
            assignment: ix,
            holder,
            occurrence,
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
                let mut held: HashMap<UnitIx, Vec<Option<u32>>> = HashMap::new();
                let mut first = None;
                let mut opened = work_items.len();
                for occurrence in occurrences {
                    let units = members.units(leads, days(occurrence));
                    first = first.or(Some(units.len()));
                    opened += units.len();
                    if opened > LIMIT {
                        return Err(TooManyWorkItemsError { assignment: ix });
                    }
                    for unit in units.iter() {
                        held.entry(*unit)
                            .or_insert_with(|| {
                                order.push(*unit);
                                Vec::new()
                            })
                            .push(occurrence);
                    }
                }
                // Units that come into force later keep their place in the registry.
                if first != Some(order.len()) {
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
