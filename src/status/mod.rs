//! The statuses of work items on a day, their sums and their explanations. Source: docs/status.md.
//!
//! * [`evaluate_all`]: one [`WorkItemStatus`] for each [`WorkItem`](crate::model::WorkItem) of a plan, as a pure function;
//! * [`Timeline`]: the same for all days at once, as spans of equal statuses;
//! * [`Progress`], [`Status`]: the progress reported, and the status that follows on the day;
//! * [`Figures`], [`group`]: counts and percentages for any grouping; [`since`]: the changes since a day;
//! * [`TaskFigures`]: the tasks, counted beside their work items;
//! * [`assess`]: the status of a target by its results;
//! * [`why`]: the explanation of a deadline and a status, in one sentence and step by step.

mod assess;
mod evaluate;
mod figures;
mod group;
mod plan_work_item;
mod progress;
mod rolled;
mod since;
mod state;
mod tasks;
mod timeline;
mod why;
mod work_item_status;

pub use assess::{Assessment, TargetStatus, assess, assess_all, assess_horizons};
pub use evaluate::{evaluate, evaluate_all, evaluate_some};
pub use figures::Figures;
pub use group::{Grouping, StatusGroup, group};
pub use plan_work_item::PlanWorkItem;
pub use progress::Progress;
pub use since::{ChangesSince, since};
pub use state::Status;
pub use tasks::{CountedTask, TaskFigures, TaskState, TaskWork};
pub use timeline::{StatusSpan, Timeline};
pub use why::{Explanation, ExplanationStep, StepKind, why};
pub use work_item_status::WorkItemStatus;
