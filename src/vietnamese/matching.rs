//! Keys for the comparison of words.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The combining marks of the five written tones: huyền, hỏi, ngã, sắc, nặng.
pub(super) const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// Returns the text without marks and case, the key for words typed without accents.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut key = String::with_capacity(text.len());
    for c in text.chars() {
        match latin_index(c).and_then(|at| FOLDED_LATIN.get(at).copied().flatten()) {
            Some(letter) => key.push(letter),
            None => key.extend(folded(c)),
        }
    }
    key
}

/// Folds one character. The order of marks, which alone depends on the characters around, does not count.
fn folded(c: char) -> impl Iterator<Item = char> {
    std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).map(undash)
}

/// The characters of the Latin blocks that Vietnamese uses, folded; none where one is not one letter.
static FOLDED_LATIN: LazyLock<Vec<Option<char>>> = LazyLock::new(|| {
    let one = |c: char| {
        let mut letters = folded(c);
        letters.next().filter(|_| letters.next().is_none())
    };
    ('\0'..BASIC_END).chain(ADDITIONAL).map(one).collect()
});

/// The end of the blocks Basic Latin to Latin Extended-B.
const BASIC_END: char = '\u{250}';

/// The block Latin Extended Additional, of letters with two marks.
const ADDITIONAL: RangeInclusive<char> = '\u{1e00}'..='\u{1eff}';

/// The number of a character in [`FOLDED_LATIN`].
fn latin_index(c: char) -> Option<usize> {
    match c {
        '\0'..BASIC_END => Some(c as usize),
        _ if ADDITIONAL.contains(&c) => Some(c as usize - *ADDITIONAL.start() as usize + BASIC_END as usize),
        _ => None,
    }
}

/// Returns the text in lower case with its marks, the tone of `oa`, `oe` and `uy` on the second letter.
///
/// The two styles of tone placement (`hòa`, `hoà`), the two Unicode forms and either case give the
/// same key. `kì` and `kỳ` stay different: that is spelling, not placement.
pub fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut key = String::with_capacity(text.len());
    let mut letters = text.nfd().flat_map(char::to_lowercase).peekable();
    let mut last = '\0';
    while let Some(c) = letters.next() {
        if TONES.contains(&c)
            && let Some(next) = letters.peek().copied()
            && matches!((last, next), ('o', 'a' | 'e') | ('u', 'y'))
        {
            letters.next();
            key.push(next);
        }
        key.push(c);
        last = c;
    }
    key
}

/// Returns true if a word has a Vietnamese mark or đ.
pub fn is_accented(text: &str) -> bool {
    !text.is_ascii() && text.nfd().any(|c| is_combining_mark(c) || matches!(c, 'đ' | 'Đ'))
}

/// Returns true if `text` contains `words`; accents count only if `words` has any (docs/filters.md).
pub fn contains(text: &str, words: &str) -> bool {
    if is_accented(words) {
        contains_letters(&plain(text), &plain(words))
    } else {
        fold(text).contains(&fold(words))
    }
}

/// Returns true if a [`plain`] text contains plain words letter by letter: `ư` is not in `ự`, whose last mark
/// belongs to the letter.
pub fn contains_letters(text: &str, words: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(words) {
        if !rest[at + words.len()..].starts_with(is_combining_mark) {
            return true;
        }
        let next = rest[at..].chars().next().map_or(1, char::len_utf8);
        rest = &rest[at + next..];
    }
    false
}

/// Maps `đ` to `d`, which Unicode does not decompose.
fn undash(c: char) -> char {
    if c == 'đ' { 'd' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_forgets_marks_case_and_form() {
        for text in ["Phường Hạ Đình", "phu\u{31b}o\u{31b}\u{300}ng ha\u{323} đình", "PHUONG HA DINH"]
        {
            assert_eq!(fold(text), "phuong ha dinh");
        }
    }

    /// Letter by letter with the table, or all at once without it.
    #[test]
    fn the_table_of_letters_folds_as_the_decomposition_does() {
        let defined = |text: &str| {
            let letters =
                text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).map(undash);
            letters.collect::<String>()
        };
        for c in ('\0'..'\u{3000}').chain(['한', '\u{1d15e}', 'ﬁ']) {
            for text in [c.to_string(), format!("Ạ{c}\u{323}\u{301}đ")] {
                assert_eq!(fold(&text), defined(&text), "{c:?}");
            }
        }
    }

    #[test]
    fn plain_keeps_marks_but_not_where_the_tone_is_written() {
        assert_eq!(plain("Khánh HÒA"), plain("khánh hoà"));
        assert_eq!(plain("ủy ban"), plain("uy\u{309} ban"));
        assert_ne!(plain("phường"), plain("phương"));
    }

    #[test]
    fn typed_accents_are_honoured() {
        assert!(contains("UBND phường Hạ Đình", "ha dinh"));
        assert!(contains("UBND phường Hạ Đình", "PHƯỜNG"));
        assert!(!contains("UBND phường Hạ Đình", "phương"));
        assert!(contains("Khánh Hoà", "hòa"));
    }

    #[test]
    fn a_letter_is_not_the_same_letter_with_a_tone() {
        for (words, other) in [
            ("tư", "tự"),
            ("mơ", "Mở lớp"),
            ("kê", "Kế hoạch"),
            ("tô", "Tổ dân phố"),
            ("tă", "tặng"),
            ("đâ", "đất"),
            ("đe", "đề"),
            ("cô", "co\u{323}\u{302}ng"),
        ] {
            assert!(!contains(other, words), "{words} is not in {other}");
            assert!(contains(&format!("{other}, {words} x"), words), "{words}");
        }
        // This occurrence overlaps one that ends in another letter.
        assert!(contains("êxêxêx", "êxêx") && contains("xêxếxêxê", "xêxê"));
    }
}
