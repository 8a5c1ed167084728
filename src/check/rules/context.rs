//! Input of the rules on a whole plan.

use crate::check::lower::PlanDoubts;
use crate::date::Day;
use crate::diagnostic::Rule;
use crate::model::Plan;
use crate::parse::{Draft, Key, SkippedPart};
use crate::span::Sources;
use crate::threads::Threads;

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
    /// The threads that a check may use beside those of other checks.
    pub(crate) threads: Threads,
}

impl RuleContext<'_> {
    /// Returns true if a part that could not be read may hold an entry of one of some lists, with this word; with
    /// any words if it is empty.
    pub(crate) fn lost(&self, lists: &[Key], word: &str) -> bool {
        let holds = |part: &&SkippedPart| part.is_whole_list || has_word(self.sources.slice(part.span), word);
        let mut skipped = self.draft.skipped.iter().filter(|part| part.may_be_of(lists));
        self.draft.lost_file || skipped.any(|part| holds(&part))
    }
}

/// Returns true if a text has a word that is no part of a longer one.
fn has_word(text: &str, word: &str) -> bool {
    let is_sign = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    word.is_empty()
        || text
            .match_indices(word)
            .any(|(at, _)| !text[..at].ends_with(is_sign) && !text[at + word.len()..].starts_with(is_sign))
}
