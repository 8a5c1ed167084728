//! The occurrences that reports and changes name, by their labels or in words (`Quý II`, `tháng 6`).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::model::{AssignmentIx, LabelIndex, Plan};
use crate::parse::{Entry, Key};
use crate::span::Spanned;

/// The labels of the occurrences of each assignment that an entry named in words.
#[derive(Default)]
pub(super) struct PeriodWords(Mutex<HashMap<AssignmentIx, Arc<LabelIndex>>>);

/// A period as an entry names it, with the label of the occurrence that is meant; the words themselves if there is
/// none.
pub(super) struct NamedPeriod<'e> {
    pub(super) words: Spanned<&'e str>,
    pub(super) label: String,
}

impl PeriodWords {
    /// Returns the periods that an entry names for an assignment.
    pub(super) fn named<'e>(
        &self,
        plan: &Plan,
        assignment: AssignmentIx,
        entry: &'e Entry<'_>,
    ) -> Vec<NamedPeriod<'e>> {
        let label = |words: &str| self.label(plan, assignment, words);
        let periods = entry.many(Key::Period);
        periods.map(|words| NamedPeriod { words, label: label(words.value) }).collect()
    }

    fn label(&self, plan: &Plan, assignment: AssignmentIx, words: &str) -> String {
        let deadline = &plan.assignment(assignment).deadline;
        let all = || deadline.before_issue.iter().chain(deadline.occurrences.iter());
        if all().any(|occurrence| occurrence.label.as_deref() == Some(words)) {
            return words.to_owned();
        }
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let index = known.entry(assignment).or_insert_with(|| LabelIndex::of(plan, all()).into());
        index.find(plan, words).unwrap_or(words).to_owned()
    }
}
