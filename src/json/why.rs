//! `plan.why/1`.

use serde::Serialize;

use super::parts::{HolderJson, PlaceJson};
use crate::answer::{ExplainedWorkItem, WhyAnswer};
use crate::language::Lang;
use crate::span::Sources;
use crate::status::PlanWorkItem;

/// The accounts of some work items, in one language.
#[derive(Debug, Serialize)]
pub struct WhyJson<'p> {
    schema: &'static str,
    as_of: String,
    items: Vec<ExplanationJson<'p>>,
}

#[derive(Debug, Serialize)]
struct ExplanationJson<'p> {
    key: String,
    plan: &'p str,
    id: &'p str,
    title: &'p str,
    unit: HolderJson<'p>,
    period: Option<&'p str>,
    status: &'static str,
    sentence: String,
    steps: Vec<ExplanationStepJson>,
}

#[derive(Debug, Serialize)]
struct ExplanationStepJson {
    about: &'static str,
    text: String,
    place: Option<PlaceJson>,
}

impl<'p> WhyJson<'p> {
    /// The explanations, in the order of the work items.
    pub fn new(answer: &WhyAnswer<'p>, sources: &Sources, lang: Lang) -> Self {
        let explained = |ExplainedWorkItem { item, explanation }: &ExplainedWorkItem<'p>| {
            let PlanWorkItem { plan, item } = *item;
            let steps = explanation.steps.iter().map(|step| ExplanationStepJson {
                about: step.about.id(),
                text: step.text.get(lang).to_owned(),
                place: step.place.map(|span| PlaceJson::of(sources, span)),
            });
            ExplanationJson {
                key: item.key(plan),
                plan: &plan.id,
                id: item.id(plan),
                title: item.title(plan),
                unit: HolderJson::of(plan, item),
                period: item.period(plan),
                status: item.status.id(),
                sentence: explanation.sentence.get(lang).to_owned(),
                steps: steps.collect(),
            }
        };
        Self {
            schema: "plan.why/1",
            as_of: answer.as_of.day.to_string(),
            items: answer.items.iter().map(explained).collect(),
        }
    }
}
