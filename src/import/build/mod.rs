//! The plan of a document: sections, tasks, goals, with who and when.

mod builder;
mod lists;
mod roles;
mod sections;
mod state;

pub(super) use state::PlanBuilder;
