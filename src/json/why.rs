//! `plan.why/1`.

use serde::Serialize;

use super::parts::{HolderJson, PlaceJson};
use crate::answer::{ExplainedItem, WhyAnswer};
use crate::language::Lang;
use crate::span::Sources;
use crate::status::PlanWorkItem;

/// The explanations of some work items, in one language.
#[derive(Debug, Serialize)]
pub struct WhyJson<'p> {
    schema: &'static str,
    as_of: String,
    items: Vec<ExplanationJson<'p>>,
    unannounced: Vec<i32>,
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
    sentence: &'p str,
    steps: Vec<ExplanationStepJson<'p>>,
}

#[derive(Debug, Serialize)]
struct ExplanationStepJson<'p> {
    about: &'static str,
    text: &'p str,
    place: Option<PlaceJson>,
}

impl<'p> WhyJson<'p> {
    /// The explanations in a language, in the order of the work items.
    pub fn new(answer: &'p WhyAnswer<'p>, sources: &Sources, lang: Lang) -> Self {
        let explained = |ExplainedItem { found, explanation }: &'p ExplainedItem<'p>| {
            let PlanWorkItem { plan, item } = *found;
            let steps = explanation.steps.iter().map(|step| ExplanationStepJson {
                about: step.about.id(),
                text: step.text.get(lang),
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
                sentence: explanation.sentence.get(lang),
                steps: steps.collect(),
            }
        };
        Self {
            schema: "plan.why/1",
            as_of: answer.as_of.day.to_string(),
            items: answer.items().map(explained).collect(),
            unannounced: answer.unannounced.years().collect(),
        }
    }
}
