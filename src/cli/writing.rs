//! Changes of several files, made together or not at all.

use std::io;
use std::path::Path;

use super::error::{CliError, IoTask};
use super::files::{Mended, PendingFile};
use crate::edit::FileChange;
use crate::message;
use crate::sanitize::quoted;

/// Makes the changes of some files; with an error, or where one has changed since it was read, none is made.
///
/// All new texts are written and all files locked before the first takes its name. Should the system refuse a name
/// after others were given, those are given back their old texts.
///
/// # Errors
/// The file that cannot be written, as [`IoTask::Write`].
pub(super) fn write_all(folder: &Path, changes: &[FileChange]) -> anyhow::Result<Mended> {
    // Two programs that lock the same files in one order do not wait for each other.
    let mut ordered: Vec<&FileChange> = changes.iter().collect();
    // A folder or an unread link stays one, however often a command begins anew.
    let is_blocked = |change: &&&FileChange| {
        let found = folder.join(&change.path).symlink_metadata();
        change.old.is_none() && found.is_ok_and(|found| !found.is_file())
    };
    if let Some(change) = ordered.iter().find(is_blocked) {
        let name = quoted(&change.path);
        return Err(CliError::usage(message!(
            "không ghi được {name}: ở đó đã có một thư mục, hoặc một liên kết mà kế hoạch không đọc; chuyển nó đi rồi chạy lại",
            "cannot write {name}: a folder is there, or a link that the plan does not read; move it away and run again"
        ))
        .into());
    }
    ordered.sort_by_key(|change| change.moved_from.as_ref().unwrap_or(&change.path));
    let mut pending = Vec::new();
    for change in ordered {
        match prepare(folder, change).map_err(|error| failed(folder, change, error))? {
            Ok(file) => pending.push((change, file)),
            Err(Mended::Already) => {}
            Err(outcome) => return Ok(outcome),
        }
    }
    if pending.is_empty() {
        return Ok(Mended::Already);
    }
    let mut made: Vec<&FileChange> = Vec::new();
    for (change, file) in pending {
        let outcome = file.finish();
        if let Ok(Mended::Now) = outcome {
            made.push(change);
            continue;
        }
        // The first fault is reported, not the one that follows from it.
        for change in made.into_iter().rev() {
            let _ = undo(folder, change);
        }
        return outcome.map_err(|error| failed(folder, change, error));
    }
    Ok(Mended::Now)
}

fn prepare(folder: &Path, change: &FileChange) -> io::Result<Result<PendingFile, Mended>> {
    let path = folder.join(&change.path);
    let new = change.new.as_deref().map(str::as_bytes);
    let from = change.moved_from.as_ref().map(|from| folder.join(from));
    match (&change.old, new) {
        (Some(old), Some(new)) if from.is_some() => {
            match PendingFile::moved(&from.unwrap_or_default(), &path, old.as_bytes(), new) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Err(Mended::Changed)),
                prepared => prepared,
            }
        }
        (Some(old), new) => match PendingFile::changed(&path, old.as_bytes(), new) {
            // A file that is gone has changed.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Err(Mended::Changed)),
            prepared => prepared,
        },
        (None, Some(new)) => PendingFile::created(&path, new).map(Ok),
        (None, None) => Ok(Err(Mended::Already)),
    }
}

/// Takes a change back.
fn undo(folder: &Path, change: &FileChange) -> io::Result<()> {
    let (path, moved_from) = match &change.moved_from {
        Some(from) => (from.clone(), Some(change.path.clone())),
        None => (change.path.clone(), None),
    };
    let reversed = FileChange { path, moved_from, old: change.new.clone(), new: change.old.clone() };
    if let Ok(file) = prepare(folder, &reversed)? {
        file.finish()?;
    }
    Ok(())
}

fn failed(folder: &Path, change: &FileChange, error: io::Error) -> anyhow::Error {
    anyhow::Error::new(error).context(IoTask::Write(folder.join(&change.path)))
}
