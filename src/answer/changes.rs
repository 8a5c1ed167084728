//! The changes since an earlier day (so với kỳ trước). Source: docs/status.md, Figures.

use crate::date::Day;
use crate::model::WorkItemIx;
use crate::status::{PlanWorkItem, WorkItemStatus, since};
use crate::workspace::Selection;

/// The work items of a selection that changed since an earlier day, each kind in the order of the plans.
#[derive(Debug, Clone)]
pub struct ChangesAnswer<'s> {
    /// The earlier day.
    pub since: Day,
    /// Done now, and not then; with the day on which they were done.
    pub newly_done: Vec<ChangedItem<'s>>,
    /// Overdue now, and not then; with the deadline.
    pub newly_overdue: Vec<ChangedItem<'s>>,
    /// Extended after the earlier day; with the day to which they are extended.
    pub extended: Vec<ChangedItem<'s>>,
    /// Dropped now, and not then; with the day of the decision.
    pub dropped: Vec<ChangedItem<'s>>,
}

/// A work item that changed.
#[derive(Debug, Clone, Copy)]
pub struct ChangedItem<'s> {
    /// The work item as it is now.
    pub found: PlanWorkItem<'s>,
    /// The day of the change; its meaning depends on the kind of change.
    pub day: Option<Day>,
}

impl<'s> ChangesAnswer<'s> {
    /// Compares the work items of a selection with their state on an earlier day.
    pub fn new(selection: &'s Selection<'_>, earlier: Day) -> Self {
        let mut changes = Self {
            since: earlier,
            newly_done: Vec::new(),
            newly_overdue: Vec::new(),
            extended: Vec::new(),
            dropped: Vec::new(),
        };
        for selected in &selection.plans {
            let (plan, items) = (selected.plan, selected.items.as_slice());
            let changed = |work_items: Vec<WorkItemIx>, day: fn(&PlanWorkItem<'_>) -> Option<Day>| {
                work_items.into_iter().filter_map(move |work_item| {
                    // A selection keeps the work items in the plan's order.
                    let at = items.binary_search_by_key(&work_item, |item| item.work_item).ok()?;
                    let item: &'s WorkItemStatus = items.get(at)?;
                    let found = PlanWorkItem::new(plan, item);
                    Some(ChangedItem { found, day: day(&found) })
                })
            };
            let since = since(plan, items, earlier);
            changes.newly_done.extend(changed(since.newly_done, |found| found.item.done));
            changes.newly_overdue.extend(changed(since.newly_overdue, |found| found.item.deadline));
            changes.extended.extend(changed(since.extended, |found| found.item.extended_to));
            changes.dropped.extend(changed(since.dropped, dropped_on));
        }
        changes
    }
}

fn dropped_on(found: &PlanWorkItem<'_>) -> Option<Day> {
    found.item.dropped_by(found.plan).map(|change| change.date)
}
