//! Plans in the files of a file system, read and checked: what every command, and later an editor, asks.
//!
//! * [`Workspace::open`] reads the plans at some [`Location`]s of a [`FileSystem`] and checks each by itself and
//!   all together;
//! * [`Workspace::plans`] are its plans, valid or not, each with its number, a [`PlanIx`];
//! * [`Workspace::select`] takes a filter and gives the work items that it lets through, a [`Selection`];
//! * [`Workspace::deadline_basis`] is the period and calendar that words of a deadline are read against.
//!
//! Nothing here knows a command line or a terminal. What is wrong with plans is a diagnostic, what is wrong with
//! files a [`Failure`].

mod basis;
mod disk;
mod entry;
mod select;

pub use basis::{DeadlineBasis, DeadlineBasisError};
pub(crate) use disk::require_plain_file;
pub use disk::{DiskFileSystem, OutsideRootError};
pub use entry::{PlanEntry, PlanIx};
pub use select::{SelectedPlan, Selection};

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io;
use std::sync::Arc;

use crate::check;
use crate::date::Day;
use crate::diagnostic::{Diagnostic, Rule, Severity, TextEdit, quoted};
use crate::language::Message;
use crate::message;
use crate::model::Plan;
use crate::parse::rules::{DUPLICATE_PLAN, NO_PLAN};
use crate::parse::{Draft, Failure, FileSystem, LONG, Loaded, PlanFiles, load};
use crate::query;
use crate::span::{SourceId, Sources, Span, Spanned};
use crate::threads::Threads;

/// A place where plans are looked for.
#[derive(Clone)]
pub struct Location {
    /// The files below a root.
    pub files: Arc<dyn FileSystem>,
    /// A folder of plans, a plan's folder or any file of a plan, relative to the root; empty for the root itself.
    pub path: String,
}

impl Location {
    /// A path below the root of a file system.
    pub fn new(files: impl FileSystem + 'static, path: impl Into<String>) -> Self {
        Self { files: Arc::new(files), path: path.into() }
    }
}

/// How plans are checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckOptions {
    /// The day of the run in Vietnam: a report dated later is a slip. It is not the day asked about (`--as-of`).
    pub today: Day,
    /// Whether every warning that remains counts as an error (`--deny warnings`). Plans with warnings stay valid.
    pub deny_warnings: bool,
}

impl CheckOptions {
    /// Warnings stay warnings.
    pub fn new(today: Day) -> Self {
        Self { today, deny_warnings: false }
    }
}

/// The plans at some locations, read and checked.
#[derive(Debug)]
pub struct Workspace {
    sources: Sources,
    plans: Vec<PlanEntry>,
    /// The diagnostics of no single plan: on files before they are read as YAML, on ids that two plans share.
    shared: Vec<Diagnostic>,
    failures: Vec<Failure>,
    /// The files that hold no text.
    unreadable: Vec<SourceId>,
}

/// Fewer bytes are checked before another thread would have begun.
const FEW_BYTES: usize = 256 * 1024;

impl Workspace {
    /// Finds, reads and checks the plans at the locations.
    ///
    /// A plan that lies at several is read once. A location without a plan is a diagnostic, `no-plan`.
    pub fn open(locations: &[Location], options: CheckOptions) -> Self {
        let mut loaded = Loaded::default();
        for Location { files, path } in locations {
            load(files.as_ref(), path, &mut loaded);
        }
        let unreadable = loaded.unreadable();
        let Loaded { sources, plans, diagnostics, failures, .. } = loaded;
        let bytes: usize = sources.iter().map(|(_, source)| source.text().len()).sum();
        let threads = if bytes < FEW_BYTES { Threads::ONE } else { Threads::all() };
        let numbered: Vec<(PlanIx, PlanFiles)> = (0..).map(PlanIx::new).zip(plans).collect();
        let is_long = |(_, files): &(PlanIx, PlanFiles)| files.len(&sources) >= LONG;
        let plans = threads.share(&numbered, is_long, |(ix, files), threads| {
            entry::read(*ix, files.clone(), &sources, &unreadable, options, threads)
        });
        let mut workspace = Self { sources, plans, shared: diagnostics, failures, unreadable };
        workspace.judge_together(options);
        workspace
    }

    /// Adds a path that was asked for and cannot be read.
    pub fn fail(&mut self, path: impl Into<String>, error: io::Error) {
        self.failures.push(Failure { path: path.into(), error });
    }

    /// The files of all plans.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The plans, valid or not, in the order in which they were found.
    pub fn plans(&self) -> &[PlanEntry] {
        &self.plans
    }

