//! The documents of an office: the report of a period, the brief, the letters to units that are late.

mod brief;
mod fields;
mod folded;
mod frame;
mod letter;
mod period;
mod sections;
mod words;

pub use brief::brief;
pub use fields::{brief_fields, fields, letter_fields, report_fields};
pub use letter::{LetterDocument, LetterOptions, letters, own_work, summary_letter};
pub use period::{ReportOptions, period_report};
