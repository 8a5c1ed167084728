//! The time of a report.

use crate::date::{DateRange, Day};

/// The choice of the time of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanKind {
    /// The month of the day asked about.
    Month,
    /// The quarter of that day.
    Quarter,
    /// Everything after a day.
    Since(Day),
}

/// The time of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportSpan {
    /// The choice.
    pub kind: SpanKind,
    /// The last day before the time: that with which changes are compared.
    pub before: Day,
    /// The last day: the day asked about.
    pub last: Day,
    /// The time after it, of the same kind.
    pub next: DateRange,
}

impl ReportSpan {
    /// Returns the time that ends on a day.
    pub fn new(kind: SpanKind, last: Day) -> Self {
        let months = |count: u32| {
            let first = last.month() - (last.month() - 1) % count;
            let first = Day::first_of_month(last.year(), first).unwrap_or(last);
            let next = first.plus_months(i64::from(count)).unwrap_or(last);
            let end = next.plus_months(i64::from(count)).map_or(next, Day::previous);
            (first.previous(), DateRange { first: next, last: end })
        };
        let (before, next) = match kind {
            SpanKind::Month => months(1),
            SpanKind::Quarter => months(3),
            SpanKind::Since(before) => {
                let end = last.saturating_plus(before.until(last).max(1));
                (before, DateRange { first: last.next(), last: end })
            }
        };
        // A report in the middle of a month looks ahead from its own day.
        let next = DateRange { first: last.next(), ..next };
        Self { kind, before, last, next }
    }

    /// Returns true if the day is one of the time.
    pub fn contains(&self, day: Day) -> bool {
        self.before < day && day <= self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::new(year, month, day).unwrap_or(Day::MAX)
    }

    #[test]
    fn a_time_ends_on_the_day_and_looks_as_far_ahead_as_back() {
        let june = ReportSpan::new(SpanKind::Month, day(2025, 6, 30));
        assert_eq!(
            (june.before, june.next.first, june.next.last),
            (day(2025, 5, 31), day(2025, 7, 1), day(2025, 7, 31))
        );
        let middle = ReportSpan::new(SpanKind::Quarter, day(2025, 12, 20));
        assert_eq!((middle.before, middle.next.first), (day(2025, 9, 30), day(2025, 12, 21)));
        assert_eq!(middle.next.last, day(2026, 3, 31));
        let since = ReportSpan::new(SpanKind::Since(day(2025, 6, 20)), day(2025, 6, 30));
        assert_eq!((since.next.first, since.next.last), (day(2025, 7, 1), day(2025, 7, 10)));
        assert!(since.contains(day(2025, 6, 21)) && !since.contains(day(2025, 6, 20)));
    }
}
