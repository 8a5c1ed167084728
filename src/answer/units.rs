//! The registry: units and groups, with the number of their work items.

use super::order::{RowOrder, SortValue, SortableRow, count, sort_rows, words};
use crate::date::AsOf;
use crate::model::{Group, Party, Plan, Unit, UnitIx};
use crate::query::{PartyWork, PlanMatcher};
use crate::status::evaluate_all;
use crate::workspace::{SelectedPlan, Selection};

/// The units and groups of some plans on a day.
#[derive(Debug, Clone)]
pub struct UnitsAnswer<'p> {
    /// The day.
    pub as_of: AsOf,
    /// The plans of which units or groups are wanted, in their order.
    pub plans: Vec<PlanUnits<'p>>,
}

/// The units and groups of one plan, each in the order of the registry.
#[derive(Debug, Clone)]
pub struct PlanUnits<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The units.
    pub units: Vec<UnitRow<'p>>,
    /// The groups.
    pub groups: Vec<GroupRow<'p>>,
}

/// A unit of the registry.
#[derive(Debug, Clone, Copy)]
pub struct UnitRow<'p> {
    /// The unit.
    pub unit: &'p Unit,
    /// The number of its work items on the day: those that `plan list --unit` finds.
    pub work_items: usize,
}

/// A group of the registry.
#[derive(Debug, Clone)]
pub struct GroupRow<'p> {
    /// The group.
    pub group: &'p Group,
    /// The units that it stands for on the day.
    pub members: Vec<UnitIx>,
    /// The number of its work items on the day: those that `plan list --unit` finds.
    pub work_items: usize,
}

impl<'p> UnitsAnswer<'p> {
    /// The units and groups that the filter of a selection means, each sorted by an `order`.
    pub fn new(selection: &Selection<'p>, order: &[RowOrder]) -> Self {
        let plans = selection.plans.iter().filter_map(|selected| {
            let matcher = selection.matcher(selected)?;
            let mut of = plan_units(selected, matcher, selection.as_of);
            sort_rows(of.plan, &mut of.units, order);
            sort_rows(of.plan, &mut of.groups, order);
            Some(of)
        });
        let plans = plans.filter(|of| !of.units.is_empty() || !of.groups.is_empty()).collect();
        Self { as_of: selection.as_of, plans }
    }
}

/// The columns by which units and groups sort.
const COLUMNS: &[&str] =
    &["id", "name", "kind", "aliases", "from", "until", "successors", "members", "items"];

impl SortableRow for UnitRow<'_> {
    const COLUMNS: &'static [&'static str] = COLUMNS;

    fn value(&self, plan: &Plan, column: &str) -> Option<SortValue> {
        let unit = self.unit;
        match column {
            "id" => words(&unit.id),
            "name" => words(&unit.name),
            "kind" => words(&unit.kind),
            "aliases" => words(&unit.aliases.join(", ")),
            "from" => Some(SortValue::Day(unit.from?)),
            "until" => Some(SortValue::Day(unit.until?)),
            "successors" => {
                let ids = unit.successors.iter().map(|next| plan.registry.unit(*next).id.as_str());
                words(&ids.collect::<Vec<_>>().join(", "))
            }
            "items" => count(self.work_items),
            _ => None,
        }
    }
}

impl SortableRow for GroupRow<'_> {
    const COLUMNS: &'static [&'static str] = COLUMNS;

    fn value(&self, _: &Plan, column: &str) -> Option<SortValue> {
        match column {
            "id" => words(&self.group.id),
            "name" => words(&self.group.name),
            "members" => count(self.members.len()),
            "items" => count(self.work_items),
            _ => None,
        }
    }
}

fn plan_units<'p>(selected: &SelectedPlan<'p>, matcher: &PlanMatcher, as_of: AsOf) -> PlanUnits<'p> {
    let SelectedPlan { plan, items, .. } = selected;
    let registry = &plan.registry;
    // The filter chooses units; all of their work is counted.
    let all = evaluate_all(plan, as_of);
    let work_items = |party: Party| {
        let work = PartyWork::of(plan, party, as_of.day);
        all.iter().filter(|item| work.has(item)).count()
    };
    let units = matcher.units(plan, items).into_iter();
    let units = units.map(|ix| UnitRow { unit: registry.unit(ix), work_items: work_items(Party::Unit(ix)) });
    let groups = matcher.groups(plan, items).into_iter().map(|ix| GroupRow {
        group: registry.group(ix),
        members: registry.unfold(&[Party::Group(ix)], as_of.day),
        work_items: work_items(Party::Group(ix)),
    });
    PlanUnits { plan, units: units.collect(), groups: groups.collect() }
}
