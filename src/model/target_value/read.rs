//! The words of a target → its value. Source: docs/format.md, targets.

use super::bracket::without_brackets;
use super::error::TargetValueError;
use super::measure::{Measure, is_percentage};
use super::opening::{Opening, behind, opening};
use super::value::{Comparator, TargetValue};
use crate::vietnamese::{WrittenNumber, fold};

/// The words for a target that is reached or not.
pub(super) const REACHED: [&str; 4] = ["dat", "dat yeu cau", "dat chuan", "hoan thanh"];

/// The beginnings of words that ask for none of something.
const NONE_OF: [&str; 6] =
    ["khong de xay ra", "khong xay ra", "khong phat sinh", "khong de", "khong con", "khong co"];

impl TargetValue {
    /// Reads the value of a target.
    ///
    /// # Errors
    /// Fails with the reason why the words are no single value.
    pub fn parse(words: &str) -> Result<Self, TargetValueError> {
        let (text, notes) = without_brackets(words);
        let text = text.trim_end_matches(['.', ';', ',']).trim();
        let is_dated = notes
            .iter()
            .any(|note| ends_with_date(note) && numbers(note).iter().any(|(_, number)| is_year(number)));
        value(text).filter(|_| !is_dated).ok_or_else(|| reason(words, text))
    }
}

fn value(text: &str) -> Option<TargetValue> {
    let folded = fold(text);
    if REACHED.contains(&folded.as_str()) {
        return Some(TargetValue::Reached);
    }
    if asks_for_none(text, &folded) {
        return Some(TargetValue::Number(Comparator::AtMost, 0.0, Measure::default()));
    }
    let (opening, rest) = opening(text)?;
    let (closing, level_text) = closing(rest, true);
    if let Some(level) = level(&level_text) {
        return Some(TargetValue::Level(comparator(opening, closing, Comparator::AtLeast)?, level));
    }
    let rest = behind(rest, "muc").unwrap_or(rest);
    let (low, rest) = WrittenNumber::split(rest)?;
    if let Some((high, rest)) = upper(rest) {
        let measure = Measure { text: measure(rest)?, trend: opening.trend };
        let (low, high) = (number(low, &measure)?, number(high, &measure)?);
        let is_range = opening.comparator.is_none() && low <= high;
        return is_range.then_some(TargetValue::Range(low, high, measure));
    }
    let is_compared = opening.comparator.is_some();
    let (closing, rest) = closing_of_number(rest, is_compared);
    let measure = Measure { text: measure(&rest)?, trend: opening.trend };
    let number = number(low, &measure)?;
    // A bare 0 is what must not happen: 0 vụ.
    let is_bare_zero = number == 0.0 && !opening.is_from && measure.trend.is_none();
    let default = if is_bare_zero { Comparator::AtMost } else { Comparator::AtLeast };
    Some(TargetValue::Number(comparator(opening, closing, default)?, number, measure))
}

/// Returns true if words ask for none of something: `không để xảy ra bạo lực học đường`.
fn asks_for_none(text: &str, folded: &str) -> bool {
    let of_things = |rest: &str| !rest.is_empty() && !rest.contains(digit);
    matches!(folded, "khong" | "khong de xay ra" | "khong xay ra" | "khong phat sinh")
        || NONE_OF.iter().any(|none| behind(text, none).is_some_and(of_things))
}

/// Returns the comparison of the words before and behind a number, else the default; none if they contradict each
/// other.
fn comparator(opening: Opening, closing: Option<Comparator>, default: Comparator) -> Option<Comparator> {
    match (opening.comparator, closing) {
        (Some(before), Some(after)) if before != after => None,
        (before, after) => Some(before.or(after).unwrap_or(default)),
    }
}

/// Reads a number in its unit of measure.
fn number(number: WrittenNumber<'_>, measure: &Measure) -> Option<f64> {
    if measure.is_percentage() { number.percentage() } else { number.count() }
}

