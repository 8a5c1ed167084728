//! The names of units in a text, and the registry that they make.

mod key;
mod name;
mod registry;
mod vocabulary;
mod whole;

pub(super) use key::Abbreviations;
pub(super) use name::{is_kind_alone, is_unit, names_at};
pub(super) use registry::{ImportedUnit, UnitRegistry};
pub use registry::{named_units, plan_id};
pub(super) use whole::whole_names;
