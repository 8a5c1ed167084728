//! The header: period, calendar, settings, issuer and legal bases.

use super::columns::columns;
use super::context::LowerContext;
use super::fault::{DeadlineFault, LowerFault};
use super::symbols::SymbolTables;
use crate::date::{Calendar, DateRange, Day, SchoolYear, SpecialKind};
use crate::deadline::{BeforeReading, DeadlineError, FORM_YEAR, Period, Roll};
use crate::model::{Basis, Letterhead, Party, Plan, Registry, Settings, Signer};
use crate::parse::{Draft, Entry, Key};
use crate::span::Spanned;

/// Returns the built-in calendar with the additions of the plan's files.
pub(super) fn calendar(draft: &Draft<'_>, faults: &mut Vec<LowerFault>) -> Calendar {
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
                Some(Err(fault)) => faults.push(fault),
                None => {}
            }
        }
    }
    calendar
}

fn school_year(entry: &Entry<'_>) -> Option<Result<SchoolYear, LowerFault>> {
    let name = entry.text(Key::Year)?;
    let day = |key| entry.day(key).map(|day| day.value);
    let days = [day(Key::From)?, day(Key::Term1Ends)?, day(Key::Term2Ends)?, day(Key::To)?];
    let words = name.value.trim_start_matches("năm học").trim();
    let Some(start) = SchoolYear::start_of_name(words) else {
        return Some(Err(LowerFault::SchoolYear(name.span)));
    };
    let [from, term1_ends, term2_ends, to] = days;
    let year = SchoolYear::new(start, from, term1_ends, term2_ends, to);
    Some(year.ok_or_else(|| LowerFault::SchoolYear(entry.value_span(Key::From))))
}

/// Returns true if an entry of `school_years` is not in the calendar.
pub(super) fn lacks_school_years(draft: &Draft<'_>, calendar: &Calendar) -> bool {
    let given = draft.calendars.iter().flat_map(|entry| entry.list(Key::SchoolYears)).count();
    given > calendar.school_years().count()
}

/// Returns the plan's period; nothing if it is missing or cannot be read.
pub(super) fn period(draft: &Draft<'_>, calendar: &Calendar, faults: &mut Vec<LowerFault>) -> Option<Period> {
    let fault = |error: DeadlineError, words: Spanned<&str>, year: Option<i32>| {
        let period = expected_period(draft, year);
        LowerFault::Deadline(DeadlineFault {
            error,
            words: words.map(str::to_owned),
            period,
            is_period: true,
        })
    };
    if let Some(days) = draft.header.map(Key::Period) {
        let (from, to) = (days.day(Key::From)?, days.day(Key::To)?);
        let last = Spanned::new("", days.value_span(Key::To));
        return Period::from_days(from.value, to.value)
            .map_err(|error| faults.push(fault(error, last, Some(from.value.year()))))
            .ok();
    }
    let words = draft.header.text(Key::Period)?;
    Period::parse(words.value, calendar).map_err(|error| faults.push(fault(error, words, None))).ok()
}

/// Returns the year that a plan without a readable period seems to be of: the one it was issued in, or that of its
/// title or id.
fn expected_period(draft: &Draft<'_>, year: Option<i32>) -> Period {
    let year_in = |words: String| {
        let numbers = words.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
        numbers.filter_map(|digits| digits.parse().ok()).find(|year| Day::YEARS.contains(year))
    };
    let header = &draft.header;
    let year = year
        .or_else(|| header.day(Key::Issued).map(|day| day.value.year()))
        .or_else(|| year_in(header.words(Key::Title)))
        .or_else(|| year_in(header.words(Key::Plan)));
    let range = year.and_then(DateRange::year).or_else(|| DateRange::year(FORM_YEAR));
    let range = range.unwrap_or(DateRange { first: Day::MIN, last: Day::MAX });
    Period { range, text: String::new(), school_year: None }
}

/// Returns the settings; those of the main file take precedence.
pub(super) fn settings(draft: &Draft<'_>) -> Settings {
    let word = |key| draft.settings.iter().find_map(|settings| settings.text(key)).map(|word| word.value);
    let default = Settings::default();
    Settings {
        roll: word(Key::Roll).and_then(Roll::from_word).unwrap_or(default.roll),
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

/// Returns the letterhead; that of the main file takes precedence.
fn letterhead(draft: &Draft<'_>) -> Option<Letterhead> {
    let letterhead = draft.settings.iter().find_map(|settings| settings.map(Key::Letterhead))?;
    Some(Letterhead {
        superior: letterhead.maybe_words(Key::Superior),
        office: letterhead.maybe_words(Key::Office),
        place: letterhead.maybe_words(Key::Place),
        number: letterhead.maybe_words(Key::Number),
        authority: letterhead.many(Key::Authority).map(|line| line.value.to_owned()).collect(),
        title: letterhead.maybe_words(Key::Title),
        name: letterhead.maybe_words(Key::Name),
    })
}

/// Returns a plan with its header and empty lists.
pub(super) fn plan(
    context: &LowerContext<'_>,
    symbols: &SymbolTables<'_>,
    period: Period,
    calendar: Calendar,
    settings: Settings,
    registry: Registry,
    faults: &mut Vec<LowerFault>,
) -> Plan {
    let header = &context.draft.header;
    let mut party = |key| -> Option<Party> {
        let id = header.text(key)?;
        symbols.parties.party(&id, context, faults)
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
        area: area(context.draft),
        standing,
        recipients: header.many(Key::Recipients).map(|recipient| recipient.value.to_owned()).collect(),
        bases: header.list(Key::Bases).iter().map(basis).collect(),
        settings,
        letterhead: letterhead(context.draft),
        calendar,
        registry,
        goals: Vec::new(),
        targets: Vec::new(),
        columns: columns(context.draft),
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

/// Returns the area; the one of the main file takes precedence.
fn area(draft: &Draft<'_>) -> Option<Vec<String>> {
    let given = draft.areas.iter().find(|entry| entry.has(Key::Area))?;
    Some(given.many(Key::Area).map(|part| part.value.to_owned()).collect())
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
