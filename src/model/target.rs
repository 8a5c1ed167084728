//! Targets (chỉ tiêu) and their results. Source: docs/format.md; docs/status.md, Targets.

use std::sync::Arc;

use super::index::{GoalIx, TaskIx, UnitIx};
use super::own::OwnValues;
use super::target_value::{Figure, TargetValue};
use super::unit::Party;
use crate::date::Day;
use crate::deadline::Deadline;
use crate::span::Span;

/// A target (chỉ tiêu, Phụ lục 01).
#[derive(Debug, Clone)]
pub struct Target {
    /// The id.
    pub id: String,
    /// The title.
    pub title: String,
    /// The goal that it measures.
    pub goal: Option<GoalIx>,
    /// The value to be reached.
    pub value: TargetValue,
    /// The value in the document's words.
    pub value_text: String,
    /// The deadline in the document's words.
    pub due_text: Option<String>,
    /// The location of the words of the deadline.
    pub due_place: Option<Span>,
    /// True if the deadline comes from the plan's defaults.
    pub due_inherited: bool,
    /// The deadline.
    pub deadline: Arc<Deadline>,
    /// The lead.
    pub lead: Vec<Party>,
    /// The tasks that serve it.
    pub tasks: Vec<TaskIx>,
    /// The results, in the order of their dates.
    pub results: Vec<TargetResult>,
    /// The source in the document.
    pub source: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// The values in the plan's own columns.
    pub own: OwnValues,
    /// The location in the file.
    pub place: Span,
}

/// A result of a target on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetResult {
    /// The day of the figure.
    pub date: Day,
    /// The figure as written.
    pub text: String,
    /// The figure.
    pub value: Figure,
    /// The reporting unit.
    pub unit: Option<UnitIx>,
    /// The evidence (minh chứng).
    pub evidence: Option<String>,
    /// The location in the file.
    pub place: Span,
}
