//! The test suite: one binary.

mod deadlines;
mod diagnostics;
mod documents;
mod given;
mod hostile;
mod layers;
mod program;
mod query;
mod render;
mod rules;
mod status;
