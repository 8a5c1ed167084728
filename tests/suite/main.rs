//! The test suite: one binary.

mod deadlines;
