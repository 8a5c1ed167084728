//! Three versions of a file of a plan → one, entry by entry. Source: docs/edit.md, Merging.

mod block;
mod merging;
mod names;
mod pairing;
mod proof;
mod results;

pub use merging::{MergedFile, merge_files};
