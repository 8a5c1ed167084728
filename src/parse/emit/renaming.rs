//! Another id in place of one, wherever a file has it.

use super::scalar::{ScalarContext, scalar};
use crate::diagnostic::{EditSet, TextEdit};
use crate::parse::yaml::{YamlEvent, events};
use crate::span::Span;

/// The edits that put another id in the place of one at some spans of a text, and the new text; every other byte stays
/// as it is, and the text read back says the same but for these ids.
///
/// # Errors
/// The first span at which the id is written in an unusual way (by an escape, an alias); the first of all if the text is
/// not YAML.
pub fn renaming(text: &str, spans: &[Span], old: &str, new: &str) -> Result<(EditSet, String), Span> {
    let mut spans = spans.to_vec();
    spans.sort_unstable();
    spans.dedup();
    let first = spans.first().copied().unwrap_or_default();
    let edits = spans.iter().map(|span| replacement(text, *span, old, new).ok_or(*span));
    let edits = EditSet::new(edits.collect::<Result<Vec<_>, _>>()?).map_err(|_| first)?;
    let renamed = edits.apply(text).map_err(|_| first)?;
    if is_only_renaming(text, &renamed, &spans, [old, new]) { Ok((edits, renamed)) } else { Err(first) }
}

/// An id keeps the quotation marks that it has, and gets some where a reader of YAML needs them.
fn replacement(text: &str, span: Span, old: &str, new: &str) -> Option<TextEdit> {
    let written = text.get(span.start as usize..span.end as usize)?;
    if written == old {
        return Some(TextEdit::replacement(span, scalar(new, ScalarContext::Flow)));
    }
    let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let inside = written.strip_prefix(quote)?.strip_suffix(quote)?;
    let is_plain = inside == old && !new.contains(['"', '\'', '\\']);
    is_plain.then(|| TextEdit::replacement(span, format!("{quote}{new}{quote}")))
}

/// Returns true if `new` says what `old` says, with one id in place of the other at some spans and nowhere else.
fn is_only_renaming(old: &str, new: &str, spans: &[Span], [id, other]: [&str; 2]) -> bool {
    let (Some(old_events), Some(new_events)) = (events(old), events(new)) else { return false };
    let mut renamed = 0;
    let is_same =
        |((event, range), (new_event, new_range)): (&EventAt<'_>, &EventAt<'_>)| match (event, new_event) {
            (
                YamlEvent::Scalar { words, is_block },
                YamlEvent::Scalar { words: new_words, is_block: new_is_block },
            ) if words != new_words || is_block != new_is_block => {
                let is_asked = spans
                    .iter()
                    .any(|span| span.start as usize <= range.start && range.end <= span.end as usize);
                renamed += 1;
                is_asked && words == id && new_words == other && is_block == new_is_block
            }
            (YamlEvent::Comment, YamlEvent::Comment) => old.get(range.clone()) == new.get(new_range.clone()),
            _ => event == new_event,
        };
    old_events.len() == new_events.len()
        && old_events.iter().zip(&new_events).all(is_same)
        && renamed == spans.len()
}

/// An event with its bytes.
type EventAt<'t> = (YamlEvent<'t>, std::ops::Range<usize>);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::SourceId;

    /// Renames every `§` of a text, which stands for the id with its marks.
    fn renamed(text: &str, written: &str, old: &str, new: &str) -> Option<String> {
        let whole = text.replace('§', written);
        let mut spans = Vec::new();
        for (at, (before, _)) in text.match_indices('§').enumerate() {
            let start = before - at * '§'.len_utf8() + at * written.len();
            spans.push(Span::of(SourceId::default(), start..start + written.len()));
        }
        renaming(&whole, &spans, old, new).ok().map(|(_, text)| text)
    }

    #[test]
    fn only_the_ids_change() {
        let text = "\u{feff}tasks: # a-1\r\n  - {id: §, title: a-1} # a-1\r\nprogress:\r\n- item: [§, b]\r\n";
        for (written, new, expected) in [
            ("a-1", "c.2", "c.2"),
            ("a-1", "no", "'no'"),
            ("a-1", "1.10", "'1.10'"),
            ("'a-1'", "012", "'012'"),
            ("\"a-1\"", "x", "\"x\""),
        ] {
            assert_eq!(renamed(text, written, "a-1", new), Some(text.replace('§', expected)), "{written}");
        }
    }

    #[test]
    fn unusual_ids_are_left_alone() {
        for (text, written) in [
            ("tasks: [{id: §}]", "\"a\\u002d1\""),
            ("tasks: [{id: &x a-1}, {id: §}]", "*x"),
            ("tasks: [{id: §}", "a-1"),
            ("tasks: [{id: §}]", "a-2"),
        ] {
            assert_eq!(renamed(text, written, "a-1", "b"), None, "{text} {written}");
        }
    }
}
