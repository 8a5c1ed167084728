//! Units and groups.

use super::index::{GroupIx, UnitIx};
use crate::date::Day;
use crate::span::Span;

/// A unit (đơn vị) of the registry. Source: docs/format.md, Lists.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The kind, a free slug.
    pub kind: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The unit above it.
    pub parent: Option<UnitIx>,
    /// The first day on which it is in force.
    pub from: Option<Day>,
    /// The last day on which it is in force.
    pub until: Option<Day>,
    /// The units that succeed it.
    pub successors: Vec<UnitIx>,
    /// The source of the registry for it.
    pub source: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// The location in the file.
    pub place: Span,
}

impl Unit {
    /// Returns true if the unit is in force on a day.
    pub fn is_in_force(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && !self.has_ended(day)
    }

    /// Returns true if its last day is before a day.
    pub fn has_ended(&self, day: Day) -> bool {
        self.until.is_some_and(|until| until < day)
    }
}

/// A group of units.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The members by name.
    pub members: Vec<Party>,
    /// The members by kind: every unit of one of these kinds …
    pub kinds: Vec<String>,
    /// … below this parent, if there is one.
    pub parent: Option<UnitIx>,
    /// The number of members that the document states.
    pub count: Option<u64>,
    /// The source of the group.
    pub source: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// The location in the file.
    pub place: Span,
}

/// A unit or a group in `lead`, `with` or `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// A unit.
    Unit(UnitIx),
    /// A group.
    Group(GroupIx),
}
