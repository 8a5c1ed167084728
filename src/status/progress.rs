//! The progress of a work item according to its reports. Source: docs/status.md, Progress and status.

use crate::date::{AsOf, Day};
use crate::language::Message;
use crate::model::{Report, ReportState};

/// The progress of a work item: the first that holds, in the order of docs/status.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Progress {
    /// A change drops it.
    Dropped,
    /// The last state is `done`.
    Done,
    /// The last state is `paused`.
    Paused,
    /// Started or reopened, or a percent over 0 and no state yet.
    InProgress,
    /// None of the above.
    NotStarted,
}

impl Progress {
    /// All kinds of progress, in the order of docs/status.md.
    pub const ALL: [Self; 5] = [Self::Dropped, Self::Done, Self::Paused, Self::InProgress, Self::NotStarted];

    /// Returns the identifier in filters and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Dropped => "dropped",
            Self::Done => "done",
            Self::Paused => "paused",
            Self::InProgress => "in-progress",
            Self::NotStarted => "not-started",
        }
    }

    /// Returns the name.
    pub fn name(self) -> Message {
        match self {
            Self::Dropped => Message::fixed("không thực hiện", "dropped"),
            Self::Done => Message::fixed("đã hoàn thành", "done"),
            Self::Paused => Message::fixed("tạm dừng", "paused"),
            Self::InProgress => Message::fixed("đang thực hiện", "in progress"),
            Self::NotStarted => Message::fixed("chưa thực hiện", "not started"),
        }
    }

    /// Returns the progress with an [`id`](Self::id).
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|progress| progress.id() == id)
    }
}

/// The reports that count, summed up; later ones override earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct ProgressSummary {
    /// The last state.
    pub(super) state: Option<ReportState>,
    /// The `as_of` of the first `done` since the last reopening.
    pub(super) done: Option<Day>,
    /// The last percent.
    pub(super) percent: Option<f64>,
    /// The day of the last report.
    pub(super) reported: Option<Day>,
}

impl ProgressSummary {
    /// Sums up the reports that count, in the order of reporting.
    pub(super) fn read<'r>(reports: impl IntoIterator<Item = &'r Report>, as_of: AsOf) -> Self {
        let mut summary = Self::default();
        for report in reports {
            if as_of.counts(report.date, report.as_of) {
                summary.add(report);
            }
        }
        summary
    }

    fn add(&mut self, report: &Report) {
        self.reported = Some(report.date);
        self.percent = report.percent.or(self.percent);
        self.state = report.state.or(self.state);
        match report.state {
            Some(ReportState::Done) => self.done = self.done.or(Some(report.as_of)),
            Some(ReportState::Reopened) => self.done = None,
            Some(ReportState::Started | ReportState::Paused) | None => {}
        }
    }

    /// Returns the progress of a work item that is `dropped` or not.
    pub(super) fn progress(&self, dropped: bool) -> Progress {
        match self.state {
            _ if dropped => Progress::Dropped,
            Some(ReportState::Done) => Progress::Done,
            Some(ReportState::Paused) => Progress::Paused,
            Some(ReportState::Started | ReportState::Reopened) => Progress::InProgress,
            None if self.percent.is_some_and(|percent| percent > 0.0) => Progress::InProgress,
            None => Progress::NotStarted,
        }
    }
}
