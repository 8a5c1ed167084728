//! Days in a filter: `today+14d`, `tháng trước`, and any expression of docs/deadlines.md.

use crate::date::{DateRange, Day};
use crate::deadline::Expression;
use crate::vietnamese::fold;

/// A day or span of days as a filter names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// A day or span counted from the day that the question is about (`--as-of`).
    Relative(RelativeSpan),
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

/// A day or span counted from a day: `today+14d`, `hôm qua`, `tháng trước`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelativeSpan {
    cycle: SpanCycle,
    /// The number of spans after the one that holds the day; negative before it.
    ahead: i64,
    /// The moves after that, only of a day.
    steps: Vec<DayStep>,
}

/// The spans that are counted from the one that holds a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SpanCycle {
    Day,
    /// From Monday to Sunday.
    Week,
    /// A month, three for a quarter, or twelve for a year.
    Months(u32),
}

impl RelativeSpan {
    /// Reads a day or span counted from a day; none if the words begin otherwise. Case, accents and spaces make no
    /// difference.
    ///
    /// # Errors
    /// Fails if the steps that follow the day cannot be read. The error needs no reason: the message lists their forms.
    pub fn read(words: &str) -> Option<Result<Self, ()>> {
        const DAYS: [(&str, i64); 6] =
            [("today", 0), ("homnay", 0), ("yesterday", -1), ("homqua", -1), ("tomorrow", 1), ("ngaymai", 1)];
        let words: String = fold(words).split_whitespace().collect();
        for (day, ahead) in DAYS {
            if let Some(rest) = words.strip_prefix(day) {
                let span = |steps| Self { cycle: SpanCycle::Day, ahead, steps };
                return Some(steps(rest).map(span).ok_or(()));
            }
        }
        let (cycle, ahead) = span(&words)?;
        Some(Ok(Self { cycle, ahead, steps: Vec::new() }))
    }

    /// Returns the days counted from a day; none outside 1900–2999.
    pub fn days(&self, from: Day) -> Option<DateRange> {
        match self.cycle {
            SpanCycle::Day => {
                let day = from.plus(self.ahead)?;
                self.steps.iter().try_fold(day, |day, step| step.from(day)).map(DateRange::day)
            }
            SpanCycle::Week => {
                let monday = from.plus(1 - i64::from(from.weekday().number()) + 7 * self.ahead)?;
                DateRange::new(monday, monday.plus(6)?)
            }
            SpanCycle::Months(months) => {
                let first = Day::first_of_month(from.year(), (from.month() - 1) / months * months + 1)?;
                let first = first.plus_months(i64::from(months) * self.ahead)?;
                DateRange::months(first.year(), first.month(), first.month() + months - 1)
            }
        }
    }
}

/// Reads `tuannay`, `thangtruoc`, `lastmonth`.
fn span(words: &str) -> Option<(SpanCycle, i64)> {
    const CYCLES: [(&str, &str, SpanCycle); 4] = [
        ("tuan", "week", SpanCycle::Week),
        ("thang", "month", SpanCycle::Months(1)),
        ("quy", "quarter", SpanCycle::Months(3)),
        ("nam", "year", SpanCycle::Months(12)),
    ];
    CYCLES.into_iter().find_map(|(vietnamese, english, cycle)| {
        let ahead = match (words.strip_prefix(vietnamese), words.strip_suffix(english)) {
            (Some("nay"), _) | (_, Some("this")) => 0,
            (Some("truoc" | "qua"), _) | (_, Some("last")) => -1,
            (Some("sau" | "toi"), _) | (_, Some("next")) => 1,
            (Some("ngoai"), _) if vietnamese == "nam" => -1,
            _ => return None,
        };
        Some((cycle, ahead))
    })
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
        RelativeSpan::read(words)?
            .ok()?
            .days(day)
            .filter(|days| days.first == days.last)
            .map(|days| days.last)
    }

    #[test]
    fn spans_are_counted_from_the_one_that_holds_the_day() {
        let day = |y, m, d| Day::new(y, m, d).unwrap();
        let from = day(2026, 1, 31);
        for (words, first, last) in [
            ("tuần này", day(2026, 1, 26), day(2026, 2, 1)),
            ("this week", day(2026, 1, 26), day(2026, 2, 1)),
            ("tuần trước", day(2026, 1, 19), day(2026, 1, 25)),
            ("Tháng này", day(2026, 1, 1), day(2026, 1, 31)),
            ("tháng trước", day(2025, 12, 1), day(2025, 12, 31)),
            ("thang sau", day(2026, 2, 1), day(2026, 2, 28)),
            ("quý này", day(2026, 1, 1), day(2026, 3, 31)),
            ("last quarter", day(2025, 10, 1), day(2025, 12, 31)),
            ("năm nay", day(2026, 1, 1), day(2026, 12, 31)),
            ("năm ngoái", day(2025, 1, 1), day(2025, 12, 31)),
            ("next year", day(2027, 1, 1), day(2027, 12, 31)),
            ("hôm qua", day(2026, 1, 30), day(2026, 1, 30)),
            ("yesterday", day(2026, 1, 30), day(2026, 1, 30)),
            ("ngày mai", day(2026, 2, 1), day(2026, 2, 1)),
            ("Tomorrow", day(2026, 2, 1), day(2026, 2, 1)),
            ("hôm qua-1w", day(2026, 1, 23), day(2026, 1, 23)),
        ] {
            let span = RelativeSpan::read(words).unwrap().unwrap();
            assert_eq!(span.days(from), DateRange::new(first, last), "{words}");
        }
        for words in ["tháng", "tháng 6", "tháng trước ngày 15", "quý I", "năm 2026", "tháng ngoái"]
        {
            assert_eq!(RelativeSpan::read(words), None, "{words}");
        }
        assert_eq!(RelativeSpan::read("năm sau").unwrap().unwrap().days(Day::MAX), None);
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
        assert_eq!(RelativeSpan::read("todaytoday"), Some(Err(())));
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
            assert_eq!(RelativeSpan::read(wrong), Some(Err(())), "{wrong}");
        }
        assert_eq!(moved("today+999999y", from), None);
        assert_eq!(RelativeSpan::read("15/5/2024"), None);
    }
}
