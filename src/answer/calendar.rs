//! The calendar of a year: special days, working days by month, school years.

use crate::date::{Calendar, DateRange, Day, SchoolYear, SpecialDay};

/// The calendar of a year.
#[derive(Debug, Clone)]
pub struct CalendarAnswer<'c> {
    /// The year.
    pub year: i32,
    /// True if the holidays of the year are known; else only weekends are days off.
    pub is_known: bool,
    /// The special days of the year, the earliest first.
    pub special: Vec<(Day, &'c SpecialDay)>,
    /// The days of each month.
    pub months: Vec<MonthDays>,
    /// The days of all months together.
    pub working_days: i64,
    /// The days off of all months together.
    pub days_off: i64,
    /// The school years that overlap the year, the earliest first.
    pub school_years: Vec<SchoolYear>,
}

/// The number of working days and days off in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthDays {
    /// The month, from 1.
    pub month: u32,
    /// The number of working days.
    pub working_days: i64,
    /// The number of days off.
    pub days_off: i64,
}

impl<'c> CalendarAnswer<'c> {
    /// The calendar of a year; none of a year outside 1900–2999.
    pub fn new(year: i32, calendar: &'c Calendar) -> Option<Self> {
        let range = DateRange::year(year)?;
        let days_of = |month: u32| {
            let days = DateRange::month(year, month)?;
            let first = i64::from(calendar.is_working(days.first));
            let working_days = first + calendar.working_days_between(days.first, days.last);
            Some(MonthDays { month, working_days, days_off: days.days() - working_days })
        };
        let months: Vec<MonthDays> = (1..=12).filter_map(days_of).collect();
        let overlapping = calendar.school_years().filter(|year| year.range().overlaps(range));
        Some(Self {
            year,
            is_known: calendar.knows(year),
            special: calendar.specials(range).collect(),
            working_days: months.iter().map(|month| month.working_days).sum(),
            days_off: months.iter().map(|month| month.days_off).sum(),
            months,
            school_years: overlapping.copied().collect(),
        })
    }
}
