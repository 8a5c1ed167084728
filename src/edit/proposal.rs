//! Changes of files that were checked and may be written.

use super::file_change::FileChange;
use super::refusal::Findings;

/// Changes of the files of a workspace, checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The files that change, in the order of their paths; none if everything is there already.
    pub files: Vec<FileChange>,
    /// The number of entries that are there already.
    pub unchanged: usize,
    /// The warnings that the plans would have and do not have now.
    pub warnings: Findings,
}
