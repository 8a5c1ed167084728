//! Reports, changes and results with errors, each of which costs itself. Source: docs/status.md, Wrong reports.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::answers::{ask_in, ask_of, rules};
use crate::support::folder::folder_of;
use crate::support::program::plan_in;

const MAIN: &str = "format: 1
plan: p
title: Kế hoạch
period: 2026
units:
  - {id: u1, name: Trường Một, kind: truong}
  - {id: u2, name: Trường Hai, kind: truong}
sections: [{id: I, title: Một}]
tasks:
  - {id: A, section: I, title: Việc một, lead: u1, due: 1/3}
  - {id: B, section: I, title: Việc hai, lead: u2, due: 1/3}
targets:
  - {id: C, title: Chỉ tiêu, value: 10, lead: u1, results: [{date: 1/2/2026, value: 8}, {date: 1/3/2026, value: nhiều}]}
";

const GOOD: &str = "unit: u1\nprogress:\n- {item: A, date: 1/2/2026, state: done, evidence: x}\n";

/// Returns a plan with two files of reports.
fn offices(first: &str, second: &str) -> TempDir {
    let main = MAIN.replace(", {date: 1/3/2026, value: nhiều}", "");
    folder_of(&[("plan.yaml", &main), ("progress/u1.yaml", first), ("progress/u2.yaml", second)])
}

/// Returns the entries that `plan list` leaves out: file, line and rule.
fn left_out(folder: &TempDir) -> Vec<(String, u64, String)> {
    let ran = ask_in(folder.path(), &["list", "-f", "json", "--as-of", "1/4/2026"]);
    let json = ran.json();
    let all = json["left_out"].as_array().unwrap();
    assert_eq!(ran.code, if all.is_empty() { 0 } else { 2 }, "{}", ran.err);
    assert_eq!(json["items"].as_array().unwrap().len(), 2, "{}", ran.out);
    assert!(all.iter().all(|entry| entry["plan"] == "p"));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    all.iter().map(|it| (text(&it["file"]), it["line"].as_u64().unwrap(), text(&it["rule"]))).collect()
}

/// Returns the statuses of the two work items.
fn statuses(folder: &TempDir) -> [String; 2] {
    let json = ask_in(folder.path(), &["list", "-f", "json", "--as-of", "1/4/2026"]).json();
    [0, 1].map(|at| json["items"][at]["status"].as_str().unwrap().to_owned())
}

#[test]
fn a_wrong_entry_costs_itself() {
    for (entry, rule) in [
        ("{item: B, date: 1/2/2026, percent: 150}", "percent-range"),
        ("{item: B, date: 31/2/2026, percent: 50}", "wrong-type"),
        ("{item: B, date: 1/2/2026, state: xonggg}", "wrong-type"),
        ("{item: B, date: 1/2/2026, percent: 50, persent: 5}", "unknown-key"),
        ("{item: B, item: B, date: 1/2/2026, percent: 50}", "duplicate-key"),
        ("{item: B, percent: 50}", "missing-key"),
        ("{item: BB, date: 1/2/2026, percent: 50}", "unknown-item"),
        ("{item: A, date: 1/2/2026, percent: 50}", "not-responsible"),
        ("{item: B, unit: u1, date: 1/2/2026, percent: 50}", "foreign-report"),
        ("{item: B, period: 2026-Q1, date: 1/2/2026, percent: 50}", "no-such-period"),
        ("chỉ là chữ", "wrong-type"),
        // A fault of form with one obvious correction costs no more than others.
        ("{item: B, date: 1/2/2026, percent: 5, note: một: hai}", "syntax"),
        ("{item: B, date: 1/2/2026, percent: 5, note: một, hai}", "unknown-key"),
        ("{item: B， date: 1/2/2026, percent: 5}", "look-alike"),
        // A list of items is one entry: it counts for none of them.
        ("{item: [B, BB], date: 1/2/2026, percent: 50}", "unknown-item"),
    ] {
        let second =
            format!("unit: u2\nprogress:\n- {entry}\n- {{item: B, date: 1/3/2026, state: started}}\n");
        let folder = offices(GOOD, &second);
        assert_eq!(left_out(&folder), [("progress/u2.yaml".to_owned(), 3, rule.to_owned())], "{entry}");
        assert_eq!(statuses(&folder), ["done-on-time", "overdue"], "{entry}");
        let json = ask_in(folder.path(), &["list", "-f", "json", "--as-of", "1/4/2026"]).json();
        assert_eq!(
            (&json["items"][1]["progress"], &json["items"][1]["percent"]),
            (&json!("in-progress"), &json!(null))
        );
        let ran = ask_in(folder.path(), &["validate", "-f", "json"]);
        assert_eq!((ran.code, rules(&ran)), (1, vec![rule.to_owned()]), "{entry}");
    }
}

