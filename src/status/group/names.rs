//! Numbers for units, groups and kinds, in the order of the registries.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::model::{Holder, Plan, UnitIx};
use crate::status::work_item_status::WorkItemStatus;

/// The identity of a unit across plans: its id, its name and the id of the unit above.
type PartyName<'p> = (Cow<'p, str>, Cow<'p, str>, Option<&'p str>);

/// The numbers assigned so far, in the order of appearance.
#[derive(Default)]
pub(super) struct NameIndex<'p>(HashMap<PartyName<'p>, usize>);

impl<'p> NameIndex<'p> {
    /// Numbers the units of a registry in its order.
    pub(super) fn list_units(&mut self, plan: &'p Plan) {
        for at in 0..plan.registry.units.len() {
            self.unit(plan, UnitIx::new(at));
        }
    }

    /// Numbers the kinds of a registry's units in its order.
    pub(super) fn list_kinds(&mut self, plan: &'p Plan) {
        for unit in &plan.registry.units {
            self.kind(&unit.kind);
        }
    }

    /// Returns the number of the holder of a work item.
    pub(super) fn holder(&mut self, plan: &'p Plan, item: &WorkItemStatus) -> usize {
        match item.unit {
            Holder::Unit(unit) => self.unit(plan, unit),
            Holder::Group(_) | Holder::Joint => self.number((item.unit_id(plan), item.unit_name(plan), None)),
        }
    }

    /// Returns the number of a kind.
    pub(super) fn kind(&mut self, kind: &'p str) -> usize {
        self.number((kind.into(), "".into(), None))
    }

    /// Returns the number of a unit. Units of several plans with the same id, name and parent are one (docs/format.md).
    fn unit(&mut self, plan: &'p Plan, unit: UnitIx) -> usize {
        let unit = plan.registry.unit(unit);
        let parent = unit.parent.map(|parent| plan.registry.unit(parent).id.as_str());
        self.number((unit.id.as_str().into(), unit.name.as_str().into(), parent))
    }

    fn number(&mut self, name: PartyName<'p>) -> usize {
        let next = self.0.len();
        *self.0.entry(name).or_insert(next)
    }
}
