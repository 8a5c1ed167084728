//! The work items that a change or a report is about.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::context::LowerContext;
use super::doubts::PlanDoubts;
use super::fault::{LowerFault, UnmatchedFault, UntrackedFault, UntrackedReason};
use super::period_words::{NamedPeriod, PeriodWords};
use super::requested::TrackedPositions;
use super::symbols::SymbolTables;
use crate::date::Day;
use crate::model::{
    AssignmentIx, EntryRequirements, FAULT_IDS_LIMIT, MatchFault, Party, Plan, RowIx, TaskIx, TrackedEntry,
    WorkItemIndex, WorkItemIx,
};
use crate::parse::{Entry, Key};
use crate::span::{Span, Spanned};

/// Finds the work items of changes and reports.
pub(super) struct EntryMatcher<'f, 'd> {
    pub(super) context: &'f LowerContext<'d>,
    pub(super) symbols: &'f SymbolTables<'d>,
    pub(super) assignments: TrackedPositions,
    pub(super) index: WorkItemIndex,
    pub(super) periods: PeriodWords,
    /// The entries that say the same as an earlier one, each with the place of the first.
    pub(super) repeated: HashMap<Span, Span>,
    /// The ids of the first rows of each task that has any, found for the first fault that names them.
    pub(super) rows: OnceLock<HashMap<TaskIx, Vec<String>>>,
}

/// The work items of an entry, or the faults for which it has none.
#[derive(Default)]
pub(super) struct MatchedEntry {
    /// The work items.
    pub(super) work_items: Vec<WorkItemIx>,
    /// The assignments that it names, also those that it seems to mean.
    pub(super) items: Vec<AssignmentIx>,
    /// The faults to report.
    pub(super) told: Vec<LowerFault>,
    /// The faults that follow from others.
    pub(super) silent: Vec<LowerFault>,
    /// False if another fault leaves it open to which work items it applies.
    pub(super) is_certain: bool,
}

impl EntryMatcher<'_, '_> {
    /// Returns the units and groups of an entry; nothing if one of them is unknown.
    pub(super) fn parties(&self, entry: &Entry<'_>, faults: &mut Vec<LowerFault>) -> Option<Vec<Party>> {
        let (units, known) = self.symbols.parties.parties(entry, Key::Unit, self.context, faults);
        known.then_some(units)
    }

    /// Returns the work items of an entry that names some units.
    pub(super) fn matched(
        &self,
        entry: &Entry<'_>,
        units: Option<&[Party]>,
        plan: &Plan,
        doubts: &PlanDoubts,
        reporting: bool,
    ) -> MatchedEntry {
        let mut matched = MatchedEntry { is_certain: true, ..MatchedEntry::default() };
        for id in entry.many(Key::Item) {
            let item = self.assignment(&id, plan, doubts, &mut matched);
            matched.is_certain &= item.is_some();
            let Some(item) = item else { continue };
            matched.items.push(item);
            let is_vague = doubts.period
                || doubts.assignments.contains(&item.at())
                || doubts.deadlines.contains(&item.at())
                || entry.is_wrong(Key::Period);
            let (Some(units), Some(date), false) = (units, entry.day(Key::Date), is_vague) else {
                matched.is_certain = false;
                continue;
            };
            let named = self.periods.named(plan, item, entry);
            let periods: Vec<&str> = named.iter().map(|period| period.label.as_str()).collect();
            // A report applies to one work item; a change applies to all, unless it moves a day or a lead.
            let ask = EntryRequirements {
                unit: reporting || entry.has(Key::Lead),
                period: reporting || entry.has(Key::Due),
                reporting,
            };
            match plan.matching(&self.index, item, units, &periods, date.value, ask) {
                Ok(work_items) => matched.work_items.extend(work_items),
                Err(all) => {
                    let id = Spanned::new(id.value, entry.value_span(Key::Item));
                    for reason in all {
                        let follows = follows(&reason, item, date.value, &self.index, plan, doubts);
                        let faults = if follows { &mut matched.silent } else { &mut matched.told };
                        faults.push(unmatched(reason, id, entry, &named, plan));
                    }
                }
            }
        }
        matched.work_items.sort_unstable();
        matched.work_items.dedup();
        matched
    }

