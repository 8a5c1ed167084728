//! Changes and reports, each with the work items that it speaks of.

use std::collections::HashMap;

use super::AllNames;
use crate::check::names::Lookup;
use crate::check::rules::Taint;
use crate::check::rules::matching::unmatched;
use crate::check::rules::progress::percent_range;
use crate::check::rules::reference::not_an_item;
use crate::diagnostic::Diagnostic;
use crate::model::{
    AssignmentIx, Change, EntryRequirements, Party, Plan, Report, ReportState, TaskIx, TrackedEntry,
    WorkItemIndex, WorkItemIx,
};
use crate::parse::{Entry, Key};
use crate::span::Spanned;

pub(super) fn entries(
    at: &Lookup<'_>,
    names: &AllNames<'_>,
    plan: &mut Plan,
    taint: &Taint,
    found: &mut Vec<Diagnostic>,
) {
    let mut items: HashMap<usize, AssignmentIx> = HashMap::new();
    let rows = at.draft.list(Key::Tasks).len();
    for (ix, item) in plan.assignments.iter().enumerate() {
        let number = match item.tracked {
            TrackedEntry::Task(task) => task.at(),
            TrackedEntry::Row(row) => rows + row.at(),
        };
        items.insert(number, AssignmentIx::new(ix));
    }
    let finder = Finder { at, names, items, places: WorkItemIndex::of(plan), taint };
    changes(&finder, plan, found);
    reports(&finder, plan, found);
}

