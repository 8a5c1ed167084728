//! A plan: only what passed the checks, every reference resolved.

use std::ops::Range;

use super::assignment::Assignment;
use super::document::{Basis, Goal, Section, Signer};
use super::index::{AssignmentIx, GoalIx, RowIx, SectionIx, TargetIx, TaskIx, UnitIx, WorkItemIx};
use super::report::{Change, Report};
use super::settings::Settings;
use super::target::Target;
use super::task::{Row, Task};
use super::unit::{Party, Registry};
use super::work_item::{Holder, WorkItem};
use crate::date::{Calendar, Day};
use crate::deadline::{Occurrence, Period};
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

    /// A work item.
    pub fn work_item(&self, work_item: WorkItemIx) -> &WorkItem {
        &self.work_items[work_item.at()]
    }

    /// The work items of an assignment.
    pub fn work_items_of(&self, assignment: AssignmentIx) -> Range<usize> {
        let first = self.work_items.partition_point(|work_item| work_item.assignment < assignment);
        let end = self.work_items.partition_point(|work_item| work_item.assignment <= assignment);
        first..end
    }

    /// The occurrence of a work item, if it has one.
    pub fn occurrence(&self, work_item: &WorkItem) -> Option<&Occurrence> {
        self.assignment(work_item.assignment).deadline.occurrences.get(work_item.occurrence? as usize)
    }

    /// The label of its occurrence, if it has one.
    pub fn period_label<'p>(&'p self, work_item: &WorkItem) -> Option<&'p str> {
        self.occurrence(work_item)?.label.as_deref()
    }

    /// The id of whom it was opened for.
    pub fn holder_id(&self, work_item: &WorkItem) -> String {
        match work_item.holder {
            Holder::Unit(unit) => self.registry.unit(unit).id.clone(),
            Holder::Group(group) => self.registry.group(group).id.clone(),
            Holder::Joint => self.joint_id(self.assignment(work_item.assignment)),
        }
    }

    /// The id of those who hold an assignment jointly: theirs, joined by `+`.
    pub fn joint_id(&self, assignment: &Assignment) -> String {
        let ids: Vec<&str> = assignment.lead.iter().map(|lead| self.registry.id(*lead)).collect();
        ids.join("+")
    }

    /// The name that a work item keeps for good: `PLAN/ID/UNIT/PERIOD`, with `-` for no period.
    pub fn key(&self, work_item: &WorkItem) -> String {
        let period = self.period_label(work_item).unwrap_or("-");
        format!(
            "{}/{}/{}/{period}",
            self.id,
            self.assignment(work_item.assignment).id,
            self.holder_id(work_item)
        )
    }
}
