//! Files of `plan import`: the documents that it reads, the folder that it writes.

use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use anyhow::Context;

use super::answer::{print, remark_document};
use super::args::ImportArgs;
use super::error::{CliError, IoTask};
use super::files::{Mended, is_new_or_empty};
use super::format::Form;
use super::session::Session;
use super::writing::write_all;
use crate::edit::FileChange;
use crate::import::{ImportError, ImportOptions, Imported, SourceFile, known_units, plan_id};
use crate::json::ImportJson;
use crate::language::{Lang, Message};
use crate::message;
use crate::parse::LARGEST_FILE;
use crate::report;
use crate::sanitize::quoted;
use crate::workspace::require_plain_file;

/// The folder that an import writes, with its options.
pub(super) struct ImportPlace {
    /// The folder as it was typed.
    given: PathBuf,
    /// The options of the import.
    pub(super) options: ImportOptions,
    /// A registry that is copied, with its name in the folder.
    copied: Option<(String, String)>,
}

impl ImportPlace {
    /// Settles the folder, the id and the shared registry.
    ///
    /// # Errors
    /// A usage error if no folder is given or it is there, and if the registry cannot be read.
    pub(super) fn new(
        args: &ImportArgs,
        output: Option<PathBuf>,
        session: &Session<'_>,
    ) -> anyhow::Result<Self> {
        let given = match (output, &args.id) {
            (Some(output), _) => output,
            (None, Some(id)) => Path::new("plans").join(id),
            (None, None) => {
                return Err(CliError::usage(message!(
                    "thiếu thư mục để ghi kế hoạch",
                    "the folder of the plan is missing"
                ))
                .hint("-o plans/ke-hoach")
                .into());
            }
        };
        let folder = session.env.folder.join(&given);
        if !args.dry_run && !is_new_or_empty(&folder) {
            let name = quoted(&given.to_string_lossy());
            return Err(CliError::usage(message!(
                "{name} đã có và không trống",
                "{name} exists and is not empty"
            ))
            .into());
        }
        let name = given.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let id = args.id.clone().unwrap_or_else(|| plan_id(&name));
        let mut options = ImportOptions {
            id: Some(id),
            period: args.period.clone(),
            splits: args.split,
            ..ImportOptions::default()
        };
        let mut copied = None;
        if let Some(units) = &args.units {
            let path = session.env.folder.join(units);
            let text = fs::read_to_string(&path).with_context(|| IoTask::Read(units.clone()))?;
            options.known_units = known_units(&units.to_string_lossy(), &text);
            match below_root(&folder, &path) {
                Some(relative) => options.registry = Some(relative),
                None => copied = Some(("don-vi-chung.yaml".to_owned(), text)),
            }
        }
        Ok(Self { given, options, copied })
    }

    /// The folder as it was typed, with `/`.
    pub(super) fn name(&self) -> String {
        self.given.to_string_lossy().replace('\\', "/")
    }
}

/// The path of a registry from the folder of the plan, if it lies below the plan's root.
fn below_root(folder: &Path, registry: &Path) -> Option<String> {
    let folder = absolute(folder);
    let registry = absolute(registry);
    let root =
        folder.ancestors().find(|ancestor| ancestor.file_name().is_some_and(|name| name == "plans"))?;
    if !registry.starts_with(root) {
        return None;
    }
    let above = folder.strip_prefix(root).ok()?.components().count();
    let rest = registry.strip_prefix(root).ok()?.to_string_lossy().replace('\\', "/");
    Some(format!("{}{rest}", "../".repeat(above)))
}

/// A path without `.` and `..`.
fn absolute(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                clean.pop();
            }
            part => clean.push(part),
        }
    }
    clean
}

/// Reads the documents; `-` is standard input.
///
/// # Errors
/// For a file that cannot be read, is no plain file, or is too large.
pub(super) fn read_sources(paths: &[PathBuf], session: &Session<'_>) -> anyhow::Result<Vec<SourceFile>> {
    paths.iter().map(|path| read_source(path, session)).collect()
}

fn read_source(path: &Path, session: &Session<'_>) -> anyhow::Result<SourceFile> {
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        io::stdin().take(LARGEST_FILE + 1).read_to_end(&mut bytes)
    } else {
        let whole = session.env.folder.join(path);
        fs::metadata(&whole)
            .and_then(|meta| require_plain_file(&meta))
            .and_then(|()| fs::File::open(&whole))
            .and_then(|file| file.take(LARGEST_FILE + 1).read_to_end(&mut bytes))
    };
    read.with_context(|| IoTask::Read(path.to_path_buf()))?;
    let name = path.file_name().map_or_else(|| "-".to_owned(), |name| name.to_string_lossy().into_owned());
    if bytes.len() as u64 > LARGEST_FILE {
        let name = quoted(&name);
        return Err(CliError::usage(message!("{name} lớn quá 256 MB", "{name} is larger than 256 MB")).into());
    }
    Ok(SourceFile { name, bytes })
}

/// Writes the files, all or none; in a dry run returns the diff in place.
///
/// # Errors
/// For a file that cannot be written.
pub(super) fn write_files(
    imported: &Imported,
    place: &ImportPlace,
    is_dry_run: bool,
    session: &Session<'_>,
) -> anyhow::Result<Option<String>> {
    let file = |path: &str, text: &str| FileChange {
        path: format!("{}/{path}", place.name()),
        moved_from: None,
        old: None,
        new: Some(text.to_owned()),
    };
    let mut changes: Vec<FileChange> =
        imported.files.iter().map(|written| file(&written.path, &written.text)).collect();
    changes.extend(place.copied.iter().map(|(path, text)| file(path, text)));
    if is_dry_run {
        return Ok(Some(changes.iter().map(FileChange::diff).collect()));
    }
    match write_all(&session.env.folder, &changes)? {
        Mended::Now | Mended::Already => Ok(None),
        Mended::Changed | Mended::Busy => {
            let name = quoted(&place.name());
            Err(CliError::usage(message!(
                "{name} vừa có tệp mới: không ghi gì",
                "there are new files in {name}: nothing is written"
            ))
            .into())
        }
    }
}

/// Prints the report; the files of a dry run are the answer, and the report a remark.
pub(super) fn print_import(
    session: &mut Session<'_>,
    form: Form,
    imported: &Imported,
    folder: &str,
    diff: Option<&str>,
) -> anyhow::Result<()> {
    let document = report::import(imported, folder, diff.is_some());
    match diff {
        Some(diff) if form != Form::Json => {
            remark_document(session, &document)?;
            session.answer(diff.as_bytes())
        }
        _ => print(session, form, None, || document, || ImportJson::new(imported, folder)),
    }
}

/// The error of a document that cannot be imported.
pub(super) fn import_error(error: &ImportError) -> CliError {
    let file = quoted(&error.file);
    let place = error.place.map(|place| format!(", {place}")).unwrap_or_default();
    let (vi, en) = (error.message.get(Lang::Vi), error.message.get(Lang::En));
    let told = CliError::usage(Message::new(format!("{file}{place}: {vi}"), format!("{file}{place}: {en}")));
    match &error.help {
        Some(help) => told.advice(help.as_ref().clone()),
        None => told,
    }
}
