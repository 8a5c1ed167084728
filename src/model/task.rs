//! Tasks and rows of the schedule, as the plan states them.

use std::sync::Arc;

use super::index::{GoalIx, SectionIx, TaskIx};
use super::own::OwnValues;
use super::unit::Party;
use crate::date::Day;
use crate::deadline::Roll;
use crate::span::Span;

/// The provisions that tasks and rows have in common, each as far as stated.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Provisions {
    /// The section.
    pub section: Option<SectionIx>,
    /// The document's own words.
    pub text: Option<Arc<str>>,
    /// The lead (chủ trì).
    pub lead: Vec<Party>,
    /// The cooperating units (phối hợp).
    pub with: Vec<Party>,
    /// The units directed to carry it out (giao thực hiện).
    pub to: Vec<Party>,
    /// The deadline in the document's words.
    pub due: Option<Arc<str>>,
    /// The words by which its days are computed, if they are others.
    pub due_means: Option<Arc<str>>,
    /// The first day, if stated.
    pub from: Option<Day>,
    /// The treatment of a last day that is a day off, if stated.
    pub roll: Option<Roll>,
    /// The output (sản phẩm).
    pub output: Option<Arc<str>>,
    /// The goals that it serves.
    pub goals: Vec<GoalIx>,
    /// The division of work between several leads.
    pub mode: Option<LeadMode>,
    /// The tags.
    pub tags: Vec<String>,
    /// The source in the document.
    pub source: Option<Arc<str>>,
    /// A note.
    pub note: Option<Arc<str>>,
    /// The values in the plan's own columns.
    pub own: OwnValues,
    /// The location in the file.
    pub place: Span,
}

/// The division of work between several leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LeadMode {
    /// Each unit has work items of its own.
    #[default]
    Each,
    /// All units share one work item.
    Joint,
}

/// A task (nhiệm vụ).
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// The id.
    pub id: String,
    /// The title.
    pub title: Arc<str>,
    /// The provisions.
    pub provisions: Provisions,
    /// True for a heading without work of its own.
    pub heading: bool,
    /// The task that it restates.
    pub same_as: Option<TaskIx>,
}

/// A row of the schedule (Phụ lục 02).
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The id.
    pub id: String,
    /// The task that it assigns and dates.
    pub task: Option<TaskIx>,
    /// The title, if it has one of its own.
    pub title: Option<Arc<str>>,
    /// The provisions.
    pub provisions: Provisions,
}
