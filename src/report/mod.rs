//! The answers of the commands, each as a [`Document`](crate::document::Document) of typed cells.
//!
//! One file per answer builds the document; [`render`](crate::render) turns any document into text, Markdown,
//! CSV or HTML, or into a file for Word or Excel. [`json`](crate::json) holds the answers for programs.

mod calendar;
mod changes;
mod collect;
mod due;
mod export;
mod import;
mod items;
mod matrix;
mod office;
mod opening;
mod own;
mod schedule;
mod show;
mod status;
mod targets;
mod timeline;
mod units;
mod why;
mod wording;

pub use calendar::calendar;
pub use collect::collect;
pub use due::due;
pub use export::export;
pub use import::import;
pub use items::{list, overdue, upcoming};
pub use matrix::matrix;
pub use office::{
    LetterDocument, LetterOptions, ReportOptions, brief, brief_fields, fields, letter_fields, letters,
    own_work, period_report, report_fields, summary_letter,
};
pub use schedule::schedule;
pub use show::show;
pub use status::status;
pub use targets::targets;
pub use timeline::timeline;
pub use units::units;
pub use why::why;
