//! Changes and reports, with the work items to which they apply. A wrong one is left out.

use std::collections::HashSet;
use std::sync::OnceLock;

use super::columns::own_values;
use super::context::LowerContext;
use super::doubts::PlanDoubts;
use super::fault::{GivenTwiceFault, LowerFault};
use super::matcher::{EntryMatcher, MatchedEntry};
use super::period_words::PeriodWords;
use super::repeated::repeated;
use super::requested::TrackedPositions;
use super::symbols::SymbolTables;
use crate::model::{AssignmentIx, Change, Plan, Report, ReportState, UnitIx, WorkItemIndex, WorkItemIx};
use crate::parse::{Entry, Key};
use crate::span::Span;
use crate::threads::append_chunk;

/// The faults of reports and changes.
#[derive(Default)]
pub(super) struct EntryFaults {
    /// The faults to report.
    pub(super) told: Vec<LowerFault>,
    /// The faults that follow from others. They leave out their entries as well.
    pub(super) silent: Vec<LowerFault>,
}

/// Fills the lists of changes and reports, and returns the work items that changes name by their periods.
pub(super) fn entries(
    context: &LowerContext<'_>,
    symbols: &SymbolTables<'_>,
    plan: &mut Plan,
    assignments: TrackedPositions,
    doubts: &mut PlanDoubts,
    faults: &mut EntryFaults,
) -> HashSet<WorkItemIx> {
    let repeated = repeated(context.draft);
    let index = WorkItemIndex::of(plan);
    let (periods, rows) = (PeriodWords::default(), OnceLock::new());
    let mut matcher = EntryMatcher { context, symbols, assignments, index, periods, repeated, rows };
    let named = changes(&mut matcher, plan, doubts, faults);
    reports(&matcher, plan, doubts, faults);
    doubts.repeated = matcher.repeated.into_keys().collect();
    named
}

fn changes(
    matcher: &mut EntryMatcher<'_, '_>,
    plan: &mut Plan,
    doubts: &mut PlanDoubts,
    faults: &mut EntryFaults,
) -> HashSet<WorkItemIx> {
    let mut named = HashSet::new();
    let mut entries: Vec<&Entry> = matcher.context.draft.list(Key::Changes).iter().collect();
    // A change of lead changes the responsible unit of later changes: they are matched in the order of their days.
    entries.sort_by_key(|entry| entry.day(Key::Date).map(|day| day.value));
    for entry in entries {
        let mut own = Vec::new();
        let lead =
            entry.text(Key::Lead).and_then(|id| matcher.symbols.parties.unit(&id, matcher.context, &mut own));
        let units = matcher.parties(entry, &mut own);
        let matched = matcher.matched(entry, units.as_deref(), plan, doubts, false);
        let day = entry.day(Key::Date).map(|day| day.value);
        let MatchedEntry { work_items, items, .. } = &matched;
        let Some(date) = day.filter(|_| own.is_empty() && matched.is_right() && !matcher.is_spoilt(entry))
        else {
            doubt_change(entry, items, lead, doubts);
            faults.told.append(&mut own);
            matched.tell(faults);
            continue;
        };
        if matcher.is_repeated(entry, faults) {
            continue;
        }
        let number = u32::try_from(plan.changes.len()).unwrap_or(u32::MAX);
        for work_item in work_items {
            plan.work_items[work_item.at()].changes.push(number);
        }
        if let Some(lead) = lead {
            matcher.index.add_new_lead(plan, work_items, lead);
        }
        if entry.has(Key::Period) {
            named.extend(work_items);
        }
        plan.changes.push(Change {
            work_items: matched.work_items,
            date,
            due: entry.day(Key::Due).map(|day| day.value),
            due_place: entry.value_span(Key::Due),
            dropped: entry.bool(Key::Dropped),
            lead,
            by: entry.maybe_text(Key::By),
            reason: entry.maybe_text(Key::Reason),
            place: entry.place(),
        });
    }
    named
}

/// Notes what a change that is left out may have changed.
fn doubt_change(entry: &Entry<'_>, items: &[AssignmentIx], lead: Option<UnitIx>, doubts: &mut PlanDoubts) {
    let day = entry.day(Key::Date).map(|day| day.value);
    let keys = [Key::Lead, Key::Due, Key::Dropped];
    // Under none of the keys it may be any change.
    let may_be = |key| entry.has(key) || !keys.into_iter().any(|key| entry.has(key));
    if may_be(Key::Lead) {
        doubts.leads.add(items, lead, day);
    }
    if may_be(Key::Due) {
        doubts.extensions.add(items, day);
    }
    if may_be(Key::Dropped) {
        doubts.drops.add(items, day);
    }
}

