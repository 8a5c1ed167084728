//! Recurring work, folded into one line for each duty of a unit.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::model::{AssignmentIx, Holder, PlanIx};
use crate::status::{Figures, PlanWorkItem, Status};
use crate::workspace::Selection;

/// The listed occurrences of a row or task of one holder.
#[derive(Debug, Clone, Copy)]
pub struct FoldedItem<'s> {
    /// The occurrence that is listed first.
    pub found: PlanWorkItem<'s>,
    /// The number of the listed occurrences.
    pub listed: usize,
    /// The figures of all its occurrences in the selection.
    pub occurrences: Figures,
}

/// A row or task of one holder.
type FoldKey = (PlanIx, AssignmentIx, Holder);

impl<'s> FoldedItem<'s> {
    /// Returns true if the work has several occurrences.
    pub fn is_recurring(&self) -> bool {
        self.occurrences.total() > 1
    }

    /// Folds the work items of a selection for which `is_listed` holds; the first of each is the one with the least
    /// `order`, in which they stand as well.
    pub(super) fn fold<O: Ord>(
        selection: &'s Selection<'_>,
        is_listed: impl Fn(&PlanWorkItem<'s>) -> bool,
        order: impl Fn(&PlanWorkItem<'s>) -> O,
    ) -> Vec<Self> {
        let mut occurrences: HashMap<FoldKey, Figures> = HashMap::new();
        let mut listed: Vec<(FoldKey, PlanWorkItem<'s>)> = Vec::new();
        for selected in &selection.plans {
            for item in &selected.items {
                let key = (selected.ix, item.work_item(selected.plan).assignment, item.unit);
                occurrences.entry(key).or_default().add(item.status);
                let found = PlanWorkItem::new(selected.plan, item);
                if is_listed(&found) {
                    listed.push((key, found));
                }
            }
        }
        // Equal work keeps the order of the plans.
        listed.sort_by_key(|(_, found)| order(found));
        let mut folded: Vec<Self> = Vec::new();
        let mut places: HashMap<FoldKey, usize> = HashMap::new();
        for (key, found) in listed {
            let place = *places.entry(key).or_insert_with(|| {
                let occurrences = occurrences.get(&key).copied().unwrap_or_default();
                folded.push(Self { found, listed: 0, occurrences });
                folded.len() - 1
            });
            if let Some(folded) = folded.get_mut(place) {
                folded.listed += 1;
            }
        }
        folded
    }

    /// Folds the overdue work items of a selection, the longest overdue first.
    pub(super) fn overdue(selection: &'s Selection<'_>) -> Vec<Self> {
        let is_overdue = |found: &PlanWorkItem<'_>| found.item.status == Status::Overdue;
        Self::fold(selection, is_overdue, |found| Reverse(found.item.days_late))
    }
}
