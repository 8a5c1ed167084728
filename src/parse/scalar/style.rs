//! The notation of a scalar.

use crate::span::{Sources, Span, line_start};

/// The notation of a scalar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ScalarStyle {
    /// Without quotation marks.
    Plain,
    /// In single quotation marks.
    Single,
    /// In double quotation marks.
    Double,
    /// In lines below `|` or `>`.
    Block,
}

impl ScalarStyle {
    /// The quotation mark; empty for the styles that have none.
    pub(super) fn mark(self) -> &'static str {
        match self {
            Self::Single => "'",
            Self::Double => "\"",
            Self::Plain | Self::Block => "",
        }
    }
}

/// The style of the scalar at `span`.
pub(super) fn style(sources: &Sources, span: Span) -> ScalarStyle {
    match sources.slice(span).as_bytes().first() {
        _ if block_header(sources, span).is_some() => ScalarStyle::Block,
        Some(b'"') => ScalarStyle::Double,
        Some(b'\'') => ScalarStyle::Single,
        _ => ScalarStyle::Plain,
    }
}

/// An offset on the line of the `|` or `>` that begins the block scalar at `span`; `None` for other scalars.
///
/// The span of a block scalar begins with its first letter, behind the header and the indentation.
pub(crate) fn block_header(sources: &Sources, span: Span) -> Option<usize> {
    let before = sources.get(span.source).text().get(..span.start as usize)?;
    let above = before.trim_end();
    if !before[above.len()..].contains('\n') {
        return None;
    }
    let line = &above[line_start(above, above.len())..];
    let line = line.find(" #").map_or(line, |at| &line[..at]).trim_end();
    let header = line.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'));
    let is_header = header.ends_with(['|', '>']) && line.len() - header.len() <= 2;
    let key = header.get(..header.len().saturating_sub(1))?;
    (is_header && (key.is_empty() || key.ends_with([' ', '\t']))).then_some(above.len())
}

/// Returns true for white space that YAML folds or strips.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\n' | '\r' | '\t')
}
