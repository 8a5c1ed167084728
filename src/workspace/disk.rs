//! The real files below a root.

use std::error::Error;
use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use super::file_system::{FileKind, FileSystem};
use super::path::is_folder_main;

/// The files below one folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiskFileSystem {
    root: PathBuf,
    base: String,
}

impl DiskFileSystem {
    /// Finds the root of a path and the path below it: the nearest folder named `plans` at or above it, else
    /// the folder of the plan that it is in, else its own folder. Source: docs/format.md, Where plans are.
    pub fn of(path: &Path, current: &Path) -> (Self, String) {
        let path = normal(&current.join(path));
        let own = if path.is_dir() { path.as_path() } else { path.parent().unwrap_or(&path) };
        let named = own.ancestors().find(|folder| folder.file_name().is_some_and(|name| name == "plans"));
        let of_plan = || own.ancestors().find(|folder| holds_plan(folder));
        let root = named.or_else(of_plan).unwrap_or(own).to_path_buf();
        let below = path.strip_prefix(&root).map(slashed).unwrap_or_default();
        let mut base = relative(&root, current);
        if !base.is_empty() && !base.ends_with('/') {
            base.push('/');
        }
        (Self { root, base }, below)
    }

    /// The real path of a path below the root.
    fn path(&self, path: &str) -> PathBuf {
        path.split('/')
            .filter(|part| !part.is_empty())
            .fold(self.root.clone(), |folder, part| folder.join(part))
    }
}

impl FileSystem for DiskFileSystem {
    fn base(&self) -> &str {
        &self.base
    }

    fn kind(&self, path: &str) -> FileKind {
        // The root itself may be a link: whoever asks for it means what it leads to.
        let meta = if path.is_empty() { fs::metadata } else { fs::symlink_metadata };
        match meta(self.path(path)) {
            Ok(meta) if meta.is_file() => FileKind::File,
            Ok(meta) if meta.is_dir() => FileKind::Folder,
            Ok(meta) if meta.is_symlink() && self.path(path).is_dir() => FileKind::FolderLink,
            Ok(_) => FileKind::Other,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                FileKind::Missing
            }
            Err(_) => FileKind::Closed,
        }
    }

    fn names(&self, folder: &str) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(self.path(folder))? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        Ok(names)
    }

    fn read(&self, path: &str, limit: u64) -> io::Result<Vec<u8>> {
        let real = self.path(path);
        if real.is_symlink() {
            fs::canonicalize(&real)?;
            if !self.is_inside(path) {
                return Err(io::Error::other(OutsideRootError));
            }
        }
        // To open a pipe is to wait for somebody who writes to it, and a device may never end.
        require_plain_file(&fs::metadata(&real)?)?;
        let mut bytes = Vec::new();
        fs::File::open(real)?.take(limit + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn is_inside(&self, path: &str) -> bool {
        let real = |path: &Path| fs::canonicalize(path).ok();
        real(&self.root).zip(real(&self.path(path))).is_some_and(|(root, path)| path.starts_with(root))
    }
}

/// A symbolic link leads out of the root; [`FileSystem::read`] gives it inside an [`io::Error`].
#[derive(Debug)]
pub struct OutsideRootError;

impl fmt::Display for OutsideRootError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a link that leads out of the folder")
    }
}

impl Error for OutsideRootError {}

/// Refuses devices, pipes and folders: they cannot be replaced, and opening one may never return.
///
/// # Errors
/// [`io::ErrorKind::IsADirectory`] for a folder, [`io::ErrorKind::InvalidInput`] for everything else.
pub(crate) fn require_plain_file(meta: &fs::Metadata) -> io::Result<()> {
    if meta.is_file() {
        return Ok(());
    }
    let kind = if meta.is_dir() { io::ErrorKind::IsADirectory } else { io::ErrorKind::InvalidInput };
    Err(io::Error::new(kind, "not a plain file"))
}

/// A path without `.` and `..`, as it is written: links are not followed.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                normal.pop();
            }
            part => normal.push(part),
        }
    }
    normal
}

/// Returns true if a folder has the main file of a plan.
fn holds_plan(folder: &Path) -> bool {
    let is_main =
        |entry: fs::DirEntry| is_folder_main(&entry.file_name().to_string_lossy()) && entry.path().is_file();
    folder.join("plan.yaml").is_file()
        || fs::read_dir(folder).is_ok_and(|entries| entries.filter_map(Result::ok).any(is_main))
}

fn slashed(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// A folder as it is seen from the current one, with `/`; whole where it does not lie below it.
fn relative(folder: &Path, current: &Path) -> String {
    folder.strip_prefix(normal(current)).map_or_else(|_| folder.to_string_lossy().replace('\\', "/"), slashed)
}
