//! Suggestions for a text that was not understood.

use crate::date::{Calendar, DateRange, Day, SchoolYear};
use crate::vietnamese::{fold, nearest};

use super::error::{DeadlineError, DeadlineErrorKind};
use super::expression::Expression;
use super::occurrence::{DeadlineKind, Occurrence};
use super::period::{DeadlineContext, Period};
use super::resolve::resolve;
use super::{grammar, lexer};

/// The maximum number of forms in an error.
const MOST: usize = 3;

/// The most years of a period in which forms are tried.
const MOST_YEARS: i64 = 8;

/// Known forms, one of each kind, the most usual first.
const FORMS: &[&str] = &[
    "ngày 15/5/2024",
    "tháng 9/2024",
    "Quý II/2024",
    "trước ngày 15/5/2024",
    "đến hết ngày 31/12/2024",
    "chậm nhất ngày 15/10/2024",
    "từ 05/9/2024 đến 15/10/2024",
    "hoàn thành trong tháng 9/2024",
    "năm 2024",
    "hằng tháng",
    "01 lần/quý",
    "hằng năm",
    "thứ Sáu hằng tuần",
    "ngày 25 hằng tháng",
    "02 lần/năm",
    "định kỳ 6 tháng",
    "ngày 15 của tháng cuối quý",
    "cuối mỗi học kỳ",
    "tuần 2 tháng 5/2024",
    "đầu tháng 9/2024",
    "giữa tháng 9/2024",
    "cuối tháng 9/2024",
    "cuối năm 2024",
    "6 tháng đầu năm 2024",
    "trung tuần tháng 9/2024",
    "giai đoạn 2024-2025",
    "năm học 2023-2024",
    "học kỳ I năm học 2023-2024",
    "cuối năm học",
    "hè năm 2024",
    "05 ngày làm việc kể từ ngày 15/5/2024",
    "thường xuyên",
    "theo tiến độ",
    "khi có yêu cầu",
    "đột xuất",
    "đúng tiến độ",
];

/// Known forms of a period, the most usual first.
const PERIODS: &[&str] = &[
    "năm 2024",
    "năm học 2023-2024",
    "Quý II/2024",
    "tháng 9/2024",
    "6 tháng đầu năm 2024",
    "giai đoạn 2024-2025",
    "học kỳ I năm học 2023-2024",
];

/// The year of the known forms; a school year ends in it.
pub const FORM_YEAR: i32 = 2024;

/// Returns a known form with its years moved so that [`FORM_YEAR`] becomes `year`: `năm học 2025-2026` for 2026.
fn form_in_year(form: &str, year: i32) -> String {
    let mut moved = String::with_capacity(form.len());
    let mut rest = form;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, digits) = rest.split_at(start);
        let (digits, after) =
            digits.split_at(digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len()));
        moved.push_str(before);
        match digits.parse::<i32>() {
            Ok(number) if digits.len() == 4 => moved.push_str(&(number + year - FORM_YEAR).to_string()),
            _ => moved.push_str(digits),
        }
        rest = after;
    }
    moved.push_str(rest);
    moved
}

/// Returns a form in a period: with its years moved so that it has days there. None for a form that has no days there
/// in any year, or names an impossible one.
pub fn form_in_period(form: &str, period: &Period) -> Option<String> {
    // The first years stand for a long period.
    let first = period.range.first;
    let last =
        first.plus_months(12 * MOST_YEARS).map_or(period.range.last, |last| last.min(period.range.last));
    let period = &Period { range: DateRange { first, last }, ..period.clone() };
    let calendar = with_school_years(period.range);
    let context = DeadlineContext::new(period, &calendar);
    let fits = |form: &str, within: DateRange| {
        let read = grammar::parse(form).and_then(|expression| resolve(&expression, &context));
        read.is_ok_and(|deadline| {
            let is_inside = |one: &Occurrence| {
                let first = one.from.unwrap_or(one.due);
                DateRange::new(first, one.due).is_some_and(|days| days.overlaps(within))
            };
            let is_dated = matches!(deadline.kind, DeadlineKind::Dated | DeadlineKind::Recurring);
            deadline.occurrences.first().map_or(!is_dated, is_inside)
        })
    };
    let years = first.year()..=last.year();
    let mut forms: Vec<String> = years.map(|year| form_in_year(form, year)).collect();
    forms.dedup();
    let days = [period.range, period.reach()];
    days.into_iter().find_map(|within| forms.iter().find(|form| fits(form, within))).cloned()
}

/// Returns the built-in calendar with school years of the usual days in a range.
fn with_school_years(range: DateRange) -> Calendar {
    let mut calendar = Calendar::vietnam();
    for start in range.first.year() - 1..=range.last.year() {
        let day = |years, month, day| Day::new(start + years, month, day);
        let days = (day(0, 9, 5), day(1, 1, 14), day(1, 5, 24), day(1, 5, 31));
        if let (Some(from), Some(first), Some(second), Some(to)) = days
            && let Some(year) = SchoolYear::new(start, from, first, second, to)
        {
            calendar.add_school_year(year);
        }
    }
    calendar
}

/// Adds the known forms nearest to the text to an error.
pub(super) fn with_nearest(text: &str, error: DeadlineError) -> DeadlineError {
    with_forms(text, error, FORMS, |_| true)
}

