//! Writing forms into a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::editing::is_json;
use super::error::{CliError, IoTask};
use super::files;
use super::progress::ProgressBar;
use super::session::Session;
use crate::answer::FormScope;
use crate::form::{FormBook, FormFile, FormFileState, FormSheetKind, is_untouched_form, write_book};
use crate::json::FormsJson;
use crate::json_writer::write_json;
use crate::language::Message;
use crate::message;
use crate::sanitize::{quoted, visible};

/// Returns the folder that `-o` names, and true if the answer is JSON.
///
/// # Errors
/// A usage error without the option, or if there is a file of that name.
pub(super) fn folder_of(session: &mut Session<'_>) -> Result<(PathBuf, bool), CliError> {
    let Some(folder) = session.output.take() else {
        let message = Message::fixed("chưa nói ghi vào thư mục nào", "no folder to write to is named");
        return Err(CliError::usage(message).advice(Message::fixed("-o THƯ-MỤC", "-o DIR")));
    };
    if session.env.folder.join(&folder).is_file() {
        let name = quoted(&folder.to_string_lossy());
        return Err(CliError::usage(message!(
            "{name} là tệp, không phải thư mục",
            "{name} is a file, not a folder"
        )));
    }
    Ok((folder, is_json(session)?))
}

/// Writes each form as `UNIT.xlsx`. A file that is there and may hold answers is kept.
pub(super) fn write_forms(
    session: &mut Session<'_>,
    folder: &Path,
    books: Vec<FormBook>,
) -> anyhow::Result<Vec<FormFile>> {
    let mut written = Vec::new();
    if !books.is_empty() {
        files::create_folder(&session.env.folder.join(folder))?;
    }
    let mut bar = ProgressBar::new(session.env, session.quiet, session.lang, Message::fixed("biểu", "forms"));
    let all = books.len();
    for (done, book) in books.into_iter().enumerate() {
        bar.show(session.err, done, Some(all))?;
        let name = folder.join(format!("{}.xlsx", book.unit));
        let path = session.env.folder.join(&name);
        let bytes = write_book(&book, session.lang)?;
        let state = state(&path, &bytes)?;
        let shown = name.to_string_lossy().replace('\\', "/");
        match state {
            FormFileState::Written => files::write(&path, &bytes)?,
            FormFileState::Unchanged => {}
            FormFileState::Kept => {
                bar.finish(session.err)?;
                let name = quoted(&shown);
                session.complain(&message!(
                    "{name} đã có và không ghi đè; ghi vào thư mục khác, hoặc dời tệp đó đi",
                    "{name} exists and is not overwritten; write to another folder, or move that file away"
                ))?;
            }
        }
        let (items, targets) = (book.rows(FormSheetKind::Work), book.rows(FormSheetKind::Targets));
        written.push(FormFile {
            unit: book.unit,
            unit_name: book.unit_name,
            path: shown,
            items,
            targets,
            state,
        });
    }
    bar.finish(session.err)?;
    Ok(written)
}

/// The outcome for a form with these bytes.
fn state(path: &Path, bytes: &[u8]) -> anyhow::Result<FormFileState> {
    match fs::read(path) {
        Ok(there) if there == bytes => Ok(FormFileState::Unchanged),
        // A form of an earlier month in which nobody wrote anything.
        Ok(there) if is_untouched_form(&there) => Ok(FormFileState::Written),
        Ok(_) => Ok(FormFileState::Kept),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(FormFileState::Written),
        Err(error) => Err(anyhow::Error::new(error).context(IoTask::Read(path.to_path_buf()))),
    }
}

/// Prints the names of the files that are there now.
pub(super) fn print_forms(
    session: &mut Session<'_>,
    is_json: bool,
    scope: FormScope,
    files: &[FormFile],
) -> anyhow::Result<()> {
    let mut bytes = Vec::new();
    if is_json {
        write_json(&FormsJson::new(session.as_of, scope, files), &mut bytes)?;
    } else {
        let written = files.iter().filter(|file| file.state != FormFileState::Kept);
        let names = written.map(|file| format!("{}\n", visible(&file.path)));
        bytes = names.collect::<String>().into_bytes();
    }
    session.answer(&bytes)?;
    if files.is_empty() {
        session.remark(&Message::fixed(
            "Không đơn vị nào có việc hoặc chỉ tiêu cần báo cáo.",
            "No unit has work or targets to report on.",
        ))?;
    }
    Ok(())
}
