//! From a place in a file to the entry of a plan that stands there, and from an entity to its place.

use super::open::Workspace;
use crate::model::{EntityIx, Plan, PlanIx, entities};
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
    /// The bytes of the entry.
    pub span: Span,
    /// The entity of the plan; none for an entry without an id, such as a report, and in a plan with errors.
    pub entity: Option<EntityIx>,
}

impl Workspace {
    /// Returns the entries that stand at a byte offset of a file: one for each plan that has the file.
    ///
    /// The plans are read again: for an editor's questions, not for every entry of a plan.
    pub fn entry_at(&self, source: SourceId, offset: usize) -> Vec<EntryPlace> {
        let concerned = self.plans().iter().filter(|entry| entry.sources().any(|file| file == source));
        let is_there = |entry: &&Entry<'_>| {
            let span = entry.span();
            span.source == source && (span.start as usize..=span.end as usize).contains(&offset)
        };
        let mut found = Vec::new();
        for plan in concerned {
            let (draft, _) = self.draft(plan.ix());
            for list in LISTS.keys.iter().map(|key| key.key) {
                let entry = draft.list(list).iter().rfind(is_there);
                found.extend(entry.map(|entry| EntryPlace {
                    plan: plan.ix(),
                    list,
                    span: entry.span(),
                    entity: plan.plan().and_then(|plan| entity_at(plan, entry.place())),
                }));
            }
        }
        found
    }

    /// Returns the place of an entity's id, or of the first key of an entry without one; none in a plan with errors.
    pub fn place_of(&self, plan: PlanIx, entity: EntityIx) -> Option<Span> {
        self.entry(plan).plan().map(|plan| entity.place(plan))
    }
}

/// Returns the entity whose entry is named at a place.
fn entity_at(plan: &Plan, place: Span) -> Option<EntityIx> {
    entities(plan).map(|(_, entity)| entity).find(|entity| entity.place(plan) == place)
}
