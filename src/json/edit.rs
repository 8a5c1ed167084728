//! `plan.edit/1`: the files that a command changes.

use serde::Serialize;

use crate::edit::Proposal;

/// The answer of a command that writes into plans.
#[derive(Debug, Serialize)]
pub struct EditJson {
    schema: &'static str,
    files: Vec<ChangedFileJson>,
    unchanged: usize,
}

#[derive(Debug, Serialize)]
struct ChangedFileJson {
    file: String,
    moved_from: Option<String>,
    created: bool,
    diff: String,
}

impl EditJson {
    /// The changes of some files.
    pub fn new(proposal: &Proposal) -> Self {
        let file = |change: &crate::edit::FileChange| ChangedFileJson {
            file: change.path.clone(),
            moved_from: change.moved_from.clone(),
            created: change.old.is_none(),
            diff: change.diff(),
        };
        Self {
            schema: "plan.edit/1",
            files: proposal.files.iter().map(file).collect(),
            unchanged: proposal.unchanged,
        }
    }
}
