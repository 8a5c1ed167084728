//! One file for each command.

pub(super) mod calendar;
pub(super) mod due;
pub(super) mod explain;
pub(super) mod init;
pub(super) mod list;
pub(super) mod overdue;
pub(super) mod schema;
pub(super) mod status;
pub(super) mod upcoming;
pub(super) mod validate;
