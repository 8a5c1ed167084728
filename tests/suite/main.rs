//! The test suite: one program. `tests/README.md` says which test belongs where.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, unreachable_pub)]
#![allow(clippy::needless_raw_string_hashes, reason = "snapbox writes the hashes")]

mod commands;
mod deadlines;
mod docs;
mod edits;
mod examples;
mod filters;
mod formats;
mod guides;
mod hostile;
mod imports;
mod layers;
mod plans;
mod rules;
mod status;
mod support;
mod templates;
