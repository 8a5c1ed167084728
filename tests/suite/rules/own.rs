//! The columns of a plan's own, and values in them.

use super::{found, found_in, of};
use crate::rules::HEAD;

const COLUMNS: &str = "\
columns:
  - {key: x-tien, title: Tiền, type: number}
  - {key: x-ngay, title: Ngày, type: day}
  - {key: x-ai, title: Ai, type: unit}
  - {key: x-chu, title: Chữ, type: text}
";

fn task(own: &str) -> Vec<String> {
    of(&format!("{COLUMNS}tasks:\n  - {{id: t, title: T, lead: a, due: tháng 9, {own}}}\n"))
}

/// Without line and column.
fn unplaced(found: Vec<String>) -> Vec<String> {
    found.into_iter().filter_map(|found| Some(found.split_once(' ')?.1.to_owned())).collect()
}

#[test]
fn values_are_of_the_type_of_their_column() {
    for right in [
        "x-tien: 1.250.000, x-ngay: 15/5/2026, x-ai: b, x-chu: no",
        "x-tien: \"12,5\"",
        "x-tien: , x-ngay: null, x-ai: ~, x-chu: \"\"",
        "x-chu: 2026",
        "x-ngay: ngày 15 tháng 5 năm 2026",
    ] {
        assert!(task(right).is_empty(), "{right}: {:?}", task(right));
    }
    for (wrong, expected) in [
        ("x-tien: năm triệu", "wrong-type: x-tien does not take \"năm triệu\""),
        ("x-tien: true", "wrong-type: x-tien does not take \"true\""),
        ("x-ngay: 31/6/2026", "wrong-type: x-ngay: month 6 has only 30 days"),
        ("x-ngay: tháng 5", "wrong-type: x-ngay: expected a day with its year"),
        ("x-ai: phòng", "unknown-unit: there is no unit \"phòng\""),
        ("x-chu: [a]", "wrong-type: x-chu does not take a list"),
        ("x-chu: {b: c}", "wrong-type: x-chu does not take keys of its own"),
        ("x-chu: a, x-chu: b", "duplicate-key: the key \"x-chu\" is given twice"),
        ("x-chuu: a", "unknown-key: there is no key \"x-chuu\""),
        ("x-khac: a", "unknown-key: there is no key \"x-khac\""),
    ] {
        assert_eq!(unplaced(task(wrong)), [expected], "{wrong}");
    }
}

#[test]
fn rows_targets_and_reports_take_them_and_nothing_else_does() {
    let rest = "\
tasks: [{id: t, title: T}]
schedule: [{id: r, task: t, lead: a, due: tháng 9, x-tien: 1}]
targets: [{id: c, title: C, value: 1, lead: a, x-chu: b}]
progress: [{item: r, date: 1/2/2026, state: started, x-ngay: 1/2/2026}]
";
    assert!(of(&format!("{COLUMNS}{rest}")).is_empty());
    for (list, column) in [
        ("goals: [{id: g, title: G, x-tien: 1}]", 27),
        ("sections: [{id: s, title: S, x-tien: 1}]", 30),
        ("changes: [{item: t, date: 1/2/2026, dropped: true, by: x, x-tien: 1}]", 59),
        ("units: [{id: c, name: C, kind: k, x-tien: 1}]", 35),
    ] {
        let tasks = "tasks: [{id: t, title: T, lead: a, due: tháng 9, goals: [g]}]";
        let all = found(&format!("{HEAD}{COLUMNS}{tasks}\n{list}\n"));
        assert!(all.contains(&format!("11:{column} unknown-key: there is no key \"x-tien\"")), "{all:?}");
    }
    assert_eq!(of("x-tien: 1\n"), ["8:1 unknown-key: there is no key \"x-tien\""]);
}

#[test]
fn a_column_has_a_key_of_its_own() {
    for (column, expected) in [
        ("{key: kinh-phi, title: K}", "bad-id: \"kinh-phi\" is not the key of a column"),
        ("{key: x-, title: K}", "bad-id: \"x-\" is not the key of a column"),
        ("{key: x-kinh phí, title: K}", "bad-id: \"x-kinh phí\" is not the key of a column"),
        ("{title: K}", "missing-key: missing key: key"),
        ("{key: x-a}", "missing-key: missing key: title"),
        ("{key: x-a, title: K, type: tiền}", "wrong-type: type does not take \"tiền\""),
        ("{key: x-a, title: K}, {key: x-a, title: L}", "duplicate-id: duplicate id \"x-a\""),
    ] {
        // A use of the column that is meant is no second fault.
        let used = if column.contains("x-a") { "x-a: 5" } else { "x-kinh-phi: 5" };
        let lines =
            format!("columns: [{column}]\ntasks: [{{id: t, title: T, lead: a, due: tháng 9, {used}}}]\n");
        assert_eq!(unplaced(of(&lines)), [expected], "{column}");
    }
}

#[test]
fn columns_stand_in_any_file_of_the_plan() {
    let main = format!(
        "{HEAD}units: [{{id: a, name: A, kind: k}}]\ntasks: [{{id: t, title: T, lead: a, due: tháng 9, x-a: 1}}]\n"
    );
    let undeclared = ["6:50 unknown-key: there is no key \"x-a\""];
    assert_eq!(found_in(&[("p/plan.yaml", &main)]), undeclared);
    assert!(
        found_in(&[("p/plan.yaml", &main), ("p/z.yaml", "columns: [{key: x-a, title: A}]\n")]).is_empty()
    );
    // A file that cannot be read may declare it.
    assert_eq!(
        found_in(&[("p/plan.yaml", &main), ("p/z.yaml", "columns: [{key: x-a, title: \"A}]\n")]).len(),
        1
    );
}

/// Texts in the plan's own columns are texts of the plan.
#[test]
fn their_texts_are_checked_like_others() {
    let found = found(&format!(
        "{HEAD}columns: [{{key: x-a, title: A}}]\nunits: [{{id: a, name: A, kind: k}}]\n\
         tasks: [{{id: t, title: T, lead: a, due: tháng 9, x-a: a\u{200b}b}}]\n"
    ));
    assert_eq!(
        found,
        ["7:56 control-character: `x-a` contains the invisible character U+200B (zero-width space)"]
    );
}
