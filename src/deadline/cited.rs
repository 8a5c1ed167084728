//! The articles of law behind one occurrence of a deadline. Source: docs/status.md, Explanations.

use super::article::Article;
use super::expression::{Clause, Expression, TimeConstraint, TimeExtent};
use super::occurrence::{Deadline, Occurrence};
use super::period::DeadlineContext;
use super::resolve::resolve;

impl Deadline {
    /// Returns the articles of law by which the words of an occurrence are its days, each once: of a deadline that
    /// names several, those of the parts that give this day.
    pub fn articles_of(&self, occurrence: &Occurrence, context: &DeadlineContext<'_>) -> Vec<Article> {
        let Some(expression) = &self.expression else { return Vec::new() };
        let parts = parts(expression);
        if parts.len() < 2 {
            return expression.articles();
        }
        let gives = |part: &&Expression| {
            let deadline = resolve(part, context);
            // A part that cannot stand alone may give any day.
            deadline.map_or(true, |deadline| deadline.occurrences.iter().any(|one| one.due == occurrence.due))
        };
        let mut articles: Vec<Article> = parts.iter().filter(gives).flat_map(Expression::articles).collect();
        articles.sort_unstable();
        articles.dedup();
        articles
    }
}

/// Returns the parts of an expression: its clauses, and the days and spans that one of them lists.
fn parts(expression: &Expression) -> Vec<Expression> {
    let part = |clause: Clause| Expression { clauses: [clause].into(), place: expression.place };
    let of_clause = |clause: &Clause| match clause {
        Clause::Timed(TimeConstraint { bound, extent: TimeExtent::List(all, _) }) => {
            let one = |reference: &_| TimeConstraint { bound: *bound, extent: TimeExtent::One(*reference) };
            all.iter().map(|reference| part(Clause::Timed(one(reference)))).collect()
        }
        clause => vec![part(clause.clone())],
    };
    expression.clauses.iter().flat_map(of_clause).collect()
}
