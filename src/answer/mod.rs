//! The answers: one struct for each question that the program answers, and all computing in them.
//!
//! An answer holds plans, work items and figures, chosen, sorted, grouped, counted and assessed. A document
//! ([`report`](crate::report)) and JSON ([`json`](crate::json)) are projections of it that compute nothing, so
//! that no answer is computed twice and no two forms of it differ.

mod calendar;
mod changes;
mod columns;
mod due;
mod export;
mod form;
mod items;
mod left_out;
mod matrix;
mod office;
mod order;
mod own;
mod schedule;
mod sections;
mod show;
mod status;
mod targets;
mod timeline;
mod units;
mod why;

pub use calendar::{CalendarAnswer, MonthDays};
pub use changes::{ChangedItem, ChangesAnswer};
pub use columns::{ColumnAudience, ItemColumn, ItemColumns};
pub use due::{DueAnswer, DueOccurrence};
pub use export::{ExportAnswer, ExportedFile, ExportedTable, RefusedPlan};
pub use form::{FormAnswer, FormItem, FormScope, FormTarget, UnitForm, UnitPlanForm};
pub use items::{AnsweringUnit, ListAnswer, OverdueAnswer, UnitItems, UpcomingAnswer, WorkItemList};
pub use left_out::{LeftOutAnswer, LeftOutLine};
pub use matrix::{
    MATRIX_CELLS, MatrixAnswer, MatrixCell, MatrixRow, MatrixSizeError, MatrixState, MatrixUnit, PlanMatrix,
};
pub use office::{
    BriefAnswer, FoldedItem, LettersAnswer, Remark, ReportAnswer, ReportSpan, SpanKind, UnitLetter,
    UnitOverdue, UnitRemarks, UnitStanding, letterhead,
};
pub use order::{RowColumn, RowOrder, SortValue, SortableRow};
pub use own::own_columns;
pub use schedule::{PlanSchedule, ScheduleAnswer, ScheduleRow};
pub use sections::SectionedLine;
pub use show::{
    AssignmentFigures, AssignmentPage, EntityDetails, EntityPage, EntityWork, EntryScope, GoalPage,
    GroupPage, PlanPage, ScopedNames, SectionPage, ShowAnswer, TargetPage, TaskPage, TaskRole, UnitPage,
    UnknownEntityError,
};
pub use status::{SinceError, StatusAnswer, StatusLine, StatusRow, StatusTable};
pub use targets::{PlanTargets, TargetLine, TargetRow, TargetsAnswer};
pub use timeline::{TimelineAnswer, TimelineGroup, TimelineGrouping, TimelineScale};
pub use units::{GroupRow, PlanUnits, UnitRow, UnitsAnswer};
pub use why::{ExplainedAssignment, ExplainedItem, WhyAnswer, WhyError};
