//! The holidays that the law fixes, whatever is announced (Bộ luật Lao động 2019, Điều 112).

use std::borrow::Cow;
use std::sync::OnceLock;

use super::day::Day;
use super::special::{SpecialDay, SpecialKind};

const LUNAR_DATA: &str = include_str!("lunar.tsv");

/// The first year with the holiday of 24 November (Ngày Văn hóa Việt Nam).
const FIRST_CULTURE_DAY: i32 = 2026;

/// The most days from a holiday to a working day that an announcement may make a day off.
const NEAR_WORKING_DAY: i64 = 5;

/// The most days from a holiday to a day of the weekend that an announcement may make a working day.
const NEAR_WEEKEND: i64 = 12;

static NEW_YEAR: SpecialDay = holiday("Tết Dương lịch");
static TET: SpecialDay = holiday("Tết Nguyên đán");
static HUNG_KINGS: SpecialDay = holiday("Giỗ Tổ Hùng Vương");
static VICTORY: SpecialDay = holiday("Ngày Chiến thắng");
static LABOUR: SpecialDay = holiday("Quốc tế Lao động");
static NATIONAL: SpecialDay = holiday("Quốc khánh");
static CULTURE: SpecialDay = holiday("Ngày Văn hóa Việt Nam");

/// The days of the lunar calendar in a year that are holidays.
struct LunarDays {
    /// The first day of the lunar year.
    new_year: Day,
    /// The tenth day of its third month.
    hung_kings: Day,
}

const fn holiday(name: &'static str) -> SpecialDay {
    SpecialDay { kind: SpecialKind::Holiday, name: Cow::Borrowed(name) }
}

/// Returns the holiday on a day that the law itself fixes: four days of Tết and one of Quốc khánh; which days beside
/// them are off is announced for each year. In years without lunar data only the days of the solar calendar are known.
pub(super) fn holiday_on(day: Day) -> Option<&'static SpecialDay> {
    match (day.day(), day.month()) {
        (1, 1) => return Some(&NEW_YEAR),
        (30, 4) => return Some(&VICTORY),
        (1, 5) => return Some(&LABOUR),
        (2, 9) => return Some(&NATIONAL),
        (24, 11) if day.year() >= FIRST_CULTURE_DAY => return Some(&CULTURE),
        (_, 1..=5) => {}
        _ => return None,
    }
    let lunar = lunar(day.year())?;
    let of_tet = lunar.new_year.until(day);
    match () {
        () if (-1..=2).contains(&of_tet) => Some(&TET),
        () if day == lunar.hung_kings => Some(&HUNG_KINGS),
        () => None,
    }
}

/// Returns the holidays of a year, the earliest first.
pub(super) fn holidays_in(year: i32) -> impl Iterator<Item = (Day, &'static SpecialDay)> {
    let solar = [(1, 1), (4, 30), (5, 1), (9, 2), (11, 24)];
    let mut days: Vec<Day> = solar.iter().filter_map(|(month, day)| Day::new(year, *month, *day)).collect();
    if let Some(lunar) = lunar(year) {
        days.extend((-1..=2).filter_map(|step| lunar.new_year.plus(step)));
        days.push(lunar.hung_kings);
    }
    days.sort_unstable();
    days.into_iter().filter_map(|day| Some((day, holiday_on(day)?)))
}

/// Returns true if the announcement for the year of a day may change whether the day is worked: days in lieu, swap
/// days and the further days of Tết and Quốc khánh lie near a holiday.
pub(super) fn may_be_announced(day: Day) -> bool {
    // Without lunar data, the days of Tết and Giỗ Tổ are not known.
    if lunar(day.year()).is_none() && day.month() <= 5 {
        return true;
    }
    let most = if day.weekday().is_weekend() { NEAR_WEEKEND } else { NEAR_WORKING_DAY };
    (-most..=most).any(|step| day.plus(step).and_then(holiday_on).is_some())
}

fn lunar(year: i32) -> Option<&'static LunarDays> {
    static YEARS: OnceLock<Vec<LunarDays>> = OnceLock::new();
    let years = YEARS.get_or_init(|| LUNAR_DATA.lines().filter_map(line).collect());
    let first = years.first()?.new_year.year();
    years.get(usize::try_from(year.checked_sub(first)?).ok()?)
}

/// Reads a line of the data; none for a comment. A test verifies that no other line is skipped.
fn line(line: &str) -> Option<LunarDays> {
    let (new_year, hung_kings) = line.split_once('\t')?;
    Some(LunarDays { new_year: Day::from_iso(new_year)?, hung_kings: Day::from_iso(hung_kings)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::holidays;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::new(year, month, day).unwrap()
    }

    #[test]
    fn the_lunar_data_have_a_line_for_each_year() {
        let lines = LUNAR_DATA.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(lines, 2100 - 2007 + 1);
        for year in 2007..=2100 {
            let days = lunar(year).unwrap();
            let since_new_year = days.new_year.until(days.hung_kings);
            assert_eq!((days.new_year.year(), days.hung_kings.year()), (year, year));
            // The tenth day of the third month, after two months and perhaps a leap month of 29 or 30 days.
            assert!(matches!(since_new_year, 67..=69 | 96..=99), "{year}: {since_new_year}");
        }
        assert!(lunar(2006).is_none() && lunar(2101).is_none());
    }

    #[test]
    fn every_holiday_of_the_law_was_announced() {
        let announced: Vec<(Day, SpecialKind)> =
            holidays::built_in().map(|(day, kind, _)| (day, kind)).collect();
        for year in 2022..=2026 {
            for (day, special) in holidays_in(year) {
                assert!(announced.contains(&(day, SpecialKind::Holiday)), "{day} {}", special.name);
            }
        }
    }

    #[test]
    fn every_announced_day_beside_the_holidays_of_the_law_lies_near_one() {
        for (day, _, name) in holidays::built_in() {
            assert!(holiday_on(day).is_some() || may_be_announced(day), "{day} {name}");
        }
        assert!(!may_be_announced(day(2027, 6, 30)) && !may_be_announced(day(2027, 3, 15)));
        assert!(may_be_announced(day(2101, 1, 20)) && !may_be_announced(day(2101, 6, 30)));
    }

    #[test]
    fn the_days_of_a_year_are_in_order() {
        let named = |year| {
            holidays_in(year).map(|(day, special)| format!("{day} {}", special.name)).collect::<Vec<_>>()
        };
        assert_eq!(
            named(2027),
            [
                "2027-01-01 Tết Dương lịch",
                "2027-02-05 Tết Nguyên đán",
                "2027-02-06 Tết Nguyên đán",
                "2027-02-07 Tết Nguyên đán",
                "2027-02-08 Tết Nguyên đán",
                "2027-04-16 Giỗ Tổ Hùng Vương",
                "2027-04-30 Ngày Chiến thắng",
                "2027-05-01 Quốc tế Lao động",
                "2027-09-02 Quốc khánh",
                "2027-11-24 Ngày Văn hóa Việt Nam",
            ]
        );
        assert_eq!(named(2500).len(), 5);
        assert_eq!(named(1999).len(), 4);
    }
}
