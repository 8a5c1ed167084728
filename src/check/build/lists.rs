//! Goals, sections, tasks, rows and targets.

use super::{AllNames, Deadlines, undated};
use crate::check::names::{Lookup, SymbolTable};
use crate::check::rules::deadline::wrong_deadline;
use crate::check::rules::group::{REFERENCE_CYCLE, cycles};
use crate::check::rules::reference::UNKNOWN_TASK;
use crate::check::rules::trace::target_value;
use crate::diagnostic::Diagnostic;
use crate::model::{
    Figure, Goal, GoalIx, LeadMode, Plan, Provisions, Row, Section, SectionIx, Target, TargetResult,
    TargetValue, Task, TaskIx,
};
use crate::parse::{Entry, Key};
use crate::span::{Span, Spanned};

pub(super) fn lists<'d>(
    at: &Lookup<'d>,
    names: &AllNames<'d>,
    plan: &mut Plan,
    deadlines: &mut Deadlines<'d>,
    found: &mut Vec<Diagnostic>,
) {
    plan.goals = at
        .draft
        .list(Key::Goals)
        .iter()
        .map(|entry| Goal { id: entry.words(Key::Id), title: entry.words(Key::Title), place: entry.place() })
        .collect();
    sections(at, names, plan, found);
    plan.tasks = each(at, Key::Tasks, found, |entry, found| {
        let same_as = entry.text(Key::SameAs).and_then(|id| task(&id, at, names, found));
        let provisions = provisions(entry, at, names, found);
        Task {
            id: entry.words(Key::Id),
            title: entry.shared(Key::Title).unwrap_or_default(),
            provisions,
            heading: entry.flag(Key::Heading),
            same_as,
        }
    });
    told_twice(plan, found);
    plan.rows = each(at, Key::Schedule, found, |entry, found| {
        let of = entry.text(Key::Task).and_then(|id| task(&id, at, names, found));
        let provisions = provisions(entry, at, names, found);
        Row { id: entry.words(Key::Id), task: of, title: entry.shared(Key::Title), provisions }
    });
    for entry in at.draft.list(Key::Targets) {
        let target = target(entry, at, names, plan, deadlines, found);
        plan.targets.push(target);
    }
}

