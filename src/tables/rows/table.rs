//! Rows of a table, and what the rows of several tables share.

use std::mem;

use crate::tables::column::ColumnBuffer;
use crate::tables::format::{TableFormat, TableName};
use crate::tables::value::RowValue;

/// Rows of a table.
#[derive(Debug)]
pub struct TableRows {
    /// The table.
    pub format: &'static TableFormat,
    pub(in crate::tables) columns: Vec<ColumnBuffer>,
    len: usize,
}

/// The place of a plan among others.
#[derive(Debug, Clone, Copy)]
pub struct PlanPlace<'p> {
    /// The area below the partition, its parts joined by `/`.
    pub area: &'p str,
    /// The path of its main file.
    pub path: &'p str,
}

impl TableRows {
    /// Returns the table without rows.
    pub fn new(table: TableName) -> Self {
        let format = table.format();
        Self { format, columns: format.columns.iter().map(ColumnBuffer::new).collect(), len: 0 }
    }

    /// Returns the number of rows.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Returns true if there is no row.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Returns the number of bytes of all words.
    pub(in crate::tables) fn text_len(&self) -> usize {
        self.columns.iter().map(ColumnBuffer::text_len).sum()
    }

    /// Returns these rows, and begins anew without any.
    pub(in crate::tables) fn take(&mut self) -> Self {
        let columns = self.format.columns.iter().map(ColumnBuffer::new).collect();
        mem::replace(self, Self { format: self.format, columns, len: 0 })
    }

    /// Adds a row; its cells are in the order of the columns.
    pub(super) fn push<const N: usize>(&mut self, cells: &[RowValue<'_>; N]) {
        debug_assert_eq!(N, self.columns.len(), "{}", self.format.name);
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            column.push(cell);
        }
        self.len += 1;
    }

    /// Adds the rows of another part of the same table, whose work items are counted from `first_item`.
    pub(in crate::tables) fn append(&mut self, other: &Self, first_item: i64) {
        for (column, more) in self.columns.iter_mut().zip(&other.columns) {
            column.append(more, first_item);
        }
        self.len += other.len;
    }
}

/// Ids one behind the other, with a blank between two; nothing without any.
pub(super) fn joined<'i>(ids: impl Iterator<Item = &'i str>) -> RowValue<'static> {
    let ids: Vec<&str> = ids.collect();
    if ids.is_empty() { RowValue::None } else { ids.join(" ").into() }
}
