//! The test suite: one binary.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

mod deadlines;
mod diagnostics;
mod documents;
mod explain;
mod facts;
mod given;
mod hostile;
mod layers;
mod program;
mod query;

mod render;
mod rules;
mod schema;
mod status;
mod validate;
