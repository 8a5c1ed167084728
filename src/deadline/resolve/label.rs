//! The labels of occurrences: `2024-03`, `2024-Q1`, `2023-2024-HK1`. Source: docs/deadlines.md, Occurrences.

use std::collections::HashMap;

use crate::date::{Calendar, DateRange, Day, SchoolYear};

use crate::deadline::expression::CalendarPart;
use crate::deadline::occurrence::Occurrence;

/// Returns the label of a term: `2023-2024-HK1`.
pub(super) fn term_label(year: &SchoolYear, term: u8) -> String {
    format!("{year}-HK{term}")
}

/// Returns the label of 1, 3, 6 or 12 months from a day on: `2024-03`, `2024-Q1`, `2024-H1`, `2024`.
pub(super) fn label_of_months(first: Day, months: i64) -> String {
    let (year, month) = (first.year(), first.month());
    match months {
        1 => format!("{year}-{month:02}"),
        3 => format!("{year}-Q{}", first.quarter()),
        6 => format!("{year}-H{}", if month < 7 { 1 } else { 2 }),
        _ => year.to_string(),
    }
}

/// Returns the label of a part of the calendar; none for a part that is no span of a cycle.
pub(super) fn label_of_part(part: CalendarPart, range: DateRange, calendar: &Calendar) -> Option<String> {
    let school_year = || calendar.school_years().find(|year| year.range().contains(range.last));
    let months = match part {
        CalendarPart::Month { .. } => 1,
        CalendarPart::Quarter { .. } => 3,
        CalendarPart::Months { count: 6, .. } => 6,
        CalendarPart::Year(_) => 12,
        CalendarPart::SchoolYear(_) => return school_year().map(ToString::to_string),
        CalendarPart::Term { term, .. } => return school_year().map(|year| term_label(year, term)),
        _ => return None,
    };
    Some(label_of_months(range.first, months))
}

/// Makes the labels unique: occurrences that share a label take their due day as label, and a number where
/// they share the day too.
pub(super) fn label_apart(occurrences: &mut [Occurrence]) {
    for with_day in [true, false] {
        let mut seen: HashMap<Option<String>, usize> = HashMap::new();
        for one in occurrences.iter() {
            *seen.entry(one.label.clone()).or_default() += 1;
        }
        let mut numbers: HashMap<String, usize> = HashMap::new();
        for one in occurrences.iter_mut() {
            if one.label.is_some() && seen.get(&one.label).is_none_or(|times| *times < 2) {
                continue;
            }
            let day = one.due.to_string();
            one.label = Some(if with_day {
                day
            } else {
                let number = numbers.entry(day.clone()).and_modify(|n| *n += 1).or_insert(1);
                format!("{day}.{number}")
            });
        }
    }
}
