//! Entries into a list of a file, in the style of the list.

use super::entry::NewEntry;
use crate::diagnostic::TextEdit;
use crate::parse::outline::{CommentPlace, EntryStyle, ListOutline, ListStyle, Outline};
use crate::span::SourceId;

/// The edits that put further entries at the end of a list; every other byte stays as it is.
///
/// The entries take the notation and the indentation of the last entry. `text` is the text of the outline.
pub(super) fn insertion(
    text: &str,
    source: SourceId,
    outline: &Outline,
    list: &ListOutline,
    entries: &[NewEntry],
) -> Vec<TextEdit> {
    let line_break = outline.line_break;
    match list.style {
        ListStyle::Block { dash } => {
            let style = match list.entries.last().map(|entry| entry.style) {
                // The keys stand behind the dash, as far in as those of the last entry.
                Some(EntryStyle::Block { column }) => EntryStyle::Block { column: column.max(dash + 2) },
                _ => EntryStyle::Flow,
            };
            let gap = match style {
                EntryStyle::Block { column } => column - dash - 1,
                EntryStyle::Flow => 1,
            };
            let first = if text[..list.end].ends_with('\n') { "" } else { line_break };
            let (indent, gap) = (" ".repeat(dash), " ".repeat(gap));
            let lines = entries.iter().map(|entry| {
                let written = entry.write(style, line_break);
                format!("{indent}-{gap}{written}{line_break}")
            });
            vec![TextEdit::insertion(source, list.end, first.to_owned() + &lines.collect::<String>())]
        }
        ListStyle::Flow { column, has_last_comma } => {
            let written: Vec<String> =
                entries.iter().map(|entry| entry.write(EntryStyle::Flow, line_break)).collect();
            let Some(last) = list.entries.last() else {
                return vec![TextEdit::insertion(source, list.end, written.join(", "))];
            };
            let comma = if has_last_comma { "" } else { "," };
            let Some(column) = column else {
                let written = written.join(", ");
                return vec![TextEdit::insertion(source, list.end, format!("{comma} {written}"))];
            };
            // A comment behind the last entry stays on its line.
            let behind = last.comments.iter().filter(|comment| comment.place == CommentPlace::Behind);
            let at = behind.map(|comment| comment.span.end as usize).fold(list.end, usize::max);
            let begin = format!("{line_break}{}", " ".repeat(column));
            let written = written.join(&format!(",{begin}"));
            let after = if has_last_comma { "," } else { "" };
            vec![
                TextEdit::insertion(source, list.end, comma),
                TextEdit::insertion(source, at, format!("{begin}{written}{after}")),
            ]
        }
    }
}
