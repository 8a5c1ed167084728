//! Answers of several files, written as one folder.

use std::path::{Path, PathBuf};

use anyhow::Context;

use super::answer::{rendered, tell_left_out};
use super::error::{CliError, IoTask};
use super::files;
use super::format::{Form, answer_format, has_known_extension};
use super::session::Session;
use crate::answer::LeftOutAnswer;
use crate::document::Document;
use crate::message;
use crate::render::DocumentFormat;
use crate::sanitize::quoted;
use crate::workspace::Selection;

/// The target of an answer that may be several files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FolderTarget {
    /// One answer, on standard output or in the file of `-o`.
    One(Form),
    /// A folder with a file for each unit.
    Folder(PathBuf, DocumentFormat),
}

impl FolderTarget {
    /// Returns the folder, if it is one.
    pub(super) fn folder(&self) -> Option<&Path> {
        match self {
            Self::One(_) => None,
            Self::Folder(folder, _) => Some(folder),
        }
    }

    /// Returns the target: a folder if `-o` names a path without the extension of a format.
    ///
    /// # Errors
    /// No format has the name; the folder is there and not empty: files of an earlier run would lie among the new.
    pub(super) fn of(session: &Session<'_>, format: DocumentFormat) -> Result<Self, CliError> {
        let named = session.format.as_deref();
        let Some(output) = session.output.as_deref().filter(|output| !has_known_extension(output)) else {
            return answer_format(named, session.output.as_deref()).map(Self::One);
        };
        match named.map(|name| answer_format(Some(name), None)).transpose()? {
            Some(Form::Json) => Ok(Self::One(Form::Json)),
            form => {
                let format = form.and_then(Form::document).unwrap_or(format);
                new_folder(session, output).map(|folder| Self::Folder(folder, format))
            }
        }
    }
}

/// Returns the folder of `-o`, which must be new or empty.
///
/// # Errors
/// It has files.
pub(super) fn new_folder(session: &Session<'_>, output: &Path) -> Result<PathBuf, CliError> {
    let folder = session.env.folder.join(output);
    if files::is_new_or_empty(&folder) {
        return Ok(folder);
    }
    let name = quoted(&output.to_string_lossy());
    Err(CliError::usage(message!("-o: {name} đã có và không trống", "-o: {name} exists and is not empty")))
}

/// Writes documents into a folder, all or none.
///
/// # Errors
/// A document cannot be printed, or the folder not be written.
pub(super) fn write_documents(
    session: &mut Session<'_>,
    folder: &Path,
    format: DocumentFormat,
    selection: &Selection<'_>,
    documents: &[(String, Document)],
) -> anyhow::Result<()> {
    let left_out = LeftOutAnswer::new(selection);
    let extension = format.about().extensions.first().copied().unwrap_or_default();
    let files = documents.iter().map(|(name, document)| {
        Ok((
            format!("{name}.{extension}"),
            rendered(session, format, &mut document.clone(), Some(&left_out))?,
        ))
    });
    let files = files.collect::<anyhow::Result<Vec<_>>>()?;
    tell_left_out(session, &left_out)?;
    write_folder(folder, &files)
}

/// Writes files into a new folder, all or none.
///
/// # Errors
/// [`IoTask::Write`] when it cannot be written.
pub(super) fn write_folder(folder: &Path, written: &[(String, Vec<u8>)]) -> anyhow::Result<()> {
    files::write_folder(folder, written).with_context(|| IoTask::Write(folder.to_path_buf()))
}
