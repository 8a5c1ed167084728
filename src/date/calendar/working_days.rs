//! Working days: the nearest one, their number between two days, the day that a number of them leads to.

use super::{BITS, Calendar};
use crate::date::day::Day;

impl Calendar {
    /// Returns true for a working day.
    pub fn is_working(&self, day: Day) -> bool {
        let index = day.index();
        self.word(index / BITS) & (1 << (index % BITS)) != 0
    }

    /// Returns the first working day on or after a day; none if there is none up to 31/12/2999.
    pub fn working_day_on_or_after(&self, day: Day) -> Option<Day> {
        let index = day.index();
        let first = self.word(index / BITS) & (u64::MAX << (index % BITS));
        std::iter::once((index / BITS, first))
            .chain(self.days.worked.iter().copied().enumerate().skip(index / BITS + 1))
            .find(|(_, word)| *word != 0)
            .and_then(|(at, word)| Day::from_index(at * BITS + word.trailing_zeros() as usize))
    }

    /// Returns the first working day after a day, if there is one.
    pub fn working_day_after(&self, day: Day) -> Option<Day> {
        self.working_day_on_or_after(day.plus(1)?)
    }

    /// Returns the last working day on or before a day; none if there is none since 1/1/1900.
    pub fn working_day_on_or_before(&self, day: Day) -> Option<Day> {
        let index = day.index();
        let last = self.word(index / BITS) & (u64::MAX >> (BITS - 1 - index % BITS));
        std::iter::once((index / BITS, last))
            .chain(self.days.worked.iter().copied().enumerate().take(index / BITS).rev())
            .find(|(_, word)| *word != 0)
            .and_then(|(at, word)| Day::from_index(at * BITS + BITS - 1 - word.leading_zeros() as usize))
    }

    /// Returns the number of working days in (`after`, `to`]: the first day does not count, the last does. 0 if
    /// `to` is not later.
    pub fn working_days_between(&self, after: Day, to: Day) -> i64 {
        if to <= after {
            return 0;
        }
        let (from, to) = (after.index() + 1, to.index() + 1);
        self.worked_before(to, from / BITS) - self.worked_before(from, from / BITS)
    }

    /// Returns the first day after which at most a number of working days are left up to `to`, which counts itself.
    pub fn first_day_within(&self, days: u32, to: Day) -> Day {
        let is_within = |index: usize| {
            Day::from_index(index).is_none_or(|day| self.working_days_between(day, to) <= i64::from(days))
        };
        // Doubled steps back, so that the search takes no longer than the way is.
        let mut last = to.index();
        let mut step = usize::try_from(days).unwrap_or(usize::MAX).saturating_add(1);
        let mut first = last.saturating_sub(step);
        while first > 0 && is_within(first) {
            last = first;
            step = step.saturating_mul(2);
            first = first.saturating_sub(step);
        }
        if is_within(first) {
            return Day::MIN;
        }
        while last - first > 1 {
            let middle = first.midpoint(last);
            if is_within(middle) {
                last = middle;
            } else {
                first = middle;
            }
        }
        Day::from_index(last).unwrap_or(to)
    }

    /// Returns the day a number of working days after `day`, which itself does not count (BLDS 2015, Điều 147
    /// khoản 2); none outside 1900–2999.
    pub fn plus_working_days(&self, day: Day, days: u32) -> Option<Day> {
        (0..days).try_fold(day, |day, _| self.working_day_after(day))
    }

    /// Returns the number of working days with an index below `end`, from the word `first` on.
    fn worked_before(&self, end: usize, first: usize) -> i64 {
        let whole: i64 = self
            .days
            .worked
            .iter()
            .take(end / BITS)
            .skip(first)
            .map(|word| i64::from(word.count_ones()))
            .sum();
        let rest = self.word(end / BITS) & !(u64::MAX << (end % BITS));
        whole + i64::from(rest.count_ones())
    }

    fn word(&self, at: usize) -> u64 {
        self.days.worked.get(at).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::date::special::SpecialKind;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::new(year, month, day).unwrap()
    }

    #[test]
    fn a_century_of_holidays_ends() {
        let mut calendar = Calendar::weekends();
        let mut at = day(2700, 1, 1);
        while at < Day::MAX {
            calendar.add_day_off(at, SpecialKind::Holiday, "nghỉ");
            at = at.next();
        }
        calendar.add_day_off(Day::MAX, SpecialKind::Holiday, "nghỉ");
        assert_eq!(calendar.working_day_on_or_after(day(2700, 1, 1)), None);
        assert_eq!(calendar.working_day_after(Day::MAX), None);
        assert_eq!(calendar.working_day_on_or_before(Day::MAX), Some(day(2699, 12, 29)));
        assert_eq!(calendar.plus_working_days(day(2699, 12, 30), 2), None);
        assert_eq!(calendar.working_days_between(day(2700, 1, 1), Day::MAX), 0);
        assert_eq!(Calendar::weekends().working_day_on_or_before(Day::MIN), Some(Day::MIN));
    }

    proptest! {
        #[test]
        fn counting_is_the_same_as_day_by_day(from in 44_000i64..47_000, length in -5i64..900) {
            let calendar = Calendar::vietnam();
            let after = Day::MIN.saturating_plus(from);
            let to = after.saturating_plus(length);
            let mut naive = 0;
            let mut at = after;
            while at < to {
                at = at.next();
                let special = calendar.special(at).map(|special| special.kind == SpecialKind::Workday);
                naive += i64::from(special.unwrap_or(!at.weekday().is_weekend()));
            }
            prop_assert_eq!(calendar.working_days_between(after, to), naive);
        }

        #[test]
        fn the_first_day_within_is_the_first(to in 0i64..401_700, days in prop_oneof![0u32..40, Just(u32::MAX)]) {
            let calendar = Calendar::vietnam();
            let to = Day::MIN.saturating_plus(to);
            let first = calendar.first_day_within(days, to);
            prop_assert!(first <= to && calendar.working_days_between(first, to) <= i64::from(days));
            prop_assert!(first == Day::MIN || calendar.working_days_between(first.previous(), to) > i64::from(days));
        }

        #[test]
        fn the_nearest_working_day_is_the_nearest(from in 0i64..401_700) {
            let calendar = Calendar::vietnam();
            let day = Day::MIN.saturating_plus(from);
            let mut after = day;
            while !calendar.is_working(after) && after < Day::MAX {
                after = after.next();
            }
            let mut before = day;
            while !calendar.is_working(before) && before > Day::MIN {
                before = before.previous();
            }
            prop_assert_eq!(calendar.working_day_on_or_after(day), Some(after));
            prop_assert_eq!(calendar.working_day_on_or_before(day), Some(before));
        }
    }
}
