//! Days and spans of time on the command line.

use std::collections::BTreeSet;

use super::error::CliError;
use crate::date::{Calendar, DateRange, Day};
use crate::deadline::{
    self, DeadlineContext, DeadlineError, DeadlineErrorKind, DeadlineErrorReason, Period, resolve_span,
};
use crate::language::{Lang, Message};
use crate::message;
use crate::query::{DayStep, RelativeSpan, StepUnit};
use crate::sanitize::quoted;

/// An option that takes a day: any day or span of the deadline language, or one counted from the day of the run.
///
/// Without its year, the day must lie in the periods of the plans exactly once.
#[derive(Debug, Clone, Copy)]
pub(super) struct DayOption {
    name: &'static str,
    /// True if a span means its first day, as what changed since a span is asked from its beginning.
    takes_first: bool,
}

pub(super) const AS_OF: DayOption = DayOption { name: "--as-of", takes_first: false };
pub(super) const KNOWN: DayOption = DayOption { name: "--known", takes_first: false };
pub(super) const DATE: DayOption = DayOption { name: "--date", takes_first: false };
pub(super) const DONE_ON: DayOption = DayOption { name: "--done-on", takes_first: false };
pub(super) const DUE: DayOption = DayOption { name: "DUE", takes_first: false };
pub(super) const UNTIL: DayOption = DayOption { name: "--until", takes_first: false };
pub(super) const REPLY_BY: DayOption = DayOption { name: "--reply-by", takes_first: false };
pub(super) const MONTH: DayOption = DayOption { name: "--month", takes_first: false };
pub(super) const QUARTER: DayOption = DayOption { name: "--quarter", takes_first: false };
pub(super) const SINCE: DayOption = DayOption { name: "--since", takes_first: true };

impl DayOption {
    /// Returns words that mean the month or the quarter that a short answer names: `6`, `6/2025`, `II/2025`,
    /// `2025-06`, `2025-Q2`.
    pub(super) fn spelled(self, words: &str) -> String {
        let name = if self.name == QUARTER.name { "quý" } else { "tháng" };
        let words = words.trim();
        let iso = words.split_once('-').filter(|(year, _)| year.len() == 4);
        match iso {
            Some((year, part)) => format!("{name} {}/{year}", part.trim_start_matches(['Q', 'q', '0'])),
            None if words.starts_with(|c: char| c.is_ascii_digit() || "IVQivq".contains(c))
                && !words.contains(' ') =>
            {
                format!("{name} {}", words.trim_start_matches(['Q', 'q']))
            }
            None => words.to_owned(),
        }
    }

    /// Returns the day of a report on a span that ends on a day: the day of the run if that is in it.
    pub(super) fn until_today(self, end: Day, today: Day) -> Day {
        let is_running = |months: u32| {
            let part = |day: Day| (day.year(), (day.month() - 1) / months);
            part(today) == part(end)
        };
        let months = match self.name {
            name if name == MONTH.name => 1,
            name if name == QUARTER.name => 3,
            _ => return end,
        };
        if is_running(months) { end.min(today) } else { end }
    }

