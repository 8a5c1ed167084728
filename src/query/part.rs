//! Parts of an argument with their spans.

use crate::span::{Source, Sources, Span};

/// A part of an argument, without spaces around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct ArgumentPart<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
}

impl<'a> ArgumentPart<'a> {
    /// An argument, as a source of its own.
    pub(super) fn new(path: &str, text: &'a str, sources: &mut Sources) -> Self {
        let source = sources.add(Source::new(path, text));
        let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        Self { text, span: Span::new(source, 0, end) }.trimmed()
    }

    fn trimmed(self) -> Self {
        let start = self.text.len() - self.text.trim_start().len();
        let text = self.text.trim();
        Self { text, span: self.span.within(start, start + text.len()) }
    }

    /// Splits the part at the first `sign`.
    pub(super) fn split(self, sign: &str) -> Option<(Self, Self)> {
        let (before, after) = self.text.split_once(sign)?;
        let (end, start) = (before.len(), before.len() + sign.len());
        let before = Self { text: before, span: self.span.within(0, end) };
        let after = Self { text: after, span: self.span.within(start, self.text.len()) };
        Some((before.trimmed(), after.trimmed()))
    }
}
