//! Source lines with marks under them: the only place that names the crate that draws them.
//!
//! The crate is given no file but the few lines to draw, with what hides in them made visible and long
//! lines already cut, and the marks moved along. It counts a column for each column of the terminal,
//! so marks stand right under composed and decomposed letters and wide characters alike. Lines and
//! columns in the heads above come from the file itself and are not its business.

use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::diagnostic::Severity;
use crate::sanitize::PrintedChar;
use crate::span::Source;

use super::paint::DiagnosticPaint;

/// Lines that are drawn together at most; a mark of more lines is drawn at its first.
const LINES: usize = 50;

/// The columns of a tab, wherever it stands.
const TAB: &str = "    ";

/// Something marked, with a few words.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// Its bytes in the source.
    pub(super) bytes: Range<usize>,
    /// True for the location that the diagnostic is about.
    pub(super) primary: bool,
    /// The words, fit to be printed.
    pub(super) label: Option<String>,
}

/// Marks of one file that are drawn together.
#[derive(Debug)]
pub(super) struct Excerpt<'a> {
    source: &'a Source,
    marks: Vec<Mark>,
    lines: Range<usize>,
    columns: usize,
}

impl<'a> Excerpt<'a> {
    /// An excerpt with one mark, in so many columns.
    pub(super) fn new(source: &'a Source, mut mark: Mark, columns: usize) -> Self {
        mark.bytes = tidy(source, mark.bytes);
        let lines = lines(source, &mark.bytes);
        Self { source, marks: vec![mark], lines, columns }
    }

    /// Takes in another mark if it is near, and if no line has to be cut for it; else gives it back.
    pub(super) fn take(&mut self, source: &Source, mut mark: Mark) -> Result<(), Mark> {
        if !std::ptr::eq(self.source, source) {
            return Err(mark);
        }
        let bytes = tidy(source, mark.bytes.clone());
        let its = lines(source, &bytes);
        let all = self.lines.start.min(its.start)..self.lines.end.max(its.end);
        let fits = |line| self.window(line, 0).len() == source.line_range(line).len();
        if all.len() > LINES || !all.clone().all(fits) {
            return Err(mark);
        }
        mark.bytes = bytes;
        self.marks.push(mark);
        self.lines = all;
        Ok(())
    }

    /// The number of the last line that is drawn.
    pub(super) fn last_line(&self) -> usize {
        self.lines.end - 1
    }

    /// Draws it, the line numbers in `gutter` columns; each line ends with a line break.
    pub(super) fn draw(&self, severity: Severity, paint: DiagnosticPaint, gutter: usize) -> String {
        let (text, lines) = self.text();
        let annotations = self.marks.iter().map(|mark| {
            let kind = if mark.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            let at =
                |offset| lines.iter().rev().find(|line| line.bytes.start <= offset).map(|l| l.at(offset));
            let start = at(mark.bytes.start).unwrap_or(0);
            let end = at(mark.bytes.end).unwrap_or(0).max(start);
            kind.span(start..end).label(mark.label.as_deref())
        });
        let snippet = Snippet::source(&text).line_start(self.lines.start).annotations(annotations);
        let level = match severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        // No width: what is too long was cut already, with its characters measured as they are shown.
        let renderer = if paint.color { Renderer::styled() } else { Renderer::plain() };
        let renderer = renderer
            .term_width(1 << 24)
            .line_num(paint.frame)
            .context(paint.frame)
            .error(paint.level)
            .warning(paint.level);
        let drawn = renderer.render(&[Group::with_level(level).element(snippet)]);
        // The crate makes its gutter as wide as these lines need; others of the diagnostic may need more.
        let indent = " ".repeat(gutter.saturating_sub(digits(self.last_line())));
        let mut lines = String::with_capacity(drawn.len());
        for line in drawn.lines() {
            let _ = writeln!(lines, "{indent}{}", line.trim_end());
        }
        lines
    }

    /// The lines as they are shown, and where in that text each of them is.
    fn text(&self) -> (String, Vec<ExcerptLine<'a>>) {
        let mut text = String::new();
        let mut lines = Vec::with_capacity(self.lines.len());
        for number in self.lines.clone() {
            let bytes = self.source.line_range(number);
            // A mark can stand at the very end, where the line break is.
            let here = bytes.start..=bytes.end;
            let first = self.marks.iter().map(|mark| mark.bytes.start).filter(|at| here.contains(at)).min();
            let window = self.window(number, first.map_or(0, |at| at - bytes.start));
            let line = &self.source.text()[bytes.clone()];
            if !text.is_empty() {
                text.push('\n');
            }
            if window.start > 0 {
                text.push('…');
            }
            let start = text.len();
            show(&line[window.clone()], &mut text);
            lines.push(ExcerptLine {
                bytes: bytes.start + window.start..bytes.start + window.end,
                shown: start,
                text: &line[window.clone()],
            });
            if window.end < line.len() {
                text.push('…');
            }
            // The crate knows no empty line at the end of a text.
            if text.is_empty() || text.ends_with('\n') {
                text.push(' ');
            }
        }
        (text, lines)
    }

