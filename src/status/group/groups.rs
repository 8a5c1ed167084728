//! The counting of work items by groups.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::by::Grouping;
use super::names::NameIndex;
use crate::deadline::label_name;
use crate::language::Message;
use crate::model::{Goal, Holder, Plan, PlanIx, Section, SectionIx};
use crate::status::figures::Figures;
use crate::status::state::Status;
use crate::status::tasks::{CountedTask, TaskWork};
use crate::status::work_item_status::WorkItemStatus;

/// A row of a status table.
#[derive(Debug, Clone, PartialEq)]
pub struct StatusGroup<'p> {
    /// The id of the plan, for a group within one plan.
    pub plan: Option<&'p str>,
    /// The common value of its work items: an id, or a month `2024-06`; none for those without one.
    pub key: Option<Cow<'p, str>>,
    /// The name of the key.
    pub label: Message,
    /// The figures of its work items.
    pub figures: Figures,
    /// The sum of its work items, for a group that is a task.
    pub task: Option<TaskWork>,
}

/// Counts work items by groups in document order.
///
/// Sections and goals follow the plan, units and kinds the registry (then groups, then joint work), months and
/// statuses their natural order; work items without a value come last. Groups without work items are left out.
pub fn group<'p, 'i>(
    by: Grouping,
    items: impl IntoIterator<Item = (PlanIx, &'p Plan, &'i WorkItemStatus)>,
) -> Vec<StatusGroup<'p>> {
    let mut groups = Groups::new(by);
    for (ix, plan, item) in items {
        groups.add(ix, plan, item);
    }
    groups.of.into_values().collect()
}

/// The position of a group: the number of its plan or class, then its own.
type GroupOrder = (usize, usize);

/// The position after all others.
const LAST: usize = usize::MAX;

struct Groups<'p> {
    by: Grouping,
    /// The numbers of the plans, identified by address.
    plans: HashMap<PlanIx, usize>,
    names: NameIndex<'p>,
    /// The numbers of the tasks of each plan, in their order.
    tasks: HashMap<(usize, CountedTask), usize>,
    of: BTreeMap<GroupOrder, StatusGroup<'p>>,
}

impl<'p> Groups<'p> {
    fn new(by: Grouping) -> Self {
        Self {
            by,
            plans: HashMap::new(),
            names: NameIndex::default(),
            tasks: HashMap::new(),
            of: BTreeMap::new(),
        }
    }

    fn add(&mut self, ix: PlanIx, plan: &'p Plan, item: &WorkItemStatus) {
        let number = self.plan_number(ix, plan);
        let status = item.status;
        match self.by {
            Grouping::Section => {
                let section = item.assignment(plan).section;
                let place = (number, section.map_or(LAST, SectionIx::at));
                self.count(place, status, || {
                    let section = section.map(|section| plan.section(section));
                    own(plan, section.map(|Section { id, title, .. }| (&**id, &**title)), NO_SECTION)
                });
            }
            Grouping::Goal => {
                let goals = &item.assignment(plan).goals;
                for goal in goals {
                    self.count((number, goal.at()), status, || {
                        let Goal { id, title, .. } = plan.goal(*goal);
                        own(plan, Some((id, title)), NO_GOAL)
                    });
                }
                if goals.is_empty() {
                    self.count((number, LAST), status, || own(plan, None, NO_GOAL));
                }
            }
            Grouping::Task => {
                let task = CountedTask::of(plan, item);
                let next = self.tasks.len();
                let place = (number, *self.tasks.entry((number, task)).or_insert(next));
                self.count(place, status, || own(plan, Some(id_and_title(plan, item, task)), NO_TASK));
                if let Some(group) = self.of.get_mut(&place) {
                    group.task.get_or_insert_default().add(item);
                }
            }
            Grouping::Plan => {
                self.count((number, 0), status, || own(plan, Some((&plan.id, &plan.title)), NO_GOAL));
            }
            Grouping::Unit => {
                let place = (class(item.unit), self.names.holder(plan, item));
                self.count(place, status, || {
                    let name = item.unit_name(plan).into_owned();
                    shared(Some(item.unit_id(plan)), Message::new(name.clone(), name))
                });
            }
            Grouping::Kind => {
                let kind = item.unit_kind(plan);
                let class = class(item.unit);
                let at = if class == 0 { self.names.kind(kind) } else { 0 };
                let label = match item.unit {
                    Holder::Unit(_) => Message::new(kind.to_owned(), kind.to_owned()),
                    Holder::Group(_) => Message::fixed("nhóm đơn vị", "groups"),
                    Holder::Joint => Message::fixed("nhiều đơn vị chung", "jointly"),
                };
                self.count((class, at), status, || shared(Some(kind.into()), label));
            }
            Grouping::Month => {
                let day = item.day_in_force();
                let place = day.map_or(LAST, |day| ordinal(day.year(), day.month()));
                let key = || day.map(|day| format!("{:04}-{:02}", day.year(), day.month()));
                self.count((0, place), status, || dated(key()));
            }
            Grouping::Quarter => {
                let day = item.day_in_force();
                let place = day.map_or(LAST, |day| ordinal(day.year(), day.quarter()));
                let key = || day.map(|day| format!("{:04}-Q{}", day.year(), day.quarter()));
                self.count((0, place), status, || dated(key()));
            }
            Grouping::Status => {
                self.count((0, status as usize), status, || shared(Some(status.id().into()), status.name()));
            }
        }
    }

