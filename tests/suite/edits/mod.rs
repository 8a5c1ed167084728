//! The commands that write into plans, on the plans of the repository and against each other.

mod every_item;
mod merging;
#[cfg(unix)]
mod together;
