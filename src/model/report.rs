//! The reports of units and the changes of a plan.

use super::index::{UnitIx, WorkItemIx};
use super::own::OwnValues;
use super::unit::Party;
use crate::date::Day;
use crate::language::Message;
use crate::span::Span;

/// The state in a report. Source: docs/format.md, progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReportState {
    /// Started (đã bắt đầu).
    Started,
    /// Done (đã hoàn thành).
    Done,
    /// Paused (tạm dừng).
    Paused,
    /// Reopened (mở lại).
    Reopened,
}

impl ReportState {
    /// Returns the word of the format.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Started => "started",
            Self::Done => "done",
            Self::Paused => "paused",
            Self::Reopened => "reopened",
        }
    }

    /// Returns the state of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Started, Self::Done, Self::Paused, Self::Reopened].into_iter().find(|it| it.as_str() == word)
    }

    /// Returns the name.
    pub fn name(self) -> Message {
        match self {
            Self::Started => Message::fixed("đã bắt đầu", "started"),
            Self::Done => Message::fixed("đã hoàn thành", "done"),
            Self::Paused => Message::fixed("tạm dừng", "paused"),
            Self::Reopened => Message::fixed("mở lại", "reopened"),
        }
    }
}

/// An entry of `progress`.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The work items that it is about.
    pub work_items: Vec<WorkItemIx>,
    /// The reporting units, if it names them.
    pub units: Vec<Party>,
    /// The day on which it was reported.
    pub date: Day,
    /// The day that it describes.
    pub as_of: Day,
    /// The state, if it has one.
    pub state: Option<ReportState>,
    /// The percentage done, 0–100, if it has one.
    pub percent: Option<f64>,
    /// The evidence (minh chứng).
    pub evidence: Option<Box<str>>,
    /// The difficulties (khó khăn, vướng mắc).
    pub difficulty: Option<Box<str>>,
    /// The proposals (kiến nghị, đề xuất).
    pub proposal: Option<Box<str>>,
    /// A note.
    pub note: Option<Box<str>>,
    /// The values in the plan's own columns.
    pub own: OwnValues,
    /// The location in the file.
    pub place: Span,
}

/// An entry of `changes`.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The work items that it applies to.
    pub work_items: Vec<WorkItemIx>,
    /// The day from which it is in force.
    pub date: Day,
    /// The new last day, if it has one (gia hạn).
    pub due: Option<Day>,
    /// True if the work is dropped, false if an earlier drop is taken back.
    pub dropped: Option<bool>,
    /// The new lead, if it names one.
    pub lead: Option<UnitIx>,
    /// The location of the new last day, or of the entry.
    pub due_place: Span,
    /// The document that changes it.
    pub by: Option<Box<str>>,
    /// The reason.
    pub reason: Option<Box<str>>,
    /// The location in the file.
    pub place: Span,
}
