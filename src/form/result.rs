//! The results that a unit chooses for a work item.

use crate::language::Message;
use crate::status::Progress;

/// A result on a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormResult {
    /// Nothing is done yet; nothing is recorded.
    NotStarted,
    /// The work is in progress.
    InProgress,
    /// The work is done.
    Done,
    /// The work is paused.
    Paused,
    /// There was nothing to do: the work counts as done.
    NothingArose,
}

impl FormResult {
    /// All results, in the order of the list on the form.
    pub const ALL: [Self; 5] =
        [Self::NotStarted, Self::InProgress, Self::Done, Self::Paused, Self::NothingArose];

    /// Returns the word on the form.
    pub fn name(self) -> Message {
        match self {
            Self::NotStarted => Message::fixed("Chưa thực hiện", "Not started"),
            Self::InProgress => Message::fixed("Đang thực hiện", "In progress"),
            Self::Done => Message::fixed("Đã hoàn thành", "Done"),
            Self::Paused => Message::fixed("Tạm dừng", "Paused"),
            Self::NothingArose => Message::fixed("Không phát sinh", "Nothing arose"),
        }
    }

    /// Returns the result that says what was last reported; none if nothing was.
    pub(super) fn of_progress(progress: Progress) -> Option<Self> {
        match progress {
            Progress::Done => Some(Self::Done),
            Progress::Paused => Some(Self::Paused),
            Progress::InProgress => Some(Self::InProgress),
            Progress::NotStarted | Progress::Dropped => None,
        }
    }
}
