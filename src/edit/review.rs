//! The diagnostics of a workspace before and after a change, and those that the change adds.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::command_line::CommandLine;
use super::composition::{ComposedEntry, ComposedFile};
use super::refusal::{EditRefusal, Findings};
use super::request::Origin;
use crate::diagnostic::{Diagnostic, EditSet, Severity};
use crate::span::{Source, SourceId, Sources, Span};
use crate::workspace::Workspace;

/// Gives a workspace the new texts of some files, and returns the warnings that it has then and had not before.
///
/// # Errors
/// [`EditRefusal::Wrong`] if it has errors that it had not before.
pub(super) fn review(
    workspace: &mut Workspace,
    line: &CommandLine,
    earlier: &EarlierDiagnostics,
    files: &[ComposedFile<'_>],
) -> Result<Findings, EditRefusal> {
    let texts = files.iter().map(|file| (file.change.path.clone(), file.change.new.clone()));
    workspace.update_all(texts.collect::<Vec<_>>());
    let edits = files.iter().map(|file| (file.change.path.as_str(), file.edits.as_slice())).collect();
    let added = earlier.added(workspace, &edits);
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
pub(super) struct EarlierDiagnostics(HashSet<DiagnosticKey>);

impl EarlierDiagnostics {
    pub(super) fn of(workspace: &Workspace) -> Self {
        let sources = workspace.sources();
        let keys = workspace.diagnostics().into_iter().map(|found| key(sources, found, found.span));
        Self(keys.collect())
    }

    /// The diagnostics that were not there before some files changed.
    fn added(&self, workspace: &Workspace, edits: &HashMap<&str, &[EditSet]>) -> Vec<Diagnostic> {
        let sources = workspace.sources();
        let is_new = |found: &&Diagnostic| {
            let path = sources.get(found.span.source).full_path();
            let before = match edits.get(path.as_str()) {
                Some(sets) => sets.iter().rev().try_fold(found.span, |span, set| set.before(span)),
                None => Some(found.span),
            };
            before.is_none_or(|before| !self.0.contains(&key(sources, found, before)))
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

/// The places of new entries, and the words of the command line that they come from.
struct WordPlaces(Vec<WordPlace>);

/// A new entry: its bytes and those of its values, with those of the words.
struct WordPlace {
    file: SourceId,
    entry: Range<u32>,
    item: Span,
    values: Vec<(Range<u32>, Span)>,
}

impl WordPlaces {
    /// Adds the command line to the sources, and finds the words of the entries of some files.
    fn new(sources: &mut Sources, line: &CommandLine, files: &[ComposedFile<'_>]) -> Self {
        let by_path: HashMap<String, SourceId> =
            sources.iter().map(|(id, source)| (source.full_path(), id)).collect();
        let text = line.text();
        let name = text.split(' ').take(2).collect::<Vec<_>>().join(" ");
        let words = sources.add(Source::new(name, text));
        let mut entries = Vec::new();
        for file in files {
            let Some(source) = by_path.get(&file.change.path) else { continue };
            entries.extend(file.entries.iter().map(|entry| WordPlace::new(entry, *source, words, line)));
        }
        Self(entries)
    }

    /// A diagnostic at the words of the command line, if it stands in a new entry.
    fn at_words(&self, mut found: Diagnostic) -> Diagnostic {
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
        let place = self.0.iter().find(|place| place.file == span.source && has(&place.entry))?;
        let value = place.values.iter().find(|(value, _)| has(value) && !value.is_empty());
        Some(value.map_or(place.item, |(_, word)| *word))
    }
}

impl WordPlace {
    fn new(entry: &ComposedEntry<'_>, file: SourceId, words: SourceId, line: &CommandLine) -> Self {
        let span_of = |origin: &Origin| {
            let range = line.range(origin.word);
            match &origin.part {
                Some(part) if line.is_verbatim(origin.word) => {
                    Span::of(words, range.start + part.start..range.start + part.end)
                }
                _ => Span::of(words, range),
            }
        };
        let word = |(key, value): &(crate::parse::Key, Span)| {
            let origin = entry.entry.values.iter().find(|own| own.key == *key).map(|own| &own.origin)?;
            Some((value.start..value.end, span_of(origin)))
        };
        Self {
            file,
            entry: entry.span.start..entry.span.end,
            item: span_of(&Origin::word(entry.entry.item)),
            values: entry.values.iter().filter_map(word).collect(),
        }
    }
}
