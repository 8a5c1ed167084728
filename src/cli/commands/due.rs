//! `plan due`: what a deadline in words means.

use crate::answer::DueAnswer;
use crate::cli::against::basis;
use crate::cli::answer::{form, print};
use crate::cli::args::DueArgs;
use crate::cli::diagnostics::{argument_source, refuse_deadline, report_argument};
use crate::cli::error::Outcome;
use crate::cli::session::Session;
use crate::deadline::{DeadlineNote, Period};
use crate::diagnostic::deadline::{noted, unannounced};
use crate::json::DueJson;
use crate::report;

pub(in crate::cli) fn run(args: &DueArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let words = args.expression.join(" ");
    let mut against = basis(args.plan.as_deref(), session)?;
    if let Some(period) = &args.period {
        match Period::parse(period, &against.calendar) {
            Ok(period) => against.period = period,
            Err(error) => {
                return Err(refuse_deadline(session, "--period", period, &against.period, &error));
            }
        }
    }
    let (settings, issued) = (against.settings, against.issued);
    let answer = match DueAnswer::new(&words, &against.period, &against.calendar, settings, issued) {
        Ok(answer) => answer,
        Err(error) => return Err(refuse_deadline(session, "EXPRESSION", &words, &against.period, &error)),
    };
    let (sources, place) = argument_source("EXPRESSION", &words);
    let is_warning = |note: &&DeadlineNote| !matches!(note, DeadlineNote::UnknownSchoolYear { .. });
    let remarks = answer.deadline.notes.iter().filter(is_warning);
    let remarks = remarks.map(|note| noted(note, place, |range| place.within(range.start, range.end)));
    for doubt in remarks.chain(unannounced(&answer.unannounced, place)) {
        if !session.quiet {
            report_argument(session, &sources, &[&doubt])?;
        }
    }
    print(session, form, None, || report::due(&answer), || DueJson::new(&answer))?;
    Ok(0)
}
