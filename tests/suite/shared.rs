//! What several units share, what moves to another unit, what is dropped: told the same by every command.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::program::{Ran, plan_in};

const PLAN: &str = "format: 1
plan: p
title: Kế hoạch
kind: chi-thi
number: 05/CT-UBND
issued: 2/1/2026
issuer: a
period: 2026
units:
  - {id: a, name: UBND quận A, kind: quan}
  - {id: b, name: Trường B, kind: truong, parent: a}
  - {id: c, name: Trường C, kind: truong, parent: a}
  - {id: d, name: Trường D, kind: truong, from: 1/12/2026}
  - {id: e, name: Trường E, kind: truong, until: 30/11/2026, successors: [d]}
groups:
  - {id: g, name: Các trường B và C, members: [b, c], count: 2}
tasks:
  - {id: t, title: Việc chung, lead: g, mode: joint, due: tháng 9}
  - {id: u, title: Việc từng trường, lead: [b, c], due: 01 lần/quý}
  - {id: v, title: Việc bỏ, lead: b, due: tháng 6}
  - {id: w, title: Việc chuyển, lead: c, due: tháng 12}
  - {id: m, title: Đề mục, heading: true}
progress:
  - {item: u, unit: g, period: 2026-Q1, date: 20/3/2026, state: done, evidence: Báo cáo 1}
  - {item: t, unit: g, date: 1/8/2026, state: paused, difficulty: thiếu người}
  - {item: t, unit: g, date: 1/9/2026, as_of: 30/8/2026, state: reopened}
changes:
  - {item: v, date: 1/5/2026, dropped: true, by: Thông báo 1/TB, reason: thừa}
  - {item: w, date: 1/6/2026, lead: b, by: Thông báo 2/TB}
  - {item: u, unit: c, period: 2026-Q4, date: 1/10/2026, due: 15/1/2027, by: Thông báo 3/TB}
";

fn folder(text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("p.plan.yaml"), text).unwrap();
    folder
}

/// A command on 21 November 2026 about the plan with these words.
fn ask_of(text: &str, arguments: &[&str]) -> Ran {
    plan_in(folder(text).path(), &[arguments, &["--plans", "."]].concat())
}

fn ask(arguments: &[&str]) -> Ran {
    let ran = ask_of(PLAN, arguments);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    ran
}

fn holds(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part} is not in\n{page}");
    }
}

#[test]
fn a_report_by_a_group_counts_for_each_of_its_units() {
    let json = ask(&["list", "id:u", "done:1/1/2026..", "-f", "json"]).json();
    let keys: Vec<&Value> = json["items"].as_array().unwrap().iter().map(|item| &item["key"]).collect();
    assert_eq!(keys, ["p/u/b/2026-Q1", "p/u/c/2026-Q1"]);
    holds(
        &ask(&["show", "u"]).out,
        &["1. 20/03/2026, mọi đơn vị, 2026-Q1: đã hoàn thành; minh chứng: Báo cáo 1"],
    );
    holds(&ask(&["show", "u", "--lang", "en"]).out, &["1. 2026-03-20, all units, 2026-Q1: done"]);
    // A group of which one unit has nothing to report on speaks for none of them.
    let text = PLAN
        .replace("lead: [b, c], due: 01", "lead: b, due: 01")
        .replace("  - {item: u, unit: c", "  - {item: u, unit: b");
    let ran = ask_of(&text, &["validate", "-f", "short"]);
    assert!(ran.out.contains("not-responsible") && ran.out.contains("\"g\""), "{}", ran.out);
}

#[test]
fn a_joint_item_is_one_and_a_pause_is_told() {
    let json = ask(&["show", "t", "-f", "json"]).json();
    let task = &json["things"][0];
    assert_eq!(task["mode"], "joint");
    assert_eq!(task["occurrences"][0]["answers"], json!(["b", "c"]));
    let states: Vec<&Value> = task["reports"].as_array().unwrap().iter().map(|it| &it["state"]).collect();
    assert_eq!(states, ["paused", "reopened"]);
    holds(
        &ask(&["show", "t"]).out,
        &[
            "Cách giao  chung một việc\n",
            "1. 01/08/2026: tạm dừng; khó khăn: thiếu người",
            "2. 01/09/2026, nói về ngày 30/08/2026: mở lại",
        ],
    );
    holds(
        &ask(&["show", "t", "--lang", "en"]).out,
        &["all for one work item", "2026-08-01: paused", "reopened"],
    );
    let paused = ask(&["list", "progress:paused", "--as-of", "15/8/2026", "-f", "json"]).json();
    assert_eq!(paused["items"][0]["key"], "p/t/g/-");
}

#[test]
fn what_is_dropped_or_moved_is_told_with_its_document() {
    holds(&ask(&["show", "v"]).out, &["1. 01/05/2026: không thực hiện; theo Thông báo 1/TB; lý do: thừa"]);
    holds(&ask(&["show", "w"]).out, &["1. 01/06/2026: chủ trì: Trường B; theo Thông báo 2/TB"]);
    holds(&ask(&["show", "m"]).out, &["Loại  đề mục, không mở việc"]);
    // Nobody leads it: it opens no work.
    let text = PLAN.replace("heading: true", "tags: [x]");
    holds(&ask_of(&text, &["show", "m"]).out, &["nhiệm vụ chưa giao cho ai, không mở việc"]);
}

