//! The header: period, calendar, settings, who issued it, what it is based on.

use super::AllNames;
use crate::check::names::Lookup;
use crate::check::rules::deadline::wrong_deadline;
use crate::check::rules::header::wrong_school_year;
use crate::date::{Calendar, SchoolYear, SpecialKind};
use crate::deadline::{BeforeReading, Period, Roll};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Basis, Party, Plan, Registry, Settings, Signer};
use crate::parse::{Draft, Entry, Key};
use crate::span::Spanned;

/// The built-in calendar and what the plan's files add to it.
pub(super) fn calendar(draft: &Draft<'_>, found: &mut Vec<Diagnostic>) -> Calendar {
    let mut calendar = Calendar::vietnam();
    for entry in &draft.calendars {
        for day in entry.list(Key::Holidays) {
            if let Some(date) = day.day(Key::Date) {
                calendar.add_day_off(date.value, SpecialKind::Holiday, day.words(Key::Name));
            }
        }
        for day in entry.list(Key::Workdays) {
            if let Some(date) = day.day(Key::Date) {
                calendar.add_workday(date.value, day.words(Key::Name));
            }
        }
        for year in entry.list(Key::SchoolYears) {
            match school_year(year) {
                Some(Ok(year)) => calendar.add_school_year(year),
                Some(Err(diagnostic)) => found.push(diagnostic),
                None => {}
            }
        }
    }
    calendar
}

fn school_year(entry: &Entry<'_>) -> Option<Result<SchoolYear, Diagnostic>> {
    let name = entry.text(Key::Year)?;
    let day = |key| entry.day(key).map(|day| day.value);
    let days = [day(Key::From)?, day(Key::Term1Ends)?, day(Key::Term2Ends)?, day(Key::To)?];
    let words = name.value.trim_start_matches("năm học").trim();
    let Some(start) = SchoolYear::start_of_name(words) else {
        return Some(Err(wrong_school_year(name.span)));
    };
    let [from, term1_ends, term2_ends, to] = days;
    let year = SchoolYear::new(start, from, term1_ends, term2_ends, to);
    Some(year.ok_or_else(|| wrong_school_year(entry.value_span(Key::From))))
}

/// Whether an entry of `school_years` could not be taken.
pub(super) fn lacks_school_years(draft: &Draft<'_>, calendar: &Calendar) -> bool {
    let given = draft.calendars.iter().flat_map(|entry| entry.list(Key::SchoolYears)).count();
    given > calendar.school_years().count()
}

/// The plan's period; nothing if it is missing or cannot be read.
pub(super) fn period(at: &Lookup<'_>, calendar: &Calendar, found: &mut Vec<Diagnostic>) -> Option<Period> {
    let header = &at.draft.header;
    if let Some(days) = header.map(Key::Period) {
        let (from, to) = (days.day(Key::From)?, days.day(Key::To)?);
        let period = Period::from_days(from.value, to.value);
        return period
            .map_err(|error| {
                let last = Spanned::new("", days.value_span(Key::To));
                found.push(wrong_deadline(&error, &last, at.sources, from.value.year()));
            })
            .ok();
    }
    let words = header.text(Key::Period)?;
    Period::parse(words.value, calendar)
        .map_err(|error| {
            // As a plan's period even an unknown school year leaves the meaning open.
            let mut diagnostic = wrong_deadline(&error, &words, at.sources, 2024);
            diagnostic.severity = Severity::Error;
            found.push(diagnostic);
        })
        .ok()
}

/// The settings; the main file's win.
pub(super) fn settings(draft: &Draft<'_>) -> Settings {
    let word = |key| draft.settings.iter().find_map(|settings| settings.text(key)).map(|word| word.value);
    let default = Settings::default();
    Settings {
        roll: match word(Key::Roll) {
            Some("previous") => Roll::Previous,
            Some("none") => Roll::None,
            _ => default.roll,
        },
        before: match word(Key::Before) {
            Some("inclusive") => BeforeReading::Inclusive,
            _ => default.before,
        },
        due_soon: draft
            .settings
            .iter()
            .find_map(|settings| settings.count(Key::DueSoon))
            .map_or(default.due_soon, |days| u32::try_from(days.value).unwrap_or(u32::MAX)),
    }
}

/// A plan with its header and nothing else.
pub(super) fn plan(
    at: &Lookup<'_>,
    names: &AllNames<'_>,
    period: Period,
    calendar: Calendar,
    settings: Settings,
    registry: Registry,
    found: &mut Vec<Diagnostic>,
) -> Plan {
    let header = &at.draft.header;
    let mut party = |key| -> Option<Party> {
        let id = header.text(key)?;
        names.parties.party(&id, at, found)
    };
    let (issuer, standing) = (party(Key::Issuer), party(Key::Standing));
    Plan {
        id: header.words(Key::Plan),
        title: header.words(Key::Title),
        period,
        kind: header.maybe_words(Key::Kind),
        number: header.maybe_words(Key::Number),
        issued: header.day(Key::Issued).map(|day| day.value),
        issuer,
        signer: header.map(Key::Signer).map(|signer| Signer {
            name: signer.maybe_words(Key::Name),
            title: signer.maybe_words(Key::Title),
            capacity: signer.maybe_words(Key::Capacity),
        }),
        standing,
        recipients: header.many(Key::Recipients).map(|recipient| recipient.value.to_owned()).collect(),
        bases: header.list(Key::Bases).iter().map(basis).collect(),
        settings,
        calendar,
        registry,
        goals: Vec::new(),
        targets: Vec::new(),
        sections: Vec::new(),
        tasks: Vec::new(),
        rows: Vec::new(),
        assignments: Vec::new(),
        work_items: Vec::new(),
        reports: Vec::new(),
        changes: Vec::new(),
        place: header.place(),
    }
}

fn basis(entry: &Entry<'_>) -> Basis {
    Basis {
        kind: entry.maybe_words(Key::Kind),
        number: entry.maybe_words(Key::Number),
        date: entry.day(Key::Date).map(|day| day.value),
        issuer: entry.maybe_words(Key::Issuer),
        title: entry.maybe_words(Key::Title),
        place: entry.place(),
    }
}
