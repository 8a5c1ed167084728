//! Lists of work items: overdue, upcoming, and any that a filter lets through.

mod column;
mod table;

use super::opening::opening;
use super::wording::unannounced;
use crate::answer::{ListAnswer, OverdueAnswer, UpcomingAnswer, WorkItemList};
use crate::document::{Block, Document, TableRow};
use crate::language::{Lang, Message};
use crate::message;
use crate::span::Sources;

use table::{ItemGrid, tables};

/// The overdue work items, in one table for each plan or, where the answer has them, under their units: the annex
/// of a letter. `in_full` adds the columns of spreadsheets.
pub fn overdue(answer: &OverdueAnswer<'_>, sources: &Sources, in_full: bool) -> Document {
    let list = &answer.list;
    let mut document = opening_of_list(Message::fixed("Việc quá hạn", "Overdue"), list);
    let grid = ItemGrid::new(&list.columns, in_full);
    if let Some(units) = &answer.by_unit {
        let mut table = grid.table();
        for unit in units {
            let (vi, en, count) = (unit.holder.get(Lang::Vi), unit.holder.get(Lang::En), unit.items.len());
            table.rows.push(TableRow::Group {
                mark: String::new(),
                title: message!("{vi} ({count} việc)", "{en} ({count})"),
            });
            table.rows.extend(unit.items.iter().map(|found| grid.row(found, sources)));
        }
        document.blocks.push(Block::Table(table));
    } else {
        tables(&mut document, list, sources, &grid);
    }
    document.blocks.push(Block::Paragraph(late(answer)));
    document.blocks.extend(unannounced(&list.unannounced));
    document
}

/// The work items with a deadline within a span of days.
pub fn upcoming(answer: &UpcomingAnswer<'_>, sources: &Sources, in_full: bool) -> Document {
    let list = &answer.list;
    let mut document = opening_of_list(Message::fixed("Việc sắp đến hạn", "Upcoming"), list);
    let (vi, en) = (answer.last.show(Lang::Vi), answer.last.show(Lang::En));
    document.subtitle.insert(1, message!("hạn đến {vi}", "due by {en}"));
    tables(&mut document, list, sources, &ItemGrid::new(&list.columns, in_full));
    document.blocks.push(Block::Paragraph(sum(list)));
    document.blocks.extend(unannounced(&list.unannounced));
    document
}

/// The work items that a filter lets through.
pub fn list(answer: &ListAnswer<'_>, sources: &Sources, in_full: bool) -> Document {
    let list = &answer.list;
    let mut document = opening_of_list(Message::fixed("Danh sách việc", "Work items"), list);
    tables(&mut document, list, sources, &ItemGrid::new(&list.columns, in_full));
    let (shown, all) = (list.items.len(), answer.all);
    document.blocks.push(Block::Paragraph(if shown < all {
        message!("{shown} trong {all} việc.", "{shown} of {all} items.")
    } else {
        sum(list)
    }));
    document.blocks.extend(unannounced(&list.unannounced));
    document
}

/// The opening of a list, with what its rows do not repeat.
fn opening_of_list(what: Message, list: &WorkItemList<'_>) -> Document {
    let mut document = opening(what, &list.plans, list.as_of);
    for (attribute, name) in &list.common {
        let say = |lang: Lang| format!("{}: {}", attribute.info().header.get(lang), name.get(lang));
        document.subtitle.push(Message::new(say(Lang::Vi), say(Lang::En)));
    }
    document
}

/// The number of overdue work items and of their units, and the longest delay.
fn late(answer: &OverdueAnswer<'_>) -> Message {
    let OverdueAnswer { list, units, longest: days, .. } = answer;
    let items = how_many(list);
    let (vi, en) = (items.get(Lang::Vi), items.get(Lang::En));
    let plural = |count: bool| if count { "" } else { "s" };
    let (of_units, of_days) = (plural(*units == 1), plural(*days == 1));
    Message::new(
        format!("Cộng {vi} quá hạn của {units} đơn vị; lâu nhất {days} ngày."),
        format!("{en} overdue, of {units} unit{of_units}; the longest by {days} day{of_days}."),
    )
}

fn sum(list: &WorkItemList<'_>) -> Message {
    let items = how_many(list);
    let (vi, en) = (items.get(Lang::Vi), items.get(Lang::En));
    message!("Cộng {vi}.", "{en} in all.")
}

fn how_many(list: &WorkItemList<'_>) -> Message {
    let count = list.items.len();
    let items = if count == 1 { "item" } else { "items" };
    match list.plans.len() {
        0 | 1 => message!("{count} việc", "{count} {items}"),
        plans => message!("{count} việc của {plans} kế hoạch", "{count} {items} of {plans} plans"),
    }
}
