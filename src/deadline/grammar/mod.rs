//! The grammar of deadlines: a recursive-descent parser from tokens to an expression.
//!
//! A rule calls only rules of smaller parts, so that the depth is bounded. It returns `Ok(None)` and restores
//! the position when its words do not follow, and an error when they follow and are impossible (quarter V).

mod clause;
mod count;
mod day;
mod each;
mod each_after;
mod edge;
mod event;
mod front;
mod front_words;
mod joined;
mod list;
mod note;
mod outer_day;
mod parser;
mod part;
mod recurrence;
mod rhythm;
mod span_kind;
mod stages;
mod tidy;
mod time_words;
mod timed;
mod whole;

pub use whole::LONGEST;
pub(super) use whole::{parse, parse_tokens};
