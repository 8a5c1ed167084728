//! A file system with other texts in place of those of its files: the buffers of an editor, the result of a command.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::file_system::{FileKind, FileSystem, MemoryFileSystem};

/// The files of one file system, some of them replaced, added or removed.
pub(super) struct OverlayFileSystem<'f> {
    files: &'f dyn FileSystem,
    buffers: MemoryFileSystem,
    removed: BTreeSet<String>,
}

impl<'f> OverlayFileSystem<'f> {
    /// Lays over a file system the buffers below its root; their paths are those from the current folder. A path
    /// without a text is that of a file which is not there.
    pub(super) fn new(files: &'f dyn FileSystem, buffers: &BTreeMap<String, Option<String>>) -> Self {
        let mut overlay = Self { files, buffers: MemoryFileSystem::default(), removed: BTreeSet::new() };
        for (path, text) in buffers {
            let Some(path) = path.strip_prefix(files.base()) else { continue };
            match text {
                Some(text) => overlay.buffers.insert(path, text.as_bytes()),
                None => {
                    overlay.removed.insert(path.to_owned());
                }
            }
        }
        overlay
    }
}

impl FileSystem for OverlayFileSystem<'_> {
    fn base(&self) -> &str {
        self.files.base()
    }

    fn shown_path(&self, path: &str) -> String {
        self.files.shown_path(path)
    }

    fn kind(&self, path: &str) -> FileKind {
        if self.removed.contains(path) {
            return FileKind::Missing;
        }
        match (self.buffers.kind(path), self.files.kind(path)) {
            (FileKind::File, _) => FileKind::File,
            (FileKind::Folder, FileKind::Missing) if !path.is_empty() => FileKind::Folder,
            (_, kind) => kind,
        }
    }

    fn names(&self, folder: &str) -> io::Result<Vec<String>> {
        let mut names = self.buffers.names(folder)?;
        match self.files.names(folder) {
            Ok(more) => names.extend(more),
            Err(error) if names.is_empty() => return Err(error),
            Err(_) => {}
        }
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        names.retain(|name| !self.removed.contains(&format!("{prefix}{name}")));
        names.sort_unstable();
        names.dedup();
        Ok(names)
    }

    fn read(&self, path: &str, limit: u64) -> io::Result<Vec<u8>> {
        match self.buffers.get(path) {
            Some(_) => self.buffers.read(path, limit),
            None if self.removed.contains(path) => Err(io::ErrorKind::NotFound.into()),
            None => self.files.read(path, limit),
        }
    }

    fn read_text(&self, path: &str, limit: u64) -> io::Result<Result<String, Vec<u8>>> {
        match self.buffers.get(path) {
            Some(_) => self.buffers.read_text(path, limit),
            None if self.removed.contains(path) => Err(io::ErrorKind::NotFound.into()),
            None => self.files.read_text(path, limit),
        }
    }

    fn is_inside(&self, path: &str) -> bool {
        self.buffers.get(path).is_some() || self.files.is_inside(path)
    }
}
