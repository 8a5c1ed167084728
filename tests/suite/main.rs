//! The test suite: one binary.

mod deadlines;
mod diagnostics;
mod given;
mod lay.rs;
mod program;
mod rules;
mod status;
