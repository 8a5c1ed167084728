//! Events of the YAML parser → the layout of a file.

use std::iter::Peekable;
use std::ops::Range;

use super::layout::{
    CommentPlace, EntryComment, EntryLayout, EntryOutline, EntryStyle, KeyOutline, ListOutline, ListStyle,
    Outline,
};
use crate::parse::key::Key;
use crate::parse::yaml::{YamlEvent, events};
use crate::span::{SourceId, Span};

impl Outline {
    /// The layout of a text; `None` if the text is not YAML, or holds more than one document.
    pub fn of(text: &str, source: SourceId) -> Option<Self> {
        outline(text, source)
    }
}

fn outline(text: &str, source: SourceId) -> Option<Outline> {
    let all = events(text)?;
    let is_comment = |event: &YamlEvent<'_>| *event == YamlEvent::Comment;
    let comments =
        all.iter().filter(|(event, _)| is_comment(event)).map(|(_, range)| range.clone()).collect();
    let nodes = all.into_iter().filter(|(event, _)| !is_comment(event));
    let mut builder = Builder { text, source, comments, nodes: nodes.peekable() };
    let mapping = builder.document()?;
    let end = mapping.is_block.then(|| builder.behind_blank_lines(mapping.end));
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
    builder.give_comments(&mut outline);
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
        let column = text[line_start(text, content.start)..content.start].chars().count();
        // Behind as many spaces the entry is a document of its own, with its lines in the same columns.
        let alone = " ".repeat(column) + own;
        let nodes = events(&alone)?.into_iter().filter(|(event, _)| *event != YamlEvent::Comment);
        let source = entry.span.source;
        let mut builder = Builder { text: &alone, source, comments: Vec::new(), nodes: nodes.peekable() };
        let mapping = builder.document().filter(|mapping| !mapping.keys.is_empty())?;
        let layout_end = if mapping.is_block { builder.next_line(mapping.end) } else { mapping.end };
        let style = if mapping.is_block { EntryStyle::Block { column } } else { EntryStyle::Flow };
        let move_by = Shift { forth: content.start, back: column };
        let keys = mapping.keys.into_iter().map(|key| move_by.key(key)).collect();
        Some(EntryLayout { style, keys, end: move_by.offset(layout_end) })
    }
}

/// The distance from an entry as a document of its own to its place in the file.
#[derive(Clone, Copy)]
struct Shift {
    forth: usize,
    back: usize,
}

impl Shift {
    fn offset(self, at: usize) -> usize {
        (at + self.forth).saturating_sub(self.back)
    }

    fn span(self, span: Span) -> Span {
        Span::of(span.source, self.offset(span.start as usize)..self.offset(span.end as usize))
    }

    fn key(self, key: KeyOutline) -> KeyOutline {
        KeyOutline {
            key: key.key,
            key_span: self.span(key.key_span),
            value_span: self.span(key.value_span),
            list: key.list.map(|list| ListOutline {
                style: list.style,
                entries: list.entries.into_iter().map(|entry| self.entry(entry)).collect(),
                end: self.offset(list.end),
            }),
        }
    }

    fn entry(self, entry: EntryOutline) -> EntryOutline {
        let (span, content) = (self.span(entry.span), self.span(entry.content));
        EntryOutline { span, content, ..entry }
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
    comments: Vec<Range<usize>>,
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
        let mut at = self.line_end(key);
        let (mut first, mut column) = (at, 0);
        while self.nodes.next_if(|(event, _)| *event == YamlEvent::End).is_none() {
            let dash = self.dash(at)?;
            if entries.is_empty() {
                (first, column) = (dash, dash - self.line_start(dash));
            }
            let node = self.node()?;
            let content = node.range.start.max(dash + 1)..node.range.end.max(dash + 1);
            let style = if node.is_block && !node.is_list {
                EntryStyle::Block { column: self.column(content.start) }
            } else {
                EntryStyle::Flow
            };
            // A dash without a value stands by itself.
            let content = if node.range.is_empty() { dash + 1..dash + 1 } else { content };
            at = self.next_line(node.end.max(dash + 1));
            entries.push(EntryOutline {
                span: self.span(dash..content.end),
                content: self.span(content),
                style,
                comments: Vec::new(),
            });
        }
        let last = entries.last().map_or(at, |entry| entry.span.end as usize);
        let end = self.behind_deep_comments(at, column);
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
            let line = self.line_start(range.start);
            if self.text[line..range.start].trim().is_empty() {
                column = Some(self.column(range.start));
            }
            entries.push(EntryOutline {
                span: self.span(range.clone()),
                content: self.span(range),
                style: EntryStyle::Flow,
                comments: Vec::new(),
            });
        };
        let last = entries.last().map_or(start.end, |entry| entry.span.end as usize);
        let comma = self.comma(last..close.start).filter(|_| !entries.is_empty());
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
        let line = self.line_start(range.end);
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