    /// Returns the option as it is typed.
    pub(super) fn name(self) -> &'static str {
        self.name
    }

    /// Returns the day that words mean on the day of the run, in the periods of some plans; without plans, in the
    /// year of the run.
    ///
    /// # Errors
    /// If the words are no day, or one that the periods have several times or not at all.
    pub(super) fn read(
        self,
        words: &str,
        today: Day,
        plans: &[DeadlineContext<'_>],
    ) -> Result<Day, CliError> {
        if let Some(span) = RelativeSpan::read(words) {
            let help = "today, today-7d, today-2w, today-1m, today-1y";
            let span = span.map_err(|()| self.no_day(words, &NO_STEP).hint(help))?;
            return match span.days(today) {
                Some(days) => Ok(self.of(days)),
                None => Err(self.no_day(words, &OUTSIDE)),
            };
        }
        if let Ok(day) = deadline::parse_day(words) {
            return Ok(day);
        }
        let days = self.days_in(words, today, plans);
        let days = days.map_err(|error| self.no_day(words, &error.message()))?;
        match days.iter().collect::<Vec<_>>().as_slice() {
            [day] => Ok(**day),
            several => {
                let all = |lang| several.iter().map(|day| day.show(lang)).collect::<Vec<_>>().join(", ");
                let (vi, en) = (all(Lang::Vi), all(Lang::En));
                let message = message!(
                    "các kế hoạch có nhiều ngày như thế: {vi}",
                    "the plans have several such days: {en}"
                );
                let hint = several.last().map(|day| day.show(Lang::Vi)).unwrap_or_default();
                Err(self.no_day(words, &message).hint(hint))
            }
        }
    }

    /// Returns true if words may be a day in some plan, though not in the year of the run.
    pub(super) fn needs_plan(words: &str) -> bool {
        let is_impossible = |error: &DeadlineError| {
            matches!(error.kind(), DeadlineErrorKind::Impossible | DeadlineErrorKind::Empty)
        };
        deadline::parse(words).is_ok()
            && !deadline::parse_day(words).is_err_and(|error| is_impossible(&error))
    }

    /// Returns the days that words without a year mean in the periods that have one, at least one.
    fn days_in(
        self,
        words: &str,
        today: Day,
        plans: &[DeadlineContext<'_>],
    ) -> Result<BTreeSet<Day>, DeadlineError> {
        let no_day = match deadline::parse_day(words) {
            Err(error) if error.kind() != DeadlineErrorKind::Impossible => error,
            Err(error) => return Err(error),
            Ok(day) => return Ok(BTreeSet::from([day])),
        };
        let Ok(expression) = deadline::parse(words) else { return Err(no_day) };
        let calendar = Calendar::vietnam();
        let of_run = Period::year(today.year());
        let of_run: Vec<DeadlineContext<'_>> =
            of_run.iter().map(|period| DeadlineContext::new(period, &calendar)).collect();
        let mut days = BTreeSet::new();
        let mut elsewhere = None;
        for plan in if plans.is_empty() { &of_run } else { plans } {
            match resolve_span(&expression, plan) {
                Ok(span) => days.insert(self.of(span)),
                Err(error) if is_elsewhere(&error) => {
                    elsewhere.get_or_insert(error);
                    continue;
                }
                Err(error) if error.kind() == DeadlineErrorKind::Unreadable => return Err(no_day),
                Err(error) => return Err(error),
            };
        }
        match elsewhere {
            _ if days.contains(&Day::MIN) || days.contains(&Day::MAX) => Err(no_day),
            Some(error) if days.is_empty() => Err(error),
            _ if days.is_empty() => Err(no_day),
            _ => Ok(days),
        }
    }

    fn of(self, days: DateRange) -> Day {
        if self.takes_first { days.first } else { days.last }
    }

    fn no_day(self, words: &str, why: &Message) -> CliError {
        let (option, name) = (self.name, quoted(words));
        let say = |lang: Lang, not: &str| format!("{option}: {name} {not}: {}", why.get(lang));
        CliError::usage(Message::new(say(Lang::Vi, "không phải là một ngày"), say(Lang::En, "is not a day")))
    }
}

const NO_STEP: Message = Message::fixed("không hiểu bước đi", "the step is not understood");
const OUTSIDE: Message = Message::fixed(
    "ngày tính được nằm ngoài các năm 1900–2999",
    "the resulting day is outside the years 1900–2999",
);

/// Returns true for words that may be a day of another plan.
fn is_elsewhere(error: &DeadlineError) -> bool {
    matches!(error.reason, DeadlineErrorReason::NoYear { .. })
        || error.kind() == DeadlineErrorKind::UnknownSchoolYear
}

/// The day at a distance from another: `14d`, `2w`, `1m`, `1y`, or a mere number of days.
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
            "--within: {words} không phải một khoảng thời gian",
            "--within: {words} is no span of time"
        ))
        .hint("14d, 2w, 1m, 1y")
    })
}
