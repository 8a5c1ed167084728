//! `--sort` of every list.

use crate::support::answers::{answer, ask_of, refused};
use crate::support::program::Ran;

const PLAN: &str = "format: 1
plan: p
title: Kế hoạch
period: 2026
units:
  - {id: a, name: Đơn vị 10, kind: y}
  - {id: b, name: Đơn vị 2, kind: x, until: 30/6/2026, successors: [a]}
  - {id: c, name: Ấp Ba, kind: x, from: 1/2/2026}
groups:
  - {id: g10, name: Nhóm 10, members: [a, b]}
  - {id: g9, name: Nhóm 9, members: [a, b, c]}
sections: [{id: II, title: Hai}, {id: I, title: Một}]
goals: [{id: M, title: Mục tiêu}]
targets:
  - {id: CT-10, title: Xã đạt chuẩn, value: 10, lead: b, goal: M, results: [{date: 1/5/2026, value: 12}]}
  - {id: CT-9, title: An toàn, value: 50, lead: a, results: [{date: 1/4/2026, value: 10}]}
  - {id: CT-1, title: Chợ, value: 5, lead: c}
tasks:
  - {id: T10, section: I, title: Đợt 10, lead: a, due: 10/1/2026, output: B}
  - {id: T9, section: II, title: Đợt 2, lead: b, due: 20/1/2026}
  - {id: T1, section: I, title: Đợt 1, lead: c, due: 5/2/2026, output: A}
";

fn asked(arguments: &[&str]) -> Ran {
    ask_of(PLAN, &[arguments, &["--as-of", "1/2/2026", "--lang", "en"]].concat())
}

/// Returns the ids of a list of the answer in JSON.
fn ids(list: &str, arguments: &[&str]) -> String {
    let ran = asked(&[arguments, &["-f", "json"]].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
    let json = ran.json();
    let rows = json[list].as_array().unwrap_or_else(|| panic!("{json}")).iter();
    rows.map(|row| row["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_list_of_work_items_is_sorted_by_any_column() {
    assert_eq!(ids("items", &["overdue"]), "T10 T9");
    assert_eq!(ids("items", &["overdue", "--sort", "days_late"]), "T9 T10");
    assert_eq!(ids("items", &["overdue", "--sort", "title"]), "T9 T10");
    assert_eq!(ids("items", &["overdue", "--by", "unit", "--sort=-unit"]), "T9 T10");
    assert_eq!(ids("items", &["upcoming", "--within", "1m"]), "T1");
    let all = ["upcoming", "--within", "1y", "--as-of", "1/1/2026"];
    let upcoming = |sort: &[&str]| {
        let ran = ask_of(PLAN, &[&all, sort, &["-f", "json"]].concat());
        let json = ran.json();
        let items = json["items"].as_array().unwrap().iter();
        items.map(|item| item["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(upcoming(&[]), "T10 T9 T1");
    assert_eq!(upcoming(&["--sort", "title"]), "T1 T9 T10");
    assert_eq!(upcoming(&["--sort", "-title"]), "T10 T9 T1");
    assert_eq!(ids("items", &["list", "--sort", "title"]), "T1 T9 T10");
    assert_eq!(ids("items", &["list", "--sort", "unit.name"]), "T1 T9 T10");
}

#[test]
fn numbers_within_words_sort_as_numbers() {
    let plan = "format: 1
plan: p
title: Kế hoạch
period: 2026
units: [{id: a, name: A, kind: x}]
tasks: [{id: T, title: T, lead: a, due: 11 lần/năm}]
";
    let ran = ask_of(
        plan,
        &["list", "--sort", "period", "--columns", "period", "-f", "csv", "--as-of", "1/1/2026"],
    );
    let periods: Vec<&str> = ran.out.lines().skip(1).collect();
    assert_eq!(periods.len(), 11, "{}", ran.out);
    let ends: Vec<&str> = periods.iter().map(|period| period.rsplit('.').next().unwrap()).collect();
    assert_eq!(ends, ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"], "{periods:?}");
}

#[test]
fn rows_of_the_annexes_and_of_the_registry_are_sorted_within_each_plan() {
    assert_eq!(ids("rows", &["schedule"]), "T9 T10 T1");
    assert_eq!(ids("rows", &["schedule", "--sort", "title"]), "T1 T9 T10");
    assert_eq!(ids("rows", &["schedule", "--sort", "id"]), "T1 T9 T10");
    assert_eq!(ids("rows", &["schedule", "--sort", "section,-title"]), "T9 T10 T1");
    // Rows without an output come last in either direction.
    assert_eq!(ids("rows", &["schedule", "--sort", "output"]), "T1 T10 T9");
    assert_eq!(ids("rows", &["schedule", "--sort", "-output"]), "T10 T1 T9");
    assert_eq!(ids("rows", &["schedule", "--sort", "-no"]), "T1 T10 T9");

    let targets = |sort: &str| {
        let ran = ask_of(PLAN, &["targets", "--as-of", "1/7/2026", "-f", "json", "--sort", sort]);
        let json = ran.json();
        let rows = json["targets"].as_array().unwrap().iter();
        rows.map(|row| row["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(targets("id"), "CT-1 CT-9 CT-10");
    assert_eq!(targets("-attainment_pct"), "CT-10 CT-9 CT-1");
    assert_eq!(targets("attainment_pct"), "CT-9 CT-10 CT-1");
    assert_eq!(targets("reported"), "CT-9 CT-10 CT-1");
    assert_eq!(targets("assessment"), "CT-10 CT-9 CT-1");
    assert_eq!(targets("title"), "CT-9 CT-1 CT-10");

    assert_eq!(ids("units", &["units", "--sort", "name"]), "c b a");
    assert_eq!(ids("groups", &["units", "--sort", "name"]), "g9 g10");
    assert_eq!(ids("units", &["units", "--sort", "kind,-name"]), "b c a");
    assert_eq!(ids("groups", &["units", "--sort", "-members"]), "g9 g10");
    assert_eq!(ids("units", &["units", "--sort", "until"]), "b a c");
    assert_eq!(ids("units", &["units", "--sort", "-from"]), "c a b");
}

#[test]
fn sorted_annexes_have_no_headings_and_keep_their_numbers() {
    let page = answer(asked(&["schedule", "--sort", "title", "-f", "csv"]));
    let numbers: Vec<&str> = page.lines().skip(1).map(|line| line.split(',').nth(1).unwrap()).collect();
    assert_eq!(numbers, ["3", "1", "2"], "{page}");
    let page = answer(asked(&["schedule", "--sort", "title"]));
    assert!(!page.contains("Hai") && !page.contains("Một"), "{page}");
}

#[test]
fn an_unknown_column_is_named_with_the_nearest() {
    for (command, wrong, near) in [
        ("overdue", "-days_lat", "days_late"),
        ("upcoming", "deadlines", "deadline"),
        ("schedule", "titel", "title"),
        ("targets", "-assesment", "assessment"),
        ("units", "nam", "name"),
    ] {
        let name = wrong.trim_start_matches('-');
        let expected = format!("error: --sort: there is no column \"{name}\" (help: {near})");
        assert_eq!(refused(&asked(&[command, "--sort", wrong])), expected);
    }
}
