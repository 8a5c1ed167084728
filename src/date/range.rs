//! Ranges of days.

use super::day::Day;

/// The days from a first to a last, both included. A range is never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateRange {
    /// The first day.
    pub first: Day,
    /// The last day, not before the first.
    pub last: Day,
}

impl DateRange {
    /// Returns the days from `first` to `last`; none if `last` is before `first`.
    pub fn new(first: Day, last: Day) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// Returns the range of one day.
    pub fn day(day: Day) -> Self {
        Self { first: day, last: day }
    }

    /// Returns a month (1–12) of a year, if both exist.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        Self::months(year, month, month)
    }

    /// Returns the days from a month (1–12) to another of the same year, if they exist.
    pub fn months(year: i32, first: u32, last: u32) -> Option<Self> {
        Self::new(Day::first_of_month(year, first)?, Day::last_of_month(year, last)?)
    }

    /// Returns a quarter (1–4) of a year, if both exist.
    pub fn quarter(year: i32, quarter: u32) -> Option<Self> {
        let last = quarter.checked_mul(3)?;
        Self::months(year, last.checked_sub(2)?, last)
    }

    /// Returns a year, if it lies in 1900–2999.
    pub fn year(year: i32) -> Option<Self> {
        Self::months(year, 1, 12)
    }

    /// Returns true if the range contains the day.
    pub fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// Returns true if the ranges share a day.
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Returns the number of days, at least 1.
    pub fn days(self) -> i64 {
        self.first.until(self.last) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_know_what_they_hold() {
        let quarter = DateRange::quarter(2024, 1).unwrap();
        assert_eq!(quarter, DateRange::months(2024, 1, 3).unwrap());
        assert_eq!(quarter.days(), 91);
        let february = DateRange::month(2024, 2).unwrap();
        assert!(quarter.contains(february.last) && !february.contains(quarter.last));
        assert!(!february.overlaps(DateRange::month(2024, 3).unwrap()));
        assert!(DateRange::quarter(2024, 5).is_none() && DateRange::quarter(2024, 0).is_none());
        assert!(DateRange::new(february.last, february.first).is_none());
    }
}
