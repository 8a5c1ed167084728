//! Assignments: tracked tasks and rows, with the values that they inherit. Source: docs/format.md, Lists.

use std::collections::HashMap;
use std::sync::Arc;

use super::context::LowerContext;
use super::deadlines::{DeadlineCache, deadline_fault, undated};
use super::doubts::PlanDoubts;
use super::fault::{LowerFault, StartAfterDueFault};
use super::symbols::SymbolTables;
use crate::deadline::DeadlineKind;
use crate::model::{Assignment, GoalIx, Party, Plan, RowIx, SectionIx, TargetIx, TaskIx, TrackedEntry};
use crate::parse::{Entry, Key};
use crate::span::Spanned;

/// The values of `defaults`, for assignments that state none.
struct AssignmentDefaults<'d> {
    due: Option<Spanned<&'d str>>,
    due_text: Option<Arc<str>>,
    lead: Vec<Party>,
    lead_wrong: bool,
}

pub(super) fn items<'d>(
    context: &LowerContext<'d>,
    symbols: &SymbolTables<'d>,
    plan: &mut Plan,
    deadlines: &mut DeadlineCache<'d>,
    doubts: &mut PlanDoubts,
    faults: &mut Vec<LowerFault>,
) {
    let defaults = defaults(context, symbols, plan, deadlines, faults);
    let mut rows_of: HashMap<TaskIx, Vec<RowIx>> = HashMap::new();
    for (ix, row) in plan.rows.iter().enumerate() {
        if let Some(task) = row.task {
            rows_of.entry(task).or_default().push(RowIx::new(ix));
        }
    }
    let (tasks, rows) = (context.draft.list(Key::Tasks), context.draft.list(Key::Schedule));
    let open = deadlines.open;
    let builder = AssignmentBuilder { context, symbols, plan, defaults: &defaults, doubts };
    let of_tasks = context.threads.in_chunks(tasks, |made: &mut AssignmentChunk<'d>, ix, entry| {
        made.deadlines.open = open;
        let task = &plan.tasks[ix];
        let is_tracked = !task.heading && task.same_as.is_none() && !rows_of.contains_key(&TaskIx::new(ix));
        builder.own_deadline(entry, made);
        if is_tracked {
            builder.item(TrackedEntry::Task(TaskIx::new(ix)), entry, None, made);
        }
    });
    let of_rows = context.threads.in_chunks(rows, |made: &mut AssignmentChunk<'d>, ix, entry| {
        made.deadlines.open = open;
        builder.own_deadline(entry, made);
        // A row of an unknown task inherits unknown values; the unknown task is reported elsewhere.
        let task = plan.rows[ix].task.map(|task| &tasks[task.at()]);
        builder.item(TrackedEntry::Row(RowIx::new(ix)), entry, task, made);
    });
    let mut made = Vec::with_capacity(tasks.len() + rows.len());
    let mut wrongs: HashMap<TrackedEntry, AssignmentDoubts> = HashMap::new();
    for mut chunk in of_tasks.into_iter().chain(of_rows) {
        made.append(&mut chunk.items);
        wrongs.extend(chunk.wrong);
        faults.append(&mut chunk.faults);
    }
    order(&mut made);
    for (ix, item) in made.iter().enumerate() {
        let Some(wrong) = wrongs.get(&item.tracked) else { continue };
        if wrong.lead {
            doubts.assignments.insert(ix);
        }
        if wrong.deadline {
            doubts.deadlines.insert(ix);
        }
    }
    plan.assignments = made;
    goals_of_repeated_tasks(plan);
    targets_of(plan);
}

fn defaults<'d>(
    context: &LowerContext<'d>,
    symbols: &SymbolTables<'d>,
    plan: &Plan,
    deadlines: &mut DeadlineCache<'d>,
    faults: &mut Vec<LowerFault>,
) -> AssignmentDefaults<'d> {
    let Some(entry) = context.draft.header.map(Key::Defaults) else {
        return AssignmentDefaults { due: None, due_text: None, lead: Vec::new(), lead_wrong: false };
    };
    let due = entry.text(Key::Due);
    if let Some(words) = due
        && let Err(error) = deadlines.read(words.value, None, plan)
    {
        faults.push(deadline_fault(error, &words, plan));
    }
    let (lead, known) = symbols.parties.parties(entry, Key::Lead, context, faults);
    AssignmentDefaults { due, due_text: entry.shared(Key::Due), lead, lead_wrong: !known }
}

