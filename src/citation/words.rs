//! Words of a text, read one at a time.

use std::ops::Range;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::vietnamese::fold;

/// Returns the first word (letters, digits, or one other character) at or after `at`, with its byte range.
pub(super) fn word_at(text: &str, at: usize) -> Option<(&str, Range<usize>)> {
    let rest = &text[at..];
    let start = at + rest.find(|c: char| !c.is_whitespace())?;
    let rest = &text[start..];
    let first = rest.chars().next()?;
    let same = |c: char| {
        if first.is_ascii_digit() { c.is_ascii_digit() } else { is_letter(c) || is_mark(c) }
    };
    let length = if same(first) { rest.find(|c| !same(c)).unwrap_or(rest.len()) } else { first.len_utf8() };
    Some((&rest[..length], start..start + length))
}

/// Returns the last word of a text; a final colon is skipped.
pub(super) fn last_word(text: &str) -> &str {
    let text = text.strip_suffix(':').unwrap_or(text);
    let start = text.char_indices().rev().take(24).find(|(_, c)| !is_letter(*c) && !is_mark(*c));
    &text[start.map_or(0, |(at, c)| at + c.len_utf8())..]
}

/// Folds a word of at most 24 bytes; a longer one gives an empty string, as no keyword is that long.
pub(super) fn folded(word: &str) -> String {
    if word.len() <= 24 { fold(word) } else { String::new() }
}

/// Returns a word in lower case with its marks (`về` differs from `vẽ`), with the limit of [`folded`].
pub(super) fn lower(word: &str) -> String {
    if word.len() > 24 {
        String::new()
    } else if is_composed_latin(word) || is_nfc_quick(word.chars()) == IsNormalized::Yes {
        word.to_lowercase()
    } else {
        word.nfc().flat_map(char::to_lowercase).collect()
    }
}

/// Returns true if all of a text is composed Latin, as nearly all is: no tables of Unicode are needed to know it.
pub(super) fn is_composed_latin(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}'))
}

/// Returns true if a character is alphabetic; Latin letters need no tables of Unicode.
pub(super) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => true,
        _ => c.is_alphabetic(),
    }
}

/// Returns true if a character is a combining mark.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_letters_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            let text = c.to_string();
            if is_composed_latin(&text) {
                assert_eq!(is_nfc_quick([c].into_iter()), IsNormalized::Yes, "{c:?}");
                assert_eq!(text.nfc().collect::<String>(), text);
            }
        }
    }
}
