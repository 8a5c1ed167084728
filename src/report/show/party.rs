//! Units and groups: what the registry says of them, and their duties.

use super::facts::{Facts, parties, units};
use crate::answer::{GroupPage, UnitPage};
use crate::date::Day;
use crate::document::{Block, Cell};
use crate::language::Message;
use crate::message;
use crate::model::{Party, Plan};
use crate::report::units::in_force;
use crate::report::wording::maybe;
use crate::span::Sources;

pub(super) fn unit(page: &UnitPage<'_>, plan: &Plan, day: Day, sources: &Sources) -> Vec<Block> {
    let unit = page.unit;
    let mut facts = Facts::of(Message::fixed("đơn vị", "unit"), unit.place, sources);
    facts.add(Message::fixed("Loại đơn vị", "Kind of unit"), "kind", Cell::text(&unit.kind));
    facts.add(Message::fixed("Tên khác", "Aliases"), "aliases", Cell::List(unit.aliases.clone()));
    facts.add(Message::fixed("Trực thuộc", "Parent"), "parent", units(plan, unit.parent.as_slice()));
    facts.add(Message::fixed("Hiệu lực", "In force"), "in_force", in_force(unit, day));
    facts.add(Message::fixed("Kế thừa", "Successors"), "successors", units(plan, &unit.successors));
    facts.add(Message::fixed("Tiếp nối", "Succeeds"), "succeeds", units(plan, &page.predecessors));
    if page.is_answered_by_others {
        facts.add(Message::fixed("Nay báo cáo thay", "Answered by"), "answers", units(plan, &page.answering));
    }
    let groups: Vec<Party> = page.groups.iter().copied().map(Party::Group).collect();
    facts.add(Message::fixed("Thuộc nhóm", "Groups"), "groups", parties(plan, &groups));
    facts.add(Message::fixed("Căn cứ ở", "Source"), "source", maybe(unit.source.as_deref()));
    facts.add(Message::fixed("Ghi chú", "Note"), "note", maybe(unit.note.as_deref()));
    facts.with_duties(&page.duties)
}

pub(super) fn group(page: &GroupPage<'_>, plan: &Plan, sources: &Sources) -> Vec<Block> {
    let group = page.group;
    let mut facts = Facts::of(Message::fixed("nhóm đơn vị", "group"), group.place, sources);
    facts.add(Message::fixed("Theo loại", "By kind"), "kinds", Cell::List(group.kinds.clone()));
    facts.add(Message::fixed("Trực thuộc", "Parent"), "parent", units(plan, group.parent.as_slice()));
    let count = Cell::or_empty(group.count, Cell::Count);
    facts.add(Message::fixed("Văn bản ghi", "Stated count"), "count", count);
    let count = page.members.len();
    let label = message!("Đơn vị ({count})", "Members ({count})");
    facts.add(label, "members", units(plan, &page.members));
    facts.add(Message::fixed("Căn cứ ở", "Source"), "source", maybe(group.source.as_deref()));
    facts.add(Message::fixed("Ghi chú", "Note"), "note", maybe(group.note.as_deref()));
    facts.with_duties(&page.duties)
}
