//! The lines of a renewed plan that are changed, and those that a person should look at.

use crate::language::Message;

/// A line that is changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RenewedLine {
    /// The path of the new file from the current folder.
    pub file: String,
    /// The line in the new file, from 1.
    pub line: usize,
    /// The line as it is now, without the spaces around it.
    pub text: String,
    /// The number of characters of the line before its first change.
    pub column: usize,
}

/// A line that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoubtfulLine {
    /// The path from the current folder: of the new file, or of the old one for a part that is left out.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The reason.
    pub reason: DoubtReason,
    /// The line.
    pub text: String,
}

/// A reason to look at a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DoubtReason {
    /// The number of units of a group.
    Count,
    /// The value of a target.
    TargetValue,
    /// A document on which the plan is based.
    Basis,
    /// The signer.
    Signer,
    /// The calendar of the old plan, which is left out.
    Calendar,
    /// A year that is not moved.
    Year,
    /// A unit that has ended, and has no successor.
    EndedUnit,
    /// A group in a file that other plans share, with a unit that has ended.
    SharedGroup,
    /// Work that is taken over.
    Carried,
}

impl DoubtReason {
    /// The reason in words.
    pub fn message(self) -> Message {
        match self {
            Self::Count => Message::fixed("số đơn vị của nhóm", "the number of units of a group"),
            Self::TargetValue => Message::fixed("mức của chỉ tiêu", "the value of a target"),
            Self::Basis => Message::fixed("căn cứ", "a document on which the plan is based"),
            Self::Signer => Message::fixed("người ký", "the signer"),
            Self::Calendar => Message::fixed(
                "lịch của kế hoạch cũ, không chép sang",
                "the calendar of the old plan, left out",
            ),
            Self::Year => Message::fixed("năm giữ nguyên", "a year that stays"),
            Self::EndedUnit => Message::fixed(
                "đơn vị đã kết thúc, không có đơn vị kế thừa",
                "a unit that has ended, without a successor",
            ),
            Self::SharedGroup => Message::fixed(
                "nhóm ở tệp dùng chung có đơn vị đã kết thúc",
                "a group in a shared file, with a unit that has ended",
            ),
            Self::Carried => {
                Message::fixed("việc chuyển sang, chưa có thời hạn", "work taken over, without a deadline")
            }
        }
    }

    /// The word for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::TargetValue => "target-value",
            Self::Basis => "basis",
            Self::Signer => "signer",
            Self::Calendar => "calendar",
            Self::Year => "year",
            Self::EndedUnit => "ended-unit",
            Self::SharedGroup => "shared-group",
            Self::Carried => "carried",
        }
    }
}
