//! Changes of the files of a workspace, proved before they are written. Source: docs/edit.md.
//!
//! A command states its change as a request, with the words of the command line that say so. The request becomes
//! entries with their places ([`propose_entries`], [`propose_result`]), or another id ([`propose_renaming`]); the new texts
//! are proved to say what the old ones say and the entries more, or the other id, and the plans are checked as they would be. The result is a [`Proposal`], or an [`EditRefusal`] with
//! diagnostics at the words of the command line. Nothing here writes a file.

mod adding;
mod batch;
mod choice;
mod command_line;
mod composition;
mod destination;
mod entries;
mod entry_kind;
mod file_change;
mod joining;
mod known;
mod merge;
mod obstacle;
mod proposal;
mod reference;
mod refusal;
mod rename;
mod renew;
mod request;
mod results;
mod review;
mod scope;
mod words;

pub use adding::propose_entries;
pub use batch::{BatchEntry, BatchFinding, BatchProposal, propose_batch};
pub use command_line::{CommandLine, WordIx};
pub use entry_kind::EntryKind;
pub use file_change::FileChange;
pub use joining::{JoiningText, propose_texts};
pub use merge::{MergedFile, merge_files};
pub use obstacle::obstacle;
pub use proposal::Proposal;
pub use reference::{party_id, plan_of_id};
pub use refusal::{ChangedMeaning, EditRefusal, Findings};
pub use rename::propose_renaming;
pub use renew::{DoubtReason, DoubtfulLine, OpenWork, RenewRequest, Renewal, RenewedLine, propose_renewal};
pub use request::{EntryRequest, Given, RenameRequest, ResultRequest};
pub use results::propose_result;
pub use words::percentage;
