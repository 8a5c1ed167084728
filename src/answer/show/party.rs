//! The pages of units and groups.

use super::duties::AssignmentList;
use crate::date::AsOf;
use crate::model::{Group, GroupIx, Party, Plan, Unit, UnitIx};
use crate::query::PartyWork;

/// A unit.
#[derive(Debug)]
pub struct UnitPage<'p> {
    /// The unit.
    pub unit: &'p Unit,
    /// Whether it is in force on the day.
    pub is_in_force: bool,
    /// The units that it succeeds.
    pub predecessors: Vec<UnitIx>,
    /// The units that answer for it on the day.
    pub answering: Vec<UnitIx>,
    /// Whether `answering` says more than the unit and its successors do.
    pub is_answered_by_others: bool,
    /// The groups of which it is a member on the day.
    pub groups: Vec<GroupIx>,
    /// Its duties: those with work that `plan list --unit` finds.
    pub duties: AssignmentList<'p>,
}

/// A group of units.
#[derive(Debug)]
pub struct GroupPage<'p> {
    /// The group.
    pub group: &'p Group,
    /// The units that it stands for on the day.
    pub members: Vec<UnitIx>,
    /// Its duties: those that it leads, and those with work that `plan list --unit` finds.
    pub duties: AssignmentList<'p>,
}

impl<'p> UnitPage<'p> {
    pub(super) fn new(plan: &'p Plan, ix: UnitIx, as_of: AsOf) -> Self {
        let registry = &plan.registry;
        let unit = registry.unit(ix);
        let all = (0..registry.units.len()).map(UnitIx::new);
        let groups = (0..registry.groups.len()).map(GroupIx::new);
        let is_member = |group: &GroupIx| registry.unfold(&[Party::Group(*group)], as_of.day).contains(&ix);
        let answering = registry.answering(ix, as_of.day);
        Self {
            unit,
            is_in_force: unit.is_in_force(as_of.day),
            predecessors: all.filter(|other| registry.unit(*other).successors.contains(&ix)).collect(),
            is_answered_by_others: answering != [ix] && answering != unit.successors,
            answering,
            groups: groups.filter(is_member).collect(),
            duties: duties(plan, Party::Unit(ix), as_of),
        }
    }
}

impl<'p> GroupPage<'p> {
    pub(super) fn new(plan: &'p Plan, ix: GroupIx, as_of: AsOf) -> Self {
        Self {
            group: plan.registry.group(ix),
            members: plan.registry.unfold(&[Party::Group(ix)], as_of.day),
            duties: duties(plan, Party::Group(ix), as_of),
        }
    }
}

/// The duties of a unit or group; those that a group leads are among them even if they open no work.
fn duties(plan: &Plan, party: Party, as_of: AsOf) -> AssignmentList<'_> {
    let work = PartyWork::of(plan, party, as_of.day);
    let is_group = matches!(party, Party::Group(_));
    AssignmentList::with_work(
        plan,
        as_of,
        |assignment| is_group && assignment.lead.contains(&party),
        |item| work.has(item),
    )
}
