//! One plan of a workspace: its files, the plan if it is valid, and its diagnostics.

use std::collections::HashSet;

use super::options::CheckOptions;
use crate::check::check;
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
    /// The files with an error in their form.
    broken: Vec<SourceId>,
    /// The diagnostics on the form of its files, which may be those of other plans too.
    read: Vec<Diagnostic>,
    /// The diagnostics on its content, at the levels that it sets.
    found: Vec<Diagnostic>,
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

    /// The files with an error in their form.
    pub(super) fn broken(&self) -> &[SourceId] {
        &self.broken
    }

    /// Notes the errors that other plans share with it.
    pub(super) fn judge(&mut self, broken: &HashSet<SourceId>) {
        self.spoilt = self.files.sources().any(|file| broken.contains(&file));
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
    let (draft, mut read) = files.read(sources, unreadable, threads);
    let is_error = |diagnostic: &&Diagnostic| diagnostic.severity == Severity::Error;
    let broken: Vec<SourceId> = read.iter().filter(is_error).map(|error| error.span.source).collect();
    let checked = check(sources, &draft, &mut read, options.today, threads);
    let is_wrong =
        draft.incomplete || !broken.is_empty() || checked.diagnostics.iter().any(|it| is_error(&it));
    let mut entry = PlanEntry {
        ix,
        id: draft.header.text(Key::Plan).map(|id| id.map(str::to_owned)),
        files,
        plan: checked.plan.filter(|_| !is_wrong),
        spoilt: false,
        broken,
        read,
        found: checked.diagnostics,
    };
    if options.deny_warnings {
        for diagnostic in entry.read.iter_mut().chain(&mut entry.found) {
            diagnostic.severity = Severity::Error;
        }
    }
    entry
}
