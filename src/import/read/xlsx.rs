//! Workbooks of Excel: each sheet a table, merged cells spread, days as days.

use std::collections::BTreeMap;

use super::package::{SourcePackage, SourceXml, attribute};
use crate::date::Day;
use crate::form::{FilledSheet, FilledValue, NumberUse, ShownDay, read_workbook};
use crate::import::block::{SourceBlock, SourceCell, SourceGrid, SourcePlace, SourceText};
use crate::import::clean::clean_lines;
use crate::import::error::ImportError;
use crate::language::Message;
use crate::package::XmlEvent;

/// The most columns and rows that are read of a sheet.
const WIDEST: u32 = 200;
const LONGEST: u32 = 50_000;

/// A range of cells: the first row and column, the last row and column.
type MergedRange = [u32; 4];

/// Reads a workbook.
///
/// # Errors
/// For a file that is none, that is damaged, or exceeds the limits.
pub(super) fn read_xlsx(file: &str, bytes: &[u8]) -> Result<SourceText, ImportError> {
    let book = read_workbook(bytes).map_err(|fault| ImportError::new(file, fault.message()))?;
    let merged = merged_ranges(file, bytes)?;
    let mut text = SourceText { name: file.to_owned(), ..SourceText::default() };
    for sheet in &book.sheets {
        let ranges = merged.get(&sheet.name).map(Vec::as_slice).unwrap_or_default();
        text.blocks.extend(grid(sheet, ranges).map(SourceBlock::Table));
    }
    if text.blocks.is_empty() {
        return Err(ImportError::new(
            file,
            Message::fixed("bảng tính không có ô nào có chữ", "the workbook has no cell with words"),
        ));
    }
    Ok(text)
}

fn grid(sheet: &FilledSheet, merged: &[MergedRange]) -> Option<SourceGrid> {
    let cells = sheet.cells.iter().filter(|cell| cell.column < WIDEST && cell.row < LONGEST);
    let (mut height, mut width) = (0, 0);
    let mut words: BTreeMap<(u32, u32), String> = BTreeMap::new();
    for cell in cells {
        let text = clean_lines(&shown(&cell.value));
        if !text.is_empty() {
            (height, width) = (height.max(cell.row + 1), width.max(cell.column + 1));
            words.insert((cell.row, cell.column), text);
        }
    }
    for [_, _, row, column] in merged {
        width = width.max((column + 1).min(WIDEST));
        height = height.max((row + 1).min(height.max(1)));
    }
    let mut rows: Vec<Vec<SourceCell>> = (0..height)
        .map(|row| {
            let cell = |column| SourceCell {
                text: words.get(&(row, column)).cloned().unwrap_or_default(),
                ..SourceCell::default()
            };
            (0..width).map(cell).collect()
        })
        .collect();
    for [top, left, bottom, right] in merged {
        let text = words.get(&(*top, *left)).cloned().unwrap_or_default();
        for row in *top..=(*bottom).min(height.saturating_sub(1)) {
            for column in *left..=(*right).min(width.saturating_sub(1)) {
                let Some(cell) = rows.get_mut(row as usize).and_then(|row| row.get_mut(column as usize))
                else {
                    continue;
                };
                cell.is_from_above = row > *top;
                cell.is_from_left = column > *left;
                // The words hold for every row; a cell to the right is the same cell.
                cell.text = if column > *left { String::new() } else { text.clone() };
            }
        }
    }
    (height > 0).then(|| SourceGrid {
        rows,
        heads: 0,
        name: Some(sheet.name.clone()),
        place: SourcePlace::row(1),
    })
}

/// A value as the cell shows it.
fn shown(value: &FilledValue) -> String {
    match value {
        FilledValue::Text(text) => text.clone(),
        FilledValue::Number(number, NumberUse::Day(parts)) => {
            day(*number, *parts).unwrap_or_else(|| time(*number))
        }
        FilledValue::Number(number, NumberUse::Percent) => format!("{}%", rounded(number * 100.0)),
        FilledValue::Number(number, NumberUse::Plain) => rounded(*number),
        FilledValue::Bool(true) => "x".to_owned(),
        FilledValue::Bool(false) | FilledValue::Error(_) | FilledValue::Uncomputed => String::new(),
    }
}