/// Makes something of every entry of a list that may be long.
fn each<T: Send>(
    at: &Lookup<'_>,
    list: Key,
    found: &mut Vec<Diagnostic>,
    make: impl Fn(&Entry<'_>, &mut Vec<Diagnostic>) -> T + Sync,
) -> Vec<T> {
    let entries = at.draft.list(list);
    let mut all = Vec::with_capacity(entries.len());
    let chunks = at.threads.in_chunks(entries, |(made, found): &mut (Vec<T>, Vec<_>), _, entry| {
        made.push(make(entry, found));
    });
    for (mut made, mut wrong) in chunks {
        all.append(&mut made);
        found.append(&mut wrong);
    }
    all
}

fn sections(at: &Lookup<'_>, names: &AllNames<'_>, plan: &mut Plan, found: &mut Vec<Diagnostic>) {
    for entry in at.draft.list(Key::Sections) {
        let id = entry.words(Key::Id);
        let parent = match entry.text(Key::Parent) {
            Some(parent) => section(&parent, at, names, found),
            // The id up to its last "." names the section above, if there is one.
            None => id.rsplit_once('.').and_then(|(above, _)| names.sections.find(above)).map(SectionIx::new),
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
    for at in cycles(&REFERENCE_CYCLE, &next, place, found) {
        plan.sections[at].parent = None;
    }
}

fn told_twice(plan: &mut Plan, found: &mut Vec<Diagnostic>) {
    let next: Vec<Vec<usize>> =
        plan.tasks.iter().map(|task| task.same_as.iter().map(|task| task.at()).collect()).collect();
    let tasks = &plan.tasks;
    let place = |at: usize| (tasks[at].id.clone(), tasks[at].provisions.place);
    for at in cycles(&REFERENCE_CYCLE, &next, place, found) {
        plan.tasks[at].same_as = None;
    }
}

fn section(
    id: &Spanned<&str>,
    at: &Lookup<'_>,
    names: &AllNames<'_>,
    found: &mut Vec<Diagnostic>,
) -> Option<SectionIx> {
    let section = names.sections.find(id.value).map(SectionIx::new);
    if section.is_none() {
        found.extend(names.sections.unknown(id, true, at));
    }
    section
}

fn task(
    id: &Spanned<&str>,
    at: &Lookup<'_>,
    names: &AllNames<'_>,
    found: &mut Vec<Diagnostic>,
) -> Option<TaskIx> {
    let task = names.duties.find_first(id.value).map(TaskIx::new);
    if task.is_none() {
        found.extend(names.duties.unknown_as(&UNKNOWN_TASK, id, true, at));
    }
    task
}

fn goals(
    names: &SymbolTable<'_>,
    entry: &Entry<'_>,
    at: &Lookup<'_>,
    found: &mut Vec<Diagnostic>,
) -> Vec<GoalIx> {
    let mut goals = Vec::new();
    for id in entry.many(Key::Goals) {
        match names.find(id.value).map(GoalIx::new) {
            Some(goal) if !goals.contains(&goal) => goals.push(goal),
            Some(_) => {}
            None => found.extend(names.unknown(&id, true, at)),
        }
    }
    goals
}

fn provisions(
    entry: &Entry<'_>,
    at: &Lookup<'_>,
    names: &AllNames<'_>,
    found: &mut Vec<Diagnostic>,
) -> Provisions {
    Provisions {
        section: entry.text(Key::Section).and_then(|id| section(&id, at, names, found)),
        text: entry.shared(Key::Text),
        lead: names.parties.parties(entry, Key::Lead, at, found).0,
        with: names.parties.parties(entry, Key::With, at, found).0,
        to: names.parties.parties(entry, Key::To, at, found).0,
        due: entry.shared(Key::Due),
        from: entry.day(Key::From).map(|day| day.value),
        output: entry.shared(Key::Output),
        goals: goals(&names.goals, entry, at, found),
        mode: entry
            .text(Key::Mode)
            .map(|mode| if mode.value == "joint" { LeadMode::Joint } else { LeadMode::Each }),
        tags: entry.many(Key::Tags).map(|tag| tag.value.to_owned()).collect(),
        source: entry.shared(Key::Source),
        note: entry.shared(Key::Note),
        place: entry.place(),
    }
}

fn target<'d>(
    entry: &'d Entry<'d>,
    at: &Lookup<'d>,
    names: &AllNames<'d>,
    plan: &Plan,
    deadlines: &mut Deadlines<'d>,
    found: &mut Vec<Diagnostic>,
) -> Target {
    let defaults = at.draft.header.map(Key::Defaults);
    let own = entry.text(Key::Due);
    let inherited =
        if entry.has(Key::Due) { None } else { defaults.and_then(|defaults| defaults.text(Key::Due)) };
    let words = own.or(inherited);
    let deadline = words.and_then(|words| match deadlines.read(words.value, None, plan) {
        Ok(deadline) => Some(deadline),
        Err(error) => {
            // The default's own fault is told where the default stands.
            if inherited.is_none() {
                found.push(wrong_deadline(&error, &words, at.sources, plan.period.range.first.year()));
            }
            None
        }
    });
    let mut lead = names.parties.parties(entry, Key::Lead, at, found).0;
    if !entry.has(Key::Lead)
        && let Some(defaults) = defaults
    {
        lead = defaults.many(Key::Lead).filter_map(|id| names.parties.find(id.value)).collect();
    }
    let goal = entry.text(Key::Goal).and_then(|id| {
        let goal = names.goals.find(id.value).map(GoalIx::new);
        if goal.is_none() {
            found.extend(names.goals.unknown(&id, true, at));
        }
        goal
    });
    let value = entry.text(Key::Value).and_then(|words| {
        let value = TargetValue::parse(words.value);
        if value.is_none() {
            found.push(target_value(&words));
        }
        value
    });
    let tasks = entry.many(Key::Tasks).filter_map(|id| task(&id, at, names, found)).collect();
    let mut results: Vec<TargetResult> =
        entry.list(Key::Results).iter().filter_map(|result| self::result(result, at, names, found)).collect();
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
    at: &Lookup<'_>,
    names: &AllNames<'_>,
    found: &mut Vec<Diagnostic>,
) -> Option<TargetResult> {
    let unit = entry.text(Key::Unit).and_then(|id| names.parties.unit(&id, at, found));
    let words = entry.text(Key::Value)?;
    let value = Figure::parse(words.value);
    if value.is_none() {
        found.push(target_value(&words));
    }
    let place: Span = entry.value_span(Key::Value);
    Some(TargetResult {
        date: entry.day(Key::Date)?.value,
        text: words.value.to_owned(),
        value: value?,
        unit,
        evidence: entry.maybe_words(Key::Evidence),
        place,
    })
}
