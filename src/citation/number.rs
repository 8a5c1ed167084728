//! Grammar of a number and sign (số ký hiệu), alone and within a text.

use unicode_normalization::UnicodeNormalization;

use super::office::Office;
use super::sign::{SHARED, is_kind, is_sign, sign_at};
use super::words::is_composed_latin;
use crate::sanitize::PrintedChar;
use crate::vietnamese::vietnamese_look_alike;

/// A number and sign: `1112/CT-BGDĐT`, `38/2021/TT-BGDĐT`, `29-NQ/TW`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Number {
    /// The number without leading zeros; a letter after it is in lower case.
    pub digits: String,
    /// The year, if it is part of the number and sign.
    pub year: Option<u16>,
    /// The sign, composed: `CT-BGDĐT`, `NQ/TW`, `QH14`.
    pub sign: String,
}

impl Number {
    /// Parses a number and sign that stands alone.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let mut slashes = text.match_indices('/').map(|(at, _)| at);
        let found = number_around(text, slashes.next()?, 0)?;
        (found.start == 0 && found.end == text.len()).then(|| found.number())
    }

    /// Returns the issuing office as far as the sign identifies it.
    pub fn office(&self) -> Office<'_> {
        Office::of(&self.sign)
    }
}

/// Returns true if a text has the form of a number and sign.
///
/// Real documents use many forms, so the check is lenient: a ministry's `30/2021/TT-BGDĐT`, a letter's
/// `896/BGDĐT-GDTrH`, the party's `29-NQ/TW`, a law's `45/2019/QH14`, a standard's `TCVN 8793:2011`.
pub fn is_number(words: &str) -> bool {
    // Look-alikes, decomposed marks and invisible characters are reported by rules of their own.
    let words: String = words
        .nfc()
        .filter(|c| PrintedChar::of(*c).is_plain())
        .map(|c| vietnamese_look_alike(c).unwrap_or(c))
        .collect();
    let words = words.trim();
    if ["TCVN ", "QCVN "].iter().any(|start| words.starts_with(start)) {
        return words.bytes().any(|byte| byte.is_ascii_digit());
    }
    let Some(length) = digits(words) else { return false };
    let rest = &words[length..];
    if let Some(sign) = rest.strip_prefix('-') {
        return match sign.split_once('/') {
            Some((kind, office)) => is_sign(kind) && is_sign(office),
            // Earlier decrees: 24-CP, 98-SL.
            None => matches!(sign, "CP" | "SL" | "TTg" | "HĐBT" | "LCT" | "CT"),
        };
    }
    let Some(rest) = rest.strip_prefix('/') else { return false };
    let sign = match rest.split_once('/') {
        Some((year, sign)) if year_of(year).is_some() => sign,
        Some(_) => return false,
        None => rest,
    };
    // A kind alone does not identify an office.
    is_sign(sign) && (SHARED.contains(&sign) || !is_kind(sign))
}

/// A number and sign found in a text, with its byte range.
pub(super) struct NumberMatch<'t> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) digits: &'t str,
    year: Option<u16>,
    /// The sign, including the forms of the party such as `NQ/TW`.
    sign: &'t str,
}

impl NumberMatch<'_> {
    pub(super) fn number(&self) -> Number {
        let part = |c: char| (!c.is_whitespace()).then(|| vietnamese_look_alike(c).unwrap_or(c));
        let sign = if is_composed_latin(self.sign) {
            self.sign.chars().filter_map(part).collect()
        } else {
            self.sign.nfc().filter_map(part).collect()
        };
        Number { digits: bare(self.digits), year: self.year, sign }
    }

    /// Returns true if the form alone identifies a document, without the words before it.
    pub(super) fn is_unmistakable(&self) -> bool {
        let kind = self.sign.split(['-', '/']).next().unwrap_or_default();
        let is_joined = self.sign.contains(['-', '/']);
        is_joined && (is_kind(kind) || kind.chars().count() >= 4)
            || self.sign.starts_with("QH") && self.year.is_some()
    }
}

