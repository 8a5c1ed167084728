//! The words of a text, one at a time.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::vietnamese::fold;

/// The next word (letters, digits, or one sign) at or behind `at`, with its place.
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

/// The word that a text ends with, a colon behind it aside.
pub(super) fn last_word(text: &str) -> &str {
    let text = text.strip_suffix(':').unwrap_or(text);
    let start = text.char_indices().rev().take(24).find(|(_, c)| !c.is_alphabetic() && !is_mark(*c));
    &text[start.map_or(0, |(at, c)| at + c.len_utf8())..]
}

/// Folds a word if it is short enough to be one that matters.
pub(super) fn folded(word: &str) -> String {
    if word.len() <= 24 { fold(word) } else { String::new() }
}

/// The same with marks: `về` is no `vẽ`.
pub(super) fn lower(word: &str) -> String {
    if word.len() <= 24 { word.nfc().flat_map(char::to_lowercase).collect() } else { String::new() }
}

/// Whether a character is a mark that is written apart from its letter.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}
