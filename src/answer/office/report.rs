//! The report of a month or a quarter (báo cáo tình hình thực hiện).

use super::folded::FoldedItem;
use super::remarks::UnitRemarks;
use super::span::ReportSpan;
use super::standing::UnitStanding;
use crate::answer::status::{SinceError, StatusAnswer};
use crate::answer::targets::TargetsAnswer;
use crate::attribute::{UnitNaming, holder_name};
use crate::language::Message;
use crate::model::Plan;
use crate::status::PlanWorkItem;
use crate::workspace::Selection;

/// The report of a time.
#[derive(Debug, Clone)]
pub struct ReportAnswer<'s> {
    /// The time.
    pub span: ReportSpan,
    /// The figures by section, or of several plans by plan, with the changes within the time.
    pub status: StatusAnswer<'s>,
    /// The units, the worst first.
    pub units: Vec<UnitStanding>,
    /// The overdue work by unit, in the order of `units`, recurring work folded.
    pub overdue: Vec<UnitOverdue<'s>>,
    /// The difficulties reported within the time, by unit.
    pub difficulties: Vec<UnitRemarks<'s>>,
    /// The proposals reported within the time, by unit.
    pub proposals: Vec<UnitRemarks<'s>>,
    /// The targets.
    pub targets: TargetsAnswer<'s>,
    /// The open work that is due in the time after, the nearest deadline first, recurring work folded.
    pub next: Vec<FoldedItem<'s>>,
}

/// The overdue work of one unit.
#[derive(Debug, Clone)]
pub struct UnitOverdue<'s> {
    /// The unit that holds it, and the one that answers for it now where that is another.
    pub holder: Message,
    /// The work, the longest overdue first.
    pub items: Vec<FoldedItem<'s>>,
}

impl<'s> ReportAnswer<'s> {
    /// The report on a selection for a time.
    ///
    /// # Errors
    /// If the time begins after the day of the selection.
    pub fn new(selection: &'s Selection<'_>, span: ReportSpan) -> Result<Self, SinceError> {
        let units = UnitStanding::all(selection);
        let next = |found: &PlanWorkItem<'_>| found.is_due_within(span.next.first, span.next.last);
        Ok(Self {
            status: StatusAnswer::new(selection, None, Some(span.before))?,
            overdue: UnitOverdue::all(selection, &units),
            units,
            difficulties: UnitRemarks::within(selection, &span, |report| report.difficulty.as_deref()),
            proposals: UnitRemarks::within(selection, &span, |report| report.proposal.as_deref()),
            targets: TargetsAnswer::new(selection, &[]),
            next: FoldedItem::fold(selection, next, |found| found.item.deadline),
            span,
        })
    }

    /// Returns the plans that have work items.
    pub fn plans(&self) -> &[&'s Plan] {
        &self.status.plans
    }

    /// Returns the number of units that are late.
    pub fn late_units(&self) -> usize {
        self.units.iter().filter(|unit| unit.overdue() > 0).count()
    }

    /// Returns the greatest number of days that a work item is overdue; 0 if none is.
    pub fn longest(&self) -> i64 {
        self.units.iter().map(|unit| unit.longest).max().unwrap_or(0)
    }
}

impl<'s> UnitOverdue<'s> {
    /// The overdue work of a selection, by unit.
    pub(super) fn all(selection: &'s Selection<'_>, units: &[UnitStanding]) -> Vec<Self> {
        let mut by_unit: Vec<Self> = units
            .iter()
            .filter(|unit| unit.overdue() > 0)
            .map(|unit| Self { holder: unit.holder.clone(), items: Vec::new() })
            .collect();
        for item in FoldedItem::overdue(selection) {
            let holder = holder_name(&item.found, UnitNaming::Full);
            match by_unit.iter_mut().find(|unit| unit.holder == holder) {
                Some(unit) => unit.items.push(item),
                None => by_unit.push(Self { holder, items: vec![item] }),
            }
        }
        by_unit
    }
}
