//! The duties that hang on something: each tracked task or row with how far it has come.

use super::Page;
use crate::document::{Block, Cell, Column, Table, TableRow};
use crate::language::Message;
use crate::model::{Assignment, AssignmentIx, Plan};
use crate::report::wording::maybe;
use crate::status::{Status, WorkItemStatus};

impl Page<'_> {
    /// The tracked tasks and rows for which this holds, with the work items of theirs for which that holds;
    /// nothing if there are none.
    pub(super) fn duties<'i>(
        &self,
        all: &'i [WorkItemStatus],
        mut of: impl FnMut(&Assignment) -> bool,
        mut own: impl FnMut(&Plan, &WorkItemStatus) -> bool,
    ) -> (Vec<&'i WorkItemStatus>, Vec<Block>) {
        let plan = self.plan;
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
        let mut kept = Vec::new();
        for (at, item) in plan.assignments.iter().enumerate() {
            let range = plan.work_items_of(AssignmentIx::new(at));
            let items: Vec<&WorkItemStatus> =
                all.get(range).unwrap_or_default().iter().filter(|item| own(plan, item)).collect();
            if !of(item) || items.is_empty() {
                continue;
            }
            let count = |holds: fn(Status) -> bool| {
                Cell::Count(items.iter().filter(|item| holds(item.status)).count() as u64)
            };
            let open = items.iter().filter(|item| item.status.is_open() && item.status != Status::Overdue);
            table.rows.push(TableRow::Body(vec![
                Cell::text(&item.id),
                Cell::text(&item.title),
                maybe(item.due_text.as_deref()),
                Cell::Count(items.len() as u64),
                count(Status::is_done),
                count(|status| status == Status::Overdue),
                Cell::or_empty(open.filter_map(|item| item.deadline).min(), Cell::Date),
            ]));
            kept.extend(items);
        }
        let mut blocks = Vec::new();
        if !table.is_empty() {
            blocks.push(Block::Heading(Message::fixed("Các việc", "Duties")));
            blocks.push(Block::Table(table));
        }
        (kept, blocks)
    }
}