/// The reports of a part of the list.
#[derive(Default)]
struct ReportChunk {
    reports: Vec<Report>,
    faults: EntryFaults,
    left_out: Vec<(Vec<AssignmentIx>, Option<crate::date::Day>)>,
}

fn reports(
    matcher: &EntryMatcher<'_, '_>,
    plan: &mut Plan,
    doubts: &mut PlanDoubts,
    faults: &mut EntryFaults,
) {
    let entries = matcher.context.draft.list(Key::Progress);
    let mut reports = Vec::new();
    let (known, doubted): (&Plan, &PlanDoubts) = (plan, doubts);
    let chunks = matcher.context.threads.in_chunks(entries, |made: &mut ReportChunk, _, entry| {
        report(matcher, entry, known, doubted, made);
    });
    for chunk in chunks {
        append_chunk(&mut reports, chunk.reports);
        faults.told.extend(chunk.faults.told);
        faults.silent.extend(chunk.faults.silent);
        chunk.left_out.iter().for_each(|(items, day)| doubts.reports.add(items, *day));
    }
    // They are matched in the order of the file, in which memory lies, and count in the order of their days.
    reports.sort_by_cached_key(|report: &Report| report.date);
    for (number, report) in (0..).zip(&reports) {
        for work_item in &report.work_items {
            plan.work_items[work_item.at()].reports.push(number);
        }
    }
    plan.reports = reports;
}

/// Adds a report, or the faults for which it is left out.
fn report(
    matcher: &EntryMatcher<'_, '_>,
    entry: &Entry<'_>,
    plan: &Plan,
    doubts: &PlanDoubts,
    made: &mut ReportChunk,
) {
    let mut own = Vec::new();
    let percent = entry.number(Key::Percent);
    if let Some(percent) = percent.filter(|percent| !(0.0..=100.0).contains(&percent.value)) {
        own.push(LowerFault::PercentRange(percent.span));
    }
    let values = own_values(entry, matcher.context, matcher.symbols, &mut own);
    let units = matcher.parties(entry, &mut own);
    let matched = matcher.matched(entry, units.as_deref(), plan, doubts, true);
    let date = entry.day(Key::Date);
    let Some(date) = date.filter(|_| own.is_empty() && matched.is_right() && !matcher.is_spoilt(entry))
    else {
        made.left_out.push((matched.items.clone(), date.map(|date| date.value)));
        made.faults.told.append(&mut own);
        matched.tell(&mut made.faults);
        return;
    };
    if matcher.is_repeated(entry, &mut made.faults) {
        return;
    }
    made.reports.push(Report {
        work_items: matched.work_items,
        units: units.unwrap_or_default(),
        date: date.value,
        as_of: entry.day(Key::AsOf).unwrap_or(date).value,
        state: entry.text(Key::State).and_then(|state| ReportState::from_word(state.value)),
        percent: percent.map(|percent| percent.value),
        evidence: entry.maybe_text(Key::Evidence),
        difficulty: entry.maybe_text(Key::Difficulty),
        proposal: entry.maybe_text(Key::Proposal),
        note: entry.maybe_text(Key::Note),
        own: values,
        place: entry.place(),
    });
}

impl EntryMatcher<'_, '_> {
    /// Returns true if an error of its form leaves an entry out.
    fn is_spoilt(&self, entry: &Entry<'_>) -> bool {
        self.context.spoilt.contains(entry)
    }

    /// Reports an entry that says the same as an earlier one, and returns true for it.
    fn is_repeated(&self, entry: &Entry<'_>, faults: &mut EntryFaults) -> bool {
        let first: Option<&Span> = self.repeated.get(&entry.span());
        let fault = first.map(|first| GivenTwiceFault { second: entry.place(), first: *first });
        faults.told.extend(fault.map(LowerFault::GivenTwice));
        first.is_some()
    }
}

impl MatchedEntry {
    /// Returns true if the entry is about work items and has no fault.
    fn is_right(&self) -> bool {
        self.is_certain && self.told.is_empty() && self.silent.is_empty()
    }

    /// Adds the faults of the entry.
    fn tell(self, faults: &mut EntryFaults) {
        faults.told.extend(self.told);
        faults.silent.extend(self.silent);
    }
}
