//! Assignments: tracked tasks and rows, with the values that they inherit. Source: docs/format.md, Lists.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::context::LowerContext;
use super::deadlines::{DeadlineCache, deadline_fault, undated};
use super::defaults::{Defaults, DefaultsTable};
use super::doubts::PlanDoubts;
use super::fault::{LowerFault, StartAfterDueFault};
use super::symbols::SymbolTables;
use crate::date::Day;
use crate::deadline::{Deadline, DeadlineKind};
use crate::model::{
    Assignment, GoalIx, Inheritance, Party, Plan, Provisions, RowIx, SectionIx, TargetIx, TaskIx,
    TrackedEntry,
};
use crate::parse::{Entry, Key};
use crate::span::{Span, Spanned};
use crate::threads::append_chunk;

/// Fills the list of assignments.
pub(super) fn assignments<'d>(
    context: &LowerContext<'d>,
    symbols: &SymbolTables<'d>,
    plan: &mut Plan,
    deadlines: &mut DeadlineCache<'d>,
    doubts: &mut PlanDoubts,
    faults: &mut Vec<LowerFault>,
) {
    let defaults = DefaultsTable::of(context, symbols, plan, deadlines, faults);
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
            builder.assignment(TrackedEntry::Task(TaskIx::new(ix)), entry, None, made);
        }
    });
    let of_rows = context.threads.in_chunks(rows, |made: &mut AssignmentChunk<'d>, ix, entry| {
        made.deadlines.open = open;
        builder.own_deadline(entry, made);
        // A row of an unknown task inherits unknown values; the unknown task is reported elsewhere.
        let task = plan.rows[ix].task.map(|task| &tasks[task.at()]);
        builder.assignment(TrackedEntry::Row(RowIx::new(ix)), entry, task, made);
    });
    let mut made = Vec::new();
    let mut doubtful: HashMap<TrackedEntry, AssignmentDoubts> = HashMap::new();
    for mut chunk in of_tasks.into_iter().chain(of_rows) {
        append_chunk(&mut made, chunk.assignments);
        doubtful.extend(chunk.doubts);
        doubts.unopened.extend(chunk.unopened);
        faults.append(&mut chunk.faults);
    }
    order(&mut made);
    for (ix, item) in made.iter().enumerate() {
        let Some(of_item) = doubtful.get(&item.tracked) else { continue };
        if of_item.lead {
            doubts.assignments.insert(ix);
        }
        if of_item.deadline {
            doubts.deadlines.insert(ix);
        }
    }
    plan.assignments = made;
    goals_of_repeated_tasks(plan);
    targets_of(plan);
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
    assignments: Vec<Assignment>,
    doubts: Vec<(TrackedEntry, AssignmentDoubts)>,
    /// Entries that open no work because of a fault that is reported.
    unopened: Vec<TrackedEntry>,
    deadlines: DeadlineCache<'d>,
    faults: Vec<LowerFault>,
}

struct AssignmentBuilder<'m, 'd> {
    context: &'m LowerContext<'d>,
    symbols: &'m SymbolTables<'d>,
    plan: &'m Plan,
    defaults: &'m DefaultsTable<'d>,
    doubts: &'m PlanDoubts,
}

