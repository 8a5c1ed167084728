//! Parts that several answers share.

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

/// Holder of a work item.
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
