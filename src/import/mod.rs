//! From a document to a plan: paragraphs and tables of a file become the files of a draft plan.
//!
//! * `read`: bytes → the intermediate form (`block`): paragraphs with their numbers, tables as grids, footnotes;
//! * `division`, `node`: the parts of a document, and the tree of its numbers;
//! * `header`, `basis`, `closing`: what stands before and behind the body;
//! * `clause`, `coordination`, `role`, `when`, `figure`, `units`: who, when and how many, in sentences;
//! * `table`: heads, rows and cells of annexes;
//! * `build`: the plan; `write`: its files, with a mark at each guess;
//! * `into`: what a plan that is there lacks.
//!
//! Precision goes before recall: an unsure value stays in the words, and is marked for a person (docs/import.md).

mod annexes;
mod basis;
mod block;
mod build;
mod clause;
mod clean;
mod closing;
mod coordination;
mod division;
mod document_facts;
mod error;
mod figure;
mod free_id;
mod header;
mod into;
mod known;
mod letter_case;
mod marker;
mod node;
mod plan;
mod read;
mod role;
mod source;
mod table;
mod time_beside;
mod title;
mod token;
mod units;
mod verb;
mod when;
mod write;

mod assemble;

pub use assemble::{EntryDifference, ImportFigures, Imported, import};
pub use block::{PlaceUnit, ReaderRemark, SourcePlace};
pub use clean::letters;
pub use error::ImportError;
pub use into::{IntoError, IntoRequest, import_into};
pub use known::known_units;
pub use source::{ImportOptions, KnownUnit, SourceFile};
pub use units::{named_units, plan_id};
pub use write::{FileNote, ImportedFile};
