//! The two days of a question: of when, and known when.

use super::day::Day;

/// The day that a status is asked for, and the day until which things were known. Source: docs/status.md, Two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AsOf {
    /// The day D: what is said of a later day does not count, and no later change is in force.
    pub day: Day,
    /// `--known K`: what was reported or changed after it does not count.
    pub known: Option<Day>,
}

impl AsOf {
    /// A day as the files know it today.
    pub fn day(day: Day) -> Self {
        Self { day, known: None }
    }

    /// Whether something that was written on `date` was known.
    pub fn knows(self, date: Day) -> bool {
        self.known.is_none_or(|known| date <= known)
    }

    /// Whether a report of `date` that speaks of `of` counts.
    pub fn counts(self, date: Day, of: Day) -> bool {
        of <= self.day && self.knows(date)
    }

    /// Whether a change of `date` is in force.
    pub fn is_in_force(self, date: Day) -> bool {
        date <= self.day && self.knows(date)
    }
}
