//! The answer of a command: a document in one of its forms, or JSON.

use serde::Serialize;

use super::session::{Failed, Session};
use crate::document::{Block, Document};
use crate::json_writer::write_json;
use crate::language::Message;
use crate::message;
use crate::render::{Format, Options, render};
use crate::sanitize::{quoted, visible};
use crate::vietnamese::nearest;

/// The form in which an answer is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// For programs.
    Json,
    /// For people.
    Page(Format),
}

impl Form {
    /// Whether a spreadsheet gets it, which has room for every column.
    pub(super) fn is_spreadsheet(self) -> bool {
        self == Self::Page(Format::Csv)
    }
}

/// The form that `-f` asks for, else the one that the extension of `-o` does, else text.
pub(super) fn form(session: &Session<'_>) -> Result<Form, Failed> {
    let Some(name) = session.format.as_deref() else {
        let extension = session.output.as_ref().and_then(|path| path.extension()).and_then(|it| it.to_str());
        return match extension {
            Some("json") => Ok(Form::Json),
            Some(extension) => {
                Format::of_extension(extension).map(Form::Page).ok_or_else(|| no_form(extension))
            }
            None => Ok(Form::Page(Format::Text)),
        };
    };
    if name == "json" {
        return Ok(Form::Json);
    }
    let known = Format::ALL.into_iter().find(|format| format.name() == name);
    known.map(Form::Page).ok_or_else(|| {
        let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).chain(["json"]).collect();
        let near = nearest(name, names.iter().copied()).map_or_else(|| names.join(", "), str::to_owned);
        let name = quoted(name);
        Failed::Said(message!(
            "không có dạng {name} (gợi ý: {near})",
            "there is no format {name} (help: {near})"
        ))
    })
}

/// A file whose name promises a form that is not there, such as `.docx`.
fn no_form(extension: &str) -> Failed {
    let extension = visible(extension);
    Failed::Said(message!(
        "không ghi được dạng .{extension}; dùng .html (mở bằng Word, Excel), .csv, .md, .json hoặc .txt",
        "cannot write .{extension}; use .html (Word and Excel open it), .csv, .md, .json or .txt"
    ))
}

/// Prints an answer in its form; only the one that is asked for is made.
pub(super) fn print<J: Serialize>(
    session: &mut Session<'_>,
    form: Form,
    document: impl FnOnce() -> Document,
    json: impl FnOnce() -> J,
) -> Result<(), Failed> {
    let bytes = match form {
        Form::Json => {
            let mut bytes = Vec::new();
            write_json(&json(), &mut bytes)?;
            bytes
        }
        Form::Page(format) => {
            let options = Options {
                lang: session.lang,
                width: session.style.width.unwrap_or(80),
                color: session.style.color,
                bom: format == Format::Csv && session.output.is_some(),
            };
            let mut document = document();
            // Whoever gets the page has not seen what stderr said.
            if let Some(note) = session.left_out.clone() {
                document.blocks.insert(0, Block::Note(note));
            }
            render(&document, format, &options).into_bytes()
        }
    };
    session.answer(&bytes)
}

/// Prints the answer that there is nothing: the sentence on stderr; on stdout what each form has for nothing.
///
/// On a terminal that is nothing at all, in a file the sentence, in a spreadsheet the header.
pub(super) fn print_none<J: Serialize>(
    session: &mut Session<'_>,
    form: Form,
    sentence: &Message,
    document: impl FnOnce() -> Document,
    json: impl FnOnce() -> J,
) -> Result<(), Failed> {
    // Where a plan was left out, nobody can say that there is nothing.
    if session.left_out.is_none() {
        session.remark(sentence)?;
    }
    let sentence = session.left_out.is_none().then(|| sentence.clone());
    let in_words = || {
        let mut document = document();
        if !form.is_spreadsheet() {
            document.blocks = sentence.into_iter().map(Block::Paragraph).collect();
        }
        document
    };
    match form {
        Form::Page(Format::Text | Format::Markdown) if session.output.is_none() => Ok(()),
        _ => print(session, form, in_words, json),
    }
}
