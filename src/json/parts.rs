//! What several answers have alike.

use std::borrow::Cow;

use serde::Serialize;

use crate::date::Day;
use crate::model::{Party, Plan};
use crate::span::{Sources, Span};
use crate::status::WorkItemStatus;

/// `{"file": "thanh-xuan-2024/plan.yaml", "line": 12}`
#[derive(Debug, Serialize)]
pub(super) struct PlaceJson {
    file: String,
    line: usize,
}

impl PlaceJson {
    pub(super) fn of(sources: &Sources, span: Span) -> Self {
        let (file, line) = sources.file_and_line(span);
        Self { file: file.to_owned(), line }
    }
}

/// An id and what it is called.
#[derive(Debug, Serialize)]
pub(super) struct PartyJson<'p> {
    pub(super) id: &'p str,
    pub(super) name: &'p str,
}

impl<'p> PartyJson<'p> {
    pub(super) fn party(plan: &'p Plan, party: Party) -> Self {
        Self { id: plan.registry.id(party), name: plan.registry.name(party) }
    }

    pub(super) fn parties(plan: &'p Plan, parties: &[Party]) -> Vec<Self> {
        parties.iter().map(|party| Self::party(plan, *party)).collect()
    }
}

/// An id and a title.
#[derive(Debug, Serialize)]
pub(super) struct TitledJson<'p> {
    pub(super) id: &'p str,
    pub(super) title: &'p str,
}

/// A day as ISO 8601 writes it.
pub(super) fn iso(day: Option<Day>) -> Option<String> {
    day.map(|day| day.to_string())
}

/// The days of a work item, how it stands, and what proves it. Source: docs/commands.md, Machine output.
#[derive(Debug, Serialize)]
pub(super) struct CourseJson<'p> {
    from: Option<String>,
    due: Option<String>,
    extended_to: Option<String>,
    deadline: Option<String>,
    extensions: u32,
    progress: &'static str,
    status: &'static str,
    done: Option<String>,
    percent: Option<f64>,
    reported: Option<String>,
    days_late: i64,
    working_days_late: i64,
    evidence: Vec<&'p str>,
}

impl<'p> CourseJson<'p> {
    pub(super) fn of(plan: &'p Plan, work: &WorkItemStatus) -> Self {
        Self {
            from: iso(work.from),
            due: iso(work.due),
            extended_to: iso(work.extended_to),
            deadline: iso(work.deadline),
            extensions: work.extensions,
            progress: work.progress.id(),
            status: work.status.id(),
            done: iso(work.done),
            percent: work.percent,
            reported: iso(work.reported),
            days_late: work.days_late,
            working_days_late: work.working_days_late,
            evidence: work.evidence(plan).collect(),
        }
    }
}

/// Whose a work item is.
#[derive(Debug, Serialize)]
pub(super) struct HolderJson<'p> {
    id: Cow<'p, str>,
    name: Cow<'p, str>,
    kind: &'p str,
}

impl<'p> HolderJson<'p> {
    pub(super) fn of(plan: &'p Plan, item: &WorkItemStatus) -> Self {
        Self { id: item.unit_id(plan), name: item.unit_name(plan), kind: item.unit_kind(plan) }
    }
}
