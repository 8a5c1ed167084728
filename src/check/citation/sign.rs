//! Signs: the kinds of documents and the offices that they abbreviate.

use super::words::{is_mark, word_at};

/// Signs that every level of government or party has.
pub(super) const SHARED: &[&str] = &[
    "UBND", "HĐND", "BCĐ", "BTC", "ĐU", "ĐUK", "QU", "HU", "TU", "TĐ", "VP", "HĐ", "HĐT", "MTTQ", "UBMTTQ",
    "ĐTN", "CĐ", "CĐCS", "LĐLĐ", "CA", "TYT", "TDP",
];

/// Offices that there is one of; ministries (B…) aside.
pub(super) const CENTRAL: &[&str] =
    &["CP", "TTg", "TTG", "TW", "TƯ", "CTN", "VPCP", "TTCP", "NHNN", "TANDTC", "VKSNDTC", "TLĐ", "KTNN"];

/// Kinds of documents as signs abbreviate them.
const KINDS: &[&str] = &[
    "NQ", "CT", "CTr", "CTR", "KH", "TT", "TTLT", "QĐ", "QyĐ", "QYĐ", "QC", "NĐ", "TB", "BC", "HD", "KL",
    "TTr", "TTR", "BB", "ĐA", "PA", "DA", "GM", "GT", "GGT", "CV", "CĐ", "L", "PL", "LCT", "VBHN", "TLH",
    "HĐ", "BGN", "KHLT", "HDLT", "KHLN", "QĐLT",
];

/// Whether a part of a sign is the kind of the document.
pub(super) fn is_kind(part: &str) -> bool {
    KINDS.contains(&part)
}

/// Parts joined by `-`, each with a capital in front and small letters only as in `TTr`, `GDTrH`.
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

/// The sign that begins at `start`: parts of letters and digits, joined by hyphens.
pub(super) fn sign_at(text: &str, start: usize) -> Option<&str> {
    let rest = &text[start..];
    if !rest.starts_with(char::is_uppercase) {
        return None;
    }
    let is_part = |c: char| c.is_alphanumeric() || is_mark(c) || matches!(c, '-' | '&' | '.');
    let mut end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    // `17/CT-` at the end of a line that was copied, `UBND` on the next.
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
