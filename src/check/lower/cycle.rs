//! Cycles of references.

use super::fault::{CycleFault, LowerFault, ReferenceCycle};
use crate::span::Span;

/// The most ids of a cycle that its fault names.
const NAMED: usize = 12;

/// Finds the cycles of a graph, reports each once, and returns the nodes that are on a cycle.
///
/// `next` holds the successors of each node, `entry` gives the id and the place of a node. The number of cycles
/// that share nodes can be exponential: of these only the ones that add a node to the earlier ones are reported
/// (Gabow, Path-based depth-first search for strong and biconnected components, 2000).
pub(super) fn cycles(
    kind: ReferenceCycle,
    next: &[Vec<usize>],
    entry: impl Fn(usize) -> (String, Span),
    faults: &mut Vec<LowerFault>,
) -> Vec<usize> {
    /// The state of a node in the search.
    #[derive(Clone, Copy)]
    enum VisitState {
        New,
        /// The n-th of the nodes that may be on a cycle with later ones.
        Open(usize),
        Done,
    }
    let mut states = vec![VisitState::New; next.len()];
    let mut depths = vec![None; next.len()];
    let mut cyclic = Vec::new();
    let (mut path, mut open): (Vec<(usize, usize)>, Vec<usize>) = (Vec::new(), Vec::new());
    // The starts, in `open`, of the nodes that are known to be on cycles with each other.
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
                        faults.extend(cycle(kind, path[from..].iter().map(|(at, _)| *at), &entry));
                    }
                }
                Some(VisitState::Done) | None => {}
            }
        }
    }
    cyclic.sort_unstable();
    cyclic
}

fn cycle(
    kind: ReferenceCycle,
    ring: impl Iterator<Item = usize>,
    entry: impl Fn(usize) -> (String, Span),
) -> Option<LowerFault> {
    let ring: Vec<usize> = ring.take(NAMED).collect();
    let (_, place) = entry(*ring.iter().min()?);
    let ids = ring.iter().chain(&ring[..1]).take(NAMED).map(|at| entry(*at).0).collect();
    Some(LowerFault::Cycle(CycleFault { kind, ids, place }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::SourceId;

    fn found(next: &[Vec<usize>]) -> (Vec<usize>, Vec<String>) {
        let mut faults = Vec::new();
        let entry = |at: usize| (at.to_string(), Span::new(SourceId::default(), 0, 0));
        let cyclic = cycles(ReferenceCycle::Groups, next, entry, &mut faults);
        let chain = |fault: &LowerFault| match fault {
            LowerFault::Cycle(cycle) => cycle.ids.join(" → "),
            other => panic!("{other:?}"),
        };
        (cyclic, faults.iter().map(chain).collect())
    }

    #[test]
    fn a_cycle_is_reported_once_with_all_its_nodes() {
        let chains_of = |names: &[&str]| names.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        for (next, cyclic, names) in [
            (vec![vec![1], vec![2], vec![]], vec![], chains_of(&[])),
            (vec![vec![0]], vec![0], chains_of(&["0 → 0"])),
            (vec![vec![2], vec![0], vec![1]], vec![0, 1, 2], chains_of(&["0 → 2 → 1 → 0"])),
            (vec![vec![1], vec![2], vec![1]], vec![1, 2], chains_of(&["1 → 2 → 1"])),
            (
                vec![vec![1, 2], vec![0], vec![0], vec![3, 0]],
                vec![0, 1, 2, 3],
                chains_of(&["0 → 1 → 0", "0 → 2 → 0", "3 → 3"]),
            ),
            // Node 3 is on a cycle only through nodes that the search left before.
            (vec![vec![1], vec![2, 3], vec![0], vec![2]], vec![0, 1, 2, 3], chains_of(&["0 → 1 → 2 → 0"])),
            (vec![vec![9]], vec![], chains_of(&[])),
        ] {
            assert_eq!(found(&next), (cyclic, names), "{next:?}");
        }
    }

    #[test]
    fn a_hundred_thousand_cycles_through_one_node_are_found_in_linear_time() {
        let last = 100_000;
        let next: Vec<Vec<usize>> = (0..=last).map(|at| vec![0, (at + 1).min(last)]).collect();
        let (cyclic, chains) = found(&next);
        assert_eq!((cyclic.len(), chains.len()), (last + 1, last + 2));
    }
}