/// Reads the upper end of a range behind its lower end: `-55%`, `% - 55%`, ` đến 55 trường`.
pub(super) fn upper(text: &str) -> Option<(WrittenNumber<'_>, &str)> {
    let text = text.trim_start();
    let (is_share, text) = text.strip_prefix('%').map_or((false, text), |rest| (true, rest.trim_start()));
    let dash = || text.strip_prefix(['-', '–', '—', '\u{2212}']);
    let rest = dash().or_else(|| behind(text, "den")).or_else(|| behind(text, "toi"))?;
    let (high, rest) = WrittenNumber::split(rest.trim_start())?;
    // In `95% đến 2030` the second number is a year.
    (!is_share || is_percentage(rest)).then_some((high, rest))
}

/// Reads `trở lên` or `trở xuống` at the end of a text, or at its front.
fn closing(text: &str, at_end: bool) -> (Option<Comparator>, String) {
    for (phrase, comparator) in [("tro len", Comparator::AtLeast), ("tro xuong", Comparator::AtMost)] {
        if let Some(rest) = behind(text, phrase) {
            return (Some(comparator), rest.to_owned());
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        if at_end
            && let [before @ .., first, last] = words.as_slice()
            && fold(&format!("{first} {last}")) == phrase
        {
            return (Some(comparator), before.join(" "));
        }
    }
    (None, text.to_owned())
}

/// Reads `trở lên` or `trở xuống` behind a number and its percent sign, or at the end of its unit of measure.
///
/// Of `trên 50% cán bộ có trình độ Thạc sĩ trở lên` the end is about the things, not about the number.
pub(super) fn closing_of_number(text: &str, is_compared: bool) -> (Option<Comparator>, String) {
    let text = text.trim_start();
    match text.strip_prefix('%') {
        Some(rest) => {
            let (closing, rest) = closing(rest, false);
            (closing, format!("% {}", rest.trim()).trim_end().to_owned())
        }
        None => closing(text, !is_compared),
    }
}

/// The Roman numerals of levels, from 1.
const NUMERALS: [&str; 6] = ["I", "II", "III", "IV", "V", "VI"];

/// Reads a level: `mức độ 3`, `mức 3`, `cấp độ II`.
pub(super) fn level(text: &str) -> Option<f64> {
    let rest = ["muc do", "muc", "cap do"].iter().find_map(|word| behind(text, word))?;
    if let Some(at) = NUMERALS.iter().position(|numeral| *numeral == rest) {
        return u32::try_from(at + 1).ok().map(f64::from);
    }
    let (number, rest) = WrittenNumber::split(rest)?;
    number.percentage().filter(|_| rest.is_empty())
}

/// Reads the words behind a number as a unit of measure; none if they hold a second value or a date.
fn measure(text: &str) -> Option<String> {
    let is_date = ends_with_date(text) || dates(text).len() > 1;
    things(text).filter(|_| !is_date)
}

/// Reads the words behind a number as those for things; none if they hold a second value.
///
/// Numbers among them are of the things if they follow a word or another number: `lớp 3, 4, 5`, `trẻ 5 tuổi`.
pub(super) fn things(text: &str) -> Option<String> {
    const SIGNS: [char; 5] = ['<', '>', '=', '≥', '≤'];
    if text.contains(SIGNS) || is_notation(text) {
        return None;
    }
    let text = text.trim();
    if text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '/' | ':' | ',' | '+')) {
        return None;
    }
    let thing = text.split_whitespace().next().map(fold);
    let is_second = |(at, number): &(usize, &str)| {
        let (before, behind) = (text[..*at].trim_end(), &text[at + number.len()..]);
        let joined = before.strip_suffix([',', ';', ':', '+']).or_else(|| {
            let (left, word) = before.rsplit_once(char::is_whitespace)?;
            matches!(fold(word).as_str(), "va" | "hoac").then_some(left)
        });
        let is_same = behind.split_whitespace().next().map(fold) == thing && behind.starts_with(' ');
        is_percentage(behind) || is_same || joined.is_some_and(|left| !left.trim_end().ends_with(digit))
    };
    (!numbers(text).iter().any(is_second)).then(|| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Returns true for the rest of a number in another notation: `e3` of `1e3`, `x0B` of `0x0B`.
fn is_notation(text: &str) -> bool {
    let mut signs = text.chars();
    let letter = signs.next().is_some_and(|c| matches!(c, 'e' | 'E' | 'x' | 'X' | 'o' | 'b'));
    letter && signs.next().is_some_and(|c| c.is_ascii_digit() || matches!(c, '+' | '-'))
}

/// Returns the runs of digits of a text, each with its position.
fn numbers(text: &str) -> Vec<(usize, &str)> {
    let mut all = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(|c: char| c.is_ascii_digit()).map(|at| from + at) {
        let length = text[start..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - start);
        all.push((start, &text[start..start + length]));
        from = start + length;
    }
    all
}

/// Returns the positions of the years and days in a text for which a value may be: `vào năm 2025`, `30/6`.
///
/// Not those of what a value is compared with (`so với năm 2024`), nor those in names (`Luật Giáo dục 2019`).
fn dates(text: &str) -> Vec<usize> {
    const PARTS: [&str; 14] =
        ["nam", "hoc", "ngay", "thang", "quy", "giai", "doan", "cuoi", "het", "dau", "i", "ii", "iii", "iv"];
    let mut found = Vec::new();
    for (at, number) in numbers(text) {
        let (before, behind) = (&text[..at], &text[at + number.len()..]);
        let is_day = number.len() <= 2 && behind.starts_with('/') && behind[1..].starts_with(digit);
        let of_longer = before.strip_suffix(['/', '-', '–']).is_some_and(|left| left.ends_with(digit));
        if !(is_year(number) || is_day) || of_longer {
            continue;
        }
        let folded = fold(before);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).rev();
        let mut governing = words.skip_while(|word| PARTS.contains(word));
        let is_named = folded.trim_end().ends_with("nam") || folded.trim_end().ends_with("ngay");
        let is_timed = match governing.next() {
            None | Some("vao" | "den" | "toi" | "truoc" | "trong" | "tu") => true,
            Some("voi" | "ky" | "cua" | "bang" | "nhu" | "theo") => false,
            Some(word) => {
                is_named || before.trim_end().ends_with('(') || word.bytes().all(|b| b.is_ascii_digit())
            }
        };
        if is_timed {
            found.push(at);
        }
    }
    found
}

