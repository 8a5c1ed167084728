//! The answer of a command: a document in one of its formats, or JSON.

use std::io;
use std::mem::ManuallyDrop;

use serde::Serialize;

use super::error::CliError;
use super::format::{Form, answer_format};
use super::session::Session;
use crate::answer::LeftOutAnswer;
use crate::date::UnannouncedYears;
use crate::document::{Block, Document};
use crate::json::AnswerJson;
use crate::json_writer::write_json;
use crate::language::Message;
use crate::message;
use crate::render::{CsvOptions, DocumentFormat, RenderOptions, render};
use crate::workspace::Selection;

/// The format that `-f` asks for, else the extension of `-o`, else text.
pub(super) fn form(session: &Session<'_>) -> Result<Form, CliError> {
    answer_format(session.format.as_deref(), session.output.as_deref())
}

/// Prints an answer in its form; only the one that is asked for is made.
///
/// A document says what it does not cover, if there is something: its reader has not seen standard error.
pub(super) fn print<J: Serialize>(
    session: &mut Session<'_>,
    form: Form,
    selection: Option<&Selection<'_>>,
    document: impl FnOnce() -> Document,
    json: impl FnOnce() -> J,
) -> anyhow::Result<()> {
    refuse_terminal(session, form)?;
    let left_out = selection.map(LeftOutAnswer::new);
    let bytes = match form {
        Form::Json => {
            let mut bytes = Vec::new();
            match &left_out {
                Some(left_out) => write_json(&AnswerJson::new(json(), left_out), &mut bytes)?,
                None => write_json(&json(), &mut bytes)?,
            }
            bytes
        }
        Form::Document(format) => {
            // It is not freed: the program ends with the answer.
            let mut document = ManuallyDrop::new(document());
            rendered(session, format, &mut document, left_out.as_ref())?
        }
    };
    if session.output.is_some() || form == Form::Json || form.is_spreadsheet() {
        left_out.map_or(Ok(()), |left_out| tell_left_out(session, &left_out))?;
    }
    session.answer(&bytes)
}

/// Refuses to print a format of files on a terminal.
///
/// # Errors
/// The answer would go to a terminal, which cannot show its format.
pub(super) fn refuse_terminal(session: &Session<'_>, form: Form) -> Result<(), CliError> {
    if !form.row().is_binary || session.output.is_some() || !session.env.terminal {
        return Ok(());
    }
    let name = form.row().name;
    let message = message!(
        "dạng {name} không in ra màn hình được",
        "the format {name} cannot be printed on a terminal"
    );
    Err(CliError::usage(message).advice(Message::fixed("-o TỆP", "-o FILE")))
}

/// Prints a document as text on stderr, except with `--quiet`.
pub(super) fn remark_document(session: &mut Session<'_>, document: &Document) -> anyhow::Result<()> {
    if session.quiet {
        return Ok(());
    }
    let width = session.style.width.unwrap_or(80);
    let options = RenderOptions { lang: session.lang, width, color: false, csv: CsvOptions::default() };
    let bytes = render(document, DocumentFormat::Text, &options)?;
    session.err.write_all(&bytes)?;
    Ok(())
}

/// Returns a document in a format, after adding what it does not cover.
pub(super) fn rendered(
    session: &Session<'_>,
    format: DocumentFormat,
    document: &mut Document,
    left_out: Option<&LeftOutAnswer>,
) -> io::Result<Vec<u8>> {
    let options = RenderOptions {
        lang: session.lang,
        width: session.style.width.unwrap_or(80),
        color: session.style.color,
        csv: CsvOptions { is_for_spreadsheet: session.output.is_some(), ..session.csv },
    };
    let note = left_out.and_then(LeftOutAnswer::sentence);
    document.blocks.splice(0..0, note.map(Block::Note));
    render(document, format, &options)
}

/// Names the entries that are left out on stderr, for those who see no note in the answer.
pub(super) fn tell_left_out(session: &mut Session<'_>, left_out: &LeftOutAnswer) -> anyhow::Result<()> {
    if let Some(sentence) = left_out.on_entries() {
        session.complain(&sentence)?;
    }
    Ok(())
}

/// The sentence of an answer without work items.
pub(super) const NO_WORK: Message = Message::fixed("Không có việc nào.", "There are no work items.");

/// Prints an answer on work items, or that there are none.
pub(super) fn print_work<J: Serialize>(
    session: &mut Session<'_>,
    form: Form,
    selection: &Selection<'_>,
    is_empty: bool,
    document: impl FnOnce() -> Document,
    json: impl FnOnce() -> J,
) -> anyhow::Result<()> {
    if is_empty {
        print_none(session, form, selection, &NO_WORK, document, json)
    } else {
        print(session, form, Some(selection), document, json)
    }
}

/// Prints the answer that there is nothing: the sentence on stderr; on stdout what each form has for nothing.
///
/// On a terminal that is nothing at all, in a file the sentence, in a spreadsheet the header.
pub(super) fn print_none<J: Serialize>(
    session: &mut Session<'_>,
    form: Form,
    selection: &Selection<'_>,
    sentence: &Message,
    document: impl FnOnce() -> Document,
    json: impl FnOnce() -> J,
) -> anyhow::Result<()> {
    // The result is empty for certain only if nothing was left out.
    let left_out = LeftOutAnswer::new(selection);
    let sentence = left_out.covers_everything().then_some(sentence);
    if let Some(sentence) = sentence {
        session.remark(sentence)?;
    }
    let in_words = || {
        let mut document = document();
        if !form.is_spreadsheet() {
            document.blocks.retain(|block| matches!(block, Block::Note(_)));
            document.blocks.splice(0..0, sentence.cloned().map(Block::Paragraph));
        }
        document
    };
    match form {
        _ if is_silent(session, form) => tell_left_out(session, &left_out),
        _ => print(session, form, Some(selection), in_words, json),
    }
}

/// Returns true if an empty answer prints nothing.
fn is_silent(session: &Session<'_>, form: Form) -> bool {
    let is_read = matches!(form, Form::Document(DocumentFormat::Text | DocumentFormat::Markdown));
    is_read && session.output.is_none()
}

/// Tells on stderr that days off are not announced, where the form of the answer does not say it.
pub(super) fn remark_unannounced(
    session: &mut Session<'_>,
    form: Form,
    years: &UnannouncedYears,
    is_empty: bool,
) -> io::Result<()> {
    match years.sentence() {
        Some(doubt) if form.is_spreadsheet() || (is_empty && is_silent(session, form)) => {
            session.remark(&doubt)
        }
        _ => Ok(()),
    }
}
