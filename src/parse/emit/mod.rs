//! Writes YAML of the format: scalars, entries, and entries into the lists of a file.
//!
//! [`addition`] puts an entry into a file as a person would have typed it there, [`is_only_addition`] proves that the
//! file says nothing else than before. Everything is written conservatively, so that a strict reader of YAML 1.1 or 1.2 takes each value for the same text
//! as the reader of plans does.

mod addition;
mod day_form;
mod entry;
mod insertion;
mod proof;
mod renaming;
mod scalar;

#[cfg(test)]
mod tests;

pub use addition::{ListPlace, addition};
pub use day_form::DayForm;
pub use entry::{EntryKey, NewEntry, NewValue};
pub use proof::is_only_addition;
pub use renaming::renaming;
pub use scalar::{ScalarContext, scalar};