    /// The plan of that number.
    ///
    /// # Panics
    /// With a number of another workspace.
    pub fn entry(&self, ix: PlanIx) -> &PlanEntry {
        &self.plans[ix.at()]
    }

    /// The plans without an error, in the order in which they were found.
    pub fn valid(&self) -> impl Iterator<Item = (PlanIx, &Plan)> {
        self.plans.iter().filter_map(|entry| Some((entry.ix(), entry.plan()?)))
    }

    /// The files and folders that could not be read.
    pub fn failures(&self) -> &[Failure] {
        &self.failures
    }

    /// All diagnostics, in the order of the files.
    ///
    /// A file that several plans include is read by each of them; a diagnostic on it comes once.
    pub fn diagnostics(&self) -> Vec<&Diagnostic> {
        let own = self.plans.iter().flat_map(PlanEntry::diagnostics);
        let mut all: Vec<&Diagnostic> = self.shared.iter().chain(own).collect();
        let key = |diagnostic: &Diagnostic| (diagnostic.span, diagnostic.rule.name);
        all.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message)));
        all.dedup_by(|a, b| key(a) == key(b) && a.message == b.message);
        all
    }

    /// Whether any diagnostic is an error.
    pub fn has_errors(&self) -> bool {
        let mut all = self.shared.iter().chain(self.plans.iter().flat_map(PlanEntry::diagnostics));
        all.any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// The fixes of all diagnostics, by file.
    pub fn fixes(&self) -> BTreeMap<SourceId, Vec<&TextEdit>> {
        let mut fixes: BTreeMap<SourceId, Vec<&TextEdit>> = BTreeMap::new();
        for fix in self.diagnostics().into_iter().filter_map(|diagnostic| diagnostic.fix.as_ref()) {
            fixes.entry(fix.span.source).or_default().push(fix);
        }
        fixes
    }

    /// The errors in the files of a plan.
    pub fn errors_of(&self, plan: &PlanEntry) -> Vec<&Diagnostic> {
        let files: HashSet<SourceId> = plan.sources().collect();
        let mut errors = self.diagnostics();
        errors.retain(|found| found.severity == Severity::Error && files.contains(&found.span.source));
        errors
    }

    /// The locations at which no plan was found, each as a diagnostic.
    pub fn without_plan(&self) -> Vec<&Diagnostic> {
        self.shared.iter().filter(|diagnostic| diagnostic.rule == &NO_PLAN).collect()
    }

    /// The files of a plan as far as they can be read, and the diagnostics on their form.
    pub fn draft(&self, plan: PlanIx) -> (Draft<'_>, Vec<Diagnostic>) {
        self.draft_on(plan, 1)
    }

    /// The same, read by a number of threads; the result does not depend on it.
    pub fn draft_on(&self, plan: PlanIx, threads: usize) -> (Draft<'_>, Vec<Diagnostic>) {
        self.entry(plan).draft(&self.sources, &self.unreadable, Threads::new(threads))
    }

    /// What no plan can be asked by itself: ids that are taken, errors in files that others share.
    fn judge_together(&mut self, options: CheckOptions) {
        duplicate_ids(&self.plans, &mut self.shared);
        let errors = self.shared.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        let errors = errors.map(|error| error.span.source);
        let broken: HashSet<SourceId> =
            errors.chain(self.plans.iter().flat_map(PlanEntry::broken).copied()).collect();
        for plan in &mut self.plans {
            plan.judge(&broken);
        }
        if options.deny_warnings {
            for diagnostic in &mut self.shared {
                diagnostic.severity = Severity::Error;
            }
        }
    }
}

/// Every rule of the program, by name: those of plans and those of filters.
pub fn rules() -> Vec<&'static Rule> {
    let mut rules: Vec<&Rule> = check::RULES.iter().chain(&query::rules::RULES).copied().collect();
    rules.sort_by_key(|rule| rule.name);
    rules
}

/// Reports every plan whose id an earlier one has.
fn duplicate_ids(plans: &[PlanEntry], found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<&str, Span> = HashMap::new();
    for Spanned { value: id, span } in plans.iter().filter_map(PlanEntry::spanned_id) {
        if let Some(first) = seen.get(id) {
            let name = quoted(id);
            found.push(
                Diagnostic::new(
                    &DUPLICATE_PLAN,
                    span,
                    message!("mã kế hoạch {name} đã dùng", "the plan id {name} is taken"),
                )
                .related(*first, Message::fixed("dùng lần đầu ở đây", "first used here")),
            );
        } else {
            seen.insert(id, span);
        }
    }
}