impl<'d> AssignmentBuilder<'_, 'd> {
    /// Checks the deadline that a task or row states itself, tracked or not.
    fn own_deadline(&self, entry: &'d Entry<'d>, made: &mut AssignmentChunk<'d>) {
        let from = entry.day(Key::From);
        let Some(words) = entry.due().map(|due| due.read()) else { return };
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
                        start: from,
                        due: Spanned::new(last, words.span),
                        is_at_due: false,
                    }));
                }
            }
        }
    }

    /// Adds the assignment of a task or row, unless it has no lead.
    fn assignment(
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
        let stated = StatedProvisions { entry, own, of: of.zip(above.map(|task| &task.provisions)) };
        let mut doubts = AssignmentDoubts::default();
        let base = above.map(|task| &task.provisions);
        let section = own.section.or_else(|| base.and_then(|base| base.section));
        let defaults = StatedDefaults::new(self.defaults, section, &stated);

        let lead = self.lead(&stated, &defaults, &mut doubts);
        if lead.is_empty() {
            let needs_lead = matches!(tracked, TrackedEntry::Row(_)) || entry.has(Key::Due);
            // The lead of a row may stand at its unknown task.
            let is_lost = entry.has(Key::Task) && task.is_none() || self.context.draft.lost_file;
            if needs_lead || doubts.lead || is_lost {
                made.unopened.push(tracked);
            }
            if needs_lead && !doubts.lead && !is_lost {
                made.faults.push(LowerFault::NoLead(entry.place()));
            }
            return;
        }
        let from = own.from.or_else(|| base.and_then(|base| base.from));
        let (words, deadline) = self.deadline(&stated, &defaults, from, &mut doubts, made);
        // The units of the work follow from the mode as well.
        doubts.lead |= entry.is_wrong(Key::Mode) || of.is_some_and(|of| of.is_wrong(Key::Mode));
        let first_day = stated.source(Key::From).map(|(of, _)| of);
        made.faults.extend(start_after_due(entry, first_day, words, &deadline));
        made.assignments.push(Assignment {
            tracked,
            id: id.clone(),
            task,
            title: title.or_else(|| above.map(|task| task.title.clone())).unwrap_or_default(),
            section,
            with: stated.get(Key::With, |of| of.with.clone()).unwrap_or_else(|| defaults.with(&lead)),
            lead,
            to: stated.get(Key::To, |of| of.to.clone()).unwrap_or_default(),
            mode: own.mode.or_else(|| base.and_then(|base| base.mode)).unwrap_or_default(),
            due_text: stated
                .get(Key::Due, |of| of.due.clone())
                .unwrap_or_else(|| defaults.due.and_then(|of| of.due_text.clone())),
            due_means: stated
                .get(Key::Due, |of| of.due_means.clone())
                .unwrap_or_else(|| defaults.due.and_then(|of| of.due_means.clone())),
            deadline,
            roll: stated.get(Key::Roll, |of| of.roll).flatten(),
            inheritance: defaults.inheritance(),
            due_place: words.map(|words| words.span),
            output: stated
                .get(Key::Output, |of| of.output.clone())
                .unwrap_or_else(|| defaults.output.and_then(|of| of.output.clone())),
            goals: stated.get(Key::Goals, |of| of.goals.clone()).unwrap_or_default(),
            targets: Vec::new(),
            tags: stated.get(Key::Tags, |of| of.tags.clone()).unwrap_or_default(),
            text: stated.get(Key::Text, |of| of.text.clone()).unwrap_or_default(),
            note: stated.get(Key::Note, |of| of.note.clone()).unwrap_or_default(),
            own: base.map_or_else(|| own.own.clone(), |base| own.own.or(&base.own)),
            place: own.place,
        });
        if doubts.lead || doubts.deadline {
            made.doubts.push((tracked, doubts));
        }
    }

    /// Returns the lead that is stated, or else the default.
    fn lead(
        &self,
        stated: &StatedProvisions<'_, 'd>,
        defaults: &StatedDefaults<'_, 'd>,
        doubts: &mut AssignmentDoubts,
    ) -> Vec<Party> {
        let is_unknown = |id: Spanned<&str>| self.symbols.parties.find(id.value).is_none();
        let lead = if let Some((entry, provisions)) = stated.source(Key::Lead) {
            doubts.lead = entry.is_wrong(Key::Lead) || entry.many(Key::Lead).any(is_unknown);
            provisions.lead.as_slice()
        } else {
            doubts.lead = defaults.lead.is_some_and(|of| of.lead_wrong);
            defaults.lead.map_or(&[][..], |of| &of.lead)
        };
        let is_doubtful =
            |lead: &Party| matches!(lead, Party::Group(group) if self.doubts.groups.contains(&group.at()));
        doubts.lead |= lead.iter().any(is_doubtful);
        lead.to_vec()
    }

    /// Returns the deadline that is stated, or else the default, with its words. The fault of a deadline that cannot
    /// be read is reported where the words stand.
    fn deadline(
        &self,
        stated: &StatedProvisions<'_, 'd>,
        defaults: &StatedDefaults<'_, 'd>,
        from: Option<Day>,
        doubts: &mut AssignmentDoubts,
        made: &mut AssignmentChunk<'d>,
    ) -> (Option<Spanned<&'d str>>, Arc<Deadline>) {
        let words = if let Some((entry, _)) = stated.source(Key::Due) {
            doubts.deadline = entry.is_wrong(Key::Due);
            entry.due().map(|due| due.read())
        } else {
            doubts.deadline = defaults.due.is_some_and(Defaults::due_wrong);
            defaults.due.and_then(Defaults::due)
        };
        let deadline = words.map(|words| made.deadlines.read(words.value, from, self.plan));
        doubts.deadline |= matches!(deadline, Some(Err(_)));
        (words, deadline.and_then(Result::ok).unwrap_or_else(undated))
    }
}

