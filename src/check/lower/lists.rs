//! Goals, sections, tasks and rows.

use std::collections::HashSet;

use super::columns::own_values;
use super::context::LowerContext;
use super::cycle::cycles;
use super::fault::{LowerFault, ReferenceCycle, ReferenceKind};
use super::symbols::{SymbolTable, SymbolTables};
use crate::deadline::Roll;
use crate::model::{Goal, GoalIx, LeadMode, Plan, Provisions, Row, Section, SectionIx, Task, TaskIx};
use crate::parse::{Entry, Key};
use crate::span::Spanned;
use crate::threads::append_chunk;

/// Fills the lists of goals, sections, tasks and rows.
pub(super) fn lists(
    context: &LowerContext<'_>,
    symbols: &SymbolTables<'_>,
    plan: &mut Plan,
    faults: &mut Vec<LowerFault>,
) {
    plan.goals = context
        .draft
        .list(Key::Goals)
        .iter()
        .map(|entry| Goal { id: entry.words(Key::Id), title: entry.words(Key::Title), place: entry.place() })
        .collect();
    sections(context, symbols, plan, faults);
    plan.tasks = each(context, Key::Tasks, faults, |entry, faults| {
        let same_as = entry.text(Key::SameAs).and_then(|id| task(&id, context, symbols, faults));
        let provisions = provisions(entry, context, symbols, faults);
        Task {
            id: entry.words(Key::Id),
            title: entry.shared(Key::Title).unwrap_or_default(),
            provisions,
            heading: entry.flag(Key::Heading),
            same_as,
        }
    });
    same_tasks(plan, faults);
    plan.rows = each(context, Key::Schedule, faults, |entry, faults| {
        let of = entry.text(Key::Task).and_then(|id| task(&id, context, symbols, faults));
        let provisions = provisions(entry, context, symbols, faults);
        Row { id: entry.words(Key::Id), task: of, title: entry.shared(Key::Title), provisions }
    });
}

/// Converts every entry of a list, a long list on several threads.
fn each<T: Send>(
    context: &LowerContext<'_>,
    list: Key,
    faults: &mut Vec<LowerFault>,
    make: impl Fn(&Entry<'_>, &mut Vec<LowerFault>) -> T + Sync,
) -> Vec<T> {
    let entries = context.draft.list(list);
    let mut all = Vec::new();
    let chunks = context.threads.in_chunks(entries, |(made, faults): &mut (Vec<T>, Vec<_>), _, entry| {
        made.push(make(entry, faults));
    });
    for (made, mut wrong) in chunks {
        append_chunk(&mut all, made);
        faults.append(&mut wrong);
    }
    all
}

fn sections(
    context: &LowerContext<'_>,
    symbols: &SymbolTables<'_>,
    plan: &mut Plan,
    faults: &mut Vec<LowerFault>,
) {
    for entry in context.draft.list(Key::Sections) {
        let id = entry.words(Key::Id);
        let parent = match entry.text(Key::Parent) {
            Some(parent) => section(&parent, context, symbols, faults),
            // The id up to its last "." is the id of the parent, if such a section exists.
            None => {
                id.rsplit_once('.').and_then(|(above, _)| symbols.sections.find(above)).map(SectionIx::new)
            }
        };
        plan.sections.push(Section { id, title: entry.words(Key::Title), parent, place: entry.place() });
    }
    let next: Vec<Vec<usize>> = plan
        .sections
        .iter()
        .map(|section| section.parent.iter().map(|parent| parent.at()).collect())
        .collect();
    let sections = &plan.sections;
    let place = |at: usize| (sections[at].id.clone(), sections[at].place);
    for at in cycles(ReferenceCycle::References, &next, place, faults) {
        plan.sections[at].parent = None;
    }
}

fn same_tasks(plan: &mut Plan, faults: &mut Vec<LowerFault>) {
    let next: Vec<Vec<usize>> =
        plan.tasks.iter().map(|task| task.same_as.iter().map(|task| task.at()).collect()).collect();
    let tasks = &plan.tasks;
    let place = |at: usize| (tasks[at].id.clone(), tasks[at].provisions.place);
    for at in cycles(ReferenceCycle::References, &next, place, faults) {
        plan.tasks[at].same_as = None;
    }
}

fn section(
    id: &Spanned<&str>,
    context: &LowerContext<'_>,
    symbols: &SymbolTables<'_>,
    faults: &mut Vec<LowerFault>,
) -> Option<SectionIx> {
    let section = symbols.sections.find(id.value).map(SectionIx::new);
    if section.is_none() {
        faults.extend(symbols.sections.unknown(id, true, context));
    }
    section
}

/// Resolves a task; an unknown id is a fault.
pub(super) fn task(
    id: &Spanned<&str>,
    context: &LowerContext<'_>,
    symbols: &SymbolTables<'_>,
    faults: &mut Vec<LowerFault>,
) -> Option<TaskIx> {
    let task = symbols.tasks_and_rows.find_first(id.value).map(TaskIx::new);
    if task.is_none() {
        faults.extend(symbols.tasks_and_rows.unknown_as(ReferenceKind::Task, id, true, context));
    }
    task
}

fn goals(
    table: &SymbolTable<'_>,
    entry: &Entry<'_>,
    context: &LowerContext<'_>,
    faults: &mut Vec<LowerFault>,
) -> Vec<GoalIx> {
    let (mut goals, mut seen) = (Vec::new(), HashSet::new());
    for id in entry.many(Key::Goals) {
        match table.find(id.value).map(GoalIx::new) {
            Some(goal) => goals.extend(seen.insert(goal).then_some(goal)),
            None => faults.extend(table.unknown(&id, true, context)),
        }
    }
    goals
}

fn provisions(
    entry: &Entry<'_>,
    context: &LowerContext<'_>,
    symbols: &SymbolTables<'_>,
    faults: &mut Vec<LowerFault>,
) -> Provisions {
    Provisions {
        section: entry.text(Key::Section).and_then(|id| section(&id, context, symbols, faults)),
        text: entry.shared(Key::Text),
        lead: symbols.parties.parties(entry, Key::Lead, context, faults).0,
        with: symbols.parties.parties(entry, Key::With, context, faults).0,
        to: symbols.parties.parties(entry, Key::To, context, faults).0,
        due: entry.due_text(),
        due_means: entry.due_means(),
        from: entry.day(Key::From).map(|day| day.value),
        roll: entry.text(Key::Roll).and_then(|word| Roll::from_word(word.value)),
        output: entry.shared(Key::Output),
        goals: goals(&symbols.goals, entry, context, faults),
        mode: entry
            .text(Key::Mode)
            .map(|mode| if mode.value == "joint" { LeadMode::Joint } else { LeadMode::Each }),
        tags: entry.many(Key::Tags).map(|tag| tag.value.to_owned()).collect(),
        source: entry.shared(Key::Source),
        note: entry.shared(Key::Note),
        own: own_values(entry, context, symbols, faults),
        place: entry.place(),
    }
}
