//! One file → its part of the Draft. A broken entry costs itself, never the rest of the file.

use std::collections::HashMap;
use std::ops::Range;

use super::allow::allows;
use super::conflict::conflicts;
use super::draft::{Draft, Entry, Value};
use super::format::{Format, HEADER, LISTS, REPORTER, Shape, VERSION};
use super::yaml::{Content, Next, Node, Stop, Stream};
use super::{rules, values};
use crate::diagnostic::{Diagnostic, quoted};
use crate::lang::Text;
use crate::span::{SourceId, Span, Spanned};
use crate::text;
use crate::viet::nearest;

/// How many entries one plan may have.
const ENTRIES: usize = 2_000_000;
/// After so many syntax errors a file is not worth another attempt.
const ATTEMPTS: usize = 100;

/// What a file is to its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The main file, which alone has a header.
    Main,
    /// A file of lists.
    Lists,
    /// A file of lists under `progress/`, which may name its unit.
    Progress,
}

/// Reads one file into the draft.
pub(super) fn read(text: &str, source: SourceId, role: Role, draft: &mut Draft, found: &mut Vec<Diagnostic>) {
    let mut conflicts = conflicts(text, source);
    if !conflicts.is_empty() {
        found.append(&mut conflicts);
        draft.lose_file();
        return;
    }
    draft.allows.append(&mut allows(text, source));
    let mut reader = Reader {
        text,
        source,
        role,
        draft,
        found,
        seen: HashMap::new(),
        reporter: None,
        open: Open::default(),
        firsts: Vec::new(),
    };
    reader.firsts = (0..LISTS.keys.len()).map(|at| reader.length(at)).collect();
    reader.run();
    if role == Role::Main {
        reader.finish_header();
    }
    reader.report_as_unit();
}

/// Where the reader is, so that it can go on behind a broken entry.
#[derive(Default, Clone)]
struct Open {
    /// The first byte of the key or the list entry that is being read.
    start: usize,
    /// The list that is being read.
    list: Option<usize>,
}

enum Part {
    /// Keys and their values.
    Keys(Range<usize>),
    /// Entries of the list with this number.
    Entries(Range<usize>, usize),
}

struct Reader<'r> {
    text: &'r str,
    source: SourceId,
    role: Role,
    draft: &'r mut Draft,
    found: &'r mut Vec<Diagnostic>,
    seen: HashMap<String, Span>,
    reporter: Option<Spanned<String>>,
    open: Open,
    /// How long each list was before this file.
    firsts: Vec<usize>,
}