/// The uncertain parts of an assignment, the consequences of which are not reported.
#[derive(Default, Clone, Copy)]
struct AssignmentDoubts {
    lead: bool,
    deadline: bool,
}

/// The assignments of a part of a list.
#[derive(Default)]
struct AssignmentChunk<'d> {
    items: Vec<Assignment>,
    wrong: Vec<(TrackedEntry, AssignmentDoubts)>,
    deadlines: DeadlineCache<'d>,
    faults: Vec<LowerFault>,
}

struct AssignmentBuilder<'m, 'd> {
    context: &'m LowerContext<'d>,
    symbols: &'m SymbolTables<'d>,
    plan: &'m Plan,
    defaults: &'m AssignmentDefaults<'d>,
    doubts: &'m PlanDoubts,
}

impl<'d> AssignmentBuilder<'_, 'd> {
    /// Checks the deadline that a task or row states itself, tracked or not.
    fn own_deadline(&self, entry: &'d Entry<'d>, made: &mut AssignmentChunk<'d>) {
        let from = entry.day(Key::From);
        let Some(words) = entry.text(Key::Due) else { return };
        match made.deadlines.read(words.value, None, self.plan) {
            Err(error) => {
                made.faults.push(deadline_fault(error, &words, self.plan));
            }
            Ok(deadline) => {
                let last = deadline.occurrences.iter().map(|occurrence| occurrence.due).max();
                if let Some((from, last)) = from.zip(last).filter(|(from, last)| from.value > *last)
                    && deadline.kind == DeadlineKind::Dated
                {
                    made.faults.push(LowerFault::StartAfterDue(StartAfterDueFault {
                        start: from.span,
                        due: Spanned::new(last, words.span),
                    }));
                }
            }
        }
    }

    /// Adds the assignment of a task or row, unless it has no lead.
    fn item(
        &self,
        tracked: TrackedEntry,
        entry: &'d Entry<'d>,
        of: Option<&'d Entry<'d>>,
        made: &mut AssignmentChunk<'d>,
    ) {
        let plan = self.plan;
        let (id, own, title, task) = match tracked {
            TrackedEntry::Task(task) => {
                let it = plan.task(task);
                (&it.id, &it.provisions, Some(it.title.clone()), Some(task))
            }
            TrackedEntry::Row(row) => {
                let it = plan.row(row);
                (&it.id, &it.provisions, it.title.clone(), it.task)
            }
        };
        let above = of.and(task).map(|task| plan.task(task));
        let base = above.map(|task| &task.provisions);
        let stated = |key: Key| entry.has(key) || of.is_some_and(|of| of.has(key));
        let wrong_key = |key: Key| {
            if entry.has(key) { entry.is_wrong(key) } else { of.is_some_and(|of| of.is_wrong(key)) }
        };
        let mut wrong = AssignmentDoubts::default();

        let said = if entry.has(Key::Lead) { Some(own) } else { base };
        let lead_stated = stated(Key::Lead);
        let mut lead = said.map(|duty| duty.lead.clone()).unwrap_or_default();
        let names = if entry.has(Key::Lead) { Some(entry) } else { of }.map(|from| from.many(Key::Lead));
        let is_unknown = |id: Spanned<&str>| self.symbols.parties.find(id.value).is_none();
        wrong.lead = wrong_key(Key::Lead) || names.is_some_and(|mut names| names.any(is_unknown));
        let lead_inherited = !lead_stated && !self.defaults.lead.is_empty();
        if !lead_stated {
            lead.clone_from(&self.defaults.lead);
            wrong.lead |= self.defaults.lead_wrong;
        }
        wrong.lead |= lead
            .iter()
            .any(|lead| matches!(lead, Party::Group(group) if self.doubts.groups.contains(&group.at())));
        if lead.is_empty() {
            let must = matches!(tracked, TrackedEntry::Row(_)) || entry.has(Key::Due);
            // The lead of a row may stand at its unknown task.
            let lost = entry.has(Key::Task) && task.is_none();
            if must && !wrong.lead && !lost && !self.context.draft.lost_file {
                made.faults.push(LowerFault::NoLead(entry.place()));
            }
            return;
        }

        let words: Option<Spanned<&'d str>> =
            if entry.has(Key::Due) { entry.text(Key::Due) } else { of.and_then(|of| of.text(Key::Due)) };
        let due_inherited = !stated(Key::Due) && self.defaults.due.is_some();
        let words = if stated(Key::Due) { words } else { self.defaults.due };
        wrong.deadline = wrong_key(Key::Due);
        let from = own.from.or_else(|| base.and_then(|duty| duty.from));
        let deadline = match words.map(|words| made.deadlines.read(words.value, from, plan)) {
            Some(Ok(deadline)) => deadline,
            Some(Err(_)) => {
                wrong.deadline = true;
                undated()
            }
            None => undated(),
        };

        let pick = |f: &dyn Fn(&crate::model::Provisions) -> Vec<Party>, key: Key| {
            if entry.has(key) { f(own) } else { base.map(f).unwrap_or_default() }
        };
        let words_of = |key: Key, own: &Option<Arc<str>>, base: Option<&Option<Arc<str>>>| {
            if entry.has(key) { own.clone() } else { base.cloned().flatten() }
        };
        made.items.push(Assignment {
            tracked,
            id: id.clone(),
            task,
            title: title.or_else(|| above.map(|task| task.title.clone())).unwrap_or_default(),
            section: own.section.or_else(|| base.and_then(|duty| duty.section)),
            lead,
            with: pick(&|duty| duty.with.clone(), Key::With),
            to: pick(&|duty| duty.to.clone(), Key::To),
            mode: own.mode.or_else(|| base.and_then(|duty| duty.mode)).unwrap_or_default(),
            due_text: if stated(Key::Due) {
                if entry.has(Key::Due) { own.due.clone() } else { base.and_then(|duty| duty.due.clone()) }
            } else {
                self.defaults.due_text.clone()
            },
            deadline,
            due_inherited,
            lead_inherited,
            due_place: words.map(|words| words.span),
            output: words_of(Key::Output, &own.output, base.map(|duty| &duty.output)),
            goals: if entry.has(Key::Goals) {
                own.goals.clone()
            } else {
                base.map(|duty| duty.goals.clone()).unwrap_or_default()
            },
            targets: Vec::new(),
            tags: if entry.has(Key::Tags) {
                own.tags.clone()
            } else {
                base.map(|duty| duty.tags.clone()).unwrap_or_default()
            },
            text: words_of(Key::Text, &own.text, base.map(|duty| &duty.text)),
            note: words_of(Key::Note, &own.note, base.map(|duty| &duty.note)),
            place: own.place,
        });
        if wrong.lead || wrong.deadline {
            made.wrong.push((tracked, wrong));
        }
    }
}

