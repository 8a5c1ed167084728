//! Sections, goals, targets and rows: `no-section`, `not-tracked`, `goal-without-task`, `target-without-owner`,
//! `target-value`.

use std::collections::HashSet;

use super::context::RuleContext;
use super::family::RuleFamily;
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::model::GoalIx;
use crate::parse::Key;
use crate::rule;
use crate::span::Spanned;

/// The rules of this file and their checks.
pub(super) static FAMILY: RuleFamily = RuleFamily {
    rules: &[&NO_SECTION, &NOT_TRACKED, &GOAL_WITHOUT_TASK, &TARGET_WITHOUT_OWNER, &TARGET_VALUE],
    checks: &[goals, owners, sections, unused_deadlines],
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

rule!(
    TARGET_WITHOUT_OWNER,
    Warning,
    "target-without-owner",
    ["Chỉ tiêu không giao cho ai", "Target without a responsible unit"],
    [
        "Chỉ tiêu không có lead, các nhiệm vụ của nó cũng không có, và kế hoạch không có lead mặc định.",
        "The target has no lead, its tasks have none, and the plan has no default lead.",
    ],
);

rule!(
    TARGET_VALUE,
    Error,
    "target-value",
    ["Không hiểu mức của chỉ tiêu hoặc kết quả", "Unreadable value of a target or of a result"],
    [
        "Mức chỉ tiêu là một số có đơn vị, có thể kèm dấu so sánh (100%, \">= 65%\", \"> 50%\", \"<= 0 vụ\", 11 trường), một khoảng (50-55%), \
         một mức độ (mức độ 3) hoặc \"đạt\". Số không có dấu là ít nhất. Kết quả là một số, một mức độ, \"đạt\" hoặc \"chưa đạt\".",
        "The value of a target is a number with its unit, optionally with a comparison sign (100%, \">= 65%\", \"> 50%\", \
         \"<= 0 vụ\", 11 trường), a range (50-55%), a level (mức độ 3), or \"đạt\". A number without a sign is a minimum. \
         A result is a number, a level, \"đạt\" or \"chưa đạt\".",
    ],
);

/// Reports a value of a target or of a result that cannot be read.
pub(super) fn target_value(value: &Spanned<&str>) -> Diagnostic {
    let words = quoted(value.value);
    Diagnostic::new(&TARGET_VALUE, value.span, message!("không hiểu {words}", "{words} is not understood"))
        .help(Message::fixed(
            "ví dụ: 100%, \">= 65%\", 50-55%, \"<= 0 vụ\", 11 trường, mức độ 3, đạt",
            "for example: 100%, \">= 65%\", 50-55%, \"<= 0 vụ\", 11 trường, mức độ 3, đạt",
        ))
}

/// Reports the deadlines of tasks whose rows all state another.
fn unused_deadlines(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    // A row that could not be read may be the one that inherits the deadline.
    if context.lost(Key::Schedule) {
        return;
    }
    let plan = context.plan;
    let mut rows = vec![(0_usize, false); plan.tasks.len()];
    for (row, entry) in plan.rows.iter().zip(context.draft.list(Key::Schedule)) {
        if let Some(task) = row.task {
            let (count, is_used) = &mut rows[task.at()];
            *count += 1;
            // A row that repeats the words of its task tracks them.
            *is_used |= !entry.has(Key::Due) || row.provisions.due == plan.task(task).provisions.due;
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
    if context.lost(Key::Goal) {
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

fn owners(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for (target, entry) in plan.targets.iter().zip(context.draft.list(Key::Targets)) {
        let led = |task: &crate::model::TaskIx| {
            plan.assignments.iter().any(|item| item.task == Some(*task))
                || !plan.task(*task).provisions.lead.is_empty()
        };
        let wrong = entry.has(Key::Lead) || entry.many(Key::Tasks).count() > target.tasks.len();
        if target.lead.is_empty() && !wrong && !target.tasks.iter().any(led) {
            found.push(
                Diagnostic::new(
                    &TARGET_WITHOUT_OWNER,
                    entry.place(),
                    Message::fixed("chỉ tiêu không giao cho ai", "no unit is responsible for the target"),
                )
                .help(Message::fixed("thêm lead, hoặc tasks", "add `lead` or `tasks`")),
            );
        }
    }
}
