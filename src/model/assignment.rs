//! Assignments: tracked tasks and rows with inherited values. Source: docs/format.md.

use std::sync::Arc;

use super::index::{GoalIx, RowIx, SectionIx, TargetIx, TaskIx};
use super::inheritance::Inheritance;
use super::own::OwnValues;
use super::task::LeadMode;
use super::unit::Party;
use crate::deadline::{Deadline, Roll};
use crate::span::Span;

/// The entry of the plan that an [`Assignment`] tracks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TrackedEntry {
    /// A task without rows.
    Task(TaskIx),
    /// A row.
    Row(RowIx),
}

/// A tracked task or row with inherited values. Source: docs/format.md.
#[derive(Debug, Clone)]
pub struct Assignment {
    /// The task or row.
    pub tracked: TrackedEntry,
    /// The id.
    pub id: String,
    /// The task: for a row the one that it names, for a task itself.
    pub task: Option<TaskIx>,
    /// The title.
    pub title: Arc<str>,
    /// The section.
    pub section: Option<SectionIx>,
    /// The lead (chủ trì), never empty.
    pub lead: Vec<Party>,
    /// The cooperating units (phối hợp).
    pub with: Vec<Party>,
    /// The units directed to carry it out (giao thực hiện).
    pub to: Vec<Party>,
    /// The division of work between several leads.
    pub mode: LeadMode,
    /// The deadline in the document's words.
    pub due_text: Option<Arc<str>>,
    /// The words by which its days are computed, if they are others.
    pub due_means: Option<Arc<str>>,
    /// The deadline.
    pub deadline: Arc<Deadline>,
    /// The treatment of a last day that is a day off, in place of that of the settings.
    pub roll: Option<Roll>,
    /// The defaults from which values come.
    pub inheritance: Inheritance,
    /// The location of the words by which the days are computed.
    pub due_place: Option<Span>,
    /// The output (sản phẩm).
    pub output: Option<Arc<str>>,
    /// The goals, including those of tasks that restate it.
    pub goals: Vec<GoalIx>,
    /// The targets that name its task.
    pub targets: Vec<TargetIx>,
    /// The tags.
    pub tags: Vec<String>,
    /// The document's own words.
    pub text: Option<Arc<str>>,
    /// A note.
    pub note: Option<Arc<str>>,
    /// The values in the plan's own columns.
    pub own: OwnValues,
    /// The location in the file.
    pub place: Span,
}
