//! The test suite: one binary.

mod deadlines;
mod diagnostics;
mod layers;
mod program;
mod rules;
