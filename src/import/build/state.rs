//! The plan so far, and the place in the tree of the document.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::block::Footnote;
use crate::import::plan::{Doubt, ImportedPlan};
use crate::import::units::UnitRegistry;
use crate::language::Message;

/// The builder of a plan.
pub(in crate::import) struct PlanBuilder<'b> {
    /// The plan so far.
    pub(in crate::import) plan: ImportedPlan,
    /// The units so far.
    pub(in crate::import) units: UnitRegistry,
    pub(super) footnotes: BTreeMap<&'b str, &'b Footnote>,
    pub(super) splits: bool,
    ids: BTreeSet<String>,
    /// The id of a unit that the document names as standing, and the task that does so.
    pub(in crate::import) standing: Option<String>,
}

/// The place in the tree of a document.
#[derive(Debug, Clone, Default)]
pub(super) struct BodyPath {
    pub(super) section: Option<String>,
    pub(super) places: Vec<String>,
    /// The units that lead everything below.
    pub(super) lead: Vec<String>,
    pub(super) is_goal: bool,
    pub(super) is_target: bool,
}

impl<'b> PlanBuilder<'b> {
    /// A builder over the footnotes of a document.
    pub(in crate::import) fn new(
        plan: ImportedPlan,
        units: UnitRegistry,
        footnotes: &'b [Footnote],
        splits: bool,
    ) -> Self {
        let footnotes = footnotes.iter().map(|note| (note.mark.as_str(), note)).collect();
        Self { plan, units, footnotes, splits, ids: BTreeSet::new(), standing: None }
    }

    /// An id that no entry has yet.
    pub(super) fn free(&mut self, id: &str) -> String {
        let mut free = id.to_owned();
        let mut number = 2;
        while !self.ids.insert(free.clone()) {
            free = format!("{id}_{number}");
            number += 1;
        }
        free
    }
}

/// A doubt with a fixed reason.
pub(super) fn doubt(key: &'static str, vi: &'static str, en: &'static str) -> Doubt {
    Doubt { key, reason: Message::fixed(vi, en) }
}
