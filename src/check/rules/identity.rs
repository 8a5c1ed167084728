//! Ids and names: `duplicate-id`, `same-name`.

use std::collections::HashMap;

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
    let mut named: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, (unit, entry)) in units.iter().zip(entries).enumerate() {
        let aliases = entry.many(Key::Aliases).map(|alias| (alias.value, alias.span));
        let names = entry.text(Key::Name).map(|name| (name.value, name.span)).into_iter().chain(aliases);
        for (name, span) in names {
            let key = plain(&name.split_whitespace().collect::<Vec<_>>().join(" "));
            let others = named.entry(key).or_default();
            if let Some(other) = others.iter().find(|other| **other != at && together(&units[**other], unit))
            {
                found.push(
                    Diagnostic::new(
                        &SAME_NAME,
                        span,
                        message!(
                            "tên {0} đã là của đơn vị {1}",
                            "the name {0} is also the name of {1}",
                            quoted(name),
                            quoted(&units[*other].id)
                        ),
                    )
                    .related(units[*other].place, Message::fixed("đơn vị kia", "the other unit")),
                );
            }
            if !others.contains(&at) {
                others.push(at);
            }
        }
    }
}

/// Returns true if two different units are in force on a common day.
fn together(a: &Unit, b: &Unit) -> bool {
    let starts =
        |from: Option<Day>, until: Option<Day>| from.zip(until).is_none_or(|(from, until)| from <= until);
    a.id != b.id && starts(a.from, b.until) && starts(b.from, a.until)
}
