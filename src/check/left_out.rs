//! Errors in reports, changes and results, each of which leaves out its entry and not the plan.
//! Source: docs/status.md, Wrong reports.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::parse::rules::SYNTAX;
use crate::parse::{Draft, Entry, Key};
use crate::span::{SourceId, Span};

/// An entry of `progress`, `changes` or `results`, or a file under `progress/`, that no answer counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOutEntry {
    /// The location of its first error.
    pub place: Span,
    /// The rule of that error.
    pub rule: &'static Rule,
    /// True if a whole file is left out.
    pub is_file: bool,
}

/// The part of a plan that an error leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum SpoiltPart {
    /// An entry of `progress`, `changes` or `results`.
    Entry(Span),
    /// A file under `progress/`.
    File(SourceId),
}

/// The entries and files of a plan that can be left out by themselves.
pub(super) struct SeparableParts {
    /// The entries that can be read, sorted.
    entries: Vec<Span>,
    /// The entries that cannot be read, by the places of their errors.
    lost: HashMap<Span, Span>,
    files: HashSet<SourceId>,
    /// The faults with an obvious correction, behind which the file was read.
    corrected: HashSet<Span>,
}

impl SeparableParts {
    /// Finds the parts of a draft.
    pub(super) fn of(draft: &Draft<'_>) -> Self {
        let listed = [Key::Progress, Key::Changes].into_iter().flat_map(|list| draft.list(list));
        let results = draft.list(Key::Targets).iter().flat_map(|target| target.list(Key::Results));
        let mut entries: Vec<Span> = listed.chain(results).map(Entry::span).collect();
        entries.sort_unstable();
        let lost = draft.lost_entries.iter().map(|entry| (entry.error, entry.span)).collect();
        let mut files: HashSet<SourceId> = draft.report_files.iter().copied().collect();
        // A file that holds more than reports and changes is a part of the plan itself.
        let others = crate::parse::format::LISTS.keys.iter().map(|list| list.key);
        for list in others.filter(|list| !matches!(list, Key::Progress | Key::Changes)) {
            if !files.is_empty() {
                for entry in draft.list(list) {
                    files.remove(&entry.span().source);
                }
            }
        }
        let corrected = draft.corrected.iter().copied().collect();
        Self { entries, lost, files, corrected }
    }

    /// Returns the part that an error leaves out; nothing if it leaves out the plan.
    pub(super) fn of_error(&self, error: &Diagnostic) -> Option<SpoiltPart> {
        let place = error.span;
        let is_separable = self.files.contains(&place.source);
        if is_separable && error.rule == &SYNTAX && !self.corrected.contains(&place) {
            return Some(SpoiltPart::File(place.source));
        }
        if let Some(lost) = self.lost.get(&place) {
            return Some(SpoiltPart::Entry(*lost));
        }
        let behind =
            self.entries.partition_point(|entry| (entry.source, entry.start) <= (place.source, place.start));
        let entry = behind.checked_sub(1).map(|at| self.entries[at]);
        entry
            .filter(|entry| entry.source == place.source && place.start < entry.end.max(entry.start + 1))
            .map(SpoiltPart::Entry)
            .or(is_separable.then_some(SpoiltPart::File(place.source)))
    }
}

/// The parts of a plan that its errors leave out, each with its first error.
#[derive(Default)]
pub(super) struct SpoiltParts {
    parts: BTreeMap<SpoiltPart, (Span, &'static Rule)>,
    /// True if an error leaves out the plan.
    pub(super) is_plan: bool,
}

impl SpoiltParts {
    /// Adds the errors among diagnostics, whatever level a setting gives to warnings.
    pub(super) fn add<'e>(&mut self, draft: &Draft<'_>, found: impl IntoIterator<Item = &'e Diagnostic>) {
        let errors: Vec<&Diagnostic> =
            found.into_iter().filter(|found| found.severity == Severity::Error).collect();
        if errors.is_empty() {
            return;
        }
        let separable = SeparableParts::of(draft);
        for error in errors {
            let Some(part) = separable.of_error(error) else {
                self.is_plan = true;
                continue;
            };
            let first = self.parts.entry(part).or_insert((error.span, error.rule));
            if error.span < first.0 {
                *first = (error.span, error.rule);
            }
        }
    }

    /// Returns true if an entry is left out.
    pub(super) fn contains(&self, entry: &Entry<'_>) -> bool {
        !self.parts.is_empty()
            && (self.parts.contains_key(&SpoiltPart::Entry(entry.span()))
                || self.parts.contains_key(&SpoiltPart::File(entry.span().source)))
    }

    /// Returns the parts in the order of the files; those of a file that is left out are not listed by themselves.
    pub(super) fn list(self) -> Vec<LeftOutEntry> {
        let files: HashSet<SourceId> = self.parts.keys().filter_map(SpoiltPart::file).collect();
        let is_listed = |part: &SpoiltPart| match part {
            SpoiltPart::Entry(entry) => !files.contains(&entry.source),
            SpoiltPart::File(_) => true,
        };
        let listed = self.parts.into_iter().filter(|(part, _)| is_listed(part));
        let mut left_out: Vec<LeftOutEntry> = listed
            .map(|(part, (place, rule))| LeftOutEntry { place, rule, is_file: part.file().is_some() })
            .collect();
        left_out.sort_by_key(|entry| entry.place);
        left_out
    }
}

impl SpoiltPart {
    fn file(&self) -> Option<SourceId> {
        match self {
            Self::File(file) => Some(*file),
            Self::Entry(_) => None,
        }
    }
}

/// Returns the files in which an error of form leaves out the plan.
pub(crate) fn broken_files(draft: &Draft<'_>, read: &[Diagnostic]) -> Vec<SourceId> {
    let errors: Vec<&Diagnostic> = read.iter().filter(|found| found.severity == Severity::Error).collect();
    if errors.is_empty() {
        return Vec::new();
    }
    let separable = SeparableParts::of(draft);
    let of_plan = errors.into_iter().filter(|error| separable.of_error(error).is_none());
    of_plan.map(|error| error.span.source).collect()
}