#[test]
fn what_changed_since_a_day_is_listed_for_programs() {
    let json = ask(&["status", "--since", "1/2/2026", "-f", "json"]).json();
    assert_eq!(
        json["since"],
        json!({
            "day": "2026-02-01",
            "newly_done": ["p/u/b/2026-Q1", "p/u/c/2026-Q1"],
            "newly_overdue": ["p/t/g/-", "p/u/b/2026-Q2", "p/u/b/2026-Q3", "p/u/c/2026-Q2", "p/u/c/2026-Q3"],
            "extended": ["p/u/c/2026-Q4"],
            "dropped": ["p/v/b/-"],
        })
    );
}

#[test]
fn figures_by_kind_month_and_plan_have_their_names() {
    for (by, parts) in [
        ("kind", &["Loại đơn vị", "truong", "nhóm đơn vị"][..]),
        ("month", &["Tháng 3/2026", "Tháng 1/2027"]),
        ("plan", &["Mã  Kế hoạch"]),
    ] {
        holds(&ask(&["status", "--by", by]).out, parts);
    }
    // Nothing of December is decided yet: no share can be told.
    let page = ask(&["status", "--by", "month"]).out;
    let december = page.lines().find(|line| line.starts_with("Tháng 12/2026")).unwrap();
    assert!(december.ends_with("–      –"), "{page}");
}

#[test]
fn a_registry_says_who_comes_and_who_goes() {
    let page = ask(&["units"]).out;
    holds(&page, &["từ 01/12/2026", "đến 30/11/2026  d", "Nhóm đơn vị\ng   Các trường B và C  nhóm"]);
    let json = ask(&["units", "-f", "json"]).json();
    assert_eq!(
        json["groups"],
        json!([{
            "plan": "p", "id": "g", "name": "Các trường B và C", "kinds": [], "parent": null,
            "members": ["b", "c"], "count": 2, "items": 1, "place": {"file": "p.plan.yaml", "line": 16},
        }])
    );
    let force: Vec<&Value> = json["units"].as_array().unwrap().iter().map(|unit| &unit["in_force"]).collect();
    assert_eq!(force, [true, true, true, false, true]);
}

#[test]
fn a_document_is_called_what_it_is() {
    for (kind, vi, en) in [
        ("ke-hoach", "Kế hoạch", "Plan"),
        ("chi-thi", "Chỉ thị", "Directive"),
        ("cong-van", "Công văn", "Official letter"),
        ("nghi-quyet", "Nghị quyết", "Resolution"),
        ("chuong-trinh", "Chương trình", "Programme"),
        ("de-an", "Đề án", "Scheme"),
        ("quyet-dinh", "Quyết định", "Decision"),
    ] {
        let text = PLAN.replace("chi-thi", kind);
        let heading = |lang| ask_of(&text, &["schedule", "--lang", lang]).out;
        holds(&heading("vi"), &[&format!("(Kèm theo {vi} số 05/CT-UBND ngày 02/01/2026 của UBND quận A)")]);
        holds(&heading("en"), &[&format!("(Attached to {en} No. 05/CT-UBND of 2026-01-02 by UBND quận A)")]);
    }
    let text = PLAN.replace("kind: chi-thi\n", "");
    holds(&ask_of(&text, &["schedule"]).out, &["(Kèm theo Văn bản số 05/CT-UBND ngày 02/01/2026"]);
}

#[test]
fn the_duty_to_report_goes_with_the_lead() {
    let validated = |text: &str, report: &str| {
        let text = text.replace("changes:\n", &format!("  - {{{report}, state: started}}\nchanges:\n"));
        let found = ask_of(&text, &["validate", "-f", "json"]).json();
        let rules = found["diagnostics"].as_array().unwrap().iter();
        rules.map(|found| found["rule"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    // From 1 June B leads what C led.
    for (report, expected) in [
        ("item: w, unit: c, date: 31/5/2026", None),
        ("item: w, unit: b, date: 31/5/2026", Some("not-responsible")),
        ("item: w, unit: c, date: 1/6/2026", Some("not-responsible")),
        ("item: w, unit: b, date: 1/6/2026", None),
        ("item: w, date: 1/6/2026", None),
    ] {
        assert_eq!(validated(PLAN, report), Vec::from_iter(expected), "{report}");
    }
    // What is written for C then tells B's two work items apart.
    let text = PLAN.replace(
        PLAN.lines().last().unwrap(),
        "  - {item: u, unit: c, date: 1/6/2026, lead: b, by: Thông báo 2/TB}",
    );
    assert_eq!(validated(&text, "item: u, unit: c, period: 2026-Q3, date: 1/9/2026"), [""; 0]);
    assert_eq!(validated(&text, "item: u, unit: b, period: 2026-Q3, date: 1/9/2026"), [""; 0]);
}

#[test]
fn a_target_is_shown_as_it_was_understood() {
    for (value, read_as) in [
        ("'>= 65%'", "≥ 65%"),
        ("'> 50 %'", "> 50%"),
        ("'< 3 vụ'", "< 3 vụ"),
        ("'<= 0 vụ'", "≤ 0 vụ"),
        ("'= 7 trường'", "= 7 trường"),
        ("7 trường", "≥ 7 trường"),
        ("50-55%", "50–55%"),
        ("mức độ 3", "≥ mức độ 3"),
        ("đạt", "đạt"),
    ] {
        let text = format!("{PLAN}targets: [{{id: ct, title: C, value: {value}, lead: a}}]\n");
        let page = ask_of(&text, &["show", "ct"]).out;
        let told = page.lines().find(|line| line.starts_with("Hiểu là")).unwrap_or_default();
        assert_eq!(told.trim_start_matches("Hiểu là").trim(), read_as, "{value}\n{page}");
    }
}
