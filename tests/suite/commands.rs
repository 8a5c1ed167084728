//! `due`, `calendar`, `init`; mistakes on the command line; what a shell can ask: as people type them.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::program::{Ran, asked_by, plan_in};

/// A plan with holidays and a school year of its own.
const PLAN: &str = "format: 1
plan: p
title: Kế hoạch
period: 2026
calendar:
  holidays: [{date: 3/4/2026, name: Ngày truyền thống}]
  workdays: [{date: 11/4/2026, name: làm bù cho 3/4}]
  school_years: [{year: 2026-2027, from: 5/9/2026, term1_ends: 15/1/2027, term2_ends: 25/5/2027, to: 31/5/2027}]
units: [{id: a, name: A, kind: x}]
sections: [{id: I, title: Phần}]
goals: [{id: G, title: Mục tiêu}]
targets: [{id: C, title: Chỉ tiêu, value: 5, lead: a}]
tasks: [{id: t, section: I, title: T, lead: a, due: tháng 9}]
";

fn folder(text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("p.plan.yaml"), text).unwrap();
    folder
}

/// A command about the plans in a folder.
fn ask(folder: &Path, arguments: &[&str]) -> Ran {
    plan_in(folder, &[arguments, &["--plans", "."]].concat())
}

/// Each occurrence's day and deadline.
fn days(ran: &Ran) -> Vec<(String, String)> {
    let json = ran.json();
    assert_eq!((ran.code, &json["schema"]), (0, &"plan.due/1".into()));
    let day = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let all = json["occurrences"].as_array().unwrap().iter();
    all.map(|it| (day(&it["due"]), day(&it["deadline"]))).collect()
}

#[test]
fn a_deadline_is_read_against_the_days_off_of_the_only_plan() {
    let folder = folder(PLAN);
    let due = |words: &[&str]| days(&ask(folder.path(), &[&["due", "-f", "json"], words].concat()));
    let day = |due: &str, deadline: &str| vec![(due.to_owned(), deadline.to_owned())];
    // Its holiday and the weekend behind; its Saturday at work.
    assert_eq!(due(&["3/4"]), day("2026-04-03", "2026-04-06"));
    assert_eq!(due(&["11/4"]), day("2026-04-11", "2026-04-11"));
    assert_eq!(
        due(&["--plan", "p", "học", "kỳ", "I", "năm", "học", "2026-2027"]),
        day("2027-01-15", "2027-01-15")
    );
    assert_eq!(due(&["--period", "2027", "15/5"]), day("2027-05-15", "2027-05-17"));
    assert_eq!(due(&["thường", "xuyên"]), []);
    assert_eq!(due(&["mỗi", "quý"]).len(), 4);
    // Without a plan the built-in calendar knows neither.
    let empty = tempfile::tempdir().unwrap();
    let built_in = plan_in(empty.path(), &["due", "-f", "json", "3/4"]);
    assert_eq!(days(&built_in), day("2026-04-03", "2026-04-03"));

    for (words, kind) in [("thường xuyên", "thường xuyên"), ("khi có hướng dẫn", "chưa xác định thời hạn")]
    {
        let page = ask(folder.path(), &["due", words]).out;
        assert!(page.contains(&format!("Loại     {kind}\n")) && !page.contains('─'), "{page}");
    }
    let page = ask(folder.path(), &["due", "3/4", "--lang", "en"]).out;
    assert!(page.contains("2026-04-03 Ngày truyền thống; 2026-04-04 Saturday;\n"), "{page}");
}

#[test]
fn words_that_are_no_deadline_are_marked_and_a_plan_that_is_not_there_is_named() {
    let folder = folder(PLAN);
    for (arguments, told) in [
        (
            &["due", "ngày", "31/6", "--lang", "en"][..],
            "error[impossible-date]: month 6 has only 30 days\n --> EXPRESSION:1:1\n  |\n1 | ngày 31/6\n  | ^^^^^^^^^\n\n",
        ),
        (
            &["due", "--period", "năm 2026 sai", "15/5"],
            "lỗi[unreadable-deadline]: không hiểu \"sai\"\n --> --period:1:10\n",
        ),
        (&["due", "--plan", "q", "3/4"], "lỗi: không có kế hoạch \"q\" (gợi ý: p)\n"),
        (
            &["calendar", "--plan", "khac-han-the", "--lang", "en"],
            "error: there is no plan \"khac-han-the\"\n",
        ),
        (&["due", "3/4", "-f", "htm"], "lỗi: không có dạng \"htm\" (gợi ý: html)\n"),
        (
            &["due", "3/4", "-f", "zzzzzz", "--lang", "en"],
            "error: there is no format \"zzzzzz\" (help: text, markdown, csv, html, json)\n",
        ),
        (&["calendar", "1800"], "lỗi: \"1800\" không phải là một năm trong 1900–2999\n"),
        (&["calendar", "nay", "--lang", "en"], "error: \"nay\" is not a year of 1900–2999\n"),
    ] {
        let ran = ask(folder.path(), arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.starts_with(told), "{arguments:?}\n{}", ran.err);
    }
    // The days of a plan with errors are not known.
    fs::write(folder.path().join("p.plan.yaml"), PLAN.replace("lead: a,", "lead: b,")).unwrap();
    for arguments in [&["due", "3/4"][..], &["due", "--plan", "p", "3/4"], &["calendar"]] {
        let ran = ask(folder.path(), arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains("bỏ qua kế hoạch \"p\""), "{}", ran.err);
    }
}

