//! What units report, and what changes.

use super::index::{UnitIx, WorkItemIx};
use super::unit::Party;
use crate::date::Day;
use crate::span::Span;

/// The state that a report gives. Source: docs/format.md, progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReportState {
    /// Đã bắt đầu.
    Started,
    /// Đã hoàn thành.
    Done,
    /// Tạm dừng.
    Paused,
    /// Mở lại.
    Reopened,
}

/// An entry of `progress`.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The work items that it speaks of.
    pub work_items: Vec<WorkItemIx>,
    /// Who reports, where it says so.
    pub units: Vec<Party>,
    /// The day on which it was reported.
    pub date: Day,
    /// The day that it speaks of.
    pub as_of: Day,
    /// The state, if it gives one.
    pub state: Option<ReportState>,
    /// How much is done, from 0 to 100, if it says so.
    pub percent: Option<f64>,
    /// Minh chứng.
    pub evidence: Option<String>,
    /// Khó khăn, vướng mắc.
    pub difficulty: Option<String>,
    /// Kiến nghị, đề xuất.
    pub proposal: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// Where it stands.
    pub place: Span,
}

/// An entry of `changes`.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The work items that it holds for.
    pub work_items: Vec<WorkItemIx>,
    /// The day from which it is in force.
    pub date: Day,
    /// The new last day, if it gives one (gia hạn).
    pub due: Option<Day>,
    /// Whether the work is no longer to be done.
    pub dropped: bool,
    /// The new lead, if it names one.
    pub lead: Option<UnitIx>,
    /// Where the new last day stands, or the entry.
    pub due_place: Span,
    /// The document that changes it.
    pub by: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Where it stands.
    pub place: Span,
}
