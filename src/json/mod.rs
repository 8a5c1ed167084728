//! What programs get: structs of their own, versioned by name. Within a version keys may be added, never
//! removed or changed. Source: docs/commands.md, Machine output.

mod annexes;
mod attributes;
mod due;
mod items;
mod parts;
mod show;
mod status;
mod why;

pub use annexes::{ScheduleJson, TargetsJson, UnitsJson};
pub use due::{CalendarJson, DueJson};
pub use items::WorkItemsJson;
pub use show::ShowJson;
pub use status::StatusJson;
pub use why::WhyJson;
