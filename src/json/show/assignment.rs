//! A row or task in `plan.show/1`: its provisions, occurrence by occurrence, report by report.

use serde::Serialize;

use crate::answer::{AssignmentPage, EntryScope, TaskPage};
use crate::json::attributes::{AttributesJson, OwnJson};
use crate::json::parts::{PartyJson, PlaceJson, TitledJson, iso};
use crate::model::{Assignment, Change, LeadMode, Plan, Report, ReportState, SectionIx};
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
    roll: &'static str,
    inherited: Vec<&'static str>,
    output: Option<&'p str>,
    goals: Vec<&'p str>,
    targets: Vec<&'p str>,
    tags: &'p [String],
    source: Option<&'p str>,
    note: Option<&'p str>,
    own: OwnJson<'p>,
    items: Vec<&'p str>,
    occurrences: Vec<AttributesJson<'p>>,
    reports: Vec<ReportJson<'p>>,
    changes: Vec<ChangeJson<'p>>,
}

#[derive(Debug, Serialize)]
struct ReportJson<'p> {
    date: String,
    as_of: String,
    units: &'p [String],
    periods: &'p [&'p str],
    state: Option<&'static str>,
    percent: Option<f64>,
    evidence: Option<&'p str>,
    difficulty: Option<&'p str>,
    proposal: Option<&'p str>,
    note: Option<&'p str>,
    own: OwnJson<'p>,
    place: PlaceJson,
}

#[derive(Debug, Serialize)]
struct ChangeJson<'p> {
    date: String,
    units: &'p [String],
    periods: &'p [&'p str],
    due: Option<String>,
    dropped: bool,
    /// True if an earlier drop is taken back.
    taken_up_again: bool,
    lead: Option<&'p str>,
    by: Option<&'p str>,
    reason: Option<&'p str>,
    place: PlaceJson,
}

impl<'p> AssignmentPageJson<'p> {
    /// The page of a tracked task or row.
    pub(super) fn new(plan: &'p Plan, page: &'p AssignmentPage<'p>, sources: &'p Sources) -> Self {
        let assignment = page.assignment;
        Self {
            task: assignment.task.map(|task| plan.task(task).id.as_str()),
            section: section(plan, assignment.section),
            text: assignment.text.as_deref(),
            heading: false,
            same_as: None,
            lead: PartyJson::parties(plan, &assignment.lead),
            with: PartyJson::parties(plan, &assignment.with),
            to: PartyJson::parties(plan, &assignment.to),
            mode: if assignment.mode == LeadMode::Joint { "joint" } else { "each" },
            due_text: assignment.due_text.as_deref(),
            due_kind: Some(assignment.deadline.kind.as_str()),
            roll: plan.roll_of(assignment).as_str(),
            inherited: assignment.inheritance.keys(),
            output: assignment.output.as_deref(),
            goals: assignment.goals.iter().map(|goal| plan.goal(*goal).id.as_str()).collect(),
            targets: assignment.targets.iter().map(|target| plan.target(*target).id.as_str()).collect(),
            tags: &assignment.tags,
            source: page.provisions.source.as_deref(),
            note: assignment.note.as_deref(),
            own: OwnJson::new(plan, sources, |column| assignment.own.get(column)),
            items: vec![&assignment.id],
            occurrences: page.items.iter().map(|item| AttributesJson::own(plan, item, sources)).collect(),
            reports: page.reports.iter().map(|scope| ReportJson::new(plan, scope, sources)).collect(),
            changes: page.changes.iter().map(|scope| ChangeJson::new(plan, scope, sources)).collect(),
        }
    }

    /// The page of a task that is not tracked itself.
    pub(super) fn of_task(plan: &'p Plan, page: &'p TaskPage<'p>, sources: &'p Sources) -> Self {
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
            roll: provisions.roll.unwrap_or(plan.settings.roll).as_str(),
            inherited: Vec::new(),
            output: provisions.output.as_deref(),
            goals: provisions.goals.iter().map(|goal| plan.goal(*goal).id.as_str()).collect(),
            targets: Vec::new(),
            tags: &provisions.tags,
            source: provisions.source.as_deref(),
            note: provisions.note.as_deref(),
            own: OwnJson::new(plan, sources, |column| provisions.own.get(column)),
            items: ids(&page.work.assignments),
            occurrences: Vec::new(),
            reports: Vec::new(),
            changes: Vec::new(),
        }
    }
}

impl<'p> ReportJson<'p> {
    fn new(plan: &'p Plan, scope: &'p EntryScope<'p, Report>, sources: &'p Sources) -> Self {
        let entry = scope.entry;
        Self {
            date: entry.date.to_string(),
            as_of: entry.as_of.to_string(),
            units: &scope.units,
            periods: &scope.periods,
            state: entry.state.map(ReportState::as_str),
            percent: entry.percent,
            evidence: entry.evidence.as_deref(),
            difficulty: entry.difficulty.as_deref(),
            proposal: entry.proposal.as_deref(),
            note: entry.note.as_deref(),
            own: OwnJson::new(plan, sources, |column| entry.own.get(column)),
            place: PlaceJson::of(sources, entry.place),
        }
    }
}

impl<'p> ChangeJson<'p> {
    fn new(plan: &'p Plan, scope: &'p EntryScope<'p, Change>, sources: &Sources) -> Self {
        let entry = scope.entry;
        Self {
            date: entry.date.to_string(),
            units: &scope.units,
            periods: &scope.periods,
            due: iso(entry.due),
            dropped: entry.dropped == Some(true),
            taken_up_again: entry.dropped == Some(false),
            lead: entry.lead.map(|unit| plan.registry.unit(unit).id.as_str()),
            by: entry.by.as_deref(),
            reason: entry.reason.as_deref(),
            place: PlaceJson::of(sources, entry.place),
        }
    }
}

/// The ids of tasks and rows.
pub(super) fn ids<'p>(assignments: &[&'p Assignment]) -> Vec<&'p str> {
    assignments.iter().map(|assignment| assignment.id.as_str()).collect()
}

fn section(plan: &Plan, section: Option<SectionIx>) -> Option<TitledJson<'_>> {
    let section = section.map(|section| plan.section(section))?;
    Some(TitledJson { id: &section.id, title: &section.title })
}
