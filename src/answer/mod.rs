//! The answers: one struct for each question that the program answers, and all computing in them.
//!
//! An answer holds plans, work items and figures, chosen, sorted, grouped, counted and assessed. A document
//! ([`report`](crate::report)) and JSON ([`json`](crate::json)) are projections of it that compute nothing, so
//! that no answer is computed twice and no two forms of it differ.

mod calendar;
mod due;
mod entity;
mod schedule;
mod show;
mod targets;
mod units;
mod why;

pub use calendar::{CalendarAnswer, MonthDays};
pub use due::{DueAnswer, DueOccurrence};
pub use entity::{Entity, EntityName, entities};
pub use schedule::{PlanSchedule, ScheduleAnswer, ScheduleLine, ScheduleRow};
pub use show::{
    AssignmentList, AssignmentPage, AssignmentSummary, EntityPage, GroupPage, MatchedEntry, PageDetails,
    ShowAnswer, TargetPage, TaskPage, TaskTracking, UnitPage,
};
pub use targets::{PlanTargets, TargetLine, TargetRow, TargetsAnswer};
pub use units::{GroupRow, PlanUnits, UnitRow, UnitsAnswer};
pub use why::{ExplainedWorkItem, WhyAnswer, WhyFault};
