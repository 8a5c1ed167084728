//! From a place in a file to the entry of a plan that stands there, and back.

use super::open::Workspace;
use crate::model::PlanIx;
use crate::parse::format::LISTS;
use crate::parse::{Entry, Key};
use crate::span::{SourceId, Span};

/// An entry of a list of a plan: a task, a unit, a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryPlace {
    /// The plan.
    pub plan: PlanIx,
    /// The list, such as [`Key::Tasks`].
    pub list: Key,
    /// The place of the entry in the list of the plan's draft: the entries of all its files, in their order.
    pub at: usize,
}

impl Workspace {
    /// The entries that stand at a byte offset of a file: one for each plan that has the file.
    ///
    /// The plans are read again: for an editor's questions, not for every entry of a plan.
    pub fn entry_at(&self, source: SourceId, offset: usize) -> Vec<EntryPlace> {
        let concerned = self.plans().iter().filter(|plan| plan.sources().any(|file| file == source));
        let is_there = |entry: &Entry<'_>| {
            let span = entry.span();
            span.source == source && (span.start as usize..=span.end as usize).contains(&offset)
        };
        let mut found = Vec::new();
        for plan in concerned {
            let (draft, _) = self.draft(plan.ix());
            for list in LISTS.keys.iter().map(|key| key.key) {
                let at = draft.list(list).iter().rposition(is_there);
                found.extend(at.map(|at| EntryPlace { plan: plan.ix(), list, at }));
            }
        }
        found
    }

    /// The file and the bytes of an entry; none if the plan has no such entry.
    pub fn place_of(&self, entry: EntryPlace) -> Option<Span> {
        let (draft, _) = self.draft(entry.plan);
        draft.list(entry.list).get(entry.at).map(Entry::span)
    }
}
