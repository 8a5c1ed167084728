//! Forms: workbooks in which units report their work. Source: docs/forms.md.
//!
//! A [`FormBook`] is the content of one workbook, typed cell by typed cell; [`write_book`] makes the bytes of an
//! `.xlsx` file of it, [`read_workbook`] reads what came back, and [`collect`] makes entries of plans of that. The columns and the words of the forms stand in one table for both directions. Cells know
//! nothing of files on a disk and of the command line.

mod book;
mod canonical;
mod collect;
mod column;
mod compose;
mod file;
mod read;
mod result;
mod sent;
mod style;
mod targets;
mod work;
mod write;

pub use book::{FormBook, FormCell, FormLine, FormRow, FormSheet, FormSheetKind};
pub use collect::{
    CellFinding, CellPlace, CollectAnswer, CollectRequest, Collected, FindingWeight, ReturnedFile,
    SilentUnit, UnitReturn, collect, is_untouched_form,
};
pub use column::{FormColumn, InputKind, OwnFormColumn};
pub use compose::form_books;
pub use file::{FormFile, FormFileState};
pub use read::{
    BookFault, FilledBook, FilledCell, FilledSheet, FilledValue, NumberUse, ShownDay, read_workbook,
};
pub use result::FormResult;
pub use sent::{SentForm, SentRow};
pub use write::write_book;
