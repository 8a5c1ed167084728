//! The contents of each kind of page.

use std::collections::HashSet;

use super::entry::{self, EntryScope};
use super::work::EntityWork;
use crate::date::AsOf;
use crate::model::{
    Assignment, AssignmentIx, Change, ColumnIx, EntityIx, Goal, GoalIx, Group, GroupIx, Party, Plan,
    Provisions, Report, Section, SectionIx, Target, TargetIx, TargetResult, Task, TaskIx, TrackedEntry, Unit,
    UnitIx, WorkItemIx,
};
use crate::query::PartyWork;
use crate::status::{Figures, TargetStatus, WorkItemStatus, assess, assess_horizons, evaluate, evaluate_all};
use crate::workspace::EntityName;

/// The contents of a page.
#[derive(Debug, Clone)]
pub enum EntityDetails<'p> {
    /// A plan.
    Plan(PlanPage<'p>),
    /// A tracked task or row.
    Assignment(Box<AssignmentPage<'p>>),
    /// A task that is not tracked itself.
    Task(TaskPage<'p>),
    /// A target.
    Target(TargetPage<'p>),
    /// A unit.
    Unit(UnitPage<'p>),
    /// A group.
    Group(GroupPage<'p>),
    /// A section.
    Section(SectionPage<'p>),
    /// A goal.
    Goal(GoalPage<'p>),
}

/// The page of a plan.
#[derive(Debug, Clone)]
pub struct PlanPage<'p> {
    /// Its tracked tasks and rows.
    pub assignments: &'p [Assignment],
    /// The figures of all its work items.
    pub figures: Figures,
}

/// The page of a tracked task or row.
#[derive(Debug, Clone)]
pub struct AssignmentPage<'p> {
    /// The task or row.
    pub assignment: &'p Assignment,
    /// True for a row, false for a task.
    pub is_row: bool,
    /// Its entry as it is written.
    pub provisions: &'p Provisions,
    /// The task of a row, if it has one.
    pub task: Option<&'p Task>,
    /// The work items, occurrence by occurrence; those of a key if one is given.
    pub items: Vec<WorkItemStatus>,
    /// Their figures.
    pub figures: Figures,
    /// The reports on them that count, in their order.
    pub reports: Vec<EntryScope<'p, Report>>,
    /// The changes of them that are in force, in their order.
    pub changes: Vec<EntryScope<'p, Change>>,
    /// The columns of the plan's own in which one of the reports gives a value.
    pub reported_columns: Vec<ColumnIx>,
    /// True if the work items are of several units, or of another unit than the one for which they were opened.
    pub has_several_units: bool,
}

/// The page of a task that is tracked through its rows, or not at all.
#[derive(Debug, Clone)]
pub struct TaskPage<'p> {
    /// The task.
    pub task: &'p Task,
    /// Its part in the plan.
    pub role: TaskRole,
    /// The work of the rows through which it is tracked.
    pub work: EntityWork<'p>,
}

/// The part of a task that is not tracked itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskRole {
    /// A heading.
    Heading,
    /// A repetition of another task.
    Repeated,
    /// A task with rows.
    WithRows,
    /// A task without a lead.
    Unassigned,
}

/// The page of a target.
#[derive(Debug, Clone)]
pub struct TargetPage<'p> {
    /// The target with its assessment on the day; of a recurring one that of the first occurrence that has not
    /// passed, else of the last.
    pub assessed: TargetStatus<'p>,
    /// The occurrences of a recurring target.
    pub occurrences: Vec<TargetStatus<'p>>,
    /// Its values for several days; empty if it has one value.
    pub horizons: Vec<TargetStatus<'p>>,
    /// Its goal.
    pub goal: Option<&'p Goal>,
    /// Its results that are in force on the day, in their order.
    pub results: Vec<&'p TargetResult>,
}

/// The page of a unit.
#[derive(Debug, Clone)]
pub struct UnitPage<'p> {
    /// The unit.
    pub unit: &'p Unit,
    /// True if the unit is in force on the day.
    pub is_in_force: bool,
    /// The units that it succeeds.
    pub succeeds: Vec<UnitIx>,
    /// The units that answer for it on the day.
    pub answering: Vec<UnitIx>,
    /// True if units that are neither this one nor its successors answer for its work.
    pub is_answered_by_others: bool,
    /// The groups that it belongs to on the day.
    pub groups: Vec<GroupIx>,
    /// The work that `plan list --unit` finds.
    pub work: EntityWork<'p>,
}

/// The page of a group.
#[derive(Debug, Clone)]
pub struct GroupPage<'p> {
    /// The group.
    pub group: &'p Group,
    /// The units that it stands for on the day.
    pub members: Vec<UnitIx>,
    /// The work that `plan list --unit` finds.
    pub work: EntityWork<'p>,
}