#[test]
fn a_calendar_has_the_days_off_and_the_school_years_of_the_plan() {
    let folder = folder(PLAN);
    let json = ask(folder.path(), &["calendar", "-f", "json"]).json();
    assert_eq!(
        (&json["schema"], &json["year"], &json["known"]),
        (&"plan.calendar/1".into(), &2026.into(), &true.into())
    );
    let of = |date: &str| json["days"].as_array().unwrap().iter().find(|day| day["date"] == date).unwrap();
    for (date, kind, name) in [
        ("2026-04-03", "holiday", "Ngày truyền thống"),
        ("2026-04-11", "workday", "làm bù cho 3/4"),
        ("2026-04-27", "in-lieu", "nghỉ bù Giỗ Tổ"),
        ("2026-01-02", "swapped-off", "nghỉ hoán đổi"),
    ] {
        assert_eq!((&of(date)["kind"], &of(date)["name"]), (&kind.into(), &name.into()), "{date}");
    }
    assert_eq!(
        json["school_years"],
        serde_json::json!([{
            "year": "2026-2027", "from": "2026-09-05", "term1_ends": "2027-01-15",
            "term2_ends": "2027-05-25", "to": "2027-05-31",
        }])
    );
    let page = ask(folder.path(), &["calendar", "2027", "--lang", "en"]).out;
    assert!(page.contains("2026-2027    2026-09-05  2027-01-15   2027-05-25    2027-05-31"), "{page}");
    let page = ask(folder.path(), &["calendar", "2031"]).out;
    assert!(page.contains("Chưa biết ngày nghỉ lễ năm 2031: chỉ tính thứ Bảy, Chủ nhật.\n"), "{page}");
    assert!(page.contains("Cả năm             261        104\n") && !page.contains("Năm học"), "{page}");
}

#[test]
fn a_new_plan_is_written_where_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(plan_in(folder.path(), &["init", "moi"]).code, 0);
    assert_eq!(plan_in(folder.path(), &["validate", "moi"]).code, 0);
    let again = plan_in(folder.path(), &["init", "moi"]);
    assert_eq!((again.code, again.err.as_str()), (2, "lỗi: \"moi\" đã có và không trống\n"));
}

#[test]
fn each_mistake_on_the_command_line_has_its_sentence() {
    let folder = folder(PLAN);
    for (arguments, told) in [
        (&["--lang", "en"][..], "error: a command is missing\n"),
        (&["why", "--lang", "en"], "error: <ID> is missing\n"),
        (&["explain", "syntax", "thua"], "lỗi: thừa tham số thua\n"),
        (&["list", "--limit"], "lỗi: --limit <N> cần một giá trị\n"),
        (&["list", "--limit", "x"], "lỗi: --limit <N> không nhận \"x\"\n"),
        (&["list", "--lang"], "lỗi: --lang <LANG> cần một giá trị\n  = một trong: vi, en\n"),
        (&["validate", "--fix", "--fix", "--lang=en"], "error: --fix can be given only once\n"),
    ] {
        let ran = plan_in(folder.path(), arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        let end = if arguments.iter().any(|word| word.ends_with("en")) {
            "See plan --help\n"
        } else {
            "Xem plan --help\n"
        };
        assert_eq!(ran.err, format!("{told}{end}"), "{arguments:?}");
    }
    let ran = plan_in(folder.path(), &["explain", "zzzzzzzz"]);
    assert_eq!((ran.code, ran.err.as_str()), (2, "lỗi: không có quy tắc \"zzzzzzzz\"\n"));
}

/// The place of the plans comes from the surroundings, unless the command names another.
#[test]
fn plan_path_says_where_the_plans_are() {
    use std::ffi::OsString;

    let there = folder(PLAN);
    let here = tempfile::tempdir().unwrap();
    let mut env = crate::program::env(here.path());
    env.plan_path = Some(there.path().as_os_str().to_owned());
    let words: Vec<OsString> = ["plan", "list", "-f", "json"].map(OsString::from).into();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    assert_eq!(plan::cli::run(words, &env, &mut out, &mut err), 0, "{}", String::from_utf8_lossy(&err));
    let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(json["items"][0]["key"], "p/t/a/-");
}

#[test]
fn every_field_of_a_filter_proposes_what_it_takes() {
    let folder = folder(PLAN);
    let completed = |word: &str| -> Vec<String> {
        let ran = asked_by(Some("fish"), folder.path(), &["--", "plan", "--plans=.", "list", word]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        ran.out.lines().map(|line| line.split('\t').next().unwrap_or_default().to_owned()).collect()
    };
    for (field, expected) in [
        ("plan", &["p"][..]),
        ("id", &["t"]),
        ("section", &["I", "none"]),
        ("goal", &["G", "none"]),
        ("target", &["C", "none"]),
        ("task", &["t", "none"]),
        ("kind", &["x", "group", "joint"]),
        ("due", &["today", "today..", "..today", "today..today+14d", "none"]),
        ("done", &["today", "..today-30d", "today-30d..", "none"]),
        ("late", &["1..", "30.."]),
        ("percent", &["0", "50..", "100", "none"]),
        ("evidence", &["none"]),
    ] {
        let expected: Vec<String> = expected.iter().map(|value| format!("{field}:{value}")).collect();
        assert_eq!(completed(&format!("{field}:")), expected);
    }
    assert!(completed("khong-co:").is_empty());
    let by = asked_by(Some("fish"), folder.path(), &["--", "plan", "status", "--by", "mo"]);
    assert_eq!(by.out.trim_end(), "month");
}
