//! The page of a target: its values, its occurrences and its results.

use super::facts::{Facts, inherited, parties, titled};
use crate::answer::TargetPage;
use crate::deadline::label_name;
use crate::document::{Block, Cell, Column, Table, TableRow};
use crate::language::{Lang, Message};
use crate::model::Plan;
use crate::report::targets::{period, result};
use crate::report::wording::{self, maybe, place};
use crate::span::Sources;
use crate::status::TargetStatus;

pub(super) fn target(plan: &Plan, page: &TargetPage<'_>, sources: &Sources) -> Vec<Block> {
    let mut blocks = vec![facts(plan, page, sources)];
    let mut add = |heading, table: Table| {
        if !table.is_empty() {
            blocks.push(Block::Heading(heading));
            blocks.push(Block::Table(table));
        }
    };
    add(Message::fixed("Các mốc", "Values"), assessments(Message::fixed("Mốc", "By"), &page.horizons));
    let period = Message::fixed("Kỳ", "Period");
    add(Message::fixed("Từng kỳ", "Occurrences"), assessments(period, &page.occurrences));
    add(Message::fixed("Kết quả từng lần", "Results"), results(plan, page, sources));
    blocks
}

fn facts(plan: &Plan, page: &TargetPage<'_>, sources: &Sources) -> Block {
    let assessed = &page.assessed;
    let (target, horizon) = (assessed.target, assessed.horizon);
    let mut facts = Facts::of(Message::fixed("chỉ tiêu", "target"), target.place, sources);
    let goal = titled(page.goal.iter().map(|it| (&it.id, &it.title)));
    facts.add(Message::fixed("Mục tiêu", "Goal"), "goal", goal);
    facts.add(Message::fixed("Giao", "Asked"), "value", Cell::text(&horizon.value_text));
    let read_as = Message::new(horizon.value.show(Lang::Vi), horizon.value.show(Lang::En));
    facts.add(Message::fixed("Hiểu là", "Read as"), "read_as", Cell::Message(read_as));
    let lead = inherited(plan, target.inheritance.lead, &parties(plan, &target.lead));
    facts.add(Message::fixed("Đơn vị", "Lead"), "lead", lead);
    let due = inherited(plan, target.inheritance.due, &maybe(horizon.due_text.as_deref()));
    facts.add(Message::fixed("Thời hạn", "Deadline"), "due_text", due);
    // The figures of a recurring target are those of its occurrences.
    if page.occurrences.is_empty() {
        let deadline = Cell::or_empty(assessed.deadline, Cell::Date);
        facts.add(Message::fixed("Hạn", "Last day"), "deadline", deadline);
        if let Some(last) = assessed.result {
            let shown = result(&horizon.value, last);
            facts.add_at(Message::fixed("Kết quả", "Result"), "result", shown, Some(last.place));
        }
        let share = Cell::or_empty(assessed.attainment_pct, |share| Cell::Percent(Some(share)));
        facts.add(Message::fixed("Tỷ lệ", "Attainment"), "attainment_pct", share);
        let word = wording::assessment(assessed.assessment);
        facts.add(Message::fixed("Đánh giá", "Assessment"), "assessment", word);
    }
    let tasks = target.tasks.iter().map(|task| plan.task(*task)).map(|it| (&it.id, &it.title));
    facts.add(Message::fixed("Nhiệm vụ", "Tasks"), "tasks", titled(tasks));
    facts.add(Message::fixed("Căn cứ ở", "Source"), "source", maybe(target.source.as_deref()));
    facts.add(Message::fixed("Ghi chú", "Note"), "note", maybe(target.note.as_deref()));
    facts.add_own(plan, &target.own);
    facts.block()
}

/// The occurrences of a target, or its values for several days, each with its assessment.
fn assessments(span: Message, all: &[TargetStatus<'_>]) -> Table {
    let mut table = Table::new(vec![
        Column::title(span, "period"),
        Column::words(Message::fixed("Hạn", "Last day"), "deadline"),
        Column::figures(Message::fixed("Giao", "Asked"), "value"),
        Column::figures(Message::fixed("Kết quả", "Result"), "result"),
        Column::figures(Message::fixed("Tỷ lệ %", "%"), "attainment_pct").hide_if_all_zero(),
        Column::words(Message::fixed("Đánh giá", "Assessment"), "assessment"),
    ]);
    table.rows.extend(all.iter().map(|one| {
        TableRow::Body(vec![
            period(one),
            Cell::or_empty(one.deadline, Cell::Date),
            Cell::text(&one.horizon.value_text),
            Cell::or_empty(one.result, |last| result(&one.horizon.value, last)),
            Cell::or_empty(one.attainment_pct, |share| Cell::Percent(Some(share))),
            wording::assessment(one.assessment),
        ])
    }));
    table
}

fn results(plan: &Plan, page: &TargetPage<'_>, sources: &Sources) -> Table {
    let target = page.assessed.target;
    let occurrences = target.occurrences();
    let mut table = Table::new(vec![
        Column::words(Message::fixed("Ngày", "Date"), "date"),
        Column::words(Message::fixed("Kỳ", "Period"), "period").hide_if_all_zero(),
        Column::figures(Message::fixed("Kết quả", "Result"), "result"),
        Column::words(Message::fixed("Đơn vị", "Unit"), "unit").hide_if_all_zero(),
        Column::title(Message::fixed("Minh chứng", "Evidence"), "evidence").hide_if_all_zero(),
        Column::words(Message::fixed("Nơi ghi", "Place"), "place"),
    ]);
    table.rows.extend(page.results.iter().map(|one| {
        let named = one.occurrences.iter().filter_map(|at| occurrences.get(*at as usize)?.label.as_deref());
        let names: Vec<Message> = named.map(|label| label_name(label, true)).collect();
        let joined = |lang| names.iter().map(|name| name.get(lang)).collect::<Vec<_>>().join("; ");
        let periods = Cell::Message(Message::new(joined(Lang::Vi), joined(Lang::En)));
        TableRow::Body(vec![
            Cell::Date(one.date),
            if names.is_empty() { Cell::Empty } else { periods },
            result(&page.assessed.horizon.value, one),
            Cell::or_empty(one.unit, |unit| Cell::text(&plan.registry.unit(unit).name)),
            maybe(one.evidence.as_deref()),
            Cell::text(place(sources, one.place).to_string()),
        ])
    }));
    table
}
