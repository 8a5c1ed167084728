//! The YAML parser with the options under which plans are read.

use std::ops::Range;

use granit_parser::{Parser, StrInput};

/// Largest depth of nested lists and mappings. The format itself needs six levels.
pub(super) const DEPTH: usize = 32;

/// The YAML parser as plans are read.
pub(super) fn parser(text: &str) -> Parser<'_, StrInput<'_>> {
    // Comments are read by the caller: buffered by the parser, a long run of them is an error.
    let options = granit_parser::options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        flow_nesting_limit: DEPTH,
        block_nesting_limit: DEPTH,
        max_directive_bytes: 128,
    };
    Parser::new_from_str_with_options(text, options)
}

/// The bytes of a span.
pub(super) fn bytes(span: &granit_parser::Span) -> Range<usize> {
    span.byte_range().unwrap_or(0..0)
}
