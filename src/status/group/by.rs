//! The groupings of a status table.

/// What a status table is grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// The section that the task or row stands in.
    Section,
    /// Whose the work item is on the day.
    Unit,
    /// The kind of whose it is.
    Kind,
    /// The goals; an item under several counts in each.
    Goal,
    /// The month of the day in force before rolling.
    Month,
    /// The quarter of that day.
    Quarter,
    /// The plan.
    Plan,
    /// The status.
    Status,
}

impl Grouping {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Section,
        Self::Unit,
        Self::Kind,
        Self::Goal,
        Self::Month,
        Self::Quarter,
        Self::Plan,
        Self::Status,
    ];

    /// Its word on the command line and in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Unit => "unit",
            Self::Kind => "kind",
            Self::Goal => "goal",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Plan => "plan",
            Self::Status => "status",
        }
    }

    /// The grouping with that [`id`](Self::id).
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.id() == id)
    }

    /// Whether one group may hold items of several plans (docs/commands.md, Several plans).
    pub fn is_across_plans(self) -> bool {
        !matches!(self, Self::Section | Self::Goal | Self::Plan)
    }
}