/// Adds the known forms of a period nearest to the text to an error.
pub(super) fn with_nearest_period(text: &str, error: DeadlineError) -> DeadlineError {
    with_forms(text, error, PERIODS, |read| read.period().is_some())
}

fn with_forms(
    text: &str,
    mut error: DeadlineError,
    forms: &[&str],
    is_wanted: fn(&Expression) -> bool,
) -> DeadlineError {
    if error.kind() == DeadlineErrorKind::Unreadable && error.spreadsheet_day().is_none() {
        error.nearest.extend(two_years(text));
        error.nearest.extend(put_right(text, is_wanted));
        if error.may_name_event() {
            return error;
        }
        for form in alike(text, forms) {
            if error.nearest.len() < MOST && !error.nearest.contains(&form) {
                error.nearest.push(form);
            }
        }
    }
    error
}

/// Adds the forms of a day to an error.
pub(super) fn with_nearest_day(text: &str, mut error: DeadlineError) -> DeadlineError {
    error.nearest.extend(put_right(text, |read| read.day().is_some()));
    error.nearest.push("15/5/2024".to_owned());
    error.nearest.push("2024-05-15".to_owned());
    error
}

/// Returns the readings of two bare years: `2024-2025` may be a span of years or a school year.
fn two_years(text: &str) -> Vec<String> {
    let is_two_years = |form: &String| !text.contains(char::is_alphabetic) && grammar::parse(form).is_ok();
    ["giai đoạn", "năm học"]
        .map(|kind| format!("{kind} {}", text.trim()))
        .into_iter()
        .filter(is_two_years)
        .collect()
}

/// Returns the text with every unknown word replaced by the nearest known one, if it reads as wanted then.
fn put_right(text: &str, is_wanted: fn(&Expression) -> bool) -> Option<String> {
    const LONGEST: usize = 200;
    if text.len() > LONGEST {
        return None;
    }
    let mut right = String::with_capacity(text.len());
    let mut end = 0;
    for token in lexer::tokens(text) {
        let range = token.place.range();
        if token.kind == lexer::TokenKind::Word("") {
            let known = nearest(text.get(range.clone())?, lexer::vocabulary())?;
            right.push_str(text.get(end..range.start)?);
            right.push_str(known);
            end = range.end;
        }
    }
    if end == 0 {
        return None;
    }
    right.push_str(text.get(end..)?);
    let right = right.trim().to_owned();
    grammar::parse(&right).is_ok_and(|read| is_wanted(&read)).then_some(right)
}

/// Returns the forms that share the largest part of their words with the text.
fn alike(text: &str, forms: &[&str]) -> Vec<String> {
    let words = |text: &str| -> Vec<String> {
        fold(text)
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
            .take(100)
            .map(str::to_owned)
            .collect()
    };
    let own = words(text);
    // In thousandths, which can be sorted.
    let score = |form: &str| {
        let words = words(form);
        let shared = words.iter().filter(|word| own.contains(word)).count();
        2000 * shared / (words.len() + own.len()).max(1)
    };
    let mut scored: Vec<(usize, &str)> = forms.iter().map(|form| (score(form), *form)).collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().take(MOST).map(|(_, form)| form.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_form_is_read_in_any_year() {
        for year in [1901, FORM_YEAR, 2026, 2998] {
            for form in FORMS.iter().chain(PERIODS) {
                let form = form_in_year(form, year);
                assert!(grammar::parse(&form).is_ok(), "{form}");
            }
        }
        assert_eq!(form_in_year("học kỳ I năm học 2023-2024", 2026), "học kỳ I năm học 2025-2026");
        assert_eq!(form_in_year("05 ngày kể từ 15/5/2024", 2026), "05 ngày kể từ 15/5/2026");
    }

    #[test]
    fn every_known_form_has_days_in_any_period() {
        let calendar = with_school_years(DateRange::year(2026).unwrap());
        for words in ["2026", "năm học 2025-2026", "giai đoạn 2027-2030", "từ 1/3/2026 đến 30/4/2027"]
        {
            let period = Period::parse(words, &calendar).unwrap();
            let has_none = |form: &&&str| {
                form_in_period(form, &period).is_none_or(|form| grammar::parse(&form).is_err())
            };
            let without: Vec<_> = FORMS.iter().filter(has_none).collect();
            // Which school year is meant is open in a period of several.
            let is_open = words.starts_with("giai đoạn");
            assert_eq!(without, if is_open { vec![&"cuối năm học"] } else { vec![] }, "{words}");
        }
        let year = Period::parse("năm học 2025-2026", &calendar).unwrap();
        let moved = |form| form_in_period(form, &year);
        assert_eq!(moved("trước ngày 15/5/2024").as_deref(), Some("trước ngày 15/5/2026"));
        assert_eq!(moved("tháng 9/2024").as_deref(), Some("tháng 9/2025"));
        assert_eq!(moved("năm học 2023-2024").as_deref(), Some("năm học 2025-2026"));
        assert_eq!(moved("trước 29/2"), None);
        assert_eq!(moved("Thường xuyên").as_deref(), Some("Thường xuyên"));
    }

    #[test]
    fn every_known_form_of_a_period_is_one() {
        assert!(PERIODS.iter().all(|form| grammar::parse(form).unwrap().period().is_some()));
    }
}
