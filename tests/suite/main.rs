//! The test suite: one binary.

mod deadlines;
mod diagnostics;
mod given;
mod status;
