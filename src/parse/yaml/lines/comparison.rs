//! Events of plain lines beside those of the parser, for tests and the fuzz target.

use granit_parser::Event;

use super::{Located, PlainLines};
use crate::parse::yaml::parser::{bytes, parser};

/// Events of a text of the subset.
pub(super) fn plain(text: &str) -> Option<Vec<Located<'_>>> {
    let mut lines = PlainLines::new(text).ok()?;
    let mut events = Vec::new();
    while let Some(event) = lines.next().ok()? {
        events.push(event);
    }
    Some(events)
}

/// Events that the parser gives, but those of the stream and the document.
fn defined(text: &str) -> Option<Vec<Located<'_>>> {
    let mut events = Vec::new();
    for event in parser(text) {
        let (event, span) = event.ok()?;
        match event {
            Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
            Event::DocumentStart(is_explicit, _) => {
                if is_explicit {
                    return None;
                }
            }
            _ => events.push((event, bytes(&span))),
        }
    }
    Some(events)
}

/// Compares the events of both readers; returns true if the text is of the subset.
///
/// # Panics
///
/// Panics if the readers differ.
pub(in crate::parse) fn agree(text: &str) -> bool {
    let Some(plain) = plain(text) else { return false };
    assert_eq!(Some(plain), defined(text), "{text:?}");
    true
}
