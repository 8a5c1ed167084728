//! The calendar: working days, special days, school years and events.

mod working_days;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use crate::date::day::Day;
use crate::date::holidays;
use crate::date::range::DateRange;
use crate::date::school_year::SchoolYear;
use crate::date::special::{DayOff, SpecialDay, SpecialKind};
use crate::date::statutory;

/// The number of bits in a word of `Days::worked`.
const BITS: usize = u64::BITS as usize;

/// Working days, special days, school years and named events.
///
/// The working days are a bit set of all days of 1900–2999, so that counting and rolling are fast for any
/// number of consecutive holidays. Plans that add no day share the set.
#[derive(Debug, Clone)]
pub struct Calendar {
    days: Arc<Days>,
    school_years: BTreeMap<i32, SchoolYear>,
    events: Arc<NamedEvents>,
}

#[derive(Debug, Clone, Default)]
struct NamedEvents {
    /// The days of each name; none of an event whose days cannot be read.
    by_name: BTreeMap<String, Vec<Option<DateRange>>>,
    /// The number of words of the longest name.
    longest: usize,
}

#[derive(Debug, Clone)]
struct Days {
    worked: Vec<u64>,
    special: BTreeMap<Day, SpecialDay>,
    /// The years whose days off are announced.
    years: BTreeSet<i32>,
    /// True if the holidays that the law fixes are days off in every year.
    statutory: bool,
}

impl Calendar {
    /// Returns the built-in calendar: weekends, the holidays of Vietnam that the law fixes in every year, and the
    /// days in lieu, swap days and further holidays of the years in which they are announced. It has no school years.
    pub fn vietnam() -> Self {
        static BUILT_IN: OnceLock<Calendar> = OnceLock::new();
        BUILT_IN
            .get_or_init(|| {
                let mut calendar = Self::weekends();
                calendar.add_statutory();
                for (day, kind, name) in holidays::built_in() {
                    calendar.add(day, kind, Cow::Borrowed(name));
                }
                calendar
            })
            .clone()
    }

    /// Returns a calendar with weekends and without holidays.
    pub fn weekends() -> Self {
        // Day 0 (1/1/1900) is a Monday; a test of weekdays verifies it.
        let word = |at: usize| {
            let worked = |bit: &usize| (at * BITS + bit) % 7 < 5;
            (0..BITS).filter(worked).fold(0u64, |word, bit| word | 1 << bit)
        };
        // The pattern of weeks repeats after seven words.
        let weeks: Vec<u64> = (0..7).map(word).collect();
        let days = Day::MAX.index() + 1;
        let mut worked: Vec<u64> = weeks.into_iter().cycle().take(days.div_ceil(BITS)).collect();
        if let Some(last) = worked.last_mut() {
            *last &= u64::MAX >> (BITS - 1 - (days - 1) % BITS);
        }
        let days =
            Arc::new(Days { worked, special: BTreeMap::new(), years: BTreeSet::new(), statutory: false });
        Self { days, school_years: BTreeMap::new(), events: Arc::default() }
    }

    /// Adds a special day, or replaces the one on that day. The kind [`SpecialKind::Workday`] makes it a workday.
    pub fn add_day_off(&mut self, day: Day, kind: SpecialKind, name: impl Into<Cow<'static, str>>) {
        self.add(day, kind, name.into());
    }

    /// Adds a working day on a weekend or a holiday.
    pub fn add_workday(&mut self, day: Day, name: impl Into<Cow<'static, str>>) {
        self.add(day, SpecialKind::Workday, name.into());
    }

    /// Adds a school year, or replaces the one that begins in the same calendar year.
    pub fn add_school_year(&mut self, year: SchoolYear) {
        self.school_years.insert(year.start, year);
    }

    /// Adds the days of a named event; none where they cannot be read. The name has the form in which it is looked
    /// up, with one space between its words.
    pub fn add_event(&mut self, name: String, days: Option<DateRange>) {
        let events = Arc::make_mut(&mut self.events);
        events.longest = events.longest.max(name.split(' ').count());
        let of_name = events.by_name.entry(name).or_default();
        if !of_name.contains(&days) {
            of_name.push(days);
        }
    }

    /// Returns the days of the events of a name, in the order in which they were added.
    pub fn events(&self, name: &str) -> &[Option<DateRange>] {
        self.events.by_name.get(name).map_or(&[], Vec::as_slice)
    }

    /// Returns the number of words of the longest name of an event; 0 without events.
    pub fn longest_event(&self) -> usize {
        self.events.longest
    }

    /// Makes the holidays that the law fixes days off in every year.
    fn add_statutory(&mut self) {
        let days = Arc::make_mut(&mut self.days);
        days.statutory = true;
        for (day, _) in Day::YEARS.flat_map(statutory::holidays_in) {
            set(&mut days.worked, day.index(), false);
        }
    }

    fn add(&mut self, day: Day, kind: SpecialKind, name: Cow<'static, str>) {
        let days = Arc::make_mut(&mut self.days);
        set(&mut days.worked, day.index(), kind == SpecialKind::Workday);
        if kind == SpecialKind::Holiday {
            days.years.insert(day.year());
        }
        days.special.insert(day, SpecialDay { kind, name });
    }

    /// Returns true if the days off of a year are announced, in the built-in data or in the plan.
    pub fn knows(&self, year: i32) -> bool {
        self.days.years.contains(&year)
    }

    /// Returns the special day on a day, if there is one.
    pub fn special(&self, day: Day) -> Option<&SpecialDay> {
        let statutory = || self.days.statutory.then(|| statutory::holiday_on(day)).flatten();
        self.days.special.get(&day).or_else(statutory)
    }

