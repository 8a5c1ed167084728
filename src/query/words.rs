//! Searched words, compared without regard to case, accents, đ/d, Unicode form and doubled spaces;
//! accents that were typed count, word by word. Source: docs/filters.md.

use std::borrow::Cow;
use std::cell::OnceCell;

use unicode_normalization::char::is_combining_mark;

use crate::vietnamese::{contains_letters, fold, is_accented, plain};

/// Words to be found.
#[derive(Debug, Clone)]
pub(super) struct SearchText {
    accents: Accents,
    /// Without marks.
    bare: String,
    /// With the marks that were typed.
    marked: String,
}

/// The words that carry accents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Accents {
    None,
    Some,
    All,
}

/// A text that is searched, its keys made when they are first needed.
pub(super) struct Haystack<'t> {
    text: Cow<'t, str>,
    bare: OnceCell<String>,
    marked: OnceCell<String>,
}

impl<'t> Haystack<'t> {
    /// A text to be searched.
    pub(super) fn new(text: &'t str) -> Self {
        Self { text: squeezed(text), bare: OnceCell::new(), marked: OnceCell::new() }
    }

    fn bare(&self) -> &str {
        self.bare.get_or_init(|| fold(&self.text))
    }

    fn marked(&self) -> &str {
        self.marked.get_or_init(|| plain(&self.text))
    }
}

impl SearchText {
    /// The words as they were typed.
    pub(super) fn new(text: &str) -> Self {
        let text = squeezed(text.trim());
        let accented = text.split(' ').filter(|word| is_accented(word)).count();
        let accents = match accented {
            0 => Accents::None,
            // A word of digits or signs has no accents to be honoured.
            _ if text.split(' ').all(|word| is_accented(word) || !word.contains(char::is_alphabetic)) => {
                Accents::All
            }
            _ => Accents::Some,
        };
        Self { accents, bare: fold(&text), marked: plain(&text) }
    }

    /// Returns true if a text contains the words.
    pub(super) fn are_in(&self, text: &Haystack<'_>) -> bool {
        match self.accents {
            Accents::None => text.bare().contains(&self.bare),
            Accents::All => contains_letters(text.marked(), &self.marked),
            Accents::Some => text.bare().contains(&self.bare) && self.are_in_with_some_accents(text.marked()),
        }
    }

    /// Returns true if a text contains the words.
    pub(super) fn are_in_text(&self, text: &str) -> bool {
        self.are_in(&Haystack::new(text))
    }

    /// Returns true if a name consists of the words.
    pub(super) fn are(&self, name: &str) -> bool {
        // Most names are ids: no key has to be made for them.
        if name.bytes().all(|byte| byte.is_ascii_graphic()) {
            return self.accents == Accents::None && name.eq_ignore_ascii_case(&self.bare);
        }
        let name = Haystack::new(name.trim());
        name.bare() == self.bare && self.are_in(&name)
    }

    /// Letter by letter: those of a word with accents with their marks, the others without.
    fn are_in_with_some_accents(&self, marked: &str) -> bool {
        let wanted = letters(&self.marked);
        let honoured: Vec<bool> = wanted
            .split(|letter| *letter == " ")
            .flat_map(|word| {
                let accented = word.iter().any(|letter| is_accented(letter));
                std::iter::repeat_n(accented, word.len()).chain([false])
            })
            .collect();
        letters(marked).windows(wanted.len().max(1)).any(|window| {
            window.iter().zip(&wanted).zip(&honoured).all(|((letter, wanted), honoured)| {
                letter == wanted || !honoured && fold(letter) == fold(wanted)
            })
        })
    }
}

/// The letters of a decomposed text, each with its marks.
fn letters(text: &str) -> Vec<&str> {
    let mut letters = Vec::with_capacity(text.len());
    let mut start = 0;
    for (at, c) in text.char_indices().skip(1) {
        if !is_combining_mark(c) {
            letters.push(&text[start..at]);
            start = at;
        }
    }
    letters.push(&text[start..]);
    letters
}

/// The text with one space where it has several, or a line break.
fn squeezed(text: &str) -> Cow<'_, str> {
    if !text.contains("  ") && !text.contains(|c: char| c.is_whitespace() && c != ' ') {
        return text.into();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vietnamese;
    use proptest::prelude::*;

    fn found(words: &str, text: &str) -> bool {
        SearchText::new(words).are_in_text(text)
    }

    #[test]
    fn case_accents_form_and_spaces_make_no_difference() {
        let text = "UBND  phường Hạ\nĐình";
        for words in
            ["ha dinh", "HA DINH", "phuong ha", "phường hạ đình", "ha\u{323} đi\u{300}nh", " Hạ  Đình "]
        {
            assert!(found(words, text), "{words}");
        }
        assert!(!found("hadinh", text));
        for text in ["Hạ  Đình", "Hạ\nĐình", "Hạ\u{a0}\tĐình"] {
            assert!(found("ha dinh", text) && found("hạ đình", text), "{text:?}");
        }
    }

    #[test]
    fn typed_accents_are_honoured_word_by_word() {
        assert!(!found("phường", "Phòng Nội vụ; phương án"));
        assert!(found("phương", "Phòng Nội vụ; phương án"));
        assert!(found("phuong", "UBND phường"));
        // The accents of one word do not affect the words beside it.
        assert!(found("phường ha dinh", "UBND phường Hạ Đình"));
        assert!(!found("phương ha dinh", "UBND phường Hạ Đình"));
        assert!(found("ha dinh phường", "Hạ Đình, hà định phường"));
        assert!(found("quý 2", "Quý 2"));
        assert!(!found("quy 2 đ", "Quý 2 d"));
        assert!(found("hòa bình", "Trường Tiểu học Hoà Bình"));
        assert!(!found("tư", "Phòng Tự quản") && found("tư", "Phòng Tư pháp"));
        assert!(!found("kê", "Kế hoạch") && !found("kê 2", "Kế hoạch 2") && !found("ke tư", "Kế tự"));
        assert!(!SearchText::new("tư").are("tự") && SearchText::new("tư").are("tư"));
        assert!(!found("hòa binh", ""));
    }

    #[test]
    fn a_name_is_all_of_its_words() {
        assert!(SearchText::new("II.1").are("II.1"));
        assert!(SearchText::new("ii.1").are("II.1"));
        assert!(!SearchText::new("II.1").are("II.10"));
        assert!(SearchText::new("quá hạn").are("Quá hạn"));
        assert!(!SearchText::new("quà hạn").are("quá hạn"));
        assert!(!SearchText::new("").are("x"));
    }

    proptest! {
        #[test]
        fn nothing_panics_and_text_finds_itself(text in ".{0,40}", words in "\\PC{0,12}") {
            prop_assert!(found(&text, &text));
            let _ = found(&words, &text);
        }

        #[test]
        fn single_words_are_found_as_the_ground_finds_them(
            text in "[a-zđĐâấườộ ]{0,30}", word in "[a-zđâấườộ]{1,4}",
        ) {
            let squeezed = text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(found(&word, &text), vietnamese::contains(&squeezed, &word));
        }

        #[test]
        fn accented_words_are_found_letter_by_letter(text in "[aăâáắấ ê]{0,12}", word in "[ăâáắấê]{1,3}") {
            let (text, word): (Vec<char>, Vec<char>) = (text.chars().collect(), word.chars().collect());
            let is_there = text.windows(word.len()).any(|window| window == word);
            let string = |letters: &[char]| letters.iter().collect::<String>();
            prop_assert_eq!(vietnamese::contains(&string(&text), &string(&word)), is_there);
        }
    }
}
