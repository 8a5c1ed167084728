//! A file system in which one file is given: the text of standard input.

use std::io;

use super::disk::DiskFileSystem;
use super::file_system::{FileKind, FileSystem};

/// The files of a disk, with given bytes for one of them, which need not exist.
#[derive(Debug)]
pub struct GivenFile {
    disk: DiskFileSystem,
    path: String,
    bytes: Vec<u8>,
}

impl GivenFile {
    /// Gives the file at a path below the root of a disk its bytes.
    pub fn new(disk: DiskFileSystem, path: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { disk, path: path.into(), bytes }
    }
}

impl FileSystem for GivenFile {
    fn base(&self) -> &str {
        self.disk.base()
    }

    fn shown_path(&self, path: &str) -> String {
        self.disk.shown_path(path)
    }

    fn kind(&self, path: &str) -> FileKind {
        if path == self.path { FileKind::File } else { self.disk.kind(path) }
    }

    fn names(&self, folder: &str) -> io::Result<Vec<String>> {
        self.disk.names(folder)
    }

    fn read(&self, path: &str, limit: u64) -> io::Result<Vec<u8>> {
        if path != self.path {
            return self.disk.read(path, limit);
        }
        let most = usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(1);
        Ok(self.bytes[..self.bytes.len().min(most)].to_vec())
    }

    fn is_inside(&self, path: &str) -> bool {
        path == self.path || self.disk.is_inside(path)
    }
}
