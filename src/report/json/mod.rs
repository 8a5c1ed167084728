//! What programs get: structs of their own, versioned by name. Within a version keys may be added, never
//! removed or changed. Source: docs/commands.md, Machine output.

mod annexes;
mod due;
mod items;
mod parts;
mod show;
mod status;
mod why;

pub use annexes::{Schedule, Targets, Units};
pub use due::{Calendar, Due};
pub use items::WorkItemsJson;
pub use show::Show;
pub use status::StatusTable;
pub use why::Why;
