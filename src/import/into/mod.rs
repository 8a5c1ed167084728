//! An annex or a further document that joins a plan: only what the plan lacks. Source: docs/import.md, Into a plan.
//!
//! * `part`: the annexes and documents of the files, and their numbers;
//! * `known_plan`: the plan, as what can be there already;
//! * `pairing`: the entries that are there, the ids that are taken;
//! * `groups`: the groups that new bullets list;
//! * `places`: the files of the plan into which entries go;
//! * `addition`: the way through, and the proposal of the floor `edit`.

mod addition;
mod groups;
mod known_plan;
mod pairing;
mod part;
mod places;

pub use addition::{IntoError, IntoRequest, import_into};
