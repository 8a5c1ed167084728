//! The content of a plan's files: every value with its span, possibly partial or wrong.

mod entry;
mod relocated;
mod text;
mod whole;

pub use entry::{DraftValue, Entry, OwnField, Pair};
pub use text::Text;
pub use whole::{Draft, LostEntry, SkippedPart};
