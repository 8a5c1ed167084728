//! One plan of a workspace: its files, the plan if it is valid, and its diagnostics.

use std::collections::HashSet;

use super::options::CheckOptions;
use crate::check::{LeftOutEntry, broken_files, check};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Plan, PlanIx};
use crate::parse::{Draft, Key, PlanFiles};
use crate::span::{SourceId, Sources, Spanned};
use crate::threads::Threads;

/// A plan of a workspace.
#[derive(Debug)]
pub struct PlanEntry {
    ix: PlanIx,
    pub(super) files: PlanFiles,
    id: Option<Spanned<String>>,
    /// The plan, if nothing in it is wrong by itself.
    plan: Option<Plan>,
    /// True if an error of another plan, or of a file it shares, makes it invalid.
    pub(super) spoilt: bool,
    /// The reports, changes and results that the plan lacks because of their errors.
    left_out: Vec<LeftOutEntry>,
    /// The files with an error in their form that leaves out the plan.
    broken: Vec<SourceId>,
    /// The diagnostics on the form of its files, which may be those of other plans too.
    read: Vec<Diagnostic>,
    /// The diagnostics on its content, at the levels that it sets.
    found: Vec<Diagnostic>,
    /// The comments that suppress nothing in this plan; nothing if that is not known.
    unused_allows: Option<Vec<Diagnostic>>,
}

impl PlanEntry {
    /// Its number.
    pub fn ix(&self) -> PlanIx {
        self.ix
    }

    /// Its id, if its header has one.
    pub fn id(&self) -> Option<&str> {
        self.id.as_ref().map(|id| id.value.as_str())
    }

    /// The plan, if it has no error.
    pub fn plan(&self) -> Option<&Plan> {
        self.plan.as_ref().filter(|_| !self.spoilt)
    }

    /// Returns the reports, changes, results and files of reports that the plan lacks because of their errors, in
    /// the order of the files.
    pub fn left_out(&self) -> &[LeftOutEntry] {
        &self.left_out
    }

    /// Its main file.
    pub fn main(&self) -> SourceId {
        self.sources().next().unwrap_or_default()
    }

    /// Its files, the main file first.
    pub fn sources(&self) -> impl Iterator<Item = SourceId> {
        self.files.sources()
    }

    /// Its own diagnostics: first those on the form of its files, then those on its content.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.read.iter().chain(&self.found)
    }

    /// Returns the comments that suppress nothing in this plan; nothing if that is not known.
    pub(super) fn unused_allows(&self) -> Option<&[Diagnostic]> {
        self.unused_allows.as_deref()
    }

    /// The text of its files as far as it can be read, and the diagnostics on their form.
    pub(super) fn draft<'s>(
        &self,
        sources: &'s Sources,
        unreadable: &[SourceId],
        threads: Threads,
    ) -> (Draft<'s>, Vec<Diagnostic>) {
        self.files.read(sources, unreadable, threads)
    }

    pub(super) fn spanned_id(&self) -> Option<Spanned<&str>> {
        self.id.as_ref().map(Spanned::words)
    }

    /// Returns the files with an error in their form that leaves out the plan.
    pub(super) fn broken(&self) -> &[SourceId] {
        &self.broken
    }

    /// Notes the errors that other plans share with it, and the errors of files that hold no text. Of these, a file
    /// of reports costs only itself.
    pub(super) fn judge(&mut self, broken: &HashSet<SourceId>, loading: &[Diagnostic]) {
        let reports: HashSet<SourceId> = self.files.report_files().collect();
        let mut parts = self.files.sources().filter(|file| !reports.contains(file));
        self.spoilt = parts.any(|file| broken.contains(&file));
        let is_lost = |found: &&Diagnostic| {
            found.severity == Severity::Error
                && reports.contains(&found.span.source)
                && self.left_out.iter().all(|known| known.place.source != found.span.source)
        };
        let lost = loading.iter().filter(is_lost);
        let mut lost: Vec<LeftOutEntry> =
            lost.map(|found| LeftOutEntry { place: found.span, rule: found.rule, is_file: true }).collect();
        self.left_out.append(&mut lost);
        self.left_out.sort_by_key(|entry| entry.place);
    }
}

/// Reads and checks one plan by itself.
pub(super) fn read(
    ix: PlanIx,
    files: PlanFiles,
    sources: &Sources,
    unreadable: &[SourceId],
    options: CheckOptions,
    threads: Threads,
) -> PlanEntry {
    let (mut draft, mut read) = files.read(sources, unreadable, threads);
    let broken = broken_files(&draft, &read);
    let checked = check(sources, &mut draft, &mut read, options.today, options.with_warnings, threads);
    let mut entry = PlanEntry {
        ix,
        id: draft.header.text(Key::Plan).map(|id| id.map(str::to_owned)),
        files,
        plan: checked.plan.filter(|_| !checked.is_wrong),
        left_out: checked.left_out,
        spoilt: false,
        broken,
        read,
        found: checked.diagnostics,
        unused_allows: checked.unused_allows,
    };
    if options.deny_warnings {
        let unused = entry.unused_allows.iter_mut().flatten();
        for diagnostic in entry.read.iter_mut().chain(&mut entry.found).chain(unused) {
            diagnostic.severity = Severity::Error;
        }
    }
    entry
}
