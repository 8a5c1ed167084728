//! The parts of an outline.

use crate::parse::key::Key;
use crate::span::{Span, line_end, line_start};

/// The layout of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// True if the file begins with a byte order mark.
    pub has_bom: bool,
    /// The line break of the first line; `\n` where there is none.
    pub line_break: &'static str,
    /// True if the last line ends with a line break.
    pub ends_with_break: bool,
    /// The keys at the top of the file, in its order.
    pub keys: Vec<KeyOutline>,
    /// The offset at which a further key at the top is inserted, at the beginning of a line or at the end of the
    /// text; `None` where the keys stand in braces.
    pub end: Option<usize>,
    /// The comments that belong to no entry.
    pub comments: Vec<Span>,
}

/// A key at the top of a file or of an entry, and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyOutline {
    /// The key; `None` if the format has none of this name anywhere.
    pub key: Option<Key>,
    /// The name of the key.
    pub key_span: Span,
    /// The value; empty where there is none.
    pub value_span: Span,
    /// The layout of the value if it is a list.
    pub list: Option<ListOutline>,
}

impl KeyOutline {
    /// The bytes of the lines of the key and its value, in a mapping in lines; `text` is the text of the outline.
    pub fn lines(&self, text: &str) -> std::ops::Range<usize> {
        let key = self.key_span.start as usize;
        let start = line_start(text, key);
        let end = match &self.list {
            // The list ends at the beginning of a line.
            Some(list)
                if matches!(list.style, ListStyle::Block { .. }) && text[..list.end].ends_with('\n') =>
            {
                list.end
            }
            Some(list) if matches!(list.style, ListStyle::Block { .. }) => line_end(text, list.end),
            _ => line_end(text, (self.value_span.end as usize).max(self.key_span.end as usize)),
        };
        start..end
    }
}

/// A list at the top of a file, or in an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListOutline {
    /// The notation of the list.
    pub style: ListStyle,
    /// The entries in the order of the file.
    pub entries: Vec<EntryOutline>,
    /// The offset at which a further entry is inserted: in a block list at the beginning of a line or at the end of
    /// the text, in a flow list behind the last entry and the comma that may follow it.
    pub end: usize,
}

/// The notation of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListStyle {
    /// One entry below the other, each after a dash.
    Block {
        /// The column of the dashes, from 0.
        dash: usize,
    },
    /// In brackets.
    Flow {
        /// The column of the entries that begin a line, from 0; `None` if the list stands on one line.
        column: Option<usize>,
        /// True if a comma follows the last entry.
        has_last_comma: bool,
    },
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryOutline {
    /// The bytes of the entry, from its dash (in a flow list, from its first character) to its last character.
    pub span: Span,
    /// The bytes of its value: without the dash.
    pub content: Span,
    /// The notation of the entry.
    pub style: EntryStyle,
    /// The comments that belong to the entry, in the order of the file.
    pub comments: Vec<EntryComment>,
}

impl EntryOutline {
    /// The bytes of the entry with its comments.
    pub fn whole(&self) -> Span {
        let spans = self.comments.iter().map(|comment| comment.span);
        let start = spans.clone().map(|span| span.start).min().unwrap_or(self.span.start);
        let end = spans.map(|span| span.end).max().unwrap_or(self.span.end);
        Span::new(self.span.source, start.min(self.span.start), end.max(self.span.end))
    }
}

/// The layout of the keys of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryLayout {
    /// The notation of the entry.
    pub style: EntryStyle,
    /// The keys in the order of the entry; never empty.
    pub keys: Vec<KeyOutline>,
    /// The offset at which a further key is inserted: in lines at the beginning of a line or at the end of the text,
    /// in braces behind the last value.
    pub end: usize,
}

impl EntryLayout {
    /// A key of the entry.
    pub fn key(&self, key: Key) -> Option<&KeyOutline> {
        self.keys.iter().find(|outline| outline.key == Some(key))
    }
}

/// The notation of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryStyle {
    /// One key below the other.
    Block {
        /// The column of the keys, from 0.
        column: usize,
    },
    /// In braces, or a single scalar.
    Flow,
}

/// A comment of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryComment {
    /// The bytes from `#` to the end of the line.
    pub span: Span,
    /// The place of the comment beside its entry.
    pub place: CommentPlace,
}

/// The place of a comment beside its entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommentPlace {
    /// On the lines right above the entry.
    Before,
    /// Between the first and the last character of the entry.
    Inside,
    /// Behind the entry on its last line, or below it and deeper than its dash.
    Behind,
}

impl Outline {
    /// A key at the top of the file.
    pub fn key(&self, key: Key) -> Option<&KeyOutline> {
        self.keys.iter().find(|outline| outline.key == Some(key))
    }

    /// A list at the top of the file.
    pub fn list(&self, key: Key) -> Option<&ListOutline> {
        self.key(key)?.list.as_ref()
    }
}
