//! Lines of a text: where one begins and ends, and what stands on it before a list or behind it.

use std::ops::Range;

use crate::span::{line_end, line_start};

/// The beginning of the next line; the offset itself if it is one.
pub(super) fn next_line(text: &str, at: usize) -> usize {
    if text[..at].ends_with('\n') { at } else { line_end(text, at) }
}

/// The number of characters on its line before an offset.
pub(super) fn column(text: &str, at: usize) -> usize {
    text[line_start(text, at)..at].chars().count()
}

/// The dash that begins the first line from `at` that is neither blank nor a comment.
pub(super) fn dash(text: &str, mut at: usize) -> Option<usize> {
    while at < text.len() {
        let end = line_end(text, at);
        let line = &text[at..end];
        let rest = line.trim_start_matches(' ');
        if rest.starts_with('-') {
            return Some(at + line.len() - rest.len());
        }
        if !(rest.trim().is_empty() || rest.starts_with('#')) {
            return None;
        }
        at = end;
    }
    None
}

/// The comma between the last entry of a flow list and its bracket, comments aside.
pub(super) fn comma(text: &str, range: Range<usize>) -> Option<usize> {
    let mut at = range.start;
    for line in text[range].split_inclusive('\n') {
        let code = line.split('#').next().unwrap_or_default();
        if let Some(comma) = code.find(',') {
            return Some(at + comma);
        }
        at += line.len();
    }
    None
}

/// The offset behind the lines of comments from `at` that stand deeper than a column.
pub(super) fn behind_deep_comments(text: &str, mut at: usize, column: usize) -> usize {
    loop {
        let end = line_end(text, at);
        let line = &text[at..end];
        let rest = line.trim_start_matches(' ');
        if !rest.starts_with('#') || line.len() - rest.len() <= column {
            return at;
        }
        at = end;
    }
}

/// The offset behind the line of `at` and the blank lines and comments that follow.
pub(super) fn behind_blank_lines(text: &str, at: usize) -> usize {
    let mut at = if at == 0 { 0 } else { next_line(text, at) };
    while at < text.len() {
        let end = line_end(text, at);
        let line = text[at..end].trim().trim_start_matches('\u{feff}');
        if !(line.is_empty() || line.starts_with('#')) {
            break;
        }
        at = end;
    }
    at
}
