//! The page for the person at the top: short lines without columns, fit for a messenger.

use super::folded::line;
use super::sections::{listed, names};
use super::words::{counted, day, percent, works};
use crate::answer::{BriefAnswer, UnitStanding};
use crate::document::{Block, Document};
use crate::language::{Lang, Message};
use crate::message;
use crate::report::opening::opening;
use crate::report::wording::unannounced;
use crate::status::{Status, TaskState};

/// The page for the person at the top.
pub fn brief(answer: &BriefAnswer<'_>) -> Document {
    let plans = &answer.status.plans;
    let mut document = opening(Message::fixed("Tóm tắt", "Brief"), plans, answer.status.as_of);
    document.blocks.extend(figures(answer));
    let before = answer.status.changes.as_ref().map_or(answer.status.as_of.day, |changes| changes.since);
    let [vi, en] = [Lang::Vi, Lang::En].map(|lang| day(before, lang));
    let count = answer.worse_count as u64;
    let worse = message!("Mới quá hạn sau ngày {vi}: {count} việc", "Overdue since {en}: {count}");
    let longest = Message::fixed("Quá hạn lâu nhất", "Longest overdue");
    for (title, items) in [(worse, &answer.worse), (longest, &answer.longest)] {
        if !items.is_empty() {
            document.blocks.push(Block::Heading(title));
            document
                .blocks
                .extend(listed(&items.iter().map(|folded| line(folded, true)).collect::<Vec<_>>()));
        }
    }
    if !answer.targets.is_empty() {
        document.blocks.push(Block::Heading(Message::fixed("Chỉ tiêu chưa đạt", "Targets not met")));
        let targets = answer.targets.iter().map(|row| {
            let (title, value) = (&row.assessed.target.title, &row.assessed.horizon.value_text);
            match row.assessed.result {
                Some(result) => {
                    let result = &result.text;
                    message!(
                        "{title}: giao {value}, kết quả {result}",
                        "{title}: {value} asked, {result} reached"
                    )
                }
                None => message!("{title}: giao {value}, chưa có số liệu", "{title}: {value} asked, no data"),
            }
        });
        document.blocks.extend(listed(&targets.collect::<Vec<_>>()));
    }
    document.blocks.extend(unannounced(&answer.status.unannounced));
    document
}

/// The five figures.
fn figures(answer: &BriefAnswer<'_>) -> Option<Block> {
    let total = &answer.status.total;
    let units = |units: &[UnitStanding], lang: Lang| {
        let all: Vec<&Message> = units.iter().map(|unit| &unit.holder).collect();
        let listed = names(&all, lang);
        let after = if listed.is_empty() { String::new() } else { format!(" ({listed})") };
        if all.is_empty() {
            return lang.pick("không có", "none").to_owned();
        }
        lang.pick(format!("{:02} đơn vị{after}", all.len()), format!("{}{after}", all.len()))
    };
    let say = |lang: Lang| {
        let tasks = &answer.status.tasks;
        let (tasks_done, tasks_late) = (tasks.count(TaskState::Done), tasks.count(TaskState::Late));
        let (tasks_done, tasks_late) = (counted(tasks_done, lang), counted(tasks_late, lang));
        let (all_tasks, done, all) = (tasks.total(), counted(total.done(), lang), works(total.total(), lang));
        let (overdue, due) = (works(total.count(Status::Overdue), lang), works(answer.due as u64, lang));
        let [completion, late] =
            [total.completion_pct(), total.overdue_pct()].map(|share| percent(share, lang));
        let until = day(answer.due_until, lang);
        let (late_units, silent) = (units(&answer.late, lang), units(&answer.silent, lang));
        lang.pick(
            [
                format!(
                    "Nhiệm vụ đã hoàn thành: {tasks_done}/{all_tasks} (theo việc: {done}/{all}, đạt {completion} số việc đã đến kỳ)"
                ),
                format!(
                    "Nhiệm vụ quá hạn: {tasks_late} ({overdue}, chiếm {late} số việc có hạn đã xong hoặc đã quá hạn)"
                ),
                format!("Đến hạn trong 14 ngày (đến {until}): {due}"),
                format!("Đơn vị có việc quá hạn: {late_units}"),
                format!("Đơn vị chưa báo cáo: {silent}"),
            ],
            [
                format!(
                    "Tasks done: {tasks_done} of {all_tasks} (work items: {done} of {all}, {completion} of what has begun)"
                ),
                format!(
                    "Tasks that are late: {tasks_late} ({overdue}, {late} of what has a deadline and is done or overdue)"
                ),
                format!("Due within 14 days (until {until}): {due}"),
                format!("Units that are late: {late_units}"),
                format!("Units that have not reported: {silent}"),
            ],
        )
    };
    let lines: Vec<Message> =
        say(Lang::Vi).into_iter().zip(say(Lang::En)).map(|(vi, en)| Message::new(vi, en)).collect();
    listed(&lines)
}
