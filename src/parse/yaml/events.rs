//! YAML text → events with their bytes, comments among them.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, StrInput, StructureStyle};

use super::parser::{DEPTH, bytes};

/// An event of the YAML parser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::parse) enum YamlEvent<'t> {
    /// A document begins, with `---` or without.
    DocumentStart,
    /// A document ends.
    DocumentEnd,
    /// A mapping begins, in lines or in braces.
    MapStart { is_block: bool },
    /// A list begins, in lines or in brackets.
    ListStart { is_block: bool },
    /// A mapping or a list ends.
    End,
    /// A scalar, by its words; a block scalar stands below `|` or `>`.
    Scalar { words: Cow<'t, str>, is_block: bool },
    /// An alias: a node without content of its own.
    Alias,
    /// A comment, from its `#` to the end of the line.
    Comment,
}

/// The events of a text; `None` if it is not YAML.
pub(in crate::parse) fn events(text: &str) -> Option<Vec<(YamlEvent<'_>, Range<usize>)>> {
    let mut events = Vec::new();
    for event in parser(text) {
        let (event, span) = event.ok()?;
        let event = match event {
            Event::DocumentStart(..) => YamlEvent::DocumentStart,
            Event::DocumentEnd => YamlEvent::DocumentEnd,
            Event::MappingStart(style, ..) => {
                YamlEvent::MapStart { is_block: style == StructureStyle::Block }
            }
            Event::SequenceStart(style, ..) => {
                YamlEvent::ListStart { is_block: style == StructureStyle::Block }
            }
            Event::MappingEnd | Event::SequenceEnd => YamlEvent::End,
            Event::Scalar(words, style, ..) => YamlEvent::Scalar {
                words,
                is_block: matches!(style, ScalarStyle::Literal | ScalarStyle::Folded),
            },
            Event::Alias(_) | Event::UnresolvedAlias(_) => YamlEvent::Alias,
            Event::Comment(..) => YamlEvent::Comment,
            _ => continue,
        };
        events.push((event, bytes(&span)));
    }
    Some(events)
}

/// The offsets at which the comments of a text begin, as far as it can be read.
///
/// Only texts that may hold a comment for the program are read this way: every comment is an event more.
pub(in crate::parse) fn comments(text: &str) -> Vec<usize> {
    parser(text)
        .map_while(Result::ok)
        .filter(|(event, _)| matches!(event, Event::Comment(..)))
        .map(|(_, span)| bytes(&span).start)
        .collect()
}

/// A parser that keeps comments, however many stand in a row.
fn parser(text: &str) -> Parser<'_, StrInput<'_>> {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        flow_nesting_limit: DEPTH,
        block_nesting_limit: DEPTH,
        max_buffered_comment_events: usize::MAX,
    };
    Parser::new_from_str_with_options(text, options)
}
