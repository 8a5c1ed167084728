//! A plan: only what passed the checks, every reference resolved.

use std::sync::Arc;

use super::index::{AssignmentIx, GoalIx, RowIx, SectionIx, TargetIx, TaskIx, UnitIx};
use super::report::{Change, Report};
use super::target::Target;
use super::unit::{Party, Registry};
use super::work_item::WorkItem;
use crate::date::{Calendar, Day};
use crate::deadline::{Before, Deadline, Period, Roll};
use crate::span::Span;

/// A plan (kế hoạch). Source: docs/format.md.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Its id, unique in the workspace.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The span of time that it is for.
    pub period: Period,
    /// The kind of document: `ke-hoach`, `chi-thi`, …
    pub kind: Option<String>,
    /// Its number and sign (số ký hiệu).
    pub number: Option<String>,
    /// The day of issue (ngày ban hành).
    pub issued: Option<Day>,
    /// Who issued it.
    pub issuer: Option<Party>,
    /// Who signed it.
    pub signer: Option<Signer>,
    /// The standing unit (đơn vị thường trực).
    pub standing: Option<Party>,
    /// The recipients (nơi nhận).
    pub recipients: Vec<String>,
    /// The documents it is based on (căn cứ).
    pub bases: Vec<Basis>,
    /// How its days are computed.
    pub settings: Settings,
    /// Its calendar: the built-in one and what the plan adds.
    pub calendar: Calendar,
    /// Units and groups.
    pub registry: Registry,
    /// Goals (mục tiêu).
    pub goals: Vec<Goal>,
    /// Targets (chỉ tiêu, Phụ lục 01).
    pub targets: Vec<Target>,
    /// Sections.
    pub sections: Vec<Section>,
    /// Tasks (nhiệm vụ).
    pub tasks: Vec<Task>,
    /// Rows of the schedule (Phụ lục 02).
    pub rows: Vec<Row>,
    /// What is tracked: rows, and tasks that have none; in document order.
    pub assignments: Vec<Assignment>,
    /// The work items: assignments × units × occurrences, in the order of the assignments, their units, their occurrences.
    pub work_items: Vec<WorkItem>,
    /// What units reported, in the order in which it counts: by date, then file.
    pub reports: Vec<Report>,
    /// Changes, in the order in which they came into force: by date, then file.
    pub changes: Vec<Change>,
    /// Where the plan begins.
    pub place: Span,
}

/// Who signed a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signer {
    /// The name.
    pub name: Option<String>,
    /// The office held.
    pub title: Option<String>,
    /// The capacity in which it is signed.
    pub capacity: Option<String>,
}

/// A document that the plan is based on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// The kind of document.
    pub kind: Option<String>,
    /// Its number and sign.
    pub number: Option<String>,
    /// The day of issue.
    pub date: Option<Day>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// What it is about.
    pub title: Option<String>,
    /// Where it stands.
    pub place: Span,
}

/// How days are computed. Source: docs/deadlines.md, Working days; docs/status.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// What happens to a last day that is a day off.
    pub roll: Roll,
    /// How `trước` is read.
    pub before: Before,
    /// How many working days before its deadline an assignment is due soon.
    pub due_soon: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { roll: Roll::Next, before: Before::Exclusive, due_soon: 3 }
    }
}

/// A goal (mục tiêu).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// Its id.
    pub id: String,
    /// Its words.
    pub title: String,
    /// Where it stands.
    pub place: Span,
}

/// A section of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its id, such as `II.1`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The section above.
    pub parent: Option<SectionIx>,
    /// Where it stands.
    pub place: Span,
}

/// What tasks and rows say alike, as far as each says it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Provisions {
    /// The section it stands in.
    pub section: Option<SectionIx>,
    /// The document's own words.
    pub text: Option<Arc<str>>,
    /// Chủ trì.
    pub lead: Vec<Party>,
    /// Phối hợp.
    pub with: Vec<Party>,
    /// Who is directed to carry it out.
    pub to: Vec<Party>,
    /// The deadline in the document's words.
    pub due: Option<Arc<str>>,
    /// The first day, if it is stated.
    pub from: Option<Day>,
    /// Sản phẩm.
    pub output: Option<Arc<str>>,
    /// The goals that it serves.
    pub goals: Vec<GoalIx>,
    /// How several leads answer.
    pub mode: Option<Mode>,
    /// Free tags.
    pub tags: Vec<String>,
    /// Where it stands in the document.
    pub source: Option<Arc<str>>,
    /// A note.
    pub note: Option<Arc<str>>,
    /// Where it stands in the file.
    pub place: Span,
}

