//! Findings at the cells of workbooks.

use std::fmt;

use crate::form::read::cell_name;
use crate::language::Message;
use crate::sanitize::visible;

/// A place in a workbook: the file, a sheet of it, a cell of that.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellPlace {
    /// The path of the file.
    pub file: String,
    /// The name of the sheet.
    pub sheet: Option<String>,
    /// The name of the cell.
    pub cell: Option<String>,
}

/// The weight of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FindingWeight {
    /// Something is not taken.
    Refused,
    /// A remark: everything is taken.
    Noted,
}

/// A finding at a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellFinding {
    /// The place.
    pub place: CellPlace,
    /// The weight.
    pub weight: FindingWeight,
    /// The sentence.
    pub message: Message,
    /// The id of the unit whose form it is, if that is known.
    pub unit: Option<String>,
}

impl CellPlace {
    /// A whole file.
    pub fn file(file: &str) -> Self {
        Self { file: file.to_owned(), sheet: None, cell: None }
    }

    /// A cell by its row and column from 0.
    pub(super) fn cell(file: &str, sheet: &str, row: u32, column: u32) -> Self {
        let cell = cell_name(row, column);
        Self { file: file.to_owned(), sheet: Some(sheet.to_owned()), cell: Some(cell) }
    }
}

/// `bieu/th-hoa-mai.xlsx: Báo cáo!H12`
impl fmt::Display for CellPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible(&self.file))?;
        if let Some(sheet) = &self.sheet {
            write!(f, ": {}", visible(sheet))?;
        }
        match &self.cell {
            Some(cell) => write!(f, "!{cell}"),
            None => Ok(()),
        }
    }
}
