//! The widths that the columns of a table need, measured on its words.

use std::cell::OnceCell;

use crate::document::{Align, Cell, Table, TableRow};
use crate::language::Lang;
use crate::render::grid::{Grid, words};
use crate::sanitize::visible;

use super::fit::{Holds, Need};
use super::wrap::{narrowest, widest_word, width};

/// The columns of a bar.
pub(super) const BAR: usize = 10;

/// The widths that the columns of a table need. Each column is measured once, however many ways to lay the table out
/// are tried.
pub(super) struct Measures<'a> {
    table: &'a Table,
    lang: Lang,
    columns: Vec<OnceCell<Need>>,
    /// The width of the widest mark of a group, as far as it counts.
    mark: OnceCell<usize>,
}

impl<'a> Measures<'a> {
    /// The widths of a table in a language, none measured yet.
    pub(super) fn new(table: &'a Table, lang: Lang) -> Self {
        Self { table, lang, columns: vec![OnceCell::new(); table.columns.len()], mark: OnceCell::new() }
    }

    /// The table that is measured.
    pub(super) fn table(&self) -> &'a Table {
        self.table
    }

    /// Returns the widths that the columns of a grid of the table need.
    pub(super) fn of(&self, grid: &Grid<'_>) -> Vec<Need> {
        let need = |at: &usize| *self.columns[*at].get_or_init(|| self.column(*at));
        let mut needs: Vec<Need> = grid.shown().iter().map(need).collect();
        // The marks of groups stand in the first column.
        if let Some(first) = needs.first_mut() {
            first.cells = first.cells.max(*self.mark.get_or_init(|| self.widest_mark()));
        }
        needs
    }

    fn widest_mark(&self) -> usize {
        let mark = |row: &TableRow| match row {
            TableRow::Group { mark, .. } => width(&visible(mark)).min(6),
            TableRow::Body(_) | TableRow::Total(_) => 0,
        };
        self.table.rows.iter().map(mark).max().unwrap_or(0)
    }

    fn column(&self, at: usize) -> Need {
        let column = &self.table.columns[at];
        let header = visible(column.header.get(self.lang));
        let mut need = Need {
            holds: match column.align {
                _ if column.wraps => Holds::Title,
                Align::Left => Holds::Words,
                Align::Center | Align::Right => Holds::Figures,
            },
            cells: 0,
            cells_word: 0,
            header: width(&header),
            folded: narrowest(&header, 2),
            word: widest_word(&header),
        };
        let mut has_words = false;
        for cell in self.table.rows.iter().filter_map(|row| row.cells().get(at)) {
            let text = words(cell, self.lang);
            let widest = match cell {
                Cell::Bar(_) => BAR,
                _ => text.split('\n').map(width).max().unwrap_or(0),
            };
            need.cells = need.cells.max(widest);
            // No word is wider than its line.
            if widest > need.cells_word {
                need.cells_word = need.cells_word.max(widest_word(&text));
            }
            has_words |= matches!(cell, Cell::Text(_) | Cell::Message(_) | Cell::List(_) | Cell::Status(_));
        }
        // A column of words without any words to wrap (days, statuses of one word) does not give way.
        need.holds = match need.holds {
            Holds::Words if !has_words => Holds::Figures,
            Holds::Figures if has_words => Holds::Words,
            holds => holds,
        };
        need
    }
}

/// Returns true if a column of words is wide enough for wrapping to save room.
pub(super) fn is_patient(needs: &[Need]) -> bool {
    needs.iter().any(|need| need.holds == Holds::Words && need.cells > 20)
}

/// Returns true if nearly all columns beside the title are figures, and the title is short enough to be wrapped
/// beside them.
pub(super) fn is_of_figures(needs: &[Need]) -> bool {
    let figures = needs.iter().filter(|need| need.holds == Holds::Figures).count();
    let is_short = |need: &Need| need.holds != Holds::Title || need.cells <= 45;
    figures > 5 && figures + 2 >= needs.len() && needs.iter().all(is_short)
}
