//! The model of a valid plan: typed, with every reference resolved, and with its work items.
//!
//! Only `check` creates a [`Plan`], so that its references need no further checks. Statuses are computed from a
//! plan and a day by `status`.

mod answering;
mod assignment;
mod document;
mod entity;
mod index;
mod inheritance;
mod kind_index;
mod label_index;
mod matching;
mod members;
mod opening;
mod own;
mod plan;
mod registry;
mod report;
mod settings;
mod succession;
mod target;
mod target_value;
mod task;
mod unit;
mod work_item;

pub use assignment::{Assignment, TrackedEntry};
pub use document::{Basis, Goal, Letterhead, Section, Signer};
pub use entity::{EntityIx, entities};
pub use index::{
    AssignmentIx, ColumnIx, GoalIx, GroupIx, PlanIx, RowIx, SectionIx, TargetIx, TaskIx, UnitIx, WorkItemIx,
};
pub use inheritance::{DefaultsSource, Inheritance};
pub use label_index::LabelIndex;
pub use matching::{EntryRequirements, FAULT_IDS_LIMIT, MatchFault, WorkItemIndex};
pub use members::{MemberCache, MemberDays};
pub use opening::{LIMIT as WORK_ITEM_LIMIT, TooManyWorkItemsError, open_work_items};
pub use own::{OwnColumn, OwnColumns, OwnType, OwnValue, OwnValues};
pub use plan::Plan;
pub use registry::Registry;
pub use report::{Change, Report, ReportState};
pub use settings::Settings;
pub use succession::{AnsweringUnits, Predecessors, Successions};
pub use target::{Target, TargetHorizon, TargetResult};
pub use target_value::{
    Comparator, Figure, FigureError, Measure, TargetStanding, TargetValue, TargetValueError, Trend,
    WrittenFigure,
};
pub use task::{LeadMode, Provisions, Row, Task};
pub use unit::{Group, Party, Unit};
pub use work_item::{Holder, WorkItem};
