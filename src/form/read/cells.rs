//! The values of the cells of a workbook.

use std::collections::{BTreeMap, HashMap};
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, Xlsx};

use super::fault::BookFault;
use super::package::vet;
use super::properties::properties;
use super::shown_day::ShownDay;

/// The maximum number of sheets.
const SHEETS: usize = 200;

/// A workbook as it came back.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FilledBook {
    /// The properties of its own, each as text.
    pub properties: BTreeMap<String, String>,
    /// The sheets in their order, hidden ones among them.
    pub sheets: Vec<FilledSheet>,
}

/// A sheet as it came back.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FilledSheet {
    /// The name.
    pub name: String,
    /// The cells that are not empty, in the order of rows and columns.
    pub cells: Vec<FilledCell>,
    /// The place behind which nothing can be read, if there is one: a row and a column from 0.
    pub broken_after: Option<(u32, u32)>,
}

/// A cell that is not empty.
#[derive(Debug, Clone, PartialEq)]
pub struct FilledCell {
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
    /// The value.
    pub value: FilledValue,
}

/// The value of a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum FilledValue {
    /// Words.
    Text(String),
    /// A number, which may stand for a day or a percentage.
    Number(f64, NumberUse),
    /// True or false.
    Bool(bool),
    /// An error of a formula.
    Error(String),
    /// A formula that no program has computed.
    Uncomputed,
}

/// The meaning of a number by the format of its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberUse {
    /// A number.
    Plain,
    /// A percentage: 0.8 is shown as 80%.
    Percent,
    /// The days since 30/12/1899, of which the cell shows some parts.
    Day(ShownDay),
}

/// Reads a workbook.
///
/// # Errors
/// [`BookFault`] if the bytes are no workbook, or exceed the limits.
pub fn read_workbook(bytes: &[u8]) -> Result<FilledBook, BookFault> {
    let package = vet(bytes)?;
    let own = package.properties.map(|part| properties(&part)).transpose()?.unwrap_or_default();
    let mut book: Xlsx<Cursor<Vec<u8>>> =
        Xlsx::new(Cursor::new(package.archive)).map_err(|_| BookFault::Broken)?;
    let is_of_1904 = book.has_1904_epoch();
    let names = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = names.take(SHEETS).map(|sheet| sheet.name.clone()).collect();
    let sheets = names.into_iter().map(|name| sheet(&mut book, name, is_of_1904));
    Ok(FilledBook { properties: own, sheets: sheets.collect() })
}

fn sheet(book: &mut Xlsx<Cursor<Vec<u8>>>, name: String, is_of_1904: bool) -> FilledSheet {
    let uses = number_uses(book, &name);
    let mut filled = FilledSheet { name, ..FilledSheet::default() };
    let mut last = (0, 0);
    let Ok(mut cells) = book.worksheet_cells_reader(&filled.name) else {
        filled.broken_after = Some(last);
        return filled;
    };
    loop {
        match cells.next_cell_with_formula_metadata() {
            Ok(Some(cell)) => {
                last = cell.pos;
                let number_use = uses.get(&cell.pos).copied().unwrap_or(NumberUse::Plain);
                let value = value(cell.value, cell.formula.is_some(), number_use, is_of_1904);
                let (row, column) = cell.pos;
                filled.cells.extend(value.map(|value| FilledCell { row, column, value }));
            }
            Ok(None) => break,
            Err(_) => {
                filled.broken_after = Some(last);
                break;
            }
        }
    }
    // Rows may stand in any order in a file.
    filled.cells.sort_by_key(|cell| (cell.row, cell.column));
    filled
}

/// The cells whose format says more of a number than the number.
fn number_uses(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> HashMap<(u32, u32), NumberUse> {
    let Ok(mut cells) = book.worksheet_cells_reader(name) else { return HashMap::new() };
    let number_use = |style: &calamine::Style| {
        let code = style.number_format.as_ref().map_or("", |format| format.format_code.as_str());
        if code.contains('%') {
            return NumberUse::Percent;
        }
        ShownDay::of_format(code).map_or(NumberUse::Plain, NumberUse::Day)
    };
    let uses: Vec<NumberUse> = cells.styles().iter().map(number_use).collect();
    let mut found = HashMap::new();
    while let Ok(Some((row, column, style))) = cells.next_style_id() {
        if let Some(known) = uses.get(style).filter(|known| **known != NumberUse::Plain) {
            found.insert((row, column), *known);
        }
    }
    found
}

fn value(data: DataRef<'_>, has_formula: bool, shown: NumberUse, is_of_1904: bool) -> Option<FilledValue> {
    /// The days between the two beginnings of counting.
    const FOUR_YEARS: f64 = 1462.0;
    let number_use = if shown == NumberUse::Percent { shown } else { NumberUse::Plain };
    let text = |text: &str| (!text.trim().is_empty()).then(|| FilledValue::Text(text.to_owned()));
    match data {
        DataRef::Empty => has_formula.then_some(FilledValue::Uncomputed),
        DataRef::Int(number) => {
            // Cells of a form hold small numbers; larger ones are no value of it.
            let number = i32::try_from(number).map_or(f64::MAX, f64::from);
            Some(FilledValue::Number(number, number_use))
        }
        DataRef::Float(number) => Some(FilledValue::Number(number, number_use)),
        DataRef::DateTime(time) => {
            let days = time.as_f64() + if is_of_1904 { FOUR_YEARS } else { 0.0 };
            // The formats of other languages have no code.
            let number_use = if shown == NumberUse::Plain { NumberUse::Day(ShownDay::WHOLE) } else { shown };
            Some(FilledValue::Number(days, number_use))
        }
        DataRef::DateTimeIso(day) | DataRef::DurationIso(day) => {
            text(day.split('T').next().unwrap_or_default())
        }
        DataRef::String(words) => text(&words),
        DataRef::SharedString(words) => text(words),
        DataRef::Bool(is_true) => Some(FilledValue::Bool(is_true)),
        DataRef::Error(error) => Some(FilledValue::Error(error.to_string())),
    }
}
