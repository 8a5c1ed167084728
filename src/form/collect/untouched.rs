//! Forms in which nothing is filled in.

use super::form_reader::{is_input, locked_texts};
use super::sheet::{ReturnedRow, ReturnedSheet};
use crate::form::SentForm;
use crate::form::read::read_workbook;

/// Returns true for the bytes of a form in which every cell to fill in is as it was sent; false for everything else.
pub fn is_untouched_form(bytes: &[u8]) -> bool {
    let Ok(book) = read_workbook(bytes) else { return false };
    let Ok(sent) = SentForm::of(&book) else { return false };
    let is_as_sent = |row: &ReturnedRow<'_>| {
        let row_sent = row.key.and_then(|key| sent.rows.get(key));
        row.cells.iter().filter(|(name, _)| is_input(name)).all(|(name, cell)| {
            let expected = row_sent.and_then(|sent| sent.cells.get(*name));
            expected.is_some_and(|expected| locked_texts(Some(&cell.value)).contains(expected))
        })
    };
    book.sheets.iter().all(|sheet| {
        sheet.broken_after.is_none()
            && ReturnedSheet::of(sheet)
                .is_some_and(|form| form.outside.is_empty() && form.rows.iter().all(is_as_sent))
    })
}
