//! Commands: one file for each subcommand, and what holds for several.

mod arguments;
mod assign;
mod broken_plans;
mod calendar;
mod completions;
mod day_options;
mod defaults;
mod drop;
mod due;
mod empty;
mod environment;
mod explain;
mod extend;
mod form;
mod init;
mod left_out;
mod list;
mod man;
mod matrix;
mod measure;
mod overdue;
mod own_columns;
mod record;
mod rename;
mod schedule;
pub(crate) mod schema;
#[cfg(unix)]
mod shells;
mod show;
mod sort;
mod status;
mod targets;
mod unannounced_years;
mod units;
mod upcoming;
mod validate;
mod why;