/// The page of a section.
#[derive(Debug, Clone)]
pub struct SectionPage<'p> {
    /// The section.
    pub section: &'p Section,
    /// The section that it lies in.
    pub parent: Option<&'p Section>,
    /// The sections that lie directly in it.
    pub sections: Vec<&'p Section>,
    /// The work in it and in the sections below it.
    pub work: EntityWork<'p>,
}

/// The page of a goal.
#[derive(Debug, Clone)]
pub struct GoalPage<'p> {
    /// The goal.
    pub goal: &'p Goal,
    /// Its targets.
    pub targets: Vec<&'p Target>,
    /// The work that serves it.
    pub work: EntityWork<'p>,
}

impl<'p> EntityDetails<'p> {
    /// The page of an entity on a day; none if the name is a key and the entity has no such work item.
    pub(super) fn new(plan: &'p Plan, entity: EntityIx, name: &EntityName<'_>, as_of: AsOf) -> Option<Self> {
        if let EntityIx::Assignment(ix) = entity {
            let page = AssignmentPage::new(plan, ix, name, as_of);
            let is_found = name.unit.is_none() || !page.items.is_empty();
            return is_found.then(|| Self::Assignment(Box::new(page)));
        }
        // Only work items have keys.
        if name.unit.is_some() {
            return None;
        }
        Some(match entity {
            EntityIx::Plan => Self::Plan(PlanPage {
                assignments: &plan.assignments,
                figures: evaluate_all(plan, as_of).iter().collect(),
            }),
            EntityIx::Assignment(_) => return None,
            EntityIx::Task(ix) => Self::Task(TaskPage::new(plan, ix, as_of)),
            EntityIx::Target(ix) => Self::Target(TargetPage::new(plan, ix, as_of)?),
            EntityIx::Unit(ix) => Self::Unit(UnitPage::new(plan, ix, as_of)),
            EntityIx::Group(ix) => {
                let work = PartyWork::of(plan, Party::Group(ix), as_of.day);
                let is_led = |assignment: &Assignment| assignment.lead.contains(&Party::Group(ix));
                Self::Group(GroupPage {
                    group: plan.registry.group(ix),
                    members: plan.registry.unfold(&[Party::Group(ix)], as_of.day),
                    work: EntityWork::of_items(plan, as_of, |item| work.has(item), is_led),
                })
            }
            EntityIx::Section(ix) => Self::Section(SectionPage::new(plan, ix, as_of)),
            EntityIx::Goal(ix) => Self::Goal(GoalPage::new(plan, ix, as_of)),
        })
    }
}

impl<'p> AssignmentPage<'p> {
    fn new(plan: &'p Plan, ix: AssignmentIx, name: &EntityName<'_>, as_of: AsOf) -> Self {
        let assignment = plan.assignment(ix);
        let (is_row, provisions) = match assignment.tracked {
            TrackedEntry::Row(row) => (true, &plan.row(row).provisions),
            TrackedEntry::Task(task) => (false, &plan.task(task).provisions),
        };
        let meant = plan.work_items_of(ix).filter(|at| name.matches(plan, &plan.work_items[*at]));
        let items: Vec<WorkItemStatus> = meant.map(|at| evaluate(plan, WorkItemIx::new(at), as_of)).collect();
        let mut units = items.iter().map(|item| (item.unit, item.work_item(plan).holder));
        let first = units.next();
        let has_moved = first.is_some_and(|(unit, holder)| unit != holder);
        let reports = entry::reports(plan, &items);
        let reported: HashSet<ColumnIx> =
            reports.iter().flat_map(|scope| scope.entry.own.iter().map(|(column, _)| column)).collect();
        let columns = (0..plan.columns.len()).map(ColumnIx::new);
        Self {
            assignment,
            is_row,
            provisions,
            task: assignment.task.filter(|_| is_row).map(|task| plan.task(task)),
            figures: items.iter().collect(),
            reports,
            reported_columns: columns.filter(|column| reported.contains(column)).collect(),
            changes: entry::changes(plan, &items),
            has_several_units: has_moved || !units.all(|unit| Some(unit) == first),
            items,
        }
    }
}