/// Returns true for a number of the form of a year.
fn is_year(number: &str) -> bool {
    number.len() == 4 && (number.starts_with("19") || number.starts_with("20"))
}

/// Returns true if a text ends with a date.
fn ends_with_date(text: &str) -> bool {
    let end = text.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
    dates(text).last().is_some_and(|at| {
        text[*at..end].chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '–' | ' '))
    })
}

fn digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Returns the reason why words are no value; `text` is without notes in brackets.
fn reason(words: &str, text: &str) -> TargetValueError {
    let (dates, numbers) = (dates(words).len(), numbers(words));
    if dates >= 2 && numbers.len() > dates {
        return TargetValueError::Horizons;
    }
    if let Some((number, rest)) = opening(text).and_then(|(_, rest)| WrittenNumber::split(rest)) {
        if rest.trim_start().strip_prefix('/').is_some_and(|rest| rest.trim_start().starts_with(digit)) {
            return TargetValueError::Quotient;
        }
        if number.count().is_none() {
            return TargetValueError::Separators;
        }
    }
    if dates > 0 && numbers.len() > dates {
        return TargetValueError::Dated;
    }
    let shares = numbers.iter().filter(|(at, number)| is_percentage(&words[at + number.len()..])).count();
    let parts = words.split([';', ',', '\n']).filter(|part| part.contains(digit)).count();
    if shares.max(parts) >= 2 { TargetValueError::Several } else { TargetValueError::Unreadable }
}

#[cfg(test)]
mod tests {
    use super::super::measure::Trend;
    use super::*;

    fn number(comparator: Comparator, number: f64, text: &str) -> TargetValue {
        TargetValue::Number(comparator, number, Measure { text: text.to_owned(), trend: None })
    }

