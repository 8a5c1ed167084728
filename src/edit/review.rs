//! The diagnostics of a workspace before and after a change, and those that the change adds.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::command_line::CommandLine;
use super::file_change::FileChange;
use super::refusal::{EditRefusal, Findings};
use crate::diagnostic::{Diagnostic, EditSet, Severity};
use crate::span::{Source, SourceId, Sources, Span};
use crate::workspace::Workspace;

/// A change that is to be checked.
pub(super) struct ReviewedFile<'f> {
    pub(super) change: &'f FileChange,
    /// The edits that make the new text, one set after the other.
    pub(super) edits: &'f [EditSet],
    /// The parts of the new text that words of the command line ask for.
    pub(super) parts: Vec<RequestedPart>,
}

/// A part of a new text, and the bytes of the command line that ask for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RequestedPart {
    pub(super) part: Range<u32>,
    pub(super) words: Range<usize>,
    /// The parts of it that other words ask for.
    pub(super) values: Vec<(Range<u32>, Range<usize>)>,
}

/// Gives a workspace the new texts of some files, and returns the warnings that it has then and had not before.
///
/// # Errors
/// [`EditRefusal::Wrong`] if it has errors that it had not before.
pub(super) fn review(
    workspace: &mut Workspace,
    line: &CommandLine,
    earlier: &EarlierDiagnostics,
    files: &[ReviewedFile<'_>],
) -> Result<Findings, EditRefusal> {
    let gone = files.iter().filter_map(|file| Some((file.change.moved_from.clone()?, None)));
    let texts = files.iter().map(|file| (file.change.path.clone(), file.change.new.clone()));
    workspace.update_all(gone.chain(texts).collect::<Vec<_>>());
    let added = earlier.added(workspace, files);
    let mut sources = workspace.sources().clone();
    let words = WordPlaces::new(&mut sources, line, files);
    let (errors, warnings): (Vec<Diagnostic>, Vec<Diagnostic>) = added
        .into_iter()
        .map(|found| words.at_words(found))
        .partition(|found| found.severity == Severity::Error);
    if errors.is_empty() {
        return Ok(Findings { sources, diagnostics: warnings, ..Findings::default() });
    }
    Err(EditRefusal::Wrong(Findings { sources, diagnostics: errors, ..Findings::default() }))
}

/// A diagnostic without its words in one of the languages: file, place, rule and message.
type DiagnosticKey = (String, Span, &'static str, String);

/// The diagnostics of a workspace before it changes.
pub(super) struct EarlierDiagnostics {
    keys: HashSet<DiagnosticKey>,
    /// An id in quotation marks, and the one that it gets.
    renamed: Option<[String; 2]>,
}

impl EarlierDiagnostics {
    pub(super) fn of(workspace: &Workspace) -> Self {
        let sources = workspace.sources();
        let keys = workspace.diagnostics().into_iter().map(|found| key(sources, found, found.span));
        Self { keys: keys.collect(), renamed: None }
    }

    /// The same where the change gives an id another name, also in messages.
    pub(super) fn renamed(self, old: &str, new: &str) -> Self {
        Self { renamed: Some([old, new].map(|id| format!("\"{id}\""))), ..self }
    }

    /// The place in the old text of one in the new text; a new id stands where the old one stood.
    fn before(&self, span: Span, file: &ReviewedFile<'_>) -> Option<Span> {
        let before = file.edits.iter().rev().try_fold(span, |span, set| set.before(span));
        before.or_else(|| {
            self.renamed.as_ref()?;
            let at = file.parts.iter().position(|part| part.part == (span.start..span.end))?;
            let edit = file.edits.first()?.edits().get(at)?;
            Some(Span::new(span.source, edit.span.start, edit.span.end))
        })
    }

    /// The diagnostics that were not there before some files changed.
    pub(super) fn added(&self, workspace: &Workspace, files: &[ReviewedFile<'_>]) -> Vec<Diagnostic> {
        let sources = workspace.sources();
        let changed: HashMap<&str, &ReviewedFile<'_>> =
            files.iter().map(|file| (file.change.path.as_str(), file)).collect();
        let is_new = |found: &&Diagnostic| {
            let path = sources.get(found.span.source).full_path();
            let file = changed.get(path.as_str());
            let before = match file {
                Some(file) => self.before(found.span, file),
                None => Some(found.span),
            };
            before.is_none_or(|before| {
                let mut key = key(sources, found, before);
                if let Some(old) = file.and_then(|file| file.change.moved_from.as_ref()) {
                    key.0.clone_from(old);
                }
                if let Some([old, new]) = &self.renamed {
                    key.3 = key.3.replace(new, old);
                }
                !self.keys.contains(&key)
            })
        };
        workspace.diagnostics().into_iter().filter(is_new).cloned().collect()
    }
}

/// Numbers of sources may change with the files of a plan: a file is known by its path.
fn key(sources: &Sources, found: &Diagnostic, span: Span) -> DiagnosticKey {
    let path = sources.get(found.span.source).full_path();
    let place = Span::new(SourceId::default(), span.start, span.end);
    (path, place, found.rule.name, found.message.get(crate::language::Lang::En).to_owned())
}

/// The places of new parts, and the words of the command line that ask for them.
struct WordPlaces<'f> {
    parts: Vec<(SourceId, &'f RequestedPart)>,
    /// The command line among the sources.
    words: SourceId,
}

impl<'f> WordPlaces<'f> {
    /// Adds the command line to the sources, and finds the parts of some files.
    fn new(sources: &mut Sources, line: &CommandLine, files: &'f [ReviewedFile<'_>]) -> Self {
        let by_path: HashMap<String, SourceId> =
            sources.iter().map(|(id, source)| (source.full_path(), id)).collect();
        let text = line.text();
        let name = text.split(' ').take(2).collect::<Vec<_>>().join(" ");
        let words = sources.add(Source::new(name, text));
        let mut parts = Vec::new();
        for file in files {
            let Some(source) = by_path.get(&file.change.path) else { continue };
            parts.extend(file.parts.iter().map(|part| (*source, part)));
        }
        Self { parts, words }
    }

    /// A diagnostic at the words of the command line, if it stands in a new part or beside one.
    fn at_words(&self, mut found: Diagnostic) -> Diagnostic {
        if self.word_of(found.span).is_none() {
            // The second of two equal ids may be the one that was there.
            let related = found.related.iter_mut().find(|related| self.word_of(related.span).is_some());
            if let Some(related) = related {
                std::mem::swap(&mut found.span, &mut related.span);
            }
        }
        let moved = |span: Span| self.word_of(span).unwrap_or(span);
        found.span = moved(found.span);
        for related in &mut found.related {
            related.span = moved(related.span);
        }
        // A fix would change what is not there.
        found.fix = None;
        found
    }

    fn word_of(&self, span: Span) -> Option<Span> {
        let has = |range: &Range<u32>| range.start <= span.start && span.end <= range.end;
        let (_, part) = self.parts.iter().find(|(source, part)| *source == span.source && has(&part.part))?;
        let value = part.values.iter().find(|(value, _)| has(value) && !value.is_empty());
        let words = value.map_or(&part.words, |(_, words)| words);
        Some(Span::of(self.words, words.clone()))
    }
}
