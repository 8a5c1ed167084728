//! `plan.edit/1`: the files that a command changes.

use serde::Serialize;

use crate::edit::{FileChange, Proposal};

/// The answer of a command that writes into plans.
#[derive(Debug, Serialize)]
pub struct EditJson {
    schema: &'static str,
    files: Vec<ChangedFileJson>,
    unchanged: usize,
}

/// A file that a command changes.
#[derive(Debug, Serialize)]
pub(super) struct ChangedFileJson {
    file: String,
    moved_from: Option<String>,
    created: bool,
    diff: String,
}

impl EditJson {
    /// The changes of some files.
    pub fn new(proposal: &Proposal) -> Self {
        Self {
            schema: "plan.edit/1",
            files: proposal.files.iter().map(ChangedFileJson::new).collect(),
            unchanged: proposal.unchanged,
        }
    }
}

impl ChangedFileJson {
    pub(super) fn new(change: &FileChange) -> Self {
        Self {
            file: change.path.clone(),
            moved_from: change.moved_from.clone(),
            created: change.old.is_none(),
            diff: change.diff(),
        }
    }
}
