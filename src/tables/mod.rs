//! Tables of plans for the engines of databases: every fact of a plan as a row, and the statuses of all days as spans.
//!
//! * [`TableFormat`]: the tables and their columns; [`PlanRows`]: the rows of one plan, [`calendar_rows`]: the days of
//!   the built-in calendar;
//! * [`TableFile`] writes rows as Parquet; the only place that names the crate.
//!
//! A status is computed by [`status`](crate::status) for every day on which it changes, so that whoever asks the
//! tables repeats nothing of docs/status.md. Source: docs/nation.md.

mod column;
mod file;
mod format;
mod rows;
mod value;

pub use file::TableFile;
pub use format::{ColumnFormat, ColumnType, TableFormat, TableName};
pub use rows::{PlanPlace, PlanRows, TableRows, calendar_rows};
pub use value::RowValue;
