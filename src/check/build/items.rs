//! What is tracked, with all that it inherits. Source: docs/format.md, Lists.

use std::collections::HashMap;
use std::sync::Arc;

use super::{AllNames, Deadlines, undated};
use crate::check::names::Lookup;
use crate::check::rules::Taint;
use crate::check::rules::deadline::{START_AFTER_DUE, wrong_deadline};
use crate::check::rules::lead::no_lead;
use crate::deadline::DeadlineKind;
use crate::diagnostic::Diagnostic;
use crate::language::{Lang, Message};
use crate::model::{Assignment, GoalIx, Party, Plan, RowIx, SectionIx, TargetIx, TaskIx, TrackedEntry};
use crate::parse::{Entry, Key};
use crate::span::Spanned;

/// What the plan gives to whatever states none.
struct Defaults<'d> {
    due: Option<Spanned<&'d str>>,
    due_text: Option<Arc<str>>,
    lead: Vec<Party>,
    lead_wrong: bool,
}

pub(super) fn items<'d>(
    at: &Lookup<'d>,
    names: &AllNames<'d>,
    plan: &mut Plan,
    deadlines: &mut Deadlines<'d>,
    taint: &mut Taint,
    found: &mut Vec<Diagnostic>,
) {
    let defaults = defaults(at, names, plan, deadlines, found);
    let mut rows_of: HashMap<TaskIx, Vec<RowIx>> = HashMap::new();
    for (ix, row) in plan.rows.iter().enumerate() {
        if let Some(task) = row.task {
            rows_of.entry(task).or_default().push(RowIx::new(ix));
        }
    }
    let (tasks, rows) = (at.draft.list(Key::Tasks), at.draft.list(Key::Schedule));
    let open = deadlines.open;
    let maker = Maker { at, names, plan, defaults: &defaults, taint };
    let of_tasks = at.threads.in_chunks(tasks, |made: &mut Made<'d>, ix, entry| {
        made.deadlines.open = open;
        let task = &plan.tasks[ix];
        let is_tracked = !task.heading && task.same_as.is_none() && !rows_of.contains_key(&TaskIx::new(ix));
        maker.own_deadline(entry, made);
        if is_tracked {
            maker.item(TrackedEntry::Task(TaskIx::new(ix)), entry, None, made);
        }
    });
    let of_rows = at.threads.in_chunks(rows, |made: &mut Made<'d>, ix, entry| {
        made.deadlines.open = open;
        maker.own_deadline(entry, made);
        // A row of a task that does not exist inherits from nobody knows what; it stays silent about it.
        let task = plan.rows[ix].task.map(|task| &tasks[task.at()]);
        maker.item(TrackedEntry::Row(RowIx::new(ix)), entry, task, made);
    });
    let mut made = Vec::with_capacity(tasks.len() + rows.len());
    let mut wrongs: HashMap<TrackedEntry, AssignmentDoubts> = HashMap::new();
    for mut chunk in of_tasks.into_iter().chain(of_rows) {
        made.append(&mut chunk.items);
        wrongs.extend(chunk.wrong);
        found.append(&mut chunk.found);
    }
    order(&mut made);
    for (ix, item) in made.iter().enumerate() {
        let Some(wrong) = wrongs.get(&item.tracked) else { continue };
        if wrong.lead {
            taint.items.insert(ix);
        }
        if wrong.deadline {
            taint.deadlines.insert(ix);
        }
    }
    plan.assignments = made;
    goals_told_twice(plan);
    targets_of(plan);
}

fn defaults<'d>(
    at: &Lookup<'d>,
    names: &AllNames<'d>,
    plan: &Plan,
    deadlines: &mut Deadlines<'d>,
    found: &mut Vec<Diagnostic>,
) -> Defaults<'d> {
    let Some(entry) = at.draft.header.map(Key::Defaults) else {
        return Defaults { due: None, due_text: None, lead: Vec::new(), lead_wrong: false };
    };
    let due = entry.text(Key::Due);
    if let Some(words) = due
        && let Err(error) = deadlines.read(words.value, None, plan)
    {
        found.push(wrong_deadline(&error, &words, at.sources, plan.period.range.first.year()));
    }
    let (lead, known) = names.parties.parties(entry, Key::Lead, at, found);
    Defaults { due, due_text: entry.shared(Key::Due), lead, lead_wrong: !known }
}

