//! A target: what is asked, its assessment, result by result.

use super::facts::{Facts, inherited, parties, titled};
use crate::answer::TargetPage;
use crate::document::{Block, Cell, Column, Table, TableRow};
use crate::language::Message;
use crate::model::Plan;
use crate::report::targets::result;
use crate::report::wording::{self, maybe, place};
use crate::span::Sources;

pub(super) fn target(page: &TargetPage<'_>, plan: &Plan, sources: &Sources) -> Vec<Block> {
    let assessed = page.assessed;
    let target = assessed.target;
    let mut facts = Facts::of(Message::fixed("chỉ tiêu", "target"), target.place, sources);
    let goal = target.goal.map(|goal| plan.goal(goal));
    facts.add(Message::fixed("Mục tiêu", "Goal"), "goal", titled(goal.iter().map(|it| (&it.id, &it.title))));
    facts.add(Message::fixed("Giao", "Asked"), "value", Cell::text(&target.value_text));
    let read_as = Cell::text(target.value.to_string());
    facts.add(Message::fixed("Hiểu là", "Read as"), "read_as", read_as);
    facts.add(Message::fixed("Đơn vị", "Lead"), "lead", parties(plan, &target.lead));
    let due = inherited(target.due_inherited, &maybe(target.due_text.as_deref()));
    facts.add(Message::fixed("Thời hạn", "Deadline"), "due_text", due);
    facts.add(Message::fixed("Hạn", "Last day"), "deadline", Cell::or_empty(assessed.deadline, Cell::Date));
    if let Some(last) = assessed.result {
        facts.add_at(
            Message::fixed("Kết quả", "Result"),
            "result",
            result(&target.value, last),
            Some(last.place),
        );
    }
    let share = Cell::or_empty(assessed.attainment_pct, |share| Cell::Percent(Some(share)));
    facts.add(Message::fixed("Tỷ lệ", "Attainment"), "attainment_pct", share);
    let word = wording::assessment(assessed.assessment);
    facts.add(Message::fixed("Đánh giá", "Assessment"), "assessment", word);
    let tasks = target.tasks.iter().map(|task| plan.task(*task)).map(|it| (&it.id, &it.title));
    facts.add(Message::fixed("Nhiệm vụ", "Tasks"), "tasks", titled(tasks));
    facts.add(Message::fixed("Căn cứ ở", "Source"), "source", maybe(target.source.as_deref()));
    facts.add(Message::fixed("Ghi chú", "Note"), "note", maybe(target.note.as_deref()));
    let mut table = Table::new(vec![
        Column::words(Message::fixed("Ngày", "Date"), "date"),
        Column::figures(Message::fixed("Kết quả", "Result"), "result"),
        Column::words(Message::fixed("Đơn vị", "Unit"), "unit").hide_if_all_zero(),
        Column::title(Message::fixed("Minh chứng", "Evidence"), "evidence").hide_if_all_zero(),
        Column::words(Message::fixed("Nơi ghi", "Place"), "place"),
    ]);
    for one in &page.results {
        table.rows.push(TableRow::Body(vec![
            Cell::Date(one.date),
            result(&target.value, one),
            Cell::or_empty(one.unit, |unit| Cell::text(&plan.registry.unit(unit).name)),
            maybe(one.evidence.as_deref()),
            Cell::text(place(sources, one.place).to_string()),
        ]));
    }
    let mut blocks = vec![facts.block()];
    if !table.is_empty() {
        blocks.push(Block::Heading(Message::fixed("Kết quả từng lần", "Results")));
        blocks.push(Block::Table(table));
    }
    blocks
}
