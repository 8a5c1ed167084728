//! Writing real files: each is replaced as a whole or left as it was.

use std::fs::{self, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context;
use same_file::Handle;

use super::error::{CliError, IoTask};
use crate::language::{Lang, Message};
use crate::message;
use crate::sanitize::quoted;
use crate::workspace::{is_yaml, require_plain_file};

/// Creates a folder and those above it.
///
/// # Errors
/// [`IoTask::Write`] when it cannot be created.
pub(super) fn create_folder(path: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(path).with_context(|| IoTask::Write(path.to_path_buf()))
}

/// Writes a file as a whole, as [`replace`] does.
///
/// # Errors
/// [`IoTask::Write`] when it cannot be written.
pub(super) fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    replace(path, bytes).with_context(|| IoTask::Write(path.to_path_buf()))
}

/// Refuses a target of `-o` that is, or would become, a file of a plan: none of the formats is YAML.
///
/// # Errors
/// A usage error if the name, or that of the file to which a link of the name leads, ends as a YAML file's.
pub(super) fn refuse_yaml(target: &Path) -> Result<(), CliError> {
    let has_yaml_name = |path: &Path| path.file_name().is_some_and(|name| is_yaml(&name.to_string_lossy()));
    if has_yaml_name(target) || fs::canonicalize(target).is_ok_and(|real| has_yaml_name(&real)) {
        return Err(refused(target, &message!("đó là tệp của kế hoạch", "it is a file of a plan")));
    }
    Ok(())
}

/// Refuses a target of `-o` that is one of the files that the run has read, by whatever name.
///
/// # Errors
/// A usage error if the target and one of `read` are the same file.
pub(super) fn refuse_input(target: &Path, read: impl Iterator<Item = PathBuf>) -> Result<(), CliError> {
    // Most targets are new.
    let Ok(handle) = Handle::from_path(target) else { return Ok(()) };
    let is_target = |path: PathBuf| Handle::from_path(path).is_ok_and(|read| read == handle);
    if read.into_iter().any(is_target) {
        return Err(refused(target, &message!("lệnh đã đọc tệp này", "the command has read this file")));
    }
    Ok(())
}

fn refused(target: &Path, reason: &Message) -> CliError {
    let name = quoted(&target.to_string_lossy());
    let (vi, en) = (reason.get(Lang::Vi), reason.get(Lang::En));
    CliError::usage(message!("-o không ghi đè {name}: {vi}", "-o does not write over {name}: {en}"))
}

/// Writes files into a folder that is new or empty, all or none: they are written beside it, and get its name at once.
///
/// # Errors
/// When one cannot be written, or the folder is no longer empty.
pub(super) fn write_folder(folder: &Path, written: &[(String, Vec<u8>)]) -> io::Result<()> {
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    let beside = tempfile::Builder::new().prefix(".plan-").tempdir_in(parent)?;
    for (name, bytes) in written {
        let mut file = create(&beside.path().join(name), false)?;
        file.write_all(bytes)?;
        file.sync_all()?;
    }
    open_to_others(beside.path())?;
    // Removes nothing but an empty folder, which not every system replaces.
    match fs::remove_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    fs::rename(beside.keep(), folder)
}

/// Gives a folder that was made for its owner alone the rights of any other new one.
#[cfg(unix)]
fn open_to_others(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    let probe = folder.join(".rights");
    fs::DirBuilder::new().mode(0o777).create(&probe)?;
    let mode = fs::metadata(&probe)?.permissions().mode() & 0o777;
    fs::remove_dir(&probe)?;
    fs::set_permissions(folder, fs::Permissions::from_mode(mode))
}

