//! One file for each command.

pub(super) mod calendar;
pub(super) mod due;
pub(super) mod explain;
pub(super) mod init;
pub(super) mod schema;
pub(super) mod validate;
