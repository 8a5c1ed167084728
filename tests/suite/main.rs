//! The test suite: one binary.

mod deadlines;
mod diagnostics;
mod documents;
mod given;
mod hostile;
mod layers;
mod program;
mod query;
mod rules;
mod schema;
mod status;
