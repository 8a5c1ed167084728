//! `plan report`: every figure is one that `plan status` gives.

use serde_json::Value;

use crate::support::answers::{answer, ask_of, year};
use crate::support::snapshot::assert_printed;

const JUNE: &[&str] = &["report", "--plans", "examples/ca-nam", "--month", "6", "--known", "5/7/2025"];

fn june(more: &[&str]) -> crate::support::program::Ran {
    crate::support::program::plan(&[JUNE, more].concat())
}

#[test]
fn the_report_of_june_reads_like_this() {
    assert_printed("report-june", &june(&[]));
}

/// Returns the paragraph of a page that begins so, on one line.
fn paragraph(page: &str, start: &str) -> String {
    let found = page.split("\n\n").find_map(|part| part.split_once(start));
    let (_, rest) = found.unwrap_or_else(|| panic!("no {start:?} in {page}"));
    format!("{start}{rest}").replace('\n', " ")
}

/// Returns the numbers of a text.
fn numbers(text: &str) -> Vec<u64> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

#[test]
fn every_figure_is_one_of_the_status_table() {
    let page = answer(june(&["--width", "1000"]));
    let status = |by: &str| {
        let arguments = ["status", "--by", by, "-f", "json", "--known", "5/7/2025", "--since", "31/5/2025"];
        year(&arguments, "30/6/2025").json()
    };
    let (sections, units) = (status("section"), status("unit"));
    let total = &sections["total"];
    let of = |name: &str| total[name].as_u64().unwrap();
    let line = paragraph(&page, "Từ ngày 01/01/2025");
    let told = numbers(line.split("có tổng số").nth(1).unwrap());
    let done = of("done_on_time") + of("done_late") + of("done_undated");
    let in_time = of("due_soon") + of("on_track");
    // The numbers of the plan stand between the total and the rest.
    assert_eq!(told[0], of("total"), "{line}");
    let after = numbers(line.split("Trong đó").nth(1).unwrap());
    let expected = [
        done,
        of("done_on_time"),
        of("done_late"),
        in_time + of("overdue"),
        in_time,
        of("due_soon"),
        of("overdue"),
        of("upcoming"),
        of("continuous"),
    ];
    assert_eq!(after, expected, "{line}");
    let shares = paragraph(&page, "Tỷ lệ hoàn thành đạt");
    for name in ["completion_pct", "on_time_pct", "overdue_pct"] {
        let share = total[name].to_string().replace('.', ",");
        assert!(shares.contains(&format!("{share}%")), "{name} {share}: {shares}");
    }
    let tasks = paragraph(&page, "Tính theo nhiệm vụ");
    let states = ["total", "done", "late", "in_progress", "not_started", "dropped", "continuous"];
    let states = states.map(|state| sections["tasks"][state].as_u64().unwrap());
    let states: Vec<u64> = states.into_iter().filter(|count| *count > 0).collect();
    assert_eq!(numbers(&tasks), states, "{tasks}");
    let measured = of("total") - of("dropped") - of("upcoming") - of("continuous");
    let decided = of("done_on_time") + of("done_late") + of("overdue");
    assert!(shares.contains(&format!("của {measured} việc")), "{shares}");
    assert!(shares.contains(&format!("Trong {decided} việc")), "{shares}");
    let since = paragraph(&page, "So với ngày 31/5/2025");
    let changed = |name: &str| sections["since"][name].as_array().unwrap().len() as u64;
    assert_eq!(numbers(&since)[3..], [changed("newly_done"), changed("newly_overdue")], "{since}");
    // The tables: a line for each group, with its figures in their order.
    for group in [&sections, &units].into_iter().flat_map(|status| status["groups"].as_array().unwrap()) {
        let row = row(&page, group["label"].as_str().unwrap());
        let figure = |name: &str| group[name].as_u64().unwrap();
        let expected = [
            figure("total"),
            figure("done_on_time"),
            figure("done_late"),
            figure("due_soon") + figure("on_track"),
            figure("overdue"),
        ];
        assert_eq!(row[..5], expected.map(|figure| figure.to_string()), "{group}");
        let share = match &group["completion_pct"] {
            Value::Null => "–".to_owned(),
            share => format!("{:.1}", share.as_f64().unwrap()).replace('.', ","),
        };
        assert_eq!(row[5], share, "{group}");
    }
    assert!(units["groups"].as_array().unwrap().len() > 10);
}

