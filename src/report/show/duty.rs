//! The duties that hang on something: each tracked task or row with how far it has come.

use super::Page;
use crate::lang::Text;
use crate::model::{Item, ItemIx, Plan};
use crate::report::document::{Block, Cell, Column, Row, Table};
use crate::report::wording::maybe;
use crate::status::{Status, WorkItem};

impl Page<'_> {
    /// The tracked tasks and rows for which this holds, with the work items of theirs for which that holds;
    /// nothing if there are none.
    pub(super) fn duties<'i>(
        &self,
        all: &'i [WorkItem],
        mut of: impl FnMut(&Item) -> bool,
        mut own: impl FnMut(&Plan, &WorkItem) -> bool,
    ) -> (Vec<&'i WorkItem>, Vec<Block>) {
        let plan = self.plan;
        let mut table = Table::new(vec![
            Column::words(Text::fixed("Mã", "Id"), "id"),
            Column::title(Text::fixed("Nội dung", "Duty"), "title"),
            Column::words(Text::fixed("Thời hạn", "Deadline"), "due_text"),
            Column::figures(Text::fixed("Số việc", "Work items"), "items"),
            Column::figures(Text::fixed("Xong", "Done"), "done"),
            Column::figures(Text::fixed("Quá hạn", "Overdue"), "overdue")
                .tone(crate::report::Tone::Bad)
                .hide_if_all_zero(),
            Column::words(Text::fixed("Hạn tới", "Next deadline"), "next").hide_if_all_zero(),
        ]);
        let mut kept = Vec::new();
        for (at, item) in plan.items.iter().enumerate() {
            let range = plan.slots_of(ItemIx::new(at));
            let items: Vec<&WorkItem> =
                all.get(range).unwrap_or_default().iter().filter(|item| own(plan, item)).collect();
            if !of(item) || items.is_empty() {
                continue;
            }
            let count = |holds: fn(Status) -> bool| {
                Cell::Count(items.iter().filter(|item| holds(item.status)).count() as u64)
            };
            let open = items.iter().filter(|item| item.status.is_open() && item.status != Status::Overdue);
            table.rows.push(Row::Body(vec![
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
            blocks.push(Block::Heading(Text::fixed("Các việc", "Duties")));
            blocks.push(Block::Table(table));
        }
        (kept, blocks)
    }
}
