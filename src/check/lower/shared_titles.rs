//! Titles that several rows share, which say what they are about with the title of their task alone.
//! Source: docs/format.md, schedule.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Plan, TrackedEntry};

/// Puts the titles of the tasks before those titles of rows that several rows share.
pub(super) fn tell_apart(plan: &mut Plan) {
    let mut shared: HashMap<&str, usize> = HashMap::new();
    for title in plan.rows.iter().filter_map(|row| row.title.as_deref()) {
        *shared.entry(title).or_default() += 1;
    }
    for item in &mut plan.assignments {
        let TrackedEntry::Row(row) = item.tracked else { continue };
        let Some(task) = item.task.map(|task| &plan.tasks[task.at()]) else { continue };
        let title = plan.rows[row.at()].title.as_deref();
        if let Some(title) = title.filter(|title| shared.get(title).is_some_and(|rows| *rows > 1))
            && *title != *task.title
        {
            item.title = Arc::from(format!("{}: {title}", task.title));
        }
    }
}