/// The words behind a name in the line of a table.
fn row(page: &str, name: &str) -> Vec<String> {
    let line = page
        .lines()
        .find(|line| {
            let rest = line.trim_start().split_once("  ").map_or("", |(_, rest)| rest.trim_start());
            rest.strip_prefix(name).is_some_and(|rest| rest.starts_with("  "))
        })
        .unwrap_or_else(|| panic!("no line for {name} in {page}"));
    let rest = line.split_once(name).unwrap().1;
    rest.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn the_worst_unit_stands_first_and_recurring_work_is_one_row() {
    let json = year(&["report", "-f", "json"], "31/12/2025").json();
    assert_eq!(json["schema"], "plan.report/1");
    let overdue = |unit: &Value| unit["overdue"].as_u64().unwrap();
    let units: Vec<u64> = json["units"].as_array().unwrap().iter().map(overdue).collect();
    assert!(units[0] > 0 && units.is_sorted_by(|one, next| one >= next), "{units:?}");
    let items = year(&["overdue", "-f", "json"], "31/12/2025").json();
    let listed: u64 =
        json["overdue"].as_array().unwrap().iter().map(|item| item["listed"].as_u64().unwrap()).sum();
    assert_eq!(listed, items["items"].as_array().unwrap().len() as u64, "nothing is lost by folding");
    assert!(
        (json["overdue"].as_array().unwrap().len() as u64) < listed,
        "two quarters of one ward are one row"
    );
    let status = year(&["status", "-f", "json", "--since", "30/11/2025"], "31/12/2025").json();
    assert_eq!((&json["total"], &json["since"]), (&status["total"], &status["since"]));
}

#[test]
fn parts_without_content_are_left_out_and_the_numbers_close_up() {
    let page = answer(year(&["report", "unit:phong-y-te"], "31/3/2025"));
    assert!(page.contains("I. KẾT QUẢ CHUNG") && page.contains("II. KẾT QUẢ THEO ĐƠN VỊ"), "{page}");
    assert!(!page.contains("VIỆC QUÁ HẠN\n") && !page.contains("KHÓ KHĂN"), "{page}");
    assert!(page.contains("III. "), "{page}");
    let none = year(&["report", "status:dropped", "unit:phong-y-te"], "31/3/2025");
    assert_eq!((none.code, none.out.as_str(), none.err.as_str()), (0, "", "Không có việc nào.\n"));
}

#[test]
fn the_time_of_a_report_is_a_month_a_quarter_or_since_a_day() {
    let from = |arguments: &[&str]| {
        let fixed = ["report", "--plans", "examples/ca-nam", "-f", "json"];
        let ran = crate::support::program::plan(&[&fixed, arguments].concat());
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
        let json = ran.json();
        (json["from"].as_str().unwrap().to_owned(), json["as_of"].as_str().unwrap().to_owned())
    };
    let is = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    for month in ["6", "06", "6/2025", "2025-06", "tháng 6"] {
        assert_eq!(from(&["--month", month]), is("2025-06-01", "2025-06-30"), "{month}");
    }
    for quarter in ["2", "II", "II/2025", "2025-Q2", "quý II"] {
        assert_eq!(from(&["--quarter", quarter]), is("2025-04-01", "2025-06-30"), "{quarter}");
    }
    assert_eq!(from(&["--as-of", "20/6/2025"]), is("2025-06-01", "2025-06-20"));
    assert_eq!(from(&["--as-of", "20/6/2025", "--since", "31/3/2025"]), is("2025-04-01", "2025-06-20"));
    let both = crate::support::program::plan(&[
        "report",
        "--plans",
        "examples/ca-nam",
        "--month",
        "6",
        "--as-of",
        "1/7/2025",
        "--lang",
        "en",
    ]);
    assert_eq!(both.code, 2);
    assert!(both.err.contains("--month cannot be used with --as-of"), "{}", both.err);
    // A month that is not over is reported up to the day of the run, 21 November 2026.
    let plan = "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2026\nunits: [{id: a, name: A, kind: x}]\n\
                tasks: [{id: t, title: T, lead: a, due: tháng 12}]\n";
    let json = ask_of(plan, &["report", "--month", "11", "-f", "json"]).json();
    assert_eq!((&json["from"], &json["as_of"]), (&"2026-11-01".into(), &"2026-11-21".into()));
}

#[test]
fn what_the_plan_does_not_say_is_left_open() {
    let plan = "format: 1\nplan: p\ntitle: Kế hoạch năm 2026\nperiod: 2026\nissuer: a\nsigner: {title: Giám đốc}\n\
                units: [{id: a, name: Sở A, kind: x}]\ntasks: [{id: t, title: T, lead: a, due: tháng 3}]\n";
    let page = answer(ask_of(plan, &["report", "--as-of", "30/4/2026"]));
    assert!(page.starts_with("SỞ A\nSố: ……/BC-…… · ……, ngày …… tháng …… năm ……\n"), "{page}");
    assert!(page.contains("\nGIÁM ĐỐC\n……\n"), "the issuer's signer signs: {page}");
    assert!(!page.contains("Kính gửi"), "the issuer reports to nobody that the plan names: {page}");
    let dated = answer(ask_of(plan, &["report", "--as-of", "30/4/2026", "--date", "5/5/2026"]));
    assert!(dated.contains("ngày 05 tháng 5 năm 2026"), "{dated}");
    // Another office reports to the issuer, and its signer is not the issuer's.
    let other = format!("{plan}settings: {{letterhead: {{office: Phòng B, number: 12/BC-PB}}}}\n");
    let page = answer(ask_of(&other, &["report", "--as-of", "30/4/2026"]));
    assert!(page.starts_with("PHÒNG B\nSố: 12/BC-PB"), "{page}");
    assert!(page.contains("Kính gửi: Sở A.") && !page.contains("GIÁM ĐỐC"), "{page}");
}
