//! `plan.show/1`.

mod assignment;

use serde::Serialize;

use super::parts::{PartyJson, PlaceJson, TitledJson, iso};
use super::targets::TargetResultJson;
use crate::answer::{EntityPage, GroupPage, PageDetails, ShowAnswer, TargetPage, UnitPage};
use crate::model::{Plan, TrackedEntry, UnitIx};
use crate::span::{Sources, Span};
use assignment::{AssignmentPageJson, assignment_ids};

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
    Assignment(Box<AssignmentPageJson<'p>>),
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
    /// The pages of some entities.
    pub fn new(answer: &ShowAnswer<'p>, sources: &'p Sources) -> Self {
        let things = answer.pages.iter().map(|page| EntityJson::new(page, sources)).collect();
        Self { schema: "plan.show/1", as_of: answer.as_of.day.to_string(), things }
    }
}

impl<'p> EntityJson<'p> {
    fn new(page: &EntityPage<'p>, sources: &'p Sources) -> Self {
        let plan = page.plan;
        let (r#type, place) = kind_and_place(page);
        Self {
            r#type,
            plan: &plan.id,
            id: page.entity.id(plan),
            title: page.entity.name(plan),
            more: details(page, sources),
            place: PlaceJson::of(sources, place),
        }
    }
}

fn kind_and_place(page: &EntityPage<'_>) -> (&'static str, Span) {
    match &page.details {
        PageDetails::Plan(_) => ("plan", page.plan.place),
        PageDetails::Assignment(page) => {
            let is_row = matches!(page.assignment.tracked, TrackedEntry::Row(_));
            (if is_row { "row" } else { "task" }, page.assignment.place)
        }
        PageDetails::Task(page) => ("task", page.task.provisions.place),
        PageDetails::Target(page) => ("target", page.assessed.target.place),
        PageDetails::Unit(page) => ("unit", page.unit.place),
        PageDetails::Group(page) => ("group", page.group.place),
        PageDetails::Section(ix, _) => ("section", page.plan.section(*ix).place),
        PageDetails::Goal(ix, _) => ("goal", page.plan.goal(*ix).place),
    }
}

fn details<'p>(page: &EntityPage<'p>, sources: &'p Sources) -> EntityDetailsJson<'p> {
    use EntityDetailsJson as Json;
    let plan = page.plan;
    match &page.details {
        PageDetails::Plan(_) => Json::Plan(Box::new(PlanPageJson::new(plan))),
        PageDetails::Assignment(page) => {
            Json::Assignment(Box::new(AssignmentPageJson::tracked(page, plan, sources)))
        }
        PageDetails::Task(page) => Json::Assignment(Box::new(AssignmentPageJson::untracked(page, plan))),
        PageDetails::Target(page) => Json::Target(Box::new(TargetPageJson::new(page, plan, sources))),
        PageDetails::Unit(page) => Json::Unit(Box::new(UnitPageJson::new(page, plan))),
        PageDetails::Group(page) => Json::Group(GroupPageJson::new(page, plan)),
        PageDetails::Section(ix, duties) => {
            let parent = plan.section(*ix).parent.map(|parent| plan.section(parent).id.as_str());
            Json::Holder { parent, items: assignment_ids(duties) }
        }
        PageDetails::Goal(_, duties) => Json::Holder { parent: None, items: assignment_ids(duties) },
    }
}

impl<'p> TargetPageJson<'p> {
    fn new(page: &TargetPage<'p>, plan: &'p Plan, sources: &Sources) -> Self {
        let assessed = page.assessed;
        let target = assessed.target;
        let goal = target.goal.map(|goal| plan.goal(goal));
        let results = page.results.iter().map(|result| TargetResultJson::new(plan, sources, result));
        Self {
            goal: goal.map(|goal| TitledJson { id: &goal.id, title: &goal.title }),
            value: &target.value_text,
            lead: PartyJson::parties(plan, &target.lead),
            tasks: target.tasks.iter().map(|task| plan.task(*task).id.as_str()).collect(),
            due_text: target.due_text.as_deref(),
            due: iso(assessed.due),
            deadline: iso(assessed.deadline),
            assessment: assessed.assessment.id(),
            attainment_pct: assessed.attainment_pct,
            results: results.collect(),
            source: target.source.as_deref(),
            note: target.note.as_deref(),
        }
    }
}

impl<'p> UnitPageJson<'p> {
    fn new(page: &UnitPage<'p>, plan: &'p Plan) -> Self {
        let unit = page.unit;
        Self {
            kind: &unit.kind,
            aliases: &unit.aliases,
            parent: unit.parent.map(|parent| unit_id(plan, parent)),
            from: iso(unit.from),
            until: iso(unit.until),
            in_force: page.is_in_force,
            successors: unit_ids(plan, &unit.successors),
            answers: unit_ids(plan, &page.answering),
            source: unit.source.as_deref(),
            note: unit.note.as_deref(),
            items: assignment_ids(&page.duties),
        }
    }
}

impl<'p> GroupPageJson<'p> {
    fn new(page: &GroupPage<'p>, plan: &'p Plan) -> Self {
        let group = page.group;
        Self {
            kinds: &group.kinds,
            parent: group.parent.map(|parent| unit_id(plan, parent)),
            members: unit_ids(plan, &page.members),
            count: group.count,
            source: group.source.as_deref(),
            note: group.note.as_deref(),
            items: assignment_ids(&page.duties),
        }
    }
}

impl<'p> PlanPageJson<'p> {
    fn new(plan: &'p Plan) -> Self {
        Self {
            kind: plan.kind.as_deref(),
            number: plan.number.as_deref(),
            issued: iso(plan.issued),
            issuer: plan.issuer.map(|party| PartyJson::party(plan, party)),
            standing: plan.standing.map(|party| PartyJson::party(plan, party)),
            period: &plan.period.text,
            from: plan.period.range.first.to_string(),
            to: plan.period.range.last.to_string(),
            recipients: &plan.recipients,
            items: plan.assignments.iter().map(|assignment| assignment.id.as_str()).collect(),
        }
    }
}

fn unit_id(plan: &Plan, unit: UnitIx) -> &str {
    &plan.registry.unit(unit).id
}

fn unit_ids<'p>(plan: &'p Plan, units: &[UnitIx]) -> Vec<&'p str> {
    units.iter().map(|unit| unit_id(plan, *unit)).collect()
}
