//! Days and weekdays.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use crate::language::{Lang, Message};

/// A day of the Gregorian calendar in the years 1900 to 2999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// A day of the week; the numbers are those of ISO 8601.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Weekday {
    /// Thứ Hai.
    Monday = 1,
    /// Thứ Ba.
    Tuesday = 2,
    /// Thứ Tư.
    Wednesday = 3,
    /// Thứ Năm.
    Thursday = 4,
    /// Thứ Sáu.
    Friday = 5,
    /// Thứ Bảy.
    Saturday = 6,
    /// Chủ nhật.
    Sunday = 7,
}

impl Weekday {
    /// All days of the week, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// Returns the number of the day in the week, Monday 1 to Sunday 7.
    pub fn number(self) -> u8 {
        self as u8
    }

    /// Returns true for Saturday and Sunday.
    pub fn is_weekend(self) -> bool {
        matches!(self, Self::Saturday | Self::Sunday)
    }

    /// Returns the name of the day.
    pub fn name(self) -> Message {
        match self {
            Self::Monday => Message::fixed("Thứ Hai", "Monday"),
            Self::Tuesday => Message::fixed("Thứ Ba", "Tuesday"),
            Self::Wednesday => Message::fixed("Thứ Tư", "Wednesday"),
            Self::Thursday => Message::fixed("Thứ Năm", "Thursday"),
            Self::Friday => Message::fixed("Thứ Sáu", "Friday"),
            Self::Saturday => Message::fixed("Thứ Bảy", "Saturday"),
            Self::Sunday => Message::fixed("Chủ nhật", "Sunday"),
        }
    }
}

impl Day {
    /// The earliest day: 1/1/1900.
    pub const MIN: Self = Self(day_or_epoch(1900, 1, 1));
    /// The latest day: 31/12/2999.
    pub const MAX: Self = Self(day_or_epoch(2999, 12, 31));
    /// The years of all days.
    pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2999;

    /// Returns the day of a year, month (1–12) and day of the month; none if it does not exist in 1900–2999.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !Self::YEARS.contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Returns the day of a line of data: `2024-05-15`.
    pub(super) fn from_iso(text: &str) -> Option<Self> {
        let mut numbers = text.split('-');
        let (year, month, day) = (numbers.next()?, numbers.next()?, numbers.next()?);
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Returns the day that spreadsheets show for a number of days since 30/12/1899; none outside 1980–2099, where a
    /// number is hardly that of a day.
    pub fn of_spreadsheet(number: u32) -> Option<Self> {
        let day = Self::new(1900, 1, 1)?.plus(i64::from(number) - 2)?;
        (1980..2100).contains(&day.year()).then_some(day)
    }

    /// Returns the first day of a month (1–12), if year and month exist.
    pub fn first_of_month(year: i32, month: u32) -> Option<Self> {
        Self::new(year, month, 1)
    }

    /// Returns the last day of a month (1–12), if year and month exist.
    pub fn last_of_month(year: i32, month: u32) -> Option<Self> {
        Self::new(year, month, days_in_month(year, month))
    }

    /// Returns the number of days of a month (1–12) of a year; 0 for a month that does not exist.
    pub fn days_in_month(year: i32, month: u32) -> u32 {
        days_in_month(year, month)
    }

    /// Returns the day in Vietnam (UTC+7, without summer time) at an instant, in seconds since 1970-01-01 UTC.
    ///
    /// An instant outside 1900–2999 gives the nearest day inside.
    pub fn today_in_vietnam(now_utc_seconds: i64) -> Self {
        const HOUR: i64 = 3600;
        let days = now_utc_seconds.saturating_add(7 * HOUR).div_euclid(24 * HOUR);
        Self(day_or_epoch(1970, 1, 1)).saturating_plus(days)
    }

    /// Returns the year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Returns the month, 1–12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// Returns the day of the month, 1–31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// Returns the quarter, 1–4.
    pub fn quarter(self) -> u32 {
        self.0.month0() / 3 + 1
    }

    /// Returns the day of the week.
    pub fn weekday(self) -> Weekday {
        match self.0.weekday() {
            chrono::Weekday::Mon => Weekday::Monday,
            chrono::Weekday::Tue => Weekday::Tuesday,
            chrono::Weekday::Wed => Weekday::Wednesday,
            chrono::Weekday::Thu => Weekday::Thursday,
            chrono::Weekday::Fri => Weekday::Friday,
            chrono::Weekday::Sat => Weekday::Saturday,
            chrono::Weekday::Sun => Weekday::Sunday,
        }
    }

    /// Returns the ISO 8601 week: the year of the week, and its number, 1–53.
    pub fn iso_week(self) -> (i32, u32) {
        let week = self.0.iso_week();
        (week.year(), week.week())
    }

    /// Returns the day a number of days later (earlier, if negative); none outside 1900–2999.
    pub fn plus(self, days: i64) -> Option<Self> {
        let day = Self(self.0.checked_add_signed(chrono::TimeDelta::try_days(days)?)?);
        (Self::MIN..=Self::MAX).contains(&day).then_some(day)
    }

    /// Returns the day a number of days later (earlier, if negative), limited to [`Day::MIN`] and [`Day::MAX`].
    #[must_use]
    pub fn saturating_plus(self, days: i64) -> Self {
        self.plus(days).unwrap_or(if days < 0 { Self::MIN } else { Self::MAX })
    }

    /// Returns the same day of the month a number of months later (earlier, if negative), or the last day of a
    /// shorter month; none outside 1900–2999.
    pub fn plus_months(self, months: i64) -> Option<Self> {
        let month = i64::from(self.year()).checked_mul(12)?.checked_add(i64::from(self.0.month0()))?;
        let month = month.checked_add(months)?;
        let year = i32::try_from(month.div_euclid(12)).ok()?;
        let month = u32::try_from(month.rem_euclid(12)).ok()? + 1;
        Self::new(year, month, self.day().min(days_in_month(year, month)))
    }

    /// Returns the day after; [`Day::MAX`] for itself.
    #[must_use]
    pub fn next(self) -> Self {
        self.saturating_plus(1)
    }

    /// Returns the day before; [`Day::MIN`] for itself.
    #[must_use]
    pub fn previous(self) -> Self {
        self.saturating_plus(-1)
    }

    /// Returns the number of days from this day to another, negative if that is earlier.
    pub fn until(self, other: Self) -> i64 {
        other.0.signed_duration_since(self.0).num_days()
    }

    /// Returns the day in the notation of a language: `05/09/2024` in Vietnamese, `2024-09-05` in English.
    pub fn show(self, lang: Lang) -> String {
        match lang {
            Lang::Vi => format!("{:02}/{:02}/{}", self.day(), self.month(), self.year()),
            Lang::En => self.to_string(),
        }
    }

    /// Returns the day in the form of official documents, with a day of two digits and a month of two digits only
    /// below 3 (Nghị định 30/2020/NĐ-CP, Phụ lục I): `30/6/2024`, `01/7/2024`, `05/02/2024`.
    pub fn show_official(self) -> String {
        let (year, month, day) = (self.year(), self.month(), self.day());
        if month < 3 { format!("{day:02}/{month:02}/{year}") } else { format!("{day:02}/{month}/{year}") }
    }

    /// Returns the number of days since 1970-01-01, negative for those before.
    pub fn days_since_1970(self) -> i32 {
        i32::try_from(Self(day_or_epoch(1970, 1, 1)).until(self)).unwrap_or(0)
    }

    /// Returns the number of days since [`Day::MIN`].
    pub(super) fn index(self) -> usize {
        usize::try_from(Self::MIN.until(self)).unwrap_or(0)
    }

    /// Returns the day with an [`index`](Self::index), if it exists.
    pub(super) fn from_index(index: usize) -> Option<Self> {
        Self::MIN.plus(i64::try_from(index).ok()?)
    }
}

/// The form of ISO 8601: `2024-09-05`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

const fn day_or_epoch(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::new(year, month, day).unwrap()
    }

