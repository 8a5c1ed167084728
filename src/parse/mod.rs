//! YAML → Draft: what the files of a plan say, every value with its place.
//!
//! Nothing here knows what a plan means. [`format`](mod@format) is the table of keys, [`load`](load()) finds the
//! files and reads them, [`Draft`] is what comes out, with as much of it as could be read.

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
mod path;
mod pieces;
mod plan;
mod reader;
mod values;
mod yaml;

pub use allow::Allow;
pub use decode::LARGEST_FILE;
pub use draft::{Draft, DraftValue, Entry, Pair, Text};
pub use file_system::{FileKind, FileSystem, MemoryFileSystem};
pub use key::{Key, Mapping};
pub use load::{Failure, Loaded, load};
pub(crate) use plan::LONG;
pub use plan::PlanFiles;
