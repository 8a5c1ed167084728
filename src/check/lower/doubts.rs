//! Parts of a plan that a reported fault leaves uncertain.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::date::Day;
use crate::model::{AssignmentIx, TrackedEntry, UnitIx};
use crate::span::Span;

/// Parts of a plan that a reported fault leaves uncertain: their consequences are not reported as well.
#[derive(Debug, Default)]
pub(in crate::check) struct PlanDoubts {
    /// True if the plan's period is unknown: no deadline has days.
    pub(in crate::check) period: bool,
    /// Positions of groups with an uncertain set of units: the group, a group in it or a unit is wrong.
    pub(in crate::check) groups: HashSet<usize>,
    /// Units with uncertain successors, at any distance.
    pub(in crate::check) units: HashSet<UnitIx>,
    /// True if a school year is wrong: deadlines that need one are open for this reason.
    pub(in crate::check) school_years: bool,
    /// True if the name of an event is unknown: deadlines may count from that event.
    pub(in crate::check) events: bool,
    /// Positions of assignments with an uncertain lead.
    pub(in crate::check) assignments: HashSet<usize>,
    /// Positions of assignments with an uncertain deadline.
    pub(in crate::check) deadlines: HashSet<usize>,
    /// Tasks and rows that open no work because of a reported fault.
    pub(in crate::check) unopened: HashSet<TrackedEntry>,
    /// The changes of lead that are left out.
    pub(in crate::check) leads: UncertainLeads,
    /// The changes of a last day that are left out.
    pub(in crate::check) extensions: UncertainEntries,
    /// The changes that drop work, or take that back, that are left out.
    pub(in crate::check) drops: UncertainEntries,
    /// The reports that are left out.
    pub(in crate::check) reports: UncertainEntries,
    /// The places of the reports and changes that repeat another.
    pub(in crate::check) repeated: HashSet<Span>,
}

/// The days of entries that are left out, by assignment.
#[derive(Debug, Default)]
pub(in crate::check) struct UncertainEntries(HashMap<AssignmentIx, UncertainDays>);

/// Days, of which some may be unknown.
#[derive(Debug, Default)]
struct UncertainDays {
    known: BTreeSet<Day>,
    has_unknown: bool,
}

impl UncertainEntries {
    /// Adds an entry about some assignments.
    pub(super) fn add(&mut self, items: &[AssignmentIx], day: Option<Day>) {
        for item in items {
            let days = self.0.entry(*item).or_default();
            days.known.extend(day);
            days.has_unknown |= day.is_none();
        }
    }

    /// Returns true if such an entry about an assignment may be dated from one day to another.
    pub(in crate::check) fn lies_between(&self, item: AssignmentIx, first: Day, last: Day) -> bool {
        let is_between = |days: &UncertainDays| {
            days.has_unknown || days.known.range(first..).next().is_some_and(|day| *day <= last)
        };
        self.0.get(&item).is_some_and(is_between)
    }
}

/// The changes of lead that are left out: the first day of each by assignment and new lead, where these are known.
#[derive(Debug, Default)]
pub(in crate::check) struct UncertainLeads(HashMap<(Option<AssignmentIx>, Option<UnitIx>), Option<Day>>);

impl UncertainLeads {
    /// Adds a change of some assignments, of an unknown one if there are none.
    pub(super) fn add(&mut self, items: &[AssignmentIx], lead: Option<UnitIx>, day: Option<Day>) {
        let unknown = items.is_empty().then_some(None);
        for item in items.iter().copied().map(Some).chain(unknown) {
            let first = self.0.entry((item, lead)).or_insert(day);
            *first = (*first).min(day);
        }
    }

    /// Returns true if there is no such change.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns true if one of some units may be the lead of an assignment on a day by such a change.
    pub(super) fn may_lead(&self, item: AssignmentIx, units: &[UnitIx], day: Day) -> bool {
        let is_in_force = |lead| {
            [Some(item), None]
                .into_iter()
                .filter_map(|item| self.0.get(&(item, lead)))
                .any(|first| first.is_none_or(|first| first <= day))
        };
        is_in_force(None) || units.iter().any(|unit| is_in_force(Some(*unit)))
    }
}
