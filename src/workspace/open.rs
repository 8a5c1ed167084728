//! The plans at some locations, read and checked.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io;

use super::entry::{self, PlanEntry};
use super::load::{Failure, Loaded, load};
use super::options::{CheckOptions, Location};
use super::overlay::OverlayFileSystem;
use crate::diagnostic::{Diagnostic, Severity, TextEdit, quoted};
use crate::language::Message;
use crate::message;
use crate::model::{Plan, PlanIx};
use crate::parse::rules::{DUPLICATE_PLAN, NO_PLAN, UNREAD_FILE};
use crate::parse::{Draft, LONG, PlanFiles};
use crate::query::Filter;
use crate::span::{SourceId, Sources, Span, Spanned};
use crate::threads::Threads;

/// The plans at some locations, read and checked.
#[derive(Debug)]
pub struct Workspace {
    pub(super) sources: Sources,
    pub(super) plans: Vec<PlanEntry>,
    /// The diagnostics on files before they are read as YAML, and on locations without a plan.
    pub(super) loading: Vec<Diagnostic>,
    /// The diagnostics on ids that several plans have.
    duplicates: Vec<Diagnostic>,
    /// The diagnostics on comments that suppress nothing in any of the plans that have their file.
    unused_allows: Vec<Diagnostic>,
    pub(super) failures: Vec<Failure>,
    /// The number of failures that [`fail`](Self::fail) added.
    pub(super) added_failures: usize,
    /// The files that hold no text.
    unreadable: Vec<SourceId>,
    /// The files that were opened, by their paths from the current folder; none for one that could not be read.
    pub(super) opened: HashMap<String, Option<SourceId>>,
    pub(super) locations: Vec<Location>,
    /// The texts that stand for those of the files, by path from the current folder.
    pub(super) buffers: BTreeMap<String, Option<String>>,
    options: CheckOptions,
}

/// Fewer bytes are checked before another thread would have begun.
const FEW_BYTES: usize = 256 * 1024;

impl Workspace {
    /// Finds, reads and checks the plans at the locations.
    ///
    /// A plan that lies at several is read once. A location without a plan is a diagnostic, `no-plan`.
    pub fn open(locations: &[Location], options: CheckOptions) -> Self {
        Self::open_with(locations.to_vec(), BTreeMap::new(), options)
    }

    /// The same with the texts of an editor's buffers in place of those of their files.
    pub(super) fn open_with(
        locations: Vec<Location>,
        buffers: BTreeMap<String, Option<String>>,
        options: CheckOptions,
    ) -> Self {
        let mut loaded = Loaded::default();
        for location in &locations {
            let files = location.files.as_ref();
            if buffers.is_empty() {
                load(files, location, &mut loaded);
            } else {
                load(&OverlayFileSystem::new(files, &buffers), location, &mut loaded);
            }
        }
        let unreadable = loaded.unreadable();
        let Loaded { sources, plans, diagnostics, failures, opened, .. } = loaded;
        let numbered: Vec<(PlanIx, PlanFiles)> = (0..).map(PlanIx::new).zip(plans).collect();
        let mut workspace = Self {
            sources,
            plans: Vec::new(),
            loading: diagnostics,
            duplicates: Vec::new(),
            unused_allows: Vec::new(),
            failures,
            added_failures: 0,
            unreadable,
            opened,
            locations,
            buffers,
            options,
        };
        if options.deny_warnings {
            workspace.loading.iter_mut().for_each(|diagnostic| diagnostic.severity = Severity::Error);
        }
        workspace.plans = workspace.check(&numbered);
        workspace.judge_together();
        workspace
    }

    /// Reads and checks some plans, each by itself.
    pub(super) fn check(&self, plans: &[(PlanIx, PlanFiles)]) -> Vec<PlanEntry> {
        let bytes: usize = plans.iter().map(|(_, files)| files.len(&self.sources)).sum();
        let threads = if bytes < FEW_BYTES { Threads::ONE } else { Threads::all() };
        let is_long = |(_, files): &(PlanIx, PlanFiles)| files.len(&self.sources) >= LONG;
        threads.share(plans, is_long, |(ix, files), threads| {
            entry::read(*ix, files.clone(), &self.sources, &self.unreadable, self.options, threads)
        })
    }

    /// Returns the options of checking the plans.
    pub fn options(&self) -> CheckOptions {
        self.options
    }

