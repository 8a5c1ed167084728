//! What programs get: structs of their own, versioned by name. Within a version keys may be added, never
//! removed or changed. Source: commands.md, Machine output.

mod due;
mod items;
mod status;

pub use due::{Calendar, Due};
pub use items::Items;
pub use status::StatusTable;
