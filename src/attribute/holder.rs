//! The names of those who hold work items.

use std::borrow::Cow;

use crate::language::Message;
use crate::message;
use crate::model::{Holder, Party};
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
    let call = |party: Party| match party {
        Party::Unit(unit) if by == UnitNaming::Short => {
            let unit = plan.registry.unit(unit);
            let alias =
                unit.aliases.first().filter(|alias| alias.chars().count() < unit.name.chars().count());
            alias.unwrap_or(&unit.name)
        }
        _ => plan.registry.name(party),
    };
    let name: Cow<'_, str> = match work.unit {
        Holder::Unit(unit) => call(Party::Unit(unit)).into(),
        Holder::Group(group) => call(Party::Group(group)).into(),
        Holder::Joint => {
            let leads: Vec<&str> = work.assignment(plan).lead.iter().map(|lead| call(*lead)).collect();
            leads.join(", ").into()
        }
    };
    match work.unit {
        Holder::Unit(unit) if *work.answers != [unit] && !work.answers.is_empty() => {
            let now: Vec<&str> = work.answers.iter().map(|unit| call(Party::Unit(*unit))).collect();
            let now = now.join(", ");
            message!("{name} (nay là {now})", "{name} (now {now})")
        }
        _ => Message::same(name),
    }
}
