//! The files into which forms are written.

/// A file of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormFile {
    /// The id of the unit.
    pub unit: String,
    /// The name of the unit.
    pub unit_name: String,
    /// The path from the current folder, with `/`.
    pub path: String,
    /// The number of work items.
    pub items: usize,
    /// The number of targets.
    pub targets: usize,
    /// The outcome.
    pub state: FormFileState,
}

/// The outcome of writing a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FormFileState {
    /// The file is written.
    Written,
    /// The file was there with the same bytes.
    Unchanged,
    /// Another file of the name was there and is kept.
    Kept,
}

impl FormFileState {
    /// Returns the word in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Unchanged => "unchanged",
            Self::Kept => "kept",
        }
    }
}
