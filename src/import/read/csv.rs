//! Files of rows: commas, semicolons or tabs between the cells, quotation marks around them.

use crate::import::block::{SourceBlock, SourceCell, SourceGrid, SourcePlace, SourceText};
use crate::import::clean::clean_lines;

/// Reads a file of rows.
pub(super) fn read_csv(name: &str, text: &str) -> SourceText {
    let separator = separator(text);
    let mut rows = rows(text, separator);
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    for row in &mut rows {
        row.resize_with(width, SourceCell::default);
    }
    let grid = SourceGrid { rows, place: SourcePlace::row(1), ..SourceGrid::default() };
    SourceText { name: name.to_owned(), blocks: vec![SourceBlock::Table(grid)], ..SourceText::default() }
}

/// The sign that stands most often outside of quotation marks in the first lines.
fn separator(text: &str) -> char {
    let mut counts = [(',', 0), (';', 0), ('\t', 0)];
    let mut is_quoted = false;
    for c in text.chars().take(4096) {
        is_quoted ^= c == '"';
        for (sign, count) in &mut counts {
            *count += usize::from(*sign == c && !is_quoted);
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map_or(',', |(sign, _)| sign)
}

fn rows(text: &str, separator: char) -> Vec<Vec<SourceCell>> {
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    let finish = |cell: &mut String| {
        let text = clean_lines(&std::mem::take(cell));
        // The guard of the program's own files against formulas.
        let guarded = text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@']));
        SourceCell { text: guarded.unwrap_or(&text).to_owned(), ..SourceCell::default() }
    };
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => is_quoted = !is_quoted,
            '\n' if !is_quoted => {
                row.push(finish(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c if c == separator && !is_quoted => row.push(finish(&mut cell)),
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(finish(&mut cell));
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_with_their_quotation_marks() {
        let read =
            read_csv("a.csv", "TT;Nội dung;Ghi chú\n1;\"Rà soát; \"\"khoán\"\"\nhai dòng\";'-5\n2;Một\n");
        let SourceBlock::Table(grid) = &read.blocks[0] else { panic!("no table") };
        let words: Vec<Vec<&str>> =
            grid.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect();
        assert_eq!(
            words,
            [
                vec!["TT", "Nội dung", "Ghi chú"],
                vec!["1", "Rà soát; \"khoán\"\nhai dòng", "-5"],
                vec!["2", "Một", ""]
            ]
        );
    }
}
