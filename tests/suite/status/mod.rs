//! What docs/status.md says, row by row.

mod changes;
mod figures;
mod property;
mod table;
mod targets;
mod units;
mod why;
