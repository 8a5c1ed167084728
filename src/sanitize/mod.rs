//! The sanitizing of text from files before it is printed.
//!
//! A plan may contain escape sequences that control a terminal, marks that reverse the direction of writing
//! and characters without a width. They are printed in a visible form.

mod sheet_names;

use std::borrow::{Borrow, Cow};
use std::fmt::Write;

use unicode_width::UnicodeWidthChar;

pub(crate) use sheet_names::SheetNames;

/// The maximum number of characters of a quoted value.
const QUOTED: usize = 80;

/// Returns the value in quotation marks for a message: control characters visible, cut after 80 characters.
///
/// ```
/// # use plan::diagnostic::quoted;
/// assert_eq!(quoted("phuong-ha-din"), "\"phuong-ha-din\"");
/// assert_eq!(quoted("a\u{1b}[31m"), "\"a␛[31m\"");
/// ```
pub fn quoted(value: &str) -> String {
    format!("\"{}\"", cut(value, QUOTED))
}

/// Returns the first of some texts for a message, at most `most`, and an ellipsis for the others.
///
/// ```
/// # use plan::diagnostic::first_few;
/// assert_eq!(first_few(&["a", "b", "c"], 2), "a, b, …");
/// ```
pub fn first_few<T: Borrow<str>>(all: &[T], most: usize) -> String {
    let more = if all.len() > most { ", …" } else { "" };
    all[..most.min(all.len())].join(", ") + more
}

/// Returns the text with every control or hidden character in a visible form: `␛`, `␀`, `<U+202E>`.
///
/// Line breaks and tabs are control characters: the result is always one line.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| PrintedChar::of(c).is_plain()) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    text.chars().for_each(|c| PrintedChar::of(c).push(&mut shown));
    Cow::Owned(shown)
}

/// Returns the visible form of the text, cut after a number of characters.
pub(super) fn cut(text: &str, characters: usize) -> Cow<'_, str> {
    match text.char_indices().nth(characters) {
        None => visible(text),
        Some((end, _)) => Cow::Owned(format!("{}…", visible(&text[..end]))),
    }
}

/// The printed form of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PrintedChar {
    /// The character itself.
    Plain(char),
    /// The control picture of Unicode for it.
    Picture(char),
    /// The number of the character.
    Number(char),
}

impl PrintedChar {
    /// Returns the printed form of a character.
    pub(super) fn of(c: char) -> Self {
        match c {
            // The common case first.
            ' '..='~' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Self::Plain(c),
            '\0'..='\u{1f}' => Self::Picture(char::from_u32(0x2400 + c as u32).unwrap_or('�')),
            '\u{7f}' => Self::Picture('␡'),
            _ if hides(c) => Self::Number(c),
            _ => Self::Plain(c),
        }
    }

    /// Returns true if the character is printed as it is.
    pub(super) fn is_plain(self) -> bool {
        matches!(self, Self::Plain(_))
    }

    /// Returns the number of columns on a terminal.
    pub(super) fn width(self) -> usize {
        match self {
            Self::Plain(c) => c.width().unwrap_or(1),
            Self::Picture(_) => 1,
            Self::Number(c) => match c as u32 {
                0x10_0000.. => "<U+10FFFF>".len(),
                0x1_0000.. => "<U+E0001>".len(),
                _ => "<U+0080>".len(),
            },
        }
    }

    /// Appends the printed form.
    pub(super) fn push(self, out: &mut String) {
        match self {
            Self::Plain(c) | Self::Picture(c) => out.push(c),
            Self::Number(c) => {
                let _ = write!(out, "<U+{:04X}>", c as u32);
            }
        }
    }
}

/// Returns true if a character is a control without a picture, is none (a noncharacter of Unicode), is invisible, or
/// changes its neighbours.
///
/// Combining marks are not among them: they belong to the letter before them.
fn hides(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}'
        | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fdd0}'..='\u{fdef}'
        | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
        || matches!(c as u32 & 0xffff, 0xfffe | 0xffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_shown() {
        assert_eq!(visible("a\u{1b}[2Jb\0\r\n\t\u{7f}"), "a␛[2Jb␀␍␊␉␡");
        assert_eq!(visible("\u{9b}31m\u{202e}\u{200b}\u{feff}"), "<U+009B>31m<U+202E><U+200B><U+FEFF>");
        assert_eq!(visible("\u{e0041}\u{ffff}\u{10fffe}"), "<U+E0041><U+FFFF><U+10FFFE>");
        assert!(matches!(visible("phu\u{31b}o\u{31b}\u{300}ng Hạ Đình 漢"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_is_shown_is_shown_once() {
        let once = visible("\u{1b}\u{202e}").into_owned();
        assert_eq!(visible(&once), once);
    }

    #[test]
    fn widths_are_those_of_what_is_shown() {
        for c in
            ['a', 'ạ', '漢', '\u{300}', '\u{1b}', '\u{85}', '\u{202e}', '\u{ffff}', '\u{e0041}', '\u{10ffff}']
        {
            let mut shown = String::new();
            PrintedChar::of(c).push(&mut shown);
            assert_eq!(PrintedChar::of(c).width(), unicode_width::UnicodeWidthStr::width(&*shown), "{shown}");
        }
    }

    #[test]
    fn long_values_are_cut() {
        assert_eq!(quoted(&"đ".repeat(80)), format!("\"{}\"", "đ".repeat(80)));
        assert_eq!(quoted(&"đ".repeat(81)), format!("\"{}…\"", "đ".repeat(80)));
    }
}
