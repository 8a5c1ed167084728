//! CSV for spreadsheets: RFC 4180 with `\n` between records, which Excel and every reader takes as well as `\r\n`.
//!
//! A document becomes one table where it can: tables in a row with the same columns share one header, and
//! the columns that tell them apart stand first. Groups are a column, too, so that rows can be sorted
//! and filtered; totals stay the last rows, since not every total can be summed up from its rows. Names and
//! values become a table of two columns, steps one of three; what is left is separated by an empty line.
//!
//! Under `--lang vi` headers, days and decimals are Vietnamese, as a Vietnamese Excel reads them; under
//! `--lang en` headers and statuses are those of the JSON, days ISO, decimals with a point: for programs.
//! Numbers are never grouped.

use crate::document::{Block, Cell, Column, Document, Medium, Table, TableRow};
use crate::language::{Lang, Message};
use crate::sanitize::visible;

use super::formula::guarded;
use super::grid::{Grid, GridRow, words};
use super::options::CsvOptions;

/// Prints a document.
pub(super) fn render(document: &Document, lang: Lang, options: CsvOptions) -> String {
    let mut sheet = Sheet { lang, options, out: String::new(), header: None };
    if options.is_for_spreadsheet {
        sheet.out.push('\u{feff}');
    }
    let grouped = document.tables().any(has_groups);
    for block in &document.blocks {
        match block {
            Block::Table(table) => sheet.table(table, grouped),
            Block::Timeline(timeline) => {
                let table = timeline.table();
                sheet.table(&table, has_groups(&table));
            }
            Block::Facts(facts) => {
                sheet.open(vec![sheet.name(&NAME, "key"), sheet.name(&VALUE, "value")]);
                for fact in facts {
                    let name = sheet.name(&fact.label, &fact.key);
                    let value = sheet.field(&fact.value);
                    sheet.record([name, value]);
                }
            }
            Block::Steps(steps) => {
                sheet.open(vec![
                    sheet.name(&STEP, "step"),
                    sheet.name(&FILE, "file"),
                    sheet.name(&LINE, "line"),
                ]);
                for step in steps {
                    let text = guarded(&visible(step.text.get(lang)));
                    let place = step.place.as_ref();
                    let file = place.map_or(String::new(), |place| guarded(&visible(&place.file)));
                    let line = place.map_or(String::new(), |place| place.line.to_string());
                    sheet.record([text, file, line]);
                }
            }
            Block::Heading(_)
            | Block::Paragraph(_)
            | Block::Note(_)
            | Block::Legend(_)
            | Block::List(_)
            | Block::Annex(_) => {}
        }
    }
    sheet.out
}

const NAME: Message = Message::fixed("Mục", "key");
const VALUE: Message = Message::fixed("Giá trị", "value");
const STEP: Message = Message::fixed("Bước", "step");
const FILE: Message = Message::fixed("Tệp", "file");
const LINE: Message = Message::fixed("Dòng", "line");
const GROUP: Message = Message::fixed("Nhóm", "group");

/// The output so far.
struct Sheet {
    lang: Lang,
    options: CsvOptions,
    out: String,
    /// The header of the table that is being written.
    header: Option<Vec<String>>,
}

impl Sheet {
    /// Begins a table, unless one with the same header is being written.
    fn open(&mut self, header: Vec<String>) {
        if self.header.as_ref() == Some(&header) {
            return;
        }
        if self.header.is_some() {
            self.out.push('\n');
        }
        self.record(header.iter().map(String::as_str));
        self.header = Some(header);
    }

