//! The place of a part of a value in its file.
//!
//! The value is the meaning of a scalar, the file holds its notation: quotation marks, escapes, folded
//! lines. Folding changes only white space, so the other characters of both can be walked side by side.

use std::ops::Range;

use super::escape::escape;
use super::style::{ScalarStyle, is_blank, style};
use crate::span::{Sources, Span, Spanned};

/// The place of the bytes `range` of a value in its file; the whole value if that is unknown.
pub(crate) fn within(value: &Spanned<&str>, range: Range<usize>, sources: &Sources) -> Span {
    ScalarWalk::new(sources, value.value, value.span).span_of(range)
}

/// The bytes of a file that hold a part of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ValuePlace {
    /// The bytes.
    pub(crate) span: Span,
    /// True if the bytes are the characters of the value, apart from the white space of folded lines.
    pub(crate) verbatim: bool,
}

/// A walk through a value and its notation, from front to back.
pub(crate) struct ScalarWalk<'t> {
    span: Span,
    raw: &'t str,
    value: &'t str,
    style: ScalarStyle,
    /// Offset of the value in the raw text, if it stands there literally.
    direct: Option<usize>,
    in_value: usize,
    in_raw: usize,
    last: Option<CharStep>,
}

/// One character that is no white space, in the value and in the file.
#[derive(Debug, Clone, Copy)]
struct CharStep {
    value: (usize, usize),
    raw: (usize, usize),
    escaped: bool,
}

impl<'t> ScalarWalk<'t> {
    /// A walk through a value that stands at `span`.
    pub(crate) fn new(sources: &'t Sources, value: &'t str, span: Span) -> Self {
        let raw = sources.slice(span);
        let style = style(sources, span);
        let rest = style.mark();
        let first = rest.len();
        let direct = raw
            .get(first..)
            .and_then(|raw| raw.strip_prefix(value))
            .is_some_and(|after| after == rest)
            .then_some(first);
        Self { span, raw, value, style, direct, in_value: 0, in_raw: first, last: None }
    }

    /// The place of the bytes `range` of the value, which must not begin before an earlier range did.
    ///
    /// `None` if it is unknown; the whole value is then the honest answer.
    pub(crate) fn place(&mut self, range: Range<usize>) -> Option<ValuePlace> {
        if let Some(first) = self.direct {
            return Some(ValuePlace {
                span: self.span.within(first + range.start, first + range.end),
                verbatim: true,
            });
        }
        let mut step = self.last.take().filter(|step| step.value.1 > range.start);
        while step.is_none() {
            step = Some(self.step()?).filter(|step| step.value.1 > range.start);
        }
        let first = step?;
        let (mut last, mut verbatim) = (first, !first.escaped);
        while last.value.1 < range.end {
            let Some(next) = self.step() else { break };
            if next.value.0 >= range.end {
                self.last = Some(next);
                return Some(self.found(first, last, verbatim));
            }
            verbatim &= !next.escaped;
            last = next;
        }
        self.last = Some(last);
        Some(self.found(first, last, verbatim))
    }

    /// The span of [`Self::place`]; the whole value if that is unknown.
    pub(crate) fn span_of(&mut self, range: Range<usize>) -> Span {
        self.place(range).map_or(self.span, |place| place.span)
    }

    fn found(&self, first: CharStep, last: CharStep, verbatim: bool) -> ValuePlace {
        // A line break that is escaped leaves no trace in the characters.
        let is_joined = self.style == ScalarStyle::Double && self.raw[first.raw.0..last.raw.1].contains('\\');
        ValuePlace { span: self.span.within(first.raw.0, last.raw.1), verbatim: verbatim && !is_joined }
    }

