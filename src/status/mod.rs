//! (Plan, day) → work items with their status, what they add up to, and why. Source: status.md.
//!
//! * [`work_items`]: one [`WorkItem`] for each [`Slot`](crate::model::Slot) of a plan: a pure function;
//! * [`Progress`], [`Status`]: how far it has come, and what that means on the day;
//! * [`Figures`]: counts and percentages.

mod engine;
mod figures;
mod progress;
mod state;
mod work_item;

pub use engine::{work_item, work_items};
pub use figures::Figures;
pub use progress::Progress;
pub use state::Status;
pub use work_item::{Answers, WorkItem};