/// Elsewhere rights go with the folder.
#[cfg(not(unix))]
fn open_to_others(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Returns true if the path is free or an empty folder.
pub(super) fn is_new_or_empty(folder: &Path) -> bool {
    fs::read_dir(folder).map_or(!folder.exists(), |mut entries| entries.next().is_none())
}

/// Replaces a file as a whole, or leaves it as it was: a temporary file beside it, synced and renamed.
///
/// Its rights and its owner stay, as far as the system lets them; a symbolic link stays one, and what it leads to
/// is replaced. Another name of the same file (a hard link) keeps the old text: writing in place would not be whole.
///
/// # Errors
/// When it cannot be written; [`io::ErrorKind::InvalidInput`] for what is no plain file.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = if path.is_symlink() { fs::canonicalize(path)? } else { path.to_path_buf() };
    match fs::metadata(&path) {
        Ok(meta) => {
            require_plain_file(&meta)?;
            // Whoever may not write to a file may not replace it.
            fs::OpenOptions::new().append(true).open(&path)?;
            write_beside(&path, bytes, Some(&meta))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => write_beside(&path, bytes, None),
        Err(error) => Err(error),
    }
}

/// Outcome of the change of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mended {
    /// They are replaced.
    Now,
    /// Somebody else has done the same meanwhile.
    Already,
    /// Somebody else has changed one since it was read: all are left alone.
    Changed,
    /// Somebody else is mending one all the time: all are left alone.
    Busy,
}

/// Longest wait for another program that changes the same file.
const PATIENCE: Duration = Duration::from_secs(5);

/// Replaces the text of a file by another, unless it is not the old one any more.
///
/// The file is locked from the last look at it until it is replaced, so that of two programs at once neither
/// undoes what the other did. Editors ask for no lock: of their work no more is at risk than what is saved
/// between that look and the renaming.
pub(super) fn mend(path: &Path, old: &[u8], new: &[u8]) -> io::Result<Mended> {
    match PendingFile::changed(path, old, Some(new))? {
        Ok(pending) => pending.finish(),
        Err(outcome) => Ok(outcome),
    }
}

/// A change of a file that is ready: the file is locked, and its new text lies beside it.
pub(super) struct PendingFile {
    path: PathBuf,
    /// The lock, held until the change is made.
    lock: Option<fs::File>,
    /// The new text; none for a file that is removed.
    text: Option<tempfile::TempPath>,
    /// The new path of a file that is moved.
    target: Option<PathBuf>,
}

impl PendingFile {
    /// Prepares another text for a file, or its removal, if it has the old text still.
    pub(super) fn changed(path: &Path, old: &[u8], new: Option<&[u8]>) -> io::Result<Result<Self, Mended>> {
        let path = fs::canonicalize(path)?;
        let begun = Instant::now();
        loop {
            let meta = fs::metadata(&path)?;
            require_plain_file(&meta)?;
            let mut file = fs::OpenOptions::new().read(true).write(true).open(&path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) if begun.elapsed() > PATIENCE => return Ok(Err(Mended::Busy)),
                Err(TryLockError::WouldBlock) => {
                    thread::sleep(Duration::from_millis(5));
                    continue;
                }
                // On a file system without locks, the last comparison has to do.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
                Err(TryLockError::Error(error)) => return Err(error),
            }
            // A lock on a file that was renamed in the meantime excludes no other process.
            if Handle::from_path(&path)? != Handle::from_file(file.try_clone()?)? {
                continue;
            }
            let longest = old.len().max(new.map_or(0, <[u8]>::len)) as u64;
            let mut now = Vec::with_capacity(old.len());
            Read::by_ref(&mut file).take(longest + 1).read_to_end(&mut now)?;
            if new == Some(&now) {
                return Ok(Err(Mended::Already));
            }
            if now != old {
                return Ok(Err(Mended::Changed));
            }
            let text = new.map(|new| beside(&path, new, Some(&meta))).transpose()?;
            return Ok(Ok(Self { path, lock: Some(file), text, target: None }));
        }
    }

    /// Prepares another text and another path for a file, if it has the old text still.
    ///
    /// # Errors
    /// When the new path is taken, or the old one is a link: what it leads to would stay behind.
    pub(super) fn moved(from: &Path, to: &Path, old: &[u8], new: &[u8]) -> io::Result<Result<Self, Mended>> {
        if fs::symlink_metadata(from)?.is_symlink() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "a symbolic link is not moved"));
        }
        // On a file system that ignores case, the old name in another case is the old file.
        let is_free = !to.is_symlink() && !to.exists();
        if !is_free && !same_file::is_same_file(from, to).unwrap_or(false) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let meta = fs::metadata(from)?;
        // A moved file is written anew also where its text stays.
        let pending = match Self::changed(from, old, None)? {
            Ok(pending) => pending,
            Err(outcome) => return Ok(Err(outcome)),
        };
        let text = beside(to, new, Some(&meta))?;
        Ok(Ok(Self { text: Some(text), target: Some(to.to_path_buf()), ..pending }))
    }

    /// Prepares a file that is not there yet, in a folder that may not be there either.
    pub(super) fn created(path: &Path, text: &[u8]) -> io::Result<Self> {
        fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
        let text = beside(path, text, None)?;
        Ok(Self { path: path.to_path_buf(), lock: None, text: Some(text), target: None })
    }

    /// Makes the change.
    pub(super) fn finish(self) -> io::Result<Mended> {
        match (self.text, &self.lock) {
            (Some(text), _) if self.target.is_some() => {
                return move_file(text, &self.path, &self.target.unwrap_or_default());
            }
            // Unlike the crate's own way, this one replaces on Windows also what somebody has open.
            (Some(text), Some(_)) => fs::rename(&text, &self.path)?,
            (Some(text), None) => match text.persist_noclobber(&self.path) {
                Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
                    return Ok(Mended::Changed);
                }
                persisted => persisted?,
            },
            (None, _) => fs::remove_file(&self.path)?,
        }
        Ok(Mended::Now)
    }
}

