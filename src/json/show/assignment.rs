//! A row or task in `plan.show/1`: what is written, occurrence by occurrence, report by report.

use serde::Serialize;

use crate::answer::{AssignmentList, AssignmentPage, MatchedEntry, TaskPage};
use crate::json::attributes::AttributesJson;
use crate::json::parts::{PartyJson, PlaceJson, TitledJson, iso};
use crate::model::{Change, LeadMode, Plan, Report, ReportState, SectionIx};
use crate::span::Sources;

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

impl<'p> AssignmentPageJson<'p> {
    /// A tracked task or row.
    pub(super) fn tracked(page: &AssignmentPage<'p>, plan: &'p Plan, sources: &'p Sources) -> Self {
        let item = page.assignment;
        Self {
            task: item.task.map(|task| plan.task(task).id.as_str()),
            section: section(plan, item.section),
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
            source: page.provisions.source.as_deref(),
            note: item.note.as_deref(),
            items: vec![&item.id],
            occurrences: page
                .occurrences
                .iter()
                .map(|item| AttributesJson::own(plan, item.clone(), sources))
                .collect(),
            reports: page.reports.iter().map(|matched| ReportJson::new(matched, sources)).collect(),
            changes: page.changes.iter().map(|matched| ChangeJson::new(matched, plan, sources)).collect(),
        }
    }

    /// A task that is not tracked itself.
    pub(super) fn untracked(page: &TaskPage<'p>, plan: &'p Plan) -> Self {
        let task = page.task;
        let provisions = &task.provisions;
        Self {
            task: Some(&task.id),
            section: section(plan, provisions.section),
            text: provisions.text.as_deref(),
            heading: task.heading,
            same_as: task.same_as.map(|task| plan.task(task).id.as_str()),
            lead: PartyJson::parties(plan, &provisions.lead),
            with: PartyJson::parties(plan, &provisions.with),
            to: PartyJson::parties(plan, &provisions.to),
            mode: if provisions.mode == Some(LeadMode::Joint) { "joint" } else { "each" },
            due_text: provisions.due.as_deref(),
            due_kind: None,
            inherited: Vec::new(),
            output: provisions.output.as_deref(),
            goals: provisions.goals.iter().map(|goal| plan.goal(*goal).id.as_str()).collect(),
            targets: Vec::new(),
            tags: &provisions.tags,
            source: provisions.source.as_deref(),
            note: provisions.note.as_deref(),
            items: assignment_ids(&page.duties),
            occurrences: Vec::new(),
            reports: Vec::new(),
            changes: Vec::new(),
        }
    }
}

/// The ids of tracked tasks and rows.
pub(super) fn assignment_ids<'p>(list: &AssignmentList<'p>) -> Vec<&'p str> {
    list.rows.iter().map(|row| row.assignment.id.as_str()).collect()
}

fn section(plan: &Plan, section: Option<SectionIx>) -> Option<TitledJson<'_>> {
    let section = section.map(|section| plan.section(section))?;
    Some(TitledJson { id: &section.id, title: &section.title })
}

impl<'p> ReportJson<'p> {
    fn new(matched: &MatchedEntry<'p, Report>, sources: &Sources) -> Self {
        let entry = matched.entry;
        Self {
            date: entry.date.to_string(),
            as_of: entry.as_of.to_string(),
            units: matched.units.clone(),
            periods: matched.periods.clone(),
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
            place: PlaceJson::of(sources, entry.place),
        }
    }
}

impl<'p> ChangeJson<'p> {
    fn new(matched: &MatchedEntry<'p, Change>, plan: &'p Plan, sources: &Sources) -> Self {
        let entry = matched.entry;
        Self {
            date: entry.date.to_string(),
            units: matched.units.clone(),
            periods: matched.periods.clone(),
            due: iso(entry.due),
            dropped: entry.dropped,
            lead: entry.lead.map(|unit| plan.registry.unit(unit).id.as_str()),
            by: entry.by.as_deref(),
            reason: entry.reason.as_deref(),
            place: PlaceJson::of(sources, entry.place),
        }
    }
}