    fn range(low: f64, high: f64, text: &str) -> TargetValue {
        TargetValue::Range(low, high, Measure { text: text.to_owned(), trend: None })
    }

    #[test]
    fn the_words_of_documents_are_read() {
        use Comparator as C;
        for (words, value) in [
            ("100%", number(C::AtLeast, 100.0, "%")),
            (">= 65%", number(C::AtLeast, 65.0, "%")),
            ("> 50%", number(C::Above, 50.0, "%")),
            ("≥65,5 %", number(C::AtLeast, 65.5, "%")),
            ("<= 0 vụ", number(C::AtMost, 0.0, "vụ")),
            ("11 trường", number(C::AtLeast, 11.0, "trường")),
            ("02 lớp 9", number(C::AtLeast, 2.0, "lớp 9")),
            ("05 (năm) trường", number(C::AtLeast, 5.0, "trường")),
            ("1.250 học sinh", number(C::AtLeast, 1250.0, "học sinh")),
            ("1.500.000 đồng", number(C::AtLeast, 1_500_000.0, "đồng")),
            ("1.250,5", number(C::AtLeast, 1250.5, "")),
            ("0.250", number(C::AtLeast, 0.25, "")),
            ("98.125%", number(C::AtLeast, 98.125, "%")),
            ("98.125 phần trăm", number(C::AtLeast, 98.125, "phần trăm")),
            ("100% trường.", number(C::AtLeast, 100.0, "% trường")),
            ("100% học sinh lớp 3, 4 và 5", number(C::AtLeast, 100.0, "% học sinh lớp 3, 4 và 5")),
            ("95% trẻ 3-5 tuổi", number(C::AtLeast, 95.0, "% trẻ 3-5 tuổi")),
            ("100% trường dạy 2 buổi/ngày", number(C::AtLeast, 100.0, "% trường dạy 2 buổi/ngày")),
            ("trên 50%", number(C::Above, 50.0, "%")),
            ("Hơn 1.000 lượt", number(C::Above, 1000.0, "lượt")),
            ("từ 65% trở lên", number(C::AtLeast, 65.0, "%")),
            ("Từ 65%", number(C::AtLeast, 65.0, "%")),
            ("65% trở lên", number(C::AtLeast, 65.0, "%")),
            ("từ 10 trường trở lên", number(C::AtLeast, 10.0, "trường")),
            ("35 học sinh/lớp trở xuống", number(C::AtMost, 35.0, "học sinh/lớp")),
            ("không quá 35 học sinh/lớp", number(C::AtMost, 35.0, "học sinh/lớp")),
            ("tối đa 35 học sinh/lớp", number(C::AtMost, 35.0, "học sinh/lớp")),
            ("không vượt quá 0,5%", number(C::AtMost, 0.5, "%")),
            ("dưới 1%", number(C::Below, 1.0, "%")),
            ("không dưới 98%", number(C::AtLeast, 98.0, "%")),
            ("ít nhất 01 trường", number(C::AtLeast, 1.0, "trường")),
            ("Tối thiểu 90 %", number(C::AtLeast, 90.0, "%")),
            ("tối thiểu từ 90% trở lên", number(C::AtLeast, 90.0, "%")),
            ("đạt 95%", number(C::AtLeast, 95.0, "%")),
            ("Phấn đấu đạt trên 95%", number(C::Above, 95.0, "%")),
            ("đạt tỷ lệ 45% đảng viên", number(C::AtLeast, 45.0, "% đảng viên")),
            ("bằng 3", number(C::Equal, 3.0, "")),
            (
                "trên 50% cán bộ có trình độ Thạc sĩ trở lên",
                number(C::Above, 50.0, "% cán bộ có trình độ Thạc sĩ trở lên"),
            ),
            ("giảm còn 5%", number(C::AtMost, 5.0, "%")),
            ("0 vụ", number(C::AtMost, 0.0, "vụ")),
            ("0", number(C::AtMost, 0.0, "")),
            ("00 vụ", number(C::AtMost, 0.0, "vụ")),
            ("0,0%", number(C::AtMost, 0.0, "%")),
            (">= 0 vụ", number(C::AtLeast, 0.0, "vụ")),
            ("từ 0 vụ", number(C::AtLeast, 0.0, "vụ")),
            ("không để xảy ra bạo lực học đường", number(C::AtMost, 0.0, "")),
            ("Không có vụ việc nào", number(C::AtMost, 0.0, "")),
            ("không", number(C::AtMost, 0.0, "")),
            ("50-55%", range(50.0, 55.0, "%")),
            ("50% - 55%", range(50.0, 55.0, "%")),
            ("50–55 %", range(50.0, 55.0, "%")),
            ("từ 50 đến 55%", range(50.0, 55.0, "%")),
            ("từ 50% đến 55%", range(50.0, 55.0, "%")),
            ("10 - 12 trường", range(10.0, 12.0, "trường")),
            ("1.000-1.500 học sinh", range(1000.0, 1500.0, "học sinh")),
            ("mức độ 3", TargetValue::Level(C::AtLeast, 3.0)),
            ("Mu\u{31b}\u{301}c độ 3", TargetValue::Level(C::AtLeast, 3.0)),
            ("đạt mức độ III", TargetValue::Level(C::AtLeast, 3.0)),
            ("mức độ 2 trở lên", TargetValue::Level(C::AtLeast, 2.0)),
            ("ít nhất mức độ II", TargetValue::Level(C::AtLeast, 2.0)),
            ("đạt chuẩn quốc gia mức độ 1", TargetValue::Level(C::AtLeast, 1.0)),
            ("đạt", TargetValue::Reached),
            ("Hoàn thành", TargetValue::Reached),
        ] {
            assert_eq!(TargetValue::parse(words), Ok(value), "{words}");
        }
        let change = TargetValue::parse("giảm ít nhất 0,5% so với năm 2024").unwrap();
        let measure = Measure { text: "% so với năm 2024".to_owned(), trend: Some(Trend::Fall) };
        assert_eq!(change, TargetValue::Number(C::AtLeast, 0.5, measure));
    }

