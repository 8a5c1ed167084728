//! `plan list`: work items, their order and columns.

use plan::attribute::Attribute;
use serde_json::json;

use crate::support::answers::{ask_of, each, items, real, year};
use crate::support::program::plan;
use crate::support::snapshot::assert_printed;

#[test]
fn lists_are_sorted_by_any_field_and_cut() {
    let sorted = |by: &str, name: &str| {
        let all = items(&year(&["list", "--sort", by, "-f", "json"], "30/6/2025"));
        all.iter().map(|item| item[name].to_string()).collect::<Vec<_>>()
    };
    let deadlines = sorted("deadline", "deadline");
    let last = deadlines.iter().position(|it| it == "null").unwrap();
    assert!(deadlines[..last].is_sorted() && deadlines[last..].iter().all(|it| it == "null"));
    // Work items without a day come last either way.
    let reversed = sorted("-deadline", "deadline");
    assert!(reversed[..last].is_sorted_by(|a, b| a >= b) && reversed[last..].iter().all(|it| it == "null"));
    assert_eq!(sorted("-days_late", "days_late")[..3], ["14", "6", "4"]);
    assert_eq!(sorted("key", "key").len(), 76);
    let by_two = items(&year(&["list", "--sort", "-status,unit.name", "-f", "json"], "30/6/2025"));
    let by_two: Vec<_> = by_two.iter().map(|it| (it["status"].clone(), it["unit"]["name"].clone())).collect();
    assert_eq!(by_two[0].0, "on-track");
    assert_eq!(by_two[0].1, "Phòng Giáo dục và Đào tạo quận Minh Họa");
    let titles = sorted("title", "title");
    assert!(titles[0].starts_with("\"Báo cáo") && titles[75].starts_with("\"Tuyển"), "{titles:?}");
    let few = year(&["list", "--sort=-days_late", "--limit", "3"], "30/6/2025");
    assert!(few.out.contains("3 trong 76 việc."), "{}", few.out);
    assert_eq!(items(&year(&["list", "--limit", "3", "-f", "json"], "30/6/2025")).len(), 3);
    for field in plan::attribute::Attribute::listed() {
        let ran = year(&["list", "--sort", field.name(), "--columns", field.name()], "30/6/2025");
        assert_eq!(ran.code, 0, "{}: {}", field.name(), ran.err);
    }
}

#[test]
fn columns_are_those_that_were_asked_for() {
    let csv = |columns: &str| {
        year(&["list", "--columns", columns, "--limit", "1", "-f", "csv", "--lang", "en"], "30/6/2025").out
    };
    assert_eq!(csv("id,deadline,days_late"), "id,deadline,days_late\nPL2-01,2025-03-31,0\n");
    assert_eq!(
        csv("period,unit"),
        "period,unit.id,unit.name\n2025-Q1,phong-gddt,Phòng Giáo dục và Đào tạo quận Minh Họa\n"
    );
    assert_eq!(csv("plan,unit.kind"), "plan,unit.kind\nca-nam,phong-ban\n");
    for (name, near) in [("deadlin", "deadline"), ("Unit.Nam", "unit.name"), ("dayslate", "days_late")] {
        for option in ["--columns", "--sort"] {
            let ran = year(&["list", option, name], "30/6/2025");
            let said = format!("lỗi: {option}: không có cột \"{name}\" (gợi ý: {near})\n");
            assert_eq!((ran.code, ran.out.as_str(), ran.err), (2, "", said));
        }
    }
    let ran = year(&["list", "--sort", "-zzzzzz", "--lang", "en"], "30/6/2025");
    assert!(
        ran.err.starts_with("error: --sort: there is no column \"zzzzzz\" (help: key, plan, id,"),
        "{}",
        ran.err
    );
}

#[test]
fn changes_are_told() {
    let all = items(&year(&["list", "id:PL2-11", "-f", "json"], "30/9/2025"));
    let moved = all.iter().find(|item| item["unit"]["id"] == "phuong-hoa-lan").unwrap();
    assert_eq!((&moved["extended_to"], &moved["extensions"]), (&json!("2025-10-31"), &json!(1)));
    let ended = all.iter().find(|item| item["unit"]["id"] == "phuong-hoa-sung").unwrap();
    assert_eq!(ended["answers"], json!(["phuong-hoa-sen"]));
    let text = year(&["list", "id:PL2-11", "--width", "160"], "30/9/2025").out;
    assert!(text.contains("phường Hoa Súng (nay là phường Hoa Sen)"), "{text}");
}

