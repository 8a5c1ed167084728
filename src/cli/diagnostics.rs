//! Diagnostics on standard error: on plans that are left out, on a filter, on the words of an argument.

use super::error::CliError;
use super::session::Session;
use crate::check::RULES;
use crate::deadline::{DeadlineError, Period};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::deadline::{DeadlineUse, deadline_diagnostic, place_of};
use crate::diagnostic::render::{DiagnosticFormat, DiagnosticReport, render};
use crate::span::{Source, Sources, Span, Spanned};

/// Prints diagnostics on plans, one line each.
pub(super) fn report(
    session: &mut Session<'_>,
    sources: &Sources,
    diagnostics: &[&Diagnostic],
) -> anyhow::Result<()> {
    print(session, sources, diagnostics, DiagnosticFormat::Short)
}

/// Prints diagnostics on arguments, each with its excerpt.
pub(super) fn report_argument(
    session: &mut Session<'_>,
    sources: &Sources,
    diagnostics: &[&Diagnostic],
) -> anyhow::Result<()> {
    print(session, sources, diagnostics, DiagnosticFormat::Human)
}

/// Prints the diagnostics on arguments, and returns the error that ends the run.
pub(super) fn refuse(
    session: &mut Session<'_>,
    sources: &Sources,
    diagnostics: &[Diagnostic],
) -> anyhow::Error {
    let diagnostics: Vec<&Diagnostic> = diagnostics.iter().collect();
    match report_argument(session, sources, &diagnostics) {
        Ok(()) => CliError::reported().into(),
        Err(error) => error,
    }
}

/// Prints the error of an argument that is a deadline or a period, and returns the error that ends the run.
pub(super) fn refuse_deadline(
    session: &mut Session<'_>,
    argument: &str,
    words: &str,
    period: &Period,
    error: &DeadlineError,
) -> anyhow::Error {
    let (sources, place) = argument_source(argument, words);
    let words = Spanned::new(words, place_of(error, place));
    let usage = DeadlineUse::plan(period);
    let mut diagnostic = deadline_diagnostic(error, words, usage);
    // An argument is in no file that could be repaired.
    diagnostic.fix = None;
    refuse(session, &sources, &[diagnostic])
}

/// Returns the words of an argument as a source of their own, and their place in it.
pub(super) fn argument_source(argument: &str, words: &str) -> (Sources, Span) {
    let mut sources = Sources::default();
    let source = sources.add(Source::new(argument, words));
    (sources, Span::of(source, 0..words.len()))
}

fn print(
    session: &mut Session<'_>,
    sources: &Sources,
    diagnostics: &[&Diagnostic],
    format: DiagnosticFormat,
) -> anyhow::Result<()> {
    render(
        &DiagnosticReport::new(sources, diagnostics, 0),
        format,
        session.lang,
        session.style,
        RULES,
        session.err,
    )?;
    Ok(())
}
