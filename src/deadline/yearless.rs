//! Days without their year, as people date a report: `15/5`, `ngày 15 tháng 5`.

use super::expression::{Bound, CalendarPart, Clause, TimeConstraint, TimeExtent};
use super::grammar;
use crate::date::{DateRange, Day};

/// A day of a month without its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct YearlessDay {
    month: u32,
    day: u32,
}

impl YearlessDay {
    /// Reads a day without its year, in any form of a day; nothing from other words.
    pub fn parse(text: &str) -> Option<Self> {
        let expression = grammar::parse(text).ok()?;
        let [Clause::Timed(TimeConstraint { bound: Bound::In, extent: TimeExtent::One(reference) })] =
            &*expression.clauses
        else {
            return None;
        };
        match reference.part {
            CalendarPart::Day { day, month, year: None } => {
                Some(Self { month: month.into(), day: day.into() })
            }
            _ => None,
        }
    }

    /// Returns the day in the years of a range, the earliest first.
    pub fn within(self, range: DateRange) -> Vec<Day> {
        let years = range.first.year()..=range.last.year();
        let days = years.filter_map(|year| Day::new(year, self.month, self.day));
        days.filter(|day| range.first <= *day && *day <= range.last).collect()
    }

    /// Returns the latest such day on or before another.
    pub fn on_or_before(self, last: Day) -> Option<Day> {
        // 29/2 is missing for at most seven years in a row.
        let years = (0..=8).map(|back| last.year() - back);
        years.filter_map(|year| Day::new(year, self.month, self.day)).find(|day| *day <= last)
    }
}

impl std::fmt::Display for YearlessDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}/{:02}", self.day, self.month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::new(year, month, day).unwrap()
    }

    #[test]
    fn days_without_a_year_are_read_in_every_form() {
        for words in ["15/5", "15/05", "ngày 15/5", "ngày 15 tháng 5", "sáng 15/05"] {
            assert_eq!(YearlessDay::parse(words), Some(YearlessDay { month: 5, day: 15 }), "{words}");
        }
        for words in ["15/5/2026", "tháng 5", "trước 15/5", "15/13", "", "15/5 - 20/5"] {
            assert_eq!(YearlessDay::parse(words), None, "{words}");
        }
    }

    #[test]
    fn the_year_follows_from_a_range_or_a_later_day() {
        let may = YearlessDay { month: 5, day: 15 };
        let range = DateRange { first: day(2025, 9, 5), last: day(2027, 5, 31) };
        assert_eq!(may.within(range), [day(2026, 5, 15), day(2027, 5, 15)]);
        assert_eq!(may.on_or_before(day(2026, 5, 14)), Some(day(2025, 5, 15)));
        assert_eq!(may.on_or_before(day(2026, 5, 15)), Some(day(2026, 5, 15)));
        let leap = YearlessDay { month: 2, day: 29 };
        assert_eq!(leap.on_or_before(day(2103, 1, 1)), Some(day(2096, 2, 29)));
        assert_eq!(leap.within(DateRange { first: day(2025, 1, 1), last: day(2027, 12, 31) }), []);
    }
}
