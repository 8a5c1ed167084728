//! The page of an entity: everything known of it on a day.

mod assignment;
mod duties;
mod party;

pub use assignment::{AssignmentPage, MatchedEntry};
pub use duties::{AssignmentList, AssignmentSummary};
pub use party::{GroupPage, UnitPage};

use super::entity::{Entity, EntityName};
use crate::date::AsOf;
use crate::model::{GoalIx, Plan, SectionIx, Target, TargetResult, Task, TaskIx};
use crate::status::{Figures, TargetStatus, assess, evaluate_all};

/// The pages of all entities that a name means.
#[derive(Debug)]
pub struct ShowAnswer<'p> {
    /// The id of the name.
    pub id: String,
    /// The day.
    pub as_of: AsOf,
    /// The pages, in the order of the plans.
    pub pages: Vec<EntityPage<'p>>,
}

/// The page of one entity.
#[derive(Debug)]
pub struct EntityPage<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The entity.
    pub entity: Entity,
    /// What is known of it.
    pub details: PageDetails<'p>,
}

/// What is known of an entity, by its kind.
#[derive(Debug)]
pub enum PageDetails<'p> {
    /// A plan: the figures of its work items.
    Plan(Box<Figures>),
    /// A tracked task or row.
    Assignment(Box<AssignmentPage<'p>>),
    /// A task that is not tracked itself.
    Task(TaskPage<'p>),
    /// A target.
    Target(Box<TargetPage<'p>>),
    /// A unit.
    Unit(UnitPage<'p>),
    /// A group.
    Group(GroupPage<'p>),
    /// A section, with its duties and those of the sections below it.
    Section(SectionIx, AssignmentList<'p>),
    /// A goal, with its duties.
    Goal(GoalIx, AssignmentList<'p>),
}

/// A task that is tracked through its rows or through the task that says the same, or not at all.
#[derive(Debug)]
pub struct TaskPage<'p> {
    /// The task.
    pub task: &'p Task,
    /// The state of its tracking.
    pub tracking: TaskTracking,
    /// The duties by which it is tracked.
    pub duties: AssignmentList<'p>,
}

/// How a task is tracked that is not tracked itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskTracking {
    /// A label that opens no work.
    Heading,
    /// Through the task that says the same.
    SameAs,
    /// Through its rows.
    Rows,
    /// Not at all: nobody leads it.
    WithoutLead,
}

/// A target, its assessment and its results.
#[derive(Debug)]
pub struct TargetPage<'p> {
    /// The target on the day.
    pub assessed: TargetStatus<'p>,
    /// The results on or before the day, in their order.
    pub results: Vec<&'p TargetResult>,
}

impl<'p> ShowAnswer<'p> {
    /// The pages of all that a name means in some plans; only tracked tasks and rows have the keys of work items.
    pub fn new(name: &EntityName<'_>, plans: &[&'p Plan], as_of: AsOf) -> Self {
        let found = name.find(plans).into_iter().filter(|(plan, entity)| match entity {
            Entity::Assignment(ix) => name.unit.is_none() || name.work_items(plan, *ix).next().is_some(),
            _ => name.unit.is_none(),
        });
        let page = |(plan, entity): (&'p Plan, Entity)| EntityPage {
            plan,
            entity,
            details: details(plan, entity, name, as_of),
        };
        Self { id: name.id.to_owned(), as_of, pages: found.map(page).collect() }
    }
}

fn details<'p>(plan: &'p Plan, entity: Entity, name: &EntityName<'_>, as_of: AsOf) -> PageDetails<'p> {
    match entity {
        Entity::Plan => PageDetails::Plan(Box::new(evaluate_all(plan, as_of).iter().collect())),
        Entity::Assignment(ix) => {
            PageDetails::Assignment(Box::new(AssignmentPage::new(plan, ix, name, as_of)))
        }
        Entity::Task(ix) => PageDetails::Task(task(plan, ix, as_of)),
        Entity::Target(ix) => {
            let assessed = assess(plan, ix, as_of);
            PageDetails::Target(Box::new(TargetPage { results: results(assessed.target, as_of), assessed }))
        }
        Entity::Unit(ix) => PageDetails::Unit(UnitPage::new(plan, ix, as_of)),
        Entity::Group(ix) => PageDetails::Group(GroupPage::new(plan, ix, as_of)),
        Entity::Section(ix) => PageDetails::Section(ix, section(plan, ix, as_of)),
        Entity::Goal(ix) => PageDetails::Goal(ix, goal(plan, ix, as_of)),
    }
}

fn task(plan: &Plan, ix: TaskIx, as_of: AsOf) -> TaskPage<'_> {
    let task = plan.task(ix);
    let tracked = task.same_as.unwrap_or(ix);
    let tracking = if task.heading {
        TaskTracking::Heading
    } else if task.same_as.is_some() {
        TaskTracking::SameAs
    } else if plan.assignments.iter().any(|assignment| assignment.task == Some(ix)) {
        TaskTracking::Rows
    } else {
        TaskTracking::WithoutLead
    };
    let duties = AssignmentList::of(plan, as_of, |assignment| assignment.task == Some(tracked));
    TaskPage { task, tracking, duties }
}

fn results(target: &Target, as_of: AsOf) -> Vec<&TargetResult> {
    target.results.iter().filter(|result| as_of.is_in_force(result.date)).collect()
}

fn section(plan: &Plan, ix: SectionIx, as_of: AsOf) -> AssignmentList<'_> {
    AssignmentList::of(plan, as_of, |assignment| assignment.section.is_some_and(|own| plan.is_below(own, ix)))
}

fn goal(plan: &Plan, ix: GoalIx, as_of: AsOf) -> AssignmentList<'_> {
    AssignmentList::of(plan, as_of, |assignment| assignment.goals.contains(&ix))
}
