//! The pairs of a mapping in braces on one line.

use std::ops::Range;

use super::line::{closing_quote, key_at};

/// A pair of a mapping in braces, or a part between two commas that is none. All ranges are bytes of the line.
pub(super) struct FlowPart {
    /// The key; none for a part without a colon.
    pub(super) key: Option<Range<usize>>,
    /// The value, or the whole part.
    pub(super) value: Range<usize>,
}

/// Returns the parts of the mapping in braces that begins at `open` and ends with the last brace of the line.
pub(super) fn flow_parts(text: &str, open: usize) -> Option<Vec<FlowPart>> {
    let close = text.rfind('}').filter(|close| *close > open && text[open..].starts_with('{'))?;
    let mut parts = Vec::new();
    let (mut start, mut at, mut depth) = (open + 1, open + 1, 0_usize);
    let mut is_value_start = true;
    while at < close {
        let c = text[at..].chars().next()?;
        match c {
            '"' | '\'' if is_value_start => {
                at = closing_quote(text, at).filter(|end| *end < close)?;
            }
            '[' | '{' if is_value_start || depth > 0 => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(part(text, start..at));
                start = at + 1;
            }
            _ => {}
        }
        is_value_start = matches!(c, '[' | '{' | ',' | ':') || is_value_start && c == ' ';
        at += text[at..].chars().next()?.len_utf8();
    }
    parts.push(part(text, start..close));
    Some(parts)
}

fn part(text: &str, range: Range<usize>) -> FlowPart {
    let start = range.end - text[range.clone()].trim_start().len();
    let end = start + text[start..range.end].trim_end().len();
    match key_at(&text[..end], start) {
        Some(key) => FlowPart { key: Some(key.word), value: key.blank.end..end },
        None => FlowPart { key: None, value: start..end },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_falls_into_its_pairs() {
        let text = "  - {id: A, title: một, hai: ba, lead: [u, v], text: \"x, y\", due: Quý I #2}";
        let open = text.find('{').unwrap();
        let parts = flow_parts(text, open).unwrap();
        let shown: Vec<(&str, &str)> = parts
            .iter()
            .map(|part| (part.key.clone().map_or("", |key| &text[key]), &text[part.value.clone()]))
            .collect();
        assert_eq!(
            shown,
            [
                ("id", "A"),
                ("title", "một"),
                ("hai", "ba"),
                ("lead", "[u, v]"),
                ("text", "\"x, y\""),
                ("due", "Quý I #2")
            ]
        );
        assert!(flow_parts("{a: \"b}", 0).is_none() && flow_parts("{a: b", 0).is_none());
    }
}
