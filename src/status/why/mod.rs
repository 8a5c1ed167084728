//! The explanation of a work item's deadline and status. Source: docs/status.md, Explanations.

mod explanation;
mod sentence;
mod steps;
mod units;
mod words;

pub use explanation::{Explanation, ExplanationStep, StepKind};

use super::work_item_status::WorkItemStatus;
use crate::model::Plan;

/// Explains the deadline and the status of a work item of a plan.
pub fn why(plan: &Plan, item: &WorkItemStatus) -> Explanation {
    Explanation { sentence: sentence::sentence(plan, item), steps: steps::steps(plan, item) }
}
