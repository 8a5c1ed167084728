//! Documents for Word: paragraphs with their automatic numbers, tables as grids, footnotes, text boxes once.

mod body;
mod footnote;
mod numbering;
mod style;

use super::encoding::OldAlphabet;
use super::package::SourcePackage;
use crate::import::block::SourceText;
use crate::import::error::ImportError;
use crate::language::Message;

/// Reads a document for Word.
///
/// # Errors
/// For a file that is none, that is damaged, and for text in fonts from before Unicode.
pub(super) fn read_docx(file: &str, bytes: &[u8]) -> Result<SourceText, ImportError> {
    let mut package = SourcePackage::open(file, bytes)?;
    let Some(document) = package.part("word/document.xml")? else {
        return Err(package.wrong(Message::fixed(
            "không có văn bản Word trong tệp",
            "there is no document for Word in the file",
        )));
    };
    let styles = package.part("word/styles.xml")?.unwrap_or_default();
    let numbering = package.part("word/numbering.xml")?.unwrap_or_default();
    let notes = package.part("word/footnotes.xml")?.unwrap_or_default();
    let styles = style::read_styles(file, &styles)?;
    let numbering = numbering::read_numbering(file, &numbering)?;
    let notes = footnote::read_footnotes(file, &notes)?;
    let body = body::read_body(file, &document, &styles, numbering, &notes)?;
    match body.old_font.or_else(|| OldAlphabet::of_text(&body.letters)) {
        Some(alphabet) => Err(alphabet.error(file)),
        None => Ok(body.text),
    }
}
