//! The new plan that `plan init` is asked for.

use std::path::Path;

use super::args::InitArgs;
use super::diagnostics::refuse_deadline;
use super::error::CliError;
use super::session::Session;
use crate::date::{Calendar, Day, SchoolYear};
use crate::deadline::Period;
use crate::import::{named_units, plan_id};
use crate::message;
use crate::parse::starter::Starter;
use crate::sanitize::quoted;
use crate::workspace::normal;

/// Returns the new plan in a folder: its id is the folder's name.
pub(super) fn starter(args: &InitArgs, folder: &Path, session: &mut Session<'_>) -> anyhow::Result<Starter> {
    let year = session.as_of.day.year().to_string();
    let words = args.period.as_deref().unwrap_or(&year);
    let school_year = school_year(words);
    let mut calendar = Calendar::vietnam();
    if let Some(year) = school_year {
        calendar.add_school_year(year);
    }
    // The two years alone are the name of a school year.
    let named = school_year.filter(|_| SchoolYear::start_of_name(words.trim()).is_some());
    let words =
        named.map_or_else(|| words.to_owned(), |year| format!("năm học {}-{}", year.start, year.start + 1));
    let this_year = Period::year(session.as_of.day.year());
    let period = match (Period::parse(&words, &calendar), this_year) {
        (Ok(period), _) => period,
        (Err(error), Some(year)) => return Err(refuse_deadline(session, "--period", &words, &year, &error)),
        (Err(_), None) => {
            let name = quoted(&words);
            return Err(CliError::usage(message!(
                "--period: {name} không phải là một thời kỳ",
                "--period: {name} is no period"
            ))
            .into());
        }
    };
    let title = args.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    let units = named_units(&args.units);
    if units.is_empty() && !args.units.is_empty() {
        return Err(CliError::usage(message!(
            "--units: không có tên đơn vị nào",
            "--units: there is no name of a unit"
        ))
        .into());
    }
    let folder = normal(folder);
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Starter {
        id: plan_id(&name),
        title: title.map(str::to_owned),
        period,
        school_year,
        units,
        today: session.today,
    })
}

/// The school year that words name, on the usual days: those of a decision are not announced years ahead.
fn school_year(words: &str) -> Option<SchoolYear> {
    let name = words.trim().rsplit_once(' ').map_or(words.trim(), |(_, name)| name);
    let start = SchoolYear::start_of_name(name)?;
    let (from, to) = (Day::new(start, 9, 5)?, Day::new(start + 1, 5, 31)?);
    SchoolYear::new(start, from, Day::new(start + 1, 1, 18)?, Day::new(start + 1, 5, 25)?, to)
}
