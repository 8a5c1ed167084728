//! `plan due`: what a deadline in words means.

use crate::answer::DueAnswer;
use crate::cli::against::basis;
use crate::cli::answer::{form, print};
use crate::cli::args::DueArgs;
use crate::cli::error::{CliError, Outcome};
use crate::cli::session::Session;
use crate::deadline::{DeadlineError, DeadlineNote, Period};
use crate::diagnostic::deadline::{DeadlineUse, deadline_diagnostic, noted, place_of, unannounced};
use crate::diagnostic::{Diagnostic, render};
use crate::json::DueJson;
use crate::report;
use crate::span::{Source, Sources, Span, Spanned};

pub(in crate::cli) fn run(args: &DueArgs, session: &mut Session<'_>) -> Outcome {
    let form = form(session)?;
    let words = args.expression.join(" ");
    let mut against = basis(args.plan.as_deref(), session)?;
    if let Some(period) = &args.period {
        match Period::parse(period, &against.calendar) {
            Ok(period) => against.period = period,
            Err(error) => return refuse("--period", period, &error, session),
        }
    }
    let (settings, issued) = (against.settings, against.issued);
    let answer = match DueAnswer::new(&words, &against.period, &against.calendar, settings, issued) {
        Ok(answer) => answer,
        Err(error) => return refuse("EXPRESSION", &words, &error, session),
    };
    let mut sources = Sources::default();
    let place = whole(&mut sources, "EXPRESSION", &words);
    let remarks =
        answer.deadline.notes.iter().filter(|note| matches!(note, DeadlineNote::WrongWeekday { .. }));
    let remarks = remarks.map(|note| noted(note, place, |range| place.within(range.start, range.end)));
    for doubt in remarks.chain(unannounced(&answer.unannounced, place)) {
        if !session.quiet {
            tell(&doubt, &sources, session)?;
        }
    }
    print(session, form, || report::due(&answer), || DueJson::new(&answer))?;
    Ok(0)
}

/// The place of the words of an argument in a source of their own.
fn whole(sources: &mut Sources, name: &str, words: &str) -> Span {
    let source = sources.add(Source::new(name, words));
    Span::of(source, 0..words.len())
}

/// Tells what is wrong with the words, at the words that are wrong. A wrong argument: exit status 2.
fn refuse(name: &str, words: &str, error: &DeadlineError, session: &mut Session<'_>) -> Outcome {
    let mut sources = Sources::default();
    let place = whole(&mut sources, name, words);
    let words = Spanned::new(words, place_of(error, place));
    let mut diagnostic = deadline_diagnostic(error, words, DeadlineUse::plan(session.as_of.day.year()));
    // An argument is in no file that could be repaired.
    diagnostic.fix = None;
    tell(&diagnostic, &sources, session)?;
    Err(CliError::reported().into())
}

/// Prints a diagnostic about an argument to stderr.
fn tell(diagnostic: &Diagnostic, sources: &Sources, session: &mut Session<'_>) -> anyhow::Result<()> {
    let report = render::DiagnosticReport { sources, diagnostics: &[diagnostic], plans: 0 };
    render::render(
        &report,
        render::DiagnosticFormat::Human,
        session.lang,
        session.style,
        crate::check::RULES,
        session.err,
    )?;
    Ok(())
}
