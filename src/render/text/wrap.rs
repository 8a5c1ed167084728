//! Lines that are no wider than they may be, measured in the columns of a terminal.

use std::borrow::Cow;
use std::ops::Range;

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
pub(super) fn wrap(text: &str, columns: usize) -> Vec<Cow<'_, str>> {
    let mut lines = Vec::new();
    wrap_each(text, columns, &mut |line| lines.push(line));
    lines
}

/// Shows the lines of a text one after the other, as [`wrap`].
pub(super) fn wrap_each<'t>(text: &'t str, columns: usize, show: &mut dyn FnMut(Cow<'t, str>)) {
    for line in text.split('\n') {
        if width(line) <= columns {
            show(Cow::Borrowed(line));
        } else {
            fill(line, columns, show);
        }
    }
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

fn fill<'t>(text: &'t str, columns: usize, show: &mut dyn FnMut(Cow<'t, str>)) {
    let mut line = FillingLine { text, columns, words: Cow::Borrowed(""), end: 0, plain: Some(0) };
    let mut next = 0;
    for word in text.split(' ') {
        let (start, end) = (next, next + word.len());
        next = end + 1;
        if word.is_empty() || line.add(" ", start..end) {
            continue;
        }
        line.end(show);
        if line.add("", start..end) {
            continue;
        }
        // A word that is wider than a line is broken between letters.
        for (at, letter) in word.grapheme_indices(true) {
            let place = start + at..start + at + letter.len();
            if !line.add("", place.clone()) {
                line.end(show);
                (line.words, line.plain, line.end) = (Cow::Borrowed(letter), plain_width(letter), place.end);
            }
        }
    }
    show(line.words);
}

/// A line that is being filled.
struct FillingLine<'t> {
    /// The text whose words fill it.
    text: &'t str,
    /// The most columns.
    columns: usize,
    /// The words on it: a part of the text, unless more than a space stands between two of them.
    words: Cow<'t, str>,
    /// The byte of the text behind the last of them.
    end: usize,
    /// Its columns, as long as it is plain text.
    plain: Option<usize>,
}

impl<'t> FillingLine<'t> {
    /// Adds a space, unless the line is empty, and a word of the text, if the line is not too wide then.
    ///
    /// Other text is measured again, since the widths of some letters depend on their neighbours.
    fn add(&mut self, space: &str, place: Range<usize>) -> bool {
        let word = &self.text[place.clone()];
        let space = if self.words.is_empty() { "" } else { space };
        let most = MOST.saturating_mul(self.columns);
        // No letter has more bytes: a word that is far too long is not measured again and again.
        if self.words.len() + space.len() + word.len() > most {
            return false;
        }
        let plain = self.plain.zip(plain_width(word)).map(|(line, word)| line + space.len() + word);
        if plain.is_some_and(|columns| columns > self.columns) {
            return false;
        }
        let words = match &self.words {
            words if words.is_empty() => Cow::Borrowed(word),
            Cow::Borrowed(words) if self.end + space.len() == place.start => {
                Cow::Borrowed(&self.text[self.end - words.len()..place.end])
            }
            words => Cow::Owned(format!("{words}{space}{word}")),
        };
        let fits = plain.is_some() || words.width() <= self.columns;
        if fits {
            (self.words, self.plain, self.end) = (words, plain, place.end);
        }
        fits
    }

    /// Ends the line, if there is anything on it, and begins another.
    fn end(&mut self, show: &mut dyn FnMut(Cow<'t, str>)) {
        if !self.words.is_empty() {
            show(std::mem::take(&mut self.words));
            self.plain = Some(0);
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
    fn several_spaces_are_one_where_lines_break() {
        assert_eq!(wrap("một  hai   ba bốn", 7), ["một hai", "ba bốn"]);
        assert_eq!(wrap(" một  hai", 4), ["một", "hai"]);
        assert_eq!(wrap("một  hai ba", 11), ["một  hai ba"]);
        assert!(matches!(wrap("một hai ba", 7)[0], Cow::Borrowed("một hai")));
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
