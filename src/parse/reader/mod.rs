//! A file, or a piece of one → its part of the Draft. A broken entry costs itself, never the rest of the file.

mod finish;
mod keys;
mod recovery;

use std::collections::HashMap;
use std::ops::Range;

use super::draft::{Draft, Text};
use super::format::{LISTS, MappingFormat, ValueShape};
use super::key::Key;
use super::yaml::{Next, Stop, Stream, YamlReader};
use super::{rules, values};
use crate::diagnostic::Diagnostic;
use crate::message;
use crate::span::{SourceId, Span, Spanned, line_start};

/// The most entries of one plan.
pub(super) const ENTRIES: usize = 2_000_000;
/// The number of syntax errors after which a file is read no further.
const ATTEMPTS: usize = 100;

/// The role of a file in its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The main file, which alone has a header.
    Main,
    /// A file of lists.
    Lists,
    /// A file of lists under `progress/`, which may name its unit.
    Progress,
}

/// The position of the reader, from which it can go on behind a broken entry.
#[derive(Default, Clone)]
struct ReadPosition {
    /// The first byte of the key or the list entry that is being read.
    start: usize,
    /// The list that is being read.
    list: Option<Key>,
    /// The end of the last thing that could be read: the broken part comes next.
    done: usize,
}

/// A part of a file that is read by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FilePart {
    /// Keys and their values.
    Keys(Range<usize>),
    /// Entries of a list, each of which begins with its hyphen `indent` columns in.
    Entries { range: Range<usize>, list: Key, indent: usize },
}

impl FilePart {
    fn range(&self) -> &Range<usize> {
        match self {
            Self::Keys(range) | Self::Entries { range, .. } => range,
        }
    }
}

/// Reads one stretch of a file after the other.
pub(super) struct FileReader<'s> {
    text: &'s str,
    source: SourceId,
    role: Role,
    pub(super) draft: Draft<'s>,
    pub(super) found: Vec<Diagnostic>,
    seen: HashMap<String, Span>,
    reporter: Option<Spanned<Text<'s>>>,
    /// The span of a unit of all entries that is wrong or misplaced.
    reporter_wrong: Option<Span>,
    /// The parts of the header that could not be read.
    header_skipped: Vec<Span>,
    /// The position among the findings of the header that only the main file may have.
    header_at: Option<usize>,
    open: ReadPosition,
    /// The list that was read last and how far in its entries stand, if nothing came after it.
    pub(super) last: Option<(Key, usize)>,
    /// True if all of it could be read, and nothing at the top depends on other parts of the file.
    pub(super) plain: bool,
    reader: YamlReader,
}

impl<'s> FileReader<'s> {
    /// Reads a part of a file: by plain lines where it consists of such, else by the YAML parser.
    pub(super) fn read(text: &'s str, source: SourceId, role: Role, part: &FilePart) -> Self {
        let mut lines = Self::new(text, source, role, YamlReader::Lines);
        if lines.run(part.clone()).is_ok() {
            return lines;
        }
        let mut parser = Self::new(text, source, role, YamlReader::Parser);
        // The parser gives up on nothing.
        let _ = parser.run(part.clone());
        parser
    }

    fn new(text: &'s str, source: SourceId, role: Role, reader: YamlReader) -> Self {
        Self {
            reader,
            text,
            source,
            role,
            draft: Draft::new(source),
            found: Vec::new(),
            seen: HashMap::new(),
            reporter: None,
            reporter_wrong: None,
            header_skipped: Vec::new(),
            header_at: None,
            open: ReadPosition::default(),
            last: None,
            plain: true,
        }
    }

    /// Takes over what the next piece of the file says; nothing if both give the same key.
    pub(super) fn append(&mut self, mut next: Self) -> Option<()> {
        if next.seen.keys().any(|key| self.seen.contains_key(key)) {
            return None;
        }
        self.seen.extend(next.seen);
        self.draft.append(next.draft);
        self.found.append(&mut next.found);
        self.reporter = self.reporter.take().or(next.reporter);
        self.reporter_wrong = self.reporter_wrong.or(next.reporter_wrong);
        Some(())
    }

