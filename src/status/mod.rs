//! (Plan, day) → work items with their status, what they add up to, and why. Source: docs/status.md.
//!
//! * [`work_items`]: one [`WorkItemStatus`] for each [`WorkItem`](crate::model::WorkItem) of a plan: a pure function;
//! * [`Progress`], [`Status`]: how far it has come, and what that means on the day;
//! * [`Figures`], [`group`]: counts and percentages, for any grouping; [`since`]: what changed;
//! * [`assess`]: targets against their results;
//! * [`why`]: how a deadline and a status came about, in one sentence and step by step.

mod assess;
mod evaluate;
mod figures;
mod group;
mod period;
mod plan_work_item;
mod progress;
mod rolled;
mod since;
mod state;
mod why;
mod work_item_status;

pub use assess::{Assessment, TargetStatus, assess, assess_all};
pub use evaluate::{evaluate, evaluate_all};
pub use figures::Figures;
pub use group::{Grouping, StatusGroup, group};
pub use period::spoken;
pub use plan_work_item::PlanWorkItem;
pub use progress::Progress;
pub use since::{ChangesSince, since};
pub use state::Status;
pub use why::{Explanation, ExplanationStep, StepKind, why};
pub use work_item_status::{AnsweringUnits, WorkItemStatus};
