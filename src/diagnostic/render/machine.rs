//! The parts that all JSON of diagnostics has in common.

use serde::{Serialize, Serializer};

use crate::diagnostic::Diagnostic;

/// A list that is made while it is written.
pub(super) struct LazyList<'a, F> {
    diagnostics: &'a [&'a Diagnostic],
    each: F,
}

impl<'a, T, F: Fn(&'a Diagnostic) -> T> LazyList<'a, F> {
    /// Creates the list of the results of `each`, one per diagnostic.
    pub(super) fn new(diagnostics: &'a [&'a Diagnostic], each: F) -> Self {
        Self { diagnostics, each }
    }
}

impl<'a, T: Serialize, F: Fn(&'a Diagnostic) -> T> Serialize for LazyList<'a, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.diagnostics.iter().copied().map(&self.each))
    }
}
