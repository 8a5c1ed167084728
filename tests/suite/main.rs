//! The test suite: one binary.

mod deadlines;
mod diagnostics;
mod given;
mod layers;
mod program;
mod rules;
mod status;
mod tables;
