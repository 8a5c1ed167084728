//! Another id for an entry of a plan, at its definition and wherever it is used.

mod proof;
mod renaming;
mod subject;
mod uses;

pub use renaming::propose_renaming;
