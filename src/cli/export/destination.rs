//! The folder of an export: which may be replaced, and its replacement as a whole.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::Deserialize;
use tempfile::TempDir;

use crate::cli::error::{CliError, IoTask};
use crate::cli::files::create_folder;
use crate::language::{Lang, Message};
use crate::message;
use crate::sanitize::quoted;
use crate::tables::TableName;

/// The file that makes a folder one of an export.
pub(super) const MANIFEST: &str = "plan.tables.json";
/// The file of the calendar, which belongs to no province.
pub(super) const CALENDAR_FILE: &str = "calendar.parquet";

/// The folder that an export replaces.
pub(super) struct ExportFolder {
    path: PathBuf,
    parent: PathBuf,
    /// True if there is a folder, empty or of an earlier export.
    is_there: bool,
}

/// The folder beside the destination in which an export is written.
///
/// Should it not be finished, the folder is removed. Its name is hidden: should the program be killed, no plan takes
/// what is left for a part of it.
pub(super) struct NewFolder {
    around: TempDir,
    pub(super) path: PathBuf,
}

/// The part of a manifest by which it is known.
#[derive(Deserialize)]
struct ManifestHead {
    schema: String,
}

impl ExportFolder {
    /// Finds the folder of a name.
    ///
    /// # Errors
    /// A usage error if it holds anything that no export has written, or the current folder lies in it.
    pub(super) fn new(current: &Path, given: &Path) -> anyhow::Result<Self> {
        let name = quoted(&given.to_string_lossy());
        let refuse = |why: &Message| {
            let (vi, en) = (why.get(Lang::Vi), why.get(Lang::En));
            CliError::usage(message!("{name} không thay được: {vi}", "{name} is not replaced: {en}"))
        };
        let whole = current.join(given);
        let failed = |error| anyhow::Error::new(error).context(IoTask::Write(whole.clone()));
        let path = match fs::canonicalize(&whole) {
            Ok(path) => path,
            // A link that leads nowhere is something, too.
            Err(error) if error.kind() == io::ErrorKind::NotFound && !whole.is_symlink() => {
                return Self::absent(&whole).map_err(|error| error.context(IoTask::Write(whole)));
            }
            Err(error) => return Err(failed(error)),
        };
        if !path.is_dir() {
            return Err(refuse(&message!("không phải là thư mục", "it is no folder")).into());
        }
        if fs::canonicalize(current).is_ok_and(|current| current.starts_with(&path)) {
            let why = message!("thư mục hiện tại nằm trong đó", "the current folder lies in it");
            return Err(refuse(&why).into());
        }
        if let Some(foreign) = foreign_entry(&path).map_err(failed)? {
            let foreign = quoted(&foreign);
            let why = message!(
                "trong đó có {foreign} không do plan export ghi",
                "it holds {foreign}, which plan export has not written"
            );
            return Err(refuse(&why).into());
        }
        let parent = path.parent().map(Path::to_path_buf);
        let parent = parent.ok_or_else(|| refuse(&message!("đó là thư mục gốc", "it is the root folder")))?;
        Ok(Self { path, parent, is_there: true })
    }

    fn absent(whole: &Path) -> anyhow::Result<Self> {
        let unnamed = || io::Error::from(io::ErrorKind::InvalidFilename);
        let name = whole.file_name().ok_or_else(unnamed)?;
        let parent = whole.parent().ok_or_else(unnamed)?;
        create_folder(parent)?;
        let parent = fs::canonicalize(parent)?;
        Ok(Self { path: parent.join(name), parent, is_there: false })
    }

    /// Creates the folder in which the export is written.
    pub(super) fn begin(&self) -> anyhow::Result<NewFolder> {
        let create = || {
            let around = tempfile::Builder::new().prefix(".plan-").tempdir_in(&self.parent)?;
            // The folder around is for the owner alone; this one is for whom the system says.
            let path = around.path().join("tables");
            fs::create_dir(&path)?;
            Ok::<_, io::Error>(NewFolder { around, path })
        };
        create().with_context(|| IoTask::Write(self.path.clone()))
    }

    /// Gives the new folder its name, and removes the old one.
    pub(super) fn replace_by(self, new: NewFolder) -> anyhow::Result<()> {
        let replaced = if self.is_there {
            replace(&new.path, &self.path, &new.around.path().join("old"))
        } else {
            fs::rename(&new.path, &self.path)
        };
        replaced.with_context(|| IoTask::Write(self.path.clone()))?;
        // An old folder that cannot be removed is hidden, and no reason to call the export a failure.
        let _ = new.around.close();
        Ok(())
    }
}

/// Returns the first name in a folder that no export has written; none in an empty folder.
fn foreign_entry(folder: &Path) -> io::Result<Option<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort_unstable();
    let tables = TableName::OF_PLANS.map(|table| table.format().name);
    let is_foreign =
        |name: &&String| !tables.contains(&name.as_str()) && *name != MANIFEST && *name != CALENDAR_FILE;
    let foreign = names.iter().find(is_foreign).or(names.first());
    let is_export = || {
        let manifest = fs::read(folder.join(MANIFEST)).ok()?;
        let head: ManifestHead = serde_json::from_slice(&manifest).ok()?;
        Some(head.schema.starts_with("plan.tables/"))
    };
    let is_own = names.iter().find(is_foreign).is_none() && is_export() == Some(true);
    Ok(foreign.filter(|_| !is_own).cloned())
}

/// Puts a folder in the place of another, in one step where the system has one; `aside` is a name for the old one.
fn replace(new: &Path, old: &Path, aside: &Path) -> io::Result<()> {
    match exchange(new, old) {
        Err(error) if is_unknown(&error) => {}
        done => return done,
    }
    fs::rename(old, aside)?;
    fs::rename(new, old).inspect_err(|_| {
        // The first fault is the one to tell.
        let _ = fs::rename(aside, old);
    })
}

/// Exchanges two folders.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE)?)
}

/// Other systems have no such call.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Returns true if a system or a file system has no such call.
fn is_unknown(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}
