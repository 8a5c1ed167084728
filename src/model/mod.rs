//! A valid plan: typed, every reference resolved, and the work items that it opens.
//!
//! Only `check` makes a [`Plan`]; whoever holds one need not ask whether a unit exists. Statuses are
//! not here: they are computed from a plan and a day.

mod index;
mod matching;
mod plan;
mod report;
mod slot;
mod target;
mod unit;

pub use index::{GoalIx, GroupIx, ItemIx, RowIx, SectionIx, SlotIx, TargetIx, TaskIx, UnitIx};
pub use matching::{Ask, Places, Unmatched};
pub use plan::{Basis, Duty, Goal, Item, Mode, Plan, Row, Section, Settings, Signer, Task, Tracked};
pub use report::{Change, Report, State};
pub use slot::{Holder, LIMIT as SLOT_LIMIT, Slot, TooMany, open};
pub use target::{Comparator, Figure, Standing, Target, TargetResult, TargetValue};
pub use unit::{Group, Party, Registry, Unit};
