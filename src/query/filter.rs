//! A parsed filter, its names not yet looked up.

use std::fmt;

use super::interval::Interval;
use super::today::Moment;
use crate::attribute::{Attribute, FieldName};
use crate::span::{Span, Spanned};
use crate::status::{Progress, Status};

/// A filter for work items. Source: docs/filters.md.
///
/// One of its alternatives must hold, which `+` separates. In each, terms on one field are alternatives; different
/// fields must all hold; every `not:` term must fail to hold; every bare word must be found.
#[derive(Debug, Clone)]
pub struct Filter {
    /// Never empty: an alternative without terms lets everything through.
    pub(super) alternatives: Vec<Vec<Term>>,
}

/// One term.
#[derive(Debug, Clone)]
pub struct Term {
    /// True after `not:`.
    pub negated: bool,
    /// The field; none for a bare word.
    pub field: Option<FieldName>,
    /// The value as it was typed, without spaces around it.
    pub text: String,
    /// The value as it was read.
    pub value: TermValue,
    /// The location of the value in its argument.
    pub span: Span,
}

/// The value of a term.
#[derive(Debug, Clone, PartialEq)]
pub enum TermValue {
    /// `none`: the attribute is missing.
    Missing,
    /// `any`: the attribute is there.
    Present,
    /// A name or words.
    Words,
    /// One of these statuses.
    Status(Vec<Status>),
    /// This progress.
    Progress(Progress),
    /// A day within these.
    Days(Interval<Spanned<Moment>>),
    /// A number within these.
    Number(Interval<f64>),
    /// A value of a column of the plans' own, read against the type that each plan declares; with the location of
    /// the column's key.
    Own(Span),
}

impl Filter {
    /// Returns the terms of each alternative, in the order in which they were given.
    pub fn alternatives(&self) -> &[Vec<Term>] {
        &self.alternatives
    }

    /// Returns true if each alternative asks for a value of an attribute.
    pub fn asks_for(&self, attribute: Attribute) -> bool {
        let asks = |term: &Term| !term.negated && term.is_on(attribute);
        self.alternatives.iter().all(|terms| terms.iter().any(asks))
    }
}

/// The filter without terms, which lets everything through.
impl Default for Filter {
    fn default() -> Self {
        Self { alternatives: vec![Vec::new()] }
    }
}

impl Term {
    /// Returns true if the term is on an attribute.
    pub(super) fn is_on(&self, attribute: Attribute) -> bool {
        self.field.as_ref().is_some_and(|field| field.is(attribute))
    }
}

/// One argument: reading it again gives the same term.
impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negated {
            f.write_str("not:")?;
        }
        if let Some(field) = &self.field {
            write!(f, "{field}:")?;
        }
        f.write_str(&self.text)
    }
}

/// Writes the filter as typed in a shell: a term with a space or a quotation mark is quoted.
impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quoted = |term: &Term| {
            let term = term.to_string();
            if term.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '\\' | '$' | '`')) {
                format!("'{}'", term.replace('\'', "'\\''"))
            } else {
                term
            }
        };
        let alternative = |terms: &Vec<Term>| terms.iter().map(quoted).collect::<Vec<_>>().join(" ");
        f.write_str(&self.alternatives.iter().map(alternative).collect::<Vec<_>>().join(" + "))
    }
}
