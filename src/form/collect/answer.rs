//! The answer of collecting forms.

use super::finding::{CellFinding, FindingWeight};
use crate::date::Day;

/// The forms that came back, by unit, and the units that sent none.
#[derive(Debug, Clone, PartialEq)]
pub struct CollectAnswer {
    /// The day of the reports.
    pub date: Day,
    /// The units with a form, in the order of the forms.
    pub units: Vec<UnitReturn>,
    /// The units that have something to report and sent nothing.
    pub silent: Vec<SilentUnit>,
    /// The findings, by file, sheet and cell.
    pub findings: Vec<CellFinding>,
}

/// The forms of a unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnitReturn {
    /// The id.
    pub id: String,
    /// The name; the id if no plan has the unit.
    pub name: String,
    /// The number of rows in which a cell differs from what was sent.
    pub changed: usize,
    /// The number of reports that say that work is done.
    pub done: usize,
    /// The number of reports that say that work is in progress or paused.
    pub in_progress: usize,
    /// The number of other reports, and of results of targets.
    pub others: usize,
    /// The number of changed rows that the plans have already.
    pub known: usize,
    /// The number of rows that are not taken.
    pub refused: usize,
}

/// A unit that sent nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SilentUnit {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
}

impl CollectAnswer {
    /// Returns the sums of all units.
    pub fn total(&self) -> UnitReturn {
        self.units.iter().fold(UnitReturn::default(), |sum, unit| UnitReturn {
            changed: sum.changed + unit.changed,
            done: sum.done + unit.done,
            in_progress: sum.in_progress + unit.in_progress,
            others: sum.others + unit.others,
            known: sum.known + unit.known,
            refused: sum.refused + unit.refused,
            ..sum
        })
    }

    /// Returns true if something is not taken.
    pub fn has_refused(&self) -> bool {
        self.findings.iter().any(|finding| finding.weight == FindingWeight::Refused)
    }
}
