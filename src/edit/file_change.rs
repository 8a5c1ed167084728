//! A change of one file: its text before and after.

use crate::diagnostic::diff;

/// A change of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChange {
    /// The path from the current folder, with `/`.
    pub path: String,
    /// The text as it was read; none for a file that is created.
    pub old: Option<String>,
    /// The text to write; none for a file that is removed.
    pub new: Option<String>,
}

impl FileChange {
    /// The change as a unified diff for people.
    pub fn diff(&self) -> String {
        diff::of_file(&self.path, self.old.as_deref(), self.new.as_deref())
    }
}
