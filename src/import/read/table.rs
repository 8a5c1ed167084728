//! Tables of word processors as grids: cells that span columns or rows are spread.

use crate::import::block::{SourceCell, SourceGrid, SourcePlace};
use crate::import::clean::clean_lines;

/// The most columns of a table; a wider one is cut.
const WIDEST: usize = 200;

/// A cell that is being read.
#[derive(Debug, Clone, Default)]
pub(super) struct OpenCell {
    text: String,
    span: usize,
    is_from_above: bool,
}

/// A table that is being read.
#[derive(Debug, Clone)]
pub(super) struct OpenTable {
    rows: Vec<Vec<SourceCell>>,
    row: Vec<SourceCell>,
    cell: Option<OpenCell>,
    heads: usize,
    is_head: bool,
    place: SourcePlace,
}

impl OpenTable {
    /// A table that begins at a place.
    pub(super) fn new(place: SourcePlace) -> Self {
        Self { rows: Vec::new(), row: Vec::new(), cell: None, heads: 0, is_head: false, place }
    }

    /// Begins a row.
    pub(super) fn begin_row(&mut self) {
        self.row = Vec::new();
        self.is_head = false;
    }

    /// Marks the row as one that is repeated on every page.
    pub(super) fn mark_head(&mut self) {
        self.is_head = true;
    }

    /// Begins a cell.
    pub(super) fn begin_cell(&mut self, cell: OpenCell) {
        self.cell = Some(cell);
    }

    /// Gives the cell a number of columns.
    pub(super) fn span(&mut self, columns: u32) {
        if let Some(cell) = &mut self.cell {
            cell.span = (columns as usize).min(WIDEST);
        }
    }

    /// Makes the cell a part of the one above it.
    pub(super) fn merge(&mut self, is_from_above: bool) {
        if let Some(cell) = &mut self.cell {
            cell.is_from_above = is_from_above;
        }
    }

    /// Adds a line to the cell.
    pub(super) fn add(&mut self, line: &str) {
        if let Some(cell) = &mut self.cell {
            cell.text.push_str(line);
            cell.text.push('\n');
        }
    }

    /// Ends the cell.
    pub(super) fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        if self.row.len() >= WIDEST {
            return;
        }
        let column = self.row.len();
        let above = self.rows.last().and_then(|row| row.get(column)).filter(|_| cell.is_from_above);
        let text = above.map_or_else(|| clean_lines(&cell.text), |above| above.text.clone());
        self.row.push(SourceCell { text, is_from_left: false, is_from_above: cell.is_from_above });
        for _ in 1..cell.span {
            let is_from_above = cell.is_from_above;
            self.row.push(SourceCell { text: String::new(), is_from_left: true, is_from_above });
        }
    }

    /// Ends the row.
    pub(super) fn end_row(&mut self) {
        if self.is_head && self.heads == self.rows.len() {
            self.heads += 1;
        }
        self.rows.push(std::mem::take(&mut self.row));
    }

    /// The words of the cells, a line for each.
    pub(super) fn lines(&self) -> Vec<String> {
        let own = self.rows.iter().flatten().filter(|cell| !cell.is_from_above && !cell.text.is_empty());
        own.map(|cell| cell.text.clone()).collect()
    }

    /// The grid; none for a table without words.
    pub(super) fn finish(self) -> Option<SourceGrid> {
        let Self { mut rows, heads, place, .. } = self;
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        for row in &mut rows {
            row.resize_with(width, SourceCell::default);
        }
        let has_words = rows.iter().flatten().any(|cell| !cell.text.is_empty());
        has_words.then_some(SourceGrid { rows, heads, name: None, place })
    }
}
