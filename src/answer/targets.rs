//! Phụ lục 01: the targets, their results, and their assessment on a day. Source: docs/status.md, Targets.

use super::order::{RowOrder, SortValue, SortableRow, count, parties, sort_rows, words};
use super::own::own_columns;
use crate::date::AsOf;
use crate::model::{Goal, GoalIx, OwnColumn, Plan, TargetIx};
use crate::status::{Assessment, TargetStatus, assess_all};
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
    /// The number of targets of each assessment that occurs, in the order of docs/status.md.
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

/// A target with its assessment.
#[derive(Debug, Clone, Copy)]
pub struct TargetRow<'p> {
    /// Its number (TT) in the whole annex.
    pub number: usize,
    /// The target on the day.
    pub assessed: TargetStatus<'p>,
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
                lines(plan, &rows)
            } else {
                sort_rows(plan, &mut rows, order);
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
        let counts = Assessment::ALL.into_iter().map(count).filter(|(_, count)| *count > 0).collect();
        let own = own_columns(plans.iter().map(|targets| targets.plan));
        Self { as_of, total: rows().count(), counts, own, plans }
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
        "value",
        "result",
        "attainment_pct",
        "assessment",
        "lead",
        "due_text",
        "reported",
    ];

    #[allow(clippy::cast_possible_truncation)] // A percentage, to the thousandth.
    fn value(&self, plan: &Plan, column: &str) -> Option<SortValue> {
        let target = self.assessed.target;
        match column {
            "no" => count(self.number),
            "id" => words(&target.id),
            "title" => words(&target.title),
            "value" => words(&target.value_text),
            "result" => words(&self.assessed.result?.text),
            "attainment_pct" => {
                Some(SortValue::Number((self.assessed.attainment_pct? * 1000.0).round() as i64))
            }
            "assessment" => count(Assessment::ALL.iter().position(|one| *one == self.assessed.assessment)?),
            "lead" => parties(plan, &target.lead),
            "due_text" => words(target.due_text.as_deref()?),
            _ => Some(SortValue::Day(self.assessed.result?.date)),
        }
    }
}

fn rows<'p>(plan: &'p Plan, as_of: AsOf, wanted: &[TargetIx]) -> Vec<TargetRow<'p>> {
    let mut all: Vec<(usize, TargetStatus<'p>)> = assess_all(plan, as_of).enumerate().collect();
    all.sort_by_key(|(_, assessed)| place_of(assessed.target.goal));
    let numbered = all.into_iter().zip(1..);
    numbered
        .filter(|((at, _), _)| wanted.contains(&TargetIx::new(*at)))
        .map(|((_, assessed), number)| TargetRow { number, assessed })
        .collect()
}

/// The targets under the headings of their goals.
fn lines<'p>(plan: &'p Plan, rows: &[TargetRow<'p>]) -> Vec<TargetLine<'p>> {
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
        lines.push(TargetLine::Target(*row));
    }
    lines
}

/// The place of a goal's targets: those of no goal come last.
fn place_of(goal: Option<GoalIx>) -> usize {
    goal.map_or(usize::MAX, GoalIx::at)
}
