//! The code quality report of GitLab: a list of findings, each known by its fingerprint.

use std::cell::RefCell;
use std::io::{self, Write};

use serde::Serialize;

use crate::diagnostic::Severity;
use crate::language::Lang;

use super::fingerprint::Fingerprints;
use super::machine::LazyList;
use super::places::SpanResolver;
use super::report::DiagnosticReport;
use crate::json_writer::write_json;

/// Prints the list.
pub(super) fn render(report: &DiagnosticReport<'_>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let places = SpanResolver::new(report.sources);
    let fingerprints = RefCell::new(Fingerprints::default());
    let findings = LazyList::new(report.diagnostics, |diagnostic| {
        let place = places.of(diagnostic.span);
        Finding {
            description: diagnostic.message.get(lang),
            check_name: diagnostic.rule.name,
            fingerprint: fingerprints.borrow_mut().next(&places, diagnostic),
            severity: match diagnostic.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
            },
            location: GitlabLocation {
                path: places.source(diagnostic.span).full_path(),
                lines: Lines { begin: place.start.line, end: place.end.line },
            },
        }
    });
    write_json(&findings, out)
}

#[derive(Serialize)]
struct Finding<'a> {
    description: &'a str,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: GitlabLocation,
}

#[derive(Serialize)]
struct GitlabLocation {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}
