//! A file, or a piece of one → its part of the Draft. A broken entry costs itself, never the rest of the file.

mod finish;
mod recovery;

use std::collections::HashMap;
use std::ops::Range;

use super::draft::{Draft, Entry, Text};
use super::format::{HEADER, KeyFormat, LISTS, MappingFormat, REPORTER, ValueShape};
use super::key::Key;
use super::yaml::{Content, MERGE, Next, Node, Stop, Stream, YamlReader, merge_key};
use super::{rules, values};
use crate::diagnostic::{Diagnostic, Related, quoted};
use crate::language::Message;
use crate::message;
use crate::span::{SourceId, Span, Spanned};
use crate::vietnamese::nearest;

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

    fn keys(&mut self, stream: &mut Stream<'s>) -> Result<(), Stop> {
        match stream.peek()? {
            (Next::End, _) => return Ok(()),
            (Next::Map, span) => {
                // Behind keys that are indented, one at the beginning of a line is a mistake.
                let start = span.start as usize;
                self.plain &= stream.is_block() && (start == 0 || self.text[..start].ends_with('\n'));
                stream.skip()?;
            }
            _ => {
                self.plain = false;
                let node = stream.node()?;
                if !matches!(node.content, Content::Absent | Content::Refused) {
                    let message = Message::fixed(
                        "tệp phải gồm các cặp khóa: giá trị",
                        "the file must consist of pairs key: value",
                    );
                    self.found.push(Diagnostic::new(&rules::WRONG_TYPE, node.span, message));
                    self.draft.lose_file();
                }
                return Ok(());
            }
        }
        loop {
            let (next, span) = stream.peek()?;
            if matches!(next, Next::End) {
                return stream.skip();
            }
            self.open = ReadPosition { start: span.start as usize, list: None, done: span.start as usize };
            self.last = None;
            let key = stream.node()?;
            let Some((name, span)) = values::key_of(&key, &mut self.found) else {
                self.plain = false;
                stream.node()?;
                continue;
            };
            self.key(name, span, stream)?;
        }
    }

    fn key(&mut self, name: &str, span: Span, stream: &mut Stream<'s>) -> Result<(), Stop> {
        if let Some(first) = self.seen.insert(name.to_owned(), span) {
            self.plain = false;
            self.found.push(values::given_twice(&quoted(name), span, first));
            return stream.node().map(|_| ());
        }
        if name == MERGE {
            self.plain = false;
            self.found.push(merge_key(span));
            let told = stream.take_diagnostics();
            let node = stream.node();
            // The aliases in its value are a part of the same fault.
            stream.take_diagnostics();
            self.found.extend(told);
            return node.map(|_| ());
        }
        self.plain &= self.tables().iter().any(|table| table.named(name).is_some());
        let is_list = matches!(stream.peek()?.0, Next::List);
        let Some((format, key)) = self.known(name, span, is_list) else {
            return stream.node().map(|_| ());
        };
        match key.shape {
            ValueShape::List(inner) if std::ptr::eq(format, &raw const LISTS) => {
                (self.open.list, self.open.done) = (Some(key.key), span.end as usize);
                let next = stream.peek()?.0;
                if matches!(next, Next::List) {
                    self.entries_of(stream, key.key, inner)?;
                    self.open.list = None;
                } else {
                    self.open.list = None;
                    let node = stream.node()?;
                    self.odd_value(format, key, span, node);
                }
            }
            ValueShape::Map(inner) if std::ptr::eq(format, &raw const LISTS) => {
                let node = stream.node()?;
                if matches!(node.content, Content::Map(_)) {
                    let kept = match key.key {
                        Key::Calendar => &mut self.draft.calendars,
                        _ => &mut self.draft.settings,
                    };
                    kept.extend(values::entry(node, inner, &mut self.found));
                } else {
                    self.odd_value(format, key, span, node);
                }
            }
            _ if std::ptr::eq(format, &raw const LISTS) => {
                let mut entry = Entry::new(format, span);
                values::set(&mut entry, key, span, stream.node()?, &mut self.found);
                self.draft.areas.push(entry);
            }
            _ if std::ptr::eq(format, &raw const REPORTER) => {
                let mut entry = Entry::new(format, span);
                values::set(&mut entry, key, span, stream.node()?, &mut self.found);
                self.reporter = entry.text(Key::Unit).map(|unit| unit.map(|words| Text::Made(words.into())));
                self.reporter_wrong = entry.is_wrong(Key::Unit).then_some(span);
            }
            _ => {
                let node = stream.node()?;
                values::set(&mut self.draft.header, key, span, node, &mut self.found);
            }
        }
        Ok(())
    }

    /// Reads a value at the top that should be a list or a mapping and is neither.
    fn odd_value(&mut self, format: &'static MappingFormat, key: &KeyFormat, span: Span, node: Node<'s>) {
        let mut entry = Entry::new(format, span);
        values::set(&mut entry, key, span, node, &mut self.found);
        if entry.is_wrong(key.key) {
            self.draft.skip_list(key.key, entry.value_span(key.key));
        }
    }

    /// The mappings whose keys may stand at the top of this file.
    fn tables(&self) -> Vec<&'static MappingFormat> {
        match self.role {
            Role::Main => vec![&HEADER, &LISTS],
            Role::Lists => vec![&LISTS],
            Role::Progress => vec![&REPORTER, &LISTS],
        }
    }

    /// The mapping and the description of a key at the top of this file, whose value may be a list.
    fn known(
        &mut self,
        name: &str,
        span: Span,
        is_list: bool,
    ) -> Option<(&'static MappingFormat, &'static KeyFormat)> {
        let tables = self.tables();
        let find = |name: &str| tables.iter().find_map(|table| Some((*table, table.named(name)?)));
        if let Some(found) = find(name) {
            return Some(found);
        }
        let is_of_header = self.role != Role::Main && HEADER.named(name).is_some();
        // A header in another file is one fault, however many keys it has.
        if let Some(first) = self.header_at.filter(|_| is_of_header).and_then(|at| self.found.get_mut(at)) {
            let also = Message::fixed("cũng là khóa của phần đầu", "also a key of the header");
            first.related.push(Related { span, message: also });
            return None;
        }
        let help = if is_of_header {
            self.header_at = Some(self.found.len());
            Some(Message::fixed(
                "phần đầu chỉ có ở tệp chính của kế hoạch",
                "only the plan's main file has a header",
            ))
        } else if REPORTER.named(name).is_some() && !is_list {
            self.reporter_wrong = Some(span);
            Some(Message::fixed(
                "unit: ở đầu tệp chỉ có dưới thư mục progress/ của kế hoạch",
                "unit: at the top stands only in files under the plan's progress/",
            ))
        } else {
            None
        };
        let names = || tables.iter().flat_map(|table| table.keys.iter().map(KeyFormat::name));
        let misplaced = help.is_some();
        let near = if misplaced { None } else { nearest(name, names()) };
        self.found.push(values::unknown_key(name, span, names(), near).maybe_help(help));
        // It counts as the key that it most likely is, unless that is there already.
        let near =
            nearest(name, names().filter(|key| !self.seen.contains_key(*key))).filter(|_| !misplaced)?;
        self.seen.insert(near.to_owned(), span);
        find(near)
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
    let line = text[..entry].rfind('\n').map_or(0, |end| end + 1);
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
