//! The settings of a plan by which its days are computed.

use crate::deadline::{BeforeReading, Roll};

/// The settings of a plan. Source: docs/deadlines.md, Working days; docs/status.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// The treatment of a last day that is a day off.
    pub roll: Roll,
    /// The reading of `trước` before a day.
    pub before: BeforeReading,
    /// The number of working days before the deadline in which work is due soon.
    pub due_soon: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { roll: Roll::Next, before: BeforeReading::Exclusive, due_soon: 3 }
    }
}
