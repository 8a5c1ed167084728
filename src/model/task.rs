//! Tasks and rows of the schedule, as the plan states them.

use std::sync::Arc;

use super::index::{GoalIx, SectionIx, TaskIx};
use super::unit::Party;
use crate::date::Day;
use crate::span::Span;

/// What tasks and rows say alike, as far as each says it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Provisions {
    /// The section it stands in.
    pub section: Option<SectionIx>,
    /// The document's own words.
    pub text: Option<Arc<str>>,
    /// Chủ trì.
    pub lead: Vec<Party>,
    /// Phối hợp.
    pub with: Vec<Party>,
    /// Who is directed to carry it out.
    pub to: Vec<Party>,
    /// The deadline in the document's words.
    pub due: Option<Arc<str>>,
    /// The first day, if it is stated.
    pub from: Option<Day>,
    /// Sản phẩm.
    pub output: Option<Arc<str>>,
    /// The goals that it serves.
    pub goals: Vec<GoalIx>,
    /// How several leads answer.
    pub mode: Option<LeadMode>,
    /// Free tags.
    pub tags: Vec<String>,
    /// Where it stands in the document.
    pub source: Option<Arc<str>>,
    /// A note.
    pub note: Option<Arc<str>>,
    /// Where it stands in the file.
    pub place: Span,
}

/// How several leads answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LeadMode {
    /// Every unit for itself.
    #[default]
    Each,
    /// All for one assignment.
    Joint,
}

/// A task (nhiệm vụ).
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// Its id.
    pub id: String,
    /// What is to be done, in short.
    pub title: Arc<str>,
    /// What it says.
    pub provisions: Provisions,
    /// A mere label.
    pub heading: bool,
    /// The task that says the same.
    pub same_as: Option<TaskIx>,
}

/// A row of the schedule (Phụ lục 02).
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// The task that it assigns and dates.
    pub task: Option<TaskIx>,
    /// What is to be done, where it says so itself.
    pub title: Option<Arc<str>>,
    /// What it says.
    pub provisions: Provisions,
}
