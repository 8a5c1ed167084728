//! Plans in the files of a file system, read and checked: what every command, and later an editor, asks.
//!
//! * [`Workspace::open`] reads the plans at some [`Location`]s of a file system and checks each by itself and
//!   all together;
//! * [`Workspace::plans`] are its plans, valid or not, each with its number, a [`PlanIx`](crate::model::PlanIx);
//! * [`Workspace::select`] takes a filter and gives the work items that it lets through, a [`Selection`];
//! * [`Catalogue::find`] finds the plans at some locations without keeping them, and opens one after the other: for
//!   more plans than memory holds;
//! * [`Workspace::update`] gives a file another text and reads again only what depends on it;
//! * [`Workspace::entry_at`] finds the entry of a plan at a place, [`Workspace::place_of`] the place of an entity;
//! * [`Workspace::deadline_basis`] is the period and calendar that words of a deadline are read against.
//!
//! The floor knows no command line and no terminal. A fault of a plan is a diagnostic, a fault of reading
//! files a [`Failure`].

mod area;
mod basis;
mod catalogue;
mod disk;
mod entry;
mod file_system;
mod given;
mod load;
mod name;
mod open;
mod options;
mod overlay;
mod path;
mod place;
mod read_text;
mod select;
mod unread;
mod update;

pub use area::PlanArea;
pub use basis::{DeadlineBasis, DeadlineBasisError};
pub use catalogue::{Catalogue, CataloguedPlan, PlanHead};
pub use disk::{DiskFileSystem, OutsideRootError};
pub(crate) use disk::{normal, require_plain_file, slashed};
pub use entry::PlanEntry;
pub use file_system::{FileKind, FileSystem, MemoryFileSystem};
pub use given::GivenFile;
pub use load::Failure;
pub use name::{EntityName, FoundEntity, NumberedPlan};
pub use open::Workspace;
pub use options::{CheckOptions, Location};
pub(crate) use path::is_yaml;
pub use place::EntryPlace;
pub use select::{SelectedPlan, Selection};

use crate::check;
use crate::diagnostic::Rule;
use crate::query;

/// Every rule of the program, by name: those of plans and those of filters.
pub fn rules() -> Vec<&'static Rule> {
    let mut rules: Vec<&Rule> = check::RULES.iter().chain(&query::rules::RULES).copied().collect();
    rules.sort_by_key(|rule| rule.name);
    rules
}

#[cfg(test)]
mod tests;
