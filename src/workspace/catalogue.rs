//! The plans at some locations by their heads, to be opened one after the other.

use std::collections::HashMap;

use super::area::PlanArea;
use super::entry::PlanEntry;
use super::load::{Failure, Loaded, survey};
use super::open::Workspace;
use super::options::{CheckOptions, Location};
use crate::diagnostic::Diagnostic;
use crate::model::{Plan, PlanIx};
use crate::parse::Key;
use crate::parse::rules::{NO_PLAN, UNREAD_FILE};
use crate::span::Sources;

/// The plans at some locations: their ids and areas only, so that it holds a nation's.
#[derive(Debug)]
pub struct Catalogue {
    plans: Vec<PlanHead>,
    sources: Sources,
    diagnostics: Vec<Diagnostic>,
    failures: Vec<Failure>,
}

/// The head of a plan that can be opened.
#[derive(Debug, Clone)]
pub struct PlanHead {
    /// The area under which it is filed.
    pub area: PlanArea,
    /// The id, as far as it can be read.
    pub id: Option<String>,
    /// The length of its files together, in bytes.
    pub bytes: usize,
    /// The main file.
    location: Location,
    /// The main file of the first plan with the same id.
    first: Option<Location>,
}

/// A plan that was opened by itself.
#[derive(Debug)]
pub struct CataloguedPlan {
    /// The workspace that it is alone in, or with the plan whose id it repeats.
    pub workspace: Workspace,
    ix: Option<PlanIx>,
    area: PlanArea,
    id: Option<String>,
}

impl Catalogue {
    /// Finds the plans at the locations, in the order of their areas, ids and paths.
    ///
    /// `seen` is called with each plan that was found.
    pub fn find(locations: &[Location], mut seen: impl FnMut(&PlanHead)) -> Self {
        let mut found = Loaded::default();
        let mut plans: Vec<PlanHead> = Vec::new();
        let mut first: HashMap<String, Location> = HashMap::new();
        for location in locations {
            let files = &location.files;
            survey(files.as_ref(), location, &mut found, &mut |main, plan, loaded| {
                let (sources, unreadable) = (&loaded.sources, loaded.unreadable());
                let words = |key| plan.top_words(sources, &unreadable, key);
                let id = words(Key::Plan).and_then(|words| words.into_iter().next());
                let location = Location { path: main.to_owned(), ..location.clone() };
                let head = PlanHead {
                    area: PlanArea::of(words(Key::Area).as_deref(), main),
                    bytes: plan.len(sources),
                    first: id.as_ref().and_then(|id| first.get(id)).cloned(),
                    location,
                    id,
                };
                if let (Some(id), None) = (&head.id, &head.first) {
                    first.insert(id.clone(), head.location.clone());
                }
                seen(&head);
                plans.push(head);
            });
        }
        plans.sort_by(|a, b| a.key().cmp(&b.key()));
        let Loaded { sources, diagnostics, failures, .. } = found;
        Self { plans, sources, diagnostics, failures }
    }

    /// The plans, valid or not, in the order of their areas, ids and paths.
    pub fn plans(&self) -> &[PlanHead] {
        &self.plans
    }

    /// The files outside of plans that have a diagnostic.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The folders that could not be read.
    pub fn failures(&self) -> &[Failure] {
        &self.failures
    }

    /// The locations at which no plan was found, each as a diagnostic.
    pub fn without_plan(&self) -> Vec<&Diagnostic> {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.rule == &NO_PLAN).collect()
    }

    /// The files outside of plans that look like those of a plan and are not read.
    pub fn unread(&self) -> Vec<&Diagnostic> {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.rule != &NO_PLAN).collect()
    }
}

impl PlanHead {
    /// Opens and checks the plan.
    pub fn open(&self, options: CheckOptions) -> CataloguedPlan {
        let locations: Vec<Location> = self.first.iter().chain([&self.location]).cloned().collect();
        let workspace = Workspace::open(&locations, options);
        let is_it = |entry: &&PlanEntry| {
            let main = workspace.sources().get(entry.main());
            main.full_path() == format!("{}{}", self.location.files.base(), self.location.path)
        };
        let ix = workspace.plans().iter().find(is_it).map(PlanEntry::ix);
        CataloguedPlan { ix, workspace, area: self.area.clone(), id: self.id.clone() }
    }

    /// The path of its main file from the current folder, as people write it.
    pub fn path(&self) -> String {
        self.location.files.shown_path(&self.location.path)
    }

    fn key(&self) -> (&PlanArea, &Option<String>, &str, &str) {
        (&self.area, &self.id, self.location.files.base(), &self.location.path)
    }
}

impl CataloguedPlan {
    /// The plan with its diagnostics; none if its main file is gone.
    pub fn entry(&self) -> Option<&PlanEntry> {
        Some(self.workspace.entry(self.ix?))
    }

    /// The plan, if it has no error.
    pub fn plan(&self) -> Option<&Plan> {
        self.entry()?.plan()
    }

    /// The path of its main file below the root.
    pub fn path(&self) -> &str {
        self.entry().map_or("", |entry| self.workspace.sources().get(entry.main()).path())
    }

    /// The files in its folder that look like its own and are not read.
    pub fn unread(&self) -> Vec<&Diagnostic> {
        let found = self.entry().into_iter().flat_map(PlanEntry::diagnostics);
        found.filter(|diagnostic| diagnostic.rule == &UNREAD_FILE).collect()
    }

    /// Returns true if its files are no longer those that the catalogue has seen.
    pub fn has_changed(&self) -> bool {
        let now = self.plan().map(|plan| (PlanArea::of(plan.area.as_deref(), self.path()), Some(&plan.id)));
        now.is_some_and(|(area, id)| area != self.area || id != self.id.as_ref())
    }
}
