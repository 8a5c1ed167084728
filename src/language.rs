//! The two languages of the program's messages.
//!
//! A message is written as a pair at the place of its use: a [`Message`] always has both languages, without a
//! catalogue to keep in step.

use std::borrow::Cow;

/// A language of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Vietnamese, the default.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Both languages, the default first.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// Returns the one of two values that belongs to this language.
    pub fn pick<T>(self, vi: T, en: T) -> T {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }
}

/// A sentence or word of the program in both languages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Message {
    vi: Cow<'static, str>,
    en: Cow<'static, str>,
}

impl Message {
    /// Returns a pair of constants.
    pub const fn fixed(vi: &'static str, en: &'static str) -> Self {
        Self { vi: Cow::Borrowed(vi), en: Cow::Borrowed(en) }
    }

    /// Returns a pair of computed strings; see [`message!`](crate::message!).
    pub fn new(vi: String, en: String) -> Self {
        Self { vi: Cow::Owned(vi), en: Cow::Owned(en) }
    }

    /// Returns the same words for both languages: an id, a name, words to write.
    pub fn same(words: impl Into<String>) -> Self {
        let words = words.into();
        Self::new(words.clone(), words)
    }

    /// Returns the words in one language.
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.vi, &self.en)
    }
}

/// Formats a [`Message`](crate::language::Message): `message!("không có {name}", "there is no {name}")`.
#[macro_export]
macro_rules! message {
    ($vi:literal, $en:literal $(, $argument:expr)* $(,)?) => {
        $crate::language::Message::new(format!($vi $(, $argument)*), format!($en $(, $argument)*))
    };
}

/// Returns a decimal number as its readers write it: `1.234.567,5` or `1,234,567.5`. Four digits stay together, as
/// years do.
pub fn group_digits(number: &str, lang: Lang) -> String {
    let (point, comma) = lang.pick((',', '.'), ('.', ','));
    let (whole, part) = number.split_once('.').map_or((number, None), |(whole, part)| (whole, Some(part)));
    let digits = whole.trim_start_matches('-').len();
    let mut out = String::with_capacity(number.len() + digits / 3);
    for (at, digit) in whole.chars().enumerate() {
        let left = whole.len() - at;
        if digits > 4 && left % 3 == 0 && left < digits {
            out.push(comma);
        }
        out.push(digit);
    }
    if let Some(part) = part {
        out.push(point);
        out.push_str(part);
    }
    out
}

/// Returns a number as its readers write it.
pub fn show_number(number: f64, lang: Lang) -> String {
    group_digits(&number.to_string(), lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_take_the_same_arguments() {
        let name = "tổ 1";
        let text = message!("không có {name}", "there is no {name}");
        assert_eq!(text.get(Lang::Vi), "không có tổ 1");
        assert_eq!(text.get(Lang::En), "there is no tổ 1");
    }
}
