//! Locations of values: sources, spans and spanned values.
//!
//! Every file read is a [`Source`] in [`Sources`]. References to a place in a file are [`Span`]s of twelve bytes;
//! line and column are computed from the source when they are printed.

use std::ops::{Deref, Range};
use std::sync::{Arc, OnceLock};

/// The index of a [`Source`] in its [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SourceId(u32);

/// A range of bytes in one source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The file.
    pub source: SourceId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// Returns the span of the bytes `start..end` of `source`.
    pub fn new(source: SourceId, start: u32, end: u32) -> Self {
        Self { source, start, end: end.max(start) }
    }

    /// Returns the span of a range of bytes, limited to four gigabytes.
    pub(crate) fn of(source: SourceId, range: Range<usize>) -> Self {
        let at = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self::new(source, at(range.start), at(range.end))
    }

    /// Returns the part of this span from byte `start` to byte `end`, counted from its beginning.
    ///
    /// The result is meaningful only for a value that is written verbatim, without escapes or folded lines.
    #[must_use]
    pub fn within(self, start: usize, end: usize) -> Self {
        let at = |offset: usize| {
            self.start.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX)).min(self.end)
        };
        Self::new(self.source, at(start), at(end))
    }
}

/// A value with its location.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// The location.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Returns a value with its location.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// Returns another value with the same location.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }
}

impl<T: AsRef<str>> Spanned<T> {
    /// Returns the words with their location.
    pub fn words(&self) -> Spanned<&str> {
        Spanned::new(self.value.as_ref(), self.span)
    }
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// A line and column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters (Unicode scalar values), from 1.
    pub column: usize,
}

/// The unit in which an editor counts columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Bytes of UTF-8.
    Utf8,
    /// Units of UTF-16, the default of the language server protocol.
    Utf16,
    /// Characters (Unicode scalar values).
    Utf32,
}

impl Encoding {
    /// Returns the length of a text in this unit.
    fn length(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => text.encode_utf16().count(),
            Self::Utf32 => text.chars().count(),
        }
    }
}

/// A line and column as an editor counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EncodedPosition {
    /// The line, from 0.
    pub line: usize,
    /// The column in units of an [`Encoding`], from 0.
    pub column: usize,
}

/// A file: the path to show, and the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    base: String,
    path: String,
    /// The path from the current folder as people write it, if that is another one than base and path.
    shown_path: Option<String>,
    text: String,
    is_read: bool,
    /// The offsets of the lines, computed on first use: most files never need them.
    line_starts: OnceLock<Vec<u32>>,
}

impl Source {
    /// Returns a source with its path (relative to the root, with `/`) and its text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let (base, shown_path, line_starts) = (String::new(), None, OnceLock::new());
        Self { base, path: path.into(), shown_path, text: text.into(), is_read: true, line_starts }
    }

    /// Returns a source that stands for a file or folder that is not read.
    pub fn unread(path: impl Into<String>) -> Self {
        Self { is_read: false, ..Self::new(path, "") }
    }

    /// Returns true if the file was read.
    pub fn is_read(&self) -> bool {
        self.is_read
    }

    fn line_starts(&self) -> &[u32] {
        // A line ends with `\n` or `\r\n`; a lone `\r` is not a line break.
        self.line_starts.get_or_init(|| {
            let breaks = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            let starts = breaks.map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX));
            std::iter::once(0).chain(starts).collect()
        })
    }

    /// Returns the same source with the path from the current folder to the root (empty, or ending in `/`), and with
    /// the path from the current folder as people write it.
    #[must_use]
    pub fn below(mut self, base: &str, shown_path: String) -> Self {
        base.clone_into(&mut self.base);
        self.shown_path = Some(shown_path).filter(|shown_path| *shown_path != self.path);
        self
    }

    /// Returns the path from the current folder by way of the root, for programs that open the file.
    pub fn full_path(&self) -> String {
        format!("{}{}", self.base, self.path)
    }

    /// Returns the path from the current folder as people write it; the whole path where none leads from there.
    pub fn shown_path(&self) -> &str {
        self.shown_path.as_deref().unwrap_or(&self.path)
    }

    /// Returns the path relative to the root, with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns line and column of a byte offset; offsets past the end, or inside a character, are moved back.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line_at(offset);
        let start = self.line_starts()[line - 1] as usize;
        Position { line, column: self.text[start..offset].chars().count() + 1 }
    }

    /// Returns line and column of a byte offset, with the column in the given unit.
    ///
    /// Offsets past the end, or inside a character, are moved back.
    pub fn position_in(&self, offset: usize, encoding: Encoding) -> EncodedPosition {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line_at(offset) - 1;
        let before = &self.text[self.line_starts()[line] as usize..offset];
        EncodedPosition { line, column: encoding.length(before) }
    }

    /// Returns the byte offset of a position whose column is in the given unit.
    ///
    /// A line past the last is the end of the text, a column past the end of its line the end of that line; a column
    /// inside a character is moved back.
    pub fn offset_of(&self, position: EncodedPosition, encoding: Encoding) -> usize {
        let range = self.line_range(position.line.saturating_add(1));
        let mut left = position.column;
        for (at, character) in self.text[range.clone()].char_indices() {
            let length = encoding.length(character.encode_utf8(&mut [0; 4]));
            if left < length {
                return range.start + at;
            }
            left -= length;
        }
        range.end
    }

    /// Returns the line (from 1) of a byte offset, without the cost of the column.
    pub fn line_at(&self, offset: usize) -> usize {
        let offset = self.text.floor_char_boundary(offset);
        self.line_starts().partition_point(|start| *start as usize <= offset)
    }

    /// Returns the bytes of a line (from 1) without its line break; empty past the end.
    pub fn line_range(&self, line: usize) -> std::ops::Range<usize> {
        let Some(start) = line.checked_sub(1).and_then(|at| self.line_starts().get(at)) else {
            return self.text.len()..self.text.len();
        };
        let start = *start as usize;
        let end = self.line_starts().get(line).map_or(self.text.len(), |next| *next as usize);
        let line = &self.text[start..end];
        let line = line.strip_suffix('\n').unwrap_or(line);
        let line = line.strip_suffix('\r').unwrap_or(line);
        start..start + line.len()
    }
}