/// Returns the fault of a first day after a deadline of which one stands elsewhere: at the task of a row, or in the
/// defaults.
fn start_after_due(
    entry: &Entry<'_>,
    first_day: Option<&Entry<'_>>,
    words: Option<Spanned<&str>>,
    deadline: &Deadline,
) -> Option<LowerFault> {
    let first_day = first_day?;
    let (start, words) = (first_day.day(Key::From)?, words?);
    let is_in = |entry: &Entry<'_>, place: Span| entry.has(Key::Due) && entry.value_span(Key::Due) == place;
    // Two that stand side by side are checked where they stand.
    if deadline.kind != DeadlineKind::Dated || is_in(first_day, words.span) {
        return None;
    }
    let due = deadline.occurrences.iter().map(|occurrence| occurrence.due).max()?;
    (start.value > due).then(|| {
        LowerFault::StartAfterDue(StartAfterDueFault {
            start,
            due: Spanned::new(due, words.span),
            is_at_due: !entry.has(Key::From),
        })
    })
}

/// The provisions of a task or row, and those of the task of a row, which apply to keys that the row does not state.
struct StatedProvisions<'p, 'd> {
    entry: &'d Entry<'d>,
    own: &'p Provisions,
    of: Option<(&'d Entry<'d>, &'p Provisions)>,
}

impl<'p, 'd> StatedProvisions<'p, 'd> {
    /// Returns the entry that states a key, with its provisions.
    fn source(&self, key: Key) -> Option<(&'d Entry<'d>, &'p Provisions)> {
        if self.entry.has(key) {
            return Some((self.entry, self.own));
        }
        self.of.filter(|(entry, _)| entry.has(key))
    }

    /// Returns the value of a key that is stated.
    fn get<T>(&self, key: Key, value: impl FnOnce(&Provisions) -> T) -> Option<T> {
        self.source(key).map(|(_, provisions)| value(provisions))
    }
}

/// The defaults of the keys that a task or row does not state.
struct StatedDefaults<'t, 'd> {
    due: Option<&'t Defaults<'d>>,
    lead: Option<&'t Defaults<'d>>,
    with: Option<&'t Defaults<'d>>,
    output: Option<&'t Defaults<'d>>,
}

impl<'t, 'd> StatedDefaults<'t, 'd> {
    fn new(
        table: &'t DefaultsTable<'d>,
        section: Option<SectionIx>,
        stated: &StatedProvisions<'_, 'd>,
    ) -> Self {
        let open = |key, of: Option<&'t Defaults<'d>>| of.filter(|_| stated.source(key).is_none());
        Self {
            due: open(Key::Due, table.due(section)),
            lead: open(Key::Lead, table.lead(section)),
            with: open(Key::With, table.with(section)),
            output: open(Key::Output, table.output(section)),
        }
    }

    /// Returns the coordinating units, the leads aside.
    fn with(&self, lead: &[Party]) -> Vec<Party> {
        let with = self.with.map_or(&[][..], |of| &of.with);
        with.iter().filter(|party| !lead.contains(party)).copied().collect()
    }

    fn inheritance(&self) -> Inheritance {
        let source = |of: Option<&Defaults<'d>>| of.map(|of| of.source);
        Inheritance {
            due: source(self.due.filter(|of| of.due_text.is_some())),
            lead: source(self.lead.filter(|of| !of.lead.is_empty())),
            with: source(self.with.filter(|of| !of.with.is_empty())),
            output: source(self.output.filter(|of| of.output.is_some())),
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
        if let Some(added) = item.task.and_then(|task| added.get(&task)) {
            let mut seen: HashSet<GoalIx> = item.goals.iter().copied().collect();
            item.goals.extend(added.iter().filter(|goal| seen.insert(**goal)));
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
