//! The columns of a table on a medium, and the words of its cells, for all renderers.

use crate::document::{Cell, Column, FilePlace, Medium, Table, TableRow, Tone};
use crate::language::Lang;
use crate::sanitize::visible;

pub(super) use crate::document::{cell_words as words, text_lines as lines};

/// A table as a medium shows it.
#[derive(Debug, Clone)]
pub(super) struct Grid<'a> {
    table: &'a Table,
    /// The columns that are printed, by their numbers.
    shown: Vec<usize>,
}

/// One row, with a cell for each column that is printed.
#[derive(Debug)]
pub(super) enum GridRow<'a> {
    /// An ordinary row.
    Body(Vec<&'a Cell>),
    /// The title of the rows that follow.
    Group(String, String),
    /// A sum.
    Total(Vec<&'a Cell>),
}

impl<'a> Grid<'a> {
    /// The table on a medium.
    pub(super) fn new(table: &'a Table, medium: Medium) -> Self {
        Self::with(table, medium, true, 0)
    }

    /// The table on a medium at a level, with or without the columns that need room.
    pub(super) fn with(table: &'a Table, medium: Medium, is_wide: bool, level: u8) -> Self {
        Self { table, shown: table.shown_with(medium, is_wide, level) }
    }

    /// The numbers of the columns that are printed.
    pub(super) fn shown(&self) -> &[usize] {
        &self.shown
    }

    /// The columns that are printed.
    pub(super) fn columns(&self) -> impl ExactSizeIterator<Item = &'a Column> {
        self.shown.iter().map(|at| &self.table.columns[*at])
    }

    /// The rows.
    pub(super) fn rows(&self, lang: Lang) -> impl Iterator<Item = GridRow<'a>> {
        self.table.rows.iter().map(move |row| match row {
            TableRow::Body(cells) => GridRow::Body(self.pick(cells)),
            TableRow::Total(cells) => GridRow::Total(self.pick(cells)),
            TableRow::Group { mark, title } => {
                GridRow::Group(visible(mark).into_owned(), visible(title.get(lang)).into_owned())
            }
        })
    }

    /// The number of the column that a group's title stands in where nothing can span: the title's, else the
    /// second.
    pub(super) fn title_column(&self) -> usize {
        self.columns().position(|column| column.wraps).unwrap_or(1).min(self.shown.len().saturating_sub(1))
    }

    fn pick(&self, cells: &'a [Cell]) -> Vec<&'a Cell> {
        self.shown.iter().map(|at| cells.get(*at).unwrap_or(&Cell::Empty)).collect()
    }
}

/// The words of a value that has no header to say its unit.
pub(super) fn fact(cell: &Cell, lang: Lang) -> String {
    match cell {
        Cell::List(texts) => texts.iter().map(|text| lines(text)).collect::<Vec<_>>().join("\n"),
        Cell::Days(days) => {
            let unit = lang.pick("ngày", if days.abs() == 1 { "day" } else { "days" });
            format!("{} {unit}", words(cell, lang))
        }
        _ => words(cell, lang).into_owned(),
    }
}

/// The location in a file as it stands behind a value, with the space before it.
pub(super) fn place_behind(place: Option<&FilePlace>) -> String {
    place.map_or(String::new(), |place| format!(" ({})", visible(&place.to_string())))
}

/// The tone of a cell in a column of that tone.
pub(super) fn tone(cell: &Cell, column: Tone) -> Tone {
    match cell {
        Cell::Status(status) => status.tone,
        Cell::Count(0) | Cell::Days(0) | Cell::Percent(None) | Cell::Share(None) => Tone::Muted,
        _ if cell.is_zero() => Tone::Plain,
        _ => column,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Message;

    #[test]
    fn each_medium_has_its_columns() {
        let zero = |key| Column::figures(Message::fixed("", ""), key).hide_if_all_zero();
        let mut table = Table::new(vec![zero("a"), zero("b"), Column::bars()]);
        table.rows.push(TableRow::Body(vec![Cell::Count(0), Cell::Count(1)]));
        table.rows.push(TableRow::Total(vec![Cell::Percent(None)]));
        let keys = |medium| Grid::new(&table, medium).columns().map(|c| c.key.as_ref()).collect::<Vec<_>>();
        assert_eq!(keys(Medium::Terminal), ["b", ""]);
        assert_eq!(keys(Medium::Page), ["b"]);
        assert_eq!(keys(Medium::Spreadsheet), ["a", "b"]);
    }
}
