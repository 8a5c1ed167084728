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
    pub(super) lost: bool,
    /// True if its main file includes others.
    pub(super) includes: bool,
    /// Diagnostics on the way in which it names its files.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The files in its folder that look like its own and are not read.
    pub(super) unread: Vec<Diagnostic>,
}

impl PlanFiles {
    /// A plan of one file.
    pub(super) fn new(main: SourceId) -> Self {
        Self {
            files: vec![(main, Role::Main)],
            lost: false,
            includes: false,
            diagnostics: Vec::new(),
            unread: Vec::new(),
        }
    }

    /// Adds a further file.
    pub(super) fn add(&mut self, file: SourceId, role: Role) {
        self.files.push((file, role));
    }

    /// The files, the main file first.
    pub fn sources(&self) -> impl Iterator<Item = SourceId> {
        self.files.iter().map(|(source, _)| *source)
    }

    /// Returns true if the way in which it names its files has diagnostics.
    pub(crate) fn has_diagnostics(&self) -> bool {
        !self.diagnostics.is_empty()
    }

    /// Returns the length of its files together, in bytes.
    pub(crate) fn len(&self, sources: &Sources) -> usize {
        self.sources().map(|source| sources.get(source).text().len()).sum()
    }

    /// Reads what the files say, and what is wrong with their form.
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
                let mut draft = Draft::new(*source);
                draft.lose_file();
                return (draft, Vec::new());
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
