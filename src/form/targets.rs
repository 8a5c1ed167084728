//! The sheet of the targets.

use super::book::{FormCell, FormLine, FormRow, FormSheet, FormSheetKind};
use super::canonical::{cell_text, digest};
use super::column::FormColumn;
use super::work::receiver;
use crate::answer::{FormTarget, UnitPlanForm};
use crate::deadline::label_name;
use crate::language::Message;
use crate::model::{Plan, Target, TargetResult};

/// Returns the sheet of the targets of a unit in a plan.
pub(super) fn sheet(part: &UnitPlanForm<'_>, name: Message) -> FormSheet {
    let recurs = part.targets.iter().any(|target| target.assessed.period().is_some());
    let columns = FormColumn::TARGETS.into_iter().filter(|column| recurs || *column != FormColumn::Period);
    let columns: Vec<FormColumn> = columns.collect();
    let row = |target: &FormTarget<'_>| {
        FormLine::Row(FormRow {
            key: target.key(part.plan, part.unit),
            is_late: false,
            cells: columns.iter().map(|column| cell(part, target, column)).collect(),
            known: known(part.plan, target.assessed.target),
        })
    };
    FormSheet {
        kind: FormSheetKind::Targets,
        name,
        plan_title: cell_text(&part.plan.title),
        receiver: receiver(part.plan),
        lines: part.targets.iter().map(row).collect(),
        columns,
    }
}

fn cell(part: &UnitPlanForm<'_>, row: &FormTarget<'_>, column: &FormColumn) -> FormCell {
    let assessed = &row.assessed;
    match column {
        FormColumn::Key => FormCell::Text(row.key(part.plan, part.unit)),
        FormColumn::Number => FormCell::Number(f64::from(u32::try_from(row.number).unwrap_or(0))),
        FormColumn::Id => FormCell::text(Some(&assessed.target.id)),
        FormColumn::Title => FormCell::text(Some(&assessed.target.title)),
        FormColumn::Period => {
            assessed.period().map_or(FormCell::Empty, |label| FormCell::Words(label_name(label, true)))
        }
        FormColumn::Assigned => FormCell::text(Some(&assessed.horizon.value_text)),
        FormColumn::Reported => FormCell::text(assessed.result.map(|result| result.text.as_str())),
        // A figure is of one day: nothing is filled in.
        _ => FormCell::Empty,
    }
}

/// The results of a target, as a digest each.
fn known(plan: &Plan, target: &Target) -> Vec<String> {
    target.results.iter().map(|result| result_digest(plan, target, result)).collect()
}

/// Returns a digest of everything that a result says.
pub(super) fn result_digest(plan: &Plan, target: &Target, result: &TargetResult) -> String {
    let occurrences = result.occurrences.iter().filter_map(|at| target.occurrences().get(*at as usize));
    let mut parts: Vec<&str> = occurrences.filter_map(|occurrence| occurrence.label.as_deref()).collect();
    let date = result.date.to_string();
    parts.extend([date.as_str(), &result.text]);
    parts.push(result.unit.map_or("", |unit| plan.registry.unit(unit).id.as_str()));
    parts.push(result.evidence.as_deref().unwrap_or_default());
    digest(&parts.join("\u{1f}"))
}
