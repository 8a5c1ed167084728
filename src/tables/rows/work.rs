//! The rows of work items: their facts, their reports and changes, and their statuses.

use super::table::{PlanPlace, TableRows, joined};
use crate::date::Day;
use crate::model::{Change, Plan, Report, ReportState, TrackedEntry, WorkItem, WorkItemIx};
use crate::status::{StatusSpan, Timeline};
use crate::tables::format::TableName;
use crate::tables::value::RowValue;

/// The rows of the work items of one plan.
struct WorkRows<'p> {
    plan: &'p Plan,
    place: PlanPlace<'p>,
    timeline: Timeline<'p>,
    items: TableRows,
    entries: TableRows,
    changes: TableRows,
    spans: TableRows,
}

/// Returns the rows of `items`, `entries`, `changes` and `spans`.
pub(super) fn rows(plan: &Plan, place: PlanPlace<'_>, known: Option<Day>) -> [TableRows; 4] {
    let mut rows = WorkRows {
        plan,
        place,
        timeline: Timeline::new(plan, known),
        items: TableRows::new(TableName::Items),
        entries: TableRows::new(TableName::Entries),
        changes: TableRows::new(TableName::Changes),
        spans: TableRows::new(TableName::Spans),
    };
    for (at, item) in plan.work_items.iter().enumerate() {
        rows.item(at, item);
        for (seq, report) in item.reports.iter().filter_map(|of| plan.reports.get(*of as usize)).enumerate() {
            rows.entry(at, seq, report);
        }
        for (seq, change) in item.changes.iter().filter_map(|of| plan.changes.get(*of as usize)).enumerate() {
            rows.change(at, seq, change);
        }
        rows.spans(at);
    }
    [rows.items, rows.entries, rows.changes, rows.spans]
}

impl<'p> WorkRows<'p> {
    fn item(&mut self, at: usize, item: &WorkItem) {
        let plan = self.plan;
        let assignment = plan.assignment(item.assignment);
        let occurrence = plan.occurrence(item);
        let section = assignment.section.map(|section| plan.section(section));
        let task = match assignment.tracked {
            TrackedEntry::Task(_) => None,
            TrackedEntry::Row(_) => assignment.task.map(|task| plan.task(task).id.as_str()),
        };
        let deadline = self.timeline.deadline(item, None);
        self.items.push(&[
            self.place.area.into(),
            plan.id.as_str().into(),
            RowValue::Item(at),
            plan.key(item).into(),
            assignment.id.as_str().into(),
            task.into(),
            section.map(|section| section.id.as_str()).into(),
            section.map(|section| section.title.as_str()).into(),
            RowValue::from(&*assignment.title),
            plan.holder_id(item).into(),
            plan.period_label(item).into(),
            assignment.deadline.kind.as_str().into(),
            assignment.due_text.as_deref().into(),
            occurrence.and_then(|occurrence| occurrence.from).into(),
            occurrence.map(|occurrence| occurrence.due).into(),
            deadline.into(),
            deadline.map(|deadline| self.timeline.due_soon_from(deadline)).into(),
            assignment.output.as_deref().into(),
            joined(assignment.tags.iter().map(String::as_str)),
        ]);
    }

    fn entry(&mut self, at: usize, seq: usize, report: &Report) {
        self.entries.push(&[
            self.place.area.into(),
            self.plan.id.as_str().into(),
            RowValue::Item(at),
            RowValue::count(seq + 1),
            report.date.into(),
            report.as_of.into(),
            report.state.map(ReportState::as_str).into(),
            report.percent.into(),
            report.evidence.as_deref().into(),
            report.difficulty.as_deref().into(),
            report.proposal.as_deref().into(),
            report.note.as_deref().into(),
            joined(report.units.iter().map(|unit| self.plan.registry.id(*unit))),
        ]);
    }

    /// Adds a row for each thing that a change changes.
    fn change(&mut self, at: usize, seq: usize, change: &Change) {
        let plan = self.plan;
        let deadline =
            change.due.and_then(|due| self.timeline.deadline(plan.work_item(WorkItemIx::new(at)), Some(due)));
        let due_soon_from = deadline.map(|deadline| self.timeline.due_soon_from(deadline));
        let what =
            [change.due.map(|_| "due"), change.dropped.map(|_| "dropped"), change.lead.map(|_| "lead")];
        for what in what.into_iter().flatten() {
            let only = |of: &str, cell: RowValue<'p>| if what == of { cell } else { RowValue::None };
            self.changes.push(&[
                self.place.area.into(),
                plan.id.as_str().into(),
                RowValue::Item(at),
                RowValue::count(seq + 1),
                change.date.into(),
                what.into(),
                only("due", change.due.into()),
                only("due", deadline.into()),
                only("due", due_soon_from.into()),
                only("dropped", change.dropped.into()),
                only("lead", change.lead.map(|lead| plan.registry.unit(lead).id.as_str()).into()),
                change.by.as_deref().into(),
                change.reason.as_deref().into(),
            ]);
        }
    }

    fn spans(&mut self, at: usize) {
        let plan = self.plan;
        let spans = self.timeline.spans(WorkItemIx::new(at));
        let ends = spans.iter().skip(1).map(|next| RowValue::from(next.first)).chain([RowValue::LAST]);
        for (StatusSpan { first, status }, ends) in spans.iter().zip(ends) {
            self.spans.push(&[
                self.place.area.into(),
                plan.id.as_str().into(),
                RowValue::Item(at),
                (*first).into(),
                ends,
                status.status.id().into(),
                status.progress.id().into(),
                status.percent.into(),
                status.deadline.into(),
                RowValue::Count(status.extensions.into()),
                status.done.into(),
                status.reported.into(),
                status.unit_id(plan).into(),
                RowValue::Text(answers(plan, status).into()),
            ]);
        }
    }
}

/// The ids of the units that answer, with a blank between two.
fn answers(plan: &Plan, status: &crate::status::WorkItemStatus) -> String {
    let ids: Vec<&str> = status.answers.iter().map(|unit| plan.registry.unit(*unit).id.as_str()).collect();
    ids.join(" ")
}
