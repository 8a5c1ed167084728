//! The rows of targets and results.

use super::table::{PlanPlace, TableRows, joined};
use crate::deadline::{Occurrence, roll};
use crate::model::{Comparator, Figure, Measure, Plan, Target, TargetHorizon, TargetResult, TargetValue};
use crate::tables::format::TableName;

/// Returns the rows of `targets` and `results`.
pub(super) fn rows(plan: &Plan, place: PlanPlace<'_>) -> [TableRows; 2] {
    let (mut targets, mut results) = (TableRows::new(TableName::Targets), TableRows::new(TableName::Results));
    for target in &plan.targets {
        let occurrences = target.occurrences();
        for horizon in &target.horizons {
            if occurrences.is_empty() {
                let last = horizon.deadline.occurrences.last();
                target_row(plan, place, target, horizon, last, None, &mut targets);
            }
            for occurrence in occurrences {
                let period = occurrence.label.as_deref();
                target_row(plan, place, target, horizon, Some(occurrence), period, &mut targets);
            }
        }
        for result in &target.results {
            if result.occurrences.is_empty() {
                result_row(plan, place, target, result, None, &mut results);
            }
            for at in &result.occurrences {
                let period = occurrences.get(*at as usize).and_then(|occurrence| occurrence.label.as_deref());
                result_row(plan, place, target, result, period, &mut results);
            }
        }
    }
    [targets, results]
}

fn target_row(
    plan: &Plan,
    place: PlanPlace<'_>,
    target: &Target,
    horizon: &TargetHorizon,
    occurrence: Option<&Occurrence>,
    period: Option<&str>,
    rows: &mut TableRows,
) {
    let (comparator, low, high) = bounds(&horizon.value);
    let deadline = occurrence.map(|occurrence| {
        roll(occurrence.due, occurrence.barrier, plan.settings.roll, &plan.calendar).deadline
    });
    rows.push(&[
        place.area.into(),
        plan.id.as_str().into(),
        target.id.as_str().into(),
        target.title.as_str().into(),
        target.goal.map(|goal| plan.goal(goal).id.as_str()).into(),
        horizon.value_text.as_str().into(),
        comparator.into(),
        low.into(),
        high.into(),
        horizon.value.measure().map(Measure::sign).filter(|sign| !sign.is_empty()).into(),
        period.into(),
        occurrence.map(|occurrence| occurrence.due).into(),
        deadline.into(),
        joined(target.lead.iter().map(|lead| plan.registry.id(*lead))),
    ]);
}

/// Returns the comparison of a value, and the least and the greatest figure that reach it.
fn bounds(value: &TargetValue) -> (&'static str, Option<f64>, Option<f64>) {
    match value {
        TargetValue::Number(comparator, bound, _) | TargetValue::Level(comparator, bound) => {
            let bound = Some(*bound);
            match comparator {
                Comparator::Equal => ("=", bound, bound),
                Comparator::Above => (">", bound, None),
                Comparator::AtLeast => (">=", bound, None),
                Comparator::Below => ("<", None, bound),
                Comparator::AtMost => ("<=", None, bound),
            }
        }
        TargetValue::Range(low, high, _) => ("in", Some(*low), Some(*high)),
        TargetValue::Reached => ("reached", None, None),
    }
}

fn result_row(
    plan: &Plan,
    place: PlanPlace<'_>,
    target: &Target,
    result: &TargetResult,
    period: Option<&str>,
    rows: &mut TableRows,
) {
    let (value, reached) = match result.value {
        Figure::Number(value) | Figure::Share(value) => (Some(value), None),
        Figure::Reached(reached) => (None, Some(reached)),
    };
    rows.push(&[
        place.area.into(),
        plan.id.as_str().into(),
        target.id.as_str().into(),
        period.into(),
        result.date.into(),
        result.text.as_str().into(),
        value.into(),
        reached.into(),
        result.unit.map(|unit| plan.registry.unit(unit).id.as_str()).into(),
        result.evidence.as_deref().into(),
    ]);
}
