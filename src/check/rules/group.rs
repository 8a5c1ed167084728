//! Groups and other chains: `group-count`, `group-cycle`, `empty-group`, `reference-cycle`.

use super::Context;
use crate::diagnostic::{Diagnostic, Rule};
use crate::language::Message;
use crate::message;
use crate::model::{GroupIx, Party};
use crate::parse::Key;
use crate::rule;
use crate::span::Span;

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
    if context.lost(Key::Kind) {
        return;
    }
    let first = context.plan.period.range.first;
    for (at, (group, entry)) in
        context.plan.registry.groups.iter().zip(context.draft.list(Key::Groups)).enumerate()
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
                    message!(
                        "nhóm {0} không có đơn vị nào",
                        "the group {0} has no units",
                        crate::diagnostic::quoted(name)
                    ),
                )
                .help(Message::fixed(
                    "kiểm tra members, hoặc kind và parent",
                    "check members, or kind and parent",
                )),
            );
        } else if let Some(count) = entry.count(Key::Count)
            && count.value != units as u64
        {
            let said = count.value;
            found.push(Diagnostic::new(
                &GROUP_COUNT,
                count.span,
                message!(
                    "văn bản nêu {said} đơn vị, danh mục có {units}",
                    "the document says {said} units, the registry has {units}"
                ),
            ));
        }
    }
}

/// The places of a cycle that its report names.
const NAMED: usize = 12;

/// Finds the cycles among `next`, reports each once at `place`, and says which places are on one.
///
/// Cycles that share places can be more than anyone can count: of those only such are told as add a place to the
/// ones before (Gabow, Path-based depth-first search for strong and biconnected components, 2000).
pub(crate) fn cycles(
    rule: &'static Rule,
    next: &[Vec<usize>],
    place: impl Fn(usize) -> (String, Span),
    found: &mut Vec<Diagnostic>,
) -> Vec<usize> {
    /// What is known of a place.
    #[derive(Clone, Copy)]
    enum VisitState {
        New,
        /// It is the n-th of those that may still be on a cycle with what comes.
        Open(usize),
        Done,
    }
    let mut states = vec![VisitState::New; next.len()];
    let mut depths = vec![None; next.len()];
    let mut cyclic = Vec::new();
    let (mut path, mut open): (Vec<(usize, usize)>, Vec<usize>) = (Vec::new(), Vec::new());
    // Where in `open` those begin that are known to be on cycles with each other.
    let mut knots: Vec<usize> = Vec::new();
    for start in 0..next.len() {
        let mut enter = Some(start).filter(|at| matches!(states[*at], VisitState::New));
        loop {
            if let Some(at) = enter.take() {
                states[at] = VisitState::Open(open.len());
                knots.push(open.len());
                open.push(at);
                depths[at] = Some(path.len());
                path.push((at, 0));
            }
            let Some((at, step)) = path.last_mut() else { break };
            let at = *at;
            let Some(to) = next[at].get(*step).copied() else {
                path.pop();
                depths[at] = None;
                if let VisitState::Open(number) = states[at]
                    && knots.last() == Some(&number)
                {
                    knots.pop();
                    let knot = open.split_off(number);
                    for at in &knot {
                        states[*at] = VisitState::Done;
                    }
                    if knot.len() > 1 || next[at].contains(&at) {
                        cyclic.extend(knot);
                    }
                }
                continue;
            };
            *step += 1;
            match states.get(to).copied() {
                Some(VisitState::New) => enter = Some(to),
                Some(VisitState::Open(number)) => {
                    let tied = knots.len();
                    while knots.last().is_some_and(|knot| *knot > number) {
                        knots.pop();
                    }
                    if (knots.len() < tied || to == at)
                        && let Some(from) = depths[to]
                    {
                        report(rule, path[from..].iter().map(|(at, _)| *at), &place, found);
                    }
                }
                Some(VisitState::Done) | None => {}
            }
        }
    }
    cyclic.sort_unstable();
    cyclic
}

fn report(
    rule: &'static Rule,
    ring: impl Iterator<Item = usize>,
    place: impl Fn(usize) -> (String, Span),
    found: &mut Vec<Diagnostic>,
) {
    let ring: Vec<usize> = ring.take(NAMED).collect();
    let Some(first) = ring.iter().min() else { return };
    let names: Vec<String> = ring.iter().chain(&ring[..1]).take(NAMED).map(|at| place(*at).0).collect();
    let chain = names.join(" → ");
    found.push(Diagnostic::new(
        rule,
        place(*first).1,
        message!("đi vòng: {chain}", "goes in a circle: {chain}"),
    ));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Lang;
    use crate::span::SourceId;

    fn told(next: &[Vec<usize>]) -> (Vec<usize>, Vec<String>) {
        let mut found = Vec::new();
        let place = |at: usize| (at.to_string(), Span::new(SourceId::default(), 0, 0));
        let cyclic = cycles(&GROUP_CYCLE, next, place, &mut found);
        (cyclic, found.iter().map(|found| found.message.get(Lang::En).to_owned()).collect())
    }

    #[test]
    fn cycles_are_told_once_and_all_their_places_known() {
        let said =
            |names: &[&str]| names.iter().map(|it| format!("goes in a circle: {it}")).collect::<Vec<_>>();
        for (next, cyclic, names) in [
            (vec![vec![1], vec![2], vec![]], vec![], said(&[])),
            (vec![vec![0]], vec![0], said(&["0 → 0"])),
            (vec![vec![2], vec![0], vec![1]], vec![0, 1, 2], said(&["0 → 2 → 1 → 0"])),
            (vec![vec![1], vec![2], vec![1]], vec![1, 2], said(&["1 → 2 → 1"])),
            (
                vec![vec![1, 2], vec![0], vec![0], vec![3, 0]],
                vec![0, 1, 2, 3],
                said(&["0 → 1 → 0", "0 → 2 → 0", "3 → 3"]),
            ),
            // 3 is on a cycle only through what was left before it was seen.
            (vec![vec![1], vec![2, 3], vec![0], vec![2]], vec![0, 1, 2, 3], said(&["0 → 1 → 2 → 0"])),
            (vec![vec![9]], vec![], said(&[])),
        ] {
            assert_eq!(told(&next), (cyclic, names), "{next:?}");
        }
    }

    #[test]
    fn a_hundred_thousand_cycles_through_one_place_take_a_moment() {
        let last = 100_000;
        let next: Vec<Vec<usize>> = (0..=last).map(|at| vec![0, (at + 1).min(last)]).collect();
        let (cyclic, told) = told(&next);
        assert_eq!((cyclic.len(), told.len()), (last + 1, last + 2));
    }
}
