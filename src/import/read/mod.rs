//! Readers of documents: what stands in a file, as paragraphs and tables.

mod csv;
mod docx;
mod encoding;
mod lines;
mod package;
mod table;
mod text;
mod xlsx;

use super::block::SourceText;
use super::error::ImportError;
use super::source::SourceFile;
use crate::language::Message;

/// Reads a file by the ending of its name.
///
/// # Errors
/// For a kind of file that is not read, with the way to one that is, and for a file that is not what its name says.
pub(super) fn read(file: &SourceFile) -> Result<SourceText, ImportError> {
    let name = file.name.as_str();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "csv" | "tsv" => Ok(csv::read_csv(name, &encoding::decode(name, &file.bytes)?)),
        "docx" | "docm" | "dotx" => docx::read_docx(name, &file.bytes),
        "xlsx" | "xlsm" | "xltx" => xlsx::read_xlsx(name, &file.bytes),
        "pdf" => Err(refused(name, "PDF", PDF)),
        "doc" | "odt" | "rtf" | "wps" => Err(refused(name, &ending, WORD)),
        "xls" | "ods" | "xlsb" => Err(refused(name, &ending, EXCEL)),
        // A file without an ending, as standard input is.
        _ if file.bytes.starts_with(b"PK\x03\x04") => docx::read_docx(name, &file.bytes),
        _ if file.bytes.starts_with(b"%PDF") => Err(refused(name, "PDF", PDF)),
        _ => Ok(text::read_text(name, &encoding::decode(name, &file.bytes)?)),
    }
}

const PDF: Message = Message::fixed(
    "chạy `pdftotext -enc UTF-8 TỆP.pdf` rồi nhập tệp .txt, hoặc mở bằng Word và lưu thành .docx; bản quét (scan) không có chữ để đọc",
    "run `pdftotext -enc UTF-8 FILE.pdf` and import the .txt, or open it in Word and save it as .docx; a scan has no text in it",
);

const WORD: Message = Message::fixed(
    "mở bằng Word hoặc LibreOffice, lưu thành .docx rồi nhập",
    "open it in Word or LibreOffice, save it as .docx, then import it",
);

const EXCEL: Message = Message::fixed(
    "mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi nhập",
    "open it in Excel or LibreOffice, save it as .xlsx, then import it",
);

fn refused(file: &str, kind: &str, help: Message) -> ImportError {
    let message = crate::message!("không đọc tệp {kind}", "files of the kind {kind} are not read");
    ImportError::new(file, message).help(help)
}
