//! The page for the person at the top.

use super::folded::FoldedItem;
use super::standing::UnitStanding;
use crate::answer::changes::ChangesAnswer;
use crate::answer::status::{SinceError, StatusAnswer};
use crate::answer::targets::{PlanTargets, TargetRow, TargetsAnswer};
use crate::date::Day;
use crate::status::{Assessment, PlanWorkItem};
use crate::workspace::Selection;

/// The most work items that are named.
const NAMED: usize = 10;

/// The days ahead within which work counts as due.
const DAYS_AHEAD: i64 = 14;

/// The page for the person at the top.
#[derive(Debug, Clone)]
pub struct BriefAnswer<'s> {
    /// The figures, with the changes since the end of last month.
    pub status: StatusAnswer<'s>,
    /// The number of work items that are due within 14 days.
    pub due: usize,
    /// The last of these days.
    pub due_until: Day,
    /// The names of the units that are late, the worst first.
    pub late: Vec<UnitStanding>,
    /// The units with work that has begun or is due, and without a report.
    pub silent: Vec<UnitStanding>,
    /// The work that is overdue now and was not at the end of last month, recurring work folded; at most ten.
    pub worse: Vec<FoldedItem<'s>>,
    /// The number of work items that became overdue since.
    pub worse_count: usize,
    /// The longest overdue work, recurring work folded; at most ten.
    pub longest: Vec<FoldedItem<'s>>,
    /// The targets that are not met.
    pub targets: Vec<TargetRow<'s>>,
}

impl<'s> BriefAnswer<'s> {
    /// The page on a selection.
    ///
    /// # Errors
    /// If there is no day before its month.
    pub fn new(selection: &'s Selection<'_>) -> Result<Self, SinceError> {
        let day = selection.as_of.day;
        let before = Day::first_of_month(day.year(), day.month()).map_or(day, Day::previous);
        let status = StatusAnswer::new(selection, None, Some(before))?;
        let due_until = day.saturating_plus(DAYS_AHEAD);
        let units = UnitStanding::all(selection);
        let (late, others): (Vec<_>, Vec<_>) = units.into_iter().partition(|unit| unit.overdue() > 0);
        let silent = late.iter().chain(&others).filter(|unit| unit.has_not_reported()).cloned().collect();
        let overdue = FoldedItem::overdue(selection);
        let newly =
            status.changes.as_ref().map_or(&[][..], |changes: &ChangesAnswer<'_>| &changes.newly_overdue);
        let is_new = |found: &PlanWorkItem<'_>| {
            newly.iter().any(|changed| std::ptr::eq(changed.found.item, found.item))
        };
        let worse_count = newly.len();
        let mut worse = FoldedItem::fold(selection, is_new, |found| std::cmp::Reverse(found.item.days_late));
        worse.truncate(NAMED);
        let targets = TargetsAnswer::new(selection, &[]);
        let off = targets.plans.iter().flat_map(PlanTargets::rows);
        let off = off.filter(|row| row.assessed.assessment == Assessment::NotMet).cloned().collect();
        Ok(Self {
            due: selection.items().filter(|found| found.is_due_within(day, due_until)).count(),
            due_until,
            late,
            silent,
            worse,
            worse_count,
            longest: overdue.into_iter().take(NAMED).collect(),
            targets: off,
            status,
        })
    }
}
