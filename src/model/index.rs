//! Numbers of things in a plan: references that are already resolved.

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The number that stands for the place `at` in its list.
            pub fn new(at: usize) -> Self {
                // A plan has at most two million entries; the reader sees to that.
                Self(u32::try_from(at).unwrap_or(u32::MAX))
            }

            /// The place in its list.
            pub fn at(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

index!(
    /// A unit of the registry.
    UnitIx,
    /// A group of units.
    GroupIx,
    /// A goal.
    GoalIx,
    /// A target.
    TargetIx,
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