/// How several leads answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Mode {
    /// Every unit for itself.
    #[default]
    Each,
    /// All for one assignment.
    Joint,
}

/// A task (nhiệm vụ).
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// Its id.
    pub id: String,
    /// What is to be done, in short.
    pub title: Arc<str>,
    /// What it says.
    pub duty: Provisions,
    /// A mere label.
    pub heading: bool,
    /// The task that says the same.
    pub same_as: Option<TaskIx>,
}

/// A row of the schedule (Phụ lục 02).
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// The task that it assigns and dates.
    pub task: Option<TaskIx>,
    /// What is to be done, where it says so itself.
    pub title: Option<Arc<str>>,
    /// What it says.
    pub duty: Provisions,
}

/// What an [`Assignment`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tracked {
    /// A task without rows.
    Task(TaskIx),
    /// A row.
    Row(RowIx),
}

/// A tracked task or row, with all that it inherits. Source: docs/format.md.
#[derive(Debug, Clone)]
pub struct Assignment {
    /// The task or row.
    pub tracked: Tracked,
    /// Its id.
    pub id: String,
    /// The task: of a row the one that it names, of a task itself.
    pub task: Option<TaskIx>,
    /// What is to be done.
    pub title: Arc<str>,
    /// The section.
    pub section: Option<SectionIx>,
    /// Chủ trì; never empty.
    pub lead: Vec<Party>,
    /// Phối hợp.
    pub with: Vec<Party>,
    /// Who is directed to carry it out.
    pub to: Vec<Party>,
    /// How several leads answer.
    pub mode: Mode,
    /// The deadline in the document's words.
    pub due_text: Option<Arc<str>>,
    /// The deadline.
    pub deadline: Arc<Deadline>,
    /// Whether the deadline comes from the plan's defaults.
    pub due_inherited: bool,
    /// Whether the lead comes from the plan's defaults.
    pub lead_inherited: bool,
    /// Where the words of the deadline stand.
    pub due_place: Option<Span>,
    /// Sản phẩm.
    pub output: Option<Arc<str>>,
    /// The goals, those of tasks that say the same among them.
    pub goals: Vec<GoalIx>,
    /// The targets that name its task.
    pub targets: Vec<TargetIx>,
    /// Free tags.
    pub tags: Vec<String>,
    /// The document's own words.
    pub text: Option<Arc<str>>,
    /// A note.
    pub note: Option<Arc<str>>,
    /// Where it stands.
    pub place: Span,
}

impl Assignment {
    /// The keys of the format whose values come from the plan's defaults: `due`, `lead`.
    pub fn inherited(&self) -> Vec<&'static str> {
        let keys = [(self.due_inherited, "due"), (self.lead_inherited, "lead")];
        keys.into_iter().filter_map(|(is, key)| is.then_some(key)).collect()
    }
}

impl Plan {
    /// A section.
    pub fn section(&self, section: SectionIx) -> &Section {
        &self.sections[section.at()]
    }

    /// A goal.
    pub fn goal(&self, goal: GoalIx) -> &Goal {
        &self.goals[goal.at()]
    }

    /// A target.
    pub fn target(&self, target: TargetIx) -> &Target {
        &self.targets[target.at()]
    }

    /// A task.
    pub fn task(&self, task: TaskIx) -> &Task {
        &self.tasks[task.at()]
    }

    /// A row.
    pub fn row(&self, row: RowIx) -> &Row {
        &self.rows[row.at()]
    }

    /// A tracked task or row.
    pub fn assignment(&self, assignment: AssignmentIx) -> &Assignment {
        &self.assignments[assignment.at()]
    }

    /// Whether a section is another or lies below it.
    pub fn is_below(&self, section: SectionIx, above: SectionIx) -> bool {
        let mut at = Some(section);
        // No section lies above itself; the checks see to that.
        while let Some(section) = at {
            if section == above {
                return true;
            }
            at = self.section(section).parent;
        }
        false
    }

    /// The unit of that id.
    pub fn unit_by_id(&self, id: &str) -> Option<UnitIx> {
        self.registry.units.iter().position(|unit| unit.id == id).map(UnitIx::new)
    }
}
