//! The parts that all JSON of diagnostics has in common.

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

use crate::diagnostic::Diagnostic;

/// A list that is made while it is written.
pub(super) struct LazyList<'a, T, F> {
    first: Vec<T>,
    diagnostics: &'a [&'a Diagnostic],
    each: F,
}

impl<'a, T, F: Fn(&'a Diagnostic) -> T> LazyList<'a, T, F> {
    /// Creates the list of the results of `each`, one per diagnostic.
    pub(super) fn new(diagnostics: &'a [&'a Diagnostic], each: F) -> Self {
        Self { first: Vec::new(), diagnostics, each }
    }

    /// Adds elements before those of the diagnostics.
    pub(super) fn behind(self, first: Vec<T>) -> Self {
        Self { first, ..self }
    }
}

impl<'a, T: Serialize, F: Fn(&'a Diagnostic) -> T> Serialize for LazyList<'a, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.first.len() + self.diagnostics.len()))?;
        for element in &self.first {
            list.serialize_element(element)?;
        }
        for diagnostic in self.diagnostics {
            list.serialize_element(&(self.each)(diagnostic))?;
        }
        list.end()
    }
}
