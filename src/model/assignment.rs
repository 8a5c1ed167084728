//! Assignments: what is tracked, with all that it inherits. Source: docs/format.md.

use std::sync::Arc;

use super::index::{GoalIx, RowIx, SectionIx, TargetIx, TaskIx};
use super::task::LeadMode;
use super::unit::Party;
use crate::deadline::Deadline;
use crate::span::Span;

/// What an [`Assignment`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TrackedEntry {
    /// A task without rows.
    Task(TaskIx),
    /// A row.
    Row(RowIx),
}

/// A tracked task or row, with all that it inherits. Source: docs/format.md.
#[derive(Debug, Clone)]
pub struct Assignment {
    /// The task or row.
    pub tracked: TrackedEntry,
    /// Its id.
    pub id: String,
    /// The task: of a row the one that it names, of a task itself.
    pub task: Option<TaskIx>,
    /// What is to be done.
    pub title: Arc<str>,
    /// The section.
    pub section: Option<SectionIx>,
    /// Chủ trì; never empty.
    pub lead: Vec<Party>,
    /// Phối hợp.
    pub with: Vec<Party>,
    /// Who is directed to carry it out.
    pub to: Vec<Party>,
    /// How several leads answer.
    pub mode: LeadMode,
    /// The deadline in the document's words.
    pub due_text: Option<Arc<str>>,
    /// The deadline.
    pub deadline: Arc<Deadline>,
    /// Whether the deadline comes from the plan's defaults.
    pub due_inherited: bool,
    /// Whether the lead comes from the plan's defaults.
    pub lead_inherited: bool,
    /// Where the words of the deadline stand.
    pub due_place: Option<Span>,
    /// Sản phẩm.
    pub output: Option<Arc<str>>,
    /// The goals, those of tasks that say the same among them.
    pub goals: Vec<GoalIx>,
    /// The targets that name its task.
    pub targets: Vec<TargetIx>,
    /// Free tags.
    pub tags: Vec<String>,
    /// The document's own words.
    pub text: Option<Arc<str>>,
    /// A note.
    pub note: Option<Arc<str>>,
    /// Where it stands.
    pub place: Span,
}

impl Assignment {
    /// The keys of the format whose values come from the plan's defaults: `due`, `lead`.
    pub fn inherited(&self) -> Vec<&'static str> {
        let keys = [(self.due_inherited, "due"), (self.lead_inherited, "lead")];
        keys.into_iter().filter_map(|(is, key)| is.then_some(key)).collect()
    }
}
