//! `plan.status/1`: `plan status`.

use serde::Serialize;

use crate::answer::{ChangedItem, ChangesAnswer, StatusAnswer};
use crate::language::Lang;
use crate::status::{Figures, Status, StatusGroup, TaskFigures, TaskState};

/// A status table. Source: docs/commands.md, Machine output.
#[derive(Debug, Serialize)]
pub struct StatusJson<'p> {
    schema: &'static str,
    as_of: String,
    by: &'static str,
    groups: Vec<StatusRowJson<'p>>,
    total: FiguresJson,
    tasks: TasksJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<ChangesJson>,
    unannounced: Vec<i32>,
}

#[derive(Debug, Serialize)]
struct StatusRowJson<'p> {
    plan: Option<&'p str>,
    key: Option<&'p str>,
    label: &'p str,
    /// Only by task.
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    #[serde(flatten)]
    counts: FiguresJson,
}

/// The figures of a group of work items.
#[derive(Debug, Serialize)]
pub(super) struct FiguresJson {
    total: u64,
    done_on_time: u64,
    done_late: u64,
    done_undated: u64,
    overdue: u64,
    due_soon: u64,
    on_track: u64,
    upcoming: u64,
    continuous: u64,
    undated: u64,
    dropped: u64,
    completion_pct: Option<f64>,
    on_time_pct: Option<f64>,
    overdue_pct: Option<f64>,
}

/// The tasks of all work items.
#[derive(Debug, Serialize)]
pub(super) struct TasksJson {
    total: u64,
    done: u64,
    late: u64,
    in_progress: u64,
    not_started: u64,
    dropped: u64,
    continuous: u64,
}

/// Changes since a day, only with `--since`: the keys of work items.
#[derive(Debug, Serialize)]
pub(super) struct ChangesJson {
    day: String,
    newly_done: Vec<String>,
    newly_overdue: Vec<String>,
    extended: Vec<String>,
    dropped: Vec<String>,
}

impl<'p> StatusJson<'p> {
    /// The status table with labels in a language.
    pub fn new(answer: &'p StatusAnswer<'p>, lang: Lang) -> Self {
        let line = |group: &'p StatusGroup<'p>| StatusRowJson {
            plan: group.plan,
            label: group.label.get(lang),
            key: group.key.as_deref(),
            state: group.task.as_ref().map(|task| task.state().id()),
            counts: FiguresJson::new(&group.figures),
        };
        Self {
            schema: "plan.status/1",
            as_of: answer.as_of.day.to_string(),
            by: answer.by.id(),
            groups: answer.groups().map(line).collect(),
            total: FiguresJson::new(&answer.total),
            tasks: TasksJson::new(&answer.tasks),
            since: answer.changes.as_ref().map(ChangesJson::new),
            unannounced: answer.unannounced.years().collect(),
        }
    }
}

impl FiguresJson {
    pub(super) fn new(figures: &Figures) -> Self {
        Self {
            total: figures.total(),
            done_on_time: figures.count(Status::DoneOnTime),
            done_late: figures.count(Status::DoneLate),
            done_undated: figures.count(Status::DoneUndated),
            overdue: figures.count(Status::Overdue),
            due_soon: figures.count(Status::DueSoon),
            on_track: figures.count(Status::OnTrack),
            upcoming: figures.count(Status::Upcoming),
            continuous: figures.count(Status::Continuous),
            undated: figures.count(Status::Undated),
            dropped: figures.count(Status::Dropped),
            completion_pct: figures.completion_pct(),
            on_time_pct: figures.on_time_pct(),
            overdue_pct: figures.overdue_pct(),
        }
    }
}

impl TasksJson {
    pub(super) fn new(tasks: &TaskFigures) -> Self {
        Self {
            total: tasks.total(),
            done: tasks.count(TaskState::Done),
            late: tasks.count(TaskState::Late),
            in_progress: tasks.count(TaskState::InProgress),
            not_started: tasks.count(TaskState::NotStarted),
            dropped: tasks.count(TaskState::Dropped),
            continuous: tasks.count(TaskState::Continuous),
        }
    }
}

impl ChangesJson {
    pub(super) fn new(changes: &ChangesAnswer<'_>) -> Self {
        let keys = |items: &[ChangedItem<'_>]| {
            items.iter().map(|changed| changed.found.item.key(changed.found.plan)).collect::<Vec<_>>()
        };
        Self {
            day: changes.since.to_string(),
            newly_done: keys(&changes.newly_done),
            newly_overdue: keys(&changes.newly_overdue),
            extended: keys(&changes.extended),
            dropped: keys(&changes.dropped),
        }
    }
}
