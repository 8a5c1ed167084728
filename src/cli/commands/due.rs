//! `plan due`: what a deadline in words means.

use crate::answer::DueAnswer;
use crate::cli::against::basis;
use crate::cli::answer::{form, print};
use crate::cli::args::DueArgs;
use crate::cli::error::{CliError, Outcome};
use crate::cli::session::Session;
use crate::deadline::{DeadlineError, Period};
use crate::diagnostic::deadline::{DeadlineUse, deadline_diagnostic, place_of};
use crate::diagnostic::render;
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
    print(session, form, || report::due(&answer), || DueJson::new(&answer))?;
    Ok(0)
}

/// Tells what is wrong with the words, at the words that are wrong. A wrong argument: exit status 2.
fn refuse(name: &str, words: &str, error: &DeadlineError, session: &mut Session<'_>) -> Outcome {
    let mut sources = Sources::default();
    let source = sources.add(Source::new(name, words));
    let words = Spanned::new(words, place_of(error, Span::of(source, 0..words.len())));
    let diagnostic = deadline_diagnostic(error, words, DeadlineUse::plan(session.as_of.day.year()));
    let report = render::DiagnosticReport { sources: &sources, diagnostics: &[&diagnostic], plans: 0 };
    render::render(
        &report,
        render::DiagnosticFormat::Human,
        session.lang,
        session.style,
        crate::check::RULES,
        session.err,
    )?;
    Err(CliError::reported().into())
}
