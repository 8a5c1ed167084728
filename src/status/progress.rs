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
    /// True if a report reopens the work.
    reopened: bool,
}

impl ProgressSummary {
    /// Sums up the reports that count, in the order of reporting.
    pub(super) fn read<'r>(reports: impl IntoIterator<Item = &'r Report>, as_of: AsOf) -> Self {
        let mut summary = Self::default();
        for report in reports {
            if as_of.counts(report.date, report.as_of) {
                summary = summary.then(&Self::of(report));
            }
        }
        summary
    }

    /// Returns what one report says.
    fn of(report: &Report) -> Self {
        Self {
            state: report.state,
            done: (report.state == Some(ReportState::Done)).then_some(report.as_of),
            percent: report.percent,
            reported: Some(report.date),
            reopened: report.state == Some(ReportState::Reopened),
        }
    }

    /// Returns the sum of these reports and later ones.
    fn then(&self, later: &Self) -> Self {
        Self {
            state: later.state.or(self.state),
            done: if later.reopened { later.done } else { self.done.or(later.done) },
            percent: later.percent.or(self.percent),
            reported: later.reported.or(self.reported),
            reopened: self.reopened || later.reopened,
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

/// The sum of some reports of a list that begin to count one after the other, in any order.
///
/// A binary tree of the sums of neighbours: with a list of many reports, each that begins to count is not a reason to
/// sum up all of them again.
#[derive(Debug)]
pub(super) struct ProgressTree {
    /// The root at 1, the children of a node at its double and behind it, the reports at the end.
    sums: Vec<ProgressSummary>,
    leaves: usize,
}

impl ProgressTree {
    /// Returns the tree of a list, of whose reports none counts yet.
    pub(super) fn new(reports: usize) -> Self {
        let leaves = reports.next_power_of_two();
        Self { sums: vec![ProgressSummary::default(); 2 * leaves], leaves }
    }

    /// Counts the report at a position of the list.
    pub(super) fn count(&mut self, at: usize, report: &Report) {
        let mut node = self.leaves + at;
        self.sums[node] = ProgressSummary::of(report);
        while node > 1 {
            node /= 2;
            self.sums[node] = self.sums[2 * node].then(&self.sums[2 * node + 1]);
        }
    }

    /// Returns the sum of the reports that count.
    pub(super) fn summary(&self) -> ProgressSummary {
        self.sums[1]
    }
}
