//! `plan.calendar/1`.

use serde::Serialize;

use crate::answer::CalendarAnswer;
use crate::date::SpecialKind;

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
    /// The calendar of a year.
    pub fn new(answer: &CalendarAnswer<'_>) -> Self {
        let days = answer.special.iter().map(|(day, special)| SpecialDayJson {
            date: day.to_string(),
            kind: kind(special.kind),
            name: special.name.to_string(),
        });
        let months = answer.months.iter().map(|month| MonthJson {
            name: format!("{}-{:02}", answer.year, month.month),
            working_days: month.working_days,
            days_off: month.days_off,
        });
        let school_years = answer.school_years.iter().map(|year| SchoolYearJson {
            name: year.to_string(),
            from: year.from.to_string(),
            term1_ends: year.term1_ends.to_string(),
            term2_ends: year.term2_ends.to_string(),
            to: year.to.to_string(),
        });
        Self {
            schema: "plan.calendar/1",
            year: answer.year,
            known: answer.is_known,
            days: days.collect(),
            months: months.collect(),
            school_years: school_years.collect(),
        }
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
