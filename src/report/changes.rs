//! The changes since an earlier day (so với kỳ trước).

use crate::answer::{ChangedItem, ChangesAnswer};
use crate::attribute::{UnitNaming, holder_name};
use crate::document::{Block, Cell, Column, Document, Table, TableRow, Tone};
use crate::language::{Lang, Message};
use crate::message;
use crate::status::PlanWorkItem;

/// Adds the changes to a report: their numbers, then the work items.
pub(super) fn add_changes(document: &mut Document, changes: &ChangesAnswer<'_>) {
    let (vi, en) = (changes.since.show(Lang::Vi), changes.since.show(Lang::En));
    document.blocks.push(Block::Heading(message!("So với ngày {vi}", "Since {en}")));
    let kinds = kinds(changes);
    let counts = |lang: Lang| {
        let counts = kinds.iter().map(|(name, items, _)| format!("{} {}", name.get(lang), items.len()));
        counts.collect::<Vec<_>>().join(" · ")
    };
    document.blocks.push(Block::Paragraph(Message::new(counts(Lang::Vi), counts(Lang::En))));
    let mut table = table();
    for (name, items, day) in &kinds {
        if !items.is_empty() {
            let say = |lang: Lang| format!("{} ({})", name.get(lang), day.get(lang));
            let title = Message::new(say(Lang::Vi), say(Lang::En));
            table.rows.push(TableRow::Group { mark: String::new(), title });
            table.rows.extend(items.iter().map(row));
        }
    }
    if !table.is_empty() {
        document.blocks.push(Block::Table(table));
    }
}

/// The kinds of change: the name, the work items, and the meaning of their day.
fn kinds<'c, 's>(changes: &'c ChangesAnswer<'s>) -> [(Message, &'c [ChangedItem<'s>], Message); 4] {
    let t = Message::fixed;
    [
        (t("Mới hoàn thành", "Newly done"), &changes.newly_done, t("ngày xong", "done on")),
        (t("Mới quá hạn", "Newly overdue"), &changes.newly_overdue, t("hạn", "deadline")),
        (t("Gia hạn", "Extended"), &changes.extended, t("gia hạn đến", "extended to")),
        (t("Thôi thực hiện", "Dropped"), &changes.dropped, t("ngày quyết định", "decided on")),
    ]
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

fn row(changed: &ChangedItem<'_>) -> TableRow {
    let ChangedItem { found, day } = changed;
    let PlanWorkItem { plan, item } = *found;
    TableRow::Body(vec![
        Cell::text(item.id(plan)),
        Cell::text(item.title(plan)),
        Cell::or_empty(found.period_name(), Cell::Message),
        Cell::Message(holder_name(found, UnitNaming::Short)),
        Cell::or_empty(*day, Cell::Date),
        if item.days_late == 0 { Cell::Empty } else { Cell::Days(item.days_late) },
    ])
}
