//! `plan.timeline/1`.

use serde::Serialize;

use super::parts::iso;
use crate::answer::{TimelineAnswer, TimelineGroup};
use crate::language::Lang;
use crate::status::PlanWorkItem;

/// The timeline.
#[derive(Debug, Serialize)]
pub struct TimelineJson<'s> {
    schema: &'static str,
    as_of: String,
    from: Option<String>,
    to: Option<String>,
    groups: Vec<TimelineGroupJson<'s>>,
}

#[derive(Debug, Serialize)]
struct TimelineGroupJson<'s> {
    mark: &'s str,
    title: &'s str,
    items: Vec<TimelineItemJson>,
}

#[derive(Debug, Serialize)]
struct TimelineItemJson {
    key: String,
    from: Option<String>,
    due: Option<String>,
    extended_to: Option<String>,
    deadline: Option<String>,
    done: Option<String>,
    status: &'static str,
}

impl<'s> TimelineJson<'s> {
    /// The timeline with labels in a language.
    pub fn new(answer: &'s TimelineAnswer<'_>, lang: Lang) -> Self {
        let item = |found: &PlanWorkItem<'_>| TimelineItemJson {
            key: found.item.key(found.plan),
            from: iso(found.item.from),
            due: iso(found.item.due),
            extended_to: iso(found.item.extended_to),
            deadline: iso(found.item.deadline),
            done: iso(found.item.done),
            status: found.item.status.id(),
        };
        let group = |group: &'s TimelineGroup<'_>| TimelineGroupJson {
            mark: &group.mark,
            title: group.title.get(lang),
            items: group.items.iter().map(item).collect(),
        };
        Self {
            schema: "plan.timeline/1",
            as_of: answer.as_of.day.to_string(),
            from: iso(answer.range.map(|range| range.first)),
            to: iso(answer.range.map(|range| range.last)),
            groups: answer.groups.iter().map(group).collect(),
        }
    }
}
