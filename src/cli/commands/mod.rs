//! One file for each command.

pub(super) mod assign;
pub(super) mod calendar;
pub(super) mod completions;
pub(super) mod drop;
pub(super) mod due;
pub(super) mod explain;
pub(super) mod export;
pub(super) mod extend;
pub(super) mod form;
pub(super) mod init;
pub(super) mod list;
pub(super) mod man;
pub(super) mod matrix;
pub(super) mod measure;
pub(super) mod overdue;
pub(super) mod record;
pub(super) mod rename;
pub(super) mod schedule;
pub(super) mod schema;
pub(super) mod show;
pub(super) mod status;
pub(super) mod targets;
pub(super) mod units;
pub(super) mod upcoming;
pub(super) mod validate;
pub(super) mod why;