impl<'p> TargetPage<'p> {
    fn new(plan: &'p Plan, ix: TargetIx, as_of: AsOf) -> Option<Self> {
        let target = plan.target(ix);
        let mut occurrences = assess(plan, ix, as_of);
        let is_open = |one: &&TargetStatus<'p>| one.deadline.is_some_and(|deadline| as_of.day <= deadline);
        let assessed = *occurrences.iter().find(is_open).or(occurrences.last())?;
        if target.occurrences().is_empty() {
            occurrences.clear();
        }
        Some(Self {
            assessed,
            occurrences,
            horizons: assess_horizons(plan, target, as_of),
            goal: target.goal.map(|goal| plan.goal(goal)),
            results: target.results.iter().filter(|result| as_of.is_in_force(result.date)).collect(),
        })
    }
}

impl<'p> TaskPage<'p> {
    fn new(plan: &'p Plan, ix: TaskIx, as_of: AsOf) -> Self {
        let task = plan.task(ix);
        let role = if task.heading {
            TaskRole::Heading
        } else if task.same_as.is_some() {
            TaskRole::Repeated
        } else if plan.assignments.iter().any(|assignment| assignment.task == Some(ix)) {
            TaskRole::WithRows
        } else {
            TaskRole::Unassigned
        };
        let tracked = task.same_as.unwrap_or(ix);
        let work = EntityWork::of_assignments(plan, as_of, |assignment| assignment.task == Some(tracked));
        Self { task, role, work }
    }
}

impl<'p> UnitPage<'p> {
    fn new(plan: &'p Plan, ix: UnitIx, as_of: AsOf) -> Self {
        let (registry, day) = (&plan.registry, as_of.day);
        let unit = registry.unit(ix);
        let units = (0..registry.units.len()).map(UnitIx::new);
        let groups = (0..registry.groups.len()).map(GroupIx::new);
        let answering = registry.answering(ix, day);
        let work = PartyWork::of(plan, Party::Unit(ix), day);
        Self {
            unit,
            is_in_force: unit.is_in_force(day),
            succeeds: units.filter(|it| registry.unit(*it).successors.contains(&ix)).collect(),
            is_answered_by_others: *answering != [ix] && *answering != *unit.successors,
            answering: answering.to_vec(),
            groups: groups
                .filter(|group| registry.unfold(&[Party::Group(*group)], day).contains(&ix))
                .collect(),
            work: EntityWork::of_items(plan, as_of, |item| work.has(item), |_| false),
        }
    }
}

impl<'p> SectionPage<'p> {
    fn new(plan: &'p Plan, ix: SectionIx, as_of: AsOf) -> Self {
        let section = plan.section(ix);
        let is_in = |assignment: &Assignment| assignment.section.is_some_and(|own| plan.is_below(own, ix));
        Self {
            section,
            parent: section.parent.map(|parent| plan.section(parent)),
            sections: plan.sections.iter().filter(|below| below.parent == Some(ix)).collect(),
            work: EntityWork::of_assignments(plan, as_of, is_in),
        }
    }
}

impl<'p> GoalPage<'p> {
    fn new(plan: &'p Plan, ix: GoalIx, as_of: AsOf) -> Self {
        Self {
            goal: plan.goal(ix),
            targets: plan.targets.iter().filter(|target| target.goal == Some(ix)).collect(),
            work: EntityWork::of_assignments(plan, as_of, |assignment| assignment.goals.contains(&ix)),
        }
    }
}
