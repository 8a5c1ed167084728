//! `plan.diagnostics/1`: within this version keys may be added, never removed or changed.

use std::io::{self, Write};

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Severity};
use crate::language::Lang;

use super::machine::LazyList;
use super::places::SpanResolver;
use super::report::{DiagnosticReport, RunFailure};
use crate::json_writer::write_json;

/// Prints the envelope with all diagnostics.
pub(super) fn render(report: &DiagnosticReport<'_>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let places = SpanResolver::new(report.sources);
    let envelope = Envelope {
        schema: "plan.diagnostics/1",
        files: report.files(),
        plans: report.plans,
        errors: report.count(Severity::Error),
        warnings: report.count(Severity::Warning),
        complete: report.failures.is_empty(),
        failures: report.failures.iter().map(|failure| FailureJson::new(failure, lang)).collect(),
        diagnostics: LazyList::new(report.diagnostics, |diagnostic| {
            DiagnosticJson::new(diagnostic, &places, lang)
        }),
    };
    write_json(&envelope, out)
}

#[derive(Serialize)]
struct Envelope<'a, D> {
    schema: &'static str,
    files: usize,
    plans: usize,
    errors: usize,
    warnings: usize,
    complete: bool,
    failures: Vec<FailureJson<'a>>,
    diagnostics: D,
}

#[derive(Serialize)]
struct FailureJson<'a> {
    file: &'a str,
    message: &'a str,
}

impl<'a> FailureJson<'a> {
    fn new(failure: &'a RunFailure, lang: Lang) -> Self {
        Self { file: &failure.path, message: failure.message.get(lang) }
    }
}

#[derive(Serialize)]
struct DiagnosticJson<'a> {
    rule: &'static str,
    severity: &'static str,
    message: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    byte_start: u32,
    byte_end: u32,
    help: Option<&'a str>,
    related: Vec<RelatedPlace<'a>>,
    fix: Option<FixJson<'a>>,
}

#[derive(Serialize)]
struct RelatedPlace<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
}

#[derive(Serialize)]
struct FixJson<'a> {
    byte_start: u32,
    byte_end: u32,
    text: &'a str,
}

impl<'a> DiagnosticJson<'a> {
    fn new(diagnostic: &'a Diagnostic, places: &SpanResolver<'a>, lang: Lang) -> Self {
        let place = places.of(diagnostic.span);
        Self {
            rule: diagnostic.rule.name,
            severity: match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            message: diagnostic.message.get(lang),
            file: place.path,
            line: place.start.line,
            column: place.start.column,
            end_line: place.end.line,
            end_column: place.end.column,
            byte_start: diagnostic.span.start,
            byte_end: diagnostic.span.end,
            help: diagnostic.help.as_ref().map(|help| help.get(lang)),
            related: diagnostic
                .related
                .iter()
                .map(|related| {
                    let place = places.of(related.span);
                    RelatedPlace {
                        file: place.path,
                        line: place.start.line,
                        column: place.start.column,
                        message: related.message.get(lang),
                    }
                })
                .collect(),
            fix: diagnostic.fix.as_ref().map(|fix| FixJson {
                byte_start: fix.span.start,
                byte_end: fix.span.end,
                text: &fix.text,
            }),
        }
    }
}
