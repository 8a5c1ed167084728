//! Phụ lục 01: the targets, their results, and their assessment on a day. Source: docs/status.md, Targets.

use std::collections::BTreeSet;
use std::ptr;

use super::order::{RowOrder, SortValue, SortableRow, count, parties, sort_rows, words};
use super::own::own_columns;
use crate::date::AsOf;
use crate::model::{Goal, GoalIx, OwnColumn, OwnValues, Plan, Target};
use crate::status::{Assessment, TargetStatus, assess_all, assess_horizons};
use crate::vietnamese::roman;
use crate::workspace::{SelectedPlan, Selection};

/// The targets of some plans on a day.
#[derive(Debug, Clone)]
pub struct TargetsAnswer<'p> {
    /// The day.
    pub as_of: AsOf,
    /// The plans of which targets are wanted, in their order.
    pub plans: Vec<PlanTargets<'p>>,
    /// The number of targets.
    pub total: usize,
    /// The number of their assessments: a recurring target has one for each occurrence.
    pub assessments: usize,
    /// The number of assessments of each kind that occurs, in the order of docs/status.md.
    pub counts: Vec<(Assessment, usize)>,
    /// The columns of the plans' own.
    pub own: Vec<&'p OwnColumn>,
}

/// The targets of one plan.
#[derive(Debug, Clone)]
pub struct PlanTargets<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// Headings and targets: by goal, in the order of the document; the targets of no goal last.
    pub lines: Vec<TargetLine<'p>>,
}

/// A line of the targets.
#[derive(Debug, Clone)]
pub enum TargetLine<'p> {
    /// The heading of a goal; of those without a goal if there is none.
    Goal {
        /// Its number: `II`.
        mark: String,
        /// The goal.
        goal: Option<&'p Goal>,
    },
    /// A target.
    Target(TargetRow<'p>),
}

/// A target, or one occurrence of a recurring target, with its assessment.
#[derive(Debug, Clone)]
pub struct TargetRow<'p> {
    /// The number (TT) of the target in the whole annex.
    pub number: usize,
    /// True unless the row before is of the same target.
    pub is_first: bool,
    /// The target on the day.
    pub assessed: TargetStatus<'p>,
    /// Its values for several days; empty if it has one value.
    pub horizons: Vec<TargetStatus<'p>>,
}

impl<'p> TargetsAnswer<'p> {
    /// The targets that the filter of a selection means. With an `order` they are sorted, and stand without the
    /// headings of their goals.
    pub fn new(selection: &Selection<'p>, order: &[RowOrder]) -> Self {
        let as_of = selection.as_of;
        let of_plan = |selected: &SelectedPlan<'p>| {
            let plan = selected.plan;
            let wanted = selection.matcher(selected)?.targets(plan, &selected.items);
            let mut rows = rows(plan, as_of, &wanted);
            let lines = if order.is_empty() {
                lines(plan, rows)
            } else {
                sort_rows(plan, &mut rows, order);
                mark_first(&mut rows);
                rows.into_iter().map(TargetLine::Target).collect()
            };
            Some(PlanTargets { plan, lines })
        };
        let plans = selection.plans.iter().filter_map(of_plan).filter(|targets| !targets.lines.is_empty());
        let plans: Vec<PlanTargets<'p>> = plans.collect();
        let rows = || plans.iter().flat_map(PlanTargets::rows);
        let count = |assessment: Assessment| {
            (assessment, rows().filter(|row| row.assessed.assessment == assessment).count())
        };
        let of_plan =
            |targets: &PlanTargets<'p>| -> BTreeSet<usize> { targets.rows().map(|row| row.number).collect() };
        let total = plans.iter().map(|targets| of_plan(targets).len()).sum();
        let counts = Assessment::ALL.into_iter().map(count).filter(|(_, count)| *count > 0).collect();
        let own = own_columns(plans.iter().map(|targets| targets.plan));
        Self { as_of, total, assessments: rows().count(), counts, own, plans }
    }
}

