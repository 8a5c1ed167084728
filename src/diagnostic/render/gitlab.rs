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
    let places = SpanResolver::in_repository(report);
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
                path: place.path,
                lines: Lines { begin: place.start.line, end: place.end.line },
            },
        }
    });
    // The format has no place for the run itself.
    let failures = report.failures.iter().map(|failure| Finding {
        description: failure.message.get(lang),
        check_name: "plan-validate",
        fingerprint: fingerprints.borrow_mut().next_failure(failure),
        severity: "blocker",
        location: GitlabLocation { path: &failure.path, lines: Lines { begin: 1, end: 1 } },
    });
    let failures = failures.collect();
    write_json(&findings.behind(failures), out)
}

#[derive(Serialize)]
struct Finding<'a> {
    description: &'a str,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: GitlabLocation<'a>,
}

#[derive(Serialize)]
struct GitlabLocation<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}