fn changes(finder: &Finder<'_, '_>, plan: &mut Plan, found: &mut Vec<Diagnostic>) {
    let mut entries: Vec<&Entry> = finder.at.draft.list(Key::Changes).iter().collect();
    // A change of lead decides who answers for later ones: they are matched in the order of their days.
    entries.sort_by_key(|entry| entry.day(Key::Date).map(|day| day.value));
    for entry in entries {
        let lead = entry.text(Key::Lead).and_then(|id| finder.names.parties.unit(&id, finder.at, found));
        let work_items = finder.work_items(entry, plan, false, found);
        let Some(date) = entry.day(Key::Date) else { continue };
        let number = u32::try_from(plan.changes.len()).unwrap_or(u32::MAX);
        for work_item in &work_items {
            plan.work_items[work_item.at()].changes.push(number);
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
}

fn reports(finder: &Finder<'_, '_>, plan: &mut Plan, found: &mut Vec<Diagnostic>) {
    let mut entries: Vec<&Entry> = finder.at.draft.list(Key::Progress).iter().collect();
    entries.sort_by_key(|entry| entry.day(Key::Date).map(|day| day.value));
    plan.reports.reserve_exact(entries.len());
    let known: &Plan = plan;
    let chunks = finder.at.threads.in_chunks(&entries, |(made, found): &mut (Vec<_>, Vec<_>), _, entry| {
        made.extend(report(finder, entry, known, found));
    });
    for (made, mut wrong) in chunks {
        for report in made {
            let number = u32::try_from(plan.reports.len()).unwrap_or(u32::MAX);
            for work_item in &report.work_items {
                plan.work_items[work_item.at()].reports.push(number);
            }
            plan.reports.push(report);
        }
        found.append(&mut wrong);
    }
}

/// What a unit reported; nothing without a day.
fn report(
    finder: &Finder<'_, '_>,
    entry: &Entry<'_>,
    plan: &Plan,
    found: &mut Vec<Diagnostic>,
) -> Option<Report> {
    let range = percent_range(entry);
    let percent = entry.number(Key::Percent).map(|percent| percent.value).filter(|_| range.is_none());
    found.extend(range);
    let units = finder.parties(entry, found);
    let work_items = finder.work_items(entry, plan, true, found);
    let date = entry.day(Key::Date)?;
    Some(Report {
        work_items,
        units: units.unwrap_or_default(),
        date: date.value,
        as_of: entry.day(Key::AsOf).unwrap_or(date).value,
        state: entry.text(Key::State).and_then(|state| match state.value {
            "started" => Some(ReportState::Started),
            "done" => Some(ReportState::Done),
            "paused" => Some(ReportState::Paused),
            "reopened" => Some(ReportState::Reopened),
            _ => None,
        }),
        percent,
        evidence: entry.maybe_words(Key::Evidence),
        difficulty: entry.maybe_words(Key::Difficulty),
        proposal: entry.maybe_words(Key::Proposal),
        note: entry.maybe_words(Key::Note),
        place: entry.place(),
    })
}

struct Finder<'f, 'd> {
    at: &'f Lookup<'d>,
    names: &'f AllNames<'d>,
    /// Items by the number of their task, or of their row behind all tasks.
    items: HashMap<usize, AssignmentIx>,
    places: WorkItemIndex,
    taint: &'f Taint,
}

impl Finder<'_, '_> {
    /// The units and groups that an entry names; nothing if one of them is unknown.
    fn parties(&self, entry: &Entry<'_>, found: &mut Vec<Diagnostic>) -> Option<Vec<Party>> {
        let (units, known) = self.names.parties.parties(entry, Key::Unit, self.at, found);
        known.then_some(units)
    }

    /// The work items that an entry speaks of.
    fn work_items(
        &self,
        entry: &Entry<'_>,
        plan: &Plan,
        reporting: bool,
        found: &mut Vec<Diagnostic>,
    ) -> Vec<WorkItemIx> {
        // Units that do not exist were told by whoever asked for them; of a change nobody has yet.
        let mut quiet = Vec::new();
        let units = self.parties(entry, if reporting { &mut quiet } else { found });
        let mut work_items = Vec::new();
        for id in entry.many(Key::Item) {
            let Some(item) = self.item(&id, plan, found) else { continue };
            let vague = self.taint.items.contains(&item.at()) || self.taint.deadlines.contains(&item.at());
            let (Some(units), Some(date)) = (&units, entry.day(Key::Date)) else { continue };
            if vague || entry.is_wrong(Key::Period) {
                continue;
            }
            let periods: Vec<&str> = entry.many(Key::Period).map(|period| period.value).collect();
            // A report speaks of one work item; a change holds for all alike, unless it moves a day or a lead.
            let ask = EntryRequirements {
                unit: reporting || entry.has(Key::Lead),
                period: reporting || entry.has(Key::Due),
                reporting,
            };
            match plan.matching(&self.places, item, units, &periods, date.value, ask) {
                Ok(matched) => work_items.extend(matched),
                Err(all) => {
                    found.extend(all.iter().map(|why| unmatched(why, id.value, entry, &plan.registry)));
                }
            }
        }
        work_items.sort_unstable();
        work_items.dedup();
        work_items
    }

    fn item(&self, id: &Spanned<&str>, plan: &Plan, found: &mut Vec<Diagnostic>) -> Option<AssignmentIx> {
        let Some(number) = self.names.duties.find(id.value) else {
            let is_target = plan.targets.iter().any(|target| target.id == id.value);
            let diagnostic = self.names.duties.unknown(id, false, self.at);
            found.extend(if is_target { Some(not_an_item::target(id)) } else { diagnostic });
            return None;
        };
        if let Some(item) = self.items.get(&number) {
            return Some(*item);
        }
        let task = TaskIx::new(number);
        let told = plan.tasks.get(number).and_then(|it| {
            let rows: Vec<&str> =
                plan.rows.iter().filter(|row| row.task == Some(task)).map(|row| row.id.as_str()).collect();
            if it.heading {
                Some(not_an_item::heading(id))
            } else if let Some(same) = it.same_as {
                Some(not_an_item::same_as(id, &plan.task(same).id))
            } else if rows.is_empty() {
                // It has no lead; whether that is a fault was told there.
                None
            } else {
                Some(not_an_item::has_rows(id, &rows))
            }
        });
        found.extend(told);
        None
    }
}