    /// Returns the assignment with an id; the id of anything else is a fault.
    fn assignment(
        &self,
        id: &Spanned<&str>,
        plan: &Plan,
        doubts: &PlanDoubts,
        matched: &mut MatchedEntry,
    ) -> Option<AssignmentIx> {
        let fault = match self.symbols.tasks_and_rows.find(id.value) {
            Some(number) => {
                if let Some(assignment) = self.assignments.get(&number) {
                    return Some(*assignment);
                }
                self.untracked(number, plan, doubts).map(|reason| untracked_fault(id, reason))
            }
            None if self.symbols.targets.find(id.value).is_some() => {
                Some(untracked_fault(id, UntrackedReason::Target))
            }
            None => self.symbols.tasks_and_rows.unknown(id, false, self.context),
        };
        if let Some(LowerFault::UnknownReference(unknown)) = &fault
            && let Some(near) = &unknown.near
        {
            let number = self.symbols.tasks_and_rows.find(&near.value);
            matched.items.extend(number.and_then(|number| self.assignments.get(&number)));
        }
        matched.told.extend(fault);
        None
    }

    /// Returns the reason why the task or row at a position is not tracked; nothing if it follows from a fault there.
    fn untracked(&self, number: usize, plan: &Plan, doubts: &PlanDoubts) -> Option<UntrackedReason> {
        let Some(task) = plan.tasks.get(number) else {
            let row = TrackedEntry::Row(RowIx::new(number - plan.tasks.len()));
            return (!doubts.unopened.contains(&row)).then_some(UntrackedReason::NoLead);
        };
        if task.heading {
            return Some(UntrackedReason::Heading);
        }
        if let Some(same) = task.same_as {
            return Some(UntrackedReason::Repeated(plan.task(same).id.clone()));
        }
        let ix = TaskIx::new(number);
        if let Some(rows) = self.rows.get_or_init(|| first_rows(plan)).get(&ix) {
            return Some(UntrackedReason::Rows(rows.clone()));
        }
        (!doubts.unopened.contains(&TrackedEntry::Task(ix))).then_some(UntrackedReason::NoLead)
    }
}

/// Returns the ids of the first rows of each task that has any.
fn first_rows(plan: &Plan) -> HashMap<TaskIx, Vec<String>> {
    let mut of_tasks: HashMap<TaskIx, Vec<String>> = HashMap::new();
    for row in &plan.rows {
        let Some(task) = row.task else { continue };
        let ids = of_tasks.entry(task).or_default();
        if ids.len() < FAULT_IDS_LIMIT {
            ids.push(row.id.clone());
        }
    }
    of_tasks
}

/// Returns true if a fault follows from another: a wrong change of lead, or the wrong successors of a unit.
fn follows(
    reason: &MatchFault,
    item: AssignmentIx,
    day: Day,
    index: &WorkItemIndex,
    plan: &Plan,
    doubts: &PlanDoubts,
) -> bool {
    let MatchFault::NotResponsible(party, _) = reason else { return false };
    if doubts.leads.is_empty() && doubts.units.is_empty() {
        return false;
    }
    // A unit reports also where it succeeds the new lead.
    let units = index.predecessors.up_to(&plan.registry.unfold_ever(&[*party]));
    let held = plan.registry.unfold_ever(&plan.assignment(item).lead);
    doubts.leads.may_lead(item, &units, day) || held.iter().any(|unit| doubts.units.contains(unit))
}

fn untracked_fault(id: &Spanned<&str>, reason: UntrackedReason) -> LowerFault {
    LowerFault::Untracked(UntrackedFault { id: id.map(str::to_owned), reason })
}

fn unmatched(
    reason: MatchFault,
    item: Spanned<&str>,
    entry: &Entry<'_>,
    periods: &[NamedPeriod<'_>],
    plan: &Plan,
) -> LowerFault {
    let named = |key: Key, value: &str| {
        let words = match key {
            Key::Period => periods.iter().find(|period| period.label == value).map(|period| period.words),
            _ => entry.many(key).find(|words| words.value == value),
        };
        Spanned::new(value.to_owned(), words.map_or_else(|| entry.value_span(key), |words| words.span))
    };
    let named = match &reason {
        MatchFault::WhichUnit(_) | MatchFault::WhichPeriod(_) | MatchFault::NoWorkItem => None,
        MatchFault::NoSuchPeriod(period, _) => Some(named(Key::Period, period)),
        MatchFault::NotResponsible(party, _) => Some(named(Key::Unit, plan.registry.id(*party))),
    };
    let item = item.map(str::to_owned);
    LowerFault::Unmatched(UnmatchedFault { reason, item, named, entry: entry.span() })
}
