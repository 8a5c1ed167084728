//! Sections, goals and rows: `no-section`, `not-tracked`, `goal-without-task`.

use std::collections::HashSet;

use super::context::RuleContext;
use super::family::RuleFamily;
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::model::GoalIx;
use crate::parse::Key;
use crate::rule;

/// The rules of this file and their checks.
pub(super) static FAMILY: RuleFamily = RuleFamily {
    rules: &[&NO_SECTION, &NOT_TRACKED, &GOAL_WITHOUT_TASK],
    checks: &[],
    lints: &[goals, sections, unused_deadlines],
};

rule!(
    NO_SECTION,
    Warning,
    "no-section",
    ["Nhiệm vụ không thuộc phần nào", "Task without a section"],
    [
        "Kế hoạch có các phần (sections) mà nhiệm vụ này không nêu phần của nó: bảng theo phần và Phụ lục 02 sẽ không biết để nó ở đâu.",
        "The plan has sections (`sections`), but this task names none: tables by section and the schedule cannot place \
         it.",
    ],
);

rule!(
    NOT_TRACKED,
    Warning,
    "not-tracked",
    ["Thời hạn của nhiệm vụ không được theo dõi", "Deadline of a task that no row uses"],
    [
        "Nhiệm vụ có dòng tiến độ thì được theo dõi qua các dòng đó; mọi dòng đều nêu thời hạn riêng nên due của nhiệm vụ không có tác dụng. \
         Bỏ due ở nhiệm vụ, hoặc thêm một dòng theo thời hạn đó.",
        "A task with rows is tracked through its rows. Each of them states a deadline of its own, so the task's `due` has no \
         effect. Remove it, or add a row for it.",
    ],
);

rule!(
    GOAL_WITHOUT_TASK,
    Warning,
    "goal-without-task",
    ["Mục tiêu không có nhiệm vụ nào", "Goal without a task"],
    [
        "Không nhiệm vụ, dòng tiến độ hay chỉ tiêu có nhiệm vụ nào phục vụ mục tiêu này: không ai làm gì cho nó.",
        "No task, no row and no target with tasks serves this goal.",
    ],
);

/// Reports the deadlines of tasks whose rows all state another.
fn unused_deadlines(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    // A row that could not be read may be the one that inherits the deadline.
    if context.lost(&[Key::Schedule], "") {
        return;
    }
    let plan = context.plan;
    let mut rows = vec![(0_usize, false); plan.tasks.len()];
    for (row, entry) in plan.rows.iter().zip(context.draft.list(Key::Schedule)) {
        if let Some(task) = row.task {
            let (count, is_used) = &mut rows[task.at()];
            *count += 1;
            // A row that repeats the words of its task tracks them.
            let (own, of) = (&row.provisions, &plan.task(task).provisions);
            *is_used |= !entry.has(Key::Due) || (&own.due, &own.due_means) == (&of.due, &of.due_means);
        }
    }
    // The words of a wrong deadline may have been meant to be those of the task.
    for task in context.doubts.deadlines.iter().filter_map(|at| plan.assignments.get(*at)?.task) {
        rows[task.at()].1 = true;
    }
    for ((count, is_used), entry) in rows.into_iter().zip(context.draft.list(Key::Tasks)) {
        if count > 0 && !is_used && entry.has(Key::Due) && !entry.is_wrong(Key::Due) {
            found.push(Diagnostic::new(
                &NOT_TRACKED,
                entry.value_span(Key::Due),
                message!(
                    "thời hạn này không được theo dõi: {count} dòng tiến độ của nhiệm vụ đều có thời hạn riêng",
                    "deadline without effect: each of the {count} rows of the task states its own"
                ),
            ));
        }
    }
}

fn sections(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    if plan.sections.is_empty() {
        return;
    }
    for (task, entry) in plan.tasks.iter().zip(context.draft.list(Key::Tasks)) {
        if task.provisions.section.is_none() && !entry.has(Key::Section) {
            found.push(
                Diagnostic::new(
                    &NO_SECTION,
                    entry.place(),
                    Message::fixed("nhiệm vụ không thuộc phần nào", "the task has no section"),
                )
                .help(Message::fixed("thêm section", "add `section`")),
            );
        }
    }
}

fn goals(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    if ["goal", "goals"].iter().any(|key| context.lost(&[Key::Tasks, Key::Schedule, Key::Targets], key)) {
        return;
    }
    let duties =
        plan.tasks.iter().map(|task| &task.provisions).chain(plan.rows.iter().map(|row| &row.provisions));
    let mut served: HashSet<GoalIx> = duties.flat_map(|duty| duty.goals.iter().copied()).collect();
    served.extend(
        plan.targets.iter().filter(|target| !target.tasks.is_empty()).filter_map(|target| target.goal),
    );
    let mut seen = HashSet::new();
    for (at, (goal, entry)) in plan.goals.iter().zip(context.draft.list(Key::Goals)).enumerate() {
        let is_reported = goal.id.is_empty() || !seen.insert(goal.id.as_str());
        if !is_reported && !served.contains(&GoalIx::new(at)) {
            let id = quoted(&goal.id);
            found.push(Diagnostic::new(
                &GOAL_WITHOUT_TASK,
                entry.place(),
                message!("không có nhiệm vụ nào phục vụ mục tiêu {id}", "no task serves the goal {id}"),
            ));
        }
    }
}
