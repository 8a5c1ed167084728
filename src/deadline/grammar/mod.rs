//! Tokens → expression, by recursive descent without recursion: every rule calls only finer ones.
//!
//! A rule gives `Ok(None)`, and the position is put back, when the words are not its own; an error when
//! they are its own and impossible (quarter V).

mod clause;
mod day;
mod parser;
mod part;
mod recurrence;
mod timed;
mod whole;

pub use whole::LONGEST;
pub(super) use whole::parse;
