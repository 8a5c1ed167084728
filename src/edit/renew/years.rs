//! Years in words, moved from one period to another.

use std::ops::Range;

use crate::citation::citations;
use crate::deadline::Period;
use crate::vietnamese::fold;

/// The years of a period, and the number by which they move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct YearShift {
    /// The first and the last year of the old period.
    first: i32,
    last: i32,
    by: i32,
    /// The first year of the new period.
    pub(super) to: i32,
}

/// The years of a text: those that move, and whether one stays that a person should look at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct TextYears {
    pub(super) moved: Vec<(Range<usize>, String)>,
    pub(super) stays: bool,
}

impl YearShift {
    /// The way from a period to that of some words; none if these have no year.
    pub(super) fn new(old: &Period, words: &str) -> Option<Self> {
        let (_, to) = years(words).into_iter().next()?;
        let first = old.school_year.unwrap_or(old.range.first.year());
        Some(Self { first, last: old.range.last.year(), by: to - first, to })
    }

    fn is_inside(self, year: i32) -> bool {
        (self.first..=self.last).contains(&year)
    }

    /// The years of a text that lie in the old period move: `30/6/2025`, `năm học 2025-2026`. Those of a span of years
    /// (`giai đoạn 2021-2030`, `tầm nhìn 2045`) and of cited documents stay, unless the span is the period itself.
    pub(super) fn years_of(self, text: &str) -> TextYears {
        let cited: Vec<Range<usize>> = citations(text)
            .into_iter()
            .flat_map(|citation| [Some(citation.place), citation.date.map(|(_, place)| place)])
            .flatten()
            .collect();
        let all = years(text);
        let mut found = TextYears::default();
        let mut at = 0;
        while let Some((place, year)) = all.get(at).cloned() {
            at += 1;
            if cited.iter().any(|cited| cited.start <= place.start && place.end <= cited.end) {
                continue;
            }
            let before = fold(text.get(..place.start).unwrap_or_default());
            let is_span = ends_with_any(&before, &["giai doan", "tam nhin"]);
            let next = all.get(at).filter(|(next, _)| is_dash(text.get(place.end..next.start)));
            if let Some((next_place, next_year)) = next.cloned() {
                at += 1;
                let is_period = (year, next_year) == (self.first, self.last);
                let is_school_year = next_year == year + 1 && !is_span;
                if is_period || is_school_year && (self.is_inside(year) || self.is_inside(next_year)) {
                    found.moved.push((place, (year + self.by).to_string()));
                    found.moved.push((next_place, (next_year + self.by).to_string()));
                } else {
                    found.stays = true;
                }
            } else if self.is_inside(year) && !is_span {
                found.moved.push((place, (year + self.by).to_string()));
            } else {
                found.stays = true;
            }
        }
        found
    }

    /// A text with its years moved.
    pub(super) fn moved(self, text: &str) -> String {
        let mut moved = text.to_owned();
        for (place, year) in self.years_of(text).moved.into_iter().rev() {
            moved.replace_range(place, &year);
        }
        moved
    }
}

/// The years of a text with their places.
fn years(text: &str) -> Vec<(Range<usize>, i32)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let end = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let year =
            text.get(at..end).filter(|digits| digits.len() == 4).and_then(|digits| digits.parse().ok());
        found.extend(year.filter(|year| (1900..3000).contains(year)).map(|year| (at..end, year)));
        at = end.max(at + 1);
    }
    found
}

fn is_dash(between: Option<&str>) -> bool {
    between.is_some_and(|between| matches!(between.trim(), "-" | "–" | "—"))
}

/// Returns true if a text ends with one of some words, and with words of time behind them.
fn ends_with_any(text: &str, words: &[&str]) -> bool {
    let mut rest = text.trim_end();
    for small in ["nam", "den", "tu"] {
        rest = rest.strip_suffix(small).map_or(rest, str::trim_end);
    }
    words.iter().any(|word| rest.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Calendar;

    fn moved(period: &str, to: &str, text: &str) -> (String, bool) {
        let period = Period::parse(period, &Calendar::vietnam()).unwrap();
        let shift = YearShift::new(&period, to).unwrap();
        (shift.moved(text), shift.years_of(text).stays)
    }

    #[test]
    fn years_of_the_period_move() {
        for (text, expected) in [
            ("trước ngày 30/6/2025", "trước ngày 30/6/2026"),
            ("Quý I và Quý IV/2025", "Quý I và Quý IV/2026"),
            ("15/3/2025; 15/9/2025", "15/3/2026; 15/9/2026"),
            ("năm học 2025-2026", "năm học 2026-2027"),
            ("năm học 2024 – 2025", "năm học 2025 – 2026"),
            (
                "Kế hoạch năm 2025 thực hiện Nghị quyết số 05/2025/NQ-HĐND",
                "Kế hoạch năm 2026 thực hiện Nghị quyết số 05/2025/NQ-HĐND",
            ),
            ("hằng tháng", "hằng tháng"),
        ] {
            assert_eq!(moved("2025", "2026", text), (expected.to_owned(), false), "{text}");
        }
    }

    #[test]
    fn spans_and_other_years_stay() {
        for text in [
            "giai đoạn 2021-2025",
            "giai đoạn 2025-2026",
            "tầm nhìn đến năm 2025",
            "đến năm 2030",
            "trước 15/1/2026",
        ] {
            assert_eq!(moved("2025", "2026", text), (text.to_owned(), true), "{text}");
        }
    }

    #[test]
    fn a_period_of_years_moves_as_a_whole() {
        let text = "Kế hoạch giai đoạn 2026-2030";
        assert_eq!(
            moved("giai đoạn 2026-2030", "giai đoạn 2031-2035", text).0,
            "Kế hoạch giai đoạn 2031-2035"
        );
        assert_eq!(moved("giai đoạn 2026-2030", "2031-2035", "đến hết năm 2027").0, "đến hết năm 2032");
        assert_eq!(YearShift::new(&Period::year(2025).unwrap(), "năm sau"), None);
    }
}
