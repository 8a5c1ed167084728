//! Citations of documents in running text: `Chỉ thị số 1112/CT-BGDĐT ngày 19/8/2022 của Bộ GDĐT`.
//!
//! A citation is found by its number and sign (số ký hiệu), which no other words look like; the kind of
//! document before it, the day and the office behind it are read where they stand. The text is walked
//! once, from one `/` to the next.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::letters::meant;
use crate::date::Day;
use crate::viet::fold;

/// A document that a text cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Citation {
    /// Its number and sign.
    pub(crate) number: Number,
    /// Where its number stands in the text; of `37, 38/2021/TT-BGDĐT`, where `37` does.
    pub(crate) place: Range<usize>,
    /// The day that the text gives it, and where.
    pub(crate) date: Option<(Day, Range<usize>)>,
    /// Who issued it, made comparable; empty if that is not said.
    pub(crate) issuer: String,
}

/// A number and sign: `1112/CT-BGDĐT`, `38/2021/TT-BGDĐT`, `29-NQ/TW`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Number {
    /// The number without leading zeros, a letter behind it in lower case.
    pub(crate) digits: String,
    /// The year, where the number names it.
    pub(crate) year: Option<u16>,
    /// The sign, composed: `CT-BGDĐT`, `NQ/TW`, `QH14`.
    pub(crate) sign: String,
}

/// All citations of a text, from front to back.
pub(crate) fn citations(text: &str) -> Vec<Citation> {
    let mut all: Vec<Citation> = Vec::new();
    let mut from = 0;
    while let Some(slash) = text.get(from..).and_then(|rest| rest.find('/')).map(|at| from + at) {
        let Some(found) = number_around(text, slash, from) else {
            from = slash + 1;
            continue;
        };
        let list = listed_before(text, found.start);
        let is_named = list.is_named || named_before(text, found.start);
        if !is_named && !found.is_unmistakable() {
            from = slash + 1;
            continue;
        }
        let (date, issuer, end) = said_behind(text, found.end);
        let number = found.number();
        let one = |digits: &str, place: Range<usize>| Citation {
            number: Number { digits: bare(digits), ..number.clone() },
            place,
            date: date.clone(),
            issuer: issuer.clone(),
        };
        all.extend(
            list.numbers
                .iter()
                .filter(|place| place.start >= from)
                .map(|place| one(&text[place.clone()], place.clone())),
        );
        all.push(one(found.digits, found.start..found.end));
        from = end.max(found.end);
    }
    all
}

impl Number {
    /// Reads a number and sign that stands alone.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let mut slashes = text.match_indices('/').map(|(at, _)| at);
        let found = number_around(text, slashes.next()?, 0)?;
        (found.start == 0 && found.end == text.len()).then(|| found.number())
    }

    /// The office that the sign names, and how surely.
    pub(crate) fn office(&self) -> Office<'_> {
        // Of `CT-BGDĐT` and `NQ/TW` the last part is the office; of a letter, `UBND-GDĐT`, the first.
        let first = self.sign.split(['-', '/']).next().unwrap_or_default();
        let last = self.sign.rsplit(['-', '/']).next().unwrap_or_default();
        let office = if is_kind(first) { last } else { first };
        if office == first && is_kind(first) || SHARED.contains(&office) {
            Office::Shared
        } else if CENTRAL.contains(&office)
            || office.starts_with("QH")
            || office.starts_with("UBTVQH")
            || office.starts_with('B')
                && office.len() > 2
                && !office.starts_with("BCĐ")
                && !office.starts_with("BQL")
        {
            Office::Central(office)
        } else {
            Office::Local(office)
        }
    }
}