/// Gives a text the name of a moved file, and takes the old name away: at every moment one of them is there.
fn move_file(text: tempfile::TempPath, from: &Path, to: &Path) -> io::Result<Mended> {
    if same_file::is_same_file(from, to).unwrap_or(false) {
        fs::rename(text, from)?;
        fs::rename(from, to)?;
        return Ok(Mended::Now);
    }
    match text.persist_noclobber(to) {
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => return Ok(Mended::Changed),
        persisted => persisted?,
    }
    sync_folder(to);
    fs::remove_file(from)?;
    Ok(Mended::Now)
}

/// Has a new name written to the disk before an old one goes, where the system can.
fn sync_folder(path: &Path) {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
}

/// Writes a file beside `path` and gives it that name. `old` is what has the name now.
fn write_beside(path: &Path, bytes: &[u8], old: Option<&fs::Metadata>) -> io::Result<()> {
    fs::rename(&beside(path, bytes, old)?, path)
}

/// Writes a file beside `path`, with the rights of what has that name now.
fn beside(path: &Path, bytes: &[u8], old: Option<&fs::Metadata>) -> io::Result<tempfile::TempPath> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    // The name is hidden: should the machine stop in the middle, no plan takes what is left for a part of it.
    let mut file =
        tempfile::Builder::new().prefix(".plan-").make_in(folder, |path| create(path, old.is_some()))?;
    file.write_all(bytes)?;
    if let Some(old) = old {
        keep_rights(file.as_file(), old)?;
    }
    file.as_file().sync_all()?;
    Ok(file.into_temp_path())
}

/// Makes a file for the owner alone until it gets the rights of the old one; a new one is for whom the system says.
#[cfg(unix)]
fn create(path: &Path, private: bool) -> io::Result<fs::File> {
    use std::os::unix::fs::OpenOptionsExt;
    let mode = if private { 0o600 } else { 0o666 };
    fs::OpenOptions::new().write(true).create_new(true).mode(mode).open(path)
}

#[cfg(not(unix))]
fn create(path: &Path, _: bool) -> io::Result<fs::File> {
    fs::File::create_new(path)
}

/// Gives a file the owner, the group and the rights of another, as far as the system lets us.
#[cfg(unix)]
fn keep_rights(file: &fs::File, old: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let new = file.metadata()?;
    if (new.uid(), new.gid()) != (old.uid(), old.gid())
        && fchown(file, Some(old.uid()), Some(old.gid())).is_err()
    {
        // Files can be given away by root alone, but a group be kept by its members.
        let _ = fchown(file, None, Some(old.gid()));
    }
    let mut mode = old.mode() & 0o777;
    if file.metadata()?.gid() != old.gid() {
        // The rights of one group are not those of another.
        mode &= !0o070;
    }
    file.set_permissions(fs::Permissions::from_mode(mode))
}

/// Elsewhere rights go with the folder.
#[cfg(not(unix))]
fn keep_rights(_: &fs::File, _: &fs::Metadata) -> io::Result<()> {
    Ok(())
}
