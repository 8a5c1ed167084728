//! The file system that plans are read from: a disk, memory, the buffers of an editor.

use std::collections::BTreeMap;
use std::io;
use std::string::FromUtf8Error;

/// Kind of the object at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link to a folder: no walk follows it.
    FolderLink,
    /// Any other symbolic link, a device, a pipe: nothing that a walk reads.
    Other,
    /// Something that the system keeps from being looked at.
    Closed,
    /// Nothing.
    Missing,
}

/// The files below one root.
pub trait FileSystem: Send + Sync {
    /// The way from the current folder to the root: empty, or ending in `/`.
    #[allow(clippy::unnecessary_literal_bound, reason = "others keep theirs")]
    fn base(&self) -> &str {
        ""
    }
    /// Returns the path from the current folder of a path below the root, as people write it; `.` for that folder.
    fn shown_path(&self, path: &str) -> String {
        if path.is_empty() { ".".to_owned() } else { path.to_owned() }
    }
    /// Returns the kind of the object at a path; a symbolic link is [`FileKind::FolderLink`] or [`FileKind::Other`].
    fn kind(&self, path: &str) -> FileKind;
    /// The names in a folder; what is no Unicode in them stands as U+FFFD.
    fn names(&self, folder: &str) -> io::Result<Vec<String>>;
    /// The bytes of a file, at most `limit` and one.
    fn read(&self, path: &str, limit: u64) -> io::Result<Vec<u8>>;
    /// The text of a file, at most `limit` bytes and one; its bytes as they are if they are not UTF-8.
    fn read_text(&self, path: &str, limit: u64) -> io::Result<Result<String, Vec<u8>>> {
        let read = String::from_utf8(self.read(path, limit)?);
        Ok(read.map_err(FromUtf8Error::into_bytes))
    }
    /// Returns true if a path, symbolic links followed, lies below the root.
    fn is_inside(&self, path: &str) -> bool;
}

/// Files in memory, by path: the unsaved buffers of an editor, the input of a test or of a fuzz target.
///
/// A folder exists when a file lies below it. Every path is inside the root.
#[derive(Debug, Clone, Default)]
pub struct MemoryFileSystem {
    files: BTreeMap<String, Vec<u8>>,
}

impl MemoryFileSystem {
    /// Adds a file, or replaces its bytes.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// Removes a file and returns its bytes.
    pub fn remove(&mut self, path: &str) -> Option<Vec<u8>> {
        self.files.remove(path)
    }

    /// The bytes of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// The paths below a folder, relative to it, in the order of their bytes.
    fn below(&self, folder: &str) -> impl Iterator<Item = &str> {
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let from = self.files.range(prefix.clone()..);
        from.map_while(move |(path, _)| path.strip_prefix(prefix.as_str()))
    }
}

impl<P: Into<String>, B: Into<Vec<u8>>> FromIterator<(P, B)> for MemoryFileSystem {
    fn from_iter<I: IntoIterator<Item = (P, B)>>(files: I) -> Self {
        Self { files: files.into_iter().map(|(path, bytes)| (path.into(), bytes.into())).collect() }
    }
}

impl FileSystem for MemoryFileSystem {
    fn kind(&self, path: &str) -> FileKind {
        if self.files.contains_key(path) {
            FileKind::File
        } else if path.is_empty() || self.below(path).next().is_some() {
            FileKind::Folder
        } else {
            FileKind::Missing
        }
    }

    fn names(&self, folder: &str) -> io::Result<Vec<String>> {
        let mut names: Vec<String> =
            self.below(folder).filter_map(|path| path.split('/').next()).map(str::to_owned).collect();
        names.dedup();
        Ok(names)
    }

    fn read(&self, path: &str, limit: u64) -> io::Result<Vec<u8>> {
        let bytes = self.get(path).ok_or(io::ErrorKind::NotFound)?;
        let most = usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(1);
        Ok(bytes[..bytes.len().min(most)].to_vec())
    }

    fn is_inside(&self, _path: &str) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_exists_when_a_file_lies_below_it() {
        let mut files: MemoryFileSystem =
            [("a/b.yaml", "1"), ("a/c/d.yaml", "2"), ("a-b.yaml", "3")].into_iter().collect();
        assert_eq!(
            (files.kind(""), files.kind("a"), files.kind("a/c")),
            (FileKind::Folder, FileKind::Folder, FileKind::Folder)
        );
        assert_eq!(
            (files.kind("a/b.yaml"), files.kind("a/b"), files.kind("b")),
            (FileKind::File, FileKind::Missing, FileKind::Missing)
        );
        assert_eq!(files.names("").unwrap(), ["a-b.yaml", "a"]);
        assert_eq!(files.names("a").unwrap(), ["b.yaml", "c"]);
        assert_eq!(files.remove("a/c/d.yaml"), Some(b"2".to_vec()));
        assert_eq!(files.kind("a/c"), FileKind::Missing);
    }

    #[test]
    fn reading_ends_one_byte_beyond_the_limit() {
        let files: MemoryFileSystem = [("a", "12345")].into_iter().collect();
        assert_eq!(files.read("a", 3).unwrap(), b"1234");
        assert_eq!(files.read("a", 5).unwrap(), b"12345");
        assert_eq!(files.read("b", 5).unwrap_err().kind(), io::ErrorKind::NotFound);
    }
}
