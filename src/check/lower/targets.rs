//! Targets and their results.

use super::columns::own_values;
use super::context::LowerContext;
use super::deadlines::{DeadlineCache, deadline_fault, undated};
use super::fault::{FigureFault, LowerFault};
use super::lists::task;
use super::symbols::SymbolTables;
use crate::model::{Figure, FigureError, GoalIx, Plan, Target, TargetResult, TargetValue, WrittenFigure};
use crate::parse::{Entry, Key};
use crate::span::Spanned;

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
    let value_words = entry.text(Key::Value);
    let value = value_words.and_then(|words| match TargetValue::parse(words.value) {
        Ok(value) => Some(value),
        Err(reason) => {
            faults.push(LowerFault::TargetValue(words.map(str::to_owned), reason));
            None
        }
    });
    let tasks = entry.many(Key::Tasks).filter_map(|id| task(&id, context, symbols, faults)).collect();
    let measured = value.as_ref().zip(value_words);
    let mut results: Vec<TargetResult> = entry
        .list(Key::Results)
        .iter()
        .filter_map(|result| self::result(result, measured, context, symbols, faults))
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
        own: own_values(entry, context, symbols, faults),
        place: entry.place(),
    }
}

/// Returns a result; nothing if it has no date, or no figure of the target.
fn result(
    entry: &Entry<'_>,
    target: Option<(&TargetValue, Spanned<&str>)>,
    context: &LowerContext<'_>,
    symbols: &SymbolTables<'_>,
    faults: &mut Vec<LowerFault>,
) -> Option<TargetResult> {
    let before = faults.len();
    let unit = entry.text(Key::Unit).and_then(|id| symbols.parties.unit(&id, context, faults));
    let words = entry.text(Key::Value)?;
    let figure = match figure(words.value, target.map(|(value, _)| value)) {
        Ok(figure) => figure,
        Err(reason) => {
            let target = target.map_or(words, |(_, words)| words).map(str::to_owned);
            let words = words.map(str::to_owned);
            faults.push(LowerFault::Figure(FigureFault { words, reason, target }));
            return None;
        }
    };
    // A wrong result is left out, and the target stays.
    if faults.len() > before || context.spoilt.contains(entry) {
        return None;
    }
    Some(TargetResult {
        date: entry.day(Key::Date)?.value,
        text: words.value.to_owned(),
        value: figure?,
        unit,
        evidence: entry.maybe_words(Key::Evidence),
        place: words.span,
    })
}

/// Reads a result; the inner none stands for one of a target whose value is unknown.
fn figure(words: &str, target: Option<&TargetValue>) -> Result<Option<Figure>, FigureError> {
    let written = WrittenFigure::parse(words)?;
    target.map(|target| target.figure(&written)).transpose()
}
