//! The keys at the top of a file, and the fields of the Draft that their values go to.

use super::{FileReader, ReadPosition, Role};
use crate::diagnostic::{Diagnostic, Related, quoted};
use crate::language::Message;
use crate::parse::draft::{Entry, Text};
use crate::parse::format::{HEADER, KeyFormat, LISTS, MappingFormat, REPORTER, ValueShape};
use crate::parse::key::Key;
use crate::parse::yaml::{Content, MERGE, Next, Node, Stop, Stream, merge_key};
use crate::parse::{rules, values};
use crate::span::Span;
use crate::vietnamese::nearest;

impl<'s> FileReader<'s> {
    /// Reads the keys of a part of the file with their values.
    pub(super) fn keys(&mut self, stream: &mut Stream<'s>) -> Result<(), Stop> {
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
}
