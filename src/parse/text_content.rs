//! The content of a text of YAML, whatever its notation, and its comments.

use std::borrow::Cow;

use super::yaml::{YamlEvent, events};

/// A part of a document, whatever its notation.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ContentPart<'t> {
    /// A mapping begins.
    Map,
    /// A list begins.
    List,
    /// A mapping or list ends.
    End,
    /// A scalar.
    Words(Cow<'t, str>),
    /// An alias.
    Alias,
    /// A document begins or ends.
    Document,
}

/// The content of a text of YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextContent<'t> {
    /// The parts in the order of the text.
    pub parts: Vec<ContentPart<'t>>,
    /// The comments without the spaces behind them.
    pub comments: Vec<&'t str>,
}

impl<'t> TextContent<'t> {
    /// The content of a text; `None` if it is not YAML.
    pub fn of(text: &'t str) -> Option<Self> {
        let (mut parts, mut comments) = (Vec::new(), Vec::new());
        for (event, range) in events(text)? {
            parts.push(match event {
                YamlEvent::DocumentStart | YamlEvent::DocumentEnd => ContentPart::Document,
                YamlEvent::MapStart { .. } => ContentPart::Map,
                YamlEvent::ListStart { .. } => ContentPart::List,
                YamlEvent::End => ContentPart::End,
                // The parser gives words of its own to a value that is not there.
                YamlEvent::Scalar { .. } if range.is_empty() => ContentPart::Words("".into()),
                YamlEvent::Scalar { words, .. } => ContentPart::Words(words),
                YamlEvent::Alias => ContentPart::Alias,
                YamlEvent::Comment => {
                    comments.push(text.get(range)?.trim_end());
                    continue;
                }
            });
        }
        Some(Self { parts, comments })
    }

    /// The keys of the first mapping with the parts of their values; empty where there is none.
    pub fn pairs(&self) -> Vec<(&str, &[ContentPart<'t>])> {
        let mut pairs = Vec::new();
        let Some(map) = self.parts.iter().position(|part| *part == ContentPart::Map) else { return pairs };
        let mut at = map + 1;
        while self.parts.get(at).is_some_and(|part| *part != ContentPart::End) {
            let (Some(value), ContentPart::Words(key)) = (behind(&self.parts, at), &self.parts[at]) else {
                return Vec::new();
            };
            let Some(next) = behind(&self.parts, value) else { return Vec::new() };
            pairs.push((key.as_ref(), &self.parts[value..next]));
            at = next;
        }
        pairs
    }
}

/// The part behind the node that begins at a part; `None` where none ends.
pub(super) fn behind(parts: &[ContentPart<'_>], at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, part) in parts.iter().enumerate().skip(at) {
        match part {
            ContentPart::Map | ContentPart::List => depth += 1,
            ContentPart::End => depth = depth.checked_sub(1)?,
            ContentPart::Document => return None,
            ContentPart::Words(_) | ContentPart::Alias => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notation_is_no_content() {
        let of = |text| TextContent::of(text).unwrap();
        let (block, flow) = (of("- a: 'x' # c \n  b:\n"), of("[{a: x, \"b\": }]"));
        assert_eq!(block.parts, flow.parts);
        assert_eq!((block.comments, flow.comments), (vec!["# c"], vec![]));
        assert_ne!(of("a: [x]").parts, of("a: x").parts);
        assert_eq!(TextContent::of("a: ["), None);
    }

    #[test]
    fn the_first_mapping_is_taken_apart() {
        let content = TextContent::of("- a: x\n  b: [1, {c: 2}]\n  d: 3\n").unwrap();
        let keys: Vec<(&str, usize)> =
            content.pairs().iter().map(|(key, value)| (*key, value.len())).collect();
        assert_eq!(keys, [("a", 1), ("b", 7), ("d", 1)]);
        assert_eq!(TextContent::of("- x").unwrap().pairs(), []);
    }
}
