//! A test report in the XML of JUnit, which the CI servers without annotations of their own read.
//!
//! A file is a test suite and a diagnostic a test case. An error is a failure. A warning is a case that passed with
//! its text as output, since the format knows no warnings. A run without diagnostics is one case that passed; what a
//! run could not do is an error.

use std::io::{self, Write};

use maud::{Markup, html};

use crate::diagnostic::{Diagnostic, Severity, visible};
use crate::language::Lang;

use super::paint::help_word;
use super::places::SpanResolver;
use super::report::DiagnosticReport;

/// Prints the report.
pub(super) fn render(report: &DiagnosticReport<'_>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let places = SpanResolver::in_repository(report);
    let failures = report.count(Severity::Error);
    let errors = report.failures.len();
    let tests = (report.diagnostics.len() + errors).max(1);
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(
        out,
        r#"<testsuites name="plan validate" tests="{tests}" failures="{failures}" errors="{errors}">"#
    )?;
    if report.diagnostics.is_empty() && errors == 0 {
        writeln!(
            out,
            r#"<testsuite name="plan validate" tests="1" failures="0"><testcase name="{}"></testcase></testsuite>"#,
            lang.pick("không có lỗi", "no errors")
        )?;
    }
    // The diagnostics come in the order of the files.
    for of_file in report.diagnostics.chunk_by(|a, b| a.span.source == b.span.source) {
        let path = places.path(of_file[0].span);
        let failures = of_file.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
        let opening = html! { (visible(path)) }.into_string();
        writeln!(out, r#"<testsuite name="{opening}" tests="{}" failures="{failures}">"#, of_file.len())?;
        for diagnostic in of_file {
            writeln!(out, "{}", test_case(diagnostic, path, &places, lang).into_string())?;
        }
        writeln!(out, "</testsuite>")?;
    }
    if errors > 0 {
        writeln!(out, r#"<testsuite name="plan validate" tests="{errors}" failures="0" errors="{errors}">"#)?;
        for failure in report.failures {
            let (path, message) = (visible(&failure.path), visible(failure.message.get(lang)));
            let case = html! { testcase name=(path) { error message=(message) {} } };
            writeln!(out, "{}", case.into_string())?;
        }
        writeln!(out, "</testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}

/// The test case of a diagnostic: named by rule and line, the place repeated in its text.
fn test_case(diagnostic: &Diagnostic, path: &str, places: &SpanResolver<'_>, lang: Lang) -> Markup {
    let start = places.of(diagnostic.span).start;
    let path = visible(path);
    let message = visible(diagnostic.message.get(lang));
    let place = format!("{path}:{}:{}", start.line, start.column);
    let help = diagnostic.help.as_ref().map(|help| visible(help.get(lang)));
    html! {
        testcase name={ (diagnostic.rule.name) ":" (start.line) } classname=(path) file=(path) line=(start.line) {
            @if diagnostic.severity == Severity::Error {
                failure type=(diagnostic.rule.name) message=(message) { (text(&place, &message, help.as_deref(), lang)) }
            } @else {
                system-out { (text(&place, &message, help.as_deref(), lang)) }
            }
        }
    }
}

fn text(place: &str, message: &str, help: Option<&str>, lang: Lang) -> String {
    let help = help.map(|help| format!("\n{}: {help}", help_word(lang))).unwrap_or_default();
    format!("{place}: {message}{help}")
}
