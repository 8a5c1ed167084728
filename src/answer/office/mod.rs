//! The answers that become documents of an office: the report of a period, the brief, the letters to units that are
//! late. Every figure in them is one of the status table.

mod brief;
mod folded;
mod letterhead;
mod letters;
mod remarks;
mod report;
mod span;
mod standing;

pub use brief::BriefAnswer;
pub use folded::FoldedItem;
pub use letterhead::letterhead;
pub use letters::{LettersAnswer, UnitLetter};
pub use remarks::{Remark, UnitRemarks};
pub use report::{ReportAnswer, UnitOverdue};
pub use span::{ReportSpan, SpanKind};
pub use standing::UnitStanding;
