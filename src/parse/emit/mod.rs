//! Writes YAML of the format: scalars, entries, and entries into the lists of a file.
//!
//! Everything is written conservatively, so that a strict reader of YAML 1.1 or 1.2 takes each value for the same text
//! as the reader of plans does.

mod entry;
mod insertion;
mod scalar;

#[cfg(test)]
mod tests;

pub use entry::{NewEntry, NewValue};
pub use insertion::insertion;
pub use scalar::{ScalarContext, scalar};
