//! Forms that came back → entries of plans. Source: docs/forms.md, Collecting.
//!
//! Rows are found by their keys; a cell counts if it differs from what was sent. A cell that cannot
//! be read, or would make a plan wrong, is a finding, and only its row is left out.

mod answer;
mod finding;
mod form_reader;
mod gather;
mod keys;
mod said;
mod sheet;
mod target_row;
mod untouched;
mod words;
mod work_row;

pub use answer::{CollectAnswer, SilentUnit, UnitReturn};
pub use finding::{CellFinding, CellPlace, FindingWeight};
pub use gather::{CollectRequest, Collected, ReturnedFile, collect};
pub use untouched::is_untouched_form;
