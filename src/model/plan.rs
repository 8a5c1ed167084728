//! The plan: valid data with every reference resolved.

use std::ops::Range;

use super::assignment::Assignment;
use super::document::{Basis, Goal, Letterhead, Section, Signer};
use super::index::{AssignmentIx, ColumnIx, GoalIx, RowIx, SectionIx, TargetIx, TaskIx, UnitIx, WorkItemIx};
use super::own::{OwnColumn, OwnColumns};
use super::registry::Registry;
use super::report::{Change, Report};
use super::settings::Settings;
use super::target::Target;
use super::task::{Row, Task};
use super::unit::Party;
use super::work_item::{Holder, WorkItem};
use crate::date::{Calendar, Day};
use crate::deadline::{DeadlineContext, Occurrence, Period, Roll};
use crate::span::Span;

/// A plan (kế hoạch). Source: docs/format.md.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The id, unique in the workspace.
    pub id: String,
    /// The title.
    pub title: String,
    /// The period that it covers.
    pub period: Period,
    /// The kind of document: `ke-hoach`, `chi-thi`, …
    pub kind: Option<String>,
    /// The number and sign (số ký hiệu).
    pub number: Option<String>,
    /// The day of issue (ngày ban hành).
    pub issued: Option<Day>,
    /// The issuer.
    pub issuer: Option<Party>,
    /// The signer.
    pub signer: Option<Signer>,
    /// The area from broad to narrow, if a file of the plan gives it.
    pub area: Option<Vec<String>>,
    /// The standing unit (đơn vị thường trực).
    pub standing: Option<Party>,
    /// The recipients (nơi nhận).
    pub recipients: Vec<String>,
    /// The documents it is based on (căn cứ).
    pub bases: Vec<Basis>,
    /// The settings by which its days are computed.
    pub settings: Settings,
    /// The head and the signature of its reports and letters, if the settings give them.
    pub letterhead: Option<Letterhead>,
    /// The calendar: the built-in one with the additions of the plan.
    pub calendar: Calendar,
    /// The units and groups.
    pub registry: Registry,
    /// The goals (mục tiêu).
    pub goals: Vec<Goal>,
    /// The targets (chỉ tiêu, Phụ lục 01).
    pub targets: Vec<Target>,
    /// The plan's own columns.
    pub columns: OwnColumns,
    /// The sections.
    pub sections: Vec<Section>,
    /// The tasks (nhiệm vụ).
    pub tasks: Vec<Task>,
    /// The rows of the schedule (Phụ lục 02).
    pub rows: Vec<Row>,
    /// The assignments: rows, and tasks without rows, in document order.
    pub assignments: Vec<Assignment>,
    /// The work items, sorted by assignment, unit and occurrence.
    pub work_items: Vec<WorkItem>,
    /// The reports in the order in which they count: by date, then file.
    pub reports: Vec<Report>,
    /// The changes in the order in which they came into force: by date, then file.
    pub changes: Vec<Change>,
    /// The location of the plan in its file.
    pub place: Span,
}

impl Plan {
    /// Returns the context in which words of the plan are days.
    pub fn deadline_context(&self) -> DeadlineContext<'_> {
        DeadlineContext {
            before: self.settings.before,
            issued: self.issued,
            ..DeadlineContext::new(&self.period, &self.calendar)
        }
    }

    /// Returns a section.
    pub fn section(&self, section: SectionIx) -> &Section {
        &self.sections[section.at()]
    }

    /// Returns a goal.
    pub fn goal(&self, goal: GoalIx) -> &Goal {
        &self.goals[goal.at()]
    }

    /// Returns a target.
    pub fn target(&self, target: TargetIx) -> &Target {
        &self.targets[target.at()]
    }

    /// Returns one of the plan's own columns.
    pub fn column(&self, column: ColumnIx) -> &OwnColumn {
        &self.columns[column.at()]
    }

    /// Returns a task.
    pub fn task(&self, task: TaskIx) -> &Task {
        &self.tasks[task.at()]
    }

    /// Returns a row.
    pub fn row(&self, row: RowIx) -> &Row {
        &self.rows[row.at()]
    }

    /// Returns an assignment.
    pub fn assignment(&self, assignment: AssignmentIx) -> &Assignment {
        &self.assignments[assignment.at()]
    }

    /// Returns the treatment of the last days of an assignment that are days off.
    pub fn roll_of(&self, assignment: &Assignment) -> Roll {
        assignment.roll.unwrap_or(self.settings.roll)
    }

    /// Returns true if a section is another or lies below it.
    pub fn is_below(&self, section: SectionIx, above: SectionIx) -> bool {
        let mut at = Some(section);
        // The checks refuse a section above itself.
        while let Some(section) = at {
            if section == above {
                return true;
            }
            at = self.section(section).parent;
        }
        false
    }

    /// Returns the unit with an id.
    pub fn unit_by_id(&self, id: &str) -> Option<UnitIx> {
        self.registry.units.iter().position(|unit| unit.id == id).map(UnitIx::new)
    }

    /// Returns a work item.
    pub fn work_item(&self, work_item: WorkItemIx) -> &WorkItem {
        &self.work_items[work_item.at()]
    }

    /// Returns the range of the work items of an assignment.
    pub fn work_items_of(&self, assignment: AssignmentIx) -> Range<usize> {
        let first = self.work_items.partition_point(|work_item| work_item.assignment < assignment);
        let end = self.work_items.partition_point(|work_item| work_item.assignment <= assignment);
        first..end
    }

    /// Returns the occurrence of a work item, if it has one.
    pub fn occurrence(&self, work_item: &WorkItem) -> Option<&Occurrence> {
        self.assignment(work_item.assignment).deadline.occurrences.get(work_item.occurrence? as usize)
    }

    /// Returns the label of the occurrence of a work item, if it has one.
    pub fn period_label<'p>(&'p self, work_item: &WorkItem) -> Option<&'p str> {
        self.occurrence(work_item)?.label.as_deref()
    }

    /// Returns the id of the holder for whom a work item was opened.
    pub fn holder_id(&self, work_item: &WorkItem) -> String {
        match work_item.holder {
            Holder::Unit(unit) => self.registry.unit(unit).id.clone(),
            Holder::Group(group) => self.registry.group(group).id.clone(),
            Holder::Joint => self.joint_id(self.assignment(work_item.assignment)),
        }
    }

    /// Returns the ids of the leads of an assignment joined by `+`, the id of joint work.
    pub fn joint_id(&self, assignment: &Assignment) -> String {
        let ids: Vec<&str> = assignment.lead.iter().map(|lead| self.registry.id(*lead)).collect();
        ids.join("+")
    }

    /// Returns the permanent key of a work item: `PLAN/ID/UNIT/PERIOD`, with `-` for no period.
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