    /// Returns the first year of a range whose announcement may change which days of the range are worked; none if
    /// the range lies in announced years, or far from every holiday.
    pub fn unannounced(&self, range: DateRange) -> Option<i32> {
        let years = range.first.year()..=range.last.year();
        if years.clone().all(|year| self.knows(year)) {
            return None;
        }
        let days = std::iter::successors(Some(range.first), |day| (*day < range.last).then(|| day.next()));
        days.filter(|day| !self.knows(day.year()))
            .find(|day| statutory::may_be_announced(*day))
            .map(Day::year)
    }

    /// Returns the special days of a range, the earliest first.
    pub fn specials(&self, range: DateRange) -> impl Iterator<Item = (Day, &SpecialDay)> {
        let years = range.first.year()..=range.last.year();
        let statutory = years.filter(|_| self.days.statutory).flat_map(statutory::holidays_in);
        let mut specials: BTreeMap<Day, &SpecialDay> =
            statutory.filter(|(day, _)| range.contains(*day)).collect();
        let own = self.days.special.range(range.first..=range.last.max(range.first));
        specials.extend(own.map(|(day, special)| (*day, special)));
        specials.into_iter()
    }

    /// Returns the kind of a day off; none for a working day.
    pub fn day_off(&self, day: Day) -> Option<DayOff<'_>> {
        if self.is_working(day) {
            return None;
        }
        Some(self.special(day).map_or(DayOff::Weekend(day.weekday()), DayOff::Special))
    }

    /// Returns the school year that begins in a calendar year.
    pub fn school_year(&self, start: i32) -> Option<&SchoolYear> {
        self.school_years.get(&start)
    }

    /// Returns all school years, the earliest first.
    pub fn school_years(&self) -> impl DoubleEndedIterator<Item = &SchoolYear> {
        self.school_years.values()
    }
}

fn set(words: &mut [u64], index: usize, on: bool) {
    if let Some(word) = words.get_mut(index / BITS) {
        let bit = 1 << (index % BITS);
        *word = if on { *word | bit } else { *word & !bit };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Weekday;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::new(year, month, day).unwrap()
    }

    #[test]
    fn weekends_fall_where_the_week_has_them() {
        assert_eq!(Day::MIN.weekday(), Weekday::Monday);
        let calendar = Calendar::weekends();
        let mut at = Day::MIN;
        while at < Day::MAX {
            assert_eq!(calendar.is_working(at), !at.weekday().is_weekend(), "{at}");
            at = at.saturating_plus(13);
        }
    }

    #[test]
    fn holidays_and_swap_days_are_known() {
        let calendar = Calendar::vietnam();
        assert!(!calendar.is_working(day(2024, 2, 12)));
        assert!(!calendar.is_working(day(2024, 4, 29)));
        assert!(calendar.is_working(day(2024, 5, 4)));
        assert_eq!(calendar.working_day_on_or_after(day(2024, 2, 8)), Some(day(2024, 2, 15)));
        assert_eq!(calendar.working_day_on_or_before(day(2024, 5, 5)), Some(day(2024, 5, 4)));
        assert_eq!(calendar.working_day_after(day(2024, 4, 26)), Some(day(2024, 5, 2)));
        assert_eq!(calendar.day_off(day(2024, 6, 30)), Some(DayOff::Weekend(Weekday::Sunday)));
        assert!((2022..=2026).all(|year| calendar.knows(year)));
        assert!(!calendar.knows(2021) && !calendar.knows(2027));
    }

    #[test]
    fn a_plan_overrides() {
        let mut calendar = Calendar::vietnam();
        calendar.add_workday(day(2024, 2, 8), "trực Tết");
        calendar.add_day_off(day(2027, 1, 1), SpecialKind::Holiday, "Tết Dương lịch");
        assert!(calendar.is_working(day(2024, 2, 8)));
        assert!(calendar.knows(2027) && !calendar.is_working(day(2027, 1, 1)));
        calendar.add_workday(day(2027, 9, 2), "trực Quốc khánh");
        assert!(calendar.is_working(day(2027, 9, 2)));
        let names: Vec<_> =
            calendar.specials(DateRange::months(2027, 5, 9).unwrap()).map(|(_, of)| &*of.name).collect();
        assert_eq!(names, ["Quốc tế Lao động", "trực Quốc khánh"]);
    }

    #[test]
    fn holidays_of_the_law_are_days_off_in_every_year() {
        let calendar = Calendar::vietnam();
        for year in Day::YEARS {
            for (month, of_month) in [(1, 1), (4, 30), (5, 1), (9, 2)] {
                let day = day(year, month, of_month);
                assert!(!calendar.is_working(day) && calendar.special(day).is_some(), "{day}");
            }
        }
        assert!(!calendar.is_working(day(2027, 2, 8)) && !calendar.is_working(day(2027, 4, 16)));
        assert!(!calendar.is_working(day(2027, 11, 24)) && calendar.is_working(day(2021, 11, 24)));
        assert!(Calendar::weekends().special(day(2027, 1, 1)).is_none());
    }

    #[test]
    fn a_range_is_in_doubt_near_the_holidays_of_an_unannounced_year() {
        let calendar = Calendar::vietnam();
        let doubt = |first, last| calendar.unannounced(DateRange::new(first, last).unwrap());
        assert_eq!(doubt(day(2026, 1, 1), day(2026, 12, 31)), None);
        assert_eq!(doubt(day(2027, 6, 1), day(2027, 8, 15)), None);
        assert_eq!(doubt(day(2027, 9, 3), day(2027, 9, 3)), Some(2027));
        assert_eq!(doubt(day(2026, 12, 1), day(2028, 1, 3)), Some(2027));
        assert_eq!(doubt(day(2027, 12, 31), day(2027, 12, 31)), Some(2027));
    }
}
