//! `plan.show/1`.

mod assignment;

use serde::Serialize;

use super::attributes::OwnJson;
use super::parts::{PartyJson, PlaceJson, TitledJson, iso};
use super::targets::{AssessmentJson, TargetResultJson};
use crate::answer::{EntityDetails, EntityPage, GroupPage, PlanPage, ShowAnswer, TargetPage, UnitPage};
use crate::model::{OwnColumn, Plan, UnitIx};
use crate::span::Sources;
use assignment::{AssignmentPageJson, ids};

/// The pages of all entities of a name.
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
    occurrences: Vec<AssessmentJson<'p>>,
    horizons: Vec<AssessmentJson<'p>>,
    results: Vec<TargetResultJson<'p>>,
    source: Option<&'p str>,
    note: Option<&'p str>,
    own: OwnJson<'p>,
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
struct OwnColumnJson<'p> {
    key: &'p str,
    title: &'p str,
    title_en: Option<&'p str>,
    r#type: &'static str,
    form: bool,
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
    columns: Vec<OwnColumnJson<'p>>,
    items: Vec<&'p str>,
}

impl<'p> ShowJson<'p> {
    /// The pages, in their order.
    pub fn new(answer: &'p ShowAnswer<'p>, sources: &'p Sources) -> Self {
        Self {
            schema: "plan.show/1",
            as_of: answer.as_of.day.to_string(),
            things: answer.pages.iter().map(|page| EntityJson::new(page, sources)).collect(),
        }
    }
}

impl<'p> EntityJson<'p> {
    fn new(page: &'p EntityPage<'p>, sources: &'p Sources) -> Self {
        let plan = page.plan;
        let (r#type, place, more) = match &page.details {
            EntityDetails::Plan(page) => {
                ("plan", plan.place, EntityDetailsJson::Plan(Box::new(PlanPageJson::new(plan, page))))
            }
            EntityDetails::Assignment(page) => (
                if page.is_row { "row" } else { "task" },
                page.assignment.place,
                EntityDetailsJson::Assignment(Box::new(AssignmentPageJson::new(plan, page, sources))),
            ),
            EntityDetails::Task(page) => (
                "task",
                page.task.provisions.place,
                EntityDetailsJson::Assignment(Box::new(AssignmentPageJson::of_task(plan, page, sources))),
            ),
            EntityDetails::Target(page) => (
                "target",
                page.assessed.target.place,
                EntityDetailsJson::Target(Box::new(TargetPageJson::new(plan, page, sources))),
            ),
            EntityDetails::Unit(page) => {
                ("unit", page.unit.place, EntityDetailsJson::Unit(Box::new(UnitPageJson::new(plan, page))))
            }
            EntityDetails::Group(page) => {
                ("group", page.group.place, EntityDetailsJson::Group(GroupPageJson::new(plan, page)))
            }
            EntityDetails::Section(page) => (
                "section",
                page.section.place,
                EntityDetailsJson::Holder {
                    parent: page.parent.map(|parent| parent.id.as_str()),
                    items: ids(&page.work.assignments),
                },
            ),
            EntityDetails::Goal(page) => (
                "goal",
                page.goal.place,
                EntityDetailsJson::Holder { parent: None, items: ids(&page.work.assignments) },
            ),
        };
        Self {
            r#type,
            plan: &plan.id,
            id: page.entity.id(plan),
            title: page.entity.name(plan),
            more,
            place: PlaceJson::of(sources, place),
        }
    }
}

impl<'p> TargetPageJson<'p> {
    fn new(plan: &'p Plan, page: &TargetPage<'p>, sources: &'p Sources) -> Self {
        let assessed = &page.assessed;
        let target = assessed.target;
        let results = page.results.iter();
        Self {
            goal: page.goal.map(|goal| TitledJson { id: &goal.id, title: &goal.title }),
            value: &assessed.horizon.value_text,
            lead: PartyJson::parties(plan, &target.lead),
            tasks: target.tasks.iter().map(|task| plan.task(*task).id.as_str()).collect(),
            due_text: assessed.horizon.due_text.as_deref(),
            due: iso(assessed.due),
            deadline: iso(assessed.deadline),
            assessment: assessed.assessment.id(),
            attainment_pct: assessed.attainment_pct,
            occurrences: AssessmentJson::all(&page.occurrences),
            horizons: AssessmentJson::all(&page.horizons),
            results: results.map(|result| TargetResultJson::new(plan, sources, target, result)).collect(),
            source: target.source.as_deref(),
            note: target.note.as_deref(),
            own: OwnJson::new(plan, sources, |column| target.own.get(column)),
        }
    }
}

impl<'p> UnitPageJson<'p> {
    fn new(plan: &'p Plan, page: &UnitPage<'p>) -> Self {
        let unit = page.unit;
        Self {
            kind: &unit.kind,
            aliases: &unit.aliases,
            parent: unit.parent.map(|parent| unit_id(plan, parent)),
            from: iso(unit.from),
            until: iso(unit.until),
            in_force: page.is_in_force,
            successors: unit.successors.iter().map(|next| unit_id(plan, *next)).collect(),
            answers: page.answering.iter().map(|unit| unit_id(plan, *unit)).collect(),
            source: unit.source.as_deref(),
            note: unit.note.as_deref(),
            items: ids(&page.work.assignments),
        }
    }
}

impl<'p> GroupPageJson<'p> {
    fn new(plan: &'p Plan, page: &GroupPage<'p>) -> Self {
        let group = page.group;
        Self {
            kinds: &group.kinds,
            parent: group.parent.map(|parent| unit_id(plan, parent)),
            members: page.members.iter().map(|member| unit_id(plan, *member)).collect(),
            count: group.count,
            source: group.source.as_deref(),
            note: group.note.as_deref(),
            items: ids(&page.work.assignments),
        }
    }
}

impl<'p> OwnColumnJson<'p> {
    fn new(column: &'p OwnColumn) -> Self {
        Self {
            key: &column.key,
            title: &column.title,
            title_en: column.title_en.as_deref(),
            r#type: column.own_type.as_str(),
            form: column.form,
        }
    }
}

impl<'p> PlanPageJson<'p> {
    fn new(plan: &'p Plan, page: &PlanPage<'p>) -> Self {
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
            columns: plan.columns.iter().map(OwnColumnJson::new).collect(),
            items: page.assignments.iter().map(|assignment| assignment.id.as_str()).collect(),
        }
    }
}

fn unit_id(plan: &Plan, unit: UnitIx) -> &str {
    &plan.registry.unit(unit).id
}
