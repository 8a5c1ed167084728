//! A change of one file: its text before and after.

use crate::diagnostic::diff;

/// A change of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChange {
    /// The path from the current folder, with `/`.
    pub path: String,
    /// The path that the file has now, if it gets another one.
    pub moved_from: Option<String>,
    /// The text as it was read; none for a file that is created.
    pub old: Option<String>,
    /// The text to write; none for a file that is removed.
    pub new: Option<String>,
}

impl FileChange {
    /// The change as a unified diff for people.
    pub fn diff(&self) -> String {
        let path = self.moved_from.as_ref().unwrap_or(&self.path);
        diff::of_file([path, &self.path], self.old.as_deref(), self.new.as_deref())
    }
}
