//! Words → expression → occurrences: deadlines as Vietnamese plans write them.
//!
//! * [`parse`] reads the words into an [`Expression`], which knows neither plan nor calendar;
//! * [`resolve`] gives it days, against a [`DeadlineContext`]: the plan's [`Period`] and its calendar;
//! * [`roll`] moves a last day that is a day off, by Bộ luật Dân sự 2015, Điều 148 khoản 5;
//! * [`parse_day`] reads a day with its year, [`Period::parse`] a period, [`resolve_span`] any span.
//!
//! Days, spans and points follow Bộ luật Dân sự 2015, Điều 145–148.

mod article;
mod describe;
mod display;
mod error;
mod expression;
mod grammar;
mod lexer;
mod period;
mod resolve;
mod roll;
mod single;
mod suggest;

pub use article::Article;
pub use describe::describe;
pub use error::{DeadlineError, DeadlineErrorKind, DeadlineErrorReason};
pub use expression::Expression;
pub use grammar::LONGEST;
pub use period::{Before, DeadlineContext, Period};
pub use resolve::{Deadline, DeadlineKind, Note, Occurrence, resolve, resolve_span};
pub use roll::{Roll, RollReason, Rolled, roll};
pub use single::parse_day;

/// Reads a deadline as it is written.
///
/// # Errors
/// With the part that was not understood and the nearest known forms, or with the mistake: a day, month,
/// quarter … that does not exist, an end before its beginning, years outside 1900–2999.
pub fn parse(text: &str) -> Result<Expression, DeadlineError> {
    grammar::parse(text).map_err(|error| suggest::with_nearest(text, error))
}
