//! The entries of `progress` and `changes` about one task or row, and the work items that each is about.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::date::AsOf;
use crate::model::{Change, Holder, Plan, Report, WorkItem};
use crate::status::WorkItemStatus;

/// An entry of `progress` or `changes` with the work items of one task or row that it is about.
#[derive(Debug, Clone)]
pub struct EntryScope<'p, E> {
    /// The entry.
    pub entry: &'p E,
    /// The ids of those who hold the work items.
    pub units: Vec<String>,
    /// The labels of their occurrences.
    pub periods: Vec<&'p str>,
    /// The names of those who hold them; all or none to be said if the task or row leaves no choice.
    pub unit_names: ScopedNames,
    /// The labels of their occurrences, as they are to be said.
    pub period_names: ScopedNames,
}

/// The names of some out of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScopedNames {
    /// All of several.
    All,
    /// These.
    Some(Vec<String>),
}

/// The reports on some work items of one task or row that count on their day, in their order.
pub(super) fn reports<'p>(plan: &'p Plan, items: &[WorkItemStatus]) -> Vec<EntryScope<'p, Report>> {
    let of = |work_item: &'p WorkItem| work_item.reports.as_slice();
    let counts = |as_of: AsOf, report: &Report| as_of.counts(report.date, report.as_of);
    scoped(plan, items, &plan.reports, of, counts)
}

/// The changes of some work items of one task or row that are in force on their day, in their order.
pub(super) fn changes<'p>(plan: &'p Plan, items: &[WorkItemStatus]) -> Vec<EntryScope<'p, Change>> {
    let of = |work_item: &'p WorkItem| work_item.changes.as_slice();
    scoped(plan, items, &plan.changes, of, |as_of, change| as_of.is_in_force(change.date))
}

fn scoped<'p, E>(
    plan: &'p Plan,
    items: &[WorkItemStatus],
    entries: &'p [E],
    of: impl Fn(&'p WorkItem) -> &'p [u32],
    counts: impl Fn(AsOf, &E) -> bool,
) -> Vec<EntryScope<'p, E>> {
    /// The ids of the holders and the labels of the occurrences of an entry.
    #[derive(Default)]
    struct About<'p> {
        units: Vec<String>,
        periods: Vec<&'p str>,
        seen: (HashSet<Holder>, HashSet<&'p str>),
    }
    let mut found: BTreeMap<u32, (&'p E, About<'p>)> = BTreeMap::new();
    for item in items {
        let work_item = item.work_item(plan);
        for at in of(work_item) {
            let Some(entry) = entries.get(*at as usize).filter(|entry| counts(item.as_of, entry)) else {
                continue;
            };
            let (_, about) = found.entry(*at).or_insert_with(|| (entry, About::default()));
            let (holders, periods) = &mut about.seen;
            if holders.insert(work_item.holder) {
                about.units.push(plan.holder_id(work_item));
            }
            about.periods.extend(plan.period_label(work_item).filter(|period| periods.insert(period)));
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    let choice = ScopeChoice::of(plan, items);
    let scope = |(entry, about): (&'p E, About<'p>)| EntryScope {
        entry,
        unit_names: choice.unit_names(&about.units),
        period_names: choice.period_names(&about.periods),
        units: about.units,
        periods: about.periods,
    };
    found.into_values().map(scope).collect()
}

/// The holders and occurrences that an entry on some work items may be about.
struct ScopeChoice<'p> {
    /// The names of the holders, by their ids.
    holders: HashMap<String, String>,
    periods: HashSet<&'p str>,
}

impl<'p> ScopeChoice<'p> {
    fn of(plan: &'p Plan, items: &[WorkItemStatus]) -> Self {
        let mut choice = Self { holders: HashMap::new(), periods: HashSet::new() };
        let mut before = None;
        for item in items {
            choice.periods.extend(item.period(plan));
            let work_item = item.work_item(plan);
            // Those of one holder stand together.
            if before.replace(work_item.holder) == Some(work_item.holder) {
                continue;
            }
            choice.holders.entry(plan.holder_id(work_item)).or_insert_with(|| match work_item.holder {
                Holder::Unit(unit) => plan.registry.unit(unit).name.clone(),
                Holder::Group(_) | Holder::Joint => item.unit_name(plan).into_owned(),
            });
        }
        choice
    }

    fn unit_names(&self, units: &[String]) -> ScopedNames {
        match self.holders.len() {
            0 | 1 => ScopedNames::Some(Vec::new()),
            all if all == units.len() => ScopedNames::All,
            _ => ScopedNames::Some(units.iter().filter_map(|id| self.holders.get(id).cloned()).collect()),
        }
    }

    fn period_names(&self, periods: &[&str]) -> ScopedNames {
        if self.periods.len() > 1 && periods.len() == self.periods.len() {
            ScopedNames::All
        } else {
            ScopedNames::Some(periods.iter().map(|period| (*period).to_owned()).collect())
        }
    }
}
