//! The words before the number of a value: `ít nhất`, `đạt từ`, `không quá`, `>=`, `giảm`.

use super::measure::Trend;
use super::value::Comparator;
use crate::vietnamese::fold;

/// The words before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Opening {
    /// The comparison that they ask for.
    pub(super) comparator: Option<Comparator>,
    /// True if `từ` (from) is among them.
    pub(super) is_from: bool,
    /// The direction of a change.
    pub(super) trend: Option<Trend>,
}

/// The meaning of a phrase before a number.
#[derive(Clone, Copy)]
enum Lead {
    Compares(Comparator),
    From,
    Moves(Trend),
    /// Words that add nothing: `đạt`, `tỷ lệ`.
    Plain,
}

const SIGNS: [(&str, Comparator); 7] = [
    (">=", Comparator::AtLeast),
    ("≥", Comparator::AtLeast),
    ("<=", Comparator::AtMost),
    ("≤", Comparator::AtMost),
    (">", Comparator::Above),
    ("<", Comparator::Below),
    ("=", Comparator::Equal),
];

/// The phrases without marks; of two that begin alike the longer one first.
const LEADS: [(&str, Lead); 63] = [
    ("lon hon hoac bang", Lead::Compares(Comparator::AtLeast)),
    ("it nhat", Lead::Compares(Comparator::AtLeast)),
    ("toi thieu", Lead::Compares(Comparator::AtLeast)),
    ("khong duoi", Lead::Compares(Comparator::AtLeast)),
    ("khong it hon", Lead::Compares(Comparator::AtLeast)),
    ("khong thap hon", Lead::Compares(Comparator::AtLeast)),
    ("khong nho hon", Lead::Compares(Comparator::AtLeast)),
    ("khong kem hon", Lead::Compares(Comparator::AtLeast)),
    ("tang len", Lead::Compares(Comparator::AtLeast)),
    ("nang len", Lead::Compares(Comparator::AtLeast)),
    ("nho hon hoac bang", Lead::Compares(Comparator::AtMost)),
    ("khong vuot qua", Lead::Compares(Comparator::AtMost)),
    ("khong vuot", Lead::Compares(Comparator::AtMost)),
    ("khong qua", Lead::Compares(Comparator::AtMost)),
    ("toi da", Lead::Compares(Comparator::AtMost)),
    ("nhieu nhat", Lead::Compares(Comparator::AtMost)),
    ("khong hon", Lead::Compares(Comparator::AtMost)),
    ("khong tren", Lead::Compares(Comparator::AtMost)),
    ("khong lon hon", Lead::Compares(Comparator::AtMost)),
    ("khong cao hon", Lead::Compares(Comparator::AtMost)),
    ("khong nhieu hon", Lead::Compares(Comparator::AtMost)),
    ("giam xuong con duoi", Lead::Compares(Comparator::Below)),
    ("giam con duoi", Lead::Compares(Comparator::Below)),
    ("con duoi", Lead::Compares(Comparator::Below)),
    ("giam xuong duoi", Lead::Compares(Comparator::Below)),
    ("giam xuong con", Lead::Compares(Comparator::AtMost)),
    ("giam xuong", Lead::Compares(Comparator::AtMost)),
    ("giam con", Lead::Compares(Comparator::AtMost)),
    ("chi con", Lead::Compares(Comparator::AtMost)),
    ("con", Lead::Compares(Comparator::AtMost)),
    ("lon hon", Lead::Compares(Comparator::Above)),
    ("cao hon", Lead::Compares(Comparator::Above)),
    ("nhieu hon", Lead::Compares(Comparator::Above)),
    ("tren", Lead::Compares(Comparator::Above)),
    ("hon", Lead::Compares(Comparator::Above)),
    ("nho hon", Lead::Compares(Comparator::Below)),
    ("thap hon", Lead::Compares(Comparator::Below)),
    ("it hon", Lead::Compares(Comparator::Below)),
    ("duoi", Lead::Compares(Comparator::Below)),
    ("chua den", Lead::Compares(Comparator::Below)),
    ("khong den", Lead::Compares(Comparator::Below)),
    ("bang", Lead::Compares(Comparator::Equal)),
    ("dung", Lead::Compares(Comparator::Equal)),
    ("tu", Lead::From),
    ("tang them", Lead::Moves(Trend::Rise)),
    ("tang", Lead::Moves(Trend::Rise)),
    ("giam", Lead::Moves(Trend::Fall)),
    ("dat chuan quoc gia", Lead::Plain),
    ("dat chuan", Lead::Plain),
    ("dat", Lead::Plain),
    ("phan dau", Lead::Plain),
    ("duy tri", Lead::Plain),
    ("giu vung", Lead::Plain),
    ("giu", Lead::Plain),
    ("bao dam", Lead::Plain),
    ("dam bao", Lead::Plain),
    ("hoan thanh", Lead::Plain),
    ("thuc hien", Lead::Plain),
    ("uoc", Lead::Plain),
    ("co", Lead::Plain),
    ("la", Lead::Plain),
    ("ty le", Lead::Plain),
    ("ti le", Lead::Plain),
];