    fn count(&mut self, place: GroupOrder, status: Status, group: impl FnOnce() -> StatusGroup<'p>) {
        self.of.entry(place).or_insert_with(group).figures.add(status);
    }

    /// Returns the number of a plan; a new plan adds the units or kinds of its registry.
    fn plan_number(&mut self, ix: PlanIx, plan: &'p Plan) -> usize {
        let new = self.plans.len();
        let number = *self.plans.entry(ix).or_insert(new);
        if number < new {
            return number;
        }
        match self.by {
            Grouping::Unit => self.names.list_units(plan),
            Grouping::Kind => self.names.list_kinds(plan),
            _ => {}
        }
        number
    }
}

const NO_SECTION: Message = Message::fixed("Không thuộc mục nào", "In no section");
const NO_TASK: Message = Message::fixed("Không thuộc nhiệm vụ nào", "Of no task");
const NO_GOAL: Message = Message::fixed("Không thuộc mục tiêu nào", "Under no goal");
const NO_DAY: Message = Message::fixed("Không có thời hạn", "No deadline");

fn class(holder: Holder) -> usize {
    match holder {
        Holder::Unit(_) => 0,
        Holder::Group(_) => 1,
        Holder::Joint => 2,
    }
}

/// Returns the id and the title of the task of a work item.
fn id_and_title<'p>(plan: &'p Plan, item: &WorkItemStatus, task: CountedTask) -> (&'p str, &'p str) {
    match task {
        CountedTask::Task(task) => {
            let task = plan.task(task);
            (&task.id, &task.title)
        }
        CountedTask::Row(_) => (item.id(plan), item.title(plan)),
    }
}

fn ordinal(year: i32, part: u32) -> usize {
    usize::try_from(year).unwrap_or(0) * 12 + part as usize
}

fn own<'p>(plan: &'p Plan, named: Option<(&'p str, &'p str)>, none: Message) -> StatusGroup<'p> {
    let label = named.map_or(none, |(_, title)| Message::same(title));
    let key = named.map(|(id, _)| id.into());
    StatusGroup { plan: Some(&plan.id), key, label, figures: Figures::default(), task: None }
}

fn shared(key: Option<Cow<'_, str>>, label: Message) -> StatusGroup<'_> {
    StatusGroup { plan: None, key, label, figures: Figures::default(), task: None }
}

fn dated<'p>(key: Option<String>) -> StatusGroup<'p> {
    let label = key.as_deref().map_or(NO_DAY, |key| label_name(key, true));
    shared(key.map(Cow::Owned), label)
}
