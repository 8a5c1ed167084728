//! A file system with the texts of an editor's buffers in place of those of its files.

use std::collections::BTreeMap;
use std::io;

use super::file_system::{FileKind, FileSystem, MemoryFileSystem};

/// The files of one file system, some of them replaced or added by buffers.
pub(super) struct OverlayFileSystem<'f> {
    files: &'f dyn FileSystem,
    buffers: MemoryFileSystem,
}

impl<'f> OverlayFileSystem<'f> {
    /// Lays over a file system the buffers below its root; their paths are those from the current folder.
    pub(super) fn new(files: &'f dyn FileSystem, buffers: &BTreeMap<String, String>) -> Self {
        let below = |(path, text): (&'_ String, &'_ String)| {
            Some((path.strip_prefix(files.base())?.to_owned(), text.as_bytes().to_vec()))
        };
        Self { files, buffers: buffers.iter().filter_map(below).collect() }
    }
}

impl FileSystem for OverlayFileSystem<'_> {
    fn base(&self) -> &str {
        self.files.base()
    }

    fn kind(&self, path: &str) -> FileKind {
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
        names.sort_unstable();
        names.dedup();
        Ok(names)
    }

    fn read(&self, path: &str, limit: u64) -> io::Result<Vec<u8>> {
        match self.buffers.get(path) {
            Some(_) => self.buffers.read(path, limit),
            None => self.files.read(path, limit),
        }
    }

    fn is_inside(&self, path: &str) -> bool {
        self.buffers.get(path).is_some() || self.files.is_inside(path)
    }
}
