//! The groupings of a status table.

/// The grouping of a status table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// By the section of the task or row.
    Section,
    /// By the holder on the day.
    Unit,
    /// By the kind of the holder.
    Kind,
    /// By goal; a work item under several goals counts in each.
    Goal,
    /// By the month of the last day in force before rolling.
    Month,
    /// By the quarter of that day.
    Quarter,
    /// By plan.
    Plan,
    /// By status.
    Status,
    /// By task; a row without a task counts as one.
    Task,
}

impl Grouping {
    /// All groupings, in the order of the help text.
    pub const ALL: [Self; 9] = [
        Self::Section,
        Self::Task,
        Self::Unit,
        Self::Kind,
        Self::Goal,
        Self::Month,
        Self::Quarter,
        Self::Plan,
        Self::Status,
    ];

    /// Returns the identifier on the command line and in JSON.
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
            Self::Task => "task",
        }
    }

    /// Returns the grouping with an [`id`](Self::id).
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.id() == id)
    }

    /// Returns true if a group may hold work items of several plans (docs/commands.md, Several plans).
    pub fn is_across_plans(self) -> bool {
        !matches!(self, Self::Section | Self::Task | Self::Goal | Self::Plan)
    }
}