/// Sorts assignments in document order: by section, then by task, rows at the position of their task.
fn order(items: &mut [Assignment]) {
    let last = usize::MAX;
    // Assignments are large: their keys are sorted, then each is moved once.
    items.sort_by_cached_key(|item| {
        let row = match item.tracked {
            TrackedEntry::Row(row) => row.at() + 1,
            TrackedEntry::Task(_) => 0,
        };
        (item.section.map_or(last, SectionIx::at), item.task.map_or(last, TaskIx::at), row)
    });
}

/// Adds the goals of repeated tasks (`same_as`), which are not tracked, to the task that they repeat.
fn goals_of_repeated_tasks(plan: &mut Plan) {
    let mut added: HashMap<TaskIx, Vec<GoalIx>> = HashMap::new();
    let mut ends: HashMap<TaskIx, TaskIx> = HashMap::new();
    for (task, mut at) in plan.tasks.iter().filter_map(|task| Some((task, task.same_as?))) {
        // Chains end, as cycles are cut. The end of each chain is remembered.
        let mut passed = Vec::new();
        while let Some(next) = ends.get(&at).copied().or(plan.task(at).same_as) {
            passed.push(at);
            at = next;
        }
        ends.extend(passed.into_iter().map(|task| (task, at)));
        added.entry(at).or_default().extend(&task.provisions.goals);
    }
    for item in &mut plan.assignments {
        for goal in item.task.and_then(|task| added.get(&task)).into_iter().flatten() {
            if !item.goals.contains(goal) {
                item.goals.push(*goal);
            }
        }
    }
}

fn targets_of(plan: &mut Plan) {
    let mut targets: HashMap<TaskIx, Vec<TargetIx>> = HashMap::new();
    for (ix, target) in plan.targets.iter().enumerate() {
        for task in &target.tasks {
            targets.entry(*task).or_default().push(TargetIx::new(ix));
        }
    }
    for item in &mut plan.assignments {
        if let Some(named) = item.task.and_then(|task| targets.get(&task)) {
            item.targets.clone_from(named);
        }
    }
}
