//! Entries into a list of a file, wherever the list stands and whether it is there yet or not.

use super::entry::NewEntry;
use super::insertion::insertion;
use crate::diagnostic::TextEdit;
use crate::parse::key::Key;
use crate::parse::outline::{EntryLayout, EntryStyle, KeyOutline, ListStyle, Outline};
use crate::span::{SourceId, Span, line_end, line_start};

/// A list to which entries are added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListPlace {
    /// A list at the top of the file.
    Top(Key),
    /// A list in an entry, such as the `results` of a target.
    Within {
        /// The list of the entry.
        list: Key,
        /// The place of the entry in that list, in this file.
        at: usize,
        /// The list in the entry.
        key: Key,
    },
}

/// The edits that put further entries at the end of a list; every other byte stays as it is.
///
/// A list that is missing or empty is begun in lines below its key, in a mapping in braces in brackets. `text` is the
/// text of the outline. None where no entry can stand: the value is no list, there is no such entry.
pub fn addition(
    text: &str,
    source: SourceId,
    outline: &Outline,
    place: ListPlace,
    entries: &[NewEntry],
) -> Option<Vec<TextEdit>> {
    let writer = ListWriter { text, source, outline, entries };
    match place {
        ListPlace::Top(key) => {
            let is_block = outline.end.is_some();
            match outline.key(key) {
                Some(known) => writer.behind_the_last(known, is_block),
                None => Some(vec![writer.at_the_top(key, outline.end?)]),
            }
        }
        ListPlace::Within { list, at, key } => {
            let layout = outline.list(list)?.layout(text, at)?;
            match layout.key(key) {
                Some(known) => writer.behind_the_last(known, layout.style != EntryStyle::Flow),
                None => Some(vec![writer.in_an_entry(key, &layout)]),
            }
        }
    }
}

struct ListWriter<'w> {
    text: &'w str,
    source: SourceId,
    outline: &'w Outline,
    entries: &'w [NewEntry],
}

impl ListWriter<'_> {
    /// The entries behind the last one of a key that is there, in a mapping in lines or in braces.
    fn behind_the_last(&self, known: &KeyOutline, is_block: bool) -> Option<Vec<TextEdit>> {
        let value = known.value_span.start as usize..known.value_span.end as usize;
        let words = self.text.get(value.clone())?;
        match &known.list {
            Some(list) if !list.entries.is_empty() || words.contains('\n') => {
                return Some(insertion(self.text, self.source, self.outline, list, self.entries));
            }
            Some(list) if !is_block => {
                return Some(vec![TextEdit::insertion(self.source, list.end, self.in_brackets())]);
            }
            None if !matches!(words, "" | "~" | "null" | "Null" | "NULL") => return None,
            _ => {}
        }
        let colon = self.colon(known)?;
        let value = if words.is_empty() { colon..colon } else { value };
        if !is_block {
            let text = format!(" [{}]", self.in_brackets());
            return Some(vec![TextEdit::replacement(Span::of(self.source, colon..value.end), text)]);
        }
        let key = known.key_span.start as usize;
        let indent = self.text[line_start(self.text, key)..key].trim_start_matches('\u{feff}');
        let column = indent.chars().count();
        let gone = TextEdit::deletion(Span::of(self.source, colon..value.end));
        let below = line_end(self.text, value.end);
        Some(vec![gone, self.first("", column + self.step(), below)])
    }

    /// A list that is not there yet, at the top of the file.
    fn at_the_top(&self, key: Key, end: usize) -> TextEdit {
        self.first(&format!("{key}:{}", self.outline.line_break), self.step(), end)
    }

    /// A list that is not there yet, in an entry.
    fn in_an_entry(&self, key: Key, layout: &EntryLayout) -> TextEdit {
        match layout.style {
            EntryStyle::Flow => {
                let text = format!(", {key}: [{}]", self.in_brackets());
                TextEdit::insertion(self.source, layout.end, text)
            }
            EntryStyle::Block { column } => {
                let head = format!("{}{key}:{}", " ".repeat(column), self.outline.line_break);
                self.first(&head, column + 2, layout.end)
            }
        }
    }

    /// A list in lines behind the line of its key, at the beginning of a line.
    fn first(&self, head: &str, dash: usize, at: usize) -> TextEdit {
        let line_break = self.outline.line_break;
        let indent = " ".repeat(dash);
        let lines = self.entries.iter().map(|entry| {
            let written = entry.write(EntryStyle::Flow, line_break);
            format!("{indent}- {written}{line_break}")
        });
        let text = format!("{}{head}{}", self.break_before(at), lines.collect::<String>());
        TextEdit::insertion(self.source, at, text)
    }

    /// The entries between brackets.
    fn in_brackets(&self) -> String {
        let entries = self.entries.iter();
        let written = entries.map(|entry| entry.write(EntryStyle::Flow, self.outline.line_break));
        written.collect::<Vec<_>>().join(", ")
    }

    /// The line break that the text lacks before an offset.
    fn break_before(&self, at: usize) -> &'static str {
        let is_first = self.text[..at].trim_start_matches('\u{feff}').is_empty();
        if is_first || self.text[..at].ends_with('\n') { "" } else { self.outline.line_break }
    }

    /// The offset behind the colon of a key.
    fn colon(&self, known: &KeyOutline) -> Option<usize> {
        let end = known.key_span.end as usize;
        self.text.get(end..)?.find(':').map(|at| end + at + 1)
    }

    /// The number of columns by which the lists of the file are indented; two where there is none in lines.
    fn step(&self) -> usize {
        let mut lists = self.outline.keys.iter().filter_map(|key| key.list.as_ref());
        lists
            .find_map(|list| match list.style {
                ListStyle::Block { dash } => Some(dash),
                ListStyle::Flow { .. } => None,
            })
            .unwrap_or(2)
    }
}
