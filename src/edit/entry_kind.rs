//! The kinds of entries that have an id.

use crate::model::{EntityIx, Plan, TrackedEntry};
use crate::parse::format::IdSpace;

/// A kind of entry with an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A unit.
    Unit,
    /// A group of units.
    Group,
    /// A goal.
    Goal,
    /// A section.
    Section,
    /// A task.
    Task,
    /// A row of the schedule.
    Row,
    /// A target.
    Target,
}

impl EntryKind {
    /// All kinds.
    pub const ALL: [Self; 7] =
        [Self::Unit, Self::Group, Self::Goal, Self::Section, Self::Task, Self::Row, Self::Target];

    /// The word of the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Group => "group",
            Self::Goal => "goal",
            Self::Section => "section",
            Self::Task => "task",
            Self::Row => "row",
            Self::Target => "target",
        }
    }

    /// The kind of that word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The kind of an entity; `None` for a plan.
    pub(super) fn of(entity: EntityIx, plan: &Plan) -> Option<Self> {
        Some(match entity {
            EntityIx::Plan => return None,
            EntityIx::Assignment(ix) => match plan.assignment(ix).tracked {
                TrackedEntry::Task(_) => Self::Task,
                TrackedEntry::Row(_) => Self::Row,
            },
            EntityIx::Task(_) => Self::Task,
            EntityIx::Target(_) => Self::Target,
            EntityIx::Unit(_) => Self::Unit,
            EntityIx::Group(_) => Self::Group,
            EntityIx::Section(_) => Self::Section,
            EntityIx::Goal(_) => Self::Goal,
        })
    }

    /// The ids among which one of this kind is unique.
    pub(super) fn space(self) -> IdSpace {
        match self {
            Self::Unit | Self::Group => IdSpace::Parties,
            Self::Goal => IdSpace::Goals,
            Self::Section => IdSpace::Sections,
            Self::Task | Self::Row => IdSpace::Items,
            Self::Target => IdSpace::Targets,
        }
    }
}
