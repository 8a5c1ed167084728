//! From a place in a value to the place in the file.

use std::ops::Range;

use crate::span::{Sources, Span, Spanned};

/// Where the bytes `range` of a value stand in its file.
///
/// Exact for values that stand in the file letter by letter: plain, quoted without escapes, or folded
/// over several lines. For any other the whole value is the honest answer.
pub(crate) fn within(value: &Spanned<&str>, range: Range<usize>, sources: &Sources) -> Span {
    let raw = sources.slice(value.span);
    let aligned = raw.trim_start_matches(['"', '\'', '>', '|', '-', '+']);
    let start = raw.len() - aligned.len();
    // Spaces and line breaks may have been folded; all other characters must come in the same order.
    let mut file = aligned.char_indices().filter(|(_, c)| !c.is_whitespace());
    let (mut first, mut last) = (None, None);
    for (at, c) in value.value.char_indices() {
        if at >= range.end {
            break;
        }
        if c.is_whitespace() {
            continue;
        }
        match file.next() {
            Some((offset, same)) if same == c => {
                if at >= range.start {
                    first = first.or(Some(offset));
                    last = Some(offset + c.len_utf8());
                }
            }
            _ => return value.span,
        }
    }
    match first.zip(last) {
        Some((first, last)) => value.span.within(start + first, start + last),
        None => value.span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Source;

    #[test]
    fn folded_and_quoted_values_are_followed_letter_by_letter() {
        for raw in ["trước ngày 31/6", "\"trước ngày 31/6\"", ">-\n  trước ngày\n  31/6"] {
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
