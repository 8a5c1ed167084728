//! Ids and names: `duplicate-id`, `same-name`.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};

use super::context::RuleContext;
use super::family::RuleFamily;
use crate::check::lower::DuplicateIdFault;
use crate::date::Day;
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::model::Unit;
use crate::parse::Key;
use crate::rule;
use crate::span::Spanned;
use crate::vietnamese::plain;

/// The rules of this file and their checks.
pub(super) static FAMILY: RuleFamily =
    RuleFamily { rules: &[&DUPLICATE_ID, &SAME_NAME], checks: &[], lints: &[same_name] };

rule!(
    DUPLICATE_ID,
    Error,
    "duplicate-id",
    ["Một mã dùng cho hai thứ", "Duplicate id"],
    [
        "Mã là duy nhất trong kế hoạch: nhiệm vụ và dòng tiến độ chung một kho, đơn vị và nhóm chung một kho, mỗi danh sách khác một kho. Báo ở chỗ thứ hai.",
        "Ids are unique in a plan. Tasks and rows share one set of ids, units and groups another; every other list has \
         its own. The second use is reported.",
    ],
);

rule!(
    SAME_NAME,
    Warning,
    "same-name",
    ["Hai đơn vị cùng có hiệu lực mang một tên", "Name shared by two units in force"],
    [
        "Tìm theo tên sẽ ra cả hai. Tên riêng thì thêm cấp (TH Hạ Đình, THCS Hạ Đình); đơn vị cũ đã hết hiệu lực thì ghi until.",
        "A search by this name finds both units. Add the level to the name (TH Hạ Đình, THCS Hạ Đình), or give `until` of \
         the unit that has ended.",
    ],
);

/// Reports the second use of an id, with the first.
pub(super) fn duplicate_id(fault: &DuplicateIdFault) -> Diagnostic {
    let id = quoted(&fault.id.value);
    Diagnostic::new(&DUPLICATE_ID, fault.id.span, message!("mã {id} đã dùng", "duplicate id {id}"))
        .related(fault.first, Message::fixed("dùng lần đầu ở đây", "first used here"))
}

fn same_name(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    let units = &context.plan.registry.units;
    let entries = context.draft.list(Key::Units);
    let mut named: HashMap<String, Vec<NamedUnit<'_>>> = HashMap::new();
    for (at, (unit, entry)) in units.iter().zip(entries).enumerate() {
        let aliases = entry.many(Key::Aliases);
        for name in entry.text(Key::Name).into_iter().chain(aliases) {
            let key = plain(&name.value.split_whitespace().collect::<Vec<_>>().join(" "));
            let all = named.entry(key).or_default();
            // A unit may repeat its own name.
            if all.last().is_none_or(|last| last.at != at) {
                all.push(NamedUnit { at, unit, name });
            }
        }
    }
    for mut all in named.into_values().filter(|all| all.len() > 1) {
        // In the order of their first days: the units in force so far, of which the first of the file is compared.
        // All others of them are told already.
        all.sort_by_key(|named| named.unit.from);
        let mut in_force: BinaryHeap<Reverse<(usize, usize)>> = BinaryHeap::new();
        let mut told = HashSet::new();
        for (place, named) in all.iter().enumerate() {
            while let Some(Reverse((at, other))) = in_force.peek().copied() {
                let other = &all[other];
                if other.unit.until.zip(named.unit.from).is_some_and(|(until, from)| until < from) {
                    in_force.pop();
                    continue;
                }
                let (first, second) = if at < named.at { (other, named) } else { (named, other) };
                if together(first.unit, second.unit) && told.insert(second.at) {
                    found.push(shared_name(second, first.unit));
                }
                break;
            }
            in_force.push(Reverse((named.at, place)));
        }
    }
}

/// A unit with one of its names.
struct NamedUnit<'n> {
    at: usize,
    unit: &'n Unit,
    name: Spanned<&'n str>,
}

fn shared_name(named: &NamedUnit<'_>, other: &Unit) -> Diagnostic {
    let (name, id) = (quoted(named.name.value), quoted(&other.id));
    Diagnostic::new(
        &SAME_NAME,
        named.name.span,
        message!("tên {name} đã là của đơn vị {id}", "the name {name} is also the name of {id}"),
    )
    .related(other.place, Message::fixed("đơn vị kia", "the other unit"))
}

/// Returns true if two different units are in force on a common day.
fn together(a: &Unit, b: &Unit) -> bool {
    let starts =
        |from: Option<Day>, until: Option<Day>| from.zip(until).is_none_or(|(from, until)| from <= until);
    a.id != b.id && starts(a.from, b.until) && starts(b.from, a.until)
}
