//! The page of a tracked task or row: its occurrences, and the reports and changes that are about them.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use crate::answer::entity::EntityName;
use crate::date::AsOf;
use crate::model::{
    Assignment, AssignmentIx, Change, Holder, Plan, Provisions, Report, TrackedEntry, WorkItem,
};
use crate::status::{Figures, WorkItemStatus, evaluate};

/// A tracked task or row.
#[derive(Debug)]
pub struct AssignmentPage<'p> {
    /// The task or row.
    pub assignment: &'p Assignment,
    /// What is written of it, without what it inherits.
    pub provisions: &'p Provisions,
    /// Its work items, or those of the key that was asked for.
    pub occurrences: Vec<WorkItemStatus>,
    /// The figures of these work items.
    pub figures: Figures,
    /// The reports on them that count, in their order.
    pub reports: Vec<MatchedEntry<'p, Report>>,
    /// The changes of them that are in force, in their order.
    pub changes: Vec<MatchedEntry<'p, Change>>,
}

/// An entry of `progress` or `changes` as far as it is about some work items of one task or row.
#[derive(Debug)]
pub struct MatchedEntry<'p, E> {
    /// The entry.
    pub entry: &'p E,
    /// The ids of the holders of the work items that it is about.
    pub units: Vec<String>,
    /// The names of these holders; empty where there is only one, or where it is about those of all.
    pub unit_names: Vec<Cow<'p, str>>,
    /// Whether there are several holders and it is about the work items of all.
    pub has_all_units: bool,
    /// The labels of the occurrences that it is about.
    pub periods: Vec<&'p str>,
    /// Whether there are several occurrences and it is about all.
    pub has_all_periods: bool,
}

impl<'p> AssignmentPage<'p> {
    pub(super) fn new(plan: &'p Plan, ix: AssignmentIx, name: &EntityName<'_>, as_of: AsOf) -> Self {
        let assignment = plan.assignment(ix);
        let provisions = match assignment.tracked {
            TrackedEntry::Row(row) => &plan.row(row).provisions,
            TrackedEntry::Task(task) => &plan.task(task).provisions,
        };
        let meant = name.work_items(plan, ix);
        let occurrences: Vec<WorkItemStatus> = meant.map(|ix| evaluate(plan, ix, as_of)).collect();
        let choice = EntryChoice::of(plan, &occurrences);
        let reports = choice.matched(
            &plan.reports,
            |work_item| &work_item.reports,
            |as_of, report| as_of.counts(report.date, report.as_of),
        );
        let changes = choice.matched(
            &plan.changes,
            |work_item| &work_item.changes,
            |as_of, change| as_of.is_in_force(change.date),
        );
        Self { assignment, provisions, figures: occurrences.iter().collect(), reports, changes, occurrences }
    }
}

/// The work items, holders and occurrences that an entry may be about.
struct EntryChoice<'p, 'i> {
    plan: &'p Plan,
    items: &'i [WorkItemStatus],
    /// The names of the holders, by their ids.
    holders: HashMap<String, Cow<'p, str>>,
    periods: HashSet<&'p str>,
}

impl<'p, 'i> EntryChoice<'p, 'i> {
    fn of(plan: &'p Plan, items: &'i [WorkItemStatus]) -> Self {
        let mut choice = Self { plan, items, holders: HashMap::new(), periods: HashSet::new() };
        let mut before = None;
        for item in items {
            choice.periods.extend(item.period(plan));
            let work_item = item.work_item(plan);
            // Those of one holder stand together.
            if before.replace(work_item.holder) == Some(work_item.holder) {
                continue;
            }
            choice.holders.entry(plan.holder_id(work_item)).or_insert_with(|| match work_item.holder {
                Holder::Unit(unit) => plan.registry.unit(unit).name.as_str().into(),
                Holder::Group(_) | Holder::Joint => item.unit_name(plan),
            });
        }
        choice
    }

    /// The entries that are about the work items and count on their day, in their order.
    fn matched<E>(
        &self,
        entries: &'p [E],
        of: impl Fn(&'p WorkItem) -> &'p [u32],
        counts: impl Fn(AsOf, &E) -> bool,
    ) -> Vec<MatchedEntry<'p, E>> {
        let plan = self.plan;
        let mut found: BTreeMap<u32, MatchedEntry<'p, E>> = BTreeMap::new();
        for item in self.items {
            let work_item = item.work_item(plan);
            for at in of(work_item) {
                let Some(entry) = entries.get(*at as usize).filter(|entry| counts(item.as_of, entry)) else {
                    continue;
                };
                let matched = found.entry(*at).or_insert_with(|| MatchedEntry::new(entry));
                let unit = plan.holder_id(work_item);
                if !matched.units.contains(&unit) {
                    matched.units.push(unit);
                }
                let period = plan.period_label(work_item);
                matched.periods.extend(period.filter(|period| !matched.periods.contains(period)));
            }
        }
        found.into_values().map(|matched| self.named(matched)).collect()
    }

    fn named<E>(&self, mut matched: MatchedEntry<'p, E>) -> MatchedEntry<'p, E> {
        let is_choice = self.holders.len() > 1;
        matched.has_all_units = is_choice && matched.units.len() == self.holders.len();
        if is_choice && !matched.has_all_units {
            matched.unit_names =
                matched.units.iter().filter_map(|id| self.holders.get(id)).cloned().collect();
        }
        matched.has_all_periods = self.periods.len() > 1 && matched.periods.len() == self.periods.len();
        matched
    }
}

impl<'p, E> MatchedEntry<'p, E> {
    fn new(entry: &'p E) -> Self {
        Self {
            entry,
            units: Vec::new(),
            unit_names: Vec::new(),
            has_all_units: false,
            periods: Vec::new(),
            has_all_periods: false,
        }
    }
}
