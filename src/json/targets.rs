//! `plan.targets/1`.

use serde::Serialize;

use super::attributes::OwnJson;
use super::parts::{PartyJson, PlaceJson, TitledJson, iso};
use crate::answer::{PlanTargets, TargetRow, TargetsAnswer};
use crate::model::{Party, Plan, Target, TargetResult};
use crate::span::Sources;
use crate::status::TargetStatus;

/// Phụ lục 01.
#[derive(Debug, Serialize)]
pub struct TargetsJson<'p> {
    schema: &'static str,
    as_of: String,
    #[serde(rename = "targets")]
    rows: Vec<TargetRowJson<'p>>,
}

#[derive(Debug, Serialize)]
struct TargetRowJson<'p> {
    plan: &'p str,
    no: usize,
    id: &'p str,
    title: &'p str,
    goal: Option<TitledJson<'p>>,
    period: Option<&'p str>,
    value: &'p str,
    horizons: Vec<AssessmentJson<'p>>,
    result: Option<TargetResultJson<'p>>,
    attainment_pct: Option<f64>,
    assessment: &'static str,
    lead: Vec<PartyJson<'p>>,
    tasks: Vec<&'p str>,
    due_text: Option<&'p str>,
    inherited: Vec<&'static str>,
    due: Option<String>,
    deadline: Option<String>,
    own: OwnJson<'p>,
    place: PlaceJson,
}

/// An occurrence of a target, or one of its values for several days, with its assessment.
#[derive(Debug, Serialize)]
pub(super) struct AssessmentJson<'p> {
    period: Option<&'p str>,
    value: &'p str,
    due_text: Option<&'p str>,
    due: Option<String>,
    deadline: Option<String>,
    result: Option<&'p str>,
    reported: Option<String>,
    attainment_pct: Option<f64>,
    assessment: &'static str,
}

impl<'p> AssessmentJson<'p> {
    pub(super) fn all(assessed: &[TargetStatus<'p>]) -> Vec<Self> {
        let one = |assessed: &TargetStatus<'p>| Self {
            period: assessed.period(),
            value: &assessed.horizon.value_text,
            due_text: assessed.horizon.due_text.as_deref(),
            due: iso(assessed.due),
            deadline: iso(assessed.deadline),
            result: assessed.result.map(|result| result.text.as_str()),
            reported: iso(assessed.result.map(|result| result.date)),
            attainment_pct: assessed.attainment_pct,
            assessment: assessed.assessment.id(),
        };
        assessed.iter().map(one).collect()
    }
}

/// A result of a target, in the words of the report.
#[derive(Debug, Serialize)]
pub(super) struct TargetResultJson<'p> {
    date: String,
    periods: Vec<&'p str>,
    value: &'p str,
    unit: Option<PartyJson<'p>>,
    evidence: Option<&'p str>,
    place: PlaceJson,
}

impl<'p> TargetResultJson<'p> {
    pub(super) fn new(
        plan: &'p Plan,
        sources: &Sources,
        target: &'p Target,
        result: &'p TargetResult,
    ) -> Self {
        let occurrences = target.occurrences();
        let named = result.occurrences.iter().filter_map(|at| occurrences.get(*at as usize));
        Self {
            date: result.date.to_string(),
            periods: named.filter_map(|occurrence| occurrence.label.as_deref()).collect(),
            value: &result.text,
            unit: result.unit.map(|unit| PartyJson::party(plan, Party::Unit(unit))),
            evidence: result.evidence.as_deref(),
            place: PlaceJson::of(sources, result.place),
        }
    }
}

impl<'p> TargetsJson<'p> {
    /// The targets of some plans on a day.
    pub fn new(answer: &TargetsAnswer<'p>, sources: &'p Sources) -> Self {
        let target = |targets: &PlanTargets<'p>, row: &TargetRow<'p>| {
            let (plan, assessed, target) = (targets.plan, &row.assessed, row.assessed.target);
            let goal = target.goal.map(|goal| plan.goal(goal));
            TargetRowJson {
                plan: &plan.id,
                no: row.number,
                id: &target.id,
                title: &target.title,
                goal: goal.map(|goal| TitledJson { id: &goal.id, title: &goal.title }),
                period: assessed.period(),
                value: &assessed.horizon.value_text,
                horizons: AssessmentJson::all(&row.horizons),
                result: assessed.result.map(|result| TargetResultJson::new(plan, sources, target, result)),
                attainment_pct: assessed.attainment_pct,
                assessment: assessed.assessment.id(),
                lead: PartyJson::parties(plan, &target.lead),
                tasks: target.tasks.iter().map(|task| plan.task(*task).id.as_str()).collect(),
                due_text: assessed.horizon.due_text.as_deref(),
                inherited: target.inheritance.keys(),
                due: iso(assessed.due),
                deadline: iso(assessed.deadline),
                own: OwnJson::new(plan, sources, |column| target.own.get(column)),
                place: PlaceJson::of(sources, target.place),
            }
        };
        let targets = answer.plans.iter().flat_map(|of| of.rows().map(move |one| target(of, one)));
        Self { schema: "plan.targets/1", as_of: answer.as_of.day.to_string(), rows: targets.collect() }
    }
}
