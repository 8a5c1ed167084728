//! Occurrences that are due before the plan was issued. Source: docs/deadlines.md, Occurrences.

use serde_json::Value;

use crate::support::answers::{ask_of, items, rules};

/// A plan of 13 November 2025 with further lines.
fn issued(lines: &str) -> String {
    format!(
        "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2025\nissued: 13/11/2025\nsections: [{{id: I, title: Một}}]\n\
         units: [{{id: a, name: Phường A, kind: phuong}}, {{id: b, name: Phường B, kind: phuong}}]\n\
         groups: [{{id: phuong, name: Các phường, kind: phuong}}]\n{lines}"
    )
}

/// Returns the keys of the work items of a filter on the last day of the year, without the id of the plan.
fn keys(text: &str, filter: &str) -> Vec<String> {
    let ran = ask_of(text, &["list", "-f", "json", "--as-of", "31/12/2025", filter]);
    let key = |item: &Value| item["key"].as_str().unwrap().trim_start_matches("p/").to_owned();
    items(&ran).iter().map(key).collect()
}

/// Returns the rules of the diagnostics of a plan.
fn found(text: &str) -> Vec<String> {
    rules(&ask_of(text, &["validate", "-f", "json"]))
}

const TASKS: &str = "tasks:
- {id: T, section: I, title: Hằng tháng, lead: a, due: hằng tháng}
- {id: Q, section: I, title: Từng quý, lead: a, due: \"Quý I, III, IV/2025\"}
- {id: N, section: I, title: Chín lần, lead: a, due: 09 lần/năm}
";

#[test]
fn nobody_is_late_with_an_occurrence_before_the_issue() {
    let text = issued(TASKS);
    assert_eq!(found(&text), [""; 0]);
    assert_eq!(keys(&text, "id:T"), ["T/a/2025-11", "T/a/2025-12"]);
    assert_eq!(keys(&text, "id:Q"), ["Q/a/2025-Q4"]);
    assert_eq!(keys(&text, "status:overdue"), ["T/a/2025-11"]);
    // The filter knows a period in which nothing opens, and the status table counts nothing in it.
    assert_eq!(keys(&text, "period:2025-03"), [""; 0]);
    let status = ask_of(&text, &["status", "-f", "json", "--as-of", "13/11/2025"]).json();
    assert_eq!((&status["total"]["overdue"], &status["total"]["total"]), (&0.into(), &12.into()));
    let why = ask_of(&text, &["why", "T", "--period", "2025-12", "--as-of", "31/12/2025"]).out;
    assert!(why.contains("10 kỳ đến hạn trước ngày ban hành kế hoạch 13/11/2025 không mở"), "{why}");
    let due = ask_of(&text, &["due", "hằng tháng"]).out;
    assert!(due.contains("10 kỳ đến hạn trước") && !due.contains("2025-10"), "{due}");
    let due = ask_of(&text, &["due", "hằng tháng", "-f", "json"]).json();
    assert_eq!(due["occurrences"].as_array().unwrap().len(), 2);
}

#[test]
fn an_occurrence_on_the_day_of_issue_opens_and_the_day_before_does_not() {
    let text = issued("tasks: [{id: T, section: I, title: Việc, lead: a, due: 12/11; 13/11; 14/11}]\n");
    assert_eq!(keys(&text, "id:T"), ["T/a/2025-11-13", "T/a/2025-11-14"]);
}

#[test]
fn a_single_deadline_before_the_issue_stays() {
    let text = issued("tasks: [{id: T, section: I, title: Việc, lead: a, due: 30/9/2025}]\n");
    assert_eq!(found(&text), ["before-issue"]);
    assert_eq!(keys(&text, "status:overdue"), ["T/a/-"]);
}

#[test]
fn a_first_day_opens_the_occurrences_before_the_issue() {
    let text = issued(
        "tasks: [{id: T, section: I, title: Việc, lead: a, from: 1/9/2025}]\n\
         schedule: [{id: R, task: T, title: Hằng quý, due: hằng quý}]\n",
    );
    assert_eq!(keys(&text, "id:R"), ["R/a/2025-Q3", "R/a/2025-Q4"]);
    assert_eq!(found(&text), [""; 0]);
}

#[test]
fn a_report_opens_the_occurrence_for_its_unit_alone() {
    let tasks = "tasks: [{id: T, section: I, title: Việc, lead: phuong, due: hằng quý}]\n";
    let report =
        "progress: [{item: T, unit: b, period: 2025-Q2, date: 1/12/2025, state: done, evidence: x}]\n";
    let text = issued(&format!("{tasks}{report}"));
    assert_eq!(keys(&text, "id:T"), ["T/a/2025-Q4", "T/b/2025-Q2", "T/b/2025-Q4"]);
    assert_eq!(keys(&text, "status:done-late"), ["T/b/2025-Q2"]);
    // A change on all occurrences opens none; one of a period opens it for every unit.
    let lead = "changes: [{item: T, unit: a, date: 1/12/2025, lead: b, by: QĐ 1}]\n";
    assert_eq!(keys(&issued(&format!("{tasks}{lead}")), "id:T"), ["T/a/2025-Q4", "T/b/2025-Q4"]);
    let moved = "changes: [{item: T, period: 2025-Q3, date: 1/12/2025, due: 15/12/2025, by: QĐ 1}]\n";
    let text = issued(&format!("{tasks}{moved}"));
    assert_eq!(keys(&text, "id:T"), ["T/a/2025-Q3", "T/a/2025-Q4", "T/b/2025-Q3", "T/b/2025-Q4"]);
    assert_eq!(keys(&text, "deadline:15/12/2025"), ["T/a/2025-Q3", "T/b/2025-Q3"]);
    // A change of the lead passes on what a report opened.
    let text = issued(&format!(
        "{tasks}progress: [{{item: T, unit: a, period: 2025-Q1, date: 14/11/2025, percent: 20}}]\n{lead}"
    ));
    assert_eq!(keys(&text, "unit:b"), ["T/a/2025-Q1", "T/a/2025-Q4", "T/b/2025-Q4"]);
}

#[test]
fn numbers_of_occurrences_count_those_that_do_not_open() {
    let text = issued("tasks: [{id: T, section: I, title: Việc, lead: a, due: 03 lần/năm}]\n");
    assert_eq!(keys(&text, "id:T"), ["T/a/2025.3"]);
}

#[test]
fn a_recurrence_that_is_over_at_the_issue_is_reported() {
    let task = "tasks: [{id: T, section: I, title: Việc, lead: a, due: \"Quý I, III/2025\"}]\n";
    assert_eq!(found(&issued(task)), ["no-occurrence"]);
    assert_eq!(keys(&issued(task), "id:T"), [""; 0]);
    let report = "progress: [{item: T, date: 1/12/2025, percent: 20}]\n";
    assert_eq!(found(&issued(&format!("{task}{report}"))), ["no-occurrence", "which-period"]);
    let change = "changes: [{item: T, date: 1/12/2025, dropped: true, by: QĐ 1}]\n";
    assert_eq!(found(&issued(&format!("{task}{change}"))), ["no-occurrence", "which-period"]);
    let report = "progress: [{item: T, period: 2025-Q1, date: 1/12/2025, percent: 20}]\n";
    assert_eq!(found(&issued(&format!("{task}{report}"))), ["before-issue"]);
}

#[test]
fn rows_of_the_same_words_are_checked_each_with_its_own_first_day() {
    let text = issued(
        "tasks: [{id: T, section: I, title: Việc, lead: a, due: hằng quý}]\n\
         schedule:\n- {id: R1, task: T, title: Một}\n- {id: R2, task: T, title: Hai, from: 1/2/2026}\n",
    );
    let ran = ask_of(&text, &["validate", "-f", "short"]);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    assert!(ran.out.contains(":12:39: no-occurrence:"), "{}", ran.out);
}
