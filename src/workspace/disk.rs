//! The real files below a root.

use std::error::Error;
use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use super::file_system::{FileKind, FileSystem};
use super::path::is_folder_main;
use super::read_text::read_text;

/// The files below one folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiskFileSystem {
    root: PathBuf,
    way: WayToRoot,
}

/// The way from the current folder to the root.
#[derive(Debug, Clone, PartialEq, Eq)]
struct WayToRoot {
    /// The path of the root: empty, or ending in `/`.
    base: String,
    /// The names of the folders from the root down to the current one, if that lies below it.
    inside: Vec<String>,
}

impl DiskFileSystem {
    /// Finds the root of a path and the path below it: the nearest folder named `plans` at or above it, else
    /// the folder of the plan that it is in, else its own folder. Source: docs/format.md, Locations of plans.
    pub fn of(path: &Path, current: &Path) -> (Self, String) {
        let path = normal(&current.join(path));
        let own = if path.is_dir() { path.as_path() } else { path.parent().unwrap_or(&path) };
        let named = own.ancestors().find(|folder| folder.file_name().is_some_and(|name| name == "plans"));
        let of_plan = || own.ancestors().find(|folder| holds_plan(folder));
        let root = named.or_else(of_plan).unwrap_or(own).to_path_buf();
        let below = path.strip_prefix(&root).map(slashed).unwrap_or_default();
        let way = WayToRoot::new(&root, &normal(current));
        (Self { root, way }, below)
    }

    /// The real path of a path below the root.
    fn path(&self, path: &str) -> PathBuf {
        path.split('/')
            .filter(|part| !part.is_empty())
            .fold(self.root.clone(), |folder, part| folder.join(part))
    }

    /// Opens a file for the first `limit` bytes and one; returns their number as well, as the system tells it.
    fn open(&self, path: &str, limit: u64) -> io::Result<(io::Take<fs::File>, usize)> {
        let real = self.path(path);
        if real.is_symlink() {
            fs::canonicalize(&real)?;
            if !self.is_inside(path) {
                return Err(io::Error::other(OutsideRootError));
            }
        }
        // To open a pipe is to wait for somebody who writes to it, and a device may never end.
        let meta = fs::metadata(&real)?;
        require_plain_file(&meta)?;
        let most = limit.saturating_add(1);
        let len = usize::try_from(meta.len().min(most)).unwrap_or(0);
        Ok((fs::File::open(real)?.take(most), len))
    }
}

impl FileSystem for DiskFileSystem {
    fn base(&self) -> &str {
        &self.way.base
    }

    fn shown_path(&self, path: &str) -> String {
        self.way.shown_path(path)
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
        let (mut file, _) = self.open(path, limit)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn read_text(&self, path: &str, limit: u64) -> io::Result<Result<String, Vec<u8>>> {
        let (file, len) = self.open(path, limit)?;
        read_text(file, len)
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

/// Returns a path without `.` and `..`, as it is written: links are not followed.
pub(crate) fn normal(path: &Path) -> PathBuf {
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

/// Returns a path with `/`.
pub(crate) fn slashed(path: &Path) -> String {
    names(path).join("/")
}

impl WayToRoot {
    fn new(root: &Path, current: &Path) -> Self {
        let inside = current.strip_prefix(root).map(names).unwrap_or_default();
        let (to, from): (Vec<_>, Vec<_>) = (root.components().collect(), current.components().collect());
        let common = to.iter().zip(&from).take_while(|(one, other)| one == other).count();
        // Folders that have nothing but the root of the file system in common have nothing to do with each other.
        let is_name = |part: &Component<'_>| matches!(part, Component::Normal(_));
        let mut base = if common == from.len() || to[..common].iter().any(is_name) {
            let down = to[common..].iter().map(|part| part.as_os_str().to_string_lossy().into_owned());
            vec!["..".to_owned(); from.len() - common].into_iter().chain(down).collect::<Vec<_>>().join("/")
        } else {
            root.to_string_lossy().replace('\\', "/")
        };
        if !base.is_empty() && !base.ends_with('/') {
            base.push('/');
        }
        Self { base, inside }
    }

    /// Returns the path from the current folder of a path below the root, without a way up and down again.
    fn shown_path(&self, path: &str) -> String {
        let names: Vec<&str> = path.split('/').filter(|name| !name.is_empty()).collect();
        let common = names.iter().zip(&self.inside).take_while(|(one, other)| one == other).count();
        let shown = if self.inside.is_empty() {
            format!("{}{path}", self.base)
        } else {
            let up = std::iter::repeat_n("..", self.inside.len() - common);
            up.chain(names[common..].iter().copied()).collect::<Vec<_>>().join("/")
        };
        match shown.trim_end_matches('/') {
            "" if shown.is_empty() => ".".to_owned(),
            "" => shown,
            trimmed => trimmed.to_owned(),
        }
    }
}

fn names(path: &Path) -> Vec<String> {
    path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_from_the_current_folder() {
        for (root, current, path, full) in [
            ("/a/plans", "/a", "p/x.yaml", "plans/p/x.yaml"),
            ("/a/plans", "/a", "", "plans"),
            ("/a/plans", "/a/plans", "p/x.yaml", "p/x.yaml"),
            ("/a/plans", "/a/plans", "", "."),
            ("/a/plans", "/a/plans/p/q", "p/x.yaml", "../x.yaml"),
            ("/a/plans", "/a/plans/p/q", "p/q/x.yaml", "x.yaml"),
            ("/a/plans", "/a/plans/p/q", "x.yaml", "../../x.yaml"),
            ("/a/plans", "/a/plans/p/q", "", "../.."),
            ("/a/plans", "/a/plans/p/q", "p/q", "."),
            ("/a/plans", "/a/b/c", "p/x.yaml", "../../plans/p/x.yaml"),
            ("/a/plans", "/b", "p/x.yaml", "/a/plans/p/x.yaml"),
            ("/a/plans", "/", "p/x.yaml", "a/plans/p/x.yaml"),
            ("/", "/b", "p/x.yaml", "../p/x.yaml"),
        ] {
            let way = WayToRoot::new(Path::new(root), Path::new(current));
            assert_eq!(way.shown_path(path), full, "{root} from {current}");
        }
        assert_eq!(WayToRoot::new(Path::new("/a/plans"), Path::new("/a/plans/p/q")).base, "../../");
    }
}
