//! Lists of work items: overdue, upcoming, and by any filter.

mod asked;
mod column;
mod table;

use std::collections::{HashMap, HashSet};

pub use asked::Asked;
pub(super) use column::period;

use super::opening::opening;
use crate::attribute::{Attribute, UnitNaming, holder_name};
use crate::date::Day;
use crate::document::{Block, Document, Media, TableRow};
use crate::language::{Lang, Message};
use crate::message;
use crate::status::{Grouping, PlanWorkItem, group};

use Attribute as A;
use table::{ItemColumns, tables};

const LIST: &[Attribute] = &[A::Id, A::Title, A::Period, A::Unit, A::Deadline, A::Status];
const OVERDUE: &[Attribute] =
    &[A::Id, A::Title, A::Period, A::Unit, A::Deadline, A::DaysLate, A::Percent, A::Reported];
const UPCOMING: &[Attribute] = &[A::Id, A::Title, A::Period, A::Unit, A::Deadline, A::Percent];

/// Returns the overdue work.
pub fn overdue(asked: Asked<'_, '_>) -> Document {
    let mut document = opening(Message::fixed("Việc quá hạn", "Overdue"), asked.plans, asked.as_of);
    tables(&mut document, asked, &ItemColumns::new(OVERDUE, asked));
    document.blocks.push(Block::Paragraph(late(asked)));
    document
}

/// Returns the overdue work unit by unit, as in the annex of a letter.
pub fn overdue_by_unit(asked: Asked<'_, '_>) -> Document {
    let mut document = opening(Message::fixed("Việc quá hạn", "Overdue"), asked.plans, asked.as_of);
    let mut fields = ItemColumns::new(OVERDUE, asked);
    // Readers have the unit above its rows.
    fields.show(A::Unit, Media::SPREADSHEET);
    fields.insert(0, A::Plan, if asked.plans.len() > 1 { Media::ALL } else { Media::SPREADSHEET });
    let name = |found: &PlanWorkItem<'_>| {
        let (id, name) = (found.item.unit_id(found.plan), found.item.unit_name(found.plan));
        (id.into_owned(), name.into_owned())
    };
    let mut by_unit: HashMap<(String, String), Vec<PlanWorkItem<'_>>> = HashMap::new();
    for found in asked.found {
        by_unit.entry(name(found)).or_default().push(*found);
    }
    let mut table = fields.table();
    for of_unit in group(Grouping::Unit, asked.found.iter().map(|found| (found.plan, found.item))) {
        let key = (of_unit.key.unwrap_or_default().into_owned(), of_unit.label.get(Lang::Vi).to_owned());
        let Some(own) = by_unit.remove(&key) else { continue };
        let (owner, count) = (own.first().map(|found| holder_name(found, UnitNaming::Full)), own.len());
        let owner = owner.unwrap_or(of_unit.label);
        let (vi, en) = (owner.get(Lang::Vi), owner.get(Lang::En));
        table.rows.push(TableRow::Group {
            mark: String::new(),
            title: message!("{vi} ({count} việc)", "{en} ({count})"),
        });
        table.rows.extend(own.iter().map(|found| fields.row(found, asked.sources)));
    }
    document.blocks.push(Block::Table(table));
    document.blocks.push(Block::Paragraph(late(asked)));
    document
}

/// Returns the work due from the day to another.
pub fn upcoming(asked: Asked<'_, '_>, last: Day) -> Document {
    let mut document = opening(Message::fixed("Việc sắp đến hạn", "Upcoming"), asked.plans, asked.as_of);
    let (vi, en) = (last.show(Lang::Vi), last.show(Lang::En));
    document.subtitle.insert(1, message!("hạn đến {vi}", "due by {en}"));
    let mut fields = ItemColumns::new(UPCOMING, asked);
    fields.days_left = Some(asked.as_of.day);
    tables(&mut document, asked, &fields);
    document.blocks.push(Block::Paragraph(sum(asked)));
    document
}

/// Returns the matching work items with the columns of `--columns`.
pub fn list(asked: Asked<'_, '_>, columns: Option<&[Attribute]>, all: usize) -> Document {
    let mut document = opening(Message::fixed("Danh sách việc", "Work items"), asked.plans, asked.as_of);
    let fields = columns.map_or_else(|| ItemColumns::new(LIST, asked), ItemColumns::exactly);
    tables(&mut document, asked, &fields);
    document.blocks.push(Block::Paragraph(if asked.found.len() < all {
        let shown = asked.found.len();
        message!("{shown} trong {all} việc.", "{shown} of {all} items.")
    } else {
        sum(asked)
    }));
    document
}

/// Returns the sums of overdue work: items, units, and the most days.
fn late(asked: Asked<'_, '_>) -> Message {
    // Units of several plans may share an id: the name tells them apart.
    let unit = |found: &PlanWorkItem<'_>| {
        format!("{}\n{}", found.item.unit_id(found.plan), holder_name(found, UnitNaming::Full).get(Lang::Vi))
    };
    let units = asked.found.iter().map(unit).collect::<HashSet<_>>().len();
    let days = asked.found.iter().map(|found| found.item.days_late).max().unwrap_or(0);
    let items = how_many(asked);
    let (vi, en) = (items.get(Lang::Vi), items.get(Lang::En));
    let plural = |count: bool| if count { "" } else { "s" };
    let (of_units, of_days) = (plural(units == 1), plural(days == 1));
    Message::new(
        format!("Cộng {vi} quá hạn của {units} đơn vị; lâu nhất {days} ngày."),
        format!("{en} overdue, of {units} unit{of_units}; the longest by {days} day{of_days}."),
    )
}

fn sum(asked: Asked<'_, '_>) -> Message {
    let items = how_many(asked);
    let (vi, en) = (items.get(Lang::Vi), items.get(Lang::En));
    message!("Cộng {vi}.", "{en} in all.")
}

fn how_many(asked: Asked<'_, '_>) -> Message {
    let count = asked.found.len();
    let items = if count == 1 { "item" } else { "items" };
    match asked.plans.len() {
        0 | 1 => message!("{count} việc", "{count} {items}"),
        plans => message!("{count} việc của {plans} kế hoạch", "{count} {items} of {plans} plans"),
    }
}