/// What a sign tells about the office that issued a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Office<'n> {
    /// There is one such office in the country.
    Central(&'n str),
    /// The sign names an office; another place may have one of that name.
    Local(&'n str),
    /// There are many: `UBND`, `HĐND`.
    Shared,
}

/// Signs that every level of government or party has.
const SHARED: &[&str] = &[
    "UBND", "HĐND", "BCĐ", "BTC", "ĐU", "ĐUK", "QU", "HU", "TU", "TĐ", "VP", "HĐ", "HĐT", "MTTQ", "UBMTTQ",
    "ĐTN", "CĐ", "CĐCS", "LĐLĐ", "CA", "TYT", "TDP",
];

/// Offices that there is one of; ministries (B…) aside.
const CENTRAL: &[&str] =
    &["CP", "TTg", "TTG", "TW", "TƯ", "CTN", "VPCP", "TTCP", "NHNN", "TANDTC", "VKSNDTC", "TLĐ", "KTNN"];

/// Kinds of documents as signs abbreviate them.
const KINDS: &[&str] = &[
    "NQ", "CT", "CTr", "CTR", "KH", "TT", "TTLT", "QĐ", "QyĐ", "QYĐ", "QC", "NĐ", "TB", "BC", "HD", "KL",
    "TTr", "TTR", "BB", "ĐA", "PA", "DA", "GM", "GT", "GGT", "CV", "CĐ", "L", "PL", "LCT", "VBHN", "TLH",
    "HĐ", "BGN", "KHLT", "HDLT", "KHLN", "QĐLT",
];

fn is_kind(part: &str) -> bool {
    KINDS.contains(&part)
}

/// Whether words are of the form of a number and sign.
///
/// Real forms are many, and more are let through than are good: a ministry's `30/2021/TT-BGDĐT`, a letter's
/// `896/BGDĐT-GDTrH`, the party's `29-NQ/TW`, a law's `45/2019/QH14`, a standard's `TCVN 8793:2011`.
pub(crate) fn is_number(words: &str) -> bool {
    // Look-alikes, marks written apart and invisible characters are told by rules of their own.
    let words: String = words
        .nfc()
        .filter(|c| crate::visible::Shown::of(*c).is_plain())
        .map(|c| meant(c).unwrap_or(c))
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
            // As decrees were once numbered: 24-CP, 98-SL.
            None => matches!(sign, "CP" | "SL" | "TTg" | "HĐBT" | "LCT" | "CT"),
        };
    }
    let Some(rest) = rest.strip_prefix('/') else { return false };
    let sign = match rest.split_once('/') {
        Some((year, sign)) if year_of(year).is_some() => sign,
        Some(_) => return false,
        None => rest,
    };
    // A kind alone does not say whose it is.
    is_sign(sign) && (SHARED.contains(&sign) || !is_kind(sign))
}

/// Parts joined by `-`, each with a capital in front and small letters only as in `TTr`, `GDTrH`.
fn is_sign(sign: &str) -> bool {
    let is_part = |part: &str| {
        let small = part.chars().filter(|c| c.is_lowercase()).count();
        let large = part.chars().filter(|c| c.is_uppercase()).count();
        part.chars().all(|c| c.is_alphanumeric() || matches!(c, '&' | '.' | '+'))
            && part.chars().next().is_some_and(char::is_uppercase)
            && (small == 0 || small < large)
    };
    sign.split('-').all(is_part)
}

/// The length of the digits in front, with one letter if that is a part of the number: `05a`.
fn digits(text: &str) -> Option<usize> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let letter = text[length..].starts_with(['a', 'b', 'c', 'd', 'A', 'B', 'C', 'D'])
        && text[length + 1..].starts_with(['/', '-']);
    (1..=6).contains(&length).then_some(length + usize::from(letter))
}

fn year_of(text: &str) -> Option<u16> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| is_year && (1945..=2999).contains(year))
}

fn bare(digits: &str) -> String {
    let bare = digits.trim_start_matches('0');
    if bare.is_empty() { "0".to_owned() } else { bare.to_ascii_lowercase() }
}

/// A number and sign as it stands in a text.
struct Found<'t> {
    start: usize,
    end: usize,
    digits: &'t str,
    year: Option<u16>,
    /// The sign, `NQ/TW` of the party among them.
    sign: &'t str,
}

impl Found<'_> {
    fn number(&self) -> Number {
        let sign = self.sign.nfc().filter(|c| !c.is_whitespace()).map(|c| meant(c).unwrap_or(c));
        Number { digits: bare(self.digits), year: self.year, sign: sign.collect() }
    }

    /// Whether nothing but a document looks like this, even without the words before it.
    fn is_unmistakable(&self) -> bool {
        let kind = self.sign.split(['-', '/']).next().unwrap_or_default();
        let is_joined = self.sign.contains(['-', '/']);
        is_joined && (is_kind(kind) || kind.chars().count() >= 4)
            || self.sign.starts_with("QH") && self.year.is_some()
    }
}

