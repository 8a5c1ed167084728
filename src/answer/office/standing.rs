//! Units by what they are late with.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::attribute::{UnitNaming, holder_name};
use crate::language::{Lang, Message};
use crate::model::Holder;
use crate::status::{Figures, Grouping, Status, group};
use crate::workspace::Selection;

/// The work of one unit.
#[derive(Debug, Clone)]
pub struct UnitStanding {
    /// The unit that holds the work, and the one that answers for it now where that is another.
    pub holder: Message,
    /// The id of the unit, as the status table by units has it.
    pub key: String,
    /// The figures of its work items: those of the status table by units.
    pub figures: Figures,
    /// The greatest number of days that one is overdue; 0 if none is.
    pub longest: i64,
    /// True for a unit of which no work has a report that counts; false for a group and for joint work.
    is_silent: bool,
}

impl UnitStanding {
    /// The units that hold work items of a selection, the worst first: by overdue work, then by the longest delay.
    pub(super) fn all(selection: &Selection<'_>) -> Vec<Self> {
        let mut units: HashMap<(String, String), (Message, i64, bool)> = HashMap::new();
        let items =
            || selection.plans.iter().flat_map(|of| of.items.iter().map(move |item| (of.ix, of.plan, item)));
        for found in selection.items() {
            let key =
                (found.item.unit_id(found.plan).into_owned(), found.item.unit_name(found.plan).into_owned());
            let holder = || holder_name(&found, UnitNaming::Full);
            let is_unit = matches!(found.item.unit, Holder::Unit(_));
            let (_, longest, is_silent) = units.entry(key).or_insert_with(|| (holder(), 0, is_unit));
            if found.item.status == Status::Overdue {
                *longest = found.item.days_late.max(*longest);
            }
            *is_silent &= found.item.reported.is_none();
        }
        let groups = group(Grouping::Unit, items());
        let mut standings: Vec<Self> = groups
            .into_iter()
            .map(|of_unit| {
                let key = of_unit.key.unwrap_or_default().into_owned();
                let label = of_unit.label;
                let found = units.get(&(key.clone(), label.get(Lang::Vi).to_owned())).cloned();
                let (holder, longest, is_silent) = found.unwrap_or((label, 0, false));
                Self { holder, key, figures: of_unit.figures, longest, is_silent }
            })
            .collect();
        standings.sort_by_key(|unit| (Reverse(unit.overdue()), Reverse(unit.longest)));
        standings
    }

    /// Returns the number of its overdue work items.
    pub fn overdue(&self) -> u64 {
        self.figures.count(Status::Overdue)
    }

    /// Returns true if work of the unit has begun or is due, and nothing is reported of any.
    pub fn has_not_reported(&self) -> bool {
        let aside = [Status::Upcoming, Status::Continuous, Status::Dropped, Status::Undated];
        let aside: u64 = aside.into_iter().map(|status| self.figures.count(status)).sum();
        self.is_silent && self.figures.total() > aside
    }
}
