//! Occurrences due before the plan was issued, opened where a report or a change names them.
//! Source: docs/deadlines.md, Occurrences.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::context::LowerContext;
use super::period_words::PeriodWords;
use super::symbols::SymbolTables;
use crate::model::{AssignmentIx, Plan, TrackedEntry, WorkItem, WorkItemIx};
use crate::parse::Key;

/// Assignments by the position of their task, or of their row after all tasks.
pub(super) type TrackedPositions = HashMap<usize, AssignmentIx>;

/// Returns the assignments of a plan by their positions.
pub(super) fn tracked(context: &LowerContext<'_>, plan: &Plan) -> TrackedPositions {
    let rows = context.draft.list(Key::Tasks).len();
    let position = |entry| match entry {
        TrackedEntry::Task(task) => task.at(),
        TrackedEntry::Row(row) => rows + row.at(),
    };
    let numbered = plan.assignments.iter().enumerate();
    numbered.map(|(at, item)| (position(item.tracked), AssignmentIx::new(at))).collect()
}

/// The number of occurrences of each assignment that opened on request. They are the first ones, as all others are
/// due later.
#[derive(Default)]
pub(super) struct RequestedOccurrences(HashMap<AssignmentIx, u32>);

impl RequestedOccurrences {
    /// Opens the occurrences that reports and changes name by their labels.
    pub(super) fn open(
        context: &LowerContext<'_>,
        symbols: &SymbolTables<'_>,
        tracked: &TrackedPositions,
        plan: &mut Plan,
    ) -> Self {
        let mut requested = Self::default();
        if plan.issued.is_none() {
            return requested;
        }
        let words = PeriodWords::default();
        let mut named: HashMap<AssignmentIx, HashSet<String>> = HashMap::new();
        let entries = context.draft.list(Key::Progress).iter().chain(context.draft.list(Key::Changes));
        for entry in entries {
            let items = entry.many(Key::Item).filter_map(|id| symbols.tasks_and_rows.find(id.value));
            for item in items.filter_map(|position| tracked.get(&position)) {
                if !plan.assignment(*item).deadline.before_issue.is_empty() {
                    let periods = words.named(plan, *item, entry);
                    named.entry(*item).or_default().extend(periods.into_iter().map(|period| period.label));
                }
            }
        }
        for (item, labels) in named {
            let deadline = &mut plan.assignments[item.at()].deadline;
            let is_named = |label: &Option<String>| label.as_deref().is_some_and(|it| labels.contains(it));
            let earlier = deadline.before_issue.iter().filter(|one| is_named(&one.label));
            let opened: Vec<_> = earlier.chain(deadline.occurrences.iter()).cloned().collect();
            let number = opened.len() - deadline.occurrences.len();
            Arc::make_mut(deadline).occurrences = opened.into();
            requested.0.insert(item, u32::try_from(number).unwrap_or(u32::MAX));
        }
        requested
    }

    /// Removes the work items of units for which nothing names the occurrence.
    pub(super) fn close_others(&self, plan: &mut Plan, named: &HashSet<WorkItemIx>) {
        let is_requested = |work_item: &WorkItem| {
            let first = self.0.get(&work_item.assignment).copied().unwrap_or(0);
            work_item.occurrence.is_some_and(|occurrence| occurrence < first)
        };
        let mut places = Vec::with_capacity(plan.work_items.len());
        let mut kept = 0;
        for (at, work_item) in plan.work_items.iter().enumerate() {
            let ix = WorkItemIx::new(at);
            let is_open = !is_requested(work_item) || !work_item.reports.is_empty() || named.contains(&ix);
            places.push(is_open.then(|| WorkItemIx::new(kept)));
            kept += usize::from(is_open);
        }
        if kept == places.len() {
            return;
        }
        let mut open = places.iter().map(Option::is_some);
        plan.work_items.retain(|_| open.next().unwrap_or(true));
        let reports = plan.reports.iter_mut().map(|report| &mut report.work_items);
        for work_items in reports.chain(plan.changes.iter_mut().map(|change| &mut change.work_items)) {
            *work_items = work_items.iter().filter_map(|ix| places[ix.at()]).collect();
        }
    }
}
