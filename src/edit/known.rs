//! Entries that a plan has already.

use super::request::EntryValue;
use crate::date::Day;
use crate::model::{Change, Plan, Report, ReportState, WorkItemIx};
use crate::parse::Key;
use crate::parse::emit::NewValue;

/// Returns true if a plan has an entry that is alike in every key: it counts for the same work items and says the same.
pub(super) fn is_known(plan: &Plan, list: Key, meant: &[WorkItemIx], values: &[EntryValue]) -> bool {
    let Some(first) = meant.first() else { return false };
    let said = SaidValues(values);
    let work_item = plan.work_item(*first);
    if list == Key::Progress {
        let mut reports = work_item.reports.iter().filter_map(|at| plan.reports.get(*at as usize));
        return reports.any(|report| report.work_items == meant && said.are_of_report(report));
    }
    let mut changes = work_item.changes.iter().filter_map(|at| plan.changes.get(*at as usize));
    changes.any(|change| change.work_items == meant && said.are_of_change(plan, change))
}

/// The values of an entry by key.
struct SaidValues<'v>(&'v [EntryValue]);

impl SaidValues<'_> {
    fn are_of_report(&self, report: &Report) -> bool {
        let state = report.state.map(|state| match state {
            ReportState::Started => "started",
            ReportState::Done => "done",
            ReportState::Paused => "paused",
            ReportState::Reopened => "reopened",
        });
        self.day(Key::Date) == Some(report.date)
            && self.day(Key::AsOf).unwrap_or(report.date) == report.as_of
            && self.text(Key::State) == state
            && self.number(Key::Percent) == report.percent
            && self.text(Key::Evidence) == report.evidence.as_deref()
            && self.text(Key::Difficulty) == report.difficulty.as_deref()
            && self.text(Key::Proposal) == report.proposal.as_deref()
            && self.text(Key::Note) == report.note.as_deref()
    }

    fn are_of_change(&self, plan: &Plan, change: &Change) -> bool {
        let lead = change.lead.map(|lead| plan.registry.unit(lead).id.as_str());
        self.day(Key::Date) == Some(change.date)
            && self.day(Key::Due) == change.due
            && self.bool(Key::Dropped) == change.dropped
            && self.text(Key::Lead) == lead
            && self.text(Key::By) == change.by.as_deref()
            && self.text(Key::Reason) == change.reason.as_deref()
    }

    fn value(&self, key: Key) -> Option<&NewValue> {
        self.0.iter().find(|value| value.key == key).map(|value| &value.value)
    }

    fn bool(&self, key: Key) -> Option<bool> {
        match self.value(key)? {
            NewValue::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    fn text(&self, key: Key) -> Option<&str> {
        match self.value(key)? {
            NewValue::Text(text) => Some(text),
            _ => None,
        }
    }

    fn day(&self, key: Key) -> Option<Day> {
        match self.value(key)? {
            NewValue::Day(day, _) => Some(*day),
            _ => None,
        }
    }

    fn number(&self, key: Key) -> Option<f64> {
        match self.value(key)? {
            NewValue::Number(number) => Some(*number),
            _ => None,
        }
    }
}