    /// The bytes of a line that are shown, so that the byte `at` is among them.
    fn window(&self, line: usize, at: usize) -> Range<usize> {
        let line = &self.source.text()[self.source.line_range(line)];
        let whole = forward(line, 0, self.columns);
        if whole == line.len() {
            return 0..whole;
        }
        let start = backward(line, at, self.columns / 3);
        start..forward(line, start, self.columns)
    }
}

/// One line as it is shown.
struct ExcerptLine<'a> {
    /// The bytes of the source that are shown.
    bytes: Range<usize>,
    /// Their offset in the drawn text.
    shown: usize,
    /// They themselves.
    text: &'a str,
}

impl ExcerptLine<'_> {
    /// Returns the offset in the drawn text of an offset of the source; an edge if it is cut off.
    fn at(&self, offset: usize) -> usize {
        let offset = offset.clamp(self.bytes.start, self.bytes.end) - self.bytes.start;
        let mut before = String::new();
        show(&self.text[..offset], &mut before);
        self.shown + before.len()
    }
}

/// The number of decimal digits of a line number.
pub(super) fn digits(number: usize) -> usize {
    number.checked_ilog10().map_or(1, |log| log as usize + 1)
}

/// The bytes of a span as they can be marked: whole letters, and no line break at the end.
fn tidy(source: &Source, bytes: Range<usize>) -> Range<usize> {
    let text = source.text();
    let start = text.floor_char_boundary(bytes.start);
    let mut end = text.floor_char_boundary(bytes.end).max(start);
    let first = source.line_at(start);
    let mut last = source.line_at(end);
    if last > first && source.line_range(last).start == end {
        last -= 1;
        end = source.line_range(last).end;
    }
    if last - first >= LINES {
        end = source.line_range(first).end;
    }
    let line = source.line_range(first);
    let start = line.start + letter(&text[line.clone()], start.clamp(line.start, line.end) - line.start);
    start..end.max(start)
}

/// The numbers of the lines that tidied bytes touch.
fn lines(source: &Source, bytes: &Range<usize>) -> Range<usize> {
    source.line_at(bytes.start)..source.line_at(bytes.end) + 1
}

/// The beginning of the letter to which the (combining) character at `at` belongs.
fn letter(line: &str, at: usize) -> usize {
    if line[at..].chars().next().is_none_or(|c| width(c) > 0) {
        return at;
    }
    let before = line[..at].char_indices().rev().take(MARKS);
    before.into_iter().find(|(_, c)| width(*c) > 0).map_or(at, |(start, _)| start)
}

/// Combining marks on one letter, after which a line may be cut between them.
const MARKS: usize = 32;

/// The end of what fits into so many columns from `start` on.
fn forward(line: &str, start: usize, columns: usize) -> usize {
    let mut taken = 0;
    let fits = |(nth, (_, c)): &(usize, (usize, char))| {
        taken += width(*c);
        taken <= columns && *nth < columns * 4
    };
    line[start..]
        .char_indices()
        .enumerate()
        .take_while(fits)
        .last()
        .map_or(start, |(_, (at, c))| start + at + c.len_utf8())
}

/// The beginning of what fits into so many columns before `end`.
fn backward(line: &str, end: usize, columns: usize) -> usize {
    let mut taken = 0;
    let fits = |(nth, (_, c)): &(usize, (usize, char))| {
        taken += width(*c);
        taken <= columns && *nth < columns * 4
    };
    let start =
        line[..end].char_indices().rev().enumerate().take_while(fits).last().map_or(end, |(_, (at, _))| at);
    letter(line, start)
}

/// The columns of a character of a source line.
fn width(c: char) -> usize {
    if c == '\t' { TAB.len() } else { PrintedChar::of(c).width() }
}

/// Writes a part of a source line as it is shown.
fn show(text: &str, out: &mut String) {
    for c in text.chars() {
        if c == '\t' {
            out.push_str(TAB);
        } else {
            PrintedChar::of(c).push(out);
        }
    }
}
