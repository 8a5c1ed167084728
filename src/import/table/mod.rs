//! Tables of tasks and of targets: heads by the words that offices use, group rows, cells of units and deadlines.

mod annex;
mod cell;
mod column;
mod head;
mod row;
mod target;

pub(super) use annex::{AnnexReader, WHOLE};
pub(super) use cell::{due_words, role_of_label, unit_cell};
pub(super) use column::ColumnRole;
pub(super) use head::table_head;
