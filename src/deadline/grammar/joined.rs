//! Clauses and the words that join them.

use std::mem::discriminant;

use crate::deadline::error::DeadlineError;
use crate::deadline::expression::{
    Anchor, Bound, CalendarPart, Clause, Cycle, Recurrence, TimeConstraint, TimeExtent, TimeReference,
};
use crate::deadline::lexer::Token;

use super::clause::{is_edge, is_in_any_year, is_vision};
use super::parser::Parser;

/// Reads all tokens as clauses.
pub(super) fn complete(text: &str, tokens: &[Token]) -> Result<Vec<Clause>, DeadlineError> {
    let mut parser = Parser::new(text, tokens.to_vec());
    let mut clauses = Vec::with_capacity(1);
    while parser.clauses(&mut clauses)? {
        if parser.is_at_end() {
            return Ok(settle(clauses));
        }
        let is_point = matches!(clauses.last(), Some(Clause::Timed(timed)) if is_edge(timed));
        let joined = parser.joint()
            || parser.vision_follows()
            || parser.note_follows()
            || is_point && parser.sees_edge() && parser.sign(',');
        if !joined {
            break;
        }
    }
    Err(parser.not_understood())
}

/// Lets a day without a year recur each year if the clause after it does: `trước 30/5 và trước 30/11 hằng năm`.
/// A span after a point is a point too: `cuối quý II và quý IV hằng năm`.
fn share_year(clauses: &mut [Clause]) {
    for at in (1..clauses.len()).rev() {
        let (before, after) = clauses.split_at_mut(at);
        let (Some(first), Some(Clause::Recurrence(next))) = (before.last_mut(), after.first_mut()) else {
            continue;
        };
        let Clause::Timed(TimeConstraint { bound, extent: TimeExtent::One(reference) }) = first else {
            continue;
        };
        let (Cycle::Year, Some((next_bound, Anchor::Reference(next_reference)))) = (next.cycle, &mut next.at)
        else {
            continue;
        };
        let alike = discriminant(&reference.part) == discriminant(&next_reference.part);
        if !alike
            || !is_in_any_year(*reference)
            || !matches!(*bound, Bound::In | Bound::Until | Bound::Before)
        {
            continue;
        }
        if next_reference.edge.is_none() {
            next_reference.edge = reference.edge;
        }
        if *next_bound == Bound::In {
            *next_bound = *bound;
        }
        let each = Recurrence::on(Cycle::Year, *bound, Anchor::Reference(*reference));
        *first = Clause::Recurrence(Recurrence { ahead: next.ahead, within: next.within.clone(), ..each });
    }
}

/// Settles the clauses that depend on each other: a vision beside a deadline is dropped; beside the end of
/// each term, the end of the school year recurs as well.
fn settle(mut clauses: Vec<Clause>) -> Vec<Clause> {
    let is_vision_clause = |clause: &Clause| matches!(clause, Clause::Undated(text) if is_vision(text));
    if !clauses.iter().all(is_vision_clause) {
        clauses.retain(|clause| !is_vision_clause(clause));
    }
    share_year(&mut clauses);
    let is_term = |clause: &Clause| {
        matches!(
            clause,
            Clause::Recurrence(Recurrence { cycle: Cycle::Term, at: Some((_, Anchor::Edge(_))), .. })
        )
    };
    if clauses.iter().any(is_term) {
        for clause in &mut clauses {
            if let Clause::Timed(TimeConstraint { bound, extent: TimeExtent::One(reference) }) = clause
                && !matches!(*bound, Bound::From | Bound::After)
                && let TimeReference { edge: Some(edge), part: CalendarPart::SchoolYear(None), .. } =
                    reference
            {
                let anchor = Anchor::Edge(*edge);
                *clause = Clause::Recurrence(Recurrence::on(Cycle::SchoolYear, *bound, anchor));
            }
        }
    }
    clauses
}
