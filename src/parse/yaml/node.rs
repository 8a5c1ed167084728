//! The nodes of a text, with their places.

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::language::Message;
use crate::parse::rules;
use crate::parse::scalar::is_null;
use crate::span::Span;

/// A value and its place.
pub(in crate::parse) struct Node<'t> {
    pub(in crate::parse) span: Span,
    pub(in crate::parse) content: Content<'t>,
    /// A comment that may have been meant as a part of the scalar.
    pub(in crate::parse) cut: Option<Span>,
}

impl<'t> Node<'t> {
    pub(super) fn new(span: Span, content: Content<'t>) -> Self {
        Self { span, content, cut: None }
    }

    /// Returns its place, if it is a merge key.
    pub(super) fn merge_key(&self) -> Option<Span> {
        matches!(&self.content, Content::Scalar(name) if name == MERGE).then_some(self.span)
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

/// The key that takes the keys of other mappings.
pub(in crate::parse) const MERGE: &str = "<<";

/// Reports a merge key.
pub(in crate::parse) fn merge_key(span: Span) -> Diagnostic {
    let message = Message::fixed("khóa trộn (<<) không được hỗ trợ", "merge keys (<<) are not supported");
    Diagnostic::new(&rules::UNSUPPORTED_YAML, span, message)
        .help(Message::fixed("viết các khóa ra tại đây", "write the keys out here"))
}

/// A collection reaches to the end of its last part, not to where the next line begins.
pub(in crate::parse) fn cover(start: Span, last: Option<Span>, end: Span) -> Span {
    let flow = end.end > end.start;
    let stop = if flow { end.end } else { last.map_or(start.end, |last| last.end) };
    Span { end: stop.max(start.end), ..start }
}

pub(super) fn scalar(text: Cow<'_, str>, plain: bool) -> Content<'_> {
    let is_empty = !text.starts_with(|c: char| c.is_ascii_graphic()) && text.trim().is_empty();
    let absent = is_empty || plain && is_null(&text);
    if absent { Content::Absent } else { Content::Scalar(text) }
}
