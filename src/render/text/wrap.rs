//! Lines that are no wider than they may be, measured in the columns of a terminal.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The columns of a line on a terminal.
pub(super) fn width(line: &str) -> usize {
    line.width()
}

/// The lines of a text, broken between words; a word that is wider than a line is broken between letters.
///
/// There is always a line, be it empty.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        if width(line) <= columns {
            lines.push(line.to_owned());
        } else {
            fill(line, columns, &mut lines);
        }
    }
    lines
}

/// The columns of the widest word.
pub(super) fn widest_word(text: &str) -> usize {
    text.split([' ', '\n']).map(width).max().unwrap_or(0)
}

/// The least columns in which the text fits into so many lines.
pub(super) fn narrowest(text: &str, lines: usize) -> usize {
    let (least, most) = (widest_word(text), width(text));
    (least..most).find(|columns| wrap(text, *columns).len() <= lines).unwrap_or(most)
}

fn fill(text: &str, columns: usize, lines: &mut Vec<String>) {
    let (mut line, mut used) = (String::new(), 0);
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = width(word);
        if !line.is_empty() && used + 1 + wide > columns {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if wide > columns {
            (line, used) = chop(word, columns, lines);
        } else {
            if !line.is_empty() {
                line.push(' ');
                used += 1;
            }
            line.push_str(word);
            used += wide;
        }
    }
    lines.push(line);
}

/// Breaks a word that is wider than a line; the last part is the caller's.
fn chop(word: &str, columns: usize, lines: &mut Vec<String>) -> (String, usize) {
    let (mut line, mut used) = (String::new(), 0);
    for letter in word.graphemes(true) {
        let wide = width(letter);
        if used + wide > columns && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        line.push_str(letter);
        used += wide;
    }
    (line, used)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(wrap("Ủy ban nhân dân", 8), ["Ủy ban", "nhân dân"]);
        assert_eq!(wrap("a\n\nb", 5), ["a", "", "b"]);
        assert_eq!(narrowest("hoàn thành đúng hạn", 2), 10);
        assert_eq!(narrowest("hoàn thành đúng hạn", 3), 8);
    }

    #[test]
    fn decomposed_letters_are_never_torn() {
        let composed = wrap("nghiêngngảnghiêngngả", 5);
        let decomposed = wrap("nghie\u{302}ngnga\u{309}nghie\u{302}ngnga\u{309}", 5);
        assert_eq!(composed.len(), decomposed.len());
        assert_eq!(decomposed[0], "nghie\u{302}");
        assert!(decomposed.iter().all(|line| width(line) <= 5));
    }

    #[test]
    fn wide_letters_count_twice() {
        assert_eq!(wrap("漢字漢字", 5), ["漢字", "漢字"]);
        assert_eq!(wrap("漢", 1), ["漢"]);
    }
}
