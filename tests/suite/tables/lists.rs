//! `overdue`, `upcoming`, `list`: which work items, in which order, with which columns; how they end.

use super::{each, items, real, write, year};
use crate::program::plan_in;

#[test]
fn what_is_late_the_longest_comes_first() {
    let all = items(&year(&["overdue", "-f", "json"], "30/9/2025"));
    let late: Vec<i64> = all.iter().map(|item| item["days_late"].as_i64().unwrap()).collect();
    assert_eq!(late, [106, 92, 92, 27]);
    assert!(each(&all, "status").iter().all(|status| *status == "overdue"));
    // Over plans as well.
    let late = items(&real(&["overdue", "-f", "json"]));
    assert!(late.is_sorted_by(|a, b| a["days_late"].as_i64() >= b["days_late"].as_i64()));
}

#[test]
fn what_comes_next_stands_by_its_deadline_both_ends_within() {
    let due = |within: &[&str], day| {
        let mut all = vec!["upcoming", "-f", "json"];
        all.extend(within);
        items(&year(&all, day))
    };
    let days = due(&[], "16/6/2025");
    assert_eq!(each(&days, "deadline").first(), Some(&"2025-06-16"));
    assert_eq!(each(&days, "deadline").last(), Some(&"2025-06-30"));
    assert!(each(&days, "deadline").is_sorted());
    assert!(each(&days, "progress").iter().all(|it| *it != "done" && *it != "dropped"));
    // 30/6 is the fourteenth day after 16/6, and the thirteenth leaves it out.
    assert!(each(&due(&["--within", "13d"], "16/6/2025"), "deadline").iter().all(|day| *day < "2025-06-30"));
    assert_eq!(due(&["--within", "2w"], "16/6/2025"), days);
    assert_eq!(due(&["--within", "14"], "16/6/2025"), days);
    assert!(due(&["--within", "1m"], "16/6/2025").len() >= days.len());
    assert!(each(&due(&["--within", "0d"], "30/6/2025"), "deadline").iter().all(|day| *day == "2025-06-30"));
    for wrong in ["14x", "", "d", "-3d", "1,5m", "99999999999d", "4000000000y"] {
        let ran = year(&["upcoming", &format!("--within={wrong}")], "16/6/2025");
        assert_eq!(ran.code, 2, "{wrong}");
        assert!(ran.err.contains("--within") && ran.out.is_empty(), "{wrong}: {}", ran.err);
    }
}

#[test]
fn lists_are_sorted_by_any_field_and_cut() {
    let sorted = |by: &str, name: &str| {
        let all = items(&year(&["list", "--sort", by, "-f", "json"], "30/6/2025"));
        all.iter().map(|item| item[name].to_string()).collect::<Vec<_>>()
    };
    let deadlines = sorted("deadline", "deadline");
    let last = deadlines.iter().position(|it| it == "null").unwrap();
    assert!(deadlines[..last].is_sorted() && deadlines[last..].iter().all(|it| it == "null"));
    // What lacks a day comes last either way.
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
    for field in plan::report::ItemField::all() {
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
fn nothing_is_said_in_words_and_is_no_error() {
    for (arguments, said) in [
        (vec!["overdue", "unit:phong-y-te"], "Không có việc nào quá hạn tính đến ngày 30/06/2025.\n"),
        (vec!["upcoming", "id:PL2-01"], "Không có việc nào đến hạn từ 30/06/2025 đến 14/07/2025.\n"),
        (vec!["list", "status:dropped"], "Không có việc nào.\n"),
        (vec!["status", "status:dropped"], "Không có việc nào.\n"),
    ] {
        let ran = year(&arguments, "30/6/2025");
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", said), "{arguments:?}");
        let with = |more: &[&'static str]| {
            let all: Vec<&str> = arguments.iter().copied().chain(more.iter().copied()).collect();
            year(&all, "30/6/2025")
        };
        assert_eq!(with(&["-q"]).err, "");
        let json = with(&["-f", "json"]).json();
        let list = if arguments[0] == "status" { &json["groups"] } else { &json["items"] };
        assert_eq!(list.as_array().map(Vec::len), Some(0));
        let csv = with(&["-f", "csv", "--lang", "en"]).out;
        assert!(csv.starts_with("plan,") && csv.lines().count() == 1, "{csv}");
    }
}

#[test]
fn the_exit_status_says_whether_anything_is_late_only_when_asked() {
    assert_eq!(year(&["overdue"], "30/9/2025").code, 0);
    assert_eq!(year(&["overdue", "--exit-code"], "30/9/2025").code, 1);
    assert_eq!(year(&["overdue", "--exit-code", "unit:phong-y-te"], "30/9/2025").code, 0);
    assert_eq!(year(&["overdue", "--by", "section"], "30/9/2025").code, 2);
    assert_eq!(year(&["status", "--by", "sectio"], "30/9/2025").code, 2);
    assert_eq!(year(&["status", "--since", "1/10/2025"], "30/9/2025").code, 2);
}

#[test]
fn a_plan_with_errors_is_left_out_and_the_others_are_reported() {
    let folder = tempfile::tempdir().unwrap();
    let units = "units: [{id: a, name: Phòng A, kind: phong}]\n";
    write(
        folder.path(),
        "tot",
        &format!("{units}tasks: [{{id: N1, title: Việc, lead: a, due: 1/3/2024}}]\n"),
    );
    write(
        folder.path(),
        "hong",
        &format!("{units}tasks: [{{id: N1, title: Việc, lead: khong-co, due: 1/3/2024}}]\n"),
    );
    for arguments in [vec!["overdue", "--exit-code"], vec!["status"], vec!["list"], vec!["upcoming"]] {
        let ran = plan_in(folder.path(), &arguments);
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.contains("bỏ qua kế hoạch \"hong\"") && ran.err.contains("khong-co"), "{}", ran.err);
        assert!(ran.out.is_empty() == (arguments[0] == "upcoming"), "{}", ran.out);
    }
}

#[test]
fn each_of_several_plans_has_its_own_table() {
    let ran = real(&["overdue"]);
    let first = ran.out.lines().next().unwrap();
    assert_eq!(first, "Việc quá hạn: 2 kế hoạch · Tính đến ngày 06/01/2025");
    for caption in ["ba-dinh-2022-2023: ", "thanh-xuan-2024: "] {
        assert_eq!(ran.out.matches(caption).count(), 1, "{caption}");
    }
    let last = ran.out.lines().last().unwrap();
    assert!(last.starts_with("Cộng 248 việc của 2 kế hoạch quá hạn"), "{last}");
    let status = real(&["status", "--by", "section"]).out;
    assert!(status.contains("Cộng 2 kế hoạch: 278 việc; quá hạn 248,"), "{status}");
    // By unit, what a unit has in all plans stands together.
    let json = real(&["status", "--by", "unit", "-f", "json"]).json();
    let by_unit = real(&["overdue", "--by", "unit", "--width", "160"]).out;
    let late = json["groups"].as_array().unwrap().iter().filter(|it| it["overdue"] != 0).count();
    assert_eq!(by_unit.matches(" việc)\n").count(), late);
}
