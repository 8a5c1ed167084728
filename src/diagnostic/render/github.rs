//! Workflow commands that become annotations on GitHub.
//!
//! A line of standard output that begins with `::` is a command there. One diagnostic is one line,
//! whatever stands in the plan: what could end the line or a property is written by its number.

use std::io::{self, Write};

use crate::diagnostic::{Severity, visible};
use crate::language::Lang;

use super::paint::help_word;
use super::places::SpanResolver;
use super::report::DiagnosticReport;
use super::shown::summary;

/// Prints one command for each diagnostic and each failure, and their number as the last line.
pub(super) fn render(report: &DiagnosticReport<'_>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let places = SpanResolver::in_repository(report);
    for diagnostic in report.diagnostics {
        let place = places.of(diagnostic.span);
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(out, "::{command} file={},line={}", property(place.path), place.start.line)?;
        // Columns belong to one line there: an annotation of several lines must not have any.
        if place.start.line == place.end.line {
            let (start, end) = (place.start.column, place.end.column);
            write!(out, ",col={start},endLine={},endColumn={end}", place.end.line)?;
        } else {
            write!(out, ",endLine={}", place.end.line)?;
        }
        write!(out, ",title={}::", diagnostic.rule.name)?;
        // Beyond ten annotations of a step, the message in the log is all that people see.
        write!(out, "{}:{}:{}: ", data(place.path), place.start.line, place.start.column)?;
        write!(out, "{}", data(diagnostic.message.get(lang)))?;
        if let Some(help) = &diagnostic.help {
            write!(out, "%0A{}: {}", help_word(lang), data(help.get(lang)))?;
        }
        writeln!(out)?;
    }
    for failure in report.failures {
        writeln!(out, "::error title=plan validate::{}", data(failure.message.get(lang)))?;
    }
    writeln!(out, "{}", summary(report, lang))
}

/// The text of a command: visible, and escaped so that it stays one line.
fn data(text: &str) -> String {
    visible(text).replace('%', "%25")
}

/// The value of a property: a comma would end it, a colon the properties.
fn property(value: &str) -> String {
    data(value).replace(':', "%3A").replace(',', "%2C")
}
