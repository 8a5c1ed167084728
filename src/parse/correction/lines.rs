//! The lines of a file that hold its structure: not those inside texts of several lines, nor comments.

use super::line::StructuralLine;

/// A text that goes on over the following lines.
enum OpenText {
    /// Below `|` or `>`, further in than this column.
    Block(usize),
    /// In this quotation mark, in an entry that begins at this column.
    Quoted(char, usize),
}

/// Returns the lines that hold the structure of a text, as far as lines alone can tell.
pub(super) fn structural_lines(text: &str) -> Vec<StructuralLine<'_>> {
    let mut lines: Vec<StructuralLine<'_>> = Vec::new();
    let mut open: Option<OpenText> = None;
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let at = start;
        start += whole.len();
        let words = whole.trim_end_matches(['\n', '\r']);
        let indent = words.chars().take_while(|c| c.is_whitespace()).count();
        let is_blank = words.trim().is_empty();
        match open {
            Some(OpenText::Block(column)) if is_blank || indent > column => continue,
            Some(OpenText::Quoted(mark, column)) if is_blank || indent > column => {
                if words.contains(mark) {
                    open = None;
                }
                continue;
            }
            _ => open = None,
        }
        if words.trim_start().starts_with('#') {
            continue;
        }
        let line = StructuralLine::new(words, at, lines.last());
        if line.opens_block() {
            open = Some(OpenText::Block(line.column()));
        } else if let Some(mark) = line.unclosed_quote() {
            open = Some(OpenText::Quoted(mark, line.column()));
        }
        lines.push(line);
    }
    lines
}