/// Reads the words before the number of a value, and returns them with the text behind them; none if two of them
/// contradict each other.
pub(super) fn opening(text: &str) -> Option<(Opening, &str)> {
    let (mut opening, mut rest) = (Opening::default(), text.trim_start());
    loop {
        let sign =
            SIGNS.iter().find_map(|(sign, one)| Some((Lead::Compares(*one), rest.strip_prefix(sign)?)));
        let phrase = || LEADS.iter().find_map(|(phrase, lead)| Some((*lead, behind(rest, phrase)?)));
        let Some((lead, behind)) = sign.or_else(phrase) else { return Some((opening, rest)) };
        rest = behind.trim_start();
        match lead {
            Lead::Compares(comparator) => {
                if opening.comparator.replace(comparator).is_some_and(|before| before != comparator) {
                    return None;
                }
            }
            Lead::From => opening.is_from = true,
            Lead::Moves(trend) => opening.trend = Some(trend),
            Lead::Plain => {}
        }
    }
}

/// Returns the text behind a phrase at its front; none if it does not begin with the whole words of the phrase.
pub(super) fn behind<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    let mut rest = text.trim_start();
    for word in phrase.split(' ') {
        // Most texts begin with another letter: the cheap test comes first.
        let end = rest.find(|c: char| c.is_whitespace() || c == ':').unwrap_or(rest.len());
        if end < word.len() || fold(&rest[..end]) != word {
            return None;
        }
        rest = rest[end..].trim_start_matches(|c: char| c.is_whitespace() || c == ':');
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_phrases_come_before_those_that_they_begin_with() {
        for (at, (phrase, _)) in LEADS.iter().enumerate() {
            let hidden = LEADS[at + 1..].iter().find(|(later, _)| later.starts_with(&format!("{phrase} ")));
            assert!(hidden.is_none(), "{phrase} hides {:?}", hidden.map(|(later, _)| later));
        }
    }

    #[test]
    fn words_are_read_up_to_the_number() {
        let read = |text| opening(text).map(|(opening, rest)| (opening.comparator, opening.is_from, rest));
        for (text, expected) in [
            (">=65%", Some((Some(Comparator::AtLeast), false, "65%"))),
            ("Đạt từ 65% trở lên", Some((None, true, "65% trở lên"))),
            ("KHÔNG QUÁ  35 học sinh", Some((Some(Comparator::AtMost), false, "35 học sinh"))),
            ("phấn đấu đạt: trên 50%", Some((Some(Comparator::Above), false, "50%"))),
            ("tối thiểu >= 5", Some((Some(Comparator::AtLeast), false, "5"))),
            ("> = 5", None),
            ("dưới, 5", Some((None, false, "dưới, 5"))),
            ("đạtx 5", Some((None, false, "đạtx 5"))),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
