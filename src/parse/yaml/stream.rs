//! YAML text → nodes with their spans.
//!
//! A [`Stream`] gives one node at a time: of a file of fifty megabytes no more than one task is ever held as a tree.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, StrInput, StructureStyle};

use super::comment::{behind_scalar, in_place_of_value};
use super::lines::{Located, NotPlain, PlainLines};
use super::parser::{bytes, parser};
use super::syntax::syntax_fault;
use crate::diagnostic::Diagnostic;
use crate::language::Message;
use crate::parse::rules;
use crate::parse::scalar::is_null;
use crate::span::{SourceId, Span};

/// Number of keys that most mappings do not exceed.
const KEYS: usize = 8;

/// A value and its place.
pub(in crate::parse) struct Node<'t> {
    pub(in crate::parse) span: Span,
    pub(in crate::parse) content: Content<'t>,
    /// A comment that may have been meant as a part of the scalar.
    pub(in crate::parse) cut: Option<Span>,
}

impl<'t> Node<'t> {
    fn new(span: Span, content: Content<'t>) -> Self {
        Self { span, content, cut: None }
    }

    /// Returns true if a part of the node is not supported and was reported.
    pub(in crate::parse) fn holds_refused(&self) -> bool {
        match &self.content {
            Content::Refused => true,
            Content::List(nodes) => nodes.iter().any(Node::holds_refused),
            Content::Map(pairs) => pairs.iter().any(|(_, value)| value.holds_refused()),
            Content::Absent | Content::Scalar(_) => false,
        }
    }
}

/// Content of a node.
pub(in crate::parse) enum Content<'t> {
    /// `null`, `~` or nothing.
    Absent,
    /// Any other scalar, by its words.
    Scalar(Cow<'t, str>),
    List(Vec<Node<'t>>),
    Map(Vec<(Node<'t>, Node<'t>)>),
    /// Something that the format does not support; already reported.
    Refused,
}

/// A collection of which the end is not read yet.
enum OpenCollection<'t> {
    List(Span, Vec<Node<'t>>),
    Map(Span, Vec<(Node<'t>, Node<'t>)>, Option<Node<'t>>),
}

impl OpenCollection<'_> {
    /// Returns the merge key whose value is being read.
    fn merge_key(&self) -> Option<Span> {
        match self {
            Self::Map(_, _, Some(Node { span, content: Content::Scalar(name), .. })) if name == MERGE => {
                Some(*span)
            }
            _ => None,
        }
    }
}

/// The key that takes the keys of other mappings.
pub(in crate::parse) const MERGE: &str = "<<";

/// Reports a merge key.
pub(in crate::parse) fn merge_key(span: Span) -> Diagnostic {
    let message = Message::fixed("khóa trộn (<<) không được hỗ trợ", "merge keys (<<) are not supported");
    Diagnostic::new(&rules::UNSUPPORTED_YAML, span, message)
        .help(Message::fixed("viết các khóa ra tại đây", "write the keys out here"))
}

/// The next part of the file.
pub(in crate::parse) enum Next {
    Map,
    List,
    End,
    Other,
}

/// The file cannot be read further; already reported.
pub(in crate::parse) struct Stop;

/// The reader of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::parse) enum YamlReader {
    /// The reader of plain lines, which gives up on anything else.
    Lines,
    /// The YAML parser, which is the definition.
    Parser,
}

enum EventSource<'t> {
    Lines(PlainLines<'t>),
    /// Not plain lines: nothing more comes.
    GivenUp,
    Parser(Box<Parser<'t, StrInput<'t>>>),
}

/// A part of a source as a stream of nodes.
pub(in crate::parse) struct Stream<'t> {
    events: EventSource<'t>,
    source: SourceId,
    base: u32,
    text: &'t str,
    diagnostics: Vec<Diagnostic>,
}

impl<'t> Stream<'t> {
    /// Reads the bytes of `range`, which must begin and end with a line.
    pub(in crate::parse) fn new(
        text: &'t str,
        range: Range<usize>,
        source: SourceId,
        reader: YamlReader,
    ) -> Self {
        let base = u32::try_from(range.start).unwrap_or(u32::MAX);
        let text = text.get(range).unwrap_or_default();
        let events = match reader {
            YamlReader::Lines => PlainLines::new(text).map_or(EventSource::GivenUp, EventSource::Lines),
            YamlReader::Parser => EventSource::Parser(Box::new(parser(text))),
        };
        Self { events, source, base, text, diagnostics: Vec::new() }
    }

    /// Returns true if the text is not of plain lines: what was read of it counts for nothing.
    pub(in crate::parse) fn gave_up(&self) -> bool {
        matches!(self.events, EventSource::GivenUp)
    }