    fn table(&mut self, table: &Table, grouped: bool) {
        let grid = Grid::new(table, Medium::Spreadsheet);
        let mut header: Vec<String> = table.constants.iter().map(|(column, _)| self.header(column)).collect();
        if grouped {
            header.push(self.name(&GROUP, "group"));
        }
        header.extend(grid.columns().map(|column| self.header(column)));
        self.open(header);
        let constants: Vec<String> = table.constants.iter().map(|(_, cell)| self.field(cell)).collect();
        let mut group = String::new();
        for line in grid.rows(self.lang) {
            let cells = match line {
                GridRow::Group(mark, title) => {
                    group = guarded(format!("{mark} {title}").trim());
                    continue;
                }
                GridRow::Body(cells) => cells,
                GridRow::Total(_) if self.options.is_bare => continue,
                GridRow::Total(cells) => {
                    group.clear();
                    cells
                }
            };
            let fields: Vec<String> = cells.into_iter().map(|cell| self.field(cell)).collect();
            let group = grouped.then(|| group.clone());
            self.record(constants.iter().cloned().chain(group).chain(fields));
        }
    }

    fn header(&self, column: &Column) -> String {
        self.name(&column.header, &column.key)
    }

    /// The name of a column or a value. Keys may be ids of the plan, which are checked before they are printed.
    fn name(&self, text: &Message, key: &str) -> String {
        guarded(&visible(self.lang.pick(text.get(Lang::Vi), key)))
    }

    /// A value: numbers and days as they are, words kept from being taken for formulas.
    fn field(&self, cell: &Cell) -> String {
        let decimal = |number: String| self.lang.pick(number.replace('.', ","), number.clone());
        match cell {
            Cell::Count(count) => count.to_string(),
            Cell::Days(days) => days.to_string(),
            Cell::Number(number, unit) if unit.is_empty() => decimal(number.to_string()),
            Cell::Percent(share) | Cell::Share(share) => {
                share.map_or(String::new(), |share| decimal(format!("{share:.1}")))
            }
            Cell::Date(day) => day.show(self.lang),
            Cell::Status(status) if self.lang == Lang::En => guarded(&visible(&status.key)),
            // A formula of the program's own, whose text has no sign but those of days and numbers.
            Cell::Text(text) if self.keeps_text() && is_reinterpreted(text) => format!("=\"{text}\""),
            _ => guarded(&words(cell, self.lang)),
        }
    }

    /// Returns true if ids are kept from being taken for days and numbers.
    fn keeps_text(&self) -> bool {
        self.options.is_for_spreadsheet && !self.options.is_bare
    }

    fn record(&mut self, fields: impl IntoIterator<Item = impl AsRef<str>>) {
        for (at, field) in fields.into_iter().enumerate() {
            if at > 0 {
                self.out.push(self.options.separator);
            }
            let field = field.as_ref();
            if field.contains([',', '"', '\n', '\r', ';', '\t', self.options.separator]) {
                self.out.push('"');
                self.out.push_str(&field.replace('"', "\"\""));
                self.out.push('"');
            } else {
                self.out.push_str(field);
            }
        }
        self.out.push('\n');
    }
}

/// Returns true if the table has groups of rows.
fn has_groups(table: &Table) -> bool {
    table.rows.iter().any(|row| matches!(row, TableRow::Group { .. }))
}

/// Returns true for a text that a spreadsheet takes for a day or a number: `1.10`, `2026-06`, `3-4`, `007`, `1E5`, `MAR-1`.
fn is_reinterpreted(text: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let text = text.to_lowercase();
    if text.len() > 20 || !text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let is_sign = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '/' | ':' | ' ');
    let bare =
        MONTHS.iter().find_map(|month| text.split_once(month)).map(|(one, other)| format!("{one}{other}"));
    let bare = bare.as_deref().or_else(|| text.split_once('e').map(|_| &*text)).unwrap_or(&text);
    bare.chars().all(|c| is_sign(c) || (c == 'e' && text.matches('e').count() == 1))
        && bare.starts_with(|c: char| c.is_ascii_digit() || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_look_like_days_or_numbers_are_known() {
        for text in ["1.10", "2026-06", "1-2", "1/2", "007", "1e5", "2E3", "MAR-1", "1-mar", "12:30", "15"] {
            assert!(is_reinterpreted(text), "{text}");
        }
        for text in
            ["PL2-07", "2026-Q1", "II.1", "2026-H1", "a.1", "", "-", "=1", "1\"2", "x1", "Đợt 2", "be1e"]
        {
            assert!(!is_reinterpreted(text), "{text}");
        }
    }
}
