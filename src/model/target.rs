//! Targets (chỉ tiêu) and their results. Source: docs/format.md; docs/status.md, Targets.

use std::sync::Arc;

use super::index::{GoalIx, TaskIx, UnitIx};
use super::inheritance::Inheritance;
use super::own::OwnValues;
use super::target_value::{Figure, TargetValue};
use super::unit::Party;
use crate::date::Day;
use crate::deadline::{Deadline, DeadlineKind, Occurrence};
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
    /// The values to be reached, in the order of their days: one, or those of `horizons`.
    pub horizons: Vec<TargetHorizon>,
    /// The defaults from which values come.
    pub inheritance: Inheritance,
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

/// A value of a target with its deadline.
#[derive(Debug, Clone)]
pub struct TargetHorizon {
    /// The value to be reached.
    pub value: TargetValue,
    /// The value in the document's words.
    pub value_text: String,
    /// The deadline in the document's words.
    pub due_text: Option<String>,
    /// The words by which its days are computed, if they are others.
    pub due_means: Option<String>,
    /// The location of the words of the deadline.
    pub due_place: Option<Span>,
    /// The deadline.
    pub deadline: Arc<Deadline>,
}

impl Target {
    /// Returns the occurrences of a recurring target, each of which is assessed by itself; none of any other.
    pub fn occurrences(&self) -> &[Occurrence] {
        match self.horizons.as_slice() {
            [only] if only.deadline.kind == DeadlineKind::Recurring => &only.deadline.occurrences,
            _ => &[],
        }
    }

    /// Returns the number of its assessments: one for each occurrence of a recurring target, else one.
    pub fn assessments(&self) -> usize {
        self.occurrences().len().max(1)
    }
}

/// A result of a target on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetResult {
    /// The day of the figure.
    pub date: Day,
    /// The positions of the occurrences to which it applies; empty if the target does not recur.
    pub occurrences: Box<[u32]>,
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
