//! The comparison of readings with the days of the real wordings.

use plan::date::{Calendar, Day, SchoolYear};
use plan::deadline::{Deadline, DeadlineContext, DeadlineKind, Period, parse, parse_day, resolve};

/// A real wording with its reading.
pub(crate) struct ScoredWording {
    pub(crate) text: String,
    pub(crate) family: String,
    pub(crate) wanted: String,
    pub(crate) got: String,
    pub(crate) right: bool,
    /// True if the reading gives days, and they are not the wanted ones.
    pub(crate) wrong_day: bool,
}

/// The school years of the real wordings.
pub(crate) fn years() -> Vec<SchoolYear> {
    let day = |text: &str| parse_day(text).unwrap();
    [
        ("5/9/2019", "11/1/2020", "31/5/2020", "31/5/2020"),
        ("5/9/2024", "17/1/2025", "24/5/2025", "31/5/2025"),
        ("5/9/2025", "17/1/2026", "31/5/2026", "31/5/2026"),
    ]
    .map(|(from, first, second, to)| {
        let from = day(from);
        SchoolYear::new(from.year(), from, day(first), day(second), day(to)).unwrap()
    })
    .into()
}

/// Reads every wording of a table: text, period, issued, kind, occurrences, family.
pub(crate) fn score(table: &str) -> Vec<ScoredWording> {
    let mut calendar = Calendar::vietnam();
    for year in years() {
        calendar.add_school_year(year);
    }
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| score_line(line, &calendar)).collect()
}

fn score_line(line: &str, calendar: &Calendar) -> ScoredWording {
    let [text, period, issued, kind, days, family] = line.split('\t').collect::<Vec<_>>()[..] else {
        panic!("{line}")
    };
    let period = Period::parse(period, calendar).unwrap();
    let context = context(&period, calendar, parse_day(issued).ok());
    let deadline = parse(text).and_then(|expression| resolve(&expression, &context));
    let read = deadline.as_ref().ok().map(days_of).filter(|read| !read.is_empty());
    let right = match (&deadline, kind) {
        (_, "open") => read.is_none(),
        (Ok(deadline), _) => deadline.kind.as_str() == kind && days_of(deadline) == days_in(days),
        (Err(_), _) => false,
    };
    ScoredWording {
        text: text.to_owned(),
        family: family.to_owned(),
        wanted: format!("{kind}\t{days}"),
        got: deadline.as_ref().map_or_else(ToString::to_string, show),
        right,
        wrong_day: !right && read.is_some(),
    }
}

pub(crate) fn context<'a>(
    period: &'a Period,
    calendar: &'a Calendar,
    issued: Option<Day>,
) -> DeadlineContext<'a> {
    DeadlineContext { issued, ..DeadlineContext::new(period, calendar) }
}

/// Returns the days of a deadline without its labels, sorted.
fn days_of(deadline: &Deadline) -> Vec<String> {
    let mut days: Vec<String> = deadline
        .occurrences
        .iter()
        .map(|one| format!("{}..{}", one.from.map_or("-".to_owned(), |from| from.to_string()), one.due))
        .collect();
    days.sort_unstable();
    days
}

/// Returns the days of a cell `label=from..due | …`, sorted.
fn days_in(cell: &str) -> Vec<String> {
    let mut days: Vec<String> = cell
        .split(" | ")
        .filter(|one| !one.is_empty())
        .map(|one| one.rsplit('=').next().unwrap_or_default().to_owned())
        .collect();
    days.sort_unstable();
    days
}

pub(crate) fn show(deadline: &Deadline) -> String {
    let kind = if deadline.kind == DeadlineKind::Undated { "undated" } else { deadline.kind.as_str() };
    format!("{kind}\t{}", days_of(deadline).join(" | "))
}
