//! Changes of text: one [`TextEdit`], and a set of them that is applied as a whole.

use std::fmt;

use crate::span::{SourceId, Span};

/// A change of one stretch of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextEdit {
    /// The bytes that are replaced; empty for an insertion.
    pub span: Span,
    /// The text in their place; empty for a deletion.
    pub text: String,
}

impl TextEdit {
    /// Replaces the bytes of a span.
    pub fn replacement(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// Inserts a text before the byte at an offset.
    pub fn insertion(source: SourceId, at: usize, text: impl Into<String>) -> Self {
        Self { span: Span::of(source, at..at), text: text.into() }
    }

    /// Removes the bytes of a span.
    pub fn deletion(span: Span) -> Self {
        Self { span, text: String::new() }
    }
}

/// Edits of one source that do not overlap, in the order of the text.
///
/// Insertions at one offset are kept in the order in which they are given; they come before a replacement that
/// begins there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EditSet(Vec<TextEdit>);

impl EditSet {
    /// Orders edits of one source.
    ///
    /// # Errors
    /// [`EditError::Overlap`] and [`EditError::Sources`].
    pub fn new(edits: impl IntoIterator<Item = TextEdit>) -> Result<Self, EditError> {
        let mut edits: Vec<TextEdit> = edits.into_iter().collect();
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        for pair in edits.windows(2) {
            let [first, second] = [pair[0].span, pair[1].span];
            if first.source != second.source {
                return Err(EditError::Sources(first.source, second.source));
            }
            if second.start < first.end {
                return Err(EditError::Overlap(first, second));
            }
        }
        Ok(Self(edits))
    }

    /// The edits in the order of the text.
    pub fn edits(&self) -> &[TextEdit] {
        &self.0
    }

    /// The bytes that a span of the text with the edits stands for in the text without them; none where it begins or
    /// ends in a text that an edit puts there.
    pub fn before(&self, after: Span) -> Option<Span> {
        let first = self.offset_before(after.start)?;
        let end = if after.end == after.start { first } else { self.offset_before(after.end - 1)? + 1 };
        (first <= end).then(|| Span::new(after.source, first, end))
    }

    /// The offset in the text without the edits of a byte in the text with them; none if an edit puts it there.
    fn offset_before(&self, after: u32) -> Option<u32> {
        let mut moved = 0_i64;
        for edit in &self.0 {
            let begin = i64::from(edit.span.start) + moved;
            if i64::from(after) < begin {
                break;
            }
            let length = i64::try_from(edit.text.len()).unwrap_or(i64::MAX);
            if i64::from(after) < begin + length {
                return None;
            }
            moved += length - i64::from(edit.span.end - edit.span.start);
        }
        u32::try_from(i64::from(after) - moved).ok()
    }

    /// The text of the source with the edits applied; every other byte stays as it is.
    ///
    /// # Errors
    /// [`EditError::OutOfText`].
    pub fn apply(&self, text: &str) -> Result<String, EditError> {
        let mut result =
            String::with_capacity(text.len() + self.0.iter().map(|edit| edit.text.len()).sum::<usize>());
        let mut done = 0;
        for edit in &self.0 {
            let kept = bytes(text, edit.span).and_then(|_| text.get(done..edit.span.start as usize));
            result.push_str(kept.ok_or(EditError::OutOfText(edit.span))?);
            result.push_str(&edit.text);
            done = edit.span.end as usize;
        }
        result.push_str(text.get(done..).unwrap_or_default());
        Ok(result)
    }
}

/// The bytes of a span in its text; none if it does not fit.
pub(super) fn bytes(text: &str, span: Span) -> Option<&str> {
    text.get(span.start as usize..span.end as usize)
}

/// Edits that cannot be applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditError {
    /// Two edits change the same bytes.
    Overlap(Span, Span),
    /// Two edits are of different sources.
    Sources(SourceId, SourceId),
    /// A span ends behind the text, or begins or ends inside a character.
    OutOfText(Span),
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overlap(first, second) => write!(
                f,
                "overlapping edits of the bytes {}..{} and {}..{}",
                first.start, first.end, second.start, second.end
            ),
            Self::Sources(..) => f.write_str("edits of two files in one set"),
            Self::OutOfText(span) => {
                write!(f, "the bytes {}..{} are no part of the text", span.start, span.end)
            }
        }
    }
}

impl std::error::Error for EditError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(start: u32, end: u32, text: &str) -> TextEdit {
        TextEdit::replacement(Span::new(SourceId::default(), start, end), text)
    }

    #[test]
    fn a_set_is_applied_in_the_order_of_the_text() {
        let source = SourceId::default();
        let set = EditSet::new([
            edit(4, 5, "X"),
            TextEdit::insertion(source, 4, "1"),
            TextEdit::insertion(source, 4, "2"),
            TextEdit::deletion(Span::new(source, 0, 2)),
            TextEdit::insertion(source, 6, "!"),
        ])
        .unwrap();
        assert_eq!(set.apply("abcdef").unwrap(), "cd12Xf!");
        assert_eq!(set.edits().len(), 5);
        assert_eq!(EditSet::default().apply("đ\r\n").unwrap(), "đ\r\n");
    }

    #[test]
    fn places_are_found_in_the_text_of_before() {
        // "abcdef" → "abXXcYf"
        let set = EditSet::new([edit(2, 2, "XX"), edit(3, 5, "Y")]).unwrap();
        assert_eq!(set.apply("abcdef").unwrap(), "abXXcYf");
        let source = SourceId::default();
        let before = |start, end| set.before(Span::new(source, start, end));
        assert_eq!(before(0, 2), Some(Span::new(source, 0, 2)));
        assert_eq!(before(1, 5), Some(Span::new(source, 1, 3)));
        assert_eq!(before(4, 7), Some(Span::new(source, 2, 6)));
        assert_eq!(before(6, 6), Some(Span::new(source, 5, 5)));
        assert_eq!((before(2, 4), before(0, 3), before(5, 7)), (None, None, None));
    }

    #[test]
    fn edits_that_do_not_fit_together_are_refused() {
        let overlap = EditSet::new([edit(2, 4, ""), edit(0, 3, "")]).unwrap_err();
        assert_eq!(overlap, EditError::Overlap(edit(0, 3, "").span, edit(2, 4, "").span));
        assert!(EditSet::new([edit(0, 2, ""), edit(2, 4, "")]).is_ok());
        let inside = EditSet::new([edit(0, 3, ""), edit(1, 1, "x")]).unwrap_err();
        assert_eq!(inside.to_string(), "overlapping edits of the bytes 0..3 and 1..1");
    }

    #[test]
    fn edits_that_do_not_fit_the_text_are_refused() {
        for wrong in [edit(1, 2, "x"), edit(0, 9, "y"), edit(9, 9, "z")] {
            let set = EditSet::new([wrong.clone()]).unwrap();
            assert_eq!(set.apply("đ"), Err(EditError::OutOfText(wrong.span)));
        }
    }
}
