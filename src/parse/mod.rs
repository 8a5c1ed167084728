//! YAML → [`Draft`]: the values of a plan's files with their spans; and back, from values to YAML.
//!
//! The meaning of a plan is unknown here, and no file is opened: texts are given as
//! [`Sources`](crate::span::Sources). [`format`](mod@format) is the table of keys; [`PlanFiles`] are read into a
//! [`Draft`], as far as they can be read. An [`Outline`] is the layout of one file, [`emit`] writes entries in
//! that layout.

pub mod emit;
pub mod format;
mod key;
pub(crate) mod rules;
pub(crate) mod scalar;
pub mod schema;
pub mod starter;

mod allow;
mod conflict;
pub(crate) mod control;
mod correction;
mod decode;
mod draft;
mod file;
mod outline;
#[cfg(test)]
mod pages;
mod pieces;
mod plan;
mod reader;
mod text_content;
mod texts;
mod values;
mod yaml;

pub use allow::Allow;
pub use decode::LARGEST_FILE;
pub(crate) use decode::{EncodingFault, decode};
pub use draft::{Draft, DraftValue, Entry, LostEntry, OwnField, Pair, SkippedPart, Text};
pub(crate) use file::includes;
pub(crate) use key::TextClass;
pub use key::{Key, Mapping};
pub use outline::{
    CommentPlace, EntryComment, EntryLayout, EntryOutline, EntryStyle, KeyOutline, ListOutline, ListStyle,
    Outline,
};
pub(crate) use plan::LONG;
pub use plan::PlanFiles;
pub use reader::Role;
pub use text_content::{ContentPart, TextContent};
pub(crate) use texts::{PlanText, owners, texts, texts_of};
pub(crate) use values::wrong_day;

/// Compares the reader of plain lines with the YAML parser; true if the text is of plain lines.
#[cfg(fuzzing)]
#[doc(hidden)]
pub fn plain_lines_agree(text: &str) -> bool {
    yaml::agree(text)
}
