//! One line for each diagnostic, as compilers print them and editors read them.

use std::io::{self, Write};

use crate::language::Lang;
use crate::sanitize::{cut, visible};

use super::paint::DiagnosticPaint;
use super::places::SpanResolver;
use super::report::{DiagnosticReport, TerminalStyle};
use super::shown::{SENTENCE, SHOWN, rest};

/// Prints the first diagnostics and the number of the others.
pub(super) fn render(
    report: &DiagnosticReport<'_>,
    lang: Lang,
    style: TerminalStyle,
    out: &mut dyn Write,
) -> io::Result<()> {
    let places = SpanResolver::new(report.sources);
    for diagnostic in report.diagnostics.iter().take(SHOWN) {
        let place = places.of(diagnostic.span);
        let paint = DiagnosticPaint::of(diagnostic.severity, style);
        writeln!(
            out,
            "{}:{}:{}: {}{}{:#}: {}",
            visible(place.path),
            place.start.line,
            place.start.column,
            paint.level,
            diagnostic.rule.name,
            paint.level,
            cut(diagnostic.message.get(lang), SENTENCE),
        )?;
    }
    match rest(report, lang) {
        Some(rest) => writeln!(out, "{rest}"),
        None => Ok(()),
    }
}