#[test]
fn items_stand_in_document_order() {
    let all = items(&real(&["list", "-f", "json"]));
    let mut plans = each(&all, "plan");
    plans.dedup();
    assert_eq!(plans, ["ba-dinh-2022-2023", "thanh-xuan-2024"]);
    let year = items(&year(&["list", "id:PL2-01", "id:PL2-02", "-f", "json"], "30/6/2025"));
    let keys = each(&year, "key");
    assert_eq!(
        keys[3..6],
        [
            "ca-nam/PL2-01/phong-gddt/2025-Q4",
            "ca-nam/PL2-02/phuong-hoa-cuc/2025-Q1",
            "ca-nam/PL2-02/phuong-hoa-cuc/2025-Q2"
        ]
    );
}

#[test]
fn lists_read_like_this() {
    assert_printed("list.txt", &year(&["list", "section:IV"], "30/9/2025"));
    assert_printed(
        "list.en.txt",
        &year(&["list", "section:IV", "--lang", "en", "--width", "120"], "30/9/2025"),
    );
}

/// A new attribute needs no second list to reach spreadsheets.
#[test]
fn csv_has_every_attribute_once() {
    for command in ["list", "overdue"] {
        let ran = plan(&[command, "-f", "csv", "--lang", "en", "--as-of", "1/7/2024"]);
        let header: Vec<&str> = ran.out.lines().next().unwrap().split(',').collect();
        for attribute in Attribute::listed() {
            // The name of the unit stands for the unit.
            let name = if attribute == Attribute::Unit { "unit.name" } else { attribute.name() };
            assert_eq!(
                header.iter().filter(|own| **own == name).count(),
                1,
                "{command}: {name} in {header:?}"
            );
        }
    }
}

#[test]
fn a_title_that_rows_share_stands_behind_that_of_its_task() {
    let text = "format: 1
plan: p
title: Kế hoạch
period: 2026
units: [{id: a, name: A, kind: x}]
tasks:
  - {id: T, title: Hội thi}
  - {id: S, title: Chuyên đề}
schedule:
  - {id: T-1, task: T, title: Tổng kết, lead: a, due: tháng 3}
  - {id: T-2, task: T, title: Chấm thi, lead: a, due: tháng 2}
  - {id: S-1, task: S, title: Tổng kết, lead: a, due: tháng 5}
  - {id: S-2, task: S, lead: a, due: tháng 6}
";
    let ran = ask_of(text, &["list", "-f", "csv", "--columns", "id,title", "--lang", "en"]);
    assert_eq!(
        ran.out.trim_start_matches('\u{feff}'),
        "id,title\nT-1,Hội thi: Tổng kết\nT-2,Chấm thi\nS-1,Chuyên đề: Tổng kết\nS-2,Chuyên đề\n",
    );
    let schedule = ask_of(text, &["schedule"]).out;
    assert!(schedule.contains("Chuyên đề: Tổng kết"), "{schedule}");
}

#[test]
fn what_the_filter_says_is_not_repeated_in_every_row() {
    let list = |filter: &[&str]| {
        let options =
            ["--plans", "examples/ca-nam", "--as-of", "31/12/2025", "--lang", "en", "--width", "120"];
        plan(&[&["list"], filter, &options].concat())
    };
    let ran = list(&["--unit", "hoa hue", "status:overdue"]);
    let head: Vec<&str> = ran.out.lines().take_while(|line| !line.starts_with("ID")).collect();
    assert!(
        head.concat().contains("Unit: UBND phường Hoa Huệ") && head.concat().contains("Status: overdue"),
        "{}",
        ran.out
    );
    assert_eq!(
        (ran.out.matches("Hoa Huệ").count(), ran.out.matches("overdue").count()),
        (1, 1),
        "{}",
        ran.out
    );
    // Two units, two statuses, a column that is asked for, and other formats keep them.
    assert!(list(&["unit:phuong"]).out.contains("Unit "), "{}", list(&["unit:phuong"]).out);
    assert!(list(&["--unit", "hoa hue"]).out.contains("Status"));
    assert!(list(&["--unit", "hoa hue", "--columns", "id,unit"]).out.matches("Hoa Huệ").count() > 1);
    assert!(list(&["--unit", "hoa hue", "-f", "csv"]).out.matches("Hoa Huệ").count() > 1);
    assert!(list(&["not:unit:phuong", "status:overdue"]).out.contains("Unit"));
}
