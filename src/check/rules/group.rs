//! Groups and other chains: `group-count`, `group-cycle`, `empty-group`, `reference-cycle`.

use super::Context;
use crate::diagnostic::{Diagnostic, Rule};
use crate::lang::Text;
use crate::model::{GroupIx, Party};
use crate::rule;
use crate::span::Span;
use crate::text;

rule!(
    GROUP_COUNT,
    Error,
    "group-count",
    ["Nhóm không đủ số đơn vị mà văn bản nêu", "A group has not as many units as the document says"],
    [
        "Văn bản nói \"UBND 11 phường\"; danh mục phải có đúng 11 đơn vị có hiệu lực vào ngày đầu của thời kỳ, sau khi mở hết các nhóm con.",
        "The document says \"UBND 11 phường\"; the registry must have exactly 11 units in force on the first day of the period, groups unfolded.",
    ],
);

rule!(
    GROUP_CYCLE,
    Error,
    "group-cycle",
    ["Nhóm chứa chính nó", "A group holds itself"],
    [
        "Nhóm có thể chứa nhóm, nhưng không thể, trực tiếp hay qua nhóm khác, chứa chính mình. Mỗi vòng được báo một lần.",
        "A group can hold groups, but not, directly or through others, itself. Each cycle is reported once.",
    ],
);

rule!(
    EMPTY_GROUP,
    Error,
    "empty-group",
    ["Nhóm không có đơn vị nào", "A group without units"],
    [
        "Việc giao cho nhóm rỗng không giao cho ai. Kiểm tra kind và parent của nhóm, và ngày hiệu lực của các đơn vị vào ngày đầu của thời kỳ.",
        "Work given to an empty group is given to nobody. Check the group's kind and parent, and which units are in force on the first day of the period.",
    ],
);

rule!(
    REFERENCE_CYCLE,
    Error,
    "reference-cycle",
    [
        "Chuỗi cấp trên, phần cha hoặc nhiệm vụ trùng quay về chính nó",
        "A chain of parents, or of tasks told twice, comes back to itself"
    ],
    [
        "parent của đơn vị và của phần, same_as của nhiệm vụ không thể đi thành vòng. Mỗi vòng được báo một lần.",
        "The parents of units and sections, and same_as of tasks, cannot go in a circle. Each cycle is reported once.",
    ],
);

pub(super) fn counts(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    // A unit may stand in what could not be read.
    if context.lost("kind") {
        return;
    }
    let first = context.plan.period.range.first;
    for (at, (group, entry)) in
        context.plan.registry.groups.iter().zip(context.draft.list("groups")).enumerate()
    {
        if context.taint.groups.contains(&at) {
            continue;
        }
        let units = context.plan.registry.unfold(&[Party::Group(GroupIx::new(at))], first).len();
        let name = &group.name;
        if units == 0 {
            found.push(
                Diagnostic::new(
                    &EMPTY_GROUP,
                    entry.place(),
                    text!(
                        "nhóm {0} không có đơn vị nào",
                        "the group {0} has no units",
                        crate::diagnostic::quoted(name)
                    ),
                )
                .help(Text::fixed(
                    "kiểm tra members, hoặc kind và parent",
                    "check members, or kind and parent",
                )),
            );
        } else if let Some(count) = entry.count("count")
            && count.value != units as u64
        {
            let said = count.value;
            found.push(Diagnostic::new(
                &GROUP_COUNT,
                count.span,
                text!(
                    "văn bản nêu {said} đơn vị, danh mục có {units}",
                    "the document says {said} units, the registry has {units}"
                ),
            ));
        }
    }
}

/// Finds the cycles among `next`, reports each once at `place`, and says which places are on one.
pub(crate) fn cycles(
    rule: &'static Rule,
    next: &[Vec<usize>],
    place: impl Fn(usize) -> (String, Span),
    found: &mut Vec<Diagnostic>,
) -> Vec<usize> {
    // 0 not seen, 1 on the path, 2 done.
    let mut state = vec![0_u8; next.len()];
    let mut cyclic = Vec::new();
    for start in 0..next.len() {
        if state[start] != 0 {
            continue;
        }
        let mut path = vec![(start, 0_usize)];
        state[start] = 1;
        while let Some((at, step)) = path.last_mut() {
            let Some(to) = next[*at].get(*step).copied() else {
                state[*at] = 2;
                path.pop();
                continue;
            };
            *step += 1;
            match state.get(to) {
                Some(0) => {
                    state[to] = 1;
                    path.push((to, 0));
                }
                Some(1) => {
                    let ring: Vec<usize> =
                        path.iter().map(|(at, _)| *at).skip_while(|at| *at != to).collect();
                    let names: Vec<String> =
                        ring.iter().chain([&to]).take(12).map(|at| place(*at).0).collect();
                    let chain = names.join(" → ");
                    let first = ring.iter().min().copied().unwrap_or(to);
                    found.push(Diagnostic::new(
                        rule,
                        place(first).1,
                        text!("đi vòng: {chain}", "goes in a circle: {chain}"),
                    ));
                    cyclic.extend(ring);
                }
                _ => {}
            }
        }
    }
    cyclic.sort_unstable();
    cyclic.dedup();
    cyclic
}