/// All files of one run.
#[derive(Debug, Clone, Default)]
pub struct Sources(Vec<Arc<Source>>);

impl Sources {
    /// Adds a source and returns its index.
    pub fn add(&mut self, source: Source) -> SourceId {
        let id = SourceId(u32::try_from(self.0.len()).unwrap_or(u32::MAX));
        self.0.push(Arc::new(source));
        id
    }

    /// Gives a file another text; its index and path stay, spans of the old text no longer hold.
    ///
    /// # Panics
    /// With the index of other sources.
    pub fn replace(&mut self, id: SourceId, text: impl Into<String>) {
        let source = &mut self.0[id.0 as usize];
        *source = Arc::new(Source {
            base: source.base.clone(),
            path: source.path.clone(),
            shown_path: source.shown_path.clone(),
            text: text.into(),
            is_read: true,
            line_starts: OnceLock::new(),
        });
    }

    /// Returns the source of that index for several owners.
    ///
    /// # Panics
    /// With the index of other sources.
    pub fn share(&self, id: SourceId) -> Arc<Source> {
        Arc::clone(&self.0[id.0 as usize])
    }

    /// Returns a source.
    ///
    /// # Panics
    /// Panics for an index of other sources.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.0[id.0 as usize]
    }

    /// Returns all sources in the order in which they were added.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (SourceId, &Source)> {
        self.0
            .iter()
            .enumerate()
            .map(|(at, source)| (SourceId(u32::try_from(at).unwrap_or(u32::MAX)), source.as_ref()))
    }

    /// Returns the path and the line (from 1) at which a span begins.
    pub fn file_and_line(&self, span: Span) -> (&str, usize) {
        let source = self.get(span.source);
        (source.path(), source.line_at(span.start as usize))
    }

    /// Returns the text of a span.
    pub fn slice(&self, span: Span) -> &str {
        let text = self.get(span.source).text();
        let start = text.floor_char_boundary(span.start as usize);
        let end = text.floor_char_boundary(span.end as usize);
        &text[start..end.max(start)]
    }
}

/// Returns the offset of the beginning of the line that holds an offset.
pub(crate) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// Returns the offset behind the next line break, or of the end of the text.
pub(crate) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_with_either_break() {
        let source = Source::new("a.yaml", "đơn: vị\r\nhai: 2\n");
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        let at = source.text().find("vị").unwrap();
        assert_eq!(source.position(at), Position { line: 1, column: 6 });
        let at = source.text().find('2').unwrap();
        assert_eq!(source.position(at), Position { line: 2, column: 6 });
        assert_eq!(&source.text()[source.line_range(1)], "đơn: vị");
        assert_eq!(source.position(usize::MAX), Position { line: 3, column: 1 });
        assert_eq!(&source.text()[source.line_range(9)], "");
    }

    #[test]
    fn editors_count_columns_in_their_own_unit() {
        let source = Source::new("a.yaml", "a\r\nđ😀b\n");
        let at = source.text().find('b').unwrap();
        for (encoding, column) in [(Encoding::Utf8, 6), (Encoding::Utf16, 3), (Encoding::Utf32, 2)] {
            assert_eq!(source.position_in(at, encoding), EncodedPosition { line: 1, column });
            for (offset, _) in source.text().char_indices().filter(|(_, it)| !matches!(it, '\r' | '\n')) {
                assert_eq!(source.offset_of(source.position_in(offset, encoding), encoding), offset);
            }
        }
        let of = |line, column| source.offset_of(EncodedPosition { line, column }, Encoding::Utf16);
        assert_eq!((of(1, 2), of(1, 99), of(0, 9), of(9, 0)), (5, 10, 1, 11));
    }
}