    /// Returns the diagnostics found so far, and forgets them.
    pub(in crate::parse) fn take_diagnostics(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.diagnostics)
    }

    /// Looks at the next event; `End` past the last.
    pub(in crate::parse) fn peek(&mut self) -> Result<(Next, Span), Stop> {
        let (next, range) = loop {
            match self.peek_event()? {
                None => break (Next::End, self.text.len()..self.text.len()),
                Some((Event::StreamStart | Event::DocumentStart(..), _)) => {
                    self.next()?;
                }
                Some((event, range)) => {
                    let next = match event {
                        Event::MappingStart(_, _, None) => Next::Map,
                        Event::SequenceStart(_, _, None) => Next::List,
                        Event::MappingEnd | Event::SequenceEnd | Event::DocumentEnd | Event::StreamEnd => {
                            Next::End
                        }
                        _ => Next::Other,
                    };
                    break (next, range);
                }
            }
        };
        Ok((next, self.span_of(range)))
    }

    fn peek_event(&mut self) -> Result<Option<(&Event<'t>, Range<usize>)>, Stop> {
        if self.is_faulty() {
            return Err(self.next().err().unwrap_or(Stop));
        }
        Ok(match &mut self.events {
            EventSource::Lines(lines) => {
                lines.peek().ok().flatten().map(|(event, range)| (event, range.clone()))
            }
            EventSource::GivenUp => None,
            EventSource::Parser(parser) => {
                parser.peek().and_then(Result::ok).map(|(event, span)| (event, bytes(span)))
            }
        })
    }

    /// Returns true if the next event is a fault, or none that the reader knows.
    fn is_faulty(&mut self) -> bool {
        match &mut self.events {
            EventSource::Lines(lines) => lines.peek().is_err(),
            EventSource::GivenUp => true,
            EventSource::Parser(parser) => matches!(parser.peek(), Some(Err(_))),
        }
    }

    /// Passes over the event that was peeked at: the start or the end of a collection.
    pub(in crate::parse) fn skip(&mut self) -> Result<(), Stop> {
        self.next().map(|_| ())
    }

    /// Returns true if the collection that begins here is written in lines, not in brackets.
    pub(in crate::parse) fn is_block(&mut self) -> bool {
        matches!(
            self.peek_event(),
            Ok(Some((
                Event::MappingStart(StructureStyle::Block, ..)
                    | Event::SequenceStart(StructureStyle::Block, ..),
                _
            )))
        )
    }

    /// Returns true if nothing stands after the root node; a further document is reported.
    pub(in crate::parse) fn finish(&mut self) -> bool {
        loop {
            match self.next() {
                Ok(Some((Event::DocumentStart(explicit, _), range))) => {
                    if explicit {
                        let span = self.span_of(range);
                        self.unsupported(
                            span,
                            Message::fixed(
                                "tệp có nhiều hơn một tài liệu YAML",
                                "the file has more than one YAML document",
                            ),
                            Message::fixed(
                                "bỏ dòng --- hoặc tách thành tệp khác",
                                "remove the line --- or move the rest to another file",
                            ),
                        );
                    }
                    return false;
                }
                Ok(Some(_)) => {}
                Ok(None) => return true,
                Err(Stop) => return false,
            }
        }
    }

    /// Reads one whole node.
    pub(in crate::parse) fn node(&mut self) -> Result<Node<'t>, Stop> {
        let mut open: Vec<OpenCollection<'t>> = Vec::new();
        loop {
            let Some((event, range)) = self.next()? else {
                return Err(Stop);
            };
            let span = self.span_of(range);
            let tagged = event.tag().is_some();
            if tagged {
                self.unsupported(
                    span,
                    Message::fixed("nhãn kiểu (!…) không được hỗ trợ", "tags (!…) are not supported"),
                    Message::fixed(
                        "bỏ nhãn: giá trị được hiểu theo chữ viết",
                        "remove the tag: a value is taken by its words",
                    ),
                );
            }
            let node = match event {
                Event::SequenceStart(..) => {
                    open.push(OpenCollection::List(span, Vec::new()));
                    continue;
                }
                Event::MappingStart(..) => {
                    open.push(OpenCollection::Map(span, Vec::with_capacity(KEYS), None));
                    continue;
                }
                Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                    Some(OpenCollection::List(start, nodes)) => Node::new(
                        cover(start, nodes.last().map(|node| node.span), span),
                        Content::List(nodes),
                    ),
                    Some(OpenCollection::Map(start, pairs, _)) => Node::new(
                        cover(start, pairs.last().map(|(_, value)| value.span), span),
                        Content::Map(pairs),
                    ),
                    None => return Err(Stop),
                },
                Event::Scalar(_, _, _, Some(_)) => Node::new(span, Content::Refused),
                Event::Scalar(words, ScalarStyle::Plain, ..) => self.plain(words, span),
                Event::Scalar(words, ..) => Node::new(self.trimmed(span), scalar(words, false)),
                Event::Alias(_) | Event::UnresolvedAlias(_) => {
                    let merging = open.iter().find_map(OpenCollection::merge_key);
                    self.alias(span, merging);
                    Node::new(span, Content::Refused)
                }
                _ => continue,
            };
            match open.last_mut() {
                None => return Ok(node),
                Some(OpenCollection::List(_, nodes)) => nodes.push(node),
                Some(OpenCollection::Map(_, pairs, key)) => match key.take() {
                    None => *key = Some(node),
                    Some(key) => pairs.push((key, node)),
                },
            }
        }
    }

    /// Returns the node of a scalar without quotation marks.
    ///
    /// Its outer spaces are no part of it. YAML takes only spaces and tabs for such; a no-break space at the end of a
    /// line is as invisible and as little meant.
    fn plain(&self, words: Cow<'t, str>, span: Span) -> Node<'t> {
        let (start, end) = ((span.start - self.base) as usize, (span.end - self.base) as usize);
        let written = self.text.get(start..end).unwrap_or_default();
        let (span, words) = if is_trimmed(written) && is_trimmed(&words) {
            (span, words)
        } else {
            let head = written.len() - written.trim_start().len();
            let span = self.span_of(start + head..start + written.trim_end().len().max(head));
            let words = match words {
                Cow::Borrowed(words) => Cow::Borrowed(words.trim()),
                Cow::Owned(words) if words.trim().len() < words.len() => Cow::Owned(words.trim().to_owned()),
                words @ Cow::Owned(_) => words,
            };
            (span, words)
        };
        let cut = if written.is_empty() {
            in_place_of_value(self.text, start)
        } else {
            behind_scalar(self.text, end)
        };
        Node { cut: cut.map(|range| self.span_of(range)), ..Node::new(span, scalar(words, true)) }
    }

    fn next(&mut self) -> Result<Option<Located<'t>>, Stop> {
        match &mut self.events {
            EventSource::Lines(lines) => lines.next().map_err(|NotPlain| {
                self.events = EventSource::GivenUp;
                Stop
            }),
            EventSource::GivenUp => Err(Stop),
            EventSource::Parser(parser) => match parser.next_event() {
                None => Ok(None),
                Some(Ok((event, span))) => Ok(Some((event, bytes(&span)))),
                Some(Err(error)) => {
                    let diagnostic = syntax_fault(self.text, &error, |range| self.span_of(range));
                    self.diagnostics.push(diagnostic);
                    Err(Stop)
                }
            },
        }
    }

    fn span_of(&self, range: Range<usize>) -> Span {
        let at = |offset: usize| self.base.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
        Span::new(self.source, at(range.start), at(range.end))
    }

    /// Block scalars end where the next thing begins; what a person would mark ends with the text.
    fn trimmed(&self, span: Span) -> Span {
        let (start, end) = ((span.start - self.base) as usize, (span.end - self.base) as usize);
        let kept = self.text.get(start..end).map_or(end - start, |slice| {
            if is_trimmed(slice) { slice.len() } else { slice.trim_end().len() }
        });
        Span { end: span.start + u32::try_from(kept).unwrap_or(0), ..span }
    }

    /// Reports an alias; all those that one merge key takes as one fault, at the key.
    fn alias(&mut self, span: Span, merging: Option<Span>) {
        let Some(key) = merging else {
            return self.unsupported(
                span,
                Message::fixed("bí danh (*…) không được hỗ trợ", "aliases (*…) are not supported"),
                Message::fixed("viết giá trị ra tại đây", "write the value out here"),
            );
        };
        if self.diagnostics.last().is_none_or(|last| last.span != key) {
            self.diagnostics.push(merge_key(key));
        }
    }

    fn unsupported(&mut self, span: Span, message: Message, help: Message) {
        self.diagnostics.push(Diagnostic::new(&rules::UNSUPPORTED_YAML, span, message).help(help));
    }
}

/// A collection reaches to the end of its last part, not to where the next line begins.
fn cover(start: Span, last: Option<Span>, end: Span) -> Span {
    let flow = end.end > end.start;
    let stop = if flow { end.end } else { last.map_or(start.end, |last| last.end) };
    Span { end: stop.max(start.end), ..start }
}

/// Returns true if a text begins and ends with a visible character of ASCII, as most do: no space has to be looked for.
fn is_trimmed(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.first().is_some_and(u8::is_ascii_graphic) && bytes.last().is_some_and(u8::is_ascii_graphic)
}

fn scalar(text: Cow<'_, str>, plain: bool) -> Content<'_> {
    let is_empty = !text.starts_with(|c: char| c.is_ascii_graphic()) && text.trim().is_empty();
    let absent = is_empty || plain && is_null(&text);
    if absent { Content::Absent } else { Content::Scalar(text) }
}
