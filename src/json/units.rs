//! `plan.units/1`.

use serde::Serialize;

use super::parts::{PlaceJson, iso};
use crate::answer::{GroupRow, UnitRow, UnitsAnswer};
use crate::model::{Plan, UnitIx};
use crate::span::Sources;

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
    pub fn new(answer: &UnitsAnswer<'p>, sources: &Sources) -> Self {
        let (mut units, mut groups) = (Vec::new(), Vec::new());
        for of in &answer.plans {
            let plan = of.plan;
            units.extend(of.units.iter().map(|UnitRow { unit, work_items }| UnitRowJson {
                plan: &plan.id,
                id: &unit.id,
                name: &unit.name,
                kind: &unit.kind,
                aliases: &unit.aliases,
                parent: unit.parent.map(|parent| unit_id(plan, parent)),
                from: iso(unit.from),
                until: iso(unit.until),
                in_force: unit.is_in_force(answer.as_of.day),
                successors: unit.successors.iter().map(|next| unit_id(plan, *next)).collect(),
                items: *work_items,
                place: PlaceJson::of(sources, unit.place),
            }));
            groups.extend(of.groups.iter().map(|GroupRow { group, members, work_items }| GroupRowJson {
                plan: &plan.id,
                id: &group.id,
                name: &group.name,
                kinds: &group.kinds,
                parent: group.parent.map(|parent| unit_id(plan, parent)),
                members: members.iter().map(|member| unit_id(plan, *member)).collect(),
                count: group.count,
                items: *work_items,
                place: PlaceJson::of(sources, group.place),
            }));
        }
        let as_of = answer.as_of.day.to_string();
        Self { schema: "plan.units/1", as_of, registered: units, groups }
    }
}

fn unit_id(plan: &Plan, unit: UnitIx) -> &str {
    &plan.registry.unit(unit).id
}