    #[test]
    fn days_exist_or_not() {
        assert!(Day::new(2023, 2, 29).is_none());
        assert!(Day::new(2024, 2, 29).is_some());
        assert!(Day::new(2100, 2, 29).is_none());
        assert!(Day::new(1899, 12, 31).is_none());
        assert!(Day::new(3000, 1, 1).is_none());
        assert_eq!(Day::MIN.to_string(), "1900-01-01");
        assert_eq!(Day::MAX.to_string(), "2999-12-31");
        assert_eq!(Day::MAX.plus(1), None);
        assert_eq!(Day::MAX.next(), Day::MAX);
        assert_eq!(Day::MIN.previous(), Day::MIN);
        assert_eq!(Day::MIN.plus(i64::MAX), None);
        assert_eq!(day(2024, 1, 31).saturating_plus(i64::MIN), Day::MIN);
    }

    #[test]
    fn months_clip_at_their_end() {
        assert_eq!(day(2024, 1, 31).plus_months(1), Some(day(2024, 2, 29)));
        assert_eq!(day(2024, 1, 31).plus_months(-11), Some(day(2023, 2, 28)));
        assert_eq!(day(2024, 12, 15).plus_months(1), Some(day(2025, 1, 15)));
        assert_eq!(Day::MAX.plus_months(1), None);
        assert_eq!(Day::MIN.plus_months(i64::MIN), None);
        for month in 0..=13 {
            let last = (1..=32).rfind(|d| Day::new(2024, month, *d).is_some()).unwrap_or(0);
            assert_eq!(Day::days_in_month(2024, month), last);
        }
    }

    #[test]
    fn weeks_are_those_of_iso() {
        assert_eq!(day(2024, 2, 16).iso_week(), (2024, 7));
        assert_eq!(day(2024, 12, 30).iso_week(), (2025, 1));
        assert_eq!(day(2021, 1, 3).iso_week(), (2020, 53));
        assert_eq!(day(2024, 6, 30).weekday(), Weekday::Sunday);
    }

    #[test]
    fn today_turns_at_midnight_in_vietnam() {
        // 2024-06-30T16:59:59Z is 23:59:59 in Hà Nội.
        assert_eq!(Day::today_in_vietnam(1_719_766_799), day(2024, 6, 30));
        assert_eq!(Day::today_in_vietnam(1_719_766_800), day(2024, 7, 1));
        assert_eq!(Day::today_in_vietnam(i64::MAX), Day::MAX);
        assert_eq!(Day::today_in_vietnam(i64::MIN), Day::MIN);
    }

    #[test]
    fn people_read_days_in_their_way() {
        assert_eq!(day(2024, 9, 5).show(Lang::Vi), "05/09/2024");
        assert_eq!(day(2024, 9, 5).show(Lang::En), "2024-09-05");
        let official =
            [(6, 30), (7, 1), (2, 5), (12, 31)].map(|(month, of)| day(2024, month, of).show_official());
        assert_eq!(official, ["30/6/2024", "01/7/2024", "05/02/2024", "31/12/2024"]);
    }
}
