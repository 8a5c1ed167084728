//! The duties of an entity: each tracked task or row with its progress.

use crate::answer::AssignmentList;
use crate::document::{Block, Cell, Column, Table, TableRow};
use crate::language::Message;
use crate::report::wording::maybe;

/// The duties that have work items, under their heading; nothing if there are none.
pub(super) fn duties(list: &AssignmentList<'_>) -> Vec<Block> {
    let mut table = Table::new(vec![
        Column::words(Message::fixed("Mã", "Id"), "id"),
        Column::title(Message::fixed("Nội dung", "Duty"), "title"),
        Column::words(Message::fixed("Thời hạn", "Deadline"), "due_text"),
        Column::figures(Message::fixed("Số việc", "Work items"), "items"),
        Column::figures(Message::fixed("Xong", "Done"), "done"),
        Column::figures(Message::fixed("Quá hạn", "Overdue"), "overdue")
            .tone(crate::document::Tone::Bad)
            .hide_if_all_zero(),
        Column::words(Message::fixed("Hạn tới", "Next deadline"), "next").hide_if_all_zero(),
    ]);
    for row in list.rows.iter().filter(|row| row.work_items > 0) {
        table.rows.push(TableRow::Body(vec![
            Cell::text(&row.assignment.id),
            Cell::text(&row.assignment.title),
            maybe(row.assignment.due_text.as_deref()),
            Cell::Count(row.work_items),
            Cell::Count(row.done),
            Cell::Count(row.overdue),
            Cell::or_empty(row.next, Cell::Date),
        ]));
    }
    if table.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(Message::fixed("Các việc", "Duties")), Block::Table(table)]
}
