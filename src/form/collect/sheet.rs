//! A sheet that came back → the rows of a form, wherever rows and columns stand now.

use std::collections::{BTreeMap, HashMap};

use crate::form::read::{FilledCell, FilledSheet, FilledValue};
use crate::form::write::{HEAD, HIDDEN};

/// The rows of a form on one sheet.
pub(super) struct ReturnedSheet<'b> {
    pub(super) name: &'b str,
    /// The columns by their hidden names.
    pub(super) columns: BTreeMap<&'b str, u32>,
    /// The rows below the head that have a cell.
    pub(super) rows: Vec<ReturnedRow<'b>>,
    /// The cells that stand outside any form.
    pub(super) outside: Vec<&'b FilledCell>,
}

/// A row of a sheet.
pub(super) struct ReturnedRow<'b> {
    /// The row, from 0.
    pub(super) row: u32,
    /// The key; none where the cell is empty.
    pub(super) key: Option<&'b str>,
    /// The other cells by the names of their columns.
    pub(super) cells: HashMap<&'b str, &'b FilledCell>,
}

/// The last row and column of a form, from 0; cells beyond them are reported.
const LAST: (u32, u32) = (50_000, 500);

impl<'b> ReturnedSheet<'b> {
    /// Finds the rows of a form on a sheet; none if the sheet has no hidden head.
    pub(super) fn of(sheet: &'b FilledSheet) -> Option<Self> {
        let is_head = |cell: &&FilledCell| hidden(cell) == Some("key");
        let head = sheet.cells.iter().find(is_head)?;
        let of_row = |row: u32| sheet.cells.iter().filter(move |cell| cell.row == row);
        let mut columns = BTreeMap::new();
        for cell in of_row(head.row) {
            if let Some(name) = hidden(cell) {
                columns.entry(name).or_insert(cell.column);
            }
        }
        let names: HashMap<u32, &str> = columns.iter().map(|(name, column)| (*column, *name)).collect();
        let mut rows: Vec<ReturnedRow<'b>> = Vec::new();
        let mut outside = Vec::new();
        for cell in sheet.cells.iter().filter(|cell| cell.row > head.row) {
            if cell.row > LAST.0 || cell.column > LAST.1 {
                outside.push(cell);
                continue;
            }
            let Some(name) = names.get(&cell.column) else { continue };
            if rows.last().is_none_or(|row| row.row != cell.row) {
                rows.push(ReturnedRow { row: cell.row, key: None, cells: HashMap::new() });
            }
            let Some(row) = rows.last_mut() else { continue };
            match &cell.value {
                FilledValue::Text(text) if *name == "key" => row.key = Some(text.trim()),
                _ => {
                    row.cells.insert(name, cell);
                }
            }
        }
        rows.retain(|row| row.key.is_none_or(|key| key != HEAD && !key.starts_with(HIDDEN)));
        Some(Self { name: &sheet.name, columns, rows, outside })
    }

    /// The column of a name, for places of empty cells.
    pub(super) fn column(&self, name: &str) -> u32 {
        self.columns.get(name).copied().unwrap_or(0)
    }
}

/// The hidden name that a cell holds.
fn hidden(cell: &FilledCell) -> Option<&str> {
    match &cell.value {
        FilledValue::Text(text) => text.trim().strip_prefix(HIDDEN).filter(|name| *name != "head"),
        _ => None,
    }
}
