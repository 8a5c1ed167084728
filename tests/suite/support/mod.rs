//! Helpers shared by the tests of several subjects.

pub(crate) mod answers;
pub(crate) mod folder;
pub(crate) mod letters;
pub(crate) mod package;
pub(crate) mod plans;
pub(crate) mod process;
pub(crate) mod program;
pub(crate) mod samples;
pub(crate) mod snapshot;
pub(crate) mod tables;
#[cfg(unix)]
pub(crate) mod terminal;
pub(crate) mod word;
pub(crate) mod workbook;
