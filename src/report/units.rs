//! The registry: units and groups, their time in force, their successors, the number of their work items.

use super::opening::{caption, opening};
use crate::answer::{GroupRow, PlanUnits, UnitRow, UnitsAnswer};
use crate::date::Day;
use crate::document::{Block, Cell, Column, Document, Media, StatusCell, Table, TableRow, Tone};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::{Plan, Unit};

/// The registries of some plans on a day.
pub fn units(answer: &UnitsAnswer<'_>) -> Document {
    let plans: Vec<&Plan> = answer.plans.iter().map(|units| units.plan).collect();
    let mut document = opening(Message::fixed("Danh mục đơn vị", "Units"), &plans, answer.as_of);
    for units in &answer.plans {
        let mut table = table(units, answer.as_of.day);
        table.caption = (plans.len() > 1).then(|| caption(units.plan));
        document.blocks.push(Block::Table(table));
    }
    document
}

/// The day since or until which a unit is in force, seen from a day; empty for a unit that always is.
pub(super) fn in_force(unit: &Unit, day: Day) -> Cell {
    let shown = |day: Day| (day.show(Lang::Vi), day.show(Lang::En));
    let (key, word, tone) = if let Some(until) = unit.until.filter(|_| unit.has_ended(day)) {
        let (vi, en) = shown(until);
        ("ended", message!("hết {vi}", "ended {en}"), Tone::Muted)
    } else if let Some(from) = unit.from.filter(|from| *from > day) {
        let (vi, en) = shown(from);
        ("later", message!("từ {vi}", "from {en}"), Tone::Muted)
    } else if let Some(until) = unit.until {
        let (vi, en) = shown(until);
        ("in-force", message!("đến {vi}", "until {en}"), Tone::Warn)
    } else if let Some(from) = unit.from {
        let (vi, en) = shown(from);
        ("in-force", message!("từ {vi}", "from {en}"), Tone::Plain)
    } else {
        return Cell::Empty;
    };
    Cell::Status(StatusCell { key: key.into(), word, tone })
}

fn table(units: &PlanUnits<'_>, day: Day) -> Table {
    let mut table = Table::new(vec![
        Column::words(Message::fixed("Mã", "Id"), "id"),
        Column::title(Message::fixed("Tên", "Name"), "name"),
        Column::words(Message::fixed("Loại", "Kind"), "kind"),
        Column::words(Message::fixed("Tên khác", "Aliases"), "aliases").needs_room(),
        Column::words(Message::fixed("Hiệu lực", "In force"), "in_force").hide_if_all_zero(),
        Column::words(Message::fixed("Từ ngày", "From"), "from").only_on(Media::SPREADSHEET),
        Column::words(Message::fixed("Đến ngày", "Until"), "until").only_on(Media::SPREADSHEET),
        Column::words(Message::fixed("Kế thừa", "Successors"), "successors").hide_if_all_zero().needs_room(),
        Column::figures(Message::fixed("Số đơn vị", "Members"), "members").hide_if_all_zero(),
        Column::figures(Message::fixed("Số việc", "Work items"), "items"),
    ]);
    let plan = Cell::text(&units.plan.id);
    table.constants.push((Column::words(Message::fixed("Kế hoạch", "Plan"), "plan"), plan));
    table.rows.extend(units.units.iter().map(|row| TableRow::Body(unit(units.plan, row, day))));
    if !units.groups.is_empty() {
        let title = Message::fixed("Nhóm đơn vị", "Groups");
        table.rows.push(TableRow::Group { mark: String::new(), title });
        table.rows.extend(units.groups.iter().map(|row| TableRow::Body(group(row))));
    }
    table
}

fn unit(plan: &Plan, UnitRow { unit, work_items }: &UnitRow<'_>, day: Day) -> Vec<Cell> {
    let successors = unit.successors.iter().map(|next| plan.registry.unit(*next).id.clone());
    vec![
        Cell::text(&unit.id),
        Cell::text(&unit.name),
        Cell::text(&unit.kind),
        Cell::List(unit.aliases.clone()),
        in_force(unit, day),
        Cell::or_empty(unit.from, Cell::Date),
        Cell::or_empty(unit.until, Cell::Date),
        Cell::List(successors.collect()),
        Cell::Empty,
        Cell::Count(*work_items as u64),
    ]
}

fn group(GroupRow { group, members, work_items }: &GroupRow<'_>) -> Vec<Cell> {
    vec![
        Cell::text(&group.id),
        Cell::text(&group.name),
        Cell::Message(Message::fixed("nhóm", "group")),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Count(members.len() as u64),
        Cell::Count(*work_items as u64),
    ]
}
