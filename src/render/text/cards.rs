//! Tables where there is no room for columns.

use crate::document::{Medium, Table};
use crate::render::grid::{Grid, GridRow, tone, words};
use crate::sanitize::visible;

use super::page::{NamedText, TextPage};
use super::wrap::wrap;

/// Prints each row as names and values.
pub(super) fn cards(page: &mut TextPage, table: &Table) {
    let grid = Grid::new(table, Medium::Page);
    let lang = page.lang;
    for (at, line) in grid.rows(lang).enumerate() {
        if at > 0 {
            page.line("");
        }
        match line {
            GridRow::Group(mark, title) => {
                for line in wrap(format!("{mark} {title}").trim(), page.columns) {
                    let line = page.paint.bold(&line);
                    page.line(&line);
                }
            }
            GridRow::Body(cells) | GridRow::Total(cells) => {
                let named: Vec<NamedText<'_>> = grid
                    .columns()
                    .zip(cells)
                    .map(|(column, cell)| NamedText {
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
