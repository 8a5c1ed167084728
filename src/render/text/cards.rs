//! Tables where there is no room for columns.

use crate::render::grid::{Grid, Line, Reader, tone, words};
use crate::report::Table;
use crate::sanitize::visible;

use super::wrap::wrap;
use super::{Named, Page};

/// Prints each row as names and values.
pub(super) fn cards(page: &mut Page, table: &Table) {
    let grid = Grid::new(table, Reader::Plain);
    let lang = page.lang;
    for (at, line) in grid.lines(lang).enumerate() {
        if at > 0 {
            page.line("");
        }
        match line {
            Line::Group(mark, title) => {
                for line in wrap(format!("{mark} {title}").trim(), page.columns) {
                    let line = page.paint.bold(&line);
                    page.line(&line);
                }
            }
            Line::Body(cells) | Line::Total(cells) => {
                let named: Vec<Named<'_>> = grid
                    .columns()
                    .zip(cells)
                    .map(|(column, cell)| Named {
                        name: visible(column.header.get(lang)).into_owned(),
                        text: words(cell, lang).into_owned(),
                        tone: tone(cell, column.tone),
                        place: None,
                    })
                    .filter(|named| !named.text.is_empty())
                    .collect();
                page.named(&named);
            }
        }
    }
}
