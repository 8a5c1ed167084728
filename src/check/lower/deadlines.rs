//! Deadlines of a plan, each wording read once.

use std::collections::HashMap;
use std::sync::Arc;

use super::fault::{DeadlineFault, LowerFault};
use crate::date::Day;
use crate::deadline::{self, Deadline, DeadlineContext, DeadlineError, Expression};
use crate::model::Plan;
use crate::span::Spanned;

/// The result of reading a deadline.
type ParsedDeadline = Result<Arc<Deadline>, DeadlineError>;

/// The deadlines of a plan by their wording and first day.
#[derive(Default)]
pub(super) struct DeadlineCache<'d> {
    expressions: HashMap<&'d str, Result<Expression, DeadlineError>>,
    known: HashMap<(&'d str, Option<Day>), ParsedDeadline>,
    /// True if the period is unknown: all deadlines are undated then.
    pub(super) open: bool,
}

impl<'d> DeadlineCache<'d> {
    /// Reads a deadline in the period of a plan.
    ///
    /// # Errors
    /// If the words are no deadline, or name no day of the period.
    pub(super) fn read(&mut self, words: &'d str, from: Option<Day>, plan: &Plan) -> ParsedDeadline {
        if self.open {
            return Ok(undated());
        }
        self.known
            .entry((words, from))
            .or_insert_with(|| {
                let before = plan.settings.before;
                let context = DeadlineContext {
                    before,
                    from,
                    issued: plan.issued,
                    ..DeadlineContext::new(&plan.period, &plan.calendar)
                };
                let expression =
                    self.expressions.entry(words).or_insert_with(|| deadline::parse_in(words, &context));
                expression
                    .clone()
                    .and_then(|expression| deadline::resolve(&expression, &context))
                    .map(Arc::new)
            })
            .clone()
    }
}

/// Returns the fault of a deadline of a plan that cannot be read.
pub(super) fn deadline_fault(error: DeadlineError, words: &Spanned<&str>, plan: &Plan) -> LowerFault {
    LowerFault::Deadline(DeadlineFault {
        error,
        words: words.map(str::to_owned),
        period: plan.period.clone(),
        is_period: false,
    })
}

/// Returns a deadline without days, for entries without one and for one that cannot be read.
pub(super) fn undated() -> Arc<Deadline> {
    Arc::new(Deadline::undated())
}
