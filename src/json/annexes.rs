//! `plan.schedule/1`, `plan.targets/1` and `plan.units/1`.

use serde::Serialize;

use super::parts::{PartyJson, PlaceJson, TitledJson, iso};
use crate::date::AsOf;
use crate::model::Party;
use crate::report;
use crate::report::Listed;
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
    place: PlaceJson,
}

impl<'p> ScheduleJson<'p> {
    /// The rows of some plans.
    pub fn new(schedules: &[report::Schedule<'p>], sources: &Sources, as_of: AsOf) -> Self {
        let row = |schedule: &report::Schedule<'p>, report::Scheduled { number, item }: &_| {
            let plan = schedule.plan;
            let section = item.section.map(|section| plan.section(section));
            ScheduleRowJson {
                plan: &plan.id,
                no: *number,
                id: &item.id,
                task: item.task.map(|task| plan.task(task).id.as_str()),
                section: section.map(|section| TitledJson { id: &section.id, title: &section.title }),
                title: &item.title,
                lead: PartyJson::parties(plan, &item.lead),
                with: PartyJson::parties(plan, &item.with),
                to: PartyJson::parties(plan, &item.to),
                due_text: item.due_text.as_deref(),
                inherited: item.inherited(),
                output: item.output.as_deref(),
                place: PlaceJson::of(sources, item.place),
            }
        };
        let rows = schedules.iter().flat_map(|all| all.rows.iter().map(move |one| row(all, one)));
        Self { schema: "plan.schedule/1", as_of: as_of.day.to_string(), rows: rows.collect() }
    }
}

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
    value: &'p str,
    result: Option<TargetResultJson<'p>>,
    attainment_pct: Option<f64>,
    assessment: &'static str,
    lead: Vec<PartyJson<'p>>,
    tasks: Vec<&'p str>,
    due_text: Option<&'p str>,
    inherited: Vec<&'static str>,
    due: Option<String>,
    deadline: Option<String>,
    place: PlaceJson,
}

/// What was reached: the words of the report, and the number in them.
#[derive(Debug, Serialize)]
pub(super) struct TargetResultJson<'p> {
    date: String,
    value: &'p str,
    unit: Option<PartyJson<'p>>,
    evidence: Option<&'p str>,
    place: PlaceJson,
}

impl<'p> TargetResultJson<'p> {
    pub(super) fn new(
        plan: &'p crate::model::Plan,
        sources: &Sources,
        result: &'p crate::model::TargetResult,
    ) -> Self {
        Self {
            date: result.date.to_string(),
            value: &result.text,
            unit: result.unit.map(|unit| PartyJson::party(plan, Party::Unit(unit))),
            evidence: result.evidence.as_deref(),
            place: PlaceJson::of(sources, result.place),
        }
    }
}

impl<'p> TargetsJson<'p> {
    /// The targets of some plans on a day.
    pub fn new(all: &[report::Targets<'p>], sources: &Sources, as_of: AsOf) -> Self {
        let target = |targets: &report::Targets<'p>, (number, assessed): &(usize, _)| {
            let plan = targets.plan;
            let assessed: &crate::status::TargetStatus<'p> = assessed;
            let target = assessed.target;
            let goal = target.goal.map(|goal| plan.goal(goal));
            TargetRowJson {
                plan: &plan.id,
                no: *number,
                id: &target.id,
                title: &target.title,
                goal: goal.map(|goal| TitledJson { id: &goal.id, title: &goal.title }),
                value: &target.value_text,
                result: assessed.result.map(|result| TargetResultJson::new(plan, sources, result)),
                attainment_pct: assessed.attainment_pct,
                assessment: assessed.assessment.id(),
                lead: PartyJson::parties(plan, &target.lead),
                tasks: target.tasks.iter().map(|task| plan.task(*task).id.as_str()).collect(),
                due_text: target.due_text.as_deref(),
                inherited: if target.due_inherited { vec!["due"] } else { Vec::new() },
                due: iso(assessed.due),
                deadline: iso(assessed.deadline),
                place: PlaceJson::of(sources, target.place),
            }
        };
        let targets = all.iter().flat_map(|of| of.rows.iter().map(move |one| target(of, one)));
        Self { schema: "plan.targets/1", as_of: as_of.day.to_string(), rows: targets.collect() }
    }
}

/// The registry.
#[derive(Debug, Serialize)]
pub struct UnitsJson<'p> {
    schema: &'static str,
    as_of: String,
    #[serde(rename = "units")]
    registered: Vec<UnitRowJson<'p>>,
    groups: Vec<GroupRowJson<'p>>,
}

#[derive(Debug, Serialize)]
struct UnitRowJson<'p> {
    plan: &'p str,
    id: &'p str,
    name: &'p str,
    kind: &'p str,
    aliases: &'p [String],
    parent: Option<&'p str>,
    from: Option<String>,
    until: Option<String>,
    in_force: bool,
    successors: Vec<&'p str>,
    items: usize,
    place: PlaceJson,
}

#[derive(Debug, Serialize)]
struct GroupRowJson<'p> {
    plan: &'p str,
    id: &'p str,
    name: &'p str,
    kinds: &'p [String],
    parent: Option<&'p str>,
    members: Vec<&'p str>,
    count: Option<u64>,
    items: usize,
    place: PlaceJson,
}

impl<'p> UnitsJson<'p> {
    /// The registries of some plans on a day; the members of a group are its units on that day.
    pub fn new(all: &[report::Units<'p>], sources: &Sources, as_of: AsOf) -> Self {
        let (mut units, mut groups) = (Vec::new(), Vec::new());
        for report::Units { plan, rows } in all {
            let registry = &plan.registry;
            let id = |unit: crate::model::UnitIx| registry.unit(unit).id.as_str();
            for row in rows {
                match row {
                    Listed::Unit(unit, items) => units.push(UnitRowJson {
                        plan: &plan.id,
                        id: &unit.id,
                        name: &unit.name,
                        kind: &unit.kind,
                        aliases: &unit.aliases,
                        parent: unit.parent.map(id),
                        from: iso(unit.from),
                        until: iso(unit.until),
                        in_force: unit.is_in_force(as_of.day),
                        successors: unit.successors.iter().copied().map(id).collect(),
                        items: *items,
                        place: PlaceJson::of(sources, unit.place),
                    }),
                    Listed::Group(group, members, items) => groups.push(GroupRowJson {
                        plan: &plan.id,
                        id: &group.id,
                        name: &group.name,
                        kinds: &group.kinds,
                        parent: group.parent.map(id),
                        members: members.iter().copied().map(id).collect(),
                        count: group.count,
                        items: *items,
                        place: PlaceJson::of(sources, group.place),
                    }),
                }
            }
        }
        Self { schema: "plan.units/1", as_of: as_of.day.to_string(), registered: units, groups }
    }
}
