//! Days in a filter: `today`, `today+14d`, and any expression of docs/deadlines.md.

use crate::date::Day;
use crate::deadline::Expression;
use crate::vietnamese::fold;

/// A day or span of days as a filter names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// The day that the question is about (`--as-of`), moved step by step.
    Today(Vec<DayStep>),
    /// An expression of docs/deadlines.md, to be resolved in each plan's period.
    Words {
        /// The words as written.
        text: String,
        /// Their meaning.
        expression: Expression,
    },
}

/// A move from a day: `+14d`, `-1m`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayStep {
    /// The number of units; a negative one goes back.
    pub count: i64,
    /// The unit.
    pub unit: StepUnit,
}

/// The unit of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepUnit {
    /// Days (`d`).
    Days,
    /// Weeks (`w`).
    Weeks,
    /// Months (`m`); from the 31st to the last day of a shorter month.
    Months,
    /// Years (`y`).
    Years,
}

impl DayStep {
    /// The day after the step, unless it leaves the years 1900–2999.
    pub fn from(self, day: Day) -> Option<Day> {
        match self.unit {
            StepUnit::Days => day.plus(self.count),
            StepUnit::Weeks => day.plus(self.count.checked_mul(7)?),
            StepUnit::Months => day.plus_months(self.count),
            StepUnit::Years => day.plus_months(self.count.checked_mul(12)?),
        }
    }
}

/// Reads `today` (`hôm nay`) with its steps; none if the words begin otherwise.
///
/// # Errors
/// When what follows is no step; there is nothing to say about it but how steps look.
pub(super) fn today(words: &str) -> Option<Result<Vec<DayStep>, ()>> {
    let words: String = fold(words).split_whitespace().collect();
    let rest = words.strip_prefix("today").or_else(|| words.strip_prefix("homnay"))?;
    Some(steps(rest).ok_or(()))
}

fn steps(mut rest: &str) -> Option<Vec<DayStep>> {
    let mut steps = Vec::new();
    let mut letters = rest.chars();
    while let Some(sign) = letters.next() {
        let sign = match sign {
            '+' => 1,
            '-' | '–' | '−' => -1,
            _ => return None,
        };
        rest = letters.as_str();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        // Longer numbers lead out of every calendar.
        let count: i64 = rest.get(..digits).filter(|digits| (1..=7).contains(&digits.len()))?.parse().ok()?;
        let unit = match rest.as_bytes().get(digits)? {
            b'd' => StepUnit::Days,
            b'w' => StepUnit::Weeks,
            b'm' => StepUnit::Months,
            b'y' => StepUnit::Years,
            _ => return None,
        };
        steps.push(DayStep { count: sign * count, unit });
        letters = rest.get(digits + 1..)?.chars();
    }
    Some(steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(words: &str, day: Day) -> Option<Day> {
        let steps = today(words)?.ok()?;
        steps.into_iter().try_fold(day, |day, step| step.from(day))
    }

    #[test]
    fn today_moves_by_days_weeks_months_and_years() {
        let day = |y, m, d| Day::new(y, m, d).unwrap();
        let from = day(2024, 3, 31);
        for (words, to) in [
            ("today", from),
            ("Today+14d", day(2024, 4, 14)),
            ("today - 2 w", day(2024, 3, 17)),
            ("today-1m", day(2024, 2, 29)),
            ("TODAY+1Y", day(2025, 3, 31)),
            ("today+1m-1d", day(2024, 4, 29)),
            ("hôm nay+1d", day(2024, 4, 1)),
            ("today+0d", from),
        ] {
            assert_eq!(moved(words, from), Some(to), "{words}");
        }
        assert_eq!(today("todaytoday"), Some(Err(())));
        for wrong in [
            "today14d",
            "today+14",
            "today+d",
            "today+1q",
            "today+",
            "today+12345678d",
            "today+1đ1",
            "today+-1d",
        ] {
            assert_eq!(today(wrong), Some(Err(())), "{wrong}");
        }
        assert_eq!(moved("today+999999y", from), None);
        assert_eq!(today("15/5/2024"), None);
    }
}
