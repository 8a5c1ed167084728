//! Input of the rules on a whole plan.

use crate::check::lower::PlanDoubts;
use crate::date::Day;
use crate::diagnostic::Rule;
use crate::model::Plan;
use crate::parse::{Draft, Key};
use crate::span::Sources;

/// A plan as far as it could be read and lowered.
pub(crate) struct RuleContext<'c> {
    /// The files.
    pub(crate) sources: &'c Sources,
    /// The contents of the files.
    pub(crate) draft: &'c Draft<'c>,
    /// The plan. Its entries, wrong ones included, are in the order of the draft.
    pub(crate) plan: &'c Plan,
    /// The day of the run in Vietnam.
    pub(crate) today: Day,
    /// The parts of the plan that reported faults leave uncertain.
    pub(in crate::check) doubts: &'c PlanDoubts,
    /// All rules of plans.
    pub(crate) rules: &'static [&'static Rule],
}

impl RuleContext<'_> {
    /// Returns true if a part that could not be read may hold an entry with this key.
    pub(crate) fn lost(&self, key: Key) -> bool {
        let holds = |text: &str| text.contains(key.name());
        self.draft.lost_file || self.draft.skipped.iter().any(|span| holds(self.sources.slice(*span)))
    }
}
