//! The order of a Vietnamese dictionary.

use unicode_normalization::UnicodeNormalization;

use super::matching::TONES;

/// The letters in their order, so that `ă` stands between `a` and `â`, `đ` after `d`.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// Returns a key that sorts Vietnamese names: by letters, then by tones in the order ngang, huyền, hỏi, ngã,
/// sắc, nặng, then by case (lower first); spaces and signs before digits before letters.
///
/// A test compares it with the collation of CLDR for `vi`.
pub fn order(text: &str) -> impl Ord + use<> {
    let mut letters = Vec::with_capacity(text.len());
    let mut tones = Vec::new();
    let mut cases = Vec::new();
    for c in text.nfc() {
        for (at, part) in [c].into_iter().nfd().enumerate() {
            if let Some(tone) = TONES.iter().position(|tone| *tone == part) {
                if let Some(last) = tones.last_mut() {
                    *last = tone + 1;
                }
            } else if at == 0 {
                let lower = bare(c);
                letters.push(rank(lower));
                tones.push(0);
                cases.push(c.is_uppercase());
            }
        }
    }
    (letters, tones, cases)
}

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
        (2, u32::from(c))
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

    fn icu_locale() -> icu_collator::CollatorPreferences {
        let mut preferences = icu_collator::CollatorPreferences::default();
        preferences.locale_preferences =
            (&"vi".parse::<icu_locale_core::LanguageIdentifier>().unwrap()).into();
        preferences
    }
}
