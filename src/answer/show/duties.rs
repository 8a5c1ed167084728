//! The duties of a unit, a group, a section, a goal or a task: tracked tasks and rows with their progress.

use crate::date::{AsOf, Day};
use crate::model::{Assignment, AssignmentIx, Plan};
use crate::status::{Figures, Status, WorkItemStatus, evaluate_all};

/// Tracked tasks and rows in the order of the document.
#[derive(Debug)]
pub struct AssignmentList<'p> {
    /// The tasks and rows.
    pub rows: Vec<AssignmentSummary<'p>>,
    /// The figures of all their work items.
    pub figures: Figures,
}

/// A tracked task or row, and the progress of some of its work items.
#[derive(Debug, Clone, Copy)]
pub struct AssignmentSummary<'p> {
    /// The task or row.
    pub assignment: &'p Assignment,
    /// The number of work items.
    pub work_items: u64,
    /// The number of those that are done.
    pub done: u64,
    /// The number of those that are overdue.
    pub overdue: u64,
    /// The earliest deadline of those that are open and not overdue.
    pub next: Option<Day>,
}

impl<'p> AssignmentList<'p> {
    /// The tasks and rows that are wanted, with all their work items.
    pub(super) fn of(plan: &'p Plan, as_of: AsOf, is_wanted: impl Fn(&Assignment) -> bool) -> Self {
        Self::with_work(plan, as_of, &is_wanted, |item| is_wanted(item.assignment(plan)))
    }

    /// The tasks and rows that are wanted, and those of which work items are; only wanted work items count.
    pub(super) fn with_work(
        plan: &'p Plan,
        as_of: AsOf,
        is_wanted: impl Fn(&Assignment) -> bool,
        is_own: impl Fn(&WorkItemStatus) -> bool,
    ) -> Self {
        let all = evaluate_all(plan, as_of);
        let mut list = Self { rows: Vec::new(), figures: Figures::default() };
        for (at, assignment) in plan.assignments.iter().enumerate() {
            let range = plan.work_items_of(AssignmentIx::new(at));
            let own = all.get(range).unwrap_or_default().iter().filter(|item| is_own(item));
            let own: Vec<&WorkItemStatus> = own.collect();
            if is_wanted(assignment) || !own.is_empty() {
                list.rows.push(AssignmentSummary::new(assignment, &own));
                list.figures.extend(own.iter().map(|item| item.status));
            }
        }
        list
    }
}

impl<'p> AssignmentSummary<'p> {
    fn new(assignment: &'p Assignment, own: &[&WorkItemStatus]) -> Self {
        let count = |holds: fn(Status) -> bool| own.iter().filter(|item| holds(item.status)).count() as u64;
        let open = own.iter().filter(|item| item.status.is_open() && item.status != Status::Overdue);
        Self {
            assignment,
            work_items: own.len() as u64,
            done: count(Status::is_done),
            overdue: count(|status| status == Status::Overdue),
            next: open.filter_map(|item| item.deadline).min(),
        }
    }
}
