//! What an id of the command line names: `PL2-07`, `PLAN/PL2-07`, `PLAN/PL2-07/UNIT/PERIOD`.

use std::collections::HashSet;

use crate::model::{
    AssignmentIx, GoalIx, GroupIx, Plan, SectionIx, TargetIx, TaskIx, UnitIx, WorkItem, WorkItemIx,
};
use crate::query::suggest;

/// One entity of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Entity {
    /// The plan itself.
    Plan,
    /// A tracked task or row.
    Assignment(AssignmentIx),
    /// A task that is not tracked itself: one with rows, a label, one told twice.
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

impl Entity {
    /// What it is called: its title or name.
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

    /// Its id.
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
}

/// An id in its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntityName<'n> {
    /// The plan, where one is named.
    pub plan: Option<&'n str>,
    /// The id.
    pub id: &'n str,
    /// The unit of a key.
    pub unit: Option<&'n str>,
    /// The period of a key; `-` is that of what has none.
    pub period: Option<&'n str>,
}

impl<'n> EntityName<'n> {
    /// Takes an id apart.
    pub fn new(words: &'n str) -> Self {
        let mut parts = words.trim().splitn(4, '/');
        let first = parts.next().unwrap_or_default();
        match parts.next() {
            None => Self { plan: None, id: first, unit: None, period: None },
            Some(id) => Self { plan: Some(first), id, unit: parts.next(), period: parts.next() },
        }
    }

    /// All that it names in some plans: what is spelt just so, else what differs in case only.
    pub fn find<'p>(&self, plans: &[&'p Plan]) -> Vec<(&'p Plan, Entity)> {
        let is_exact = |id: &str, word: &str| id == word;
        let found = self.find_by(plans, is_exact);
        if found.is_empty() { self.find_by(plans, str::eq_ignore_ascii_case) } else { found }
    }

    fn find_by<'p>(&self, plans: &[&'p Plan], is: impl Fn(&str, &str) -> bool) -> Vec<(&'p Plan, Entity)> {
        let plans = plans.iter().copied().filter(|plan| self.plan.is_none_or(|id| is(&plan.id, id)));
        let all = plans.flat_map(|plan| entities(plan).map(move |(id, entity)| (plan, id, entity)));
        all.filter(|(_, id, _)| is(id, self.id)).map(|(plan, _, entity)| (plan, entity)).collect()
    }

    /// The work items of a task or row, those of the key where the name is one.
    pub fn work_items(&self, plan: &Plan, ix: AssignmentIx) -> impl Iterator<Item = WorkItemIx> {
        let is_meant = |at: &usize| self.is_key_of(plan, &plan.work_items[*at]);
        plan.work_items_of(ix).filter(is_meant).map(WorkItemIx::new)
    }

    /// Whether unit and period of the name, where it has any, are those of a work item.
    pub fn is_key_of(&self, plan: &Plan, work_item: &WorkItem) -> bool {
        let period = plan.period_label(work_item).unwrap_or("-");
        self.unit.is_none_or(|unit| plan.holder_id(work_item).eq_ignore_ascii_case(unit))
            && self.period.is_none_or(|wanted| wanted.eq_ignore_ascii_case(period))
    }

    /// The nearest ids of all kinds that there are, at most three; of a key whose item there is, the nearest of
    /// its keys.
    pub fn near(&self, plans: &[&Plan]) -> Vec<String> {
        let keys = self.keys(plans);
        if !keys.is_empty() {
            let rest = [Some(self.id), self.unit, self.period];
            let words = rest.into_iter().flatten().collect::<Vec<_>>().join("/");
            let near = suggest(&words, keys.iter().map(|(_, short)| short.as_str()));
            let long =
                |short: &str| keys.iter().find(|(_, other)| *other == short).map(|(key, _)| key.clone());
            let near: Vec<String> = near.into_iter().filter_map(long).collect();
            return if near.is_empty() {
                keys.into_iter().take(3).map(|(key, _)| key).collect()
            } else {
                near
            };
        }
        let mut ids: Vec<&str> = plans.iter().flat_map(|plan| entities(plan).map(|(id, _)| id)).collect();
        let mut seen = HashSet::new();
        ids.retain(|id| seen.insert(*id));
        suggest(self.id, ids).into_iter().map(str::to_owned).collect()
    }

    /// The keys of the item that a key names, each also without its plan.
    fn keys(&self, plans: &[&Plan]) -> Vec<(String, String)> {
        if self.unit.is_none() {
            return Vec::new();
        }
        let found = EntityName { unit: None, period: None, ..*self }.find(plans);
        let work_items = found.into_iter().filter_map(|(plan, entity)| match entity {
            Entity::Assignment(item) => {
                Some(plan.work_items_of(item).map(move |at| (plan, &plan.work_items[at])))
            }
            _ => None,
        });
        let key = |(plan, work_item): (&Plan, _)| {
            let key = plan.key(work_item);
            let short = key.strip_prefix(&format!("{}/", plan.id)).unwrap_or(&key).to_owned();
            (key, short)
        };
        work_items.flatten().map(key).collect()
    }
}

/// Everything in a plan that has an id, and that id.
pub fn entities(plan: &Plan) -> impl Iterator<Item = (&str, Entity)> {
    // A tracked task stands among the items already. Tasks and rows share their ids.
    let tracked: HashSet<&str> = plan.assignments.iter().map(|item| item.id.as_str()).collect();
    let tasks = plan.tasks.iter().enumerate();
    let rest = tasks.filter(move |(_, task)| !tracked.contains(task.id.as_str()));
    let items = plan
        .assignments
        .iter()
        .enumerate()
        .map(|(at, it)| (it.id.as_str(), Entity::Assignment(AssignmentIx::new(at))));
    let targets = plan.targets.iter().enumerate();
    let units = plan.registry.units.iter().enumerate();
    let groups = plan.registry.groups.iter().enumerate();
    let sections = plan.sections.iter().enumerate();
    let goals = plan.goals.iter().enumerate();
    std::iter::once((plan.id.as_str(), Entity::Plan))
        .chain(items)
        .chain(rest.map(|(at, it)| (it.id.as_str(), Entity::Task(TaskIx::new(at)))))
        .chain(targets.map(|(at, it)| (it.id.as_str(), Entity::Target(TargetIx::new(at)))))
        .chain(units.map(|(at, it)| (it.id.as_str(), Entity::Unit(UnitIx::new(at)))))
        .chain(groups.map(|(at, it)| (it.id.as_str(), Entity::Group(GroupIx::new(at)))))
        .chain(sections.map(|(at, it)| (it.id.as_str(), Entity::Section(SectionIx::new(at)))))
        .chain(goals.map(|(at, it)| (it.id.as_str(), Entity::Goal(GoalIx::new(at)))))
}
