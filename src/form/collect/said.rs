//! The reports and results that a plan has got since a form was sent.

use crate::date::Day;
use crate::form::canonical::number_text;
use crate::form::targets::result_digest;
use crate::form::work::report_digest;
use crate::model::{OwnValue, Party, Plan, Report, ReportState, Target, TargetResult, UnitIx, WorkItem};

/// A value that a row says, as it is compared with those of reports.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum SaidValue {
    /// A state, with the day on which the work was done if the row names one.
    State(ReportState, Option<Day>),
    /// A text, in the words of the plan.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(Day),
}

/// The relation of a value to what the plan has got since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nothing has been said of it.
    New,
    /// The same has been said.
    Said,
    /// Another value has been said.
    Contradicted,
}

/// The reports on a work item that are new to a form, and count for its unit.
///
/// On work that several units share, the word of each is its own.
pub(super) fn new_reports<'p>(
    plan: &'p Plan,
    work_item: &WorkItem,
    unit: UnitIx,
    is_shared: bool,
    known: &[String],
) -> Vec<&'p Report> {
    let reports = work_item.reports.iter().filter_map(|at| plan.reports.get(*at as usize));
    let is_of_others =
        |report: &Report| is_shared && !report.units.is_empty() && !report.units.contains(&Party::Unit(unit));
    let mut left: Vec<&String> = known.iter().collect();
    let mut is_known = |report: &Report| {
        let digest = report_digest(plan, report);
        let place = left.iter().position(|known| **known == digest);
        place.map(|at| left.swap_remove(at)).is_some()
    };
    reports.filter(|report| !is_known(report) && !is_of_others(report)).collect()
}

/// The results of a target that are new to a form.
pub(super) fn new_results<'p>(plan: &Plan, target: &'p Target, known: &[String]) -> Vec<&'p TargetResult> {
    let is_new = |result: &&TargetResult| !known.contains(&result_digest(plan, target, result));
    target.results.iter().filter(is_new).collect()
}

/// The relation of a value under a key to new reports.
pub(super) fn standing(plan: &Plan, reports: &[&Report], key: &str, value: &SaidValue) -> Standing {
    let said = reports.iter().filter_map(|report| said(plan, report, key));
    let mut standing = Standing::New;
    for other in said {
        let is_same = match (value, &other) {
            (SaidValue::State(state, None), SaidValue::State(other, _)) => state == other,
            (SaidValue::Number(number), SaidValue::Number(other)) => {
                number_text(*number) == number_text(*other)
            }
            (value, other) => value == other,
        };
        if is_same {
            return Standing::Said;
        }
        standing = Standing::Contradicted;
    }
    standing
}

/// The value of a report under a key.
fn said(plan: &Plan, report: &Report, key: &str) -> Option<SaidValue> {
    let text = |text: &Option<Box<str>>| text.as_deref().map(|text| SaidValue::Text(text.to_owned()));
    match key {
        "state" => report.state.map(|state| {
            let is_done = state == ReportState::Done;
            SaidValue::State(state, is_done.then_some(report.as_of))
        }),
        "percent" => report.percent.map(SaidValue::Number),
        "evidence" => text(&report.evidence),
        "difficulty" => text(&report.difficulty),
        "proposal" => text(&report.proposal),
        own => {
            let value = report.own.get(plan.columns.position(own)?)?;
            Some(match value {
                OwnValue::Text(text) => SaidValue::Text(text.to_string()),
                OwnValue::Number(number) => SaidValue::Number(*number),
                OwnValue::Day(day) => SaidValue::Day(*day),
                OwnValue::Unit(party) => SaidValue::Text(plan.registry.id(*party).to_owned()),
            })
        }
    }
}
