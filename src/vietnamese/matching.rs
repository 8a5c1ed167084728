//! Keys for the comparison of words.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The combining marks of the five written tones: huyền, hỏi, ngã, sắc, nặng.
pub(super) const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// Returns the text without marks and case, the key for words typed without accents.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).map(undash).collect()
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