/// A number without the traces of its binary form.
fn rounded(number: f64) -> String {
    let text = format!("{number:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The parts of a day that a cell shows; none for a time.
#[allow(clippy::cast_possible_truncation, reason = "the range is checked")]
fn day(number: f64, shown: ShownDay) -> Option<String> {
    const FIRST_OF_2000: i64 = 36_526;
    if !(1.0..400_000.0).contains(&number) {
        return None;
    }
    let whole = Day::new(2000, 1, 1)?.plus(number.floor() as i64 - FIRST_OF_2000)?;
    let (day, month, year) = (whole.day(), whole.month(), whole.year());
    match (shown.day, shown.month, shown.year) {
        (true, true, true) => Some(format!("{day:02}/{month:02}/{year}")),
        (false, true, true) => Some(format!("{month:02}/{year}")),
        (true, true, false) => Some(format!("{day:02}/{month:02}")),
        (true, false, true) => Some(format!("{day:02} {year}")),
        (true, false, false) => Some(day.to_string()),
        (false, true, false) => Some(month.to_string()),
        (false, false, true) => Some(year.to_string()),
        (false, false, false) => None,
    }
}

/// Hours and minutes.
#[allow(clippy::cast_possible_truncation, reason = "the range is checked")]
fn time(number: f64) -> String {
    if !(0.0..400_000.0).contains(&number) {
        return number.to_string();
    }
    let minutes = (number * 1440.0).round() as i64;
    // A larger number is a day with its time, a smaller one a length in hours.
    let minutes = if number < 1000.0 { minutes } else { minutes % 1440 };
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// The merged ranges of each sheet, which the reader of cells does not tell.
fn merged_ranges(file: &str, bytes: &[u8]) -> Result<BTreeMap<String, Vec<MergedRange>>, ImportError> {
    let mut package = SourcePackage::open(file, bytes)?;
    let workbook = package.part("xl/workbook.xml")?.unwrap_or_default();
    let relations = package.part("xl/_rels/workbook.xml.rels")?.unwrap_or_default();
    let targets: BTreeMap<String, String> =
        elements(file, &relations, "Relationship", &["Id", "Target"])?.into_iter().collect();
    let mut all = BTreeMap::new();
    for (name, relation) in elements(file, &workbook, "sheet", &["name", "id"])? {
        let Some(target) = targets.get(&relation) else { continue };
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let sheet = package.part(&path)?.unwrap_or_default();
        let ranges = elements(file, &sheet, "mergeCell", &["ref", "ref"])?;
        all.insert(name, ranges.iter().filter_map(|(range, _)| merged_range(range)).collect());
    }
    Ok(all)
}

/// Two attributes of each element of a name.
fn elements(
    file: &str,
    text: &str,
    name: &str,
    keys: &[&str; 2],
) -> Result<Vec<(String, String)>, ImportError> {
    let mut found = Vec::new();
    let mut reader = SourceXml::new(file, text);
    while let Some(event) = reader.next(SourcePlace::row(1))? {
        if let XmlEvent::Start(element, attributes) = event
            && element == name
            && let (Some(first), Some(second)) =
                (attribute(&attributes, keys[0]), attribute(&attributes, keys[1]))
        {
            found.push((first.to_owned(), second.to_owned()));
        }
    }
    Ok(found)
}

/// `B2:D4` as rows and columns from 0.
fn merged_range(text: &str) -> Option<MergedRange> {
    let (first, last) = text.split_once(':')?;
    let ([top, left], [bottom, right]) = (cell_place(first)?, cell_place(last)?);
    (top <= bottom && left <= right).then_some([top, left, bottom, right])
}

fn cell_place(name: &str) -> Option<[u32; 2]> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let mut column: u32 = 0;
    for letter in name[..digits].bytes() {
        let value = letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1)?;
        column = column.checked_mul(26)?.checked_add(value)?;
    }
    let row: u32 = name[digits..].parse().ok()?;
    Some([row.checked_sub(1)?, column.checked_sub(1)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_and_numbers_are_read_as_they_are_shown() {
        assert_eq!(merged_range("B2:D4"), Some([1, 1, 3, 3]));
        assert_eq!(merged_range("AA1:AB1"), Some([0, 26, 0, 27]));
        for wrong in ["B2", "2B:3C", "B0:C1", "D4:B2", "ZZZZZZZZZ1:A1"] {
            assert_eq!(merged_range(wrong), None, "{wrong}");
        }
        assert_eq!(
            (rounded(1.1), rounded(3.0), rounded(98.5)),
            ("1.1".to_owned(), "3".to_owned(), "98.5".to_owned())
        );
        let parts = |day, month, year| ShownDay { day, month, year };
        assert_eq!(day(46_113.0, ShownDay::WHOLE).as_deref(), Some("01/04/2026"));
        assert_eq!(day(46_113.0, parts(false, true, true)).as_deref(), Some("04/2026"));
        assert_eq!(day(46_113.0, parts(true, true, false)).as_deref(), Some("01/04"));
        assert_eq!(day(46_113.0, parts(false, false, true)).as_deref(), Some("2026"));
        assert_eq!((day(-1.0, ShownDay::WHOLE), day(46_113.0, parts(false, false, false))), (None, None));
        assert_eq!((time(46_113.708_333), time(2.5)), ("17:00".to_owned(), "60:00".to_owned()));
    }
}