impl Reader<'_> {
    fn run(&mut self) {
        let mut parts = vec![Part::Keys(0..self.text.len())];
        let mut attempts = 0;
        while let Some(part) = parts.pop() {
            let (range, list) = match &part {
                Part::Keys(range) => (range.clone(), None),
                Part::Entries(range, list) => (range.clone(), Some(*list)),
            };
            let end = range.end;
            self.open = Open { start: range.start, list };
            let mut stream = Stream::new(self.text, range, self.source);
            let outcome = match list {
                None => self.keys(&mut stream),
                Some(list) => self.entries(&mut stream, list),
            };
            if outcome.is_ok() {
                stream.finish();
            }
            self.found.append(&mut stream.take_diagnostics());
            if outcome.is_err() {
                attempts += 1;
                // The last one is read first: before the parts that wait behind it.
                let behind = if attempts < ATTEMPTS { self.behind_the_break(end) } else { Vec::new() };
                let resumed =
                    behind.last().map_or(end, |(Part::Keys(range) | Part::Entries(range, _))| range.start);
                self.draft.skip(Span::of(self.source, self.open.start..resumed));
                parts.extend(behind);
            }
        }
    }

    /// The parts of the text behind the entry that could not be read, the first one last.
    fn behind_the_break(&self, end: usize) -> Vec<Part> {
        let text = &self.text[..end];
        let line_start = text[..self.open.start.min(end)].rfind('\n').map_or(0, |at| at + 1);
        let broken = &text[line_start..];
        let indent = broken.len() - broken.trim_start_matches(' ').len();
        let is_block_entry = broken[indent..].starts_with("- ");
        let mut at = line_start + broken.find('\n').map_or(broken.len(), |at| at + 1);
        while at < end {
            let line = text[at..].split_inclusive('\n').next().unwrap_or_default();
            if is_key_line(line) {
                return vec![Part::Keys(at..end)];
            }
            if let Some(list) = self.open.list
                && is_block_entry
                && line.len() > indent
                && line.bytes().take(indent).all(|byte| byte == b' ')
                && line[indent..].starts_with("- ")
            {
                let mut stop = at;
                for line in text[at..].split_inclusive('\n') {
                    if is_key_line(line) {
                        return vec![Part::Keys(stop..end), Part::Entries(at..stop, list)];
                    }
                    stop += line.len();
                }
                return vec![Part::Entries(at..end, list)];
            }
            at += line.len();
        }
        Vec::new()
    }

    fn keys(&mut self, stream: &mut Stream<'_>) -> Result<(), Stop> {
        match stream.peek()? {
            (Next::End, _) => return Ok(()),
            (Next::Map, _) => stream.skip()?,
            _ => {
                let node = stream.node()?;
                if !matches!(node.content, Content::Absent | Content::Refused) {
                    let message = Text::fixed(
                        "tệp phải gồm các cặp khóa: giá trị",
                        "the file must consist of pairs key: value",
                    );
                    self.found.push(Diagnostic::new(&rules::WRONG_TYPE, node.span, message));
                }
                return Ok(());
            }
        }
        loop {
            let (next, span) = stream.peek()?;
            if matches!(next, Next::End) {
                return stream.skip();
            }
            self.open = Open { start: span.start as usize, list: None };
            let key = stream.node()?;
            let Some((name, span)) = values::key_of(&key, self.found) else {
                stream.node()?;
                continue;
            };
            self.key(name, span, stream)?;
        }
    }

    fn key(&mut self, name: &str, span: Span, stream: &mut Stream<'_>) -> Result<(), Stop> {
        if let Some(first) = self.seen.insert(name.to_owned(), span) {
            self.found.push(values::given_twice(&quoted(name), span, first));
            return stream.node().map(|_| ());
        }
        let Some((format, at)) = self.known(name, span) else {
            return stream.node().map(|_| ());
        };
        match format.keys[at].shape {
            Shape::List(inner) if std::ptr::eq(format, &raw const LISTS) => {
                if matches!(stream.peek()?.0, Next::List) {
                    self.open.list = Some(at);
                    self.entries_of(stream, at, inner)?;
                    self.open.list = None;
                } else {
                    let node = stream.node()?;
                    self.odd_value(format, at, span, node);
                }
            }
            Shape::Map(inner) if std::ptr::eq(format, &raw const LISTS) => {
                let node = stream.node()?;
                if matches!(node.content, Content::Map(_)) {
                    let kept =
                        if name == "calendar" { &mut self.draft.calendars } else { &mut self.draft.settings };
                    kept.extend(values::entry(node, inner, self.found));
                } else {
                    self.odd_value(format, at, span, node);
                }
            }
            _ if std::ptr::eq(format, &raw const REPORTER) => {
                let mut entry = Entry::new(format, span);
                values::set(&mut entry, at, span, stream.node()?, self.found);
                self.reporter = entry.text("unit").map(|unit| unit.map(str::to_owned));
            }
            _ => {
                let node = stream.node()?;
                values::set(&mut self.draft.header, at, span, node, self.found);
            }
        }
        Ok(())
    }

    /// A value that is not what a list or a mapping at the top looks like.
    fn odd_value(&mut self, format: &'static Format, at: usize, span: Span, node: Node<'_>) {
        let mut entry = Entry::new(format, span);
        values::set(&mut entry, at, span, node, self.found);
        if entry.is_wrong(format.keys[at].name) {
            self.draft.skip(entry.value_span(format.keys[at].name));
        }
    }

    /// The table and number of a key at the top of this file.
    fn known(&mut self, name: &str, span: Span) -> Option<(&'static Format, usize)> {
        let tables: &[&'static Format] = match self.role {
            Role::Main => &[&HEADER, &LISTS],
            Role::Lists => &[&LISTS],
            Role::Progress => &[&REPORTER, &LISTS],
        };
        let find = |name: &str| tables.iter().find_map(|table| Some((*table, table.position(name)?)));
        if let Some(found) = find(name) {
            return Some(found);
        }
        let help = if self.role != Role::Main && HEADER.position(name).is_some() {
            Some(Text::fixed(
                "phần đầu chỉ có ở tệp chính của kế hoạch",
                "only the plan's main file has a header",
            ))
        } else if REPORTER.position(name).is_some() {
            Some(Text::fixed(
                "unit: ở đầu tệp chỉ có dưới thư mục progress/ của kế hoạch",
                "unit: at the top stands only in files under the plan's progress/",
            ))
        } else {
            None
        };
        let names = || tables.iter().flat_map(|table| table.keys.iter().map(|key| key.name));
        let misplaced = help.is_some();
        let near = if misplaced { None } else { nearest(name, names()) };
        self.found.push(values::unknown_key(name, span, names(), near).maybe_help(help));
        // It counts as the key that it most likely is, unless that is there already.
        let near =
            nearest(name, names().filter(|key| !self.seen.contains_key(*key))).filter(|_| !misplaced)?;
        self.seen.insert(near.to_owned(), span);
        find(near)
    }

    fn entries(&mut self, stream: &mut Stream<'_>, list: usize) -> Result<(), Stop> {
        let Some(Shape::List(format)) = LISTS.keys.get(list).map(|key| key.shape) else { return Ok(()) };
        if matches!(stream.peek()?.0, Next::List) {
            return self.entries_of(stream, list, format);
        }
        Ok(())
    }

    fn entries_of(
        &mut self,
        stream: &mut Stream<'_>,
        list: usize,
        format: &'static Format,
    ) -> Result<(), Stop> {
        stream.skip()?;
        loop {
            let (next, span) = stream.peek()?;
            if matches!(next, Next::End) {
                return stream.skip();
            }
            self.open.start = span.start as usize;
            let node = stream.node()?;
            let node_span = node.span;
            let Some(entry) = values::entry(node, format, self.found) else {
                self.draft.skip(node_span);
                continue;
            };
            if self.draft.entries() >= ENTRIES {
                if !self.draft.incomplete {
                    let message =
                        text!("kế hoạch có quá {ENTRIES} mục", "the plan has more than {ENTRIES} entries");
                    self.found.push(Diagnostic::new(&rules::LIMIT, node_span, message));
                }
                self.draft.lose_file();
                continue;
            }
            if let Some(entries) = self.draft.list_mut(list) {
                entries.push(entry);
            }
        }
    }

    fn finish_header(&mut self) {
        let header = &self.draft.header;
        if let Some(version) = header.count("format")
            && version.value != u64::from(VERSION)
        {
            let said = version.value;
            self.found.push(
                Diagnostic::new(
                    &rules::FORMAT_VERSION,
                    version.span,
                    text!(
                        "không đọc được định dạng phiên bản {said}",
                        "format version {said} cannot be read"
                    ),
                )
                .help(Text::same(VERSION.to_string())),
            );
            self.draft.lose_file();
        } else if self.draft.skipped.is_empty() && !self.draft.lost_file {
            values::missing(header, self.found);
        }
    }

    /// Gives every entry of a unit's file the unit that its head names.
    fn report_as_unit(&mut self) {
        let Some(reporter) = self.reporter.take() else { return };
        for name in ["progress", "changes"] {
            let Some(at) = LISTS.position(name) else { continue };
            let first = self.firsts.get(at).copied().unwrap_or(0);
            let Some(entries) = self.draft.list_mut(at) else { continue };
            for entry in entries.iter_mut().skip(first) {
                let other = entry.many("unit").iter().find(|unit| unit.value != reporter.value).cloned();
                if let Some(other) = other {
                    let (unit, name) = (quoted(&other.value), quoted(&reporter.value));
                    self.found.push(
                        Diagnostic::new(
                            &rules::FOREIGN_REPORT,
                            other.span,
                            text!(
                                "tệp này là của {name}, mục này của {unit}",
                                "this file is of {name}, this entry of {unit}"
                            ),
                        )
                        .related(reporter.span, Text::fixed("đơn vị của tệp", "the file's unit")),
                    );
                } else if !entry.has("unit")
                    && let Some(key) = entry.format().position("unit")
                {
                    let unit = Spanned::new(Value::Many(vec![reporter.clone()]), reporter.span);
                    entry.set(key, reporter.span, unit);
                }
            }
        }
    }

    fn length(&self, list: usize) -> usize {
        LISTS.keys.get(list).map_or(0, |key| self.draft.list(key.name).len())
    }
}

/// Whether a line begins a key at the top of the file.
fn is_key_line(line: &str) -> bool {
    line.bytes().next().is_some_and(|first| first.is_ascii_alphabetic())
        && line
            .split_once(':')
            .is_some_and(|(key, _)| key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'))
}
