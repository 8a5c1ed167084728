//! The test suite: one binary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod deadlines;
mod diagnostics;
mod given;
mod layers;
mod program;
mod query;
mod rules;
mod status;
