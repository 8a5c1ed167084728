//! `plan.schedule/1`.

use serde::Serialize;

use super::attributes::OwnJson;
use super::parts::{PartyJson, PlaceJson, TitledJson};
use crate::answer::{PlanSchedule, ScheduleAnswer, ScheduleRow};
use crate::span::Sources;

/// Phụ lục 02.
#[derive(Debug, Serialize)]
pub struct ScheduleJson<'p> {
    schema: &'static str,
    as_of: String,
    rows: Vec<ScheduleRowJson<'p>>,
}

#[derive(Debug, Serialize)]
struct ScheduleRowJson<'p> {
    plan: &'p str,
    no: usize,
    id: &'p str,
    task: Option<&'p str>,
    section: Option<TitledJson<'p>>,
    title: &'p str,
    lead: Vec<PartyJson<'p>>,
    with: Vec<PartyJson<'p>>,
    to: Vec<PartyJson<'p>>,
    due_text: Option<&'p str>,
    inherited: Vec<&'static str>,
    output: Option<&'p str>,
    own: OwnJson<'p>,
    place: PlaceJson,
}

impl<'p> ScheduleJson<'p> {
    /// The rows of some plans.
    pub fn new(answer: &ScheduleAnswer<'p>, sources: &'p Sources) -> Self {
        let row = |schedule: &PlanSchedule<'p>, ScheduleRow { number, assignment }: &ScheduleRow<'p>| {
            let plan = schedule.plan;
            let section = assignment.section.map(|section| plan.section(section));
            ScheduleRowJson {
                plan: &plan.id,
                no: *number,
                id: &assignment.id,
                task: assignment.task.map(|task| plan.task(task).id.as_str()),
                section: section.map(|section| TitledJson { id: &section.id, title: &section.title }),
                title: &assignment.title,
                lead: PartyJson::parties(plan, &assignment.lead),
                with: PartyJson::parties(plan, &assignment.with),
                to: PartyJson::parties(plan, &assignment.to),
                due_text: assignment.due_text.as_deref(),
                inherited: assignment.inheritance.keys(),
                output: assignment.output.as_deref(),
                own: OwnJson::new(plan, sources, |column| assignment.own.get(column)),
                place: PlaceJson::of(sources, assignment.place),
            }
        };
        let rows = answer.plans.iter().flat_map(|of| of.rows().map(move |one| row(of, one)));
        Self { schema: "plan.schedule/1", as_of: answer.as_of.day.to_string(), rows: rows.collect() }
    }
}
