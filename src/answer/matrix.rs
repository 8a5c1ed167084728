//! The matrix of work: one row for each task, one column for each unit. Source: docs/commands.md, The matrix.

use std::borrow::Cow;
use std::collections::HashMap;

use super::items::unannounced;
use super::sections::{SectionedLine, under_sections};
use crate::attribute::{UnitNaming, unit_name};
use crate::date::{AsOf, UnannouncedYears};
use crate::model::{Holder, Plan, SectionIx};
use crate::status::{CountedTask, Figures, PlanWorkItem, Status, WorkItemStatus};
use crate::workspace::{SelectedPlan, Selection};

/// The largest number of cells of a table: a larger one helps no reader.
pub const MATRIX_CELLS: usize = 1_000_000;

/// The error for matrices that are too large for a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MatrixSizeError {
    /// The number of cells.
    pub cells: usize,
}

/// The matrices of some plans on a day.
#[derive(Debug, Clone)]
pub struct MatrixAnswer<'s> {
    /// The day.
    pub as_of: AsOf,
    /// The plans that have work items, in their order.
    pub plans: Vec<PlanMatrix<'s>>,
    /// The years whose announcement of days off may change the matrix.
    pub unannounced: UnannouncedYears,
}

/// The matrix of one plan.
#[derive(Debug, Clone)]
pub struct PlanMatrix<'s> {
    /// The plan.
    pub plan: &'s Plan,
    /// The units that hold work items, in the order of a status table by units: the columns.
    pub units: Vec<MatrixUnit<'s>>,
    /// Headings and rows, in the order of the document.
    pub lines: Vec<SectionedLine<'s, MatrixRow<'s>>>,
}

/// A unit, a group or several units that hold work items: a column of a matrix.
#[derive(Debug, Clone)]
pub struct MatrixUnit<'s> {
    /// Its id; several ids are joined by `+`.
    pub id: Cow<'s, str>,
    /// Its name; several names are joined by `, `.
    pub name: Cow<'s, str>,
    /// Its name as colleagues say it.
    pub short_name: Cow<'s, str>,
    /// Its kind, or `group`, or `joint`.
    pub kind: &'s str,
}

/// A task, or a row of the annex that belongs to none: a row of a matrix.
#[derive(Debug, Clone)]
pub struct MatrixRow<'s> {
    /// Its id.
    pub id: &'s str,
    /// Its title.
    pub title: &'s str,
    /// Its section.
    pub section: Option<SectionIx>,
    /// The cells of the units that have work items in it, each with the number of its column, in their order.
    pub cells: Vec<(usize, MatrixCell)>,
}

/// The work of one unit in one task.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct MatrixCell {
    /// The figures of its work items.
    pub figures: Figures,
    /// The greatest number of days that one is overdue; 0 if none is.
    pub days_late: i64,
    /// The number of work items that are neither upcoming, continuous nor dropped.
    measured: u32,
    /// The sum of their percentages.
    percent: f64,
}

/// The state of the work of one unit in one task.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum MatrixState {
    /// All work items are done, those aside that are continuous or dropped.
    Done,
    /// A work item is overdue.
    Overdue,
    /// Neither; the percentage of the measured work items.
    Open(f64),
    /// No work item is measured: all are upcoming, continuous or dropped.
    Unmeasured,
}

impl<'s> MatrixAnswer<'s> {
    /// The matrices of a selection.
    pub fn new(selection: &'s Selection<'_>) -> Self {
        let plans = selection.plans.iter().filter(|of| !of.items.is_empty());
        Self {
            as_of: selection.as_of,
            plans: plans.map(PlanMatrix::new).collect(),
            unannounced: unannounced(selection.items()),
        }
    }

    /// Returns the matrices if they are small enough for a table.
    ///
    /// # Errors
    /// If their tables would have more than [`MATRIX_CELLS`], those without work among them.
    pub fn as_table(&self) -> Result<&Self, MatrixSizeError> {
        let cells = self.plans.iter().map(|matrix| matrix.lines.len() * matrix.units.len()).sum();
        if cells > MATRIX_CELLS { Err(MatrixSizeError { cells }) } else { Ok(self) }
    }
}

