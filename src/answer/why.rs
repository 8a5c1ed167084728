//! How the deadlines and statuses of work items came about.

use super::entity::{Entity, EntityName};
use crate::date::AsOf;
use crate::model::{AssignmentIx, Plan};
use crate::status::{Explanation, PlanWorkItem, why};

/// The explanations of some work items of one id.
#[derive(Debug)]
pub struct WhyAnswer<'p> {
    /// The id as it was asked for.
    pub id: String,
    /// The day.
    pub as_of: AsOf,
    /// The work items, in the order of the plans.
    pub items: Vec<ExplainedWorkItem<'p>>,
}

/// A work item with its explanation.
#[derive(Debug)]
pub struct ExplainedWorkItem<'p> {
    /// The work item.
    pub item: PlanWorkItem<'p>,
    /// How it came about.
    pub explanation: Explanation,
}

/// The reason why there is nothing to explain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyFault {
    /// No plan has the id.
    UnknownId,
    /// The id is that of something without a deadline.
    NoDeadline,
}

impl<'p> WhyAnswer<'p> {
    /// The explanations of the work items that a name means, of those that are wanted.
    ///
    /// # Errors
    /// When no plan has the id, or when it is not the id of a duty.
    pub fn new(
        words: &str,
        plans: &[&'p Plan],
        wanted: impl IntoIterator<Item = PlanWorkItem<'p>>,
        as_of: AsOf,
    ) -> Result<Self, WhyFault> {
        let name = EntityName::new(words);
        let entities = name.find(plans);
        if entities.is_empty() {
            return Err(WhyFault::UnknownId);
        }
        let duties: Vec<(&Plan, AssignmentIx)> =
            entities.iter().flat_map(|(plan, entity)| duties(plan, *entity).map(|ix| (*plan, ix))).collect();
        if duties.is_empty() {
            return Err(WhyFault::NoDeadline);
        }
        let has_key = |(plan, ix): &(&Plan, AssignmentIx)| name.work_items(plan, *ix).next().is_some();
        if name.unit.is_some() && !duties.iter().any(has_key) {
            return Err(WhyFault::UnknownId);
        }
        let is_meant = |of: &PlanWorkItem<'p>| {
            let work_item = of.item.work_item(of.plan);
            let is_duty =
                |(plan, ix): &(&Plan, AssignmentIx)| plan.id == of.plan.id && *ix == work_item.assignment;
            duties.iter().any(is_duty) && name.is_key_of(of.plan, work_item)
        };
        let explained =
            |item: PlanWorkItem<'p>| ExplainedWorkItem { item, explanation: why(item.plan, item.item) };
        let items = wanted.into_iter().filter(is_meant).map(explained).collect();
        Ok(Self { id: words.to_owned(), as_of, items })
    }

    /// The work items by task or row, in their order.
    pub fn by_assignment(&self) -> impl Iterator<Item = &[ExplainedWorkItem<'p>]> {
        let key =
            |of: &ExplainedWorkItem<'p>| (&of.item.plan.id, of.item.item.work_item(of.item.plan).assignment);
        self.items.chunk_by(move |a, b| key(a) == key(b))
    }
}

/// The tracked tasks and rows that an entity stands for: of a task its rows.
fn duties(plan: &Plan, entity: Entity) -> impl Iterator<Item = AssignmentIx> {
    let is_meant = move |at: usize| match entity {
        Entity::Assignment(ix) => ix.at() == at,
        Entity::Task(task) => plan.assignments[at].task == Some(task),
        _ => false,
    };
    (0..plan.assignments.len()).filter(move |at| is_meant(*at)).map(AssignmentIx::new)
}
