//! The explanations of deadlines and statuses. Source: docs/status.md, Explanations.

use super::items::unannounced;
use crate::date::{AsOf, UnannouncedYears};
use crate::model::{Assignment, AssignmentIx, EntityIx, Plan, PlanIx, WorkItem};
use crate::status::{Explanation, PlanWorkItem, WorkItemStatus, why};
use crate::workspace::{EntityName, Selection};

/// The explanations of the work items of an id.
#[derive(Debug, Clone)]
pub struct WhyAnswer<'s> {
    /// The day.
    pub as_of: AsOf,
    /// The id as it was given.
    pub id: &'s str,
    /// The work items by task or row, in the order of the plans.
    pub groups: Vec<ExplainedAssignment<'s>>,
    /// The number of work items.
    pub total: usize,
    /// The years whose announcement of days off may change the deadlines.
    pub unannounced: UnannouncedYears,
}

/// A tracked task or row with its explained work items, of which there is at least one.
#[derive(Debug, Clone)]
pub struct ExplainedAssignment<'s> {
    /// The plan.
    pub plan: &'s Plan,
    /// The task or row.
    pub assignment: &'s Assignment,
    /// Its work items.
    pub items: Vec<ExplainedItem<'s>>,
}

/// A work item with its explanation.
#[derive(Debug, Clone)]
pub struct ExplainedItem<'s> {
    /// The work item.
    pub found: PlanWorkItem<'s>,
    /// The explanation.
    pub explanation: Explanation,
}

/// An id without explanations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyError {
    /// No plan has the id; the nearest ids that one has.
    Unknown(Vec<String>),
    /// The id names nothing that has a deadline.
    NoDeadline,
}

impl<'s> WhyAnswer<'s> {
    /// The explanations of the selected work items of an id.
    ///
    /// # Errors
    /// [`WhyError`] if no plan has the id, or it names neither a task nor a row.
    pub fn new(selection: &'s Selection<'_>, id: &'s str) -> Result<Self, WhyError> {
        let name = EntityName::new(id);
        let plans = selection.numbered_plans();
        let unknown = || WhyError::Unknown(name.near(&plans));
        let entities = name.find(&plans);
        if entities.is_empty() {
            return Err(unknown());
        }
        let meant: Vec<(PlanIx, &Plan, AssignmentIx)> = entities
            .into_iter()
            .flat_map(|of| assignments(of.plan, of.entity).map(move |ix| (of.ix, of.plan, ix)))
            .collect();
        if meant.is_empty() {
            return Err(WhyError::NoDeadline);
        }
        let has_key =
            |plan: &Plan, ix| plan.work_items_of(ix).any(|at| name.matches(plan, &plan.work_items[at]));
        if name.unit.is_some() && !meant.iter().any(|(_, plan, ix)| has_key(plan, *ix)) {
            return Err(unknown());
        }
        let mut groups: Vec<ExplainedAssignment<'s>> = Vec::new();
        for selected in &selection.plans {
            let plan = selected.plan;
            let is_meant = |work_item: &WorkItem| {
                meant.iter().any(|(of, _, ix)| *of == selected.ix && *ix == work_item.assignment)
                    && name.matches(plan, work_item)
            };
            let of_assignment = |item: &WorkItemStatus| item.work_item(plan).assignment;
            let items: Vec<&WorkItemStatus> =
                selected.items.iter().filter(|item| is_meant(item.work_item(plan))).collect();
            for own in items.chunk_by(|a, b| of_assignment(a) == of_assignment(b)) {
                let explained = own.iter().map(|item| ExplainedItem {
                    found: PlanWorkItem::new(plan, item),
                    explanation: why(plan, item),
                });
                let assignment = plan.assignment(of_assignment(own[0]));
                groups.push(ExplainedAssignment { plan, assignment, items: explained.collect() });
            }
        }
        let total = groups.iter().map(|group| group.items.len()).sum();
        let items = groups.iter().flat_map(|group| group.items.iter().map(|item| item.found));
        let unannounced = unannounced(items);
        Ok(Self { as_of: selection.as_of, id, groups, total, unannounced })
    }

    /// The explained work items, in the order of the plans.
    pub fn items(&self) -> impl Iterator<Item = &ExplainedItem<'s>> {
        self.groups.iter().flat_map(|group| &group.items)
    }
}

/// The tracked tasks and rows that an entity stands for: for a task, its rows.
fn assignments(plan: &Plan, entity: EntityIx) -> impl Iterator<Item = AssignmentIx> {
    let is_meant = move |at: usize| match entity {
        EntityIx::Assignment(assignment) => assignment.at() == at,
        EntityIx::Task(task) => plan.assignments[at].task == Some(task),
        _ => false,
    };
    (0..plan.assignments.len()).filter(move |at| is_meant(*at)).map(AssignmentIx::new)
}
