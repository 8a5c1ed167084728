//! School years with their two terms.

use std::fmt;

use super::day::Day;
use super::range::DateRange;

/// A school year (năm học) with its two terms (học kỳ), set by the province every summer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear {
    /// The calendar year in which it begins: 2023 of `2023-2024`.
    pub start: i32,
    /// The first day, also the first of term I.
    pub from: Day,
    /// The last day of term I; term II begins on the day after.
    pub term1_ends: Day,
    /// The last day of term II.
    pub term2_ends: Day,
    /// The last day.
    pub to: Day,
}

impl SchoolYear {
    /// Returns a school year; none unless `from` ≤ `term1_ends` < `term2_ends` ≤ `to`.
    pub fn new(start: i32, from: Day, term1_ends: Day, term2_ends: Day, to: Day) -> Option<Self> {
        (from <= term1_ends && term1_ends < term2_ends && term2_ends <= to).then_some(Self {
            start,
            from,
            term1_ends,
            term2_ends,
            to,
        })
    }

    /// Returns the first calendar year of a name such as `2023-2024`; none unless the years are consecutive.
    pub fn start_of_name(name: &str) -> Option<i32> {
        let (first, second) = name.split_once(['-', '–'])?;
        let year = |text: &str| {
            let text = text.trim();
            (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse::<i32>().ok())?
        };
        let (first, second) = (year(first)?, year(second)?);
        (Day::YEARS.contains(&first) && first + 1 == second).then_some(first)
    }

    /// Returns the days of the school year.
    pub fn range(&self) -> DateRange {
        DateRange { first: self.from, last: self.to.max(self.from) }
    }

    /// Returns the days of term 1 or 2; none for another number.
    pub fn term(&self, term: u8) -> Option<DateRange> {
        match term {
            1 => DateRange::new(self.from, self.term1_ends),
            2 => DateRange::new(self.term1_ends.next(), self.term2_ends),
            _ => None,
        }
    }
}

/// The name: `2023-2024`.
impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.start, self.start + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_two_years_that_follow_each_other() {
        assert_eq!(SchoolYear::start_of_name("2023-2024"), Some(2023));
        assert_eq!(SchoolYear::start_of_name("2023 – 2024"), Some(2023));
        for wrong in ["2023", "2023-2025", "2024-2023", "23-24", "2023-20241", "-", "+999-1000", "1899-1900"]
        {
            assert_eq!(SchoolYear::start_of_name(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn terms_follow_each_other() {
        let day = |y, m, d| Day::new(y, m, d).unwrap();
        let (from, one, two, to) = (day(2023, 9, 5), day(2024, 1, 14), day(2024, 5, 24), day(2024, 5, 31));
        let year = SchoolYear::new(2023, from, one, two, to).unwrap();
        assert_eq!(year.to_string(), "2023-2024");
        assert_eq!(year.term(2), DateRange::new(day(2024, 1, 15), two));
        assert_eq!(year.term(3), None);
        assert_eq!(SchoolYear::new(2023, from, two, one, to), None);
    }
}
