//! Events of the YAML parser → the layout of a file.

use std::iter::Peekable;
use std::ops::Range;

use super::comments::give_comments;
use super::layout::{EntryLayout, EntryOutline, EntryStyle, KeyOutline, ListOutline, ListStyle, Outline};
use super::lines;
use super::shift::Shift;
use crate::parse::key::Key;
use crate::parse::yaml::{YamlEvent, events};
use crate::span::{SourceId, Span, line_end, line_start};

impl Outline {
    /// The layout of a text; `None` if the text is not YAML, or holds more than one document.
    pub fn of(text: &str, source: SourceId) -> Option<Self> {
        outline(text, source)
    }
}

fn outline(text: &str, source: SourceId) -> Option<Outline> {
    let all = events(text)?;
    let is_comment = |event: &YamlEvent<'_>| *event == YamlEvent::Comment;
    let comments: Vec<Range<usize>> =
        all.iter().filter(|(event, _)| is_comment(event)).map(|(_, range)| range.clone()).collect();
    let nodes = all.into_iter().filter(|(event, _)| !is_comment(event));
    let mut builder = Builder { text, source, nodes: nodes.peekable() };
    let mapping = builder.document()?;
    let end = mapping.is_block.then(|| lines::behind_blank_lines(text, mapping.end));
    let line_break = match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    };
    let mut outline = Outline {
        has_bom: text.starts_with('\u{feff}'),
        line_break,
        ends_with_break: text.ends_with('\n'),
        keys: mapping.keys,
        end,
        comments: Vec::new(),
    };
    give_comments(&mut outline, &comments, text, source);
    Some(outline)
}

impl ListOutline {
    /// The layout of the keys of the entry at a place; `None` if the list has no such entry, or it is no mapping.
    ///
    /// It is made from the text of that entry alone. `text` is the text of the outline.
    pub fn layout(&self, text: &str, at: usize) -> Option<EntryLayout> {
        let entry = self.entries.get(at)?;
        let content = entry.content.start as usize..entry.content.end as usize;
        // The comments behind the last line of the entry stand before the dash of the next one.
        let end = match (self.style, self.entries.get(at + 1)) {
            (ListStyle::Flow { .. }, _) => content.end,
            (ListStyle::Block { .. }, Some(next)) => line_start(text, next.span.start as usize),
            (ListStyle::Block { .. }, None) => self.end,
        };
        let own = text.get(content.start..end.max(content.end))?;
        let column = lines::column(text, content.start);
        // Behind as many spaces the entry is a document of its own, with its lines in the same columns.
        let alone = " ".repeat(column) + own;
        let nodes = events(&alone)?.into_iter().filter(|(event, _)| *event != YamlEvent::Comment);
        let source = entry.span.source;
        let mut builder = Builder { text: &alone, source, nodes: nodes.peekable() };
        let mapping = builder.document().filter(|mapping| !mapping.keys.is_empty())?;
        let layout_end = if mapping.is_block { lines::next_line(&alone, mapping.end) } else { mapping.end };
        let style = if mapping.is_block { EntryStyle::Block { column } } else { EntryStyle::Flow };
        let move_by = Shift { forth: content.start, back: column };
        let keys = mapping.keys.into_iter().map(|key| move_by.key(key)).collect();
        Some(EntryLayout { style, keys, end: move_by.offset(layout_end) })
    }
}

/// The keys of a mapping.
struct MappingExtent {
    keys: Vec<KeyOutline>,
    is_block: bool,
    /// The end of the last value.
    end: usize,
}

/// A node: its bytes and what it is.
struct NodeExtent {
    range: Range<usize>,
    /// The end that keeps the blank lines of a block scalar.
    end: usize,
    is_block: bool,
    is_list: bool,
}

struct Builder<'t, I: Iterator<Item = (YamlEvent<'t>, Range<usize>)>> {
    text: &'t str,
    source: SourceId,
    nodes: Peekable<I>,
}

