//! The values of rows.

use std::borrow::Cow;

use crate::date::Day;

/// A value of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum RowValue<'c> {
    /// Nothing.
    None,
    /// Words.
    Text(Cow<'c, str>),
    /// A day, as the number of days since 1970-01-01.
    Day(i32),
    /// A whole number.
    Count(i64),
    /// The number of a work item within its plan, from 0; within an export it is counted from the plans before.
    Item(usize),
    /// A number.
    Number(f64),
    /// True or false.
    Flag(bool),
}

impl RowValue<'_> {
    /// The first day of spans, 1900-01-01: no status begins earlier.
    pub const FIRST: Self = Self::Day(-25_567);
    /// The end of spans without one, 9999-12-31.
    pub const LAST: Self = Self::Day(2_932_896);

    /// Returns a number of things.
    pub fn count(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl<'c> From<&'c str> for RowValue<'c> {
    fn from(words: &'c str) -> Self {
        Self::Text(words.into())
    }
}

impl From<String> for RowValue<'_> {
    fn from(words: String) -> Self {
        Self::Text(words.into())
    }
}

impl<'c> From<Cow<'c, str>> for RowValue<'c> {
    fn from(words: Cow<'c, str>) -> Self {
        Self::Text(words)
    }
}

impl From<Day> for RowValue<'_> {
    fn from(day: Day) -> Self {
        Self::Day(day.days_since_1970())
    }
}

impl From<f64> for RowValue<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for RowValue<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<'c, T: Into<RowValue<'c>>> From<Option<T>> for RowValue<'c> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::None, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(RowValue::from(Day::MIN), RowValue::FIRST);
        assert_eq!(RowValue::from(Day::new(1970, 1, 1).unwrap()), RowValue::Day(0));
        assert_eq!(RowValue::from(Day::new(2024, 2, 29).unwrap()), RowValue::Day(19_782));
        // 7,000 years have 365.2425 days each on average, those of 3000–9999 begin with one that is no leap year.
        let days_of_years: i32 = (3000..10_000)
            .map(|year| 365 + i32::from(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)))
            .sum();
        assert_eq!(RowValue::Day(Day::MAX.days_since_1970() + days_of_years), RowValue::LAST);
    }
}
