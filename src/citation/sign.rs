//! Signs: abbreviations of kinds of documents and of offices.

use super::words::{is_mark, word_at};

/// Offices that every level of government or party has.
pub(super) const SHARED: &[&str] = &[
    "UBND", "HĐND", "BCĐ", "BTC", "ĐU", "ĐUK", "QU", "HU", "TU", "TĐ", "VP", "HĐ", "HĐT", "MTTQ", "UBMTTQ",
    "ĐTN", "CĐ", "CĐCS", "LĐLĐ", "CA", "TYT", "TDP",
];

/// Unique offices of the country, except ministries (`B…`).
pub(super) const CENTRAL: &[&str] =
    &["CP", "TTg", "TTG", "TW", "TƯ", "CTN", "VPCP", "TTCP", "NHNN", "TANDTC", "VKSNDTC", "TLĐ", "KTNN"];

/// Abbreviations of kinds of documents.
const KINDS: &[&str] = &[
    "NQ", "CT", "CTr", "CTR", "KH", "TT", "TTLT", "QĐ", "QyĐ", "QYĐ", "QC", "NĐ", "TB", "BC", "HD", "KL",
    "TTr", "TTR", "BB", "ĐA", "PA", "DA", "GM", "GT", "GGT", "CV", "CĐ", "L", "PL", "LCT", "VBHN", "TLH",
    "HĐ", "BGN", "KHLT", "HDLT", "KHLN", "QĐLT",
];

/// Returns true if a part of a sign is a kind of document.
pub(super) fn is_kind(part: &str) -> bool {
    KINDS.contains(&part)
}

/// Returns true if a text consists of parts joined by `-`, each with an initial capital and fewer small
/// letters than capitals: `TTr`, `GDTrH`.
pub(super) fn is_sign(sign: &str) -> bool {
    let is_part = |part: &str| {
        let small = part.chars().filter(|c| c.is_lowercase()).count();
        let large = part.chars().filter(|c| c.is_uppercase()).count();
        part.chars().all(|c| c.is_alphanumeric() || matches!(c, '&' | '.' | '+'))
            && part.chars().next().is_some_and(char::is_uppercase)
            && (small == 0 || small < large)
    };
    sign.split('-').all(is_part)
}

/// Returns the sign at `start`: parts of letters and digits, joined by hyphens.
pub(super) fn sign_at(text: &str, start: usize) -> Option<&str> {
    let rest = &text[start..];
    if !rest.starts_with(char::is_uppercase) {
        return None;
    }
    let is_part = |c: char| c.is_alphanumeric() || is_mark(c) || matches!(c, '-' | '&' | '.');
    let mut end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    // A copied line that ends in `17/CT-`, with `UBND` on the next line.
    if let Some(kind) = rest[..end].strip_suffix('-')
        && is_kind(kind)
        && let Some((office, place)) = word_at(text, start + end)
        && office.chars().filter(|c| c.is_uppercase()).count() >= 2
    {
        end = place.end - start;
    }
    let sign = rest[..end].trim_end_matches(['-', '.', '&']);
    (sign.chars().count() >= 2).then_some(sign)
}
