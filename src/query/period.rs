//! `period:2024-Q2`: the label of an occurrence, or the same span of days in other words.

use std::collections::HashSet;

use super::filter::Term;
use super::names::labels;
use super::scope::Scope;
use super::test::TermTest;
use super::unknown;
use super::words::SearchText;
use crate::date::DateRange;
use crate::deadline::{DeadlineContext, Expression, parse, resolve_span};
use crate::diagnostic::Diagnostic;
use crate::model::Plan;

/// Resolves a term on the period against each plan.
///
/// A label that no work item has is no error if it is a span of days: nothing is due in it.
pub(super) fn tests(scope: &Scope<'_>, term: &Term) -> Result<Vec<TermTest>, Box<Diagnostic>> {
    let words = SearchText::new(&term.text);
    let mut found: Vec<HashSet<String>> =
        scope.each(|plan| labels(plan).filter(|label| words.are(label)).map(str::to_owned).collect());
    if found.iter().all(HashSet::is_empty) {
        let Ok(expression) = parse(&term.text) else {
            return Err(unknown::period(scope, term).into());
        };
        found = scope.each(|plan| {
            let Some(meant) = span(plan, &expression) else { return HashSet::new() };
            labels(plan)
                .filter(|label| parse(label).is_ok_and(|label| span(plan, &label) == Some(meant)))
                .map(str::to_owned)
                .collect()
        });
    }
    Ok(found.into_iter().map(TermTest::Periods).collect())
}

fn span(plan: &Plan, expression: &Expression) -> Option<DateRange> {
    resolve_span(expression, &DeadlineContext::new(&plan.period, &plan.calendar)).ok()
}
