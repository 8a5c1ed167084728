//! Groups, and cycles of references: `group-count`, `group-cycle`, `empty-group`, `reference-cycle`.

use std::collections::HashSet;

use super::context::RuleContext;
use super::family::RuleFamily;
use crate::check::lower::{CycleFault, ReferenceCycle};
use crate::diagnostic::{Diagnostic, quoted};
use crate::language::Message;
use crate::message;
use crate::model::{GroupIx, Party, UnitIx};
use crate::parse::Key;
use crate::rule;
use crate::span::Spanned;

/// The rules of this file and their checks.
pub(super) static FAMILY: RuleFamily = RuleFamily {
    rules: &[&GROUP_COUNT, &GROUP_CYCLE, &EMPTY_GROUP, &REFERENCE_CYCLE],
    checks: &[counts],
    lints: &[],
};

rule!(
    GROUP_COUNT,
    Error,
    "group-count",
    ["Nhóm không đủ số đơn vị mà văn bản nêu", "Number of units in a group differs from the document's"],
    [
        "Văn bản nói \"UBND 11 phường\"; danh mục phải có đúng 11 đơn vị có hiệu lực vào ngày đầu của thời kỳ, sau khi mở hết các nhóm con.",
        "A document that says \"UBND 11 phường\" requires exactly 11 units in the registry that are in force on the first \
         day of the period, with all inner groups expanded.",
    ],
);

rule!(
    GROUP_CYCLE,
    Error,
    "group-cycle",
    ["Nhóm chứa chính nó", "Group that contains itself"],
    [
        "Nhóm có thể chứa nhóm, nhưng không thể, trực tiếp hay qua nhóm khác, chứa chính mình. Mỗi vòng được báo một lần.",
        "A group can contain groups, but it cannot contain itself, directly or through other groups. Each cycle is \
         reported once.",
    ],
);

rule!(
    EMPTY_GROUP,
    Error,
    "empty-group",
    ["Nhóm không có đơn vị nào", "Group without units"],
    [
        "Việc giao cho nhóm rỗng không giao cho ai. Kiểm tra kind và parent của nhóm, và ngày hiệu lực của các đơn vị vào ngày đầu của thời kỳ.",
        "Work assigned to an empty group is assigned to nobody. Check `kind` and `parent` of the group, and the units \
         that are in force on the first day of the period.",
    ],
);

rule!(
    REFERENCE_CYCLE,
    Error,
    "reference-cycle",
    [
        "Chuỗi cấp trên, phần cha hoặc nhiệm vụ trùng quay về chính nó",
        "Cycle of parents, successors or repeated tasks"
    ],
    [
        "parent của đơn vị và của phần, same_as của nhiệm vụ không thể đi thành vòng. Mỗi vòng được báo một lần.",
        "`parent` and `successors` of units, `parent` of sections, and `same_as` of tasks cannot form a cycle. Each cycle \
         is reported once.",
    ],
);

fn counts(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    let first = context.plan.period.range.first;
    let filled = context.plan.registry.filled_groups(first);
    for (at, (group, entry)) in
        context.plan.registry.groups.iter().zip(context.draft.list(Key::Groups)).enumerate()
    {
        let (registry, party) = (&context.plan.registry, [Party::Group(GroupIx::new(at))]);
        let is_timeless = |unit: &UnitIx| {
            let unit = registry.unit(*unit);
            unit.from.is_none() && unit.until.is_none()
        };
        // Without a period it is unknown which of its units are in force.
        let depends_on_period = || !registry.unfold_ever(&party).iter().all(is_timeless);
        let is_doubtful = context.doubts.groups.contains(&at)
            || context.doubts.period && depends_on_period()
            || may_lack_unit(context, GroupIx::new(at));
        if is_doubtful {
            continue;
        }
        let name = &group.name;
        if !filled[at] {
            found.push(
                Diagnostic::new(
                    &EMPTY_GROUP,
                    entry.place(),
                    message!("nhóm {0} không có đơn vị nào", "the group {0} has no units", quoted(name)),
                )
                .help(Message::fixed(
                    "kiểm tra members, hoặc kind và parent",
                    "check `members`, or `kind` and `parent`",
                )),
            );
        } else if let Some(Spanned { value: stated, span }) = entry.count(Key::Count)
            && let units = registry.unfold(&party, first).len()
            && stated != units as u64
        {
            found.push(Diagnostic::new(
                &GROUP_COUNT,
                span,
                message!(
                    "văn bản nêu {stated} đơn vị, danh mục có {units}",
                    "the document says {stated} units, the registry has {units}"
                ),
            ));
        }
    }
}

/// Returns true if a part that cannot be read may hold a unit of a group, or a group in it.
fn may_lack_unit(context: &RuleContext<'_>, group: GroupIx) -> bool {
    if context.draft.skipped.is_empty() && !context.draft.lost_file {
        return false;
    }
    let (mut open, mut seen) = (vec![group], HashSet::new());
    while let Some(group) = open.pop() {
        if !seen.insert(group) {
            continue;
        }
        let group = context.plan.registry.group(group);
        if group.kinds.iter().any(|kind| context.lost(&[Key::Units, Key::Groups], kind)) {
            return true;
        }
        open.extend(group.members.iter().filter_map(|member| match member {
            Party::Group(inner) => Some(*inner),
            Party::Unit(_) => None,
        }));
    }
    context.draft.lost_file
}

/// Reports a cycle of references.
pub(super) fn cycle(fault: &CycleFault) -> Diagnostic {
    let rule = match fault.kind {
        ReferenceCycle::Groups => &GROUP_CYCLE,
        ReferenceCycle::References => &REFERENCE_CYCLE,
    };
    let chain = fault.ids.join(" → ");
    Diagnostic::new(rule, fault.place, message!("đi vòng: {chain}", "cycle: {chain}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::tests::marks;

    #[test]
    fn groups_of_empty_groups_are_empty() {
        let text = "units:\n- {id: u, name: U, kind: phuong}\n- {id: v, name: V, kind: cu}\n\
                    groups:\n- {id: ngoai, name: A, members: [trong]}\n- {id: trong, name: B, kind: khong-co}\n\
                    - {id: ca-hai, name: C, members: [trong, theo-ten]}\n- {id: theo-ten, name: D, members: [v]}\n\
                    - {id: theo-loai, name: E, members: [phuong]}\n- {id: phuong, name: F, kind: phuong}\n";
        assert_eq!(marks(counts, text), ["ngoai", "trong"]);
    }
}
