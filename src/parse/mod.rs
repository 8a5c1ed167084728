//! YAML → [`Draft`]: the values of a plan's files with their spans; and back, from values to YAML.
//!
//! The meaning of a plan is unknown here. [`format`](mod@format) is the table of keys, [`load`](load()) finds
//! the files and reads them into a [`Draft`], as far as they can be read. An [`Outline`] is the layout of one
//! file, [`emit`] writes entries in that layout.

pub mod emit;
pub mod format;
mod key;
pub(crate) mod rules;
pub(crate) mod scalar;
pub mod schema;
pub mod starter;

mod allow;
mod conflict;
mod decode;
mod draft;
mod file;
mod file_system;
mod load;
mod outline;
#[cfg(test)]
mod pages;
mod path;
mod pieces;
mod plan;
mod reader;
mod unread;
mod values;
mod yaml;

pub use allow::Allow;
pub use decode::LARGEST_FILE;
pub(crate) use decode::decode;
pub use draft::{Draft, DraftValue, Entry, Pair, Text};
pub(crate) use file::includes;
pub use file_system::{FileKind, FileSystem, MemoryFileSystem};
pub use key::{Key, Mapping};
pub use load::{Failure, Loaded, load};
pub use outline::{
    CommentPlace, EntryComment, EntryLayout, EntryOutline, EntryStyle, KeyOutline, ListOutline, ListStyle,
    Outline,
};
pub(crate) use path::{is_folder_main, is_yaml};
pub(crate) use plan::LONG;
pub use plan::PlanFiles;
