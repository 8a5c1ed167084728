//! Parts of a plan that a reported fault leaves uncertain.

use std::collections::HashSet;

/// Parts of a plan that a reported fault leaves uncertain: their consequences are not reported as well.
#[derive(Debug, Default)]
pub(in crate::check) struct PlanDoubts {
    /// Positions of groups with an uncertain set of units: the group, a group in it or a unit is wrong.
    pub(in crate::check) groups: HashSet<usize>,
    /// True if a school year is wrong: deadlines that need one are open for this reason.
    pub(in crate::check) school_years: bool,
    /// Positions of assignments with an uncertain lead.
    pub(in crate::check) assignments: HashSet<usize>,
    /// Positions of assignments with an uncertain deadline.
    pub(in crate::check) deadlines: HashSet<usize>,
}
