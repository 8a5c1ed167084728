//! The settings of a plan by which its days are computed.

use crate::deadline::{BeforeReading, Roll};

/// How days are computed. Source: docs/deadlines.md, Working days; docs/status.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// What happens to a last day that is a day off.
    pub roll: Roll,
    /// How `trước` is read.
    pub before: BeforeReading,
    /// How many working days before its deadline an assignment is due soon.
    pub due_soon: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { roll: Roll::Next, before: BeforeReading::Exclusive, due_soon: 3 }
    }
}
