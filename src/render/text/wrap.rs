//! Lines that are no wider than they may be, measured in the columns of a terminal.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The most bytes of a line for each of its columns: marks without end make no line without end.
const MOST: usize = 64;

/// The columns of a line on a terminal.
pub(super) fn width(line: &str) -> usize {
    plain_width(line).unwrap_or_else(|| line.width())
}

/// The columns of a line of composed Latin text, as nearly all are: there every letter is a column, whatever stands
/// beside it.
fn plain_width(line: &str) -> Option<usize> {
    line.chars().try_fold(0, |columns, c| is_one_column(c).then_some(columns + 1))
}

/// Returns true for a letter, digit or mark of composed Latin text.
fn is_one_column(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
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
    let mut line = FillingLine::default();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let space = if line.text.is_empty() { "" } else { " " };
        if line.add(space, word, columns) {
            continue;
        }
        line.end(lines);
        if line.add("", word, columns) {
            continue;
        }
        // A word that is wider than a line is broken between letters.
        for letter in word.graphemes(true) {
            if !line.add("", letter, columns) {
                line.end(lines);
                line = FillingLine { text: letter.to_owned(), plain: plain_width(letter) };
            }
        }
    }
    lines.push(line.text);
}

/// A line that is being filled.
struct FillingLine {
    text: String,
    /// Its columns, as long as it is plain text.
    plain: Option<usize>,
}

impl Default for FillingLine {
    fn default() -> Self {
        Self { text: String::new(), plain: Some(0) }
    }
}

impl FillingLine {
    /// Adds a space and a word, if the line is not too wide then.
    ///
    /// Other text is measured again, since the widths of some letters depend on their neighbours.
    fn add(&mut self, space: &str, word: &str, columns: usize) -> bool {
        let (before, most) = (self.text.len(), MOST.saturating_mul(columns));
        // No letter has more bytes: a word that is far too long is not measured again and again.
        if before + space.len() + word.len() > most {
            return false;
        }
        let plain = self.plain.zip(plain_width(word)).map(|(line, word)| line + space.len() + word);
        self.text.push_str(space);
        self.text.push_str(word);
        let fits = plain.unwrap_or_else(|| self.text.width()) <= columns;
        if fits {
            self.plain = plain;
        } else {
            self.text.truncate(before);
        }
        fits
    }

    /// Ends the line, if there is anything on it, and begins another.
    fn end(&mut self, lines: &mut Vec<String>) {
        if !self.text.is_empty() {
            lines.push(std::mem::take(self).text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_letters_are_one_column_each_and_with_each_other() {
        let letters: String = ('\0'..='\u{ffff}').filter(|c| is_one_column(*c)).collect();
        assert_eq!(letters.chars().count(), letters.width());
        assert!(letters.chars().all(|c| c.to_string().width() == 1));
    }

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
