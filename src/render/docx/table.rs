//! Tables: fixed widths that add up to the width of the text, head rows that repeat, rows that do not break.

use std::fmt::Write;

use unicode_width::UnicodeWidthChar;

use super::xml::{Paragraph, Run};
use crate::document::{Align, Column, Medium, Table};
use crate::language::Lang;
use crate::render::grid::{Grid, GridRow, words};
use crate::sanitize::visible;

/// The space on either side of a cell's text, in twentieths of a point.
const CELL_MARGIN: u32 = 57;

/// The sizes of text in a table, in half points, by the number of columns that still take it.
const SIZES: [(usize, u32); 3] = [(8, 24), (11, 22), (usize::MAX, 20)];

/// Appends a table with its caption.
pub(super) fn push(table: &Table, width: u32, lang: Lang, out: &mut String) {
    if let Some(caption) = &table.caption {
        Paragraph::heading().push(out, &[Run::bold(&visible(caption.get(lang)))]);
    }
    let grid = Grid::new(table, Medium::Page);
    let columns: Vec<&Column> = grid.columns().collect();
    if columns.is_empty() {
        return;
    }
    let size = SIZES.iter().find(|(most, _)| columns.len() <= *most).map_or(20, |(_, size)| *size);
    let widths = column_widths(&grid, size, width, lang);
    open(&widths, out);
    let heads: Vec<String> =
        columns.iter().map(|column| visible(column.header.get(lang)).into_owned()).collect();
    out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (head, width) in heads.iter().zip(&widths) {
        cell(*width, 1, "center", &Run::bold(head).sized(size), out);
    }
    out.push_str("</w:tr>");
    for row in grid.rows(lang) {
        let (cells, is_total) = match row {
            GridRow::Group(mark, title) if mark.is_empty() && title.is_empty() => continue,
            GridRow::Group(mark, title) => {
                group(&mark, &title, &widths, size, out);
                continue;
            }
            GridRow::Body(cells) => (cells, false),
            GridRow::Total(cells) => (cells, true),
        };
        out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for ((value, column), width) in cells.iter().zip(&columns).zip(&widths) {
            let words = words(value, lang);
            let run = if is_total { Run::bold(&words) } else { Run::plain(&words) };
            cell(*width, 1, align(column.align), &run.sized(size), out);
        }
        out.push_str("</w:tr>");
    }
    close(out);
}

/// Appends names and values.
pub(super) fn push_facts(rows: &[[String; 2]], width: u32, out: &mut String) {
    if rows.is_empty() {
        return;
    }
    let size = 26;
    let label = rows.iter().map(|[label, _]| text_width(label, size)).max().unwrap_or(0) + 2 * CELL_MARGIN;
    let label = label.min(width / 3);
    let widths = [label, width - label];
    open(&widths, out);
    for [label, value] in rows {
        out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        cell(widths[0], 1, "left", &Run::bold(label).sized(size), out);
        cell(widths[1], 1, "left", &Run::plain(value).sized(size), out);
        out.push_str("</w:tr>");
    }
    close(out);
}

/// Appends the title of a group of rows: its mark below the first head, its title across the others.
fn group(mark: &str, title: &str, widths: &[u32], size: u32, out: &mut String) {
    out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
    match widths {
        [first, others @ ..] if !mark.is_empty() && !others.is_empty() => {
            cell(*first, 1, "center", &Run::bold(mark).sized(size), out);
            cell(others.iter().sum(), others.len(), "left", &Run::bold(title).sized(size), out);
        }
        _ => {
            let text = format!("{mark} {title}");
            cell(widths.iter().sum(), widths.len(), "left", &Run::bold(text.trim()).sized(size), out);
        }
    }
    out.push_str("</w:tr>");
}

fn open(widths: &[u32], out: &mut String) {
    let sum: u32 = widths.iter().sum();
    let _ = write!(
        out,
        "<w:tbl><w:tblPr><w:tblW w:w=\"{sum}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>"
    );
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ = write!(out, "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
    }
    let _ = write!(
        out,
        "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"{CELL_MARGIN}\" w:type=\"dxa\"/>\
         <w:right w:w=\"{CELL_MARGIN}\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
    );
    for width in widths {
        let _ = write!(out, "<w:gridCol w:w=\"{width}\"/>");
    }
    out.push_str("</w:tblGrid>");
}

/// Ends a table. Word joins two tables that have no paragraph between them.
fn close(out: &mut String) {
    out.push_str("</w:tbl>");
    gap(out);
}

/// Appends a space of 6 pt.
pub(super) fn gap(out: &mut String) {
    out.push_str("<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>");
}

fn cell(width: u32, span: usize, align: &'static str, run: &Run, out: &mut String) {
    let _ = write!(out, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
    if span > 1 {
        let _ = write!(out, "<w:gridSpan w:val=\"{span}\"/>");
    }
    out.push_str("<w:vAlign w:val=\"center\"/></w:tcPr>");
    Paragraph::cell(align).push(out, std::slice::from_ref(run));
    out.push_str("</w:tc>");
}

const fn align(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
    }
}

