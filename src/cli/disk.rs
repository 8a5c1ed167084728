//! The real files below a root.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};

use crate::parse::{Disk, Kind};

/// The files below one folder.
pub(super) struct Folder {
    root: PathBuf,
    base: String,
}

impl Folder {
    /// Finds the root of a path and the path below it: the nearest folder named `plans` at or above it, else
    /// the folder of the plan that it is in, else its own folder. Source: format.md, Where plans are.
    pub(super) fn of(path: &Path, current: &Path) -> (Self, String) {
        let path = normal(&current.join(path));
        let own = if path.is_dir() { path.as_path() } else { path.parent().unwrap_or(&path) };
        let named = own.ancestors().find(|folder| folder.file_name().is_some_and(|name| name == "plans"));
        let of_plan = || own.ancestors().find(|folder| folder.join("plan.yaml").is_file());
        let root = named.or_else(of_plan).unwrap_or(own).to_path_buf();
        let below = path.strip_prefix(&root).map(slashed).unwrap_or_default();
        let mut base = relative(&root, current);
        if !base.is_empty() && !base.ends_with('/') {
            base.push('/');
        }
        (Self { root, base }, below)
    }

    /// The real path of a path below the root.
    pub(super) fn path(&self, path: &str) -> PathBuf {
        path.split('/')
            .filter(|part| !part.is_empty())
            .fold(self.root.clone(), |folder, part| folder.join(part))
    }
}

impl Disk for Folder {
    fn base(&self) -> &str {
        &self.base
    }

    fn kind(&self, path: &str) -> Kind {
        match fs::symlink_metadata(self.path(path)) {
            Ok(meta) if meta.is_file() => Kind::File,
            Ok(meta) if meta.is_dir() => Kind::Folder,
            Ok(_) => Kind::Other,
            Err(_) => Kind::Missing,
        }
    }

    fn names(&self, folder: &str) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(self.path(folder))? {
            // A name that is no Unicode cannot be the name of a plan's file.
            names.extend(entry?.file_name().into_string());
        }
        Ok(names)
    }

    fn read(&self, path: &str, limit: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        fs::File::open(self.path(path))?.take(limit + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn is_inside(&self, path: &str) -> bool {
        let real = |path: &Path| fs::canonicalize(path).ok();
        real(&self.root).zip(real(&self.path(path))).is_some_and(|(root, path)| path.starts_with(root))
    }
}

/// Replaces a file as a whole, or leaves it as it was: a temporary file beside it, synced and renamed.
///
/// A symbolic link stays one; what it leads to is replaced.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file = tempfile::Builder::new().prefix(".plan-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    if let Ok(meta) = fs::metadata(&path) {
        if !meta.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a plain file"));
        }
        file.as_file().set_permissions(meta.permissions())?;
    } else {
        readable_by_others(file.as_file())?;
    }
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// Temporary files are the owner's alone; a report is meant to be read by others.
#[cfg(unix)]
fn readable_by_others(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

/// Elsewhere a new file has the rights of its folder.
#[cfg(not(unix))]
fn readable_by_others(_: &fs::File) -> io::Result<()> {
    Ok(())
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

fn slashed(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// A folder as it is seen from the current one, with `/`; whole where it does not lie below it.
fn relative(folder: &Path, current: &Path) -> String {
    folder.strip_prefix(normal(current)).map_or_else(|_| folder.to_string_lossy().replace('\\', "/"), slashed)
}
