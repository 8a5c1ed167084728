//! The test suite: one binary.

mod diagnostics;
