//! The document behind a plan: its signer, its legal bases, its sections and goals.

use super::index::SectionIx;
use crate::date::Day;
use crate::span::Span;

/// The signer of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signer {
    /// The name.
    pub name: Option<String>,
    /// The office held.
    pub title: Option<String>,
    /// The capacity of the signature (TM., KT.).
    pub capacity: Option<String>,
}

/// The head and the signature of the reports and letters of an office. Source: docs/format.md, Settings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// The office directly above.
    pub superior: Option<String>,
    /// The office that issues.
    pub office: Option<String>,
    /// The place before the day.
    pub place: Option<String>,
    /// The sign of the office, or number and sign of a report.
    pub number: Option<String>,
    /// The authority of the signer, by lines: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH.
    pub authority: Vec<String>,
    /// The office that the signer holds.
    pub title: Option<String>,
    /// The name of the signer.
    pub name: Option<String>,
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
    /// The issuer.
    pub issuer: Option<String>,
    /// The subject.
    pub title: Option<String>,
    /// The location in the file.
    pub place: Span,
}

/// A goal (mục tiêu).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// The id.
    pub id: String,
    /// The words of the goal.
    pub title: String,
    /// The location in the file.
    pub place: Span,
}

/// A section of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The id, such as `II.1`.
    pub id: String,
    /// The title.
    pub title: String,
    /// The section above.
    pub parent: Option<SectionIx>,
    /// The location in the file.
    pub place: Span,
}
