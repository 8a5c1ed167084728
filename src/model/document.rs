//! The document behind a plan: its signer, its legal bases, its sections and goals.

use super::index::SectionIx;
use crate::date::Day;
use crate::span::Span;

/// Who signed a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signer {
    /// The name.
    pub name: Option<String>,
    /// The office held.
    pub title: Option<String>,
    /// The capacity in which it is signed.
    pub capacity: Option<String>,
}

/// A document that the plan is based on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// The kind of document.
    pub kind: Option<String>,
    /// Its number and sign.
    pub number: Option<String>,
    /// The day of issue.
    pub date: Option<Day>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// What it is about.
    pub title: Option<String>,
    /// Where it stands.
    pub place: Span,
}

/// A goal (mục tiêu).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// Its id.
    pub id: String,
    /// Its words.
    pub title: String,
    /// Where it stands.
    pub place: Span,
}

/// A section of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its id, such as `II.1`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The section above.
    pub parent: Option<SectionIx>,
    /// Where it stands.
    pub place: Span,
}
