//! Changes and reports, with the work items to which they apply.

use std::collections::HashSet;

use super::columns::own_values;
use super::context::LowerContext;
use super::doubts::PlanDoubts;
use super::fault::{LowerFault, UnmatchedFault, UntrackedFault, UntrackedReason};
use super::requested::TrackedPositions;
use super::symbols::SymbolTables;
use crate::model::{
    AssignmentIx, Change, EntryRequirements, MatchFault, Party, Plan, Report, ReportState, TaskIx,
    WorkItemIndex, WorkItemIx,
};
use crate::parse::{Entry, Key};
use crate::span::Spanned;

/// Fills the lists of changes and reports, and returns the work items that changes name by their periods.
pub(super) fn entries(
    context: &LowerContext<'_>,
    symbols: &SymbolTables<'_>,
    plan: &mut Plan,
    assignments: TrackedPositions,
    doubts: &PlanDoubts,
    faults: &mut Vec<LowerFault>,
) -> HashSet<WorkItemIx> {
    let matcher = EntryMatcher { context, symbols, assignments, index: WorkItemIndex::of(plan), doubts };
    let named = changes(&matcher, plan, faults);
    reports(&matcher, plan, faults);
    named
}

fn changes(
    matcher: &EntryMatcher<'_, '_>,
    plan: &mut Plan,
    faults: &mut Vec<LowerFault>,
) -> HashSet<WorkItemIx> {
    let mut named = HashSet::new();
    let mut entries: Vec<&Entry> = matcher.context.draft.list(Key::Changes).iter().collect();
    // A change of lead changes the responsible unit of later changes: they are matched in the order of their days.
    entries.sort_by_key(|entry| entry.day(Key::Date).map(|day| day.value));
    for entry in entries {
        let lead =
            entry.text(Key::Lead).and_then(|id| matcher.symbols.parties.unit(&id, matcher.context, faults));
        let work_items = matcher.work_items(entry, plan, false, faults);
        let Some(date) = entry.day(Key::Date) else { continue };
        let number = u32::try_from(plan.changes.len()).unwrap_or(u32::MAX);
        for work_item in &work_items {
            plan.work_items[work_item.at()].changes.push(number);
        }
        if entry.has(Key::Period) {
            named.extend(&work_items);
        }
        plan.changes.push(Change {
            work_items,
            date: date.value,
            due: entry.day(Key::Due).map(|day| day.value),
            due_place: entry.value_span(Key::Due),
            dropped: entry.flag(Key::Dropped),
            lead,
            by: entry.maybe_words(Key::By),
            reason: entry.maybe_words(Key::Reason),
            place: entry.place(),
        });
    }
    named
}

fn reports(matcher: &EntryMatcher<'_, '_>, plan: &mut Plan, faults: &mut Vec<LowerFault>) {
    let mut entries: Vec<&Entry> = matcher.context.draft.list(Key::Progress).iter().collect();
    entries.sort_by_key(|entry| entry.day(Key::Date).map(|day| day.value));
    plan.reports.reserve_exact(entries.len());
    let known: &Plan = plan;
    let chunks =
        matcher.context.threads.in_chunks(&entries, |(made, faults): &mut (Vec<_>, Vec<_>), _, entry| {
            made.extend(report(matcher, entry, known, faults));
        });
    for (made, mut wrong) in chunks {
        for report in made {
            let number = u32::try_from(plan.reports.len()).unwrap_or(u32::MAX);
            for work_item in &report.work_items {
                plan.work_items[work_item.at()].reports.push(number);
            }
            plan.reports.push(report);
        }
        faults.append(&mut wrong);
    }
}

/// Returns a report; nothing if it has no date.
fn report(
    matcher: &EntryMatcher<'_, '_>,
    entry: &Entry<'_>,
    plan: &Plan,
    faults: &mut Vec<LowerFault>,
) -> Option<Report> {
    let percent = entry.number(Key::Percent);
    let is_percent = |percent: &f64| (0.0..=100.0).contains(percent);
    if let Some(percent) = percent.filter(|percent| !is_percent(&percent.value)) {
        faults.push(LowerFault::PercentRange(percent.span));
    }
    let units = matcher.parties(entry, faults);
    let work_items = matcher.work_items(entry, plan, true, faults);
    let date = entry.day(Key::Date)?;
    Some(Report {
        work_items,
        units: units.unwrap_or_default(),
        date: date.value,
        as_of: entry.day(Key::AsOf).unwrap_or(date).value,
        state: entry.text(Key::State).and_then(|state| ReportState::from_word(state.value)),
        percent: percent.map(|percent| percent.value).filter(is_percent),
        evidence: entry.maybe_words(Key::Evidence),
        difficulty: entry.maybe_words(Key::Difficulty),
        proposal: entry.maybe_words(Key::Proposal),
        note: entry.maybe_words(Key::Note),
        own: own_values(entry, matcher.context, matcher.symbols, faults),
        place: entry.place(),
    })
}

