//! The test suite: one binary.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]

mod commands;
mod deadlines;
mod diagnostics;
mod documents;
mod edges;
mod explain;
mod facts;
mod faults;
mod findings;
mod given;
mod guide;
mod hostile;
mod layers;
mod poison;
mod process;
mod program;
mod query;
mod readme;
mod render;
mod rules;
mod schema;
mod shared;
mod status;
mod tables;
mod validate;
