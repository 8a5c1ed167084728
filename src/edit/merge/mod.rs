//! Three versions of a file of a plan → one, entry by entry. Source: docs/edit.md, Merging.

mod block;
mod merging;
mod names;
mod pairing;
mod proof;
mod results;

pub(super) use merging::join_files;
pub use merging::{MergedFile, merge_files};