impl<'p> PlanTargets<'p> {
    /// The targets without the headings.
    pub fn rows(&self) -> impl Iterator<Item = &TargetRow<'p>> {
        self.lines.iter().filter_map(|line| match line {
            TargetLine::Target(row) => Some(row),
            TargetLine::Goal { .. } => None,
        })
    }
}

impl SortableRow for TargetRow<'_> {
    const COLUMNS: &'static [&'static str] = &[
        "no",
        "id",
        "title",
        "period",
        "value",
        "result",
        "attainment_pct",
        "assessment",
        "lead",
        "due_text",
        "reported",
    ];
    const HAS_OWN: bool = true;

    fn own(&self) -> Option<&OwnValues> {
        Some(&self.assessed.target.own)
    }

    #[allow(clippy::cast_possible_truncation)] // A percentage, to the thousandth.
    fn value(&self, plan: &Plan, column: &str) -> Option<SortValue> {
        let target = self.assessed.target;
        match column {
            "no" => count(self.number),
            "id" => words(&target.id),
            "title" => words(&target.title),
            "period" => words(self.assessed.period()?),
            "value" => words(&self.assessed.horizon.value_text),
            "result" => words(&self.assessed.result?.text),
            "attainment_pct" => {
                Some(SortValue::Number((self.assessed.attainment_pct? * 1000.0).round() as i64))
            }
            "assessment" => count(Assessment::ALL.iter().position(|one| *one == self.assessed.assessment)?),
            "lead" => parties(plan, &target.lead),
            "due_text" => words(self.assessed.horizon.due_text.as_deref()?),
            _ => Some(SortValue::Day(self.assessed.result?.date)),
        }
    }
}

/// The rows at the wanted positions among all assessments of a plan.
fn rows<'p>(plan: &'p Plan, as_of: AsOf, wanted: &BTreeSet<usize>) -> Vec<TargetRow<'p>> {
    let mut is_wanted = vec![false; plan.targets.iter().map(Target::assessments).sum()];
    for at in wanted {
        is_wanted[*at] = true;
    }
    let mut all: Vec<(bool, TargetStatus<'p>)> = is_wanted.into_iter().zip(assess_all(plan, as_of)).collect();
    all.sort_by_key(|(_, assessed)| place_of(assessed.target.goal));
    let mut rows = Vec::with_capacity(wanted.len());
    let targets = all.chunk_by(|(_, one), (_, next)| ptr::eq(one.target, next.target));
    for (of_target, number) in targets.zip(1..) {
        let wanted = of_target.iter().filter(|(is_wanted, _)| *is_wanted).map(|(_, assessed)| *assessed);
        rows.extend(wanted.map(|assessed| TargetRow {
            number,
            is_first: true,
            assessed,
            horizons: assess_horizons(plan, assessed.target, as_of),
        }));
    }
    mark_first(&mut rows);
    rows
}

/// Marks the rows that do not follow another of the same target.
fn mark_first(rows: &mut [TargetRow<'_>]) {
    let mut before = None;
    for row in rows {
        row.is_first = before != Some(row.number);
        before = Some(row.number);
    }
}

/// The targets under the headings of their goals.
fn lines<'p>(plan: &'p Plan, rows: Vec<TargetRow<'p>>) -> Vec<TargetLine<'p>> {
    // Counted over the goals that have targets, so that an extract keeps the numbers of the whole.
    let mut goals: Vec<usize> = plan.targets.iter().map(|target| place_of(target.goal)).collect();
    goals.sort_unstable();
    goals.dedup();
    let number_of = |goal| goals.partition_point(|before| *before < place_of(goal)) + 1;
    let mut lines = Vec::new();
    let mut open: Option<Option<GoalIx>> = None;
    for row in rows {
        let goal = row.assessed.target.goal;
        if open != Some(goal) && !plan.goals.is_empty() {
            open = Some(goal);
            lines.push(TargetLine::Goal {
                mark: roman(number_of(goal)),
                goal: goal.map(|goal| plan.goal(goal)),
            });
        }
        lines.push(TargetLine::Target(row));
    }
    lines
}

/// The place of a goal's targets: those of no goal come last.
fn place_of(goal: Option<GoalIx>) -> usize {
    goal.map_or(usize::MAX, GoalIx::at)
}
