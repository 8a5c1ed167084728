//! Diagnostics as people read them: the source lines, what is marked in them, and what to do.

use std::io::{self, Write};

use crate::diagnostic::{Diagnostic, Severity};
use crate::language::{Lang, Message};
use crate::sanitize::{cut, visible};
use crate::span::Span;

use super::excerpt::{Excerpt, Mark, digits};
use super::paint::{DiagnosticPaint, help_word};
use super::places::SpanResolver;
use super::report::{DiagnosticReport, TerminalStyle};
use super::shown::{SENTENCE, SHOWN, rest, summary};

/// The columns of a source line where there is no terminal.
const COLUMNS: usize = 120;

/// The least columns of a source line, however narrow the terminal.
const LEAST: usize = 40;

/// The related places of one diagnostic that are drawn.
const RELATED: usize = 20;

/// Prints the first diagnostics, the number of the others, and a summary as the last line.
pub(super) fn render(
    report: &DiagnosticReport<'_>,
    lang: Lang,
    style: TerminalStyle,
    out: &mut dyn Write,
) -> io::Result<()> {
    let places = SpanResolver::new(report.sources);
    for diagnostic in report.diagnostics.iter().take(SHOWN) {
        Drawing { diagnostic, places: &places, lang, style }.draw(out)?;
        writeln!(out)?;
    }
    if let Some(rest) = rest(report, lang) {
        writeln!(out, "{rest}")?;
    }
    if let Some(fixable) = fixable(report, lang) {
        writeln!(out, "{fixable}")?;
    }
    // A faulty argument needs no count of files and plans.
    if report.plans > 0 {
        writeln!(out, "{}", summary(report, lang))?;
    }
    Ok(())
}

struct Drawing<'a> {
    diagnostic: &'a Diagnostic,
    places: &'a SpanResolver<'a>,
    lang: Lang,
    style: TerminalStyle,
}

impl Drawing<'_> {
    fn draw(&self, out: &mut dyn Write) -> io::Result<()> {
        let Self { diagnostic, lang, .. } = *self;
        let DiagnosticPaint { level, frame, sentence, .. } = self.paint();
        let word = match diagnostic.severity {
            Severity::Error => lang.pick("lỗi", "error"),
            Severity::Warning => lang.pick("cảnh báo", "warning"),
        };
        let (name, message) = (diagnostic.rule.name, self.words(&diagnostic.message));
        writeln!(out, "{level}{word}[{name}]{level:#}{sentence}: {message}{sentence:#}")?;

        let excerpts = self.excerpts();
        let gutter =
            excerpts.iter().map(|(_, excerpt)| digits(excerpt.last_line())).max().unwrap_or_default();
        let indent = " ".repeat(gutter);
        for (nth, (span, excerpt)) in excerpts.iter().enumerate() {
            let place = self.places.of(*span);
            if nth == 0 {
                write!(out, "{indent}{frame}-->{frame:#} ")?;
            } else {
                write!(out, "{indent} {frame}|{frame:#}\n{indent} {frame}:::{frame:#} ")?;
            }
            writeln!(out, "{}:{}:{}", visible(place.path), place.start.line, place.start.column)?;
            out.write_all(excerpt.draw(diagnostic.severity, self.paint(), gutter).as_bytes())?;
        }
        let mut note = |line: String| writeln!(out, "{indent} {frame}={frame:#} {line}");
        if let Some(more) = diagnostic.related.len().checked_sub(RELATED + 1) {
            let more = more + 1;
            note(lang.pick(format!("còn {more} chỗ liên quan nữa"), format!("{more} more related places")))?;
        }
        if let Some(help) = &diagnostic.help {
            note(format!("{sentence}{}{sentence:#}: {}", help_word(lang), self.words(help)))?;
        }
        Ok(())
    }

    /// The places of the diagnostic, those that stand together drawn together.
    fn excerpts(&self) -> Vec<(Span, Excerpt<'_>)> {
        let Self { diagnostic, places, .. } = *self;
        let columns = self.style.width.map_or(COLUMNS, |width| width.saturating_sub(8).max(LEAST));
        let mark = |span: Span, label: Option<&Message>, primary| Mark {
            bytes: span.start as usize..span.end as usize,
            primary,
            label: label.map(|label| self.words(label)),
        };
        let primary = mark(diagnostic.span, diagnostic.label.as_ref(), true);
        let first = Excerpt::new(places.source(diagnostic.span), primary, columns);
        let mut excerpts = vec![(diagnostic.span, first)];
        for related in diagnostic.related.iter().take(RELATED) {
            let source = places.source(related.span);
            let mark = mark(related.span, Some(&related.message), false);
            let left =
                excerpts.iter_mut().try_fold(mark, |mark, (_, excerpt)| match excerpt.take(source, mark) {
                    Ok(()) => Err(()),
                    Err(mark) => Ok(mark),
                });
            if let Ok(mark) = left {
                excerpts.push((related.span, Excerpt::new(source, mark, columns)));
            }
        }
        excerpts
    }

    fn words(&self, text: &Message) -> String {
        cut(text.get(self.lang), SENTENCE).into_owned()
    }

    fn paint(&self) -> DiagnosticPaint {
        DiagnosticPaint::of(self.diagnostic.severity, self.style)
    }
}

fn fixable(report: &DiagnosticReport<'_>, lang: Lang) -> Option<String> {
    let fixable = report.fixable();
    (fixable > 0).then(|| {
        lang.pick(
            format!("--fix sửa được {fixable} vấn đề trong số này"),
            format!("--fix can repair {fixable} of these"),
        )
    })
}
