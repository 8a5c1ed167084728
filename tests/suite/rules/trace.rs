//! Tasks and their rows.

use crate::rules::without_units;

/// The rules that a task due in June with one row breaks.
fn with_row(due: &str) -> Vec<String> {
    let found = without_units(&format!(
        "units: [{{id: a, name: A, kind: x}}]\n\
         tasks: [{{id: t, title: T, lead: a, due: tháng 6}}]\n\
         schedule: [{{id: r, task: t{due}}}]\n"
    ));
    found.iter().filter_map(|found| found.split([' ', ':']).nth(2).map(str::to_owned)).collect()
}

#[test]
fn a_deadline_of_a_task_is_tracked_by_a_row_that_inherits_or_repeats_it() {
    assert_eq!(with_row(""), [""; 0]);
    assert_eq!(with_row(", due: tháng 6"), [""; 0]);
    assert_eq!(with_row(", due: tháng 9"), ["not-tracked"]);
}

#[test]
fn a_wrong_deadline_of_a_row_is_one_fault() {
    assert_eq!(with_row(", due: tháng sáu chín"), ["unreadable-deadline"]);
}
