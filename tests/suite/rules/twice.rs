//! Entries and files that are given twice.

use crate::support::answers::{ask_in, ask_of, rules};
use crate::support::folder::folder_of;

const MAIN: &str = "format: 1
plan: p
title: Kế hoạch thử
period: 2026
units:
  - {id: u1, name: Trường Một, kind: truong}
  - {id: u2, name: Trường Hai, kind: truong}
tasks:
  - {id: A-1, title: Việc một, lead: u1, due: 31/3}
  - {id: A-2, title: Việc hai, lead: u2, due: 31/3}
";

const CHANGES: &str = "changes:
  - {item: A-1, date: 20/3/2026, due: 30/6/2026, by: Công văn số 12/UBND-VX ngày 20/3/2026}
";

const REPORTS: &str = "unit: u1\nprogress:\n  - {item: A-1, date: 20/4/2026, percent: 40}\n";

#[test]
fn copied_files_count_once_and_are_told() {
    let folder = folder_of(&[
        ("plan.yaml", MAIN),
        ("changes.yaml", CHANGES),
        ("changes - Copy.yaml", CHANGES),
        ("progress/u1.yaml", REPORTS),
        ("progress/u1 (1).yaml", REPORTS),
        ("progress/u2.yaml", "unit: u1\nprogress:\n  - {item: A-1, date: 21/4/2026, percent: 45}\n"),
    ]);
    let told = ask_in(folder.path(), &["validate", "-f", "short"]).out;
    let places: Vec<&str> = told.lines().map(|line| line.split_once(": ").unwrap().0).collect();
    assert_eq!(
        places,
        ["changes.yaml:2:12", "progress/u1 (1).yaml:1:7", "progress/u1.yaml:3:12", "progress/u2.yaml:1:7"],
        "{told}"
    );
    let json = ask_in(folder.path(), &["list", "-f", "json", "--as-of", "1/6/2026"]).json();
    assert_eq!(json["items"][0]["extensions"], 1);
    let shown = ask_in(folder.path(), &["show", "A-1", "--as-of", "1/6/2026"]).out;
    assert_eq!((shown.matches("40%").count(), shown.matches("thời hạn mới").count()), (1, 1), "{shown}");
}

#[test]
fn entries_are_alike_by_what_they_say() {
    let twice = |first: &str, second: &str| {
        let lists = format!("progress:\n- {{{first}}}\n- {{{second}}}\n");
        rules(&ask_of(&format!("{MAIN}{lists}"), &["validate", "-f", "json"]))
    };
    let first = "item: A-1, date: 20/4/2026, percent: 40";
    for second in [
        "percent: 40, date: 2026-04-20, item: A-1",
        "item: [A-1], date: ngày 20 tháng 4 năm 2026, percent: 40.0",
        "item: \"A-1\", date: 20-4-2026, percent: 40",
    ] {
        assert_eq!(twice(first, second), ["given-twice"], "{second}");
    }
    for second in [
        "item: A-1, date: 20/4/2026, percent: 41",
        "item: A-1, date: 21/4/2026, percent: 40",
        "item: A-1, date: 20/4/2026, percent: 40, note: nhắc lại",
        "item: A-1, date: 20/4/2026, as_of: 20/4/2026, percent: 40",
    ] {
        assert_eq!(twice(first, second), [""; 0], "{second}");
    }
    // The plan's own keys count as well.
    let own = |value: &str| format!("item: A-1, date: 20/4/2026, percent: 40, x-ghi-chu: {value}");
    let columns = "columns: [{key: x-ghi-chu, title: Ghi chú, type: text}]\n";
    let with_own = |first: &str, second: &str| {
        let lists = format!("progress:\n- {{{}}}\n- {{{}}}\n", own(first), own(second));
        rules(&ask_of(&format!("{MAIN}{columns}{lists}"), &["validate", "-f", "json"]))
    };
    assert_eq!((with_own("a", "a"), with_own("a", "b")), (vec!["given-twice".to_owned()], Vec::new()));
    // A repeated entry has no further findings, except that it is wrong.
    let done = "item: A-1, date: 20/4/2026, state: done";
    assert_eq!(twice(done, done), ["no-evidence", "given-twice"]);
    let wrong = "item: A-1, date: 20/4/2026, percent: 400";
    assert_eq!(twice(wrong, wrong), ["percent-range", "percent-range"]);
}

#[test]
fn two_files_of_a_unit_are_told_at_the_one_with_another_name() {
    let file = |unit: &str, percent: u32| {
        format!("unit: {unit}\nprogress:\n- {{item: A-1, date: 20/4/2026, percent: {percent}}}\n")
    };
    let told = |files: &[(&str, &str)]| {
        let all: Vec<(&str, &str)> = [("plan.yaml", MAIN)].into_iter().chain(files.iter().copied()).collect();
        ask_in(folder_of(&all).path(), &["validate", "-f", "short"]).out
    };
    let (a, b) = (file("u1", 40), file("u1", 50));
    let out = told(&[("progress/quy-1/u1.yaml", &b), ("progress/a.yaml", &a)]);
    assert!(out.starts_with("progress/a.yaml:1:7: two-files:") && out.lines().count() == 1, "{out}");
    let out = told(&[("progress/truong-mot.yaml", &a)]);
    assert_eq!(out, "");
}
