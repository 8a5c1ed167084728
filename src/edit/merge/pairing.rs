//! The entries of one side that are versions of those of the other.

use super::block::MergeItem;

/// For each item of one side, the number of the item that it is a version of.
#[derive(Debug, Clone)]
pub(super) struct Pairing {
    of: Vec<Option<usize>>,
    /// For each item of the other side, the number of its version.
    pub(super) back: Vec<Option<usize>>,
}

impl Pairing {
    /// Pairs the items of a side with those that it comes from: those that say the same, then those of one name.
    pub(super) fn new<'t>(from: &[MergeItem<'t>], side: &[MergeItem<'t>]) -> Self {
        let mut pairing = Self { of: vec![None; side.len()], back: vec![None; from.len()] };
        pairing.pair(from, side, MergeItem::is_alike);
        pairing.pair(from, side, |a, b| a.name == b.name);
        pairing
    }

    fn pair<'t>(
        &mut self,
        from: &[MergeItem<'t>],
        side: &[MergeItem<'t>],
        is_pair: fn(&MergeItem<'t>, &MergeItem<'t>) -> bool,
    ) {
        let mut first_free = 0;
        for (at, item) in side.iter().enumerate().filter(|(at, _)| self.of[*at].is_none()).collect::<Vec<_>>()
        {
            while self.back.get(first_free).is_some_and(Option::is_some) {
                first_free += 1;
            }
            let is_free = |other: &usize| self.back[*other].is_none() && is_pair(&from[*other], item);
            // Most items stand where they stood.
            let near = [at, first_free].into_iter().filter(|other| *other < from.len()).find(is_free);
            if let Some(other) = near.or_else(|| (0..from.len()).find(is_free)) {
                self.of[at] = Some(other);
                self.back[other] = Some(at);
            }
        }
    }

    /// The number of the item that an item is a version of.
    pub(super) fn of(&self, item: usize) -> Option<usize> {
        self.of.get(item).copied().flatten()
    }

    /// Returns true if the versions stand in the order of the items that they come from.
    pub(super) fn keeps_order(&self) -> bool {
        self.of.iter().flatten().is_sorted()
    }
}