    /// Reads a part of the file; `Stop` if it is not of plain lines and these alone were to be read.
    fn run(&mut self, whole: FilePart) -> Result<(), Stop> {
        let mut parts = vec![whole];
        let mut attempts = 0;
        while let Some(part) = parts.pop() {
            let range = part.range().clone();
            let list = match part {
                FilePart::Keys(_) => None,
                FilePart::Entries { list, .. } => Some(list),
            };
            let end = range.end;
            self.open = ReadPosition { start: range.start, list, done: range.start };
            let mut stream = Stream::new(self.text, range, self.source, self.reader);
            let outcome = match list {
                None => self.keys(&mut stream),
                Some(list) => self.entries(&mut stream, list),
            };
            if outcome.is_ok() {
                self.plain &= stream.finish();
            }
            if stream.gave_up() {
                return Err(Stop);
            }
            let mut found = stream.take_diagnostics();
            let error = found.last().map(|error| error.span);
            self.plain &= outcome.is_ok() && found.is_empty();
            // Behind an entry that is no mapping, a colon is the consequence of the one that it lacks.
            let is_told = |error: &Diagnostic| {
                let last = self.found.last().filter(|last| last.rule == &rules::WRONG_TYPE);
                let begun = || self.text.get(last?.span.end as usize..error.span.start as usize);
                outcome.is_err()
                    && self.open.list.is_some()
                    && error.rule == &rules::SYNTAX
                    && begun().is_some_and(|between| !between.contains('\n'))
            };
            found.retain(|error| !is_told(error));
            self.found.append(&mut found);
            if outcome.is_err() {
                attempts += 1;
                // The last one is read first: before the parts that wait behind it.
                let behind = if attempts < ATTEMPTS { self.behind_the_break(end) } else { Vec::new() };
                let resumed = behind.last().map_or(end, |part| part.range().start);
                let from = if self.open.list.is_some() { self.open.done } else { self.open.start };
                let lost = Span::of(self.source, from.min(resumed)..resumed);
                self.draft.skip_in(self.open.list, lost, error.unwrap_or(lost));
                if self.open.list.is_none() {
                    self.header_skipped.push(lost);
                }
                parts.extend(behind);
            }
        }
        Ok(())
    }

    fn entries(&mut self, stream: &mut Stream<'s>, list: Key) -> Result<(), Stop> {
        let Some(ValueShape::List(format)) = LISTS.get(list).map(|key| key.shape) else { return Ok(()) };
        if matches!(stream.peek()?.0, Next::List) {
            return self.entries_of(stream, list, format);
        }
        self.plain = false;
        Ok(())
    }

    fn entries_of(
        &mut self,
        stream: &mut Stream<'s>,
        list: Key,
        format: &'static MappingFormat,
    ) -> Result<(), Stop> {
        let is_block = stream.is_block();
        stream.skip()?;
        loop {
            let (next, span) = stream.peek()?;
            if matches!(next, Next::End) {
                let indent = hyphen(self.text, self.open.start).filter(|_| is_block);
                self.last = indent.map(|indent| (list, indent));
                return stream.skip();
            }
            self.open.start = span.start as usize;
            let node = stream.node()?;
            let node_span = node.span;
            self.open.done = node_span.end as usize;
            let Some(entry) = values::entry(node, format, &mut self.found) else {
                self.draft.skip_in(Some(list), node_span, node_span);
                continue;
            };
            if self.draft.entries() >= ENTRIES {
                self.full(node_span);
            } else if let Some(entries) = self.draft.list_mut(list) {
                entries.push(entry);
            }
        }
    }

    /// Reports, once, an entry that is too many.
    fn full(&mut self, span: Span) {
        if !self.draft.lost_file {
            self.found.push(too_many_entries(span));
        }
        self.draft.lose_file();
    }
}

/// The column of the hyphen that begins the line of an entry.
fn hyphen(text: &str, entry: usize) -> Option<usize> {
    let line = line_start(text, entry);
    let indent = text[line..entry].bytes().position(|byte| byte != b' ')?;
    text[line + indent..].starts_with("- ").then_some(indent)
}

/// A plan with more entries than are read.
pub(super) fn too_many_entries(span: Span) -> Diagnostic {
    let message = message!("kế hoạch có quá {ENTRIES} mục", "the plan has more than {ENTRIES} entries");
    Diagnostic::new(&rules::LIMIT, span, message)
}

/// Returns true if a line begins a key at the top of the file.
pub(super) fn is_key_line(line: &str) -> bool {
    line.bytes().next().is_some_and(|first| first.is_ascii_alphabetic())
        && line
            .split_once(':')
            .is_some_and(|(key, _)| key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'))
}
