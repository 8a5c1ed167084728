//! The resolution of expressions to days, against a period and a calendar.

mod label;
mod recurrence;
mod resolver;
mod years;

pub use resolver::resolve;
pub(super) use years::{ResolveError, YearResolver};
