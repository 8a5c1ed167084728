//! Groupings of a status table. Source: docs/status.md, Figures.

mod by;
mod groups;
mod names;

pub use by::Grouping;
pub use groups::{StatusGroup, group};
