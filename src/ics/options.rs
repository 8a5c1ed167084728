//! The options of a calendar.

use crate::language::Lang;

/// The options of a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarOptions {
    /// The language of summaries and descriptions.
    pub lang: Lang,
    /// The number of days before a deadline on which the reader is reminded.
    pub remind: Option<u32>,
}
