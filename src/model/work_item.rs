//! Work items: one unit's duty for one occurrence of an assignment. Source: docs/status.md.
//!
//! The work items of a plan depend on the plan alone. Their status and the units that answer for them depend
//! on the day as well.

use super::index::{AssignmentIx, GroupIx, UnitIx};

/// The holder of a work item when it was opened, the permanent part of its key.
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
    /// The assignment.
    pub assignment: AssignmentIx,
    /// The holder when it was opened.
    pub holder: Holder,
    /// The number of the deadline's occurrence; none for a continuous or undated assignment.
    pub occurrence: Option<u32>,
    /// The reports about it, as indexes of `Plan::reports`, in the order in which they count.
    pub reports: Vec<u32>,
    /// The changes that apply to it, as indexes of `Plan::changes`, in the order of their dates.
    pub changes: Vec<u32>,
}