/// The needs of a column for width, in twentieths of a point.
#[derive(Debug, Clone, Copy)]
struct ColumnNeed {
    /// The width of its longest word, below which words break.
    least: u32,
    /// The width of its longest line, beyond which nothing is gained.
    most: u32,
    /// Its share where several columns have more text than there is room for.
    weight: u32,
}

/// The widths of the columns, which add up to the given width.
fn column_widths(grid: &Grid<'_>, size: u32, width: u32, lang: Lang) -> Vec<u32> {
    let longest =
        |words: &str| words.split([' ', '\n']).map(|word| text_width(word, size)).max().unwrap_or(0);
    let mut needs: Vec<ColumnNeed> = grid
        .columns()
        .map(|column| {
            // The head is bold.
            let least = longest(&visible(column.header.get(lang))) * 11 / 10;
            ColumnNeed { least, most: least, weight: if column.wraps { 3 } else { 1 } }
        })
        .collect();
    for row in grid.rows(lang) {
        let (cells, is_bold) = match row {
            GridRow::Body(cells) => (cells, false),
            GridRow::Total(cells) => (cells, true),
            GridRow::Group(mark, _) => {
                if let Some(first) = needs.first_mut() {
                    first.least = first.least.max(longest(&mark).min(width / 8) * 11 / 10);
                    first.most = first.most.max(first.least);
                }
                continue;
            }
        };
        for (need, value) in needs.iter_mut().zip(cells) {
            let words = words(value, lang);
            let line = words.split('\n').map(|line| text_width(line, size)).max().unwrap_or(0);
            let factor = if is_bold { 11 } else { 10 };
            need.least = need.least.max((longest(&words) * factor / 10).min(width / 5));
            need.most = need.most.max(line * factor / 10);
        }
    }
    for need in &mut needs {
        need.least += 2 * CELL_MARGIN;
        need.most = need.most.max(need.least) + 2 * CELL_MARGIN;
    }
    share(&needs, width)
}

/// Divides a width among columns: each gets what its text needs as long as that is below a common level, at which all
/// the room is taken.
fn share(needs: &[ColumnNeed], width: u32) -> Vec<u32> {
    let least: u32 = needs.iter().map(|need| need.least).sum();
    if least >= width {
        let scaled = |need: &ColumnNeed| u64::from(need.least) * u64::from(width) / u64::from(least.max(1));
        return filled(needs.iter().map(|need| u32::try_from(scaled(need)).unwrap_or(0)).collect(), width);
    }
    let at_level = |level: u32| {
        needs.iter().map(move |need| need.most.min(level * need.weight).max(need.least)).collect::<Vec<_>>()
    };
    let (mut low, mut high) = (0, width);
    while low + 1 < high {
        let middle = low.midpoint(high);
        if at_level(middle).iter().sum::<u32>() <= width { low = middle } else { high = middle }
    }
    filled(at_level(low), width)
}

/// The widths, the widest of them taking what is left.
fn filled(mut widths: Vec<u32>, width: u32) -> Vec<u32> {
    let rest = width.saturating_sub(widths.iter().sum());
    if let Some(widest) = widths.iter_mut().max() {
        *widest += rest;
    }
    widths
}

/// The approximate width of a text in Times New Roman, in twentieths of a point.
pub(super) fn text_width(text: &str, size: u32) -> u32 {
    // Thousandths of an em.
    let ems: u32 =
        text.chars()
            .map(|c| match c {
                'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | ':' | ';' | '/' | '-' | '(' | ')'
                | ' ' => 340,
                'm' | 'w' | 'M' | 'W' | '%' => 880,
                '0'..='9' => 500,
                _ if c.is_uppercase() => 720,
                _ => u32::try_from(c.width().unwrap_or(0)).unwrap_or(0) * 500,
            })
            .fold(0, u32::saturating_add);
    ems.saturating_mul(size) / 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_add_up_and_short_columns_stay_whole() {
        let need = |least, most, weight| ColumnNeed { least, most, weight };
        let needs = [need(500, 500, 1), need(800, 9000, 3), need(700, 2500, 1), need(700, 1200, 1)];
        for (needs, width) in [(&needs[..], 9071), (&needs[..1], 9071), (&[need(4000, 9000, 1); 4][..], 9071)]
        {
            assert_eq!(share(needs, width).iter().sum::<u32>(), width, "{needs:?}");
        }
        let widths = share(&needs, 9071);
        assert_eq!((widths[0], widths[3]), (500, 1200), "{widths:?}");
        assert!(widths[1] > widths[2], "{widths:?}");
    }

    #[test]
    fn capitals_are_wider_than_small_letters() {
        assert!(text_width("TT", 24) > text_width("tt", 24));
        assert_eq!(text_width("0000", 24), 480);
    }
}
