//! Offsets in the text of one entry → offsets in its file.

use super::layout::{EntryOutline, KeyOutline, ListOutline};
use crate::span::Span;

/// The distance from an entry as a document of its own to its place in the file.
#[derive(Clone, Copy)]
pub(super) struct Shift {
    pub(super) forth: usize,
    pub(super) back: usize,
}

impl Shift {
    pub(super) fn offset(self, at: usize) -> usize {
        (at + self.forth).saturating_sub(self.back)
    }

    fn span(self, span: Span) -> Span {
        Span::of(span.source, self.offset(span.start as usize)..self.offset(span.end as usize))
    }

    pub(super) fn key(self, key: KeyOutline) -> KeyOutline {
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