    /// Gives every comment to the entry that it belongs to.
    fn give_comments(self, outline: &mut Outline) {
        let (text, source) = (self.text, self.source);
        for comment in &self.comments {
            let span = Span::of(source, comment.clone());
            let lists = outline.keys.iter_mut().filter_map(|key| key.list.as_mut());
            let owner = lists.into_iter().find_map(|list| owner(text, list, comment));
            match owner {
                Some((entry, place)) => entry.comments.push(EntryComment { span, place }),
                None => outline.comments.push(span),
            }
        }
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::of(self.source, range)
    }

    /// The end of what a person would mark: without the blank lines that a parser counts in.
    fn trimmed(&self, range: &Range<usize>) -> usize {
        self.text.get(range.clone()).map_or(range.end, |text| range.start + text.trim_end().len())
    }

    fn line_start(&self, at: usize) -> usize {
        line_start(self.text, at)
    }

    /// The offset behind the line break at or after an offset.
    fn line_end(&self, at: usize) -> usize {
        line_end(self.text, at)
    }

    /// The beginning of the next line; the offset itself if it is one.
    fn next_line(&self, at: usize) -> usize {
        if self.text[..at].ends_with('\n') { at } else { self.line_end(at) }
    }

    fn column(&self, at: usize) -> usize {
        self.text[self.line_start(at)..at].chars().count()
    }

    /// The dash that begins the first line from `at` that is neither blank nor a comment.
    fn dash(&self, mut at: usize) -> Option<usize> {
        while at < self.text.len() {
            let end = self.line_end(at);
            let line = &self.text[at..end];
            let rest = line.trim_start_matches(' ');
            if rest.starts_with('-') {
                return Some(at + line.len() - rest.len());
            }
            if !(rest.trim().is_empty() || rest.starts_with('#')) {
                return None;
            }
            at = end;
        }
        None
    }

    /// The comma between the last entry of a flow list and its bracket, comments aside.
    fn comma(&self, range: Range<usize>) -> Option<usize> {
        let mut at = range.start;
        for line in self.text[range].split_inclusive('\n') {
            let code = line.split('#').next().unwrap_or_default();
            if let Some(comma) = code.find(',') {
                return Some(at + comma);
            }
            at += line.len();
        }
        None
    }

    /// The offset behind the lines of comments from `at` that stand deeper than a column.
    fn behind_deep_comments(&self, mut at: usize, column: usize) -> usize {
        loop {
            let end = self.line_end(at);
            let line = &self.text[at..end];
            let rest = line.trim_start_matches(' ');
            if !rest.starts_with('#') || line.len() - rest.len() <= column {
                return at;
            }
            at = end;
        }
    }

    /// The offset behind the line of `at` and the blank lines and comments that follow.
    fn behind_blank_lines(&self, at: usize) -> usize {
        let mut at = if at == 0 { 0 } else { self.next_line(at) };
        while at < self.text.len() {
            let end = self.line_end(at);
            let line = self.text[at..end].trim().trim_start_matches('\u{feff}');
            if !(line.is_empty() || line.starts_with('#')) {
                break;
            }
            at = end;
        }
        at
    }
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

/// The entry of a list that a comment belongs to.
fn owner<'l>(
    text: &str,
    list: &'l mut ListOutline,
    comment: &Range<usize>,
) -> Option<(&'l mut EntryOutline, CommentPlace)> {
    let offset = |at: u32| at as usize;
    // The first entry that ends behind the comment, and the one before it.
    let next = list.entries.partition_point(|entry| offset(entry.span.end) <= comment.start);
    let is_inside = list.entries.get(next).is_some_and(|entry| offset(entry.span.start) < comment.start);
    if is_inside {
        return list.entries.get_mut(next).map(|entry| (entry, CommentPlace::Inside));
    }
    let line = line_start(text, comment.start);
    let column = comment.start - line;
    let is_alone = text[line..comment.start].trim().is_empty();
    if let Some(at) = next.checked_sub(1) {
        let last = list.entries.get(at)?;
        let is_behind = if is_alone {
            match list.style {
                ListStyle::Block { dash } => comment.start < list.end && column > dash,
                ListStyle::Flow { .. } => false,
            }
        } else {
            line_end(text, offset(last.span.end)) >= comment.end
        };
        if is_behind {
            return list.entries.get_mut(at).map(|entry| (entry, CommentPlace::Behind));
        }
    }
    let entry = list.entries.get_mut(next)?;
    let start = offset(entry.span.start);
    // Only comments stand between it and the entry below, and no blank line.
    let between = text.get(comment.end..start)?;
    let lines = between.split('\n').skip(1);
    let is_right_above = {
        let all: Vec<&str> = lines.collect();
        let (last, above) = all.split_last()?;
        last.trim().is_empty() && above.iter().all(|line| line.trim_start().starts_with('#'))
    };
    (is_alone && is_right_above).then_some((entry, CommentPlace::Before))
}