/// What is wrong about an item, so that nothing that follows from it is told.
#[derive(Default, Clone, Copy)]
struct AssignmentDoubts {
    lead: bool,
    deadline: bool,
}

/// What is made of a part of a list.
#[derive(Default)]
struct Made<'d> {
    items: Vec<Assignment>,
    wrong: Vec<(TrackedEntry, AssignmentDoubts)>,
    deadlines: Deadlines<'d>,
    found: Vec<Diagnostic>,
}

struct Maker<'m, 'd> {
    at: &'m Lookup<'d>,
    names: &'m AllNames<'d>,
    plan: &'m Plan,
    defaults: &'m Defaults<'d>,
    taint: &'m Taint,
}

impl<'d> Maker<'_, 'd> {
    /// Reads the deadline that a task or row states itself, whether or not it is tracked.
    fn own_deadline(&self, entry: &'d Entry<'d>, made: &mut Made<'d>) {
        let from = entry.day(Key::From);
        let Some(words) = entry.text(Key::Due) else { return };
        match made.deadlines.read(words.value, None, self.plan) {
            Err(error) => {
                let year = self.plan.period.range.first.year();
                made.found.push(wrong_deadline(&error, &words, self.at.sources, year));
            }
            Ok(deadline) => {
                let last = deadline.occurrences.iter().map(|occurrence| occurrence.due).max();
                if let Some((from, last)) = from.zip(last).filter(|(from, last)| from.value > *last)
                    && deadline.kind == DeadlineKind::Dated
                {
                    let (vi, en) = (last.show(Lang::Vi), last.show(Lang::En));
                    made.found.push(
                        Diagnostic::new(
                            &START_AFTER_DUE,
                            from.span,
                            Message::new(
                                format!("bắt đầu sau hạn {vi}"),
                                format!("begins after the deadline, {en}"),
                            ),
                        )
                        .related(words.span, Message::fixed("thời hạn", "the deadline")),
                    );
                }
            }
        }
    }

    /// Adds the item of a task or row, if it opens one.
    fn item(
        &self,
        tracked: TrackedEntry,
        entry: &'d Entry<'d>,
        of: Option<&'d Entry<'d>>,
        made: &mut Made<'d>,
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
        let is_unknown = |id: Spanned<&str>| self.names.parties.find(id.value).is_none();
        wrong.lead = wrong_key(Key::Lead) || names.is_some_and(|mut names| names.any(is_unknown));
        let lead_inherited = !lead_stated && !self.defaults.lead.is_empty();
        if !lead_stated {
            lead.clone_from(&self.defaults.lead);
            wrong.lead |= self.defaults.lead_wrong;
        }
        wrong.lead |= lead
            .iter()
            .any(|lead| matches!(lead, Party::Group(group) if self.taint.groups.contains(&group.at())));
        if lead.is_empty() {
            let must = matches!(tracked, TrackedEntry::Row(_)) || entry.has(Key::Due);
            // A row of a task that could not be found may have its lead there.
            let lost = entry.has(Key::Task) && task.is_none();
            if must && !wrong.lead && !lost && !self.at.draft.lost_file {
                made.found.push(no_lead(entry));
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

/// Puts items in document order: sections as they are listed, in each its tasks, rows where their task stands.
fn order(items: &mut [Assignment]) {
    let last = usize::MAX;
    // Items are large: their keys are sorted, then each is moved once.
    items.sort_by_cached_key(|item| {
        let row = match item.tracked {
            TrackedEntry::Row(row) => row.at() + 1,
            TrackedEntry::Task(_) => 0,
        };
        (item.section.map_or(last, SectionIx::at), item.task.map_or(last, TaskIx::at), row)
    });
}

/// A task told twice opens no item; the goals that it serves count where it is told first.
fn goals_told_twice(plan: &mut Plan) {
    let mut added: HashMap<TaskIx, Vec<GoalIx>> = HashMap::new();
    let mut ends: HashMap<TaskIx, TaskIx> = HashMap::new();
    for (task, mut at) in plan.tasks.iter().filter_map(|task| Some((task, task.same_as?))) {
        // Chains end: cycles were cut. What was gone along once is not gone along again.
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
