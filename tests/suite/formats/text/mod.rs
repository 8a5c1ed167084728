//! Text for terminals.

mod lines;
mod overdue;
mod schedule;
mod status;
