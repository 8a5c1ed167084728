//! What reading asks of a file system, so that plans can be read from anywhere: a disk, a test's memory.

use std::io;

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, a device, a pipe: nothing that a walk follows.
    Other,
    /// Something that the system keeps from being looked at.
    Closed,
    /// Nothing.
    Missing,
}

/// The files below one root.
pub trait Disk: Sync {
    /// The way from the current folder to the root: empty, or ending in `/`.
    #[allow(clippy::unnecessary_literal_bound, reason = "other disks keep theirs")]
    fn base(&self) -> &str {
        ""
    }
    /// What a path leads to; a symbolic link is [`Kind::Other`].
    fn kind(&self, path: &str) -> Kind;
    /// The names in a folder; what is no Unicode in them stands as U+FFFD.
    fn names(&self, folder: &str) -> io::Result<Vec<String>>;
    /// The bytes of a file, at most `limit` and one.
    fn read(&self, path: &str, limit: u64) -> io::Result<Vec<u8>>;
    /// Whether a path, symbolic links followed, lies below the root.
    fn is_inside(&self, path: &str) -> bool;
}
