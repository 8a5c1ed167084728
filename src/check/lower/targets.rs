//! Targets and their results.

use super::context::LowerContext;
use super::deadlines::{DeadlineCache, deadline_fault, undated};
use super::fault::LowerFault;
use super::lists::task;
use super::symbols::SymbolTables;
use crate::model::{Figure, GoalIx, Plan, Target, TargetResult, TargetValue};
use crate::parse::{Entry, Key};

/// Fills the list of targets.
pub(super) fn targets<'d>(
    context: &LowerContext<'d>,
    symbols: &SymbolTables<'d>,
    plan: &mut Plan,
    deadlines: &mut DeadlineCache<'d>,
    faults: &mut Vec<LowerFault>,
) {
    for entry in context.draft.list(Key::Targets) {
        let target = target(entry, context, symbols, plan, deadlines, faults);
        plan.targets.push(target);
    }
}

fn target<'d>(
    entry: &'d Entry<'d>,
    context: &LowerContext<'d>,
    symbols: &SymbolTables<'d>,
    plan: &Plan,
    deadlines: &mut DeadlineCache<'d>,
    faults: &mut Vec<LowerFault>,
) -> Target {
    let defaults = context.draft.header.map(Key::Defaults);
    let own = entry.text(Key::Due);
    let inherited =
        if entry.has(Key::Due) { None } else { defaults.and_then(|defaults| defaults.text(Key::Due)) };
    let words = own.or(inherited);
    let deadline = words.and_then(|words| match deadlines.read(words.value, None, plan) {
        Ok(deadline) => Some(deadline),
        Err(error) => {
            // A fault of the default is reported at the default.
            if inherited.is_none() {
                faults.push(deadline_fault(error, &words, plan));
            }
            None
        }
    });
    let mut lead = symbols.parties.parties(entry, Key::Lead, context, faults).0;
    if !entry.has(Key::Lead)
        && let Some(defaults) = defaults
    {
        lead = defaults.many(Key::Lead).filter_map(|id| symbols.parties.find(id.value)).collect();
    }
    let goal = entry.text(Key::Goal).and_then(|id| {
        let goal = symbols.goals.find(id.value).map(GoalIx::new);
        if goal.is_none() {
            faults.extend(symbols.goals.unknown(&id, true, context));
        }
        goal
    });
    let value = entry.text(Key::Value).and_then(|words| {
        let value = TargetValue::parse(words.value);
        if value.is_none() {
            faults.push(LowerFault::TargetValue(words.map(str::to_owned)));
        }
        value
    });
    let tasks = entry.many(Key::Tasks).filter_map(|id| task(&id, context, symbols, faults)).collect();
    let mut results: Vec<TargetResult> = entry
        .list(Key::Results)
        .iter()
        .filter_map(|result| self::result(result, context, symbols, faults))
        .collect();
    results.sort_by_key(|result| result.date);
    Target {
        id: entry.words(Key::Id),
        title: entry.words(Key::Title),
        goal,
        value: value.unwrap_or(TargetValue::Reached),
        value_text: entry.words(Key::Value),
        due_text: words.map(|words| words.value.to_owned()),
        due_place: words.map(|words| words.span),
        due_inherited: inherited.is_some(),
        deadline: deadline.unwrap_or_else(undated),
        lead,
        tasks,
        results,
        source: entry.maybe_words(Key::Source),
        note: entry.maybe_words(Key::Note),
        place: entry.place(),
    }
}

fn result(
    entry: &Entry<'_>,
    context: &LowerContext<'_>,
    symbols: &SymbolTables<'_>,
    faults: &mut Vec<LowerFault>,
) -> Option<TargetResult> {
    let unit = entry.text(Key::Unit).and_then(|id| symbols.parties.unit(&id, context, faults));
    let words = entry.text(Key::Value)?;
    let value = Figure::parse(words.value);
    if value.is_none() {
        faults.push(LowerFault::TargetValue(words.map(str::to_owned)));
    }
    let place = entry.value_span(Key::Value);
    Some(TargetResult {
        date: entry.day(Key::Date)?.value,
        text: words.value.to_owned(),
        value: value?,
        unit,
        evidence: entry.maybe_words(Key::Evidence),
        place,
    })
}
