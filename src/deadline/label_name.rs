//! The names of occurrences: `2024-Q2` is Quý II. Source: docs/deadlines.md, Occurrences.

use crate::date::Day;
use crate::language::{Lang, Message};
use crate::message;
use crate::vietnamese::roman;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Returns the name of a label of docs/deadlines.md, optionally without its year; other text stays as it is.
///
/// ```
/// # use plan::{deadline::label_name, language::Lang};
/// assert_eq!(label_name("2024-Q2", false).get(Lang::Vi), "Quý II");
/// assert_eq!(label_name("2023-2024-HK1", true).get(Lang::Vi), "học kỳ I năm học 2023-2024");
/// ```
pub fn label_name(label: &str, with_year: bool) -> Message {
    let (span, number) = match label.split_once('.') {
        Some((span, number)) if number.bytes().all(|b| b.is_ascii_digit()) => (span, Some(number)),
        _ => (label, None),
    };
    let name = name(span, with_year).unwrap_or_else(|| Message::new(span.to_owned(), span.to_owned()));
    match number {
        Some(number) => {
            let (vi, en) = (name.get(Lang::Vi), name.get(Lang::En));
            message!("lần {number}, {vi}", "no. {number}, {en}")
        }
        None => name,
    }
}

fn name(span: &str, with_year: bool) -> Option<Message> {
    let parts: Vec<&str> = span.split('-').collect();
    let year = parts.first().and_then(|year| number(year, 4))?;
    match parts.as_slice() {
        [_] => Some(message!("năm {year}", "{year}")),
        [_, second] if second.len() == 4 => {
            number(second, 4).map(|second| message!("năm học {year}-{second}", "school year {year}-{second}"))
        }
        [_, second, term] => {
            if let Some(second) = number(second, 4) {
                let term = numeral(number(term.strip_prefix("HK")?, 1)?)?;
                return Some(if with_year {
                    message!("học kỳ {term} năm học {year}-{second}", "term {term} of {year}-{second}")
                } else {
                    message!("học kỳ {term}", "term {term}")
                });
            }
            let day = Day::new(i32::try_from(year).ok()?, number(second, 2)?, number(term, 2)?)?;
            Some(Message::new(format!("ngày {}", day.show_official()), day.to_string()))
        }
        [_, part] => match part.split_at_checked(1)? {
            ("Q", quarter) => self::quarter(year, number(quarter, 1)?, with_year),
            ("H", half) => self::half(year, number(half, 1)?, with_year),
            ("W", week) => {
                let week = number(week, 2)?;
                Some(if with_year {
                    message!("tuần {week} năm {year}", "week {week} of {year}")
                } else {
                    message!("tuần {week}", "week {week}")
                })
            }
            _ => self::month(year, number(part, 2)?, with_year),
        },
        _ => None,
    }
}

/// Returns the name of a month: `tháng 3`, `tháng 3/2024`.
fn month(year: u32, month: u32, with_year: bool) -> Option<Message> {
    let name = MONTHS.get((month as usize).checked_sub(1)?)?;
    Some(if with_year {
        message!("tháng {month}/{year}", "{name} {year}")
    } else {
        message!("tháng {month}", "{name}")
    })
}

/// Returns the name of a quarter: `Quý II`, `Quý II/2024`.
fn quarter(year: u32, quarter: u32, with_year: bool) -> Option<Message> {
    let roman = numeral(quarter)?;
    Some(if with_year {
        message!("Quý {roman}/{year}", "Q{quarter} {year}")
    } else {
        message!("Quý {roman}", "Q{quarter}")
    })
}

fn half(year: u32, half: u32, with_year: bool) -> Option<Message> {
    let name = match half {
        1 => Message::fixed("6 tháng đầu năm", "first half"),
        2 => Message::fixed("6 tháng cuối năm", "second half"),
        _ => return None,
    };
    if !with_year {
        return Some(name);
    }
    let (vi, en) = (name.get(Lang::Vi), name.get(Lang::En));
    Some(message!("{vi} {year}", "{en} of {year}"))
}

/// Returns the Roman numeral of a quarter or term.
fn numeral(number: u32) -> Option<String> {
    (1..=4).contains(&number).then(|| roman(number as usize))
}

fn number(digits: &str, length: usize) -> Option<u32> {
    (digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_said_as_people_say_them() {
        for (label, short, long, english) in [
            ("2024-03", "tháng 3", "tháng 3/2024", "March 2024"),
            ("2024-Q2", "Quý II", "Quý II/2024", "Q2 2024"),
            ("2024-H1", "6 tháng đầu năm", "6 tháng đầu năm 2024", "first half of 2024"),
            ("2024-H2", "6 tháng cuối năm", "6 tháng cuối năm 2024", "second half of 2024"),
            ("2024", "năm 2024", "năm 2024", "2024"),
            ("2024-W07", "tuần 7", "tuần 7 năm 2024", "week 7 of 2024"),
            ("2023-2024", "năm học 2023-2024", "năm học 2023-2024", "school year 2023-2024"),
            ("2023-2024-HK2", "học kỳ II", "học kỳ II năm học 2023-2024", "term II of 2023-2024"),
            ("2024-03-05", "ngày 05/3/2024", "ngày 05/3/2024", "2024-03-05"),
            ("2024-03.2", "lần 2, tháng 3", "lần 2, tháng 3/2024", "no. 2, March 2024"),
            ("2024.5", "lần 5, năm 2024", "lần 5, năm 2024", "no. 5, 2024"),
            ("2024-13", "2024-13", "2024-13", "2024-13"),
            ("2024.a", "2024.a", "2024.a", "2024.a"),
            ("kỳ một", "kỳ một", "kỳ một", "kỳ một"),
            ("2024-ạ", "2024-ạ", "2024-ạ", "2024-ạ"),
        ] {
            assert_eq!(label_name(label, false).get(Lang::Vi), short);
            assert_eq!(label_name(label, true).get(Lang::Vi), long);
            assert_eq!(label_name(label, true).get(Lang::En), english);
        }
    }
}
