//! The names of those who hold work items.

use std::borrow::Cow;

use crate::language::Message;
use crate::message;
use crate::model::{Holder, Party, Plan};
use crate::status::PlanWorkItem;

/// The name by which a unit is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitNaming {
    /// Its first alias where that is shorter: as colleagues say it.
    Short,
    /// Its name: as letters write it.
    Full,
}

/// The name of the unit that holds a work item, and of the one that answers for it now where that is another.
pub fn holder_name(found: &PlanWorkItem<'_>, by: UnitNaming) -> Message {
    let PlanWorkItem { plan, item: work } = *found;
    let name = unit_name(found, by);
    match work.unit {
        Holder::Unit(unit) if *work.answers != [unit] && !work.answers.is_empty() => {
            let now = work.answers.iter().map(|unit| party_name(plan, Party::Unit(*unit), by));
            let now = now.collect::<Vec<_>>().join(", ");
            message!("{name} (nay là {now})", "{name} (now {now})")
        }
        _ => Message::same(name),
    }
}

/// The name of the unit that holds a work item; several names are joined by `, `.
pub fn unit_name<'p>(found: &PlanWorkItem<'p>, by: UnitNaming) -> Cow<'p, str> {
    let PlanWorkItem { plan, item: work } = *found;
    match work.unit {
        Holder::Unit(unit) => party_name(plan, Party::Unit(unit), by).into(),
        Holder::Group(group) => party_name(plan, Party::Group(group), by).into(),
        Holder::Joint => {
            let leads = work.assignment(plan).lead.iter().map(|lead| party_name(plan, *lead, by));
            leads.collect::<Vec<_>>().join(", ").into()
        }
    }
}

fn party_name(plan: &Plan, party: Party, by: UnitNaming) -> &str {
    match party {
        Party::Unit(unit) if by == UnitNaming::Short => {
            let unit = plan.registry.unit(unit);
            let is_shorter = |alias: &&String| alias.chars().count() < unit.name.chars().count();
            unit.aliases.first().filter(is_shorter).unwrap_or(&unit.name)
        }
        _ => plan.registry.name(party),
    }
}