/// The number and sign that the `/` at `slash` is a part of; nothing before `from` is looked at.
fn number_around(text: &str, slash: usize, from: usize) -> Option<Found<'_>> {
    let before = &text[from..slash];
    // 38/2021/TT-BGDĐT: digits in front, maybe with a letter.
    let start = start_of_digits(before).map(|at| from + at);
    if let Some(start) = start {
        let rest = &text[slash + 1..];
        let year = rest.get(..4).and_then(year_of).filter(|_| rest[4..].starts_with('/'));
        let sign_start = slash + 1 + if year.is_some() { 5 } else { 0 };
        let sign = sign_at(text, sign_start)?;
        return Some(Found { start, end: sign_start + sign.len(), digits: &text[start..slash], year, sign });
    }
    // 29-NQ/TW: digits, a hyphen and the kind in front.
    let hyphen = before.rfind('-').filter(|at| before.len() - at <= 12)?;
    let kind = &before[hyphen + 1..];
    let start = from + start_of_digits(&before[..hyphen])?;
    if kind.is_empty() || !kind.chars().all(char::is_alphabetic) || !kind.starts_with(char::is_uppercase) {
        return None;
    }
    let office = sign_at(text, slash + 1)?;
    let sign_start = from + hyphen + 1;
    let end = slash + 1 + office.len();
    Some(Found { start, end, digits: &text[start..from + hyphen], year: None, sign: &text[sign_start..end] })
}