impl<'t, I: Iterator<Item = (YamlEvent<'t>, Range<usize>)>> Builder<'t, I> {
    fn document(&mut self) -> Option<MappingExtent> {
        let mut keys = Vec::new();
        if self.nodes.next_if(|(event, _)| *event == YamlEvent::DocumentStart).is_none() {
            return Some(MappingExtent { keys, is_block: true, end: 0 });
        }
        let (root, start) = self.nodes.next()?;
        let mut last = start.end;
        let is_block = match root {
            YamlEvent::MapStart { is_block } => {
                while self.nodes.next_if(|(event, _)| *event == YamlEvent::End).is_none() {
                    keys.push(self.key(&mut last)?);
                }
                is_block
            }
            // A document of nothing, behind `---` or comments: the parser gives it a null of no bytes.
            YamlEvent::Scalar { .. } if start.is_empty() => true,
            _ => return None,
        };
        let (end, _) = self.nodes.next()?;
        if end != YamlEvent::DocumentEnd || self.nodes.next().is_some() {
            return None;
        }
        Some(MappingExtent { keys, is_block, end: last })
    }

    /// The next key at the top, with its value; moves `last` to its end.
    fn key(&mut self, last: &mut usize) -> Option<KeyOutline> {
        let (name, key) = self.nodes.next()?;
        let YamlEvent::Scalar { words, .. } = name else { return None };
        let (event, start) = self.nodes.peek()?;
        let is_block_list = matches!(event, YamlEvent::ListStart { is_block: true });
        let is_flow_list = matches!(event, YamlEvent::ListStart { is_block: false });
        let start = start.clone();
        let (value, list) = if is_block_list {
            self.block_list(key.end)?
        } else if is_flow_list {
            self.flow_list(&start)?
        } else {
            let node = self.node()?;
            *last = (*last).max(node.end);
            (node.range, None)
        };
        *last = (*last).max(key.end).max(value.end).max(list.as_ref().map_or(0, |list| list.end));
        Some(KeyOutline {
            key: Key::ALL.iter().copied().find(|key| key.name() == words),
            key_span: self.span(key),
            value_span: self.span(value),
            list,
        })
    }

    /// A list of dashes, behind a key that ends at `key`.
    fn block_list(&mut self, key: usize) -> Option<(Range<usize>, Option<ListOutline>)> {
        self.nodes.next()?;
        let mut entries: Vec<EntryOutline> = Vec::new();
        let mut at = line_end(self.text, key);
        let (mut first, mut column) = (at, 0);
        while self.nodes.next_if(|(event, _)| *event == YamlEvent::End).is_none() {
            let dash = lines::dash(self.text, at)?;
            if entries.is_empty() {
                (first, column) = (dash, dash - line_start(self.text, dash));
            }
            let node = self.node()?;
            let content = node.range.start.max(dash + 1)..node.range.end.max(dash + 1);
            let style = if node.is_block && !node.is_list {
                EntryStyle::Block { column: lines::column(self.text, content.start) }
            } else {
                EntryStyle::Flow
            };
            // A dash without a value stands by itself.
            let content = if node.range.is_empty() { dash + 1..dash + 1 } else { content };
            at = lines::next_line(self.text, node.end.max(dash + 1));
            entries.push(EntryOutline {
                span: self.span(dash..content.end),
                content: self.span(content),
                style,
                comments: Vec::new(),
            });
        }
        let last = entries.last().map_or(at, |entry| entry.span.end as usize);
        let end = lines::behind_deep_comments(self.text, at, column);
        let list = ListOutline { style: ListStyle::Block { dash: column }, entries, end };
        Some((first..last, Some(list)))
    }

    /// A list in brackets that begins with the event at `start`.
    fn flow_list(&mut self, start: &Range<usize>) -> Option<(Range<usize>, Option<ListOutline>)> {
        self.nodes.next()?;
        let mut entries: Vec<EntryOutline> = Vec::new();
        let mut column = None;
        let close = loop {
            if let Some((_, close)) = self.nodes.next_if(|(event, _)| *event == YamlEvent::End) {
                break close;
            }
            let range = self.node()?.range;
            let line = line_start(self.text, range.start);
            if self.text[line..range.start].trim().is_empty() {
                column = Some(lines::column(self.text, range.start));
            }
            entries.push(EntryOutline {
                span: self.span(range.clone()),
                content: self.span(range),
                style: EntryStyle::Flow,
                comments: Vec::new(),
            });
        };
        let last = entries.last().map_or(start.end, |entry| entry.span.end as usize);
        let comma = lines::comma(self.text, last..close.start).filter(|_| !entries.is_empty());
        let list = ListOutline {
            style: ListStyle::Flow { column, has_last_comma: comma.is_some() },
            entries,
            end: comma.map_or(last, |comma| comma + 1),
        };
        Some((start.start..close.end, Some(list)))
    }

    /// The next node, however deep.
    fn node(&mut self) -> Option<NodeExtent> {
        let (first, range) = self.nodes.next()?;
        let mut extent = NodeExtent {
            range: range.start..self.trimmed(&range),
            end: if matches!(first, YamlEvent::Scalar { is_block: true, .. }) {
                self.block_end(&range)
            } else {
                0
            },
            is_block: false,
            is_list: matches!(first, YamlEvent::ListStart { .. }),
        };
        if let YamlEvent::MapStart { is_block } | YamlEvent::ListStart { is_block } = first {
            extent.is_block = is_block;
            extent.range.end = extent.range.end.max(range.start);
            let mut depth = 1;
            while depth > 0 {
                let (event, range) = self.nodes.next()?;
                match event {
                    YamlEvent::MapStart { .. } | YamlEvent::ListStart { .. } => depth += 1,
                    YamlEvent::End => {
                        depth -= 1;
                        // Only brackets and braces have an end of their own.
                        if range.is_empty() || !self.text[range.clone()].ends_with([']', '}']) {
                            continue;
                        }
                    }
                    YamlEvent::Scalar { is_block: true, .. } => {
                        extent.end = extent.end.max(self.block_end(&range));
                    }
                    // A key without a value ends with its colon.
                    YamlEvent::Scalar { .. } if range.is_empty() => {
                        extent.range.end = extent.range.end.max(self.colon(extent.range.end, range.start));
                        continue;
                    }
                    YamlEvent::DocumentStart | YamlEvent::DocumentEnd => return None,
                    _ => {}
                }
                extent.range.end = extent.range.end.max(self.trimmed(&range));
            }
        }
        extent.end = extent.end.max(extent.range.end);
        Some(extent)
    }

    /// The end of a block scalar with its blank lines: without the indentation of the line that follows.
    fn block_end(&self, range: &Range<usize>) -> usize {
        let line = line_start(self.text, range.end);
        if self.text[line..range.end].trim().is_empty() { line.max(range.start) } else { range.end }
    }

    /// The end of the colon between two offsets, if one stands right at the first.
    fn colon(&self, from: usize, to: usize) -> usize {
        let between = self.text.get(from..to.max(from)).unwrap_or_default();
        let rest = self.text[from..].trim_start_matches([' ', '\t']);
        if between.trim_start().starts_with(':') || rest.starts_with(':') {
            return from + self.text[from..].find(':').map_or(0, |at| at + 1);
        }
        from
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::of(self.source, range)
    }

    /// The end of what a person would mark: without the blank lines that a parser counts in.
    fn trimmed(&self, range: &Range<usize>) -> usize {
        self.text.get(range.clone()).map_or(range.end, |text| range.start + text.trim_end().len())
    }
}
