//! Groupings of a status table. Source: docs/status.md, Figures.

mod by;
mod groups;
mod names;

pub use by::By;
pub use groups::{StatusGroup, group};
