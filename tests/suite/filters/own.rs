//! Terms on the columns of plans' own.

use plan::model::Plan;

use super::{filter, found_on, wrong, wrong_with};
use crate::support::plans::plans;

const OWN: &str = "\
format: 1
plan: p
title: Kế hoạch
period: 2024
columns:
  - {key: x-tien, title: Tiền, type: number}
  - {key: x-ngay, title: Ngày, type: day}
  - {key: x-ai, title: Ai, type: unit}
  - {key: x-chu, title: Chữ}
units:
  - {id: phong, name: Phòng Nội vụ, kind: phong-ban}
  - {id: ban, name: Ban Quản lý, kind: ban}
tasks:
  - {id: A, title: Việc, lead: phong, due: tháng 9, x-tien: 1.250, x-ngay: 30/4/2024, x-ai: ban, x-chu: Đợt một}
  - {id: B, title: Việc, lead: phong, due: tháng 9, x-tien: \"12,5\", x-ai: phong}
  - {id: C, title: Việc, lead: phong, due: tháng 9}
targets:
  - {id: CT, title: Chỉ tiêu, value: 100%, x-tien: 7}
  - {id: CT2, title: Chỉ tiêu, value: 100%}
progress:
  - {item: C, date: 1/3/2024, state: started, x-tien: 3, x-chu: đợt hai}
  - {item: C, date: 1/4/2024, percent: 50, x-tien: -4}
  - {item: A, date: 1/4/2024, percent: 50}
";

/// The same keys with other types, and without one of them.
const OTHER: &str = "\
format: 1
plan: q
title: Kế hoạch
period: 2025
columns: [{key: x-Tien, title: Tiền}, {key: x-chu, title: Chữ}]
units: [{id: phong, name: Phòng Nội vụ, kind: phong-ban}]
tasks: [{id: A, title: Việc, lead: phong, due: tháng 9, x-Tien: năm triệu, x-chu: 12}]
";

fn own() -> Vec<Plan> {
    plans(&[("p.plan.yaml", OWN)]).0
}

fn ids(arguments: &[&str]) -> String {
    let keys = found_on(&own(), "1/5/2024", arguments);
    keys.iter().filter_map(|key| key.split('/').next()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_column_is_asked_by_its_type() {
    for (term, found) in [
        ("x-tien:1250", "A"),
        ("x-tien:1.250", "A"),
        ("x-tien:10..", "A B"),
        ("x-tien:..12,5", "B C"),
        ("x-tien:-4", "C"),
        ("not:x-tien:10..", "C"),
        ("X-TIEN:10..", "A B"),
        ("x-ngay:tháng 4", "A"),
        ("x-ngay:..today", "A"),
        ("x-ngay:today-1d", "A"),
        ("x-ngay:tháng 5", ""),
        ("x-ai:phong", "B"),
        ("x-ai:noi vu", "B"),
        ("x-ai:ban", "A"),
        ("x-chu:dot", "A C"),
        ("x-chu:một", "A"),
        ("x-chu:any", "A C"),
        ("x-chu:none", "B"),
        ("not:x-chu:none", "A C"),
        ("x-ngay:none", "B C"),
    ] {
        assert_eq!(ids(&[term]), found, "{term}");
    }
    assert_eq!(ids(&["x-tien:1250", "x-Tien:12,5"]), "A B");
    assert_eq!(ids(&["x-tien:..100", "x-chu:any"]), "C");
}

/// The last report that counts and has a value decides.
#[test]
fn what_was_last_reported_counts() {
    let tien = |on, term| found_on(&own(), on, &["id:C", term]).len();
    assert_eq!((tien("28/2/2024", "x-tien:none"), tien("28/2/2024", "x-tien:any")), (1, 0));
    assert_eq!((tien("31/3/2024", "x-tien:3"), tien("31/3/2024", "x-tien:-4")), (1, 0));
    assert_eq!((tien("1/4/2024", "x-tien:3"), tien("1/4/2024", "x-tien:-4")), (0, 1));
}

#[test]
fn each_plan_reads_the_value_by_its_own_type() {
    let both = plans(&[("p.plan.yaml", OWN), ("q.plan.yaml", OTHER)]).0;
    let found = |term| found_on(&both, "1/5/2024", &[term]);
    assert_eq!(found("x-tien:trieu"), ["q/A/phong/-"]);
    assert_eq!(found("x-tien:..100").len(), 2);
    assert_eq!(found("x-chu:12"), ["q/A/phong/-"]);
    // A plan without the column has no value in it.
    assert_eq!(found("x-ngay:none").len(), 3);
    assert_eq!(found("x-ngay:any"), ["p/A/phong/-"]);
}

#[test]
fn what_cannot_be_read_is_an_error_at_its_place() {
    for (term, expected) in [
        (
            "x-tien:nhiều",
            "FILTER 1:8 [bad-filter] \"nhiều\": x-tien takes a number, not \"nhiều\" = such as x-tien:500..1.250,5",
        ),
        ("x-tien:5..3", "FILTER 1:8 [bad-filter] \"5..3\": the range ends before it begins"),
        (
            "x-tien:..",
            "FILTER 1:8 [bad-filter] \"..\": a range without an end = x-tien:any is for what has some value",
        ),
        (
            "x-tien:",
            "FILTER 1:1 [bad-filter] \"x-tien\": x-tien: has no value = x-tien:none is for what has none, x-tien:any for what has some value",
        ),
        (
            "x-ngay:today+",
            "FILTER 1:8 [unreadable-day] \"today+\": the day \"today+\" is not understood = today, today+14d, today-2w, today-1m, today+1y",
        ),
        (
            "x-ai:phogn",
            "FILTER 1:6 [unknown-name] \"phogn\": there is no unit or group \"phogn\" = x-ai:phong",
        ),
        (
            "not:x-tein:5",
            "FILTER 1:5 [unknown-field] \"x-tein\": no plan declares the column \"x-tein\" in `columns` = not:x-tien:",
        ),
        (
            "x-khac:5",
            "FILTER 1:1 [unknown-field] \"x-khac\": no plan declares the column \"x-khac\" in `columns`",
        ),
    ] {
        assert_eq!(wrong(&own(), &[term]), [expected]);
    }
    assert!(wrong_with(&[], &["x-khac:5"], &[]).is_empty());
}

#[test]
fn a_term_prints_as_it_is_typed() {
    let read = filter(&["not:x-tien:5..7", "x-chu:hai ba"]);
    assert_eq!(read.to_string(), "not:x-tien:5..7 'x-chu:hai ba'");
}

#[test]
fn a_target_answers_by_its_own_value() {
    use crate::support::folder::folder;
    use crate::support::program::plan_in;
    let folder = folder(OWN);
    let ids = |term| {
        let json = plan_in(folder.path(), &["targets", term, "--plans", ".", "-f", "json"]).json();
        let targets = json["targets"].as_array().unwrap().clone();
        targets.iter().map(|target| target["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids("x-tien:5.."), ["CT"]);
    assert_eq!(ids("x-tien:none"), ["CT2"]);
    assert_eq!(ids("not:x-tien:7"), ["CT2"]);
}
