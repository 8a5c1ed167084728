//! The things of plans that a filter names by their ids.

use std::collections::HashSet;

use super::test::TermTest;
use super::words::SearchText;
use crate::attribute::Attribute;
use crate::model::{Assignment, Plan, SectionIx, TaskIx, WorkItemIx};

/// The fields that name things by ids of one list of a plan.
pub(super) const LISTS: [Attribute; 5] =
    [Attribute::Id, Attribute::Section, Attribute::Task, Attribute::Goal, Attribute::Target];

/// The ids that such a field can name in a plan.
pub(super) fn ids(plan: &Plan, field: Attribute) -> Vec<&str> {
    match field {
        Attribute::Id => plan.assignments.iter().map(|item| item.id.as_str()).collect(),
        Attribute::Section => plan.sections.iter().map(|section| section.id.as_str()).collect(),
        Attribute::Task => plan.tasks.iter().map(|task| task.id.as_str()).collect(),
        Attribute::Goal => plan.goals.iter().map(|goal| goal.id.as_str()).collect(),
        Attribute::Target => plan.targets.iter().map(|target| target.id.as_str()).collect(),
        _ => Vec::new(),
    }
}

/// The labels of a plan's occurrences, each once, in the order of its items and targets.
pub(super) fn labels(plan: &Plan) -> impl Iterator<Item = &str> {
    let mut seen = HashSet::new();
    let items = plan.assignments.iter().map(|item| &item.deadline);
    let targets = plan.targets.iter().flat_map(|target| &target.horizons).map(|horizon| &horizon.deadline);
    items
        .chain(targets)
        .flat_map(|deadline| deadline.before_issue.iter().chain(deadline.occurrences.iter()))
        .filter_map(|occurrence| occurrence.label.as_deref())
        .filter(move |label| seen.insert(*label))
}

/// Returns a test on each task or row of a plan.
pub(super) fn items(plan: &Plan, holds: impl FnMut(&Assignment) -> bool) -> TermTest {
    TermTest::Items(plan.assignments.iter().map(holds).collect())
}

/// Returns a test for the work items that an id names in a plan; none if the plan has no such id.
pub(super) fn find(plan: &Plan, field: Attribute, text: &str) -> Option<TermTest> {
    if field == Attribute::Id && text.contains('/') {
        return key(plan, text);
    }
    let named = names(plan, field, &SearchText::new(text));
    let is_named = |at: usize| named.get(at).copied().unwrap_or(false);
    named.contains(&true).then(|| match field {
        Attribute::Section => items(plan, |item| item.section.is_some_and(|section| is_named(section.at()))),
        Attribute::Task => items(plan, |item| item.task.is_some_and(|task| is_named(task.at()))),
        Attribute::Goal => items(plan, |item| item.goals.iter().any(|goal| is_named(goal.at()))),
        Attribute::Target => items(plan, |item| item.targets.iter().any(|target| is_named(target.at()))),
        _ => TermTest::Items(named.clone()),
    })
}

/// Returns the members of its list that a field names in a plan: sections with all sections below them, tasks with
/// the tasks that they repeat.
pub(super) fn names(plan: &Plan, field: Attribute, words: &SearchText) -> Box<[bool]> {
    let mut named: Box<[bool]> = ids(plan, field).into_iter().map(|id| words.are(id)).collect();
    match field {
        Attribute::Section => (0..named.len()).map(|at| is_below(plan, at, &named)).collect(),
        Attribute::Task => {
            // A task that repeats another opens no item: its work is that of the other (docs/format.md, tasks).
            let told: Vec<usize> = (0..named.len()).filter(|at| named[*at]).collect();
            for at in told {
                named[told_once(plan, TaskIx::new(at)).at()] = true;
            }
            named
        }
        _ => named,
    }
}

/// `PLAN/ID`, `PLAN/ID/UNIT` or `PLAN/ID/UNIT/PERIOD`, as keys and commands write it.
fn key(plan: &Plan, text: &str) -> Option<TermTest> {
    let mut parts = text.split('/').map(SearchText::new);
    let (of_plan, id) = (parts.next()?, parts.next()?);
    let (unit, period) = (parts.next(), parts.next());
    if parts.next().is_some() || !of_plan.are(&plan.id) {
        return None;
    }
    let named: Box<[bool]> = plan.assignments.iter().map(|item| id.are(&item.id)).collect();
    if !named.contains(&true) {
        return None;
    }
    let Some(unit) = unit else { return Some(TermTest::Items(named)) };
    let work_items: HashSet<WorkItemIx> = plan
        .work_items
        .iter()
        .enumerate()
        .filter(|(_, work_item)| {
            named[work_item.assignment.at()]
                && unit.are(&plan.holder_id(work_item))
                && period
                    .as_ref()
                    .is_none_or(|period| period.are(plan.period_label(work_item).unwrap_or("-")))
        })
        .map(|(at, _)| WorkItemIx::new(at))
        .collect();
    (!work_items.is_empty()).then_some(TermTest::Slots(work_items))
}

/// Returns true if a section or one above it is named.
fn is_below(plan: &Plan, section: usize, named: &[bool]) -> bool {
    let mut at = Some(section);
    while let Some(section) = at {
        if named[section] {
            return true;
        }
        at = plan.sections[section].parent.map(SectionIx::at);
    }
    false
}

/// Returns the task that a task repeats, itself if none.
fn told_once(plan: &Plan, task: TaskIx) -> TaskIx {
    let mut task = task;
    // No valid plan repeats tasks in a circle; that many steps are enough for any chain.
    for _ in 0..plan.tasks.len() {
        let Some(other) = plan.task(task).same_as else { break };
        task = other;
    }
    task
}
