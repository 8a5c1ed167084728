//! A plan as what can be there already: its entries by their letters, its ids, its units.

use std::collections::BTreeSet;

use crate::import::clean::letters;
use crate::import::division::annex_number_in;
use crate::import::free_id::{free_id, next_id};
use crate::import::source::KnownUnit;
use crate::model::{OwnType, Party, Plan, PlanIx, Provisions};
use crate::parse::Key;
use crate::span::SourceId;
use crate::workspace::Workspace;

/// An entry of a plan.
#[derive(Debug, Clone, Default)]
pub(super) struct KnownEntry {
    pub(super) id: String,
    /// The title.
    pub(super) title: String,
    /// The letters of its words.
    pub(super) letters: String,
    pub(super) kind: KnownKind,
    /// The units that lead by its own words.
    pub(super) lead: Vec<String>,
    /// The deadline in its own words.
    pub(super) due: Option<String>,
    pub(super) source: SourceId,
}

/// A kind of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum KnownKind {
    #[default]
    Task,
    Row,
    Target,
}

/// A plan that something joins.
pub(super) struct KnownPlan<'p> {
    pub(super) plan: &'p Plan,
    pub(super) entries: Vec<KnownEntry>,
    /// The ids of all its entries; new ones are added as they are given.
    pub(super) ids: BTreeSet<String>,
    /// True if work that names nobody has a lead by the plan's own defaults.
    pub(super) has_default: bool,
    /// The numbers of the annexes that its entries name as their source.
    annexes: BTreeSet<u32>,
    /// The letters of its tasks, one behind the other: a bullet may have become several.
    tasks: String,
    /// The letters of its files, comments included.
    files: Vec<String>,
}

impl<'p> KnownPlan<'p> {
    pub(super) fn new(workspace: &'p Workspace, ix: PlanIx, plan: &'p Plan) -> Self {
        let of_work = |id: &str, title: &str, kind, provisions: &Provisions| KnownEntry {
            id: id.to_owned(),
            title: title.to_owned(),
            letters: letters(provisions.text.as_deref().unwrap_or(title)),
            kind,
            lead: ids(plan, &provisions.lead),
            due: provisions.due.as_deref().map(str::to_owned),
            source: provisions.place.source,
        };
        let tasks =
            plan.tasks.iter().map(|task| of_work(&task.id, &task.title, KnownKind::Task, &task.provisions));
        let rows = plan.rows.iter().map(|row| {
            let own = row.title.clone().or(row.task.map(|task| plan.task(task).title.clone()));
            of_work(&row.id, &own.unwrap_or_default(), KnownKind::Row, &row.provisions)
        });
        let targets = plan.targets.iter().map(|target| KnownEntry {
            id: target.id.clone(),
            title: target.title.clone(),
            letters: letters(&target.title),
            kind: KnownKind::Target,
            lead: ids(plan, &target.lead),
            due: None,
            source: target.place.source,
        });
        let of_work = plan.tasks.iter().map(|task| task.provisions.source.as_deref());
        let of_rows = plan.rows.iter().map(|row| row.provisions.source.as_deref());
        let of_targets = plan.targets.iter().map(|target| target.source.as_deref());
        let named = of_work.chain(of_rows).chain(of_targets).flatten().filter_map(annex_number_in);
        let annexes = named.collect();
        let entries: Vec<KnownEntry> = tasks.chain(rows).chain(targets).collect();
        let sections = plan.sections.iter().map(|section| section.id.clone());
        let goals = plan.goals.iter().map(|goal| goal.id.clone());
        let sources = workspace.entry(ix).sources();
        let (draft, _) = workspace.draft(ix);
        let defaults = draft.header.map(Key::Defaults);
        Self {
            plan,
            annexes,
            ids: entries.iter().map(|entry| entry.id.clone()).chain(sections).chain(goals).collect(),
            has_default: defaults.is_some_and(|defaults| defaults.many(Key::Lead).next().is_some()),
            tasks: plan
                .goals
                .iter()
                .map(|goal| letters(&goal.title))
                .chain(
                    entries
                        .iter()
                        .filter(|entry| entry.kind == KnownKind::Task)
                        .map(|entry| entry.letters.clone()),
                )
                .collect(),
            files: sources.map(|source| letters(workspace.sources().get(source).text())).collect(),
            entries,
        }
    }

    /// The units and groups, by their names.
    pub(super) fn units(&self) -> Vec<KnownUnit> {
        let registry = &self.plan.registry;
        let unit = |party: Party| {
            let aliases = match party {
                Party::Unit(unit) => registry.unit(unit).aliases.clone(),
                Party::Group(_) => Vec::new(),
            };
            let names = std::iter::once(registry.name(party).to_owned()).chain(aliases).collect();
            KnownUnit { id: registry.id(party).to_owned(), names }
        };
        registry.parties().map(unit).collect()
    }

    /// The keys and titles of the own columns; a column that is not of words has no title, so that none is taken for it.
    pub(super) fn columns(&self) -> Vec<(String, String)> {
        let column = |column: &crate::model::OwnColumn| {
            let title = if column.own_type == OwnType::Text { column.title.clone() } else { String::new() };
            (column.key.clone(), title)
        };
        (0..self.plan.columns.len())
            .map(|at| column(self.plan.column(crate::model::ColumnIx::new(at))))
            .collect()
    }

    /// Returns true if the tasks and goals of the plan have these words one behind the other.
    pub(super) fn has_work(&self, words: &str) -> bool {
        // Short words may stand in any sentence.
        const SHORTEST: usize = 40;
        let letters = letters(words);
        letters.chars().count() >= SHORTEST && self.tasks.contains(&letters)
    }

    /// Returns true if the files of the plan have these words, be it in a comment.
    pub(super) fn has_words(&self, words: &str) -> bool {
        let letters = letters(words);
        self.files.iter().any(|file| file.contains(&letters))
    }

    /// An id that no entry has, which is then taken.
    pub(super) fn free(&mut self, id: &str) -> String {
        free_id(&mut self.ids, id, '_')
    }

    /// The first of some ids with a number that no entry has, which is then taken.
    pub(super) fn next(&mut self, id: impl Fn(usize) -> String) -> String {
        next_id(&mut self.ids, 1, id)
    }

    /// Returns true if no entry is of the annex with a number.
    pub(super) fn is_free_annex(&self, number: u32) -> bool {
        self.is_free(&format!("PL{number}")) && !self.annexes.contains(&number)
    }

    /// Returns true if no entry has an id that begins with a root: `PL3`, `PL3-01`, `PL3.I`.
    pub(super) fn is_free(&self, root: &str) -> bool {
        !self.ids.iter().any(|id| rest_of(id, root).is_some())
    }
}

/// The part of an id behind its root.
pub(super) fn rest_of<'i>(id: &'i str, root: &str) -> Option<&'i str> {
    id.strip_prefix(root).filter(|rest| rest.is_empty() || rest.starts_with(['-', '.', '_']))
}

fn ids(plan: &Plan, parties: &[Party]) -> Vec<String> {
    parties.iter().map(|party| plan.registry.id(*party).to_owned()).collect()
}