    #[test]
    fn what_is_no_single_value_is_refused_with_its_reason() {
        use TargetValueError as E;
        for (words, reason) in [
            ("nhiều", E::Unreadable),
            ("khoảng 30%", E::Unreadable),
            ("không đạt", E::Unreadable),
            ("không quá", E::Unreadable),
            ("55-50%", E::Unreadable),
            (">= ", E::Unreadable),
            ("> = 5", E::Unreadable),
            ("5 6", E::Unreadable),
            ("1e3", E::Unreadable),
            ("0x0B", E::Unreadable),
            ("-5", E::Unreadable),
            ("dưới 5% trở lên", E::Unreadable),
            ("10 trường MN 5 trường TH", E::Unreadable),
            ("3/4 trường", E::Quotient),
            ("412 / 415", E::Quotient),
            ("1,250,000", E::Separators),
            ("1250.500 học sinh", E::Separators),
            ("1.25.000", E::Separators),
            (">= 95% vào năm 2025, 100% vào năm 2030", E::Horizons),
            ("đến 2025 đạt 95%; đến 2030: 100%", E::Horizons),
            ("2025: 95%; 2030: 100%", E::Horizons),
            ("95% (2025), 100% (2030)", E::Horizons),
            ("10 trường (2025); 15 trường (2030)", E::Horizons),
            ("10 trường năm 2025 và 15 trường năm 2030", E::Horizons),
            ("đến năm 2025 có 10 trường, đến năm 2030 có 15 trường", E::Horizons),
            ("95% vào năm 2025", E::Dated),
            ("95% đến 2030", E::Dated),
            ("95% (đến năm 2025)", E::Dated),
            ("đến 30/6/2025 đạt 95%", E::Dated),
            ("02 trường trước ngày 30/6", E::Dated),
            ("80% MN; 90% TH", E::Several),
            ("80% (MN), 90% (TH)", E::Several),
            ("10 trường, 15 lớp", E::Several),
            ("80% và 90%", E::Several),
        ] {
            assert_eq!(TargetValue::parse(words), Err(reason), "{words}");
        }
    }
}