    /// Adds a path that was asked for and cannot be read.
    pub fn fail(&mut self, path: impl Into<String>, error: io::Error) {
        self.failures.push(Failure { path: path.into(), error });
        self.added_failures += 1;
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
        self.diagnostics_where(|_| true)
    }

    /// Returns true if any diagnostic is an error.
    pub fn has_errors(&self) -> bool {
        self.all().any(|diagnostic| diagnostic.severity == Severity::Error)
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
        self.diagnostics_where(|found| {
            found.severity == Severity::Error && files.contains(&found.span.source)
        })
    }

    /// The locations at which no plan was found, each as a diagnostic.
    pub fn without_plan(&self) -> Vec<&Diagnostic> {
        self.loading.iter().filter(|diagnostic| diagnostic.rule == &NO_PLAN).collect()
    }

    /// Returns the diagnostics of files that look like those of a plan and are not read: in the folders of the
    /// plans that a filter asks for, and outside of plans.
    pub fn unread(&self, filter: &Filter) -> Vec<&Diagnostic> {
        let asked = self.plans.iter().filter(|entry| entry.id().is_none_or(|id| filter.selects_id(id)));
        let found = self.loading.iter().chain(asked.flat_map(PlanEntry::diagnostics));
        found.filter(|diagnostic| diagnostic.rule == &UNREAD_FILE).collect()
    }

    /// The files of a plan as far as they can be read, and the diagnostics on their form.
    pub fn draft(&self, plan: PlanIx) -> (Draft<'_>, Vec<Diagnostic>) {
        self.draft_on(plan, 1)
    }

    /// The same, read by a number of threads; the result does not depend on it.
    pub fn draft_on(&self, plan: PlanIx, threads: usize) -> (Draft<'_>, Vec<Diagnostic>) {
        self.entry(plan).draft(&self.sources, &self.unreadable, Threads::new(threads))
    }

    /// Checks the plans together: ids that are taken, errors in files that others share.
    pub(super) fn judge_together(&mut self) {
        self.duplicates = duplicate_ids(&self.plans);
        self.unused_allows = unused_allows(&self.plans);
        let of_plans = self.plans.iter().flat_map(PlanEntry::broken).copied();
        let errors = self.shared().filter(|diagnostic| diagnostic.severity == Severity::Error);
        let broken: HashSet<SourceId> = errors.map(|error| error.span.source).chain(of_plans).collect();
        for plan in &mut self.plans {
            plan.judge(&broken, &self.loading);
        }
    }

    /// The diagnostics that a condition holds for, each once, in the order of the files.
    fn diagnostics_where(&self, is_asked: impl Fn(&Diagnostic) -> bool) -> Vec<&Diagnostic> {
        let mut found: Vec<&Diagnostic> = self.all().filter(|diagnostic| is_asked(diagnostic)).collect();
        let key = |diagnostic: &Diagnostic| (diagnostic.span, diagnostic.rule.name);
        found.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message)));
        found.dedup_by(|a, b| key(a) == key(b) && a.message == b.message);
        found
    }

    /// All diagnostics, in no order; those on a file that several plans include come several times.
    fn all(&self) -> impl Iterator<Item = &Diagnostic> {
        self.shared().chain(&self.unused_allows).chain(self.plans.iter().flat_map(PlanEntry::diagnostics))
    }

    /// The diagnostics of no single plan.
    fn shared(&self) -> impl Iterator<Item = &Diagnostic> {
        self.loading.iter().chain(&self.duplicates)
    }
}

/// Returns the diagnostics on comments that suppress nothing in all plans that have their file.
fn unused_allows(plans: &[PlanEntry]) -> Vec<Diagnostic> {
    let mut counts: HashMap<Span, (usize, &Diagnostic)> = HashMap::new();
    for unused in plans.iter().filter_map(PlanEntry::unused_allows).flatten() {
        counts.entry(unused.span).or_insert((0, unused)).0 += 1;
    }
    let of_file = |file: SourceId| plans.iter().filter(|plan| plan.sources().any(|own| own == file)).count();
    let everywhere = counts.into_values().filter(|(count, unused)| *count == of_file(unused.span.source));
    let mut unused: Vec<Diagnostic> = everywhere.map(|(_, unused)| unused.clone()).collect();
    unused.sort_by_key(|unused| unused.span);
    unused
}

/// Reports every plan whose id an earlier one has.
fn duplicate_ids(plans: &[PlanEntry]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
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
    found
}
