//! The plan so far, and the place in the tree of the document.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::block::{Footnote, SourceGrid};
use crate::import::free_id::free_id;
use crate::import::plan::{Doubt, ImportedPlan};
use crate::import::units::UnitRegistry;
use crate::import::when::DueReader;
use crate::language::Message;

/// The builder of a plan.
pub(in crate::import) struct PlanBuilder<'b> {
    /// The plan so far.
    pub(in crate::import) plan: ImportedPlan,
    /// The units so far.
    pub(in crate::import) units: UnitRegistry,
    pub(super) footnotes: BTreeMap<&'b str, &'b Footnote>,
    pub(super) splits: bool,
    /// The reader of deadlines in the plan's period.
    pub(in crate::import) due: DueReader,
    /// The ids of all entries so far.
    pub(in crate::import) ids: BTreeSet<String>,
    /// The tables of the body, with their sections and places.
    pub(in crate::import) tables: Vec<BodyTable>,
    /// The id of a unit that the document names as standing, and the task that does so.
    pub(in crate::import) standing: Option<String>,
}

/// A table of the body.
pub(in crate::import) struct BodyTable {
    /// The section in which it stands.
    pub(in crate::import) section: Option<String>,
    /// The place of the section in words.
    pub(in crate::import) source: String,
    /// The table.
    pub(in crate::import) grid: SourceGrid,
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
    /// True below a heading that says who answers for what.
    pub(super) is_duty: bool,
}

impl<'b> PlanBuilder<'b> {
    /// A builder over the footnotes of a document.
    pub(in crate::import) fn new(
        plan: ImportedPlan,
        units: UnitRegistry,
        footnotes: &'b [Footnote],
        splits: bool,
    ) -> Self {
        let due = DueReader::new(&plan.header.period, plan.header.school_year);
        let mut builder = Self {
            plan,
            units,
            footnotes: BTreeMap::new(),
            splits,
            due,
            ids: BTreeSet::new(),
            tables: Vec::new(),
            standing: None,
        };
        builder.take_footnotes(footnotes);
        builder
    }

    /// Takes the footnotes of the file that is read next.
    pub(in crate::import) fn take_footnotes(&mut self, footnotes: &'b [Footnote]) {
        self.footnotes = footnotes.iter().map(|note| (note.mark.as_str(), note)).collect();
    }

    /// An id that no entry has yet.
    pub(super) fn free(&mut self, id: &str) -> String {
        free_id(&mut self.ids, id, '_')
    }
}

/// A doubt with a fixed reason.
pub(super) fn doubt(key: &'static str, vi: &'static str, en: &'static str) -> Doubt {
    Doubt { key, reason: Message::fixed(vi, en) }
}
