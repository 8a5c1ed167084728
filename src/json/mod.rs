//! Versioned structs for programs, one schema per answer. Within a version keys may be added, never
//! removed or changed. Source: docs/commands.md, Machine output.

mod attributes;
mod calendar;
mod collect;
mod due;
mod edit;
mod export;
mod fields;
mod form;
mod import;
mod items;
mod left_out;
mod matrix;
mod office;
mod parts;
mod renewal;
mod schedule;
mod show;
mod status;
mod targets;
mod timeline;
mod units;
mod why;

pub use calendar::CalendarJson;
pub use collect::CollectJson;
pub use due::DueJson;
pub use edit::EditJson;
pub use export::ExportJson;
pub use fields::FieldsJson;
pub use form::FormsJson;
pub use import::ImportJson;
pub use items::WorkItemsJson;
pub use left_out::AnswerJson;
pub use matrix::MatrixJson;
pub use office::{BriefJson, LettersJson, PeriodReportJson};
pub use renewal::RenewalJson;
pub use schedule::ScheduleJson;
pub use show::ShowJson;
pub use status::StatusJson;
pub use targets::TargetsJson;
pub use timeline::TimelineJson;
pub use units::UnitsJson;
pub use why::WhyJson;
