//! Families of rules.

use super::context::RuleContext;
use crate::diagnostic::{Diagnostic, Rule};

/// A check of a whole plan for the rules of a family.
pub(crate) type PlanCheck = fn(&RuleContext<'_>, &mut Vec<Diagnostic>);

/// The rules of one file and their checks.
pub(crate) struct RuleFamily {
    /// The rules.
    pub(crate) rules: &'static [&'static Rule],
    /// The checks of a plan that find errors; none if the faults are found while a plan is read or lowered.
    pub(crate) checks: &'static [PlanCheck],
    /// The checks of a plan that find warnings alone: a report on plans shows none of them.
    pub(crate) lints: &'static [PlanCheck],
}
