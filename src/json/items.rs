//! `plan.items/1`: `plan list`, `overdue`, `upcoming`.

use serde::Serialize;

use super::parts::{CourseJson, HolderJson, PlaceJson};
use crate::date::AsOf;
use crate::model::Party;
use crate::span::Sources;
use crate::status::PlanWorkItem;

/// Work items. Source: docs/commands.md, Machine output.
#[derive(Debug, Serialize)]
pub struct WorkItemsJson<'p> {
    schema: &'static str,
    as_of: String,
    #[serde(rename = "items")]
    found: Vec<WorkItemJson<'p>>,
}

#[derive(Debug, Serialize)]
struct WorkItemJson<'p> {
    key: String,
    plan: &'p str,
    id: &'p str,
    task: Option<&'p str>,
    section: Option<&'p str>,
    title: &'p str,
    unit: HolderJson<'p>,
    answers: Vec<&'p str>,
    with: Vec<&'p str>,
    to: Vec<&'p str>,
    period: Option<&'p str>,
    due_text: Option<&'p str>,
    inherited: Vec<&'static str>,
    #[serde(flatten)]
    course: CourseJson<'p>,
    output: Option<&'p str>,
    tags: &'p [String],
    place: PlaceJson,
}

impl<'p> WorkItemsJson<'p> {
    /// The answer for work items in their order.
    pub fn new(found: &[PlanWorkItem<'p>], as_of: AsOf, sources: &Sources) -> Self {
        let found = found.iter().map(|found| item(found, sources)).collect();
        Self { schema: "plan.items/1", as_of: as_of.day.to_string(), found }
    }
}

fn item<'p>(found: &PlanWorkItem<'p>, sources: &Sources) -> WorkItemJson<'p> {
    let PlanWorkItem { plan, item: work } = *found;
    let item = work.assignment(plan);
    let ids = |parties: &[Party]| parties.iter().map(|party| plan.registry.id(*party)).collect();
    WorkItemJson {
        key: work.key(plan),
        plan: &plan.id,
        id: &item.id,
        task: item.task.map(|task| plan.task(task).id.as_str()),
        section: item.section.map(|section| plan.section(section).id.as_str()),
        title: &item.title,
        unit: HolderJson::of(plan, work),
        answers: work.answers.iter().map(|unit| plan.registry.unit(*unit).id.as_str()).collect(),
        with: ids(&item.with),
        to: ids(&item.to),
        period: work.period(plan),
        due_text: item.due_text.as_deref(),
        inherited: item.inherited(),
        course: CourseJson::of(plan, work),
        output: item.output.as_deref(),
        tags: &item.tags,
        place: PlaceJson::of(sources, item.place),
    }
}
