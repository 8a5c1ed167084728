//! A row or task in `plan.show/1`: what is written, occurrence by occurrence, report by report.

use serde::Serialize;

use super::Page;
use crate::json::attributes::AttributesJson;
use crate::json::parts::{PartyJson, PlaceJson, TitledJson, iso};
use crate::model::{Assignment, LeadMode, ReportState, SectionIx, TaskIx, TrackedEntry};
use crate::report;
use crate::status::WorkItemStatus;

/// A row or a task. A task that is not tracked itself has no occurrences, but perhaps `items` that are.
#[derive(Debug, Serialize)]
pub(super) struct AssignmentPageJson<'p> {
    task: Option<&'p str>,
    section: Option<TitledJson<'p>>,
    text: Option<&'p str>,
    heading: bool,
    same_as: Option<&'p str>,
    lead: Vec<PartyJson<'p>>,
    with: Vec<PartyJson<'p>>,
    to: Vec<PartyJson<'p>>,
    mode: &'static str,
    due_text: Option<&'p str>,
    due_kind: Option<&'static str>,
    inherited: Vec<&'static str>,
    output: Option<&'p str>,
    goals: Vec<&'p str>,
    targets: Vec<&'p str>,
    tags: &'p [String],
    source: Option<&'p str>,
    note: Option<&'p str>,
    items: Vec<&'p str>,
    occurrences: Vec<AttributesJson<'p>>,
    reports: Vec<ReportJson<'p>>,
    changes: Vec<ChangeJson<'p>>,
}

#[derive(Debug, Serialize)]
struct ReportJson<'p> {
    date: String,
    as_of: String,
    units: Vec<String>,
    periods: Vec<&'p str>,
    state: Option<&'static str>,
    percent: Option<f64>,
    evidence: Option<&'p str>,
    difficulty: Option<&'p str>,
    proposal: Option<&'p str>,
    note: Option<&'p str>,
    place: PlaceJson,
}

#[derive(Debug, Serialize)]
struct ChangeJson<'p> {
    date: String,
    units: Vec<String>,
    periods: Vec<&'p str>,
    due: Option<String>,
    dropped: bool,
    lead: Option<&'p str>,
    by: Option<&'p str>,
    reason: Option<&'p str>,
    place: PlaceJson,
}

impl<'p> Page<'p> {
    fn section(&self, section: Option<SectionIx>) -> Option<TitledJson<'p>> {
        let section = section.map(|section| self.plan.section(section))?;
        Some(TitledJson { id: &section.id, title: &section.title })
    }

    pub(super) fn item(&self, item: &'p Assignment, items: &[WorkItemStatus]) -> AssignmentPageJson<'p> {
        let plan = self.plan;
        let source = match item.tracked {
            TrackedEntry::Row(row) => &plan.row(row).provisions.source,
            TrackedEntry::Task(task) => &plan.task(task).provisions.source,
        };
        AssignmentPageJson {
            task: item.task.map(|task| plan.task(task).id.as_str()),
            section: self.section(item.section),
            text: item.text.as_deref(),
            heading: false,
            same_as: None,
            lead: PartyJson::parties(plan, &item.lead),
            with: PartyJson::parties(plan, &item.with),
            to: PartyJson::parties(plan, &item.to),
            mode: if item.mode == LeadMode::Joint { "joint" } else { "each" },
            due_text: item.due_text.as_deref(),
            due_kind: Some(item.deadline.kind.as_str()),
            inherited: item.inherited(),
            output: item.output.as_deref(),
            goals: item.goals.iter().map(|goal| plan.goal(*goal).id.as_str()).collect(),
            targets: item.targets.iter().map(|target| plan.target(*target).id.as_str()).collect(),
            tags: &item.tags,
            source: source.as_deref(),
            note: item.note.as_deref(),
            items: vec![&item.id],
            occurrences: items.iter().map(|item| self.occurrence(item)).collect(),
            reports: report::reports(plan, items).into_iter().map(|told| self.report(told)).collect(),
            changes: report::changes(plan, items).into_iter().map(|told| self.change(told)).collect(),
        }
    }

    fn occurrence(&self, item: &WorkItemStatus) -> AttributesJson<'p> {
        AttributesJson::own(self.plan, item.clone(), self.sources)
    }

    fn report(&self, told: report::Told<'p, crate::model::Report>) -> ReportJson<'p> {
        let entry = told.entry;
        ReportJson {
            date: entry.date.to_string(),
            as_of: entry.as_of.to_string(),
            units: told.units,
            periods: told.periods,
            state: entry.state.map(|state| match state {
                ReportState::Started => "started",
                ReportState::Done => "done",
                ReportState::Paused => "paused",
                ReportState::Reopened => "reopened",
            }),
            percent: entry.percent,
            evidence: entry.evidence.as_deref(),
            difficulty: entry.difficulty.as_deref(),
            proposal: entry.proposal.as_deref(),
            note: entry.note.as_deref(),
            place: PlaceJson::of(self.sources, entry.place),
        }
    }

    fn change(&self, told: report::Told<'p, crate::model::Change>) -> ChangeJson<'p> {
        let entry = told.entry;
        ChangeJson {
            date: entry.date.to_string(),
            units: told.units,
            periods: told.periods,
            due: iso(entry.due),
            dropped: entry.dropped,
            lead: entry.lead.map(|unit| self.plan.registry.unit(unit).id.as_str()),
            by: entry.by.as_deref(),
            reason: entry.reason.as_deref(),
            place: PlaceJson::of(self.sources, entry.place),
        }
    }

    /// A task that is not tracked itself.
    pub(super) fn task(&self, ix: TaskIx) -> AssignmentPageJson<'p> {
        let plan = self.plan;
        let task = plan.task(ix);
        let duty = &task.provisions;
        let tracked = task.same_as.unwrap_or(ix);
        AssignmentPageJson {
            task: Some(&task.id),
            section: self.section(duty.section),
            text: duty.text.as_deref(),
            heading: task.heading,
            same_as: task.same_as.map(|task| plan.task(task).id.as_str()),
            lead: PartyJson::parties(plan, &duty.lead),
            with: PartyJson::parties(plan, &duty.with),
            to: PartyJson::parties(plan, &duty.to),
            mode: if duty.mode == Some(LeadMode::Joint) { "joint" } else { "each" },
            due_text: duty.due.as_deref(),
            due_kind: None,
            inherited: Vec::new(),
            output: duty.output.as_deref(),
            goals: duty.goals.iter().map(|goal| plan.goal(*goal).id.as_str()).collect(),
            targets: Vec::new(),
            tags: &duty.tags,
            source: duty.source.as_deref(),
            note: duty.note.as_deref(),
            items: self.items(|item| item.task == Some(tracked)),
            occurrences: Vec::new(),
            reports: Vec::new(),
            changes: Vec::new(),
        }
    }
}
