//! Targets (chỉ tiêu) and their results. Source: docs/format.md; docs/status.md, Targets.

use std::sync::Arc;

use super::index::{GoalIx, TaskIx, UnitIx};
use super::target_value::{Figure, TargetValue};
use super::unit::Party;
use crate::date::Day;
use crate::deadline::Deadline;
use crate::span::Span;

/// A target (chỉ tiêu, Phụ lục 01).
#[derive(Debug, Clone)]
pub struct Target {
    /// Its id.
    pub id: String,
    /// What is measured.
    pub title: String,
    /// The goal that it spells out.
    pub goal: Option<GoalIx>,
    /// What must be reached.
    pub value: TargetValue,
    /// What must be reached, in the document's words.
    pub value_text: String,
    /// The deadline in the document's words.
    pub due_text: Option<String>,
    /// Where the words of its deadline stand.
    pub due_place: Option<Span>,
    /// Whether the deadline comes from the plan's defaults.
    pub due_inherited: bool,
    /// The deadline.
    pub deadline: Arc<Deadline>,
    /// Who answers for it.
    pub lead: Vec<Party>,
    /// The tasks that serve it.
    pub tasks: Vec<TaskIx>,
    /// The results, in the order of their dates.
    pub results: Vec<TargetResult>,
    /// Where it stands in the document.
    pub source: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// Where it stands in the file.
    pub place: Span,
}

/// A result of a target on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetResult {
    /// The day of the figure.
    pub date: Day,
    /// The figure in its own words.
    pub text: String,
    /// The figure.
    pub value: Figure,
    /// Who reports it.
    pub unit: Option<UnitIx>,
    /// Minh chứng.
    pub evidence: Option<String>,
    /// Where it stands.
    pub place: Span,
}
