//! `plan.show/1`.

mod duty;

use serde::Serialize;

use super::parts::{PartyJson, PlaceJson, TitledJson, iso};
use super::targets::TargetResultJson;
use crate::date::AsOf;
use crate::model::{Assignment, Holder, Party, Plan, TrackedEntry};
use crate::report::{self, Name, Thing};
use crate::span::Sources;
use crate::status::{self, WorkItemStatus, assess};
use duty::AssignmentPageJson;

/// All that a name means.
#[derive(Debug, Serialize)]
pub struct ShowJson<'p> {
    schema: &'static str,
    as_of: String,
    things: Vec<EntityJson<'p>>,
}

#[derive(Debug, Serialize)]
struct EntityJson<'p> {
    r#type: &'static str,
    plan: &'p str,
    id: &'p str,
    title: &'p str,
    #[serde(flatten)]
    more: EntityDetailsJson<'p>,
    place: PlaceJson,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum EntityDetailsJson<'p> {
    Duty(Box<AssignmentPageJson<'p>>),
    Target(Box<TargetPageJson<'p>>),
    Unit(Box<UnitPageJson<'p>>),
    Group(GroupPageJson<'p>),
    Holder { parent: Option<&'p str>, items: Vec<&'p str> },
    Plan(Box<PlanPageJson<'p>>),
}

#[derive(Debug, Serialize)]
struct TargetPageJson<'p> {
    goal: Option<TitledJson<'p>>,
    value: &'p str,
    lead: Vec<PartyJson<'p>>,
    tasks: Vec<&'p str>,
    due_text: Option<&'p str>,
    due: Option<String>,
    deadline: Option<String>,
    assessment: &'static str,
    attainment_pct: Option<f64>,
    results: Vec<TargetResultJson<'p>>,
    source: Option<&'p str>,
    note: Option<&'p str>,
}

#[derive(Debug, Serialize)]
struct UnitPageJson<'p> {
    kind: &'p str,
    aliases: &'p [String],
    parent: Option<&'p str>,
    from: Option<String>,
    until: Option<String>,
    in_force: bool,
    successors: Vec<&'p str>,
    answers: Vec<&'p str>,
    source: Option<&'p str>,
    note: Option<&'p str>,
    items: Vec<&'p str>,
}

#[derive(Debug, Serialize)]
struct GroupPageJson<'p> {
    kinds: &'p [String],
    parent: Option<&'p str>,
    members: Vec<&'p str>,
    count: Option<u64>,
    source: Option<&'p str>,
    note: Option<&'p str>,
    items: Vec<&'p str>,
}

#[derive(Debug, Serialize)]
struct PlanPageJson<'p> {
    kind: Option<&'p str>,
    number: Option<&'p str>,
    issued: Option<String>,
    issuer: Option<PartyJson<'p>>,
    standing: Option<PartyJson<'p>>,
    period: &'p str,
    from: String,
    to: String,
    recipients: &'p [String],
    items: Vec<&'p str>,
}

impl<'p> ShowJson<'p> {
    /// The answer for some things.
    pub fn new(name: &Name<'_>, things: &[(&'p Plan, Thing)], sources: &'p Sources, as_of: AsOf) -> Self {
        let shown = things.iter().map(|(plan, thing)| Page { plan, sources, as_of }.shown(name, *thing));
        Self { schema: "plan.show/1", as_of: as_of.day.to_string(), things: shown.collect() }
    }
}

struct Page<'p> {
    plan: &'p Plan,
    sources: &'p Sources,
    as_of: AsOf,
}

