//! The two days of a query: the day of the status, and the day of the knowledge.

use super::day::Day;

/// The day of a status, and the day until which entries were known. Source: docs/status.md, Two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AsOf {
    /// The day D: reports about a later day do not count, and later changes are not in force.
    pub day: Day,
    /// `--known K`: reports and changes made after K do not count.
    pub known: Option<Day>,
}

impl AsOf {
    /// Returns a day with all that the files know.
    pub fn day(day: Day) -> Self {
        Self { day, known: None }
    }

    /// Returns true if an entry made on `date` was known.
    pub fn knows(self, date: Day) -> bool {
        self.known.is_none_or(|known| date <= known)
    }

    /// Returns true if a report made on `date` about the day `of` counts.
    pub fn counts(self, date: Day, of: Day) -> bool {
        of <= self.day && self.knows(date)
    }

    /// Returns true if a change of `date` is in force.
    pub fn is_in_force(self, date: Day) -> bool {
        date <= self.day && self.knows(date)
    }
}
