//! A valid plan: typed, every reference resolved, and the work items that it opens.
//!
//! Only `check` makes a [`Plan`]; whoever holds one need not ask whether a unit exists. Statuses are
//! not here: they are computed from a plan and a day.

mod index;
mod matching;
mod plan;
mod report;
mod target;
mod unit;
mod work_item;

pub use index::{AssignmentIx, GoalIx, GroupIx, RowIx, SectionIx, TargetIx, TaskIx, UnitIx, WorkItemIx};
pub use matching::{MatchFault, MatchRequest, WorkItemIndex};
pub use plan::{
    Assignment, Basis, Goal, Mode, Plan, Provisions, Row, Section, Settings, Signer, Task, Tracked,
};
pub use report::{Change, Report, State};
pub use target::{Comparator, Figure, Standing, Target, TargetResult, TargetValue};
pub use unit::{Group, Party, Registry, Unit};
pub use work_item::{Holder, LIMIT as WORK_ITEM_LIMIT, TooManyWorkItemsError, WorkItem, open};
