//! `plan.due/1` and `plan.calendar/1`.

use serde::Serialize;

use crate::date::{DateRange, Day, SpecialKind};
use crate::deadline::{Deadline, Roll, roll};
use crate::report::working_days;

/// What a deadline in words means.
#[derive(Debug, Serialize)]
pub struct DueJson<'d> {
    schema: &'static str,
    text: &'d str,
    kind: &'static str,
    occurrences: Vec<DueOccurrenceJson<'d>>,
}

#[derive(Debug, Serialize)]
struct DueOccurrenceJson<'d> {
    period: Option<&'d str>,
    from: Option<String>,
    due: String,
    deadline: String,
}

impl<'d> DueJson<'d> {
    /// The answer for a deadline that was resolved against a calendar.
    pub fn new(
        text: &'d str,
        deadline: &'d Deadline,
        rolling: Roll,
        calendar: &crate::date::Calendar,
    ) -> Self {
        let occurrences = deadline.occurrences.iter().map(|occurrence| DueOccurrenceJson {
            period: occurrence.label.as_deref(),
            from: occurrence.from.map(|day| day.to_string()),
            due: occurrence.due.to_string(),
            deadline: roll(occurrence.due, occurrence.barrier, rolling, calendar).deadline.to_string(),
        });
        Self { schema: "plan.due/1", text, kind: deadline.kind.as_str(), occurrences: occurrences.collect() }
    }
}

/// The calendar of a year.
#[derive(Debug, Serialize)]
pub struct CalendarJson {
    schema: &'static str,
    year: i32,
    known: bool,
    days: Vec<SpecialDayJson>,
    months: Vec<MonthJson>,
    school_years: Vec<SchoolYearJson>,
}

#[derive(Debug, Serialize)]
struct SpecialDayJson {
    date: String,
    kind: &'static str,
    name: String,
}

#[derive(Debug, Serialize)]
struct MonthJson {
    #[serde(rename = "month")]
    name: String,
    working_days: i64,
    days_off: i64,
}

#[derive(Debug, Serialize)]
struct SchoolYearJson {
    #[serde(rename = "year")]
    name: String,
    from: String,
    term1_ends: String,
    term2_ends: String,
    to: String,
}

impl CalendarJson {
    /// The calendar of a year of 1900–2999.
    pub fn new(year: i32, calendar: &crate::date::Calendar) -> Option<Self> {
        let range = DateRange::year(year)?;
        let iso = |day: Day| day.to_string();
        Some(Self {
            schema: "plan.calendar/1",
            year,
            known: calendar.knows(year),
            days: calendar
                .specials(range)
                .map(|(day, it)| SpecialDayJson {
                    date: iso(day),
                    kind: kind(it.kind),
                    name: it.name.to_string(),
                })
                .collect(),
            months: (1..=12)
                .filter_map(|month| DateRange::month(year, month).map(|days| (month, days)))
                .map(|(month, days)| {
                    let working_days = working_days(days, calendar);
                    MonthJson {
                        name: format!("{year}-{month:02}"),
                        working_days,
                        days_off: days.days() - working_days,
                    }
                })
                .collect(),
            school_years: calendar
                .school_years()
                .filter(|year| year.range().overlaps(range))
                .map(|year| SchoolYearJson {
                    name: year.to_string(),
                    from: iso(year.from),
                    term1_ends: iso(year.term1_ends),
                    term2_ends: iso(year.term2_ends),
                    to: iso(year.to),
                })
                .collect(),
        })
    }
}

fn kind(kind: SpecialKind) -> &'static str {
    match kind {
        SpecialKind::Holiday => "holiday",
        SpecialKind::InLieu => "in-lieu",
        SpecialKind::SwappedOff => "swapped-off",
        SpecialKind::Workday => "workday",
    }
}
