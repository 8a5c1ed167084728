//! Deadlines as Vietnamese plans write them: words → expression → occurrences.
//!
//! * [`parse`] reads the words into an [`Expression`], which knows neither plan nor calendar;
//! * [`parse_in`] reads words that may name an event of a calendar;
//! * [`resolve`] resolves it to days, in a [`DeadlineContext`]: the plan's [`Period`] and its calendar;
//! * [`roll`] moves a last day that is a day off, by Bộ luật Dân sự 2015, Điều 148 khoản 5;
//! * [`parse_day`] reads a day with its year, [`Period::parse`] a period, [`resolve_span`] resolves any span;
//! * [`Article`] names the articles of law that a deadline relies on.
//!
//! Days, spans and points follow Bộ luật Dân sự 2015, Điều 145–148.

mod article;
mod cited;
mod condition;
mod describe;
mod display;
mod error;
mod event;
mod expression;
mod grammar;
mod label_name;
mod lexer;
mod occurrence;
mod period;
mod read;
mod resolve;
mod roll;
mod span;
mod suggest;
mod word_range;
mod yearless;

pub use article::Article;
pub use condition::names_no_condition;
pub use describe::describe;
pub use error::{DeadlineError, DeadlineErrorKind, DeadlineErrorReason};
pub use event::{event_name, parse_in, resolve_dates};
pub use expression::Expression;
pub use grammar::LONGEST;
pub use label_name::label_name;
pub use occurrence::{Deadline, DeadlineKind, DeadlineNote, Occurrence, closed_before_issue};
pub use period::{BeforeReading, DeadlineContext, Period};
pub use read::{is_readable, parse, parse_day};
pub use resolve::resolve;
pub use roll::{Roll, RollReason, Rolled, roll};
pub use span::resolve_span;
pub use suggest::{FORM_YEAR, form_in_period};
pub use yearless::YearlessDay;
