//! Lines and columns of many places, without counting a long line again for each.

use std::cell::RefCell;
use std::collections::HashMap;

use super::report::{DiagnosticReport, RepositoryPaths};
use crate::span::{Position, Source, SourceId, Sources, Span};

/// The bytes after which the characters of a long line have been counted once and for all.
const STEP: usize = 4096;

/// The sources, with what was counted in them so far.
pub(super) struct SpanResolver<'a> {
    sources: &'a Sources,
    paths: Option<&'a RepositoryPaths>,
    /// For a long line: the characters before each multiple of [`STEP`].
    counted: RefCell<HashMap<(SourceId, usize), Vec<usize>>>,
}

/// A span as people and programs read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ResolvedSpan<'a> {
    /// The path of the file.
    pub(super) path: &'a str,
    /// The first character.
    pub(super) start: Position,
    /// The character after the last.
    pub(super) end: Position,
}

impl<'a> SpanResolver<'a> {
    /// Places in these sources, with paths from the current folder.
    pub(super) fn new(sources: &'a Sources) -> Self {
        Self { sources, paths: None, counted: RefCell::default() }
    }

    /// Places in the sources of a report, with paths from the root of the repository.
    pub(super) fn in_repository(report: &DiagnosticReport<'a>) -> Self {
        Self { paths: report.repository_paths, ..Self::new(report.sources) }
    }

    /// The file of a span.
    pub(super) fn source(&self, span: Span) -> &'a Source {
        self.sources.get(span.source)
    }

    /// The path of the file of a span.
    pub(super) fn path(&self, span: Span) -> &'a str {
        let in_repository = self.paths.and_then(|paths| paths.get(&span.source));
        in_repository.map_or_else(|| self.source(span).shown_path(), String::as_str)
    }

    /// The text of a span.
    pub(super) fn text(&self, span: Span) -> &'a str {
        self.sources.slice(span)
    }

    /// File, lines and columns of a span.
    pub(super) fn of(&self, span: Span) -> ResolvedSpan<'a> {
        ResolvedSpan {
            path: self.path(span),
            start: self.position(span.source, span.start as usize),
            end: self.position(span.source, span.end as usize),
        }
    }

    fn position(&self, id: SourceId, offset: usize) -> Position {
        let source = self.sources.get(id);
        let offset = source.text().floor_char_boundary(offset);
        let line = source.line_at(offset);
        let start = source.line_range(line).start;
        let bytes = source.text().as_bytes();
        let steps = (offset - start) / STEP;
        let before = if steps == 0 {
            0
        } else {
            let mut counted = self.counted.borrow_mut();
            let counted = counted.entry((id, line)).or_insert_with(|| {
                let mut sum = 0;
                let end = source.line_range(line).end;
                let steps = bytes[start..end].chunks(STEP).map(|chunk| {
                    sum += characters(chunk);
                    sum
                });
                std::iter::once(0).chain(steps).collect()
            });
            // An offset between the line's end and the next line can lie past the last step.
            counted.get(steps).copied().unwrap_or_else(|| characters(&bytes[start..start + steps * STEP]))
        };
        Position { line, column: before + characters(&bytes[start + steps * STEP..offset]) + 1 }
    }
}

/// The characters that begin among these bytes.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_counted_as_short_ones_are() {
        let mut sources = Sources::default();
        let text = format!("một\r\n{}\r\nba", "đường漢a\u{301}".repeat(2000));
        let id = sources.add(Source::new("a.yaml", text));
        let places = SpanResolver::new(&sources);
        let source = sources.get(id);
        for offset in (0..source.text().len() + 9).step_by(97).chain([16000, 4, 5, 6]) {
            assert_eq!(places.position(id, offset), source.position(offset), "at {offset}");
        }
    }
}
