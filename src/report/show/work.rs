//! The work that belongs to an entity: each tracked task or row with its figures.

use super::facts::Facts;
use crate::answer::EntityWork;
use crate::document::{Block, Cell, Column, Table, TableRow, Tone};
use crate::language::{Lang, Message};
use crate::message;
use crate::report::wording::maybe;
use crate::status::{Figures, Status};

/// The facts with the summary of the work, then the table of its tasks and rows, if there are any.
pub(super) fn with_work(mut facts: Facts<'_>, work: &EntityWork<'_>) -> Vec<Block> {
    facts.add(Message::fixed("Tình hình", "Summary"), "summary", summary(&work.figures));
    let mut blocks = vec![facts.block()];
    if !work.rows.is_empty() {
        blocks.push(Block::Heading(Message::fixed("Các việc", "Duties")));
        blocks.push(Block::Table(table(work)));
    }
    blocks
}

fn table(work: &EntityWork<'_>) -> Table {
    let mut table = Table::new(vec![
        Column::words(Message::fixed("Mã", "Id"), "id"),
        Column::title(Message::fixed("Nội dung", "Duty"), "title"),
        Column::words(Message::fixed("Thời hạn", "Deadline"), "due_text"),
        Column::figures(Message::fixed("Số việc", "Work items"), "items"),
        Column::figures(Message::fixed("Xong", "Done"), "done"),
        Column::figures(Message::fixed("Quá hạn", "Overdue"), "overdue").tone(Tone::Bad).hide_if_all_zero(),
        Column::words(Message::fixed("Hạn tới", "Next deadline"), "next").hide_if_all_zero(),
    ]);
    table.rows.extend(work.rows.iter().map(|row| {
        TableRow::Body(vec![
            Cell::text(&row.assignment.id),
            Cell::text(&row.assignment.title),
            maybe(row.assignment.due_text.as_deref()),
            Cell::Count(row.figures.total()),
            Cell::Count(row.figures.done()),
            Cell::Count(row.figures.count(Status::Overdue)),
            Cell::or_empty(row.next, Cell::Date),
        ])
    }));
    table
}

/// `4 việc: 2 hoàn thành đúng hạn, 1 quá hạn, 1 chưa đến kỳ`
pub(super) fn summary(figures: &Figures) -> Cell {
    let total = figures.total();
    if total == 0 {
        return Cell::Empty;
    }
    let say = |lang: Lang| {
        let counted = Status::ALL.into_iter().filter(|status| figures.count(*status) > 0);
        let counted = counted.map(|status| format!("{} {}", figures.count(status), status.name().get(lang)));
        counted.collect::<Vec<_>>().join(", ")
    };
    let (vi, en) = (say(Lang::Vi), say(Lang::En));
    let noun = if total == 1 { "work item" } else { "work items" };
    Cell::Message(message!("{total} việc: {vi}", "{total} {noun}: {en}"))
}
