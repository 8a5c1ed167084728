//! The entities of a plan that have an id.

use std::collections::HashSet;

use super::index::{AssignmentIx, GoalIx, GroupIx, SectionIx, TargetIx, TaskIx, UnitIx};
use super::plan::Plan;
use crate::span::Span;

/// An entity of a plan: anything that has an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntityIx {
    /// The plan itself.
    Plan,
    /// A tracked task or row.
    Assignment(AssignmentIx),
    /// A task that is not tracked itself: one with rows, a heading, a repeated task.
    Task(TaskIx),
    /// A target.
    Target(TargetIx),
    /// A unit.
    Unit(UnitIx),
    /// A group.
    Group(GroupIx),
    /// A section.
    Section(SectionIx),
    /// A goal.
    Goal(GoalIx),
}

impl EntityIx {
    /// Returns its title or name.
    pub fn name(self, plan: &Plan) -> &str {
        match self {
            Self::Plan => &plan.title,
            Self::Assignment(item) => &plan.assignment(item).title,
            Self::Task(task) => &plan.task(task).title,
            Self::Target(target) => &plan.target(target).title,
            Self::Unit(unit) => &plan.registry.unit(unit).name,
            Self::Group(group) => &plan.registry.group(group).name,
            Self::Section(section) => &plan.section(section).title,
            Self::Goal(goal) => &plan.goal(goal).title,
        }
    }

    /// Returns its id.
    pub fn id(self, plan: &Plan) -> &str {
        match self {
            Self::Plan => &plan.id,
            Self::Assignment(item) => &plan.assignment(item).id,
            Self::Task(task) => &plan.task(task).id,
            Self::Target(target) => &plan.target(target).id,
            Self::Unit(unit) => &plan.registry.unit(unit).id,
            Self::Group(group) => &plan.registry.group(group).id,
            Self::Section(section) => &plan.section(section).id,
            Self::Goal(goal) => &plan.goal(goal).id,
        }
    }

    /// Returns the place of its id in a file.
    pub fn place(self, plan: &Plan) -> Span {
        match self {
            Self::Plan => plan.place,
            Self::Assignment(item) => plan.assignment(item).place,
            Self::Task(task) => plan.task(task).provisions.place,
            Self::Target(target) => plan.target(target).place,
            Self::Unit(unit) => plan.registry.unit(unit).place,
            Self::Group(group) => plan.registry.group(group).place,
            Self::Section(section) => plan.section(section).place,
            Self::Goal(goal) => plan.goal(goal).place,
        }
    }
}

/// Returns the entities of a plan with their ids.
pub fn entities(plan: &Plan) -> impl Iterator<Item = (&str, EntityIx)> {
    // A tracked task stands among the items already. Tasks and rows share their ids.
    let tracked: HashSet<&str> = plan.assignments.iter().map(|item| item.id.as_str()).collect();
    let tasks = plan.tasks.iter().enumerate();
    let rest = tasks.filter(move |(_, task)| !tracked.contains(task.id.as_str()));
    let items = plan
        .assignments
        .iter()
        .enumerate()
        .map(|(at, it)| (it.id.as_str(), EntityIx::Assignment(AssignmentIx::new(at))));
    let targets = plan.targets.iter().enumerate();
    let units = plan.registry.units.iter().enumerate();
    let groups = plan.registry.groups.iter().enumerate();
    let sections = plan.sections.iter().enumerate();
    let goals = plan.goals.iter().enumerate();
    std::iter::once((plan.id.as_str(), EntityIx::Plan))
        .chain(items)
        .chain(rest.map(|(at, it)| (it.id.as_str(), EntityIx::Task(TaskIx::new(at)))))
        .chain(targets.map(|(at, it)| (it.id.as_str(), EntityIx::Target(TargetIx::new(at)))))
        .chain(units.map(|(at, it)| (it.id.as_str(), EntityIx::Unit(UnitIx::new(at)))))
        .chain(groups.map(|(at, it)| (it.id.as_str(), EntityIx::Group(GroupIx::new(at)))))
        .chain(sections.map(|(at, it)| (it.id.as_str(), EntityIx::Section(SectionIx::new(at)))))
        .chain(goals.map(|(at, it)| (it.id.as_str(), EntityIx::Goal(GoalIx::new(at)))))
}
