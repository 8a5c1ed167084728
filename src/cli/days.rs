//! Days and spans of time on the command line.

use super::error::CliError;
use crate::date::{Calendar, Day};
use crate::deadline::{self, DeadlineContext, Period};
use crate::language::{Lang, Message};
use crate::message;
use crate::query::{DayStep, StepUnit};
use crate::sanitize::quoted;

/// A day of the command line: any day of the deadline language; without its year, of this year.
pub(super) fn parse_day(words: &str, today: Day, option: &str) -> Result<Day, CliError> {
    let calendar = Calendar::vietnam();
    let of_this_year = || {
        let period = Period::year(today.year()).ok_or(())?;
        let expression = deadline::parse(words).map_err(|_| ())?;
        let range =
            deadline::resolve_span(&expression, &DeadlineContext::new(&period, &calendar)).map_err(|_| ())?;
        if range.first == range.last { Ok(range.first) } else { Err(()) }
    };
    deadline::parse_day(words).or_else(|error| of_this_year().map_err(|()| error)).map_err(|error| {
        let (name, why) = (quoted(words), error.message());
        let say = |lang: Lang, not: &str| format!("{option}: {name} {not}: {}", why.get(lang));
        CliError::usage(Message::new(say(Lang::Vi, "không phải là một ngày"), say(Lang::En, "is not a day")))
    })
}

/// The day that lies so far ahead: `14d`, `2w`, `1m`, `1y`, or a mere number of days.
pub(super) fn end_of_span(within: &str, day: Day) -> Result<Day, CliError> {
    let words = within.trim().to_lowercase();
    let digits = words.trim_end_matches(|c: char| !c.is_ascii_digit());
    let unit = match &words[digits.len()..] {
        "" | "d" => Some(StepUnit::Days),
        "w" => Some(StepUnit::Weeks),
        "m" => Some(StepUnit::Months),
        "y" => Some(StepUnit::Years),
        _ => None,
    };
    let count = digits.parse::<u32>().ok();
    let step = unit.zip(count).map(|(unit, count)| DayStep { count: count.into(), unit });
    step.and_then(|step| step.from(day)).ok_or_else(|| {
        let words = quoted(within);
        CliError::usage(message!(
            "--within: {words} không phải một khoảng thời gian (gợi ý: 14d, 2w, 1m, 1y)",
            "--within: {words} is no span of time (help: 14d, 2w, 1m, 1y)"
        ))
    })
}
