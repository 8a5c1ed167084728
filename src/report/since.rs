//! What changed since an earlier day (so với kỳ trước). Source: docs/status.md, Figures.

use super::items::period;
use crate::attribute::{UnitNaming, holder_name};
use crate::date::Day;
use crate::document::{Block, Cell, Column, Document, Table, TableRow, Tone};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::{Plan, WorkItemIx};
use crate::status::{PlanWorkItem, WorkItemStatus, since};

/// What changed from one day to another.
#[derive(Debug, Clone)]
pub struct Changes<'p> {
    /// The earlier day.
    pub since: Day,
    /// Done now, and not then.
    pub newly_done: Vec<PlanWorkItem<'p>>,
    /// Overdue now, and not then.
    pub newly_overdue: Vec<PlanWorkItem<'p>>,
    /// With another day than then.
    pub extended: Vec<PlanWorkItem<'p>>,
    /// Dropped now, and not then.
    pub dropped: Vec<PlanWorkItem<'p>>,
}

impl<'p> Changes<'p> {
    /// Compares the work items of plans, each in the order of its work items, with what they were.
    pub fn new(plans: impl IntoIterator<Item = (&'p Plan, &'p [WorkItemStatus])>, earlier: Day) -> Self {
        let mut changes = Self {
            since: earlier,
            newly_done: Vec::new(),
            newly_overdue: Vec::new(),
            extended: Vec::new(),
            dropped: Vec::new(),
        };
        for (plan, items) in plans {
            let found = |work_items: Vec<WorkItemIx>| {
                work_items.into_iter().filter_map(|work_item| {
                    let at = items.binary_search_by_key(&work_item, |item| item.work_item).ok()?;
                    items.get(at).map(|item| PlanWorkItem::new(plan, item))
                })
            };
            let since = since(plan, items, earlier);
            changes.newly_done.extend(found(since.newly_done));
            changes.newly_overdue.extend(found(since.newly_overdue));
            changes.extended.extend(found(since.extended));
            changes.dropped.extend(found(since.dropped));
        }
        changes
    }

    /// Each kind of change: its name, its work items, and what their day is.
    fn kinds(&self) -> [(Message, &[PlanWorkItem<'p>], Message); 4] {
        let t = Message::fixed;
        [
            (t("Mới hoàn thành", "Newly done"), &self.newly_done, t("ngày xong", "done on")),
            (t("Mới quá hạn", "Newly overdue"), &self.newly_overdue, t("hạn", "deadline")),
            (t("Gia hạn", "Extended"), &self.extended, t("gia hạn đến", "extended to")),
            (t("Thôi thực hiện", "Dropped"), &self.dropped, t("ngày quyết định", "decided on")),
        ]
    }

    /// Adds what changed to a report: how many, then which.
    pub(super) fn tell(&self, document: &mut Document) {
        let (vi, en) = (self.since.show(Lang::Vi), self.since.show(Lang::En));
        document.blocks.push(Block::Heading(message!("So với ngày {vi}", "Since {en}")));
        let counts = |lang: Lang| {
            let counts = self.kinds().map(|(name, found, _)| format!("{} {}", name.get(lang), found.len()));
            counts.join(" · ")
        };
        document.blocks.push(Block::Paragraph(Message::new(counts(Lang::Vi), counts(Lang::En))));
        let mut table = table();
        for (kind, (name, found, day)) in self.kinds().into_iter().enumerate() {
            if !found.is_empty() {
                let say = |lang: Lang| format!("{} ({})", name.get(lang), day.get(lang));
                let title = Message::new(say(Lang::Vi), say(Lang::En));
                table.rows.push(TableRow::Group { mark: String::new(), title });
                table.rows.extend(found.iter().map(|found| row(found, kind)));
            }
        }
        if !table.is_empty() {
            document.blocks.push(Block::Table(table));
        }
    }
}

fn table() -> Table {
    Table::new(vec![
        Column::words(Message::fixed("Mã", "ID"), "id"),
        Column::title(Message::fixed("Nội dung", "Title"), "title"),
        Column::words(Message::fixed("Kỳ", "Period"), "period").hide_if_all_zero(),
        Column::words(Message::fixed("Đơn vị", "Unit"), "unit"),
        Column::words(Message::fixed("Ngày", "Day"), "day"),
        Column::figures(Message::fixed("Số ngày quá hạn", "Days late"), "days_late")
            .hide_if_all_zero()
            .tone(Tone::Bad),
    ])
}

/// A work item with the day of its change, by the number of its kind.
fn row(found: &PlanWorkItem<'_>, kind: usize) -> TableRow {
    let PlanWorkItem { plan, item } = *found;
    let day = match kind {
        0 => item.done,
        1 => item.deadline,
        2 => item.extended_to,
        _ => item.changes(plan).rev().find(|change| change.dropped).map(|change| change.date),
    };
    TableRow::Body(vec![
        Cell::text(item.id(plan)),
        Cell::text(item.title(plan)),
        Cell::or_empty(period(found), Cell::Message),
        Cell::Message(holder_name(found, UnitNaming::Short)),
        Cell::or_empty(day, Cell::Date),
        if item.days_late == 0 { Cell::Empty } else { Cell::Days(item.days_late) },
    ])
}
