//! The files of one plan → its Draft.

use super::draft::Draft;
use super::file;
use super::key::Key;
use super::reader::{ENTRIES, Role, too_many_entries};
use super::rules;
use crate::diagnostic::Diagnostic;
use crate::span::{SourceId, Sources, Span};
use crate::threads::Threads;

/// A longer file is read by all threads together, in bytes.
pub(crate) const LONG: usize = if cfg!(fuzzing) { 0 } else { 1024 * 1024 };

/// The files that a plan consists of.
#[derive(Debug, Clone)]
pub struct PlanFiles {
    files: Vec<(SourceId, Role)>,
    /// True if a file of the plan could not be found or read: anything may stand there.
    lost: bool,
    /// True if its main file includes others.
    includes: bool,
    /// Diagnostics on the way in which it names its files.
    diagnostics: Vec<Diagnostic>,
    /// The files in its folder that look like its own and are not read.
    unread: Vec<Diagnostic>,
}

impl PlanFiles {
    /// A plan of one file.
    pub fn new(main: SourceId) -> Self {
        Self {
            files: vec![(main, Role::Main)],
            lost: false,
            includes: false,
            diagnostics: Vec::new(),
            unread: Vec::new(),
        }
    }

    /// Adds a further file.
    pub fn add(&mut self, file: SourceId, role: Role) {
        self.files.push((file, role));
    }

    /// Notes that a file of the plan could not be found or read.
    pub(crate) fn lose_file(&mut self) {
        self.lost = true;
    }

    /// Notes that its main file includes others.
    pub(crate) fn note_includes(&mut self) {
        self.includes = true;
    }

    /// Adds a diagnostic on the way in which it names its files.
    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds a diagnostic on a file in its folder that looks like its own and is not read.
    pub(crate) fn report_unread(&mut self, diagnostic: Diagnostic) {
        self.unread.push(diagnostic);
    }

    /// The files, the main file first.
    pub fn sources(&self) -> impl Iterator<Item = SourceId> {
        self.files.iter().map(|(source, _)| *source)
    }

    /// Returns the words behind a key at the top of its files: of the first that gives the key.
    pub(crate) fn top_words(
        &self,
        sources: &Sources,
        unreadable: &[SourceId],
        key: Key,
    ) -> Option<Vec<String>> {
        let readable = self.files.iter().filter(|(source, _)| !unreadable.contains(source));
        let mut given = readable
            .filter_map(|(source, role)| file::top_words(sources.get(*source).text(), *source, *role, key));
        Some(given.next()?.into_iter().map(|word| word.value).collect())
    }

    /// Returns the files under its `progress/`.
    pub(crate) fn report_files(&self) -> impl Iterator<Item = SourceId> {
        let reports = self.files.iter().filter(|(_, role)| *role == Role::Progress);
        reports.map(|(source, _)| *source)
    }

    /// Returns true if the way in which it names its files has diagnostics.
    pub(crate) fn has_diagnostics(&self) -> bool {
        !self.diagnostics.is_empty()
    }

    /// Returns the length of its files together, in bytes.
    pub(crate) fn len(&self, sources: &Sources) -> usize {
        self.sources().map(|source| sources.get(source).text().len()).sum()
    }

    /// Reads the files, as far as they can be read, and returns the faults of their form.
    pub fn draft<'s>(&self, sources: &'s Sources) -> (Draft<'s>, Vec<Diagnostic>) {
        self.read(sources, &[], Threads::ONE)
    }

    /// The same on some threads, which does not change the result.
    ///
    /// The `unreadable` files hold no text.
    pub(crate) fn read<'s>(
        &self,
        sources: &'s Sources,
        unreadable: &[SourceId],
        threads: Threads,
    ) -> (Draft<'s>, Vec<Diagnostic>) {
        let is_long = |(source, _): &(SourceId, Role)| sources.get(*source).text().len() >= LONG;
        let files = threads.share(&self.files, is_long, |(source, role), threads| {
            if unreadable.contains(source) {
                return (file::lost(*source, *role), Vec::new());
            }
            file::read(sources.get(*source).text(), *source, *role, threads)
        });
        let mut files = files.into_iter().zip(self.sources());
        let Some(((mut draft, mut found), main)) = files.next() else {
            return (Draft::new(SourceId::default()), Vec::new());
        };
        if found.iter().any(|diagnostic| diagnostic.rule == &rules::FORMAT_VERSION) {
            // Of a version that this program does not know, nothing else can be judged.
            found.retain(|diagnostic| diagnostic.rule == &rules::FORMAT_VERSION);
            draft.files = vec![main];
            return (draft, found);
        }
        for ((more, mut wrong), source) in files {
            found.append(&mut wrong);
            if draft.entries() + more.entries() > ENTRIES {
                found.push(too_many_entries(Span::new(source, 0, 0)));
                draft.lose_file();
            } else {
                draft.append(more);
            }
        }
        draft.files = self.sources().collect();
        // Under a misspelt key no files were looked for.
        let unseen = !self.includes && draft.header.many(Key::Include).next().is_some();
        if self.lost || unseen {
            draft.lose_file();
        }
        found.extend(self.diagnostics.iter().chain(&self.unread).cloned());
        (draft, found)
    }
}
