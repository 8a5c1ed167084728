//! The registry: units and groups, since when and until when, who succeeds whom, how much work each has.

use std::collections::HashMap;

use super::wording;
use crate::date::{AsOf, Day};
use crate::document::{Block, Cell, Column, Document, Media, StatusCell, Table, TableRow, Tone, same};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::{Group, GroupIx, Holder, Party, Plan, Unit, UnitIx};
use crate::status::{WorkItemStatus, evaluate_all};

/// The units and groups of one plan that are asked for.
#[derive(Debug)]
pub struct Units<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The units, then the groups, each in the order of the registry.
    pub rows: Vec<Listed<'p>>,
}

/// A unit or a group.
#[derive(Debug)]
pub enum Listed<'p> {
    /// A unit, and how many work items are its own on the day.
    Unit(&'p Unit, usize),
    /// A group, the units that it stands for on the day, and how many work items it holds in common.
    Group(&'p Group, Vec<UnitIx>, usize),
}

impl<'p> Units<'p> {
    /// Some units and groups of a plan on a day.
    pub fn of(plan: &'p Plan, as_of: AsOf, units: &[UnitIx], groups: &[GroupIx]) -> Self {
        let mut led: HashMap<Holder, usize> = HashMap::new();
        for WorkItemStatus { unit, .. } in evaluate_all(plan, as_of) {
            *led.entry(unit).or_default() += 1;
        }
        let led = |holder| led.get(&holder).copied().unwrap_or(0);
        let registry = &plan.registry;
        let units = units.iter().map(|ix| Listed::Unit(registry.unit(*ix), led(Holder::Unit(*ix))));
        let groups = groups.iter().map(|ix| {
            let members = registry.unfold(&[Party::Group(*ix)], as_of.day);
            Listed::Group(registry.group(*ix), members, led(Holder::Group(*ix)))
        });
        Self { plan, rows: units.chain(groups).collect() }
    }

    fn table(&self, day: Day) -> Table {
        let registry = &self.plan.registry;
        let mut table = Table::new(vec![
            Column::words(Message::fixed("Mã", "Id"), "id"),
            Column::title(Message::fixed("Tên", "Name"), "name"),
            Column::words(Message::fixed("Loại", "Kind"), "kind"),
            Column::words(Message::fixed("Tên khác", "Aliases"), "aliases").needs_room(),
            Column::words(Message::fixed("Hiệu lực", "In force"), "in_force").hide_if_all_zero(),
            Column::words(Message::fixed("Từ ngày", "From"), "from").only_on(Media::SPREADSHEET),
            Column::words(Message::fixed("Đến ngày", "Until"), "until").only_on(Media::SPREADSHEET),
            Column::words(Message::fixed("Kế thừa", "Successors"), "successors")
                .hide_if_all_zero()
                .needs_room(),
            Column::figures(Message::fixed("Số đơn vị", "Members"), "members").hide_if_all_zero(),
            Column::figures(Message::fixed("Số việc", "Work items"), "items"),
        ]);
        table
            .constants
            .push((Column::words(Message::fixed("Kế hoạch", "Plan"), "plan"), Cell::text(&self.plan.id)));
        let mut is_in_groups = false;
        for listed in &self.rows {
            let cells = match listed {
                Listed::Unit(unit, items) => vec![
                    Cell::text(&unit.id),
                    Cell::text(&unit.name),
                    Cell::text(&unit.kind),
                    Cell::List(unit.aliases.clone()),
                    in_force(unit, day),
                    Cell::or_empty(unit.from, Cell::Date),
                    Cell::or_empty(unit.until, Cell::Date),
                    Cell::List(unit.successors.iter().map(|next| registry.unit(*next).id.clone()).collect()),
                    Cell::Empty,
                    Cell::Count(*items as u64),
                ],
                Listed::Group(group, members, items) => {
                    if !is_in_groups {
                        is_in_groups = true;
                        let title = Message::fixed("Nhóm đơn vị", "Groups");
                        table.rows.push(TableRow::Group { mark: String::new(), title });
                    }
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
                        Cell::Count(*items as u64),
                    ]
                }
            };
            table.rows.push(TableRow::Body(cells));
        }
        table
    }
}

/// Since when, or until when, a unit is in force, seen from a day; nothing of one that always is.
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
    Cell::Status(StatusCell { key, word, tone })
}

/// The registries of some plans on a day.
pub fn units(all: &[Units<'_>], as_of: AsOf) -> Document {
    let single = if let [units] = all { Some(units.plan) } else { None };
    let title = match single {
        Some(Plan { id, .. }) => message!("Danh mục đơn vị: {id}", "Units: {id}"),
        None => Message::fixed("Danh mục đơn vị", "Units"),
    };
    let mut document = Document::new(title);
    document = wording::as_of(document, as_of);
    document.subtitle.extend(single.map(|plan| same(&plan.title)));
    for units in all {
        let mut table = units.table(as_of.day);
        if single.is_none() {
            table.caption = Some(same(&units.plan.title));
        }
        document.blocks.push(Block::Table(table));
    }
    document
}
