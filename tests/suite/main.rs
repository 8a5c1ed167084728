//! The test suite: one binary.

mod deadlines;
mod diagnostics;
mod given;
mod layers;
mod program;
mod render;
mod rules;
mod status;