/// Finds the work items of changes and reports.
struct EntryMatcher<'f, 'd> {
    context: &'f LowerContext<'d>,
    symbols: &'f SymbolTables<'d>,
    assignments: TrackedPositions,
    index: WorkItemIndex,
    doubts: &'f PlanDoubts,
}

impl EntryMatcher<'_, '_> {
    /// Returns the units and groups of an entry; nothing if one of them is unknown.
    fn parties(&self, entry: &Entry<'_>, faults: &mut Vec<LowerFault>) -> Option<Vec<Party>> {
        let (units, known) = self.symbols.parties.parties(entry, Key::Unit, self.context, faults);
        known.then_some(units)
    }

    /// Returns the work items of an entry.
    fn work_items(
        &self,
        entry: &Entry<'_>,
        plan: &Plan,
        reporting: bool,
        faults: &mut Vec<LowerFault>,
    ) -> Vec<WorkItemIx> {
        // The caller has reported the unknown units of a report already, but not those of a change.
        let mut quiet = Vec::new();
        let units = self.parties(entry, if reporting { &mut quiet } else { faults });
        let mut work_items = Vec::new();
        for id in entry.many(Key::Item) {
            let Some(item) = self.assignment(&id, plan, faults) else { continue };
            let vague =
                self.doubts.assignments.contains(&item.at()) || self.doubts.deadlines.contains(&item.at());
            let (Some(units), Some(date)) = (&units, entry.day(Key::Date)) else { continue };
            if vague || entry.is_wrong(Key::Period) {
                continue;
            }
            let periods: Vec<&str> = entry.many(Key::Period).map(|period| period.value).collect();
            // A report applies to one work item; a change applies to all, unless it moves a day or a lead.
            let ask = EntryRequirements {
                unit: reporting || entry.has(Key::Lead),
                period: reporting || entry.has(Key::Due),
                reporting,
            };
            match plan.matching(&self.index, item, units, &periods, date.value, ask) {
                Ok(matched) => work_items.extend(matched),
                Err(all) => {
                    let item = Spanned::new(id.value, entry.value_span(Key::Item));
                    faults.extend(all.into_iter().map(|reason| unmatched(reason, item, entry, plan)));
                }
            }
        }
        work_items.sort_unstable();
        work_items.dedup();
        work_items
    }

    /// Returns the assignment with an id; the id of anything else is a fault.
    fn assignment(
        &self,
        id: &Spanned<&str>,
        plan: &Plan,
        faults: &mut Vec<LowerFault>,
    ) -> Option<AssignmentIx> {
        let fault = match self.symbols.tasks_and_rows.find(id.value) {
            Some(number) => {
                if let Some(assignment) = self.assignments.get(&number) {
                    return Some(*assignment);
                }
                untracked(number, plan).map(|reason| untracked_fault(id, reason))
            }
            None if plan.targets.iter().any(|target| target.id == id.value) => {
                Some(untracked_fault(id, UntrackedReason::Target))
            }
            None => self.symbols.tasks_and_rows.unknown(id, false, self.context),
        };
        faults.extend(fault);
        None
    }
}

/// Returns the reason why the task at a position is not tracked; nothing if its lead is missing, which is
/// reported at the task.
fn untracked(number: usize, plan: &Plan) -> Option<UntrackedReason> {
    let task = plan.tasks.get(number)?;
    if task.heading {
        return Some(UntrackedReason::Heading);
    }
    if let Some(same) = task.same_as {
        return Some(UntrackedReason::Repeated(plan.task(same).id.clone()));
    }
    let rows = plan.rows.iter().filter(|row| row.task == Some(TaskIx::new(number)));
    let rows: Vec<String> = rows.map(|row| row.id.clone()).collect();
    (!rows.is_empty()).then_some(UntrackedReason::Rows(rows))
}

fn untracked_fault(id: &Spanned<&str>, reason: UntrackedReason) -> LowerFault {
    LowerFault::Untracked(UntrackedFault { id: id.map(str::to_owned), reason })
}

fn unmatched(reason: MatchFault, item: Spanned<&str>, entry: &Entry<'_>, plan: &Plan) -> LowerFault {
    let named = |key: Key, value: &str| {
        let words = entry.many(key).find(|words| words.value == value);
        Spanned::new(value.to_owned(), words.map_or_else(|| entry.value_span(key), |words| words.span))
    };
    let named = match &reason {
        MatchFault::WhichUnit(_) | MatchFault::WhichPeriod(_) => None,
        MatchFault::NoSuchPeriod(period, _) => Some(named(Key::Period, period)),
        MatchFault::NotResponsible(party, _) => Some(named(Key::Unit, plan.registry.id(*party))),
    };
    let item = item.map(str::to_owned);
    LowerFault::Unmatched(UnmatchedFault { reason, item, named, entry: entry.span() })
}
