//! Nodes → values of the kind that the format asks for, and the faults of the others.

#[cfg(any(test, fuzzing))]
pub(super) mod comparison;
mod entry;
mod keys;
mod scalar;
mod streamed;
#[cfg(test)]
mod tests;

pub(super) use entry::{entry, missing, set};
pub(super) use keys::{given_twice, key_of, unknown_key};
pub(crate) use scalar::wrong_day;
pub(super) use streamed::streamed_entry;
