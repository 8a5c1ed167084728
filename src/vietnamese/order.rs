//! The order of a Vietnamese dictionary.

use unicode_normalization::UnicodeNormalization;

use super::matching::TONES;

/// The letters in their order, so that `ă` stands between `a` and `â`, `đ` after `d`.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// A key that sorts names, made by [`order`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CollationKey {
    letters: Vec<(u8, u32)>,
    tones: Vec<usize>,
    cases: Vec<bool>,
}

/// Returns a key that sorts Vietnamese names: by letters, then by tones in the order ngang, huyền, hỏi, ngã,
/// sắc, nặng, then by case (lower first); spaces and signs before digits before letters. Digits in a row sort as
/// the number that they are: `Đợt 2` before `Đợt 10`.
///
/// A test compares it with the collation of CLDR for `vi`.
pub fn order(text: &str) -> CollationKey {
    let mut key =
        CollationKey { letters: Vec::with_capacity(text.len()), tones: Vec::new(), cases: Vec::new() };
    let mut chars = text.nfc().peekable();
    while let Some(c) = chars.next() {
        if c.is_ascii_digit() {
            let mut digits = String::from(c);
            while let Some(digit) = chars.next_if(char::is_ascii_digit) {
                digits.push(digit);
            }
            key.push_number(digits.trim_start_matches('0'));
            continue;
        }
        for (at, part) in [c].into_iter().nfd().enumerate() {
            if let Some(tone) = TONES.iter().position(|tone| *tone == part) {
                if let Some(last) = key.tones.last_mut() {
                    *last = tone + 1;
                }
            } else if at == 0 {
                let lower = bare(c);
                key.letters.push(rank(lower));
                key.tones.push(0);
                key.cases.push(c.is_uppercase());
            }
        }
    }
    key
}

impl CollationKey {
    /// A number without leading zeros: the longer one is the greater.
    fn push_number(&mut self, digits: &str) {
        let length = u32::try_from(digits.len()).unwrap_or(u32::MAX);
        let digits = digits.bytes().map(|digit| (DIGIT, u32::from(digit)));
        self.letters.extend(std::iter::once((DIGIT, length)).chain(digits));
        self.tones.push(0);
        self.cases.push(false);
    }
}

/// The rank of digits among the characters.
const DIGIT: u8 = 2;

/// Returns the letter without its tone, in lower case: `Ậ` → `â`.
fn bare(c: char) -> char {
    let lower = c.to_lowercase().next().unwrap_or(c);
    let toneless = [lower].into_iter().nfd().filter(|part| !TONES.contains(part)).nfc().next();
    toneless.unwrap_or(lower)
}

fn rank(c: char) -> (u8, u32) {
    if let Some(at) = ALPHABET.chars().position(|letter| letter == c) {
        (3, u32::try_from(at).unwrap_or(u32::MAX))
    } else if c.is_alphabetic() {
        (4, u32::from(c))
    } else if c.is_numeric() {
        (DIGIT, u32::from(c))
    } else if c.is_whitespace() {
        (0, 0)
    } else {
        (1, u32::from(c))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu_collator::{Collator, options::CollatorOptions};

    #[test]
    fn names_sort_as_the_collation_of_cldr_sorts_them() {
        let names = [
            "Hạ Đình",
            "Hà Đông",
            "Ha Đình",
            "Hả Đình",
            "Hã Đình",
            "Há Đình",
            "Ha Dinh",
            "Ăn",
            "An",
            "Ân",
            "Áo",
            "Ôn",
            "Ơn",
            "On",
            "Uông",
            "Ương",
            "đường",
            "dường",
            "Đường",
            "Dương",
            "Thanh Xuân Bắc",
            "Thanh Xuân",
            "Thanh Xuân Nam",
            "Thanh Xuân Trung",
            "Khương Đình",
            "Khương Mai",
            "Khương Trung",
            "Kim Giang",
            "Nhân Chính",
            "Phương Liệt",
            "Thượng Đình",
            "Tổ 2",
            "Tổ 1",
            "phường",
            "phương",
            "e\u{302}\u{301}",
            "ế",
            "ề",
            "ể",
            "ễ",
            "ệ",
            "ê",
            "hoa",
            "hoà",
            "hoa hồng",
            "hoàng",
        ];
        let Ok(collator) = Collator::try_new(icu_locale(), CollatorOptions::default()) else {
            panic!("no collation for vi");
        };
        let mut ours = names.to_vec();
        ours.sort_by_key(|name| order(name));
        let mut theirs = names.to_vec();
        theirs.sort_by(|a, b| collator.compare(a, b));
        assert_eq!(ours, theirs);
    }

    #[test]
    fn digits_sort_as_numbers() {
        for sorted in [
            &["Đợt 1", "Đợt 2", "Đợt 10", "Đợt 10a", "Đợt 11", "Đợt 100", "Đợt a"][..],
            &["2026-01.2", "2026-01.10", "2026-02.1", "2026-Q1"],
            &["PL2-9", "PL2-10", "PL10-1"],
            &["", "0", "1", "9", "10", "99999999999999999999999", "100000000000000000000000", "a"],
            &["1.a", "1.b", "1a", "2"],
        ] {
            assert!(sorted.is_sorted_by(|a, b| order(a) < order(b)), "{sorted:?}");
        }
        assert_eq!(order("Đợt 02"), order("Đợt 2"));
    }

    fn icu_locale() -> icu_collator::CollatorPreferences {
        let mut preferences = icu_collator::CollatorPreferences::default();
        preferences.locale_preferences =
            (&"vi".parse::<icu_locale_core::LanguageIdentifier>().unwrap()).into();
        preferences
    }
}
