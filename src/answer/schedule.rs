//! Phụ lục 02 as the document prints it: the tracked tasks and rows under their sections.
//!
//! Every tracked task or row stands in it once, in the order of the document. Headings of the document and
//! duties that are told twice are left out: each stands where it is tracked. An extract keeps the numbers that
//! its rows have in the whole, so that both speak of the same line.

use std::collections::{HashMap, HashSet};

use crate::date::AsOf;
use crate::model::{Assignment, AssignmentIx, Plan, Section, SectionIx};
use crate::vietnamese::roman;
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
}

/// The schedule of one plan.
#[derive(Debug, Clone)]
pub struct PlanSchedule<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// Headings and rows, in the order of the document.
    pub lines: Vec<ScheduleLine<'p>>,
}

/// A line of a schedule.
#[derive(Debug, Clone)]
pub enum ScheduleLine<'p> {
    /// The heading of a section.
    Section {
        /// Its number: `II.1`.
        mark: String,
        /// Its title.
        title: &'p str,
    },
    /// The heading of the rows that stand in no section.
    NoSection,
    /// A row.
    Row(ScheduleRow<'p>),
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
    pub fn new(selection: &Selection<'p>) -> Self {
        let (mut shown, mut all) = (0, 0);
        let mut schedules = Vec::new();
        for selected in &selection.plans {
            let Some(matcher) = selection.matcher(selected) else { continue };
            let (plan, mut is_wanted) = (selected.plan, vec![false; selected.plan.assignments.len()]);
            for item in &selected.items {
                is_wanted[item.work_item(plan).assignment.at()] = true;
            }
            let worked: HashSet<AssignmentIx> = plan.work_items.iter().map(|item| item.assignment).collect();
            let rows: Vec<ScheduleRow<'p>> = rows(plan, |ix| {
                is_wanted[ix.at()] || !worked.contains(&ix) && matcher.matches_without_work(plan, ix)
            })
            .collect();
            if !rows.is_empty() {
                shown += rows.len();
                all += plan.assignments.len();
                schedules.push(PlanSchedule { plan, lines: lines(plan, &rows) });
            }
        }
        Self { as_of: selection.as_of, plans: schedules, shown, all }
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
            ScheduleLine::Row(row) => Some(row),
            ScheduleLine::Section { .. } | ScheduleLine::NoSection => None,
        })
    }
}

fn rows(plan: &Plan, is_wanted: impl Fn(AssignmentIx) -> bool) -> impl Iterator<Item = ScheduleRow<'_>> {
    let all = plan.assignments.iter().enumerate();
    all.filter(move |(at, _)| is_wanted(AssignmentIx::new(*at)))
        .map(|(at, assignment)| ScheduleRow { number: at + 1, assignment })
}

/// The rows under the headings of their sections.
fn lines<'p>(plan: &'p Plan, rows: &[ScheduleRow<'p>]) -> Vec<ScheduleLine<'p>> {
    let marks = SectionMarks::of(plan);
    let heading = |ix: SectionIx| ScheduleLine::Section {
        mark: marks.mark(plan, ix),
        title: plan.section(ix).title.as_str(),
    };
    let mut lines = Vec::new();
    let mut open: Vec<SectionIx> = Vec::new();
    let mut is_apart = false;
    for row in rows {
        let path = path(plan, row.assignment.section);
        let kept = open.iter().zip(&path).take_while(|(a, b)| a == b).count();
        lines.extend(path[kept..].iter().copied().map(heading));
        // A row right under II after those of II.1 needs its heading again.
        let again = path.last().filter(|_| kept == path.len() && open.len() > kept);
        lines.extend(again.copied().map(heading));
        if path.is_empty() && !plan.sections.is_empty() && !is_apart {
            is_apart = true;
            lines.push(ScheduleLine::NoSection);
        }
        open = path;
        lines.push(ScheduleLine::Row(*row));
    }
    lines
}

/// The sections above a row, the topmost first, its own last.
fn path(plan: &Plan, section: Option<SectionIx>) -> Vec<SectionIx> {
    let mut path = Vec::new();
    let mut at = section;
    // The checks refuse a section that lies above itself.
    while let Some(section) = at {
        path.push(section);
        at = plan.section(section).parent;
    }
    path.reverse();
    path
}

/// The numbers of the sections of a plan among those of the same parent.
///
/// Roman numerals at the top, `II.1` below, counted over all sections of the document, those without a duty
/// among them: they are the document's own numbers wherever it counts like that.
struct SectionMarks(Vec<usize>);

impl SectionMarks {
    fn of(plan: &Plan) -> Self {
        let mut below: HashMap<Option<SectionIx>, usize> = HashMap::new();
        let number = |section: &Section| {
            let count = below.entry(section.parent).or_default();
            *count += 1;
            *count
        };
        Self(plan.sections.iter().map(number).collect())
    }

    /// The number of a section: `II.1`.
    fn mark(&self, plan: &Plan, section: SectionIx) -> String {
        let numbers = path(plan, Some(section)).into_iter().enumerate().map(|(depth, at)| {
            let number = self.0[at.at()];
            if depth == 0 { roman(number) } else { number.to_string() }
        });
        numbers.collect::<Vec<_>>().join(".")
    }
}
