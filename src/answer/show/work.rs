//! The work that belongs to an entity, by task and row.

use crate::date::{AsOf, Day};
use crate::model::{Assignment, AssignmentIx, Plan};
use crate::status::{Figures, Status, WorkItemStatus, evaluate_all};

/// The work that belongs to an entity.
#[derive(Debug, Clone)]
pub struct EntityWork<'p> {
    /// The tracked tasks and rows, those without a work item among them.
    pub assignments: Vec<&'p Assignment>,
    /// The tracked tasks and rows with work items.
    pub rows: Vec<AssignmentFigures<'p>>,
    /// The figures of all work items.
    pub figures: Figures,
}

/// The figures of a tracked task or row.
#[derive(Debug, Clone, Copy)]
pub struct AssignmentFigures<'p> {
    /// The task or row.
    pub assignment: &'p Assignment,
    /// The figures of its work items.
    pub figures: Figures,
    /// The first deadline of those that are open and not overdue.
    pub next: Option<Day>,
}

impl<'p> EntityWork<'p> {
    /// The work on a day of the tasks and rows for which `is_meant` holds.
    pub(super) fn of_assignments(
        plan: &'p Plan,
        as_of: AsOf,
        is_meant: impl Fn(&Assignment) -> bool,
    ) -> Self {
        Self::new(plan, as_of, |assignment, _| is_meant(assignment), &is_meant)
    }

    /// The work items on a day for which `is_own` holds, and the tasks and rows for which `is_meant` holds even
    /// without one.
    pub(super) fn of_items(
        plan: &'p Plan,
        as_of: AsOf,
        is_own: impl Fn(&WorkItemStatus) -> bool,
        is_meant: impl Fn(&Assignment) -> bool,
    ) -> Self {
        Self::new(plan, as_of, |_, item| is_own(item), is_meant)
    }

    fn new(
        plan: &'p Plan,
        as_of: AsOf,
        is_own: impl Fn(&Assignment, &WorkItemStatus) -> bool,
        is_meant: impl Fn(&Assignment) -> bool,
    ) -> Self {
        let mut work = Self { assignments: Vec::new(), rows: Vec::new(), figures: Figures::default() };
        let all = evaluate_all(plan, as_of);
        for (at, assignment) in plan.assignments.iter().enumerate() {
            let items = all.get(plan.work_items_of(AssignmentIx::new(at))).unwrap_or_default();
            let items: Vec<&WorkItemStatus> = items.iter().filter(|item| is_own(assignment, item)).collect();
            if items.is_empty() {
                work.assignments.extend(is_meant(assignment).then_some(assignment));
                continue;
            }
            let figures: Figures = items.iter().copied().collect();
            let open = items.iter().filter(|item| item.status.is_open() && item.status != Status::Overdue);
            let next = open.filter_map(|item| item.deadline).min();
            work.assignments.push(assignment);
            work.figures += &figures;
            work.rows.push(AssignmentFigures { assignment, figures, next });
        }
        work
    }
}
