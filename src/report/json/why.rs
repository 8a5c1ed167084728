//! `plan.why/1`.

use serde::Serialize;

use super::parts::{Place, WorkUnit};
use crate::date::AsOf;
use crate::language::Lang;
use crate::model::Plan;
use crate::span::Sources;
use crate::status::{self, WorkItemStatus};

/// The accounts of some work items, in one language.
#[derive(Debug, Serialize)]
pub struct Why<'p> {
    schema: &'static str,
    as_of: String,
    items: Vec<Account<'p>>,
}

#[derive(Debug, Serialize)]
struct Account<'p> {
    key: String,
    plan: &'p str,
    id: &'p str,
    title: &'p str,
    unit: WorkUnit<'p>,
    period: Option<&'p str>,
    status: &'static str,
    sentence: String,
    steps: Vec<Step>,
}

#[derive(Debug, Serialize)]
struct Step {
    about: &'static str,
    text: String,
    place: Option<Place>,
}

impl<'p> Why<'p> {
    /// The accounts, in the order of the work items.
    pub fn new(items: &[(&'p Plan, &'p WorkItemStatus)], sources: &Sources, as_of: AsOf, lang: Lang) -> Self {
        let account = |(plan, item): &(&'p Plan, &'p WorkItemStatus)| {
            let why = status::why(plan, item);
            let steps = why.steps.into_iter().map(|step| Step {
                about: step.about.id(),
                text: step.text.get(lang).to_owned(),
                place: step.place.map(|span| Place::of(sources, span)),
            });
            Account {
                key: item.key(plan),
                plan: &plan.id,
                id: item.id(plan),
                title: item.title(plan),
                unit: WorkUnit::of(plan, item),
                period: item.period(plan),
                status: item.status.id(),
                sentence: why.sentence.get(lang).to_owned(),
                steps: steps.collect(),
            }
        };
        Self {
            schema: "plan.why/1",
            as_of: as_of.day.to_string(),
            items: items.iter().map(account).collect(),
        }
    }
}