impl<'p> Page<'p> {
    fn shown(&self, name: &Name<'_>, thing: Thing) -> EntityJson<'p> {
        let plan = self.plan;
        let unit_id = |unit: crate::model::UnitIx| plan.registry.unit(unit).id.as_str();
        let (r#type, id, title, place, more) = match thing {
            Thing::Plan => (
                "plan",
                plan.id.as_str(),
                plan.title.as_ref(),
                plan.place,
                EntityDetailsJson::Plan(Box::new(self.plan())),
            ),
            Thing::Assignment(ix) => {
                let it = plan.assignment(ix);
                let kind = if matches!(it.tracked, TrackedEntry::Row(_)) { "row" } else { "task" };
                let items = report::occurrences(plan, ix, name, self.as_of);
                (
                    kind,
                    it.id.as_str(),
                    it.title.as_ref(),
                    it.place,
                    EntityDetailsJson::Duty(Box::new(self.item(it, &items))),
                )
            }
            Thing::Task(ix) => {
                let it = plan.task(ix);
                (
                    "task",
                    it.id.as_str(),
                    it.title.as_ref(),
                    it.provisions.place,
                    EntityDetailsJson::Duty(Box::new(self.task(ix))),
                )
            }
            Thing::Target(ix) => {
                let it = plan.target(ix);
                (
                    "target",
                    it.id.as_str(),
                    it.title.as_ref(),
                    it.place,
                    EntityDetailsJson::Target(Box::new(self.target(ix))),
                )
            }
            Thing::Unit(ix) => {
                let it = plan.registry.unit(ix);
                let more = UnitPageJson {
                    kind: &it.kind,
                    aliases: &it.aliases,
                    parent: it.parent.map(unit_id),
                    from: iso(it.from),
                    until: iso(it.until),
                    in_force: it.is_in_force(self.as_of.day),
                    successors: it.successors.iter().copied().map(unit_id).collect(),
                    answers: plan.registry.answering(ix, self.as_of.day).into_iter().map(unit_id).collect(),
                    source: it.source.as_deref(),
                    note: it.note.as_deref(),
                    items: self.led(|item| item.unit == Holder::Unit(ix) || item.answers.contains(&ix)),
                };
                ("unit", it.id.as_str(), it.name.as_ref(), it.place, EntityDetailsJson::Unit(Box::new(more)))
            }
            Thing::Group(ix) => {
                let it = plan.registry.group(ix);
                let members = plan.registry.unfold(&[Party::Group(ix)], self.as_of.day);
                let more = GroupPageJson {
                    kinds: &it.kinds,
                    parent: it.parent.map(unit_id),
                    members: members.into_iter().map(unit_id).collect(),
                    count: it.count,
                    source: it.source.as_deref(),
                    note: it.note.as_deref(),
                    items: self.items(|item| item.lead.contains(&Party::Group(ix))),
                };
                ("group", it.id.as_str(), it.name.as_ref(), it.place, EntityDetailsJson::Group(more))
            }
            Thing::Section(ix) => {
                let it = plan.section(ix);
                let more = EntityDetailsJson::Holder {
                    parent: it.parent.map(|parent| plan.section(parent).id.as_str()),
                    items: self.items(|item| item.section.is_some_and(|own| plan.is_below(own, ix))),
                };
                ("section", it.id.as_str(), it.title.as_ref(), it.place, more)
            }
            Thing::Goal(ix) => {
                let it = plan.goal(ix);
                let items = self.items(|item| item.goals.contains(&ix));
                (
                    "goal",
                    it.id.as_str(),
                    it.title.as_ref(),
                    it.place,
                    EntityDetailsJson::Holder { parent: None, items },
                )
            }
        };
        EntityJson { r#type, plan: &plan.id, id, title, more, place: PlaceJson::of(self.sources, place) }
    }

    pub(super) fn items(&self, of: impl Fn(&Assignment) -> bool) -> Vec<&'p str> {
        self.plan.assignments.iter().filter(|item| of(item)).map(|item| item.id.as_str()).collect()
    }

    fn led(&self, own: impl Fn(&WorkItemStatus) -> bool) -> Vec<&'p str> {
        let mut ids: Vec<&str> = Vec::new();
        for item in status::evaluate_all(self.plan, self.as_of).iter().filter(|item| own(item)) {
            let id = item.id(self.plan);
            if ids.last() != Some(&id) {
                ids.push(id);
            }
        }
        ids
    }

    fn target(&self, ix: crate::model::TargetIx) -> TargetPageJson<'p> {
        let plan = self.plan;
        let assessed = assess(plan, ix, self.as_of);
        let target = assessed.target;
        let goal = target.goal.map(|goal| plan.goal(goal));
        let results = target.results.iter().filter(|result| self.as_of.is_in_force(result.date));
        TargetPageJson {
            goal: goal.map(|goal| TitledJson { id: &goal.id, title: &goal.title }),
            value: &target.value_text,
            lead: PartyJson::parties(plan, &target.lead),
            tasks: target.tasks.iter().map(|task| plan.task(*task).id.as_str()).collect(),
            due_text: target.due_text.as_deref(),
            due: iso(assessed.due),
            deadline: iso(assessed.deadline),
            assessment: assessed.assessment.id(),
            attainment_pct: assessed.attainment_pct,
            results: results.map(|result| TargetResultJson::new(plan, self.sources, result)).collect(),
            source: target.source.as_deref(),
            note: target.note.as_deref(),
        }
    }

    fn plan(&self) -> PlanPageJson<'p> {
        let plan = self.plan;
        PlanPageJson {
            kind: plan.kind.as_deref(),
            number: plan.number.as_deref(),
            issued: iso(plan.issued),
            issuer: plan.issuer.map(|party| PartyJson::party(plan, party)),
            standing: plan.standing.map(|party| PartyJson::party(plan, party)),
            period: &plan.period.text,
            from: plan.period.range.first.to_string(),
            to: plan.period.range.last.to_string(),
            recipients: &plan.recipients,
            items: self.items(|_| true),
        }
    }
}
