//! Words as plans hold them: composed, on one line, without what does not print.

use unicode_normalization::UnicodeNormalization;

use crate::sanitize::PrintedChar;

/// Returns a text on one line: composed letters, single spaces, nothing invisible.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.nfc() {
        if is_space(c) {
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        } else if let Some(c) = printed(c) {
            line.push(c);
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// Returns a text whose lines are clean, without the empty ones.
pub(super) fn clean_lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(one_line).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Returns the letters and digits of a text, by which two texts are compared.
pub fn letters(text: &str) -> String {
    text.nfc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{a0}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn printed(c: char) -> Option<char> {
    match c {
        // Non-breaking hyphens, and the minus that word processors put for a hyphen.
        '\u{2010}' | '\u{2011}' | '\u{f02d}' => Some('-'),
        '\u{ad}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' => None,
        // The private use area holds the signs of symbol fonts: the first half is ASCII, the rest are bullets.
        '\u{f02b}' => Some('+'),
        '\u{e000}'..='\u{f8ff}' => Some('•'),
        c if PrintedChar::of(c).is_plain() => Some(c),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_composed_on_one_line() {
        assert_eq!(one_line(" Pho\u{300}ng\u{a0} GD\u{ad}ĐT\n\tquận\u{200b} "), "Phòng GDĐT quận");
        assert_eq!(one_line("GDNN\u{2011}GDTX"), "GDNN-GDTX");
        assert_eq!(clean_lines("a \n\n b\u{7}c\u{ffff}\n"), "a\nbc");
        assert_eq!(letters("I. Số 12/KH-UBND"), "isố12khubnd");
    }
}