    /// The next character that is no white space.
    fn step(&mut self) -> Option<CharStep> {
        let rest = &self.value[self.in_value..];
        let at = self.in_value + rest.find(|c| !is_blank(c))?;
        let wanted = self.value[at..].chars().next()?;
        let end = at + wanted.len_utf8();
        loop {
            let rest = &self.raw[self.in_raw..];
            let start = self.in_raw;
            let c = rest.chars().next()?;
            let (said, length, escaped) = match (self.style, c) {
                (ScalarStyle::Double, '\\') => {
                    let (said, length) = escape(rest)?;
                    (said, length, true)
                }
                (ScalarStyle::Single, '\'') if rest.starts_with("''") => (Some('\''), 2, true),
                _ => (Some(c), c.len_utf8(), false),
            };
            self.in_raw += length;
            match said {
                Some(said) if said == wanted => {
                    self.in_value = end;
                    return Some(CharStep { value: (at, end), raw: (start, self.in_raw), escaped });
                }
                Some(said) if !is_blank(said) => return None,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Source;

    /// Returns the text of the file at the places of some words of a value.
    fn found(raw: &str, value: &str, words: &[&str]) -> Vec<Option<(String, bool)>> {
        let mut sources = Sources::default();
        let file = format!("title: {raw}");
        let id = sources.add(Source::new("a.yaml", file.clone()));
        // The parser's span of a block scalar begins behind its header.
        let start = if raw.starts_with(['|', '>']) { 7 + raw.find('\n').unwrap() + 3 } else { 7 };
        let span = Span::new(id, u32::try_from(start).unwrap(), u32::try_from(file.len()).unwrap());
        let mut walk = ScalarWalk::new(&sources, value, span);
        let place = |word: &&str| {
            let start = value.find(*word).unwrap();
            let place = walk.place(start..start + word.len())?;
            Some((sources.slice(place.span).to_owned(), place.verbatim))
        };
        words.iter().map(place).collect()
    }

    #[allow(clippy::unnecessary_wraps)] // it is compared with what was found
    fn verbatim(text: &str) -> Option<(String, bool)> {
        Some((text.to_owned(), true))
    }

    #[test]
    fn plain_and_quoted_values_stand_as_they_are() {
        for raw in ["một hai ba", "\"một hai ba\"", "'một hai ba'"] {
            assert_eq!(found(raw, "một hai ba", &["hai", "ba"]), [verbatim("hai"), verbatim("ba")]);
        }
    }

    #[test]
    fn folded_lines_are_followed() {
        for raw in
            [">-\n  một\n  hai\n  ba", "một\n  hai\n  ba", "\"một\n  hai\n  ba\"", "|\n  một\n  hai\n  ba"]
        {
            let value = if raw.starts_with('|') { "một\nhai\nba\n" } else { "một hai ba" };
            assert_eq!(found(raw, value, &["hai", "ba"]), [verbatim("hai"), verbatim("ba")], "{raw}");
            let end = value.find("ba").unwrap() + 2;
            assert_eq!(found(raw, value, &[&value[..end]]), [verbatim("một\n  hai\n  ba")], "{raw}");
        }
    }

    #[test]
    fn quotation_marks_in_a_text_of_lines_are_letters() {
        for raw in ["|-\n  \"a\\u0041\"\n  b", "| # x\n  \"a\\u0041\"\n  b", ">2-\n  \"a\\u0041\"\n  b"] {
            assert_eq!(
                found(raw, "\"a\\u0041\" b", &["\\u0041", "b"]),
                [verbatim("\\u0041"), verbatim("b")],
                "{raw}"
            );
        }
    }

    #[test]
    fn escapes_are_told_apart() {
        let raw = r#""m\u1ed9t \"hai\" \x62a\n bốn\
   năm""#;
        let value = "một \"hai\" ba\n bốnnăm";
        assert_eq!(
            found(raw, value, &["một", "hai", "ba", "bốnnăm"]),
            [
                Some((r"m\u1ed9t".to_owned(), false)),
                verbatim("hai"),
                Some((r"\x62a".to_owned(), false)),
                Some(("bốn\\\n   năm".to_owned(), false)),
            ]
        );
        assert_eq!(found("'a ''b'' c'", "a 'b' c", &["b", "c"]), [verbatim("b"), verbatim("c")]);
    }

    /// Table 5.7 of YAML 1.2.2; what stands behind an escape is found only if it was understood.
    #[test]
    fn every_escape_of_yaml_is_understood() {
        for (raw, value) in [
            ("\\0", "\0"),
            ("\\a", "\u{7}"),
            ("\\b", "\u{8}"),
            ("\\v", "\u{b}"),
            ("\\f", "\u{c}"),
            ("\\e", "\u{1b}"),
            ("\\N", "\u{85}"),
            ("\\_", "\u{a0}"),
            ("\\L", "\u{2028}"),
            ("\\P", "\u{2029}"),
            ("\\/", "/"),
            ("\\\\", "\\"),
            ("\\x41", "A"),
            ("\\U0001F600", "\u{1f600}"),
        ] {
            let said = found(&format!("\"{raw}x ba\""), &format!("{value}x ba"), &[value, "ba"]);
            assert_eq!(said, [Some((raw.to_owned(), false)), verbatim("ba")], "{raw}");
        }
        for raw in ["\"\\uD800 ba\"", "\"\\xZZ ba\"", "\"\\U123\""] {
            assert_eq!(found(raw, "? ba", &["ba"]), [None], "{raw}");
        }
    }

    #[test]
    fn what_does_not_fit_is_not_guessed() {
        assert_eq!(found("x y", "một hai", &["hai"]), [None]);
        assert_eq!(found("", "một", &["một"]), [None]);
    }

    #[test]
    fn folded_and_quoted_values_are_followed_letter_by_letter() {
        for raw in ["trước ngày 31/6", "\"trước ngày 31/6\"", "trước ngày\n  31/6"] {
            let mut sources = Sources::default();
            let source = sources.add(Source::new("a", raw));
            let value = "trước ngày 31/6";
            let span = Span::new(source, 0, u32::try_from(raw.len()).unwrap());
            let at = value.find("31").unwrap();
            let place = within(&Spanned::new(value, span), at..value.len(), &sources);
            assert_eq!(sources.slice(place), "31/6", "{raw}");
        }
    }
}
