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
        if first.is_ascii_digit() { c.is_ascii_digit() } else { c.is_alphabetic() || is_mark(c) }
    };
    let length = if same(first) { rest.find(|c| !same(c)).unwrap_or(rest.len()) } else { first.len_utf8() };
    Some((&rest[..length], start..start + length))
}

/// Returns the last word of a text; a final colon is skipped.
pub(super) fn last_word(text: &str) -> &str {
    let text = text.strip_suffix(':').unwrap_or(text);
    let start = text.char_indices().rev().take(24).find(|(_, c)| !c.is_alphabetic() && !is_mark(*c));
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
    } else if is_nfc_quick(word.chars()) == IsNormalized::Yes {
        word.to_lowercase()
    } else {
        word.nfc().flat_map(char::to_lowercase).collect()
    }
}

/// Returns true if a character is a combining mark.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}
