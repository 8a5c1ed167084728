//! Plans in the files of a file system, read and checked.

mod disk;

pub(crate) use disk::require_plain_file;
pub use disk::{DiskFileSystem, OutsideRootError};
