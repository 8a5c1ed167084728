//! The filter language over work items. Source: docs/filters.md.
//!
//! One argument of the shell is one term; only spaces need quotation marks.
//!
//! ```text
//! plan list unit:"ha dinh" status:overdue status:paused late:30..
//! ```
//!
//! * [`parse`] reads arguments into a [`Filter`], which knows no plan;
//! * [`Filter::resolve`] looks its names up and reads its days, giving a [`Matcher`];
//! * [`Matcher::matches`] tests a work item, [`PlanMatcher`] also targets, units and groups;
//! * the fields are the attributes that have a filter, [`crate::attribute::filters`], from which [`help`] comes.

mod choice;
mod days;
mod entity_filter;
mod entity_test;
mod filter;
mod help;
mod interval;
mod matcher;
mod names;
mod operand;
mod own;
mod part;
mod period;
mod read;
mod resolve;
pub mod rules;
mod scope;
mod suggest;
mod term_group;
mod test;
mod today;
mod unit;
mod unknown;
mod words;

pub use filter::{Filter, Term, TermValue};
pub use help::help;
pub use interval::Interval;
pub use matcher::{Matcher, PlanMatcher};
pub use read::{OptionTerm, parse};
pub use suggest::suggest;
pub use today::{DayStep, Moment, RelativeSpan, StepUnit};
pub use unit::PartyWork;