impl<'s> PlanMatrix<'s> {
    fn new(selected: &'s SelectedPlan<'_>) -> Self {
        let plan = selected.plan;
        let mut columns = Columns::default();
        let mut rows: Vec<MatrixRow<'s>> = Vec::new();
        let mut places: HashMap<CountedTask, usize> = HashMap::new();
        let mut cells: HashMap<(usize, usize), MatrixCell> = HashMap::new();
        for item in &selected.items {
            let column = columns.of(plan, item);
            let row = *places.entry(CountedTask::of(plan, item)).or_insert_with(|| {
                rows.push(MatrixRow::of(plan, item));
                rows.len() - 1
            });
            cells.entry((row, column)).or_default().add(item);
        }
        let (units, order) = columns.in_order();
        for ((row, column), cell) in cells {
            rows[row].cells.push((order[column], cell));
        }
        for row in &mut rows {
            row.cells.sort_unstable_by_key(|(column, _)| *column);
        }
        Self { plan, units, lines: under_sections(plan, rows.into_iter().map(|row| (row.section, row))) }
    }

    /// The rows without the headings.
    pub fn rows(&self) -> impl Iterator<Item = &MatrixRow<'s>> {
        self.lines.iter().filter_map(|line| match line {
            SectionedLine::Row(row) => Some(row),
            SectionedLine::Section { .. } | SectionedLine::NoSection => None,
        })
    }
}

impl<'s> MatrixRow<'s> {
    /// The row of a work item, without cells.
    fn of(plan: &'s Plan, item: &WorkItemStatus) -> Self {
        let assignment = item.assignment(plan);
        let task = assignment.task.map(|task| plan.task(task));
        let (id, title) = task.map_or((&assignment.id, &assignment.title), |task| (&task.id, &task.title));
        Self { id, title, section: assignment.section, cells: Vec::new() }
    }
}

impl MatrixCell {
    fn add(&mut self, item: &WorkItemStatus) {
        self.figures.add(item.status);
        if item.status == Status::Overdue {
            self.days_late = self.days_late.max(item.days_late);
        }
        if is_measured(item.status) {
            self.measured += 1;
            self.percent += item.percent.unwrap_or(0.0);
        }
    }

    /// Returns the state of the work.
    pub fn state(&self) -> MatrixState {
        let aside = self.figures.count(Status::Continuous) + self.figures.count(Status::Dropped);
        if self.figures.count(Status::Overdue) > 0 {
            MatrixState::Overdue
        } else if self.figures.done() > 0 && self.figures.done() + aside == self.figures.total() {
            MatrixState::Done
        } else {
            self.percent().map_or(MatrixState::Unmeasured, MatrixState::Open)
        }
    }

    /// Returns the mean percentage of the measured work items, to one decimal; none without such a work item.
    pub fn percent(&self) -> Option<f64> {
        let tenths = self.percent / f64::from(self.measured) * 10.0;
        (self.measured > 0).then(|| (tenths + 0.5).floor() / 10.0)
    }
}

impl MatrixState {
    /// Returns its name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Overdue => "overdue",
            Self::Open(_) => "open",
            Self::Unmeasured => "unmeasured",
        }
    }
}

/// Returns true if work of a status is open now, or done.
fn is_measured(status: Status) -> bool {
    !matches!(status, Status::Upcoming | Status::Continuous | Status::Dropped)
}

/// The columns found so far, in the order of their first work items.
#[derive(Default)]
struct Columns<'s> {
    /// The number of each holder; several units are told apart by their ids.
    places: HashMap<(Holder, Cow<'s, str>), usize>,
    found: Vec<(Holder, MatrixUnit<'s>)>,
}

impl<'s> Columns<'s> {
    /// Returns the number of the column of a work item.
    fn of(&mut self, plan: &'s Plan, item: &'s WorkItemStatus) -> usize {
        let ids = if item.unit == Holder::Joint { item.unit_id(plan) } else { Cow::Borrowed("") };
        *self.places.entry((item.unit, ids)).or_insert_with(|| {
            let unit = MatrixUnit {
                id: item.unit_id(plan),
                name: item.unit_name(plan),
                short_name: unit_name(&PlanWorkItem::new(plan, item), UnitNaming::Short),
                kind: item.unit_kind(plan),
            };
            self.found.push((item.unit, unit));
            self.found.len() - 1
        })
    }

    /// Returns the units in the order of the registry, then groups, then joint work, and for each column found its
    /// place among them.
    fn in_order(self) -> (Vec<MatrixUnit<'s>>, Vec<usize>) {
        let mut columns: Vec<(usize, (Holder, MatrixUnit<'s>))> =
            self.found.into_iter().enumerate().collect();
        columns.sort_by_key(|(_, (holder, _))| match holder {
            Holder::Unit(unit) => (0, unit.at()),
            Holder::Group(group) => (1, group.at()),
            Holder::Joint => (2, 0),
        });
        let mut order = vec![0; columns.len()];
        for (place, (found, _)) in columns.iter().enumerate() {
            order[*found] = place;
        }
        (columns.into_iter().map(|(_, (_, unit))| unit).collect(), order)
    }
}
