//! x
pub(crate) mod rules;
