//! The options of opening a workspace: locations of plans, and how they are checked.

use std::fmt;
use std::sync::Arc;

use super::file_system::FileSystem;
use crate::date::Day;

/// A place where plans are looked for.
#[derive(Clone)]
pub struct Location {
    /// The files below a root.
    pub files: Arc<dyn FileSystem>,
    /// A folder of plans, a plan's folder or any file of a plan, relative to the root; empty for the root itself.
    pub path: String,
    /// True if the path is that of a file which is a whole plan, whatever lies beside it.
    pub is_whole_plan: bool,
}

impl Location {
    /// A path below the root of a file system.
    pub fn new(files: impl FileSystem + 'static, path: impl Into<String>) -> Self {
        Self { files: Arc::new(files), path: path.into(), is_whole_plan: false }
    }

    /// A file that is a whole plan with what it includes, whatever its name and whatever lies beside it.
    pub fn whole_plan(files: impl FileSystem + 'static, path: impl Into<String>) -> Self {
        Self { is_whole_plan: true, ..Self::new(files, path) }
    }
}

impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Location").field("path", &self.files.shown_path(&self.path)).finish_non_exhaustive()
    }
}

/// Options of checking plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckOptions {
    /// The day of the run in Vietnam: a report dated later is a slip. It is not the day asked about (`--as-of`).
    pub today: Day,
    /// True if every remaining warning counts as an error (`--deny warnings`). Plans with warnings stay valid.
    pub deny_warnings: bool,
    /// True if warnings are looked for; without them, a plan is as valid as with them.
    pub with_warnings: bool,
}

impl CheckOptions {
    /// Warnings stay warnings.
    pub fn new(today: Day) -> Self {
        Self { today, deny_warnings: false, with_warnings: true }
    }

    /// Errors alone, for a report, which shows no warning.
    pub fn of_report(today: Day) -> Self {
        Self { with_warnings: false, ..Self::new(today) }
    }
}
