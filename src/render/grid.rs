//! The columns of a table on a medium, and the words of its cells, for all renderers.

use std::borrow::Cow;

use crate::document::{Cell, Column, FilePlace, Medium, Table, TableRow, Tone};
use crate::language::{Lang, group_digits, show_number};
use crate::sanitize::visible;

/// The sign for a figure that does not exist.
pub(super) const NONE: &str = "–";

/// The separator of the texts of a list on one line.
pub(super) const BETWEEN: &str = "; ";

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

    /// Returns true if another grid of the same table has the same columns.
    pub(super) fn shows_what(&self, other: &Self) -> bool {
        self.shown == other.shown
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

/// The words of a cell, control characters visible; only line breaks of the plan are left in them.
///
/// A bar has no words.
pub(super) fn words(cell: &Cell, lang: Lang) -> Cow<'_, str> {
    let words = match cell {
        Cell::Empty | Cell::Bar(_) => return Cow::Borrowed(""),
        Cell::Text(text) => return lines(text),
        Cell::Message(text) => return lines(text.get(lang)),
        Cell::List(texts) => texts.iter().map(|text| lines(text)).collect::<Vec<_>>().join(BETWEEN),
        Cell::Date(day) => day.show(lang),
        Cell::Count(count) => group_digits(&count.to_string(), lang),
        Cell::Days(days) => group_digits(&days.to_string(), lang),
        Cell::Number(number, unit) => {
            let number = show_number(*number, lang);
            let space = if unit.is_empty() || unit.starts_with('%') { "" } else { " " };
            format!("{number}{space}{}", lines(unit))
        }
        Cell::Percent(None) | Cell::Share(None) => return Cow::Borrowed(NONE),
        Cell::Percent(Some(share)) => format!("{}%", group_digits(&format!("{share:.1}"), lang)),
        Cell::Share(Some(share)) => group_digits(&format!("{share:.1}"), lang),
        Cell::Status(status) => return visible(status.word.get(lang)),
    };
    Cow::Owned(words)
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

/// The text with its line breaks and without any other control character.
pub(super) fn lines(text: &str) -> Cow<'_, str> {
    let text = text.trim_end_matches(['\n', '\r']);
    if !text.contains('\n') {
        return visible(text);
    }
    let line = |line| visible(str::strip_suffix(line, '\r').unwrap_or(line));
    Cow::Owned(text.split('\n').map(line).collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Message;

    #[test]
    fn numbers_are_written_as_their_readers_write_them() {
        for (number, vi, en) in [
            (0.0, "0", "0"),
            (-5.25, "-5,25", "-5.25"),
            (2024.0, "2024", "2024"),
            (12345.0, "12.345", "12,345"),
            (-123_456.5, "-123.456,5", "-123,456.5"),
            (1_234_567.0, "1.234.567", "1,234,567"),
        ] {
            let cell = Cell::Number(number, String::new());
            assert_eq!((&*words(&cell, Lang::Vi), &*words(&cell, Lang::En)), (vi, en));
        }
        assert_eq!(words(&Cell::Number(65.5, "%".into()), Lang::Vi), "65,5%");
        assert_eq!(words(&Cell::Number(11.0, "trường".into()), Lang::Vi), "11 trường");
        assert_eq!(words(&Cell::Percent(Some(44.4)), Lang::Vi), "44,4%");
        assert_eq!(words(&Cell::Percent(None), Lang::En), "–");
        assert_eq!(words(&Cell::Number(f64::NAN, String::new()), Lang::Vi), "NaN");
    }

    #[test]
    fn only_line_breaks_are_left_in_words() {
        assert_eq!(words(&Cell::text("a\r\nb\tc\u{1b}[m\rd\n\n"), Lang::Vi), "a\nb␉c␛[m␍d");
    }

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
