//! Corrections, the text with them, and the way from its bytes back to those of the original.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::span::Span;

/// An edit under which a text reads as it was probably meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::parse) struct Correction {
    /// The bytes that are replaced.
    pub(in crate::parse) range: Range<usize>,
    /// The text in their place; it breaks no line.
    pub(in crate::parse) text: String,
    /// The report of the mistake.
    pub(in crate::parse) diagnostic: Diagnostic,
}

/// A text with corrections.
pub(in crate::parse) struct CorrectedText {
    text: String,
    /// The changed bytes: in the corrected text and in the original.
    changes: Vec<(Range<usize>, Range<usize>)>,
}

impl CorrectedText {
    /// Applies corrections, which are in the order of the text and do not overlap.
    pub(in crate::parse) fn new(original: &str, corrections: &[&Correction]) -> Self {
        let mut corrected = Self {
            text: String::with_capacity(original.len()),
            changes: Vec::with_capacity(corrections.len()),
        };
        let mut done = 0;
        for correction in corrections {
            corrected.text += original.get(done..correction.range.start).unwrap_or_default();
            let start = corrected.text.len();
            corrected.text += &correction.text;
            corrected.changes.push((start..corrected.text.len(), correction.range.clone()));
            done = correction.range.end;
        }
        corrected.text += original.get(done..).unwrap_or_default();
        corrected
    }

    /// Returns the text.
    pub(in crate::parse) fn text(&self) -> &str {
        &self.text
    }

    /// Returns the span in the original of a span in the corrected text.
    pub(in crate::parse) fn original(&self, span: Span) -> Span {
        let start = self.offset(span.start as usize, false);
        Span::of(span.source, start..self.offset(span.end as usize, true).max(start))
    }

    /// Gives a diagnostic the places of the original; a fix of changed bytes is left for the next reading.
    pub(in crate::parse) fn relocate(&self, diagnostic: &mut Diagnostic) {
        let is_changed = |span: Span| {
            let inside =
                |range: &Range<usize>| range.start < span.end as usize && (span.start as usize) < range.end;
            self.changes.iter().any(|(new, _)| inside(new))
        };
        diagnostic.fix = diagnostic.fix.take().filter(|fix| !is_changed(fix.span));
        if let Some(fix) = &mut diagnostic.fix {
            fix.span = self.original(fix.span);
        }
        diagnostic.span = self.original(diagnostic.span);
        for related in &mut diagnostic.related {
            if related.span.source == diagnostic.span.source {
                related.span = self.original(related.span);
            }
        }
    }

    /// Returns the offset in the original of one in the corrected text; inside of changed bytes, their beginning or
    /// their end.
    fn offset(&self, offset: usize, is_end: bool) -> usize {
        let before = self.changes.partition_point(|(new, _)| {
            new.start < offset || new.start == offset && !is_end && new.is_empty()
        });
        let Some((new, old)) = before.checked_sub(1).and_then(|at| self.changes.get(at)) else {
            return offset;
        };
        match offset.checked_sub(new.end) {
            Some(behind) => old.end + behind,
            None if is_end => old.end,
            None => old.start,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Message;
    use crate::parse::rules;
    use crate::span::SourceId;

    fn correction(range: Range<usize>, text: &str) -> Correction {
        let span = Span::of(SourceId::default(), range.clone());
        let diagnostic = Diagnostic::new(&rules::SYNTAX, span, Message::fixed("", ""));
        Correction { range, text: text.to_owned(), diagnostic }
    }

    #[test]
    fn places_lead_back_to_the_original() {
        // `lead： “a b”, c` with a longer and two shorter parts.
        let original = "lead： “a: b” c";
        let (colon, quoted) = (original.find('：').unwrap(), original.find('“').unwrap());
        let end = original.find(" c").unwrap();
        let all = [correction(colon..colon + 3, ":"), correction(quoted..end, "\"a: b\"")];
        let corrected = CorrectedText::new(original, &all.each_ref());
        assert_eq!(corrected.text(), "lead: \"a: b\" c");
        let back = |words: &str| {
            let at = corrected.text().find(words).unwrap();
            let span = corrected.original(Span::of(SourceId::default(), at..at + words.len()));
            &original[span.start as usize..span.end as usize]
        };
        assert_eq!(
            (back("lead"), back("lead:"), back("\"a: b\""), back("c")),
            ("lead", "lead：", "“a: b”", "c")
        );
        assert_eq!((back("a: b"), back(" c")), ("“a: b”", " c"));
    }
}