/// Where the number begins that a text ends with.
fn start_of_digits(text: &str) -> Option<usize> {
    let bare = text.strip_suffix(['a', 'b', 'c', 'd', 'A', 'B', 'C', 'D']).unwrap_or(text);
    let length = bare.bytes().rev().take(7).take_while(u8::is_ascii_digit).count();
    let start = bare.len() - length;
    let is_part = bare[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.'));
    ((1..=6).contains(&length) && !is_part).then_some(start)
}

/// The sign that begins at `start`: parts of letters and digits, joined by hyphens.
fn sign_at(text: &str, start: usize) -> Option<&str> {
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

/// Numbers of which only the last one has the sign: `số 37, 38/2021/TT-BGDĐT`.
#[derive(Default)]
struct Listed {
    numbers: Vec<Range<usize>>,
    /// Whether `số` stands in front of them.
    is_named: bool,
}

fn listed_before(text: &str, start: usize) -> Listed {
    let mut numbers = Vec::new();
    let mut at = start;
    loop {
        let before = text[..at].trim_end();
        if before.len() < at && folded(last_word(before)) == "so" {
            numbers.reverse();
            return Listed { numbers, is_named: true };
        }
        let before = before.strip_suffix([',', ';']).or_else(|| {
            let cut = before.strip_suffix("và")?;
            cut.ends_with(char::is_whitespace).then_some(cut)
        });
        let Some(before) = before.map(str::trim_end).filter(|_| numbers.len() < 50) else {
            return Listed::default();
        };
        let length = before.bytes().rev().take(6).take_while(u8::is_ascii_digit).count();
        let first = before.len() - length;
        if !(1..=5).contains(&length) || !before[..first].ends_with(char::is_whitespace) {
            return Listed::default();
        }
        numbers.push(first..before.len());
        at = first;
    }
}

/// Whether a kind of document is named right before: `Nghị định 24/2020/NĐ`.
fn named_before(text: &str, start: usize) -> bool {
    const LAST_WORDS: [&str; 15] = [
        "quyet", "thi", "hoach", "tu", "dinh", "van", "bao", "dan", "trinh", "an", "luan", "luat", "lenh",
        "ban", "so",
    ];
    let before = text[..start].trim_end();
    before.len() < start && LAST_WORDS.contains(&&*folded(last_word(before)))
}

/// The word that a text ends with, a colon behind it aside.
fn last_word(text: &str) -> &str {
    let text = text.strip_suffix(':').unwrap_or(text);
    let start = text.char_indices().rev().take(24).find(|(_, c)| !c.is_alphabetic() && !is_mark(*c));
    &text[start.map_or(0, |(at, c)| at + c.len_utf8())..]
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The day and the office that are named behind a number, and where that ends.
fn said_behind(text: &str, end: usize) -> (Option<(Day, Range<usize>)>, String, usize) {
    let mut date = None;
    let mut issuer = String::new();
    let mut at = end;
    // Either may come first; `ngày … của …` is usual.
    for _ in 0..2 {
        if date.is_none()
            && let Some((day, place)) = day_behind(text, at)
        {
            at = place.end;
            date = Some((day, place));
        }
        if issuer.is_empty()
            && let Some((words, stop)) = issuer_behind(text, at)
        {
            at = stop;
            issuer = words;
        }
    }
    (date, issuer, at)
}

/// The next word (letters, digits, or one sign) at or behind `at`, with its place.
fn word_at(text: &str, at: usize) -> Option<(&str, Range<usize>)> {
    let rest = &text[at..];
    let start = at + rest.find(|c: char| !c.is_whitespace())?;
    let rest = &text[start..];
    let first = rest.chars().next()?;
    let same = |c: char| {
        if first.is_ascii_digit() { c.is_ascii_digit() } else { c.is_alphabetic() || is_mark(c) }
    };
    let length = if same(first) { rest.find(|c| !same(c)).unwrap_or(rest.len()) } else { first.len_utf8() };
    Some((&rest[..length], start..start + length))
}

/// Folds a word if it is short enough to be one that matters.
fn folded(word: &str) -> String {
    if word.len() <= 24 { fold(word) } else { String::new() }
}

/// The same with marks: `về` is no `vẽ`.
fn lower(word: &str) -> String {
    if word.len() <= 24 { word.nfc().flat_map(char::to_lowercase).collect() } else { String::new() }
}

/// A day right behind: `ngày 19/8/2022`, `(19/8/2022)`, `ban hành ngày 19 tháng 8 năm 2022`.
fn day_behind(text: &str, at: usize) -> Option<(Day, Range<usize>)> {
    let mut at = at;
    for _ in 0..6 {
        let (word, place) = word_at(text, at)?;
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return numeric_day(text, place.start);
        }
        let passes = matches!(word, "," | "(")
            || matches!(&*folded(word), "ngay" | "ban" | "hanh" | "ky" | "duoc" | "cung");
        if !passes {
            return None;
        }
        at = place.end;
    }
    None
}

fn numeric_day(text: &str, start: usize) -> Option<(Day, Range<usize>)> {
    let (day, place) = word_at(text, start)?;
    let (joint, joint_place) = word_at(text, place.end)?;
    let is_spelt = folded(joint) == "thang";
    if !is_spelt && !matches!(joint, "/" | "-" | ".") {
        return None;
    }
    let (month, place) = word_at(text, joint_place.end)?;
    let (second, joint_place) = word_at(text, place.end)?;
    if second != joint && !(is_spelt && (folded(second) == "nam" || second == "/")) {
        return None;
    }
    let (year, place) = word_at(text, joint_place.end)?;
    let number = |digits: &str| (digits.len() <= 2).then(|| digits.parse().ok()).flatten();
    let day = Day::new(i32::from(year_of(year)?), number(month)?, number(day)?)?;
    Some((day, start..place.end))
}

/// The office behind `của`, made comparable, and where its words end.
fn issuer_behind(text: &str, at: usize) -> Option<(String, usize)> {
    /// Words that no office's name goes on with.
    const STOPS: &[&str] = &[
        "ngày",
        "về",
        "quy",
        "hướng",
        "triển",
        "thực",
        "theo",
        "tại",
        "với",
        "đến",
        "nhằm",
        "cho",
        "để",
        "trong",
        "đối",
        "phê",
        "sửa",
        "năm",
        "đã",
        "là",
        "được",
        "số",
        "bãi",
        "thay",
        "yêu",
        "kèm",
        "ban hành",
        "bổ sung",
        "giao cho",
        "chỉ đạo",
    ];
    let (word, place) = word_at(text, at)?;
    let (word, place) = if matches!(word, ")" | ",") { word_at(text, place.end)? } else { (word, place) };
    if folded(word) != "cua" {
        return None;
    }
    let mut words: Vec<String> = Vec::new();
    let mut end = place.end;
    while let Some((word, place)) = word_at(text, end).filter(|_| words.len() < 14) {
        if !word.starts_with(char::is_alphanumeric) {
            break;
        }
        let next = word_at(text, place.end).map(|(next, _)| next);
        let marked = lower(word);
        let is_stop = STOPS.iter().any(|stop| match stop.split_once(' ') {
            None => *stop == marked,
            Some((first, second)) => first == marked && next.is_some_and(|next| lower(next) == second),
        });
        if is_stop {
            break;
        }
        // `Bộ Giáo dục và Đào tạo` goes on, `Bộ GDĐT và Chỉ thị số 17` does not.
        if marked == "và"
            && !next.is_some_and(|next| next.starts_with(char::is_uppercase) && !begins_kind(next))
        {
            break;
        }
        words.push(folded(word));
        end = place.end;
    }
    (!words.is_empty()).then(|| (office(&words.join(" ")), end))
}

/// Whether a word begins the name of a kind of document.
fn begins_kind(word: &str) -> bool {
    const FIRST_WORDS: &[&str] = &[
        "nghi", "chi", "ke", "thong", "quyet", "cong", "ket", "huong", "chuong", "de", "luat", "to", "bao",
        "bien", "quy", "phuong", "van",
    ];
    FIRST_WORDS.contains(&&*folded(word))
}

/// The name of an office in one form: `Bộ Giáo dục và Đào tạo` and `Bộ GDĐT` are one.
pub(crate) fn office(name: &str) -> String {
    const SHORT: &[(&str, &str)] = &[
        ("giao duc va dao tao", "gddt"),
        ("giao duc dao tao", "gddt"),
        ("gd dt", "gddt"),
        ("gd va dt", "gddt"),
        ("uy ban nhan dan", "ubnd"),
        ("hoi dong nhan dan", "hdnd"),
        ("uy ban mat tran to quoc", "ubmttq"),
        ("ban chi dao", "bcd"),
        ("ban chap hanh", "bch"),
        ("thu tuong chinh phu", "thu tuong"),
        ("thanh pho", "tp"),
        ("trung uong", "tw"),
        ("dang bo", ""),
        ("pho chu tich", ""),
        ("chu tich", ""),
        ("bo truong", "bo"),
        ("giam doc", ""),
    ];
    let folded = fold(name);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut name = format!(" {} ", words.join(" "));
    for (long, short) in SHORT {
        let long = format!(" {long} ");
        if name.contains(&long) {
            name = name.replace(&long, &if short.is_empty() { " ".to_owned() } else { format!(" {short} ") });
        }
    }
    name.trim().replace("bo bo ", "bo ")
}

/// Whether two offices may be one: equal, or one says more than the other.
pub(crate) fn may_be_one(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Number, day and office of every citation, one a line.
    fn shown(text: &str) -> Vec<String> {
        citations(text)
            .into_iter()
            .map(|citation| {
                let Number { digits, year, sign } = citation.number;
                let year = year.map(|year| format!("/{year}")).unwrap_or_default();
                let date = citation.date.map(|(day, _)| format!(" {day}")).unwrap_or_default();
                format!("{digits}{year} {sign}{date} {}", citation.issuer).trim_end().to_owned()
            })
            .collect()
    }

    #[test]
    fn the_real_plans_are_read() {
        let text = "Triển khai Chỉ thị số 1112/CT-BGDĐT ngày 19/8/2022 của Bộ GDĐT và Chỉ thị số 17/CT-UBND ngày \
                    07/9/2022 của Chủ tịch UBND Thành phố về việc thực hiện nhiệm vụ";
        assert_eq!(shown(text), ["1112 CT-BGDĐT 2022-08-19 bo gddt", "17 CT-UBND 2022-09-07 ubnd tp"]);
        let text = "Chỉ thị số 1112/CT-BGDĐT ngày 18/8/2022 của Bộ Giáo dục và Đào tạo và Chỉ thị số 17/CT-UBND ngày 07/9/2022";
        assert_eq!(shown(text), ["1112 CT-BGDĐT 2022-08-18 bo gddt", "17 CT-UBND 2022-09-07"]);
        let text = "tại Thông tư số 37, 38/2021/TT-BGDĐT ngày 30/12/2021 thực hiện; Thông tư số 47/2020/TT-BGDĐT ngày \
                    31/12/2020, Thông tư số 30/2021/TT-BGDĐT ngày 05/11/2021 của Bộ GDĐT quy định";
        assert_eq!(
            shown(text),
            [
                "37/2021 TT-BGDĐT 2021-12-30",
                "38/2021 TT-BGDĐT 2021-12-30",
                "47/2020 TT-BGDĐT 2020-12-31",
                "30/2021 TT-BGDĐT 2021-11-05 bo gddt",
            ]
        );
        let text = "Nghị quyết số 02/2023/NQ-HĐND ngày 04/7/2023 của Hội đồng nhân dân thành phố; Nghị quyết số 29-NQ/TW ngày \
                    04/11/2013 của Ban chấp hành Trung ương Đảng khóa XI; (sau đây gọi tắt là Nghị quyết số 17-NQ/QU)";
        assert_eq!(
            shown(text),
            ["2/2023 NQ-HĐND 2023-07-04 hdnd tp", "29 NQ/TW 2013-11-04 bch tw dang khoa xi", "17 NQ/QU"]
        );
        let text = "Thông báo số 45/TB-PGDĐT ngày 28/3/2024; Công văn số 812/UBND-GDĐT; Luật Giáo dục số 43/2019/QH14";
        assert_eq!(shown(text), ["45 TB-PGDĐT 2024-03-28", "812 UBND-GDĐT", "43/2019 QH14"]);
    }

    #[test]
    fn every_dated_citation_of_the_real_plans_is_found() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/sources/");
        let dated = |file: &str| {
            let text = std::fs::read_to_string(format!("{root}{file}")).unwrap();
            shown(&text).into_iter().filter(|line| line.contains(" 20")).collect::<Vec<_>>()
        };
        assert_eq!(
            dated("ba-dinh-2022-2023.txt"),
            [
                "2865 QĐ-UBND 2022-08-12 ubnd tp ha noi",
                "17 CT-UBND 2022-09-07 ubnd tp",
                "1112 CT-BGDĐT 2022-08-19 bo gddt",
                "17 CT-UBND 2022-09-07 ubnd tp",
                "22 KH-UBND 2022-01-19 ubnd tp",
                "1044 ĐA-UBND 2021-05-25 ubnd quan",
                "1112 CT-BGDĐT 2022-08-18 bo gddt",
                "17 CT-UBND 2022-09-07 ubnd tp",
            ]
        );
        assert_eq!(
            dated("thanh-xuan-2024.txt"),
            [
                "29 NQ/TW 2013-11-04 bch tw dang khoa xi",
                "242 KH-UBND 2020-11-06 ubnd quan thanh xuan",
                "17 NQ/QU 2022-10-12 bch quan",
                "312 KH-UBND 2022-12-30 ubnd quan thanh xuan",
                "37/2021 TT-BGDĐT 2021-12-30",
                "38/2021 TT-BGDĐT 2021-12-30",
                "47/2020 TT-BGDĐT 2020-12-31",
                "30/2021 TT-BGDĐT 2021-11-05 bo gddt",
                "2/2023 NQ-HĐND 2023-07-04 hdnd tp 3",
                "55/2011 TT-BGDĐT 2011-11-22",
            ]
        );
    }

    #[test]
    fn days_are_read_in_every_form() {
        for date in [
            "ngày 5/9/2022",
            "ngày 05-9-2022",
            "ngày 05.09.2022 ",
            "ngày 05 tháng 9 năm 2022",
            "(ngày 5/9/2022)",
            ", ngày 5/9/2022",
            "ban hành ngày 5/9/2022",
            "của UBND quận ngày 5/9/2022",
            "nga\u{300}y 5/9/2022",
        ] {
            let found = citations(&format!("Kế hoạch số 22/KH-UBND {date}")).pop().unwrap();
            assert_eq!(found.date.map(|(day, _)| day.to_string()).as_deref(), Some("2022-09-05"), "{date}");
        }
        for none in ["ngày 31/6/2022", "năm 2022", "ngày 5/9", "và họp ngày 5/9/2022", "ngày 5/9-2022"]
        {
            let found = citations(&format!("Kế hoạch số 22/KH-UBND {none}")).pop().unwrap();
            assert_eq!(found.date, None, "{none}");
        }
    }

    #[test]
    fn what_is_no_citation_is_passed_over() {
        for text in [
            "từ 05/9/2024 đến 15/10/2024",
            "01 lần/tháng, 02 lần/năm",
            "Thông tư số 13/2020",
            "tỷ lệ 45/HS, 12/GV",
            "tổ 1/TDP-2",
            "98,5%/NĂM 2024/2025",
            "/ 3/ /A 5/",
            "1234567/KH-UBND",
            "12/KH-UBN".trim_end_matches("KH-UBN"),
        ] {
            assert_eq!(shown(text), [""; 0], "{text}");
        }
        assert_eq!(shown("Thông tư 13/2020/TT quy định"), ["13/2020 TT"]);
    }

    #[test]
    fn parts_are_where_they_stand() {
        let text = "Thông tư số 37, 38/2021/TT-BGDĐT ngày 30/12/2021.";
        let places: Vec<_> = citations(text)
            .into_iter()
            .map(|citation| (&text[citation.place], &text[citation.date.unwrap().1]))
            .collect();
        assert_eq!(places, [("37", "30/12/2021"), ("38/2021/TT-BGDĐT", "30/12/2021")]);
    }

    #[test]
    fn offices_are_one_or_two() {
        for (a, b) in [
            ("Bộ GDĐT", "Bộ Giáo dục và Đào tạo"),
            ("Bộ GD&ĐT", "Bộ GDĐT"),
            ("UBND Thành phố", "Ủy ban nhân dân thành phố Hà Nội"),
            ("Chủ tịch UBND quận", "UBND quận Thanh Xuân"),
            ("Uỷ ban nhân dân quận", "UBND quận"),
        ] {
            assert!(may_be_one(&office(a), &office(b)), "{a}: {}, {b}: {}", office(a), office(b));
        }
        for (a, b) in
            [("UBND quận", "UBND Thành phố"), ("UBND phường A", "UBND phường B"), ("Bộ Y tế", "Bộ GDĐT")]
        {
            assert!(!may_be_one(&office(a), &office(b)), "{a}, {b}");
        }
    }

    #[test]
    fn signs_name_offices_or_do_not() {
        let office = |text: &str| {
            let number = Number::parse(text).unwrap();
            match number.office() {
                Office::Central(name) => format!("central {name}"),
                Office::Local(name) => format!("local {name}"),
                Office::Shared => "shared".to_owned(),
            }
        };
        assert_eq!(office("1112/CT-BGDĐT"), "central BGDĐT");
        assert_eq!(office("896/BGDĐT-GDTrH"), "central BGDĐT");
        assert_eq!(office("45/2019/QH14"), "central QH14");
        assert_eq!(office("29-NQ/TW"), "central TW");
        assert_eq!(office("24/2020/NĐ-CP"), "central CP");
        assert_eq!(office("45/TB-PGDĐT"), "local PGDĐT");
        for shared in ["22/KH-UBND", "812/UBND-GDĐT", "17-NQ/QU", "45/KH-BCĐ", "13/2020/TT"] {
            assert_eq!(office(shared), "shared", "{shared}");
        }
    }

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

    #[test]
    fn any_text_is_survived() {
        for text in [
            "/",
            "1/",
            "1-A/",
            "số 1, /A",
            "38/2021/",
            "1/Đ",
            "9-Đ/Đ",
            "/2021/TT-B",
            "số 37, và 38/2021/TT-B",
            "1/A\u{301}B-C ngày",
        ] {
            let _ = citations(text);
            let _ = is_number(text);
            let _ = Number::parse(text);
        }
        // Linear: a text of nothing but beginnings of citations.
        let long = "số 1, 2, 3/KH-UBND ngày 1/1/2024 của UBND ".repeat(20_000);
        assert_eq!(citations(&long).len(), 60_000);
    }
}