#[test]
fn a_file_of_reports_that_cannot_be_read_costs_itself() {
    let entry = "progress:\n- {item: B, date: 1/2/2026, state: done, evidence: x}\n";
    for (second, line, rule) in [
        (format!("unit: khong-co\n{entry}"), 1, "unknown-unit"),
        (format!("unit: [u2, u1]\n{entry}"), 1, "wrong-type"),
        (format!("unit: u2\n{entry}- {{item: B, date: 1/3/2026, percent: [\n"), 4, "syntax"),
        (format!("unit: u2\n<<<<<<< HEAD\n{entry}=======\n>>>>>>> x\n"), 2, "syntax"),
        (format!("unit: u2\nlapse: 1\n{entry}"), 2, "unknown-key"),
        ("chỉ là chữ\n".to_owned(), 1, "wrong-type"),
        (format!("unit: u2\n{entry}").replace('x', "\0"), 3, "encoding"),
    ] {
        let folder = offices(GOOD, &second);
        assert_eq!(left_out(&folder), [("progress/u2.yaml".to_owned(), line, rule.to_owned())], "{second}");
        assert_eq!(statuses(&folder), ["done-on-time", "overdue"], "{second}");
        assert_eq!(ask_in(folder.path(), &["validate"]).code, 1, "{second}");
    }
}

#[test]
fn an_error_anywhere_else_leaves_the_plan_out() {
    let folder = offices(GOOD, "tasks:\n- {id: D, section: I, title: Việc, lead: khong-co, due: 1/3}\n");
    let ran = ask_in(folder.path(), &["list", "-f", "json"]);
    assert_eq!((ran.code, &ran.json()["items"]), (2, &json!([])));
    assert!(ran.err.contains("bỏ qua kế hoạch \"p\""), "{}", ran.err);
    let reports = "progress: [{item: A, date: 1/2/2026, percent: 150}]\n";
    for wrong in ["progress: abc\n", "changes: {item: A}\n"] {
        let ran = ask_of(&MAIN.replace("targets:", &format!("{wrong}targets:")), &["list", "-f", "json"]);
        assert_eq!((ran.code, &ran.json()["items"]), (2, &json!([])), "{wrong}");
    }
    // In the main file an entry that cannot be read ends with the next one.
    let broken = "progress:\n- {item: A, date: [\n- {item: B, date: 1/2/2026, state: done, evidence: x}\n";
    for (entries, number) in [(reports, 1), (broken, 1)] {
        let text = MAIN.replace(", {date: 1/3/2026, value: nhiều}", "") + entries;
        let ran = ask_of(&text, &["list", "-f", "json", "--as-of", "1/4/2026"]);
        let json = ran.json();
        assert_eq!(json["left_out"].as_array().unwrap().len(), number, "{entries}");
        assert_eq!(json["items"].as_array().unwrap().len(), 2, "{entries}");
    }
}

#[test]
fn a_wrong_result_costs_itself() {
    let ran = ask_of(MAIN, &["targets", "-f", "json", "--as-of", "1/4/2026"]);
    let json = ran.json();
    assert_eq!((ran.code, &json["targets"][0]["result"]["value"]), (2, &json!("8")));
    assert_eq!(
        json["left_out"],
        json!([{"plan": "p", "file": "p.plan.yaml", "line": 13, "rule": "target-value"}])
    );
}

