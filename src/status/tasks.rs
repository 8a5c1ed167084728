//! Tasks, counted beside their work items. Source: docs/status.md, Tasks.

use std::collections::HashMap;

use super::progress::Progress;
use super::state::Status;
use super::work_item_status::WorkItemStatus;
use crate::language::Message;
use crate::model::{AssignmentIx, Plan, PlanIx, TaskIx};

/// An entry of the plan that counts as a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CountedTask {
    /// A task, tracked itself or through its rows.
    Task(TaskIx),
    /// A row without a task.
    Row(AssignmentIx),
}

impl CountedTask {
    /// Returns the task to which a work item belongs.
    pub fn of(plan: &Plan, item: &WorkItemStatus) -> Self {
        let row = item.work_item(plan).assignment;
        item.assignment(plan).task.map_or(Self::Row(row), Self::Task)
    }
}

/// The state of a task by its work items: the first that holds, in the order of docs/status.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TaskState {
    /// All its work items are done.
    Done,
    /// A work item is overdue.
    Late,
    /// A work item is begun or done.
    InProgress,
    /// No work item is begun.
    NotStarted,
    /// All its work items are dropped.
    Dropped,
    /// Its work items are continuous, dropped ones aside.
    Continuous,
}

impl TaskState {
    /// All states, in the order of docs/status.md.
    pub const ALL: [Self; 6] =
        [Self::Done, Self::Late, Self::InProgress, Self::NotStarted, Self::Dropped, Self::Continuous];

    /// Returns the identifier in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Late => "late",
            Self::InProgress => "in-progress",
            Self::NotStarted => "not-started",
            Self::Dropped => "dropped",
            Self::Continuous => "continuous",
        }
    }

    /// Returns the name.
    pub fn name(self) -> Message {
        match self {
            Self::Done => Message::fixed("đã hoàn thành", "done"),
            Self::Late => Message::fixed("quá hạn", "late"),
            Self::InProgress => Message::fixed("đang thực hiện", "in progress"),
            Self::NotStarted => Message::fixed("chưa thực hiện", "not started"),
            Self::Dropped => Message::fixed("không thực hiện", "dropped"),
            Self::Continuous => Message::fixed("thường xuyên", "continuous"),
        }
    }
}

/// The work items of a task, summed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TaskWork {
    /// The number of work items, dropped and continuous ones aside.
    counted: u64,
    done: u64,
    is_late: bool,
    is_begun: bool,
    is_continuous: bool,
}

impl TaskWork {
    /// Adds a work item.
    pub fn add(&mut self, item: &WorkItemStatus) {
        match item.status {
            Status::Dropped => return,
            Status::Continuous => {
                self.is_continuous = true;
                return;
            }
            _ => {}
        }
        self.counted += 1;
        self.done += u64::from(item.progress == Progress::Done);
        self.is_late |= item.status == Status::Overdue;
        self.is_begun |= item.progress != Progress::NotStarted;
    }

    /// Returns the state of the task.
    pub fn state(&self) -> TaskState {
        match self {
            Self { counted: 0, is_continuous: true, .. } => TaskState::Continuous,
            Self { counted: 0, .. } => TaskState::Dropped,
            Self { counted, done, .. } if counted == done => TaskState::Done,
            Self { is_late: true, .. } => TaskState::Late,
            Self { is_begun: true, .. } => TaskState::InProgress,
            _ => TaskState::NotStarted,
        }
    }
}

/// The number of tasks of each state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TaskFigures([u64; TaskState::ALL.len()]);

impl TaskFigures {
    /// Returns the number of tasks of a state.
    pub fn count(&self, state: TaskState) -> u64 {
        self.0[state as usize]
    }

    /// Returns the number of all tasks.
    pub fn total(&self) -> u64 {
        self.0.iter().sum()
    }
}

impl<'i> FromIterator<(PlanIx, &'i Plan, &'i WorkItemStatus)> for TaskFigures {
    fn from_iter<I: IntoIterator<Item = (PlanIx, &'i Plan, &'i WorkItemStatus)>>(items: I) -> Self {
        let mut tasks: HashMap<(PlanIx, CountedTask), TaskWork> = HashMap::new();
        for (ix, plan, item) in items {
            tasks.entry((ix, CountedTask::of(plan, item))).or_default().add(item);
        }
        let mut figures = Self::default();
        for task in tasks.values() {
            figures.0[task.state() as usize] += 1;
        }
        figures
    }
}
