//! `plan calendar`: working days, holidays, swap days.

use crate::answer::CalendarAnswer;
use crate::cli::against::basis;
use crate::cli::answer::{form, print};
use crate::cli::args::CalendarArgs;
use crate::cli::error::{CliError, Outcome};
use crate::cli::session::Session;
use crate::json::CalendarJson;
use crate::message;
use crate::report;
use crate::sanitize::quoted;

pub(in crate::cli) fn run(args: &CalendarArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let against = basis(args.plan.as_deref(), session)?;
    let year = match &args.year {
        None => session.as_of.day.year(),
        Some(words) => words.trim().parse().map_err(|_| no_year(words))?,
    };
    let said = args.year.clone().unwrap_or_else(|| year.to_string());
    let answer = CalendarAnswer::new(year, &against.calendar).ok_or_else(|| no_year(&said))?;
    print(session, form, None, || report::calendar(&answer), || CalendarJson::new(&answer))?;
    Ok(0)
}

fn no_year(words: &str) -> CliError {
    let name = quoted(words);
    CliError::usage(message!(
        "{name} không phải là một năm trong 1900–2999",
        "{name} is not a year of 1900–2999"
    ))
}
