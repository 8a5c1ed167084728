//! Work items: one unit's duty for one occurrence of an assignment. Source: docs/status.md.
//!
//! The work items of a plan follow from the plan alone, not from a day. From day to day only the units that
//! answer for them change, and their status.

use super::index::{AssignmentIx, GroupIx, UnitIx};

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