/// Returns the number and sign around the `/` at `slash`; nothing before `from` is read.
pub(super) fn number_around(text: &str, slash: usize, from: usize) -> Option<NumberMatch<'_>> {
    let before = &text[from..slash];
    // 38/2021/TT-BGDĐT: digits before the slash, optionally with a letter.
    let start = start_of_digits(before).map(|at| from + at);
    if let Some(start) = start {
        let rest = &text[slash + 1..];
        let year = rest.get(..4).and_then(year_of).filter(|_| rest[4..].starts_with('/'));
        let sign_start = slash + 1 + if year.is_some() { 5 } else { 0 };
        let sign = sign_at(text, sign_start)?;
        return Some(NumberMatch {
            start,
            end: sign_start + sign.len(),
            digits: &text[start..slash],
            year,
            sign,
        });
    }
    // 29-NQ/TW: digits, a hyphen and the kind before the slash.
    let hyphen = before.rfind('-').filter(|at| before.len() - at <= 12)?;
    let kind = &before[hyphen + 1..];
    let start = from + start_of_digits(&before[..hyphen])?;
    if kind.is_empty() || !kind.chars().all(char::is_alphabetic) || !kind.starts_with(char::is_uppercase) {
        return None;
    }
    let office = sign_at(text, slash + 1)?;
    let sign_start = from + hyphen + 1;
    let end = slash + 1 + office.len();
    Some(NumberMatch {
        start,
        end,
        digits: &text[start..from + hyphen],
        year: None,
        sign: &text[sign_start..end],
    })
}

/// Suffixes of a number that was inserted between two others: `05a/KH-THNT`.
const LETTERS: [char; 8] = ['a', 'b', 'c', 'd', 'A', 'B', 'C', 'D'];

/// Returns the start of the number at the end of a text.
fn start_of_digits(text: &str) -> Option<usize> {
    let bare = text.strip_suffix(LETTERS).unwrap_or(text);
    let length = bare.bytes().rev().take(7).take_while(u8::is_ascii_digit).count();
    let start = bare.len() - length;
    let is_part = bare[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.'));
    ((1..=6).contains(&length) && !is_part).then_some(start)
}

/// Returns the length of the leading digits, including one letter that belongs to the number: `05a`.
fn digits(text: &str) -> Option<usize> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let letter = text[length..].starts_with(LETTERS) && text[length + 1..].starts_with(['/', '-']);
    (1..=6).contains(&length).then_some(length + usize::from(letter))
}

/// Parses a year of four digits between 1945 and 2999.
pub(super) fn year_of(text: &str) -> Option<u16> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| is_year && (1945..=2999).contains(year))
}

/// Returns digits in comparable form: without leading zeros, the letter in lower case.
pub(super) fn bare(digits: &str) -> String {
    let bare = digits.trim_start_matches('0');
    if bare.is_empty() { "0".to_owned() } else { bare.to_ascii_lowercase() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_a_form() {
        for right in [
            "29-NQ/TW",
            "17-NQ/QU",
            "01-CTr/TU",
            "1234-CV/BTGTU",
            "242/KH-UBND",
            "13/2020/TT-BGDĐT",
            "02/2023/NQ-HĐND",
            "45/2019/QH14",
            "01/2021/UBTVQH15",
            "896/BGDĐT-GDTrH",
            "812/UBND",
            "1705/QĐ-TTg",
            "24/2020/NĐ-CP",
            "05a/KH-THNT",
            "07/KH-UBND",
            "45/KH-BCĐ",
            "37/2021/TTLT-BGDĐT-BNV",
            "15/TTr-UBND",
            "12/KH-P.GDĐT",
            "98-SL",
            "QCVN 06:2022/BXD",
            "29-NQ/TƯ",
            "3/BC-TH&THCS",
            "04/QyĐ-TW",
            "123/CAHN-PV01",
        ] {
            assert!(is_number(right), "{right}");
        }
        for wrong in [
            "",
            "45",
            "45/KH",
            "kh-ubnd",
            "45/kh-ubnd",
            "45 /KH-UBND",
            "45/ KH-UBND",
            "45/KH UBND",
            "…/KH-UBND",
            "/KH-UBND",
            "số 45/KH-UBND",
            "KH-UBND/45",
            "45/KH-",
            "45/KH--UBND",
            "45/KH–UBND",
            "45/Kh-Ubnd",
            "29 nq/tw",
            "13/20/TT-BGDĐT",
            "45_KH-UBND",
            "45/KH-UBND ngày 5/1/2024",
            "29-NQ",
            "1234567/KH-UBND",
        ] {
            assert!(!is_number(wrong), "{wrong}");
        }
    }
}
