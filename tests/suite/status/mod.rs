//! The status of work items, row by row of docs/status.md.

mod changes;
mod figures;
mod issue;
mod opening_property;
mod property;
mod table;
mod target_property;
mod targets;
mod units;
mod why;
