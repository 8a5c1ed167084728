//! The columns of forms.

use super::canonical::cell_text;
use crate::language::{Lang, Message};
use crate::model::{OwnColumn, OwnType};

/// A column of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormColumn {
    /// The key of the row, hidden.
    Key,
    /// The number (TT).
    Number,
    /// The id of the task, row or target.
    Id,
    /// The title.
    Title,
    /// The occurrence.
    Period,
    /// The last day in force.
    Due,
    /// The status on the day of the form.
    Status,
    /// The result that the unit chooses.
    Result,
    /// The day on which the work was done.
    DoneOn,
    /// The percentage done.
    Percent,
    /// The evidence.
    Evidence,
    /// The difficulties.
    Difficulty,
    /// The proposals.
    Proposal,
    /// The value that a target assigns.
    Assigned,
    /// The result of a target that was last reported.
    Reported,
    /// The result of a target.
    Value,
    /// The day of that result.
    ValueDay,
    /// A column of the plan's own.
    Own(OwnFormColumn),
}

/// A column of a plan's own on a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFormColumn {
    /// The key, which begins with `x-`.
    pub key: String,
    /// The header.
    pub header: Message,
    /// The type of its values.
    pub own_type: OwnType,
}

/// The kind of values that a unit fills in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InputKind {
    /// A word of the list of results.
    Result,
    /// A day.
    Day,
    /// A percentage.
    Percent,
    /// A number.
    Number,
    /// Words.
    Words,
}

impl FormColumn {
    /// The columns of a sheet of work items before those of the plan's own.
    pub(super) const WORK: [Self; 13] = [
        Self::Key,
        Self::Number,
        Self::Id,
        Self::Title,
        Self::Period,
        Self::Due,
        Self::Status,
        Self::Result,
        Self::DoneOn,
        Self::Percent,
        Self::Evidence,
        Self::Difficulty,
        Self::Proposal,
    ];

    /// The columns of a sheet of targets.
    pub(super) const TARGETS: [Self; 10] = [
        Self::Key,
        Self::Number,
        Self::Id,
        Self::Title,
        Self::Period,
        Self::Assigned,
        Self::Reported,
        Self::Value,
        Self::ValueDay,
        Self::Evidence,
    ];

    /// Returns the column of a plan's own.
    pub(super) fn own(column: &OwnColumn) -> Self {
        let title = |lang| cell_text(column.title(lang));
        let (key, header) = (column.key.clone(), Message::new(title(Lang::Vi), title(Lang::En)));
        Self::Own(OwnFormColumn { key, header, own_type: column.own_type })
    }

    /// Returns the name of the column in the hidden head of a sheet, and in the values as they were sent.
    pub fn name(&self) -> &str {
        match self {
            Self::Key => "key",
            Self::Number => "no",
            Self::Id => "id",
            Self::Title => "title",
            Self::Period => "period",
            Self::Due => "due",
            Self::Status => "status",
            Self::Result => "result",
            Self::DoneOn => "done_on",
            Self::Percent => "percent",
            Self::Evidence => "evidence",
            Self::Difficulty => "difficulty",
            Self::Proposal => "proposal",
            Self::Assigned => "assigned",
            Self::Reported => "reported",
            Self::Value => "value",
            Self::ValueDay => "date",
            Self::Own(own) => &own.key,
        }
    }

    /// Returns the header.
    pub fn header(&self) -> Message {
        match self {
            Self::Key => Message::fixed("Khóa", "Key"),
            Self::Number => Message::fixed("TT", "No."),
            Self::Id => Message::fixed("Mã", "Id"),
            Self::Title => Message::fixed("Nội dung", "Work"),
            Self::Period => Message::fixed("Kỳ", "Period"),
            Self::Due => Message::fixed("Hạn", "Deadline"),
            Self::Status => Message::fixed("Tình trạng", "Status"),
            Self::Result | Self::Value => Message::fixed("Kết quả", "Result"),
            Self::DoneOn => Message::fixed("Ngày hoàn thành", "Done on"),
            Self::Percent => Message::fixed("Tỷ lệ %", "Percent"),
            Self::Evidence => Message::fixed("Minh chứng", "Evidence"),
            Self::Difficulty => Message::fixed("Khó khăn, vướng mắc", "Difficulties"),
            Self::Proposal => Message::fixed("Đề xuất, kiến nghị", "Proposals"),
            Self::Assigned => Message::fixed("Giao", "Assigned"),
            Self::Reported => Message::fixed("Kết quả đã báo", "Reported so far"),
            Self::ValueDay => Message::fixed("Ngày", "Day"),
            Self::Own(own) => own.header.clone(),
        }
    }

    /// Returns the kind of values if the unit fills the column in.
    pub fn input(&self) -> Option<InputKind> {
        match self {
            Self::Result => Some(InputKind::Result),
            Self::DoneOn | Self::ValueDay => Some(InputKind::Day),
            Self::Percent => Some(InputKind::Percent),
            Self::Evidence | Self::Difficulty | Self::Proposal | Self::Value => Some(InputKind::Words),
            Self::Own(own) => Some(match own.own_type {
                OwnType::Day => InputKind::Day,
                OwnType::Number => InputKind::Number,
                OwnType::Text | OwnType::Unit => InputKind::Words,
            }),
            _ => None,
        }
    }

    /// Returns the width, in characters.
    pub(super) fn width(&self) -> u32 {
        match self {
            Self::Key => 8,
            Self::Number => 5,
            Self::Id | Self::Percent => 9,
            Self::Title => 34,
            Self::Period => 11,
            Self::Due | Self::DoneOn | Self::ValueDay => 12,
            Self::Status | Self::Assigned | Self::Value => 14,
            Self::Result | Self::Reported => 16,
            Self::Evidence => 26,
            Self::Difficulty | Self::Proposal => 22,
            Self::Own(own) => match own.own_type {
                OwnType::Text | OwnType::Unit => 20,
                OwnType::Day | OwnType::Number => 13,
            },
        }
    }

    /// Returns true for a column whose cells are centred.
    pub(super) fn is_centred(&self) -> bool {
        matches!(
            self,
            Self::Number | Self::Id | Self::Period | Self::Due | Self::Result | Self::DoneOn | Self::Percent
        ) || matches!(self, Self::ValueDay | Self::Assigned | Self::Reported | Self::Value)
    }

    /// Returns the header on a sheet of targets, where it differs.
    pub(super) fn header_of_targets(&self, lang: Lang) -> String {
        match self {
            Self::Title => lang.pick("Chỉ tiêu", "Target").to_owned(),
            other => other.header().get(lang).to_owned(),
        }
    }
}
