//! Indexes into the plans of a workspace and into the lists of a plan: resolved references.

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// Returns the index of the position `at` of its list.
            pub fn new(at: usize) -> Self {
                // The reader limits a plan to two million entries.
                Self(u32::try_from(at).unwrap_or(u32::MAX))
            }

            /// Returns the position in its list.
            pub fn at(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

index!(
    /// A plan of a workspace, valid or not.
    PlanIx,
    /// A unit of the registry.
    UnitIx,
    /// A group of units.
    GroupIx,
    /// A goal.
    GoalIx,
    /// A target.
    TargetIx,
    /// A column of the plan's own.
    ColumnIx,
    /// A section.
    SectionIx,
    /// A task.
    TaskIx,
    /// A row of the schedule.
    RowIx,
    /// A tracked task or row.
    AssignmentIx,
    /// A work item: one unit's duty for one occurrence of an assignment.
    WorkItemIx,
);
