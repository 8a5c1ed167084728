//! Targets and their results.

use std::cell::OnceCell;

use super::columns::own_values;
use super::context::LowerContext;
use super::deadlines::DeadlineCache;
use super::fault::LowerFault;
use super::horizons::{HorizonReader, StatedHorizons};
use super::lists::task;
use super::results::ResultReader;
use super::symbols::SymbolTables;
use crate::model::{DefaultsSource, GoalIx, Inheritance, Plan, Target};
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
    let StatedHorizons { horizons, measured, due_inherited, is_doubtful } =
        HorizonReader { context, plan, deadlines, faults }.read(entry);
    let mut lead = symbols.parties.parties(entry, Key::Lead, context, faults).0;
    let mut inheritance =
        Inheritance { due: due_inherited.then_some(DefaultsSource::Plan), ..Inheritance::default() };
    if !entry.has(Key::Lead)
        && let Some(defaults) = context.draft.header.map(Key::Defaults)
    {
        lead = defaults.many(Key::Lead).filter_map(|id| symbols.parties.find(id.value)).collect();
        inheritance.lead = (!lead.is_empty()).then_some(DefaultsSource::Plan);
    }
    let goal = entry.text(Key::Goal).and_then(|id| {
        let goal = symbols.goals.find(id.value).map(GoalIx::new);
        if goal.is_none() {
            faults.extend(symbols.goals.unknown(&id, true, context));
        }
        goal
    });
    let tasks = entry.many(Key::Tasks).filter_map(|id| task(&id, context, symbols, faults)).collect();
    let mut target = Target {
        id: entry.words(Key::Id),
        title: entry.words(Key::Title),
        goal,
        horizons,
        inheritance,
        lead,
        tasks,
        results: Vec::new(),
        source: entry.maybe_words(Key::Source),
        note: entry.maybe_words(Key::Note),
        own: own_values(entry, context, symbols, faults),
        place: entry.place(),
    };
    let mut reader =
        ResultReader { context, symbols, plan, measured, is_doubtful, labels: OnceCell::new(), faults };
    target.results = reader.read(entry.list(Key::Results), &mut target);
    target
}