#[test]
fn a_report_says_first_what_it_leaves_out() {
    let text = MAIN.to_owned() + "progress:\n- {item: A, date: 1/2/2026, percent: 150}\n";
    let note = "Chưa kể 02 mục báo cáo, điều chỉnh, kết quả vì có lỗi: p.plan.yaml:13 (target-value), p.plan.yaml:15 (percent-range)";
    let plain = |page: &str| page.split_whitespace().collect::<Vec<_>>().join(" ");
    for command in [&["list"][..], &["overdue"], &["status"], &["targets"], &["show", "A"], &["why", "A"]] {
        for format in ["text", "markdown", "html"] {
            let all = [command, &["-f", format, "--as-of", "1/4/2026"]].concat();
            let ran = ask_of(&text, &all);
            assert_eq!((ran.code, ran.err.as_str()), (2, ""), "{all:?}");
            assert!(plain(&ran.out.replace('\\', "")).contains(note), "{all:?}: {}", ran.out);
        }
    }
    // Those who see no page are told on stderr: CSV, JSON, iCalendar, a file, and where there is nothing to print.
    let told = format!("lỗi: {}\n", note.replace("Chưa", "chưa"));
    for command in [&["list", "-f", "csv"][..], &["list", "-f", "json"], &["list", "-f", "ics"], &["overdue"]]
    {
        let ran = ask_of(&text, &[command, &["--as-of", "1/2/2026"]].concat());
        assert_eq!((ran.code, ran.err.as_str()), (2, told.as_str()), "{command:?}");
        assert!(!ran.out.contains("Chưa kể"), "{}", ran.out);
    }
    let folder = folder_of(&[("p.plan.yaml", &text)]);
    let ran = plan_in(folder.path(), &["list", "--plans", "p.plan.yaml", "-o", "kq.html"]);
    assert_eq!((ran.code, ran.err.as_str()), (2, told.as_str()));
    assert!(fs::read_to_string(folder.path().join("kq.html")).unwrap().contains("Chưa kể 02 mục"));
}

#[test]
fn a_plan_that_is_not_asked_for_leaves_nothing_out() {
    let other = MAIN.replace("plan: p", "plan: q").replace(", {date: 1/3/2026, value: nhiều}", "");
    let folder = folder_of(&[("p.plan.yaml", MAIN), ("q.plan.yaml", &other)]);
    assert_eq!(ask_in(folder.path(), &["list", "--plan", "q"]).code, 0);
    assert_eq!(ask_in(folder.path(), &["list", "--plan", "p"]).code, 2);
}

#[test]
fn a_raised_warning_leaves_nothing_out() {
    let text = MAIN.replace(", {date: 1/3/2026, value: nhiều}", "")
        + "settings: {lint: {no-evidence: deny}}\nprogress: [{item: A, date: 1/2/2026, state: done}]\n";
    let ran = ask_of(&text, &["list", "-f", "json", "--as-of", "1/4/2026"]);
    assert_eq!((ran.code, ran.err.as_str(), &ran.json()["left_out"]), (0, "", &json!([])));
    assert_eq!(ran.json()["items"][0]["status"], "done-on-time");
    assert_eq!(ask_of(&text, &["validate"]).code, 1);
    assert_eq!(ask_of(&text, &["validate", "--deny", "warnings"]).code, 1);
}

/// A report by the lead of a change that is left out is left out as well, without a finding of its own.
#[test]
fn a_report_by_a_lead_that_never_came_is_left_out() {
    let text = MAIN.replace(", {date: 1/3/2026, value: nhiều}", "")
        + "changes: [{item: A, date: 31/2/2026, lead: u2, by: QĐ 1}]\n\
           progress: [{item: A, unit: u2, date: 1/4/2026, state: done, evidence: x}]\n";
    let json = ask_of(&text, &["list", "-f", "json", "--as-of", "1/5/2026"]).json();
    let left_out: Vec<&str> =
        json["left_out"].as_array().unwrap().iter().map(|it| it["rule"].as_str().unwrap()).collect();
    assert_eq!(left_out, ["wrong-type", "not-responsible"]);
    assert_eq!(
        (&json["items"][0]["unit"]["id"], &json["items"][0]["status"]),
        (&json!("u1"), &json!("overdue"))
    );
    assert_eq!(rules(&ask_of(&text, &["validate", "-f", "json"])), ["wrong-type"]);
}
