//! The rows of a plan itself and of its units.

use super::table::{PlanPlace, TableRows, joined};
use crate::model::{Party, Plan};
use crate::tables::format::TableName;
use crate::tables::value::RowValue;

/// Returns the rows of `plans` and `units`.
pub(super) fn rows(plan: &Plan, place: PlanPlace<'_>) -> [TableRows; 2] {
    [of_plan(plan, place), of_units(plan, place)]
}

fn of_plan(plan: &Plan, place: PlanPlace<'_>) -> TableRows {
    let mut rows = TableRows::new(TableName::Plans);
    let id = |party: Option<Party>| RowValue::from(party.map(|party| plan.registry.id(party)));
    rows.push(&[
        place.area.into(),
        plan.id.as_str().into(),
        plan.title.as_str().into(),
        plan.kind.as_deref().into(),
        plan.number.as_deref().into(),
        plan.issued.into(),
        id(plan.issuer),
        plan.period.range.first.into(),
        plan.period.range.last.into(),
        id(plan.standing),
        place.path.into(),
        RowValue::count(plan.work_items.len()),
    ]);
    rows
}

fn of_units(plan: &Plan, place: PlanPlace<'_>) -> TableRows {
    let mut rows = TableRows::new(TableName::Units);
    let registry = &plan.registry;
    for unit in &registry.units {
        rows.push(&[
            place.area.into(),
            plan.id.as_str().into(),
            unit.id.as_str().into(),
            unit.name.as_str().into(),
            unit.kind.as_str().into(),
            unit.parent.map(|parent| registry.unit(parent).id.as_str()).into(),
            unit.from.map_or(RowValue::FIRST, RowValue::from),
            unit.until.and_then(|until| until.plus(1)).map_or(RowValue::LAST, RowValue::from),
            joined(unit.successors.iter().map(|unit| registry.unit(*unit).id.as_str())),
        ]);
    }
    rows
}
