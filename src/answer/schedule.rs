//! Phụ lục 02 as the document prints it: the tracked tasks and rows under their sections.
//!
//! Every tracked task or row stands in it once, in the order of the document. Headings of the document and
//! duties that repeat others are left out: each stands where it is tracked. An extract keeps the numbers that
//! its rows have in the whole, so that both speak of the same line.

use std::collections::HashSet;

use super::order::{RowOrder, SortValue, SortableRow, count, parties, sort_rows, words};
use super::own::own_columns;
use super::sections::{SectionedLine, under_sections};
use crate::date::AsOf;
use crate::model::{Assignment, AssignmentIx, OwnColumn, OwnValues, Plan};
use crate::workspace::Selection;

/// The schedules of some plans.
#[derive(Debug, Clone)]
pub struct ScheduleAnswer<'p> {
    /// The day.
    pub as_of: AsOf,
    /// The schedules that have rows, in the order of the plans.
    pub plans: Vec<PlanSchedule<'p>>,
    /// The number of rows.
    pub shown: usize,
    /// The number of rows that the same schedules have in full.
    pub all: usize,
    /// The columns of the plans' own.
    pub own: Vec<&'p OwnColumn>,
}

/// The schedule of one plan.
#[derive(Debug, Clone)]
pub struct PlanSchedule<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// Headings and rows, in the order of the document.
    pub lines: Vec<SectionedLine<'p, ScheduleRow<'p>>>,
}

/// A row of a schedule.
#[derive(Debug, Clone, Copy)]
pub struct ScheduleRow<'p> {
    /// Its number (TT) in the whole schedule.
    pub number: usize,
    /// The tracked task or row.
    pub assignment: &'p Assignment,
}

impl<'p> ScheduleAnswer<'p> {
    /// Returns the schedules of the plans of a selection: the rows of its work items, and the rows that match and
    /// open no work item.
    ///
    /// With an `order` the rows are sorted, and stand without the headings of their sections.
    pub fn new(selection: &Selection<'p>, order: &[RowOrder]) -> Self {
        let (mut shown, mut all) = (0, 0);
        let mut schedules = Vec::new();
        for selected in &selection.plans {
            let Some(matcher) = selection.matcher(selected) else { continue };
            let (plan, mut is_wanted) = (selected.plan, vec![false; selected.plan.assignments.len()]);
            for item in &selected.items {
                is_wanted[item.work_item(plan).assignment.at()] = true;
            }
            let worked: HashSet<AssignmentIx> = plan.work_items.iter().map(|item| item.assignment).collect();
            let mut rows: Vec<ScheduleRow<'p>> = rows(plan, |ix| {
                is_wanted[ix.at()] || !worked.contains(&ix) && matcher.matches_without_work(plan, ix)
            })
            .collect();
            if rows.is_empty() {
                continue;
            }
            shown += rows.len();
            all += plan.assignments.len();
            sort_rows(plan, &mut rows, order);
            let lines = if order.is_empty() {
                under_sections(plan, rows.into_iter().map(|row| (row.assignment.section, row)))
            } else {
                rows.into_iter().map(SectionedLine::Row).collect()
            };
            schedules.push(PlanSchedule { plan, lines });
        }
        let own = own_columns(schedules.iter().map(|schedule| schedule.plan));
        Self { as_of: selection.as_of, plans: schedules, shown, all, own }
    }

    /// Returns true if rows are left out.
    pub fn is_extract(&self) -> bool {
        self.shown < self.all
    }
}

impl<'p> PlanSchedule<'p> {
    /// The rows without the headings.
    pub fn rows(&self) -> impl Iterator<Item = &ScheduleRow<'p>> {
        self.lines.iter().filter_map(|line| match line {
            SectionedLine::Row(row) => Some(row),
            SectionedLine::Section { .. } | SectionedLine::NoSection => None,
        })
    }
}

impl SortableRow for ScheduleRow<'_> {
    const COLUMNS: &'static [&'static str] =
        &["no", "id", "section", "title", "lead", "with", "due_text", "output"];
    const HAS_OWN: bool = true;

    fn own(&self) -> Option<&OwnValues> {
        Some(&self.assignment.own)
    }

    fn value(&self, plan: &Plan, column: &str) -> Option<SortValue> {
        let row = self.assignment;
        match column {
            "no" => count(self.number),
            "id" => words(&row.id),
            "section" => count(row.section?.at()),
            "title" => words(&row.title),
            "lead" => parties(plan, &row.lead),
            "with" => parties(plan, &row.with),
            "due_text" => words(row.due_text.as_deref()?),
            _ => words(row.output.as_deref()?),
        }
    }
}

fn rows(plan: &Plan, is_wanted: impl Fn(AssignmentIx) -> bool) -> impl Iterator<Item = ScheduleRow<'_>> {
    let all = plan.assignments.iter().enumerate();
    all.filter(move |(at, _)| is_wanted(AssignmentIx::new(*at)))
        .map(|(at, assignment)| ScheduleRow { number: at + 1, assignment })
}
