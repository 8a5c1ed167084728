//! Letters of `plan remind` as files: one to each unit, and one to all.

use std::path::Path;

use super::error::Outcome;
use super::filling::Filling;
use super::folder::write_documents;
use super::select::status;
use super::session::Session;
use crate::answer::{LeftOutAnswer, LettersAnswer};
use crate::document::Document;
use crate::message;
use crate::render::DocumentFormat;
use crate::report::{self, LetterOptions};
use crate::workspace::Selection;

/// The name of the letter to all units.
const SUMMARY: &str = "00-tong-hop";

/// Writes the letters of the program's own into a folder.
///
/// # Errors
/// A letter is not written: then none is.
pub(super) fn write_letters(
    session: &mut Session<'_>,
    (folder, format): (&Path, DocumentFormat),
    selection: &Selection<'_>,
    answer: &LettersAnswer<'_>,
    options: LetterOptions,
) -> anyhow::Result<()> {
    let summary = (SUMMARY.to_owned(), report::summary_letter(answer, options));
    let letters = report::letters(answer, options).into_iter().zip(1..);
    let letters = letters.map(|(letter, at)| (file_name(at, &letter.unit), letter.document));
    let documents: Vec<(String, Document)> = std::iter::once(summary).chain(letters).collect();
    write_documents(session, folder, format, selection, &documents)?;
    tell(session, answer)
}

/// Fills the office's own letters, or lists their fields.
///
/// # Errors
/// A letter is not filled or written: then none is.
pub(super) fn fill_letters(
    session: &mut Session<'_>,
    filling: Filling,
    selection: &Selection<'_>,
    answer: &LettersAnswer<'_>,
    options: LetterOptions,
) -> Outcome {
    let (left_out, lang) = (LeftOutAnswer::new(selection), session.lang);
    let values = |letter| report::letter_fields(answer, letter, options, &left_out, lang);
    let summary = values(None);
    let each = || {
        let letters = answer.letters.iter().zip(1..);
        let letters = letters.map(|(letter, at)| (file_name(at, letter.id), values(Some(letter))));
        std::iter::once((SUMMARY.to_owned(), values(None))).chain(letters).collect()
    };
    let (is_for_folder, fills) = (filling.is_for_folder(), matches!(filling, Filling::Document(_)));
    filling.print(session, selection, &left_out, &summary, each)?;
    if is_for_folder {
        tell(session, answer)?;
    }
    if fills {
        tell_own(session, answer)?;
    }
    Ok(status(selection))
}

/// The name of the letter to a unit.
fn file_name(number: usize, unit: &str) -> String {
    format!("{number:02}-{unit}")
}

fn tell(session: &mut Session<'_>, answer: &LettersAnswer<'_>) -> anyhow::Result<()> {
    let count = answer.letters.len();
    let written = message!("Đã ghi {count} công văn và 00-tong-hop.", "{count} letters, and 00-tong-hop.");
    Ok(session.remark(&written)?)
}

/// Remarks that the office that signs has such work itself, if it has.
///
/// # Errors
/// Standard error takes no more.
pub(super) fn tell_own(session: &mut Session<'_>, answer: &LettersAnswer<'_>) -> anyhow::Result<()> {
    Ok(report::own_work(answer).map_or(Ok(()), |own| session.remark(&own))?)
}
