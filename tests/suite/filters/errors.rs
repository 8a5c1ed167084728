//! Errors of a filter: all of them in one run, each at its column, with the nearest names.

use std::fs;

use super::{both, one, wrong, wrong_with};
use crate::support::program::root;
use plan::query::rules::RULES;

#[test]
fn all_errors_of_all_arguments_come_in_one_run() {
    let wrong = wrong(&one(), &["statsu:overdue", "hội nghị", "not: status:overdu", "late:x..-1", "unit:"]);
    assert_eq!(
        wrong,
        [
            "FILTER 1:1 [unknown-field] \"statsu\": filters have no field \"statsu\" = status:",
            "FILTER 3:13 [unknown-value] \"overdu\": status does not take \"overdu\" = not:status:overdue",
            "FILTER 4:6 [bad-filter] \"x\": late takes a number of days, not \"x\" = such as late:30..",
            "FILTER 4:9 [bad-filter] \"-1\": late takes a number of days, not \"-1\" = such as late:30..",
            "FILTER 5:1 [bad-filter] \"unit\": unit: has no value = such as unit:ha dinh",
        ]
    );
    let wrong = super::wrong(&one(), &["a", "+", "+", "late:x", "+"]);
    assert_eq!(
        wrong,
        [
            "FILTER 3:1 [bad-filter] \"+\": + stands between two filters, each with at least one term = such as status:overdue + reported:none; to search for the sign: text:+",
            "FILTER 4:6 [bad-filter] \"x\": late takes a number of days, not \"x\" = such as late:30..",
            "FILTER 5:1 [bad-filter] \"+\": + stands between two filters, each with at least one term = such as status:overdue + reported:none; to search for the sign: text:+",
        ]
    );
    let wrong = super::wrong(&one(), &["unit:phuong-ha-din", "goal:MT9", "due:5/2024..1/2024"]);
    assert_eq!(
        wrong,
        [
            "FILTER 1:6 [unknown-name] \"phuong-ha-din\": there is no unit or group \"phuong-ha-din\" = unit:phuong-ha-dinh",
            "FILTER 2:6 [unknown-name] \"MT9\": there is no goal \"MT9\" = goal:MT1, goal:MT2",
            "FILTER 3:5 [bad-filter] \"5/2024..1/2024\": the range ends before it begins",
        ]
    );
}

#[test]
fn each_mistake_is_named_with_what_helps() {
    for (argument, told) in [
        ("", "[bad-filter] \"\": an empty term"),
        (":x", "[bad-filter] \"\": there is no field before the colon"),
        ("not:", "[bad-filter] \"not:\": not: takes a field and its value"),
        ("not:overdue", "= not:status:overdue"),
        ("not:not:id:PL-1", "[bad-filter] \"not\": there is no field before the colon"),
        ("not:kế hoạch", "= not:text:\"kế hoạch\""),
        (
            "Chuyên đề: an toàn",
            "[unknown-field] \"Chuyên đề\": filters have no field \"Chuyên đề\" = text:\"Chuyên đề: an toàn\"",
        ),
        ("not:chuyên đề: x", "= not:text:\"chuyên đề: x\""),
        ("words:họp", "= text:"),
        ("notes:họp", "= note:"),
        ("titel:họp", "= title:"),
        ("title:", "[bad-filter] \"title\": title: has no value = such as title:hội nghị"),
        ("+", "[bad-filter] \"+\": + stands between two filters"),
        ("lead:phong-gddt", "= unit:"),
        ("item:PL-1", "= id:"),
        ("days_late:30", "= late:"),
        ("not:key:PL-1", "= not:id:"),
        ("lít:phong-gddt", "= the fields: plan id task section"),
        ("due:", "= such as due:Quý II/2024; due:none is for what has none, due:any for what has one"),
        ("late:..", "[bad-filter] \"..\": a range without an end"),
        ("late:30..10", "= late:10..30"),
        ("late:1e3", "late takes a number of days"),
        ("late:1.5", "late takes a number of days"),
        ("percent:5.e1", "percent takes a number from 0 to 100"),
        ("percent:+5.5", "percent takes a number from 0 to 100"),
        ("late:none", "late takes a number of days"),
        ("percent:101", "percent takes a number from 0 to 100"),
        ("percent:NaN", "percent takes a number from 0 to 100"),
        ("status:none", "[unknown-value] \"none\""),
        (
            "status:xyz",
            "= it takes: done dropped done-on-time done-late done-undated continuous undated overdue due-soon \
             upcoming on-track paused in-progress not-started",
        ),
        ("status:qúa hạn", "= status:overdue"),
        ("progress:overdue", "[unknown-value]"),
        ("due:..tody+14d", "[unreadable-day] \"tody+14d\": due: \"tody+14d\" is not understood = today+14d"),
        ("due:today+14", "= today, today+14d"),
        ("due:today+9999y", "lies outside the years 1900–2999"),
        ("due:31/6/2024", "[unreadable-day]"),
        ("due:hằng tháng", "[unreadable-day] \"hằng tháng\": due: expected a day or one span of days"),
        ("due:15/5/2024...", "[unreadable-day] \".\": due: \".\" is not understood"),
        ("plan:quan-2023", "[unknown-name] \"quan-2023\": there is no plan \"quan-2023\" = plan:quan-2024"),
        ("section:IX", "there is no section \"IX\""),
        ("target:CT-99", "[unknown-target] \"CT-99\": there is no target \"CT-99\" = there are only: CT-01"),
        ("kind:phuogn", "there is no kind of unit \"phuogn\" = kind:phuong"),
        ("id:II.1-1", "there is no item \"II.1-1\" = task:II.1-1"),
        ("task:PL-1", "there is no task \"PL-1\" = id:PL-1"),
        ("id:quan-2024/PL-9", "there is no item \"quan-2024/PL-9\" = id:quan-2024/PL-1"),
        ("id:quan-2024/PL-1/x", "there is no item"),
        ("id:quan-2025/PL-1", "there is no item"),
        ("id:quan-2024/PL-3/phuong-ha-dinh/2024-Q2/x", "there is no item"),
        ("not:id:PL-9", "= not:id:PL-"),
        ("unit:phuong-ha-dinh+phuong-khuong-dinh", "there is no unit or group"),
        ("period:2024-Q5", "there is no period \"2024-Q5\" = period:2024-Q1"),
        ("with:phong-gdtd", "= with:phong-gddt"),
        ("unit:phòng nôi vụ", "= unit:phong-noi-vu"),
    ] {
        let wrong = wrong(&one(), &[argument]);
        assert_eq!(wrong.len(), 1, "{argument}: {wrong:?}");
        assert!(wrong[0].contains(told), "{argument}: {}", wrong[0]);
    }
}

#[test]
fn what_one_plan_knows_is_known() {
    for argument in
        ["unit:so-xay-dung", "section:III", "goal:MT1", "kind:th", "plan:quan-2025", "due:tháng 5"]
    {
        assert!(wrong(&both(), &[argument]).is_empty(), "{argument}");
    }
    // No plan has such a month.
    assert_eq!(wrong(&both()[1..], &["due:tháng 7"]).len(), 1);
    assert!(wrong(&both(), &["due:tháng 7"]).is_empty());
    // A month that one of the plans has twice is open, unless that plan is not asked about.
    let long = crate::support::plans::plan_of("giai đoạn 2024-2025", "");
    let plans = [one().remove(0), long];
    assert!(wrong(&plans, &["due:tháng 7"])[0].contains("two years"));
    assert!(wrong(&plans, &["due:tháng 7", "plan:quan-2024"]).is_empty());
    assert!(wrong(&plans, &["due:tháng 7", "not:plan:p"]).is_empty());
}

#[test]
fn plans_that_could_not_be_read_are_no_unknown_names() {
    assert!(wrong_with(&one(), &["plan:hong"], &["hong"]).is_empty());
    let wrong = wrong_with(&one(), &["unit:xyz"], &["hong"]);
    assert!(
        wrong[0].contains("there is no unit or group \"xyz\" in the plans that could be read"),
        "{wrong:?}"
    );
    // Without a plan nothing can be unknown.
    assert!(wrong_with(&[], &["unit:xyz", "plan:x", "due:tháng 7", "period:x"], &[]).is_empty());
}

#[test]
fn the_examples_of_the_rules_hold_them_to_their_word() {
    let plans = crate::support::plans::plan(
        "
units: [{id: phuong-ha-dinh, name: UBND phường Hạ Đình, kind: phuong}]
sections: [{id: I, title: Chung}]
goals: [{id: MT1, title: Chất lượng}]
targets: [{id: CT-09, title: Trường đạt chuẩn, value: 100%, goal: MT1, due: 2024, lead: phuong-ha-dinh}]
tasks: [{id: A, section: I, title: Kiểm tra, lead: phuong-ha-dinh, due: 2024, goals: [MT1]}]
",
    );
    let plans = [plans];
    for rule in RULES {
        let folder = root().join("tests/rules").join(rule.name);
        let lines = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
        for line in lines("wrong.args").lines() {
            let wrong = wrong(&plans, &[line]);
            assert_eq!(wrong.len(), 1, "{line}");
            assert!(wrong[0].contains(&format!("[{}]", rule.name)), "{}", wrong[0]);
        }
        for line in lines("right.args").lines() {
            assert_eq!(wrong(&plans, &[line]), [""; 0], "{line}");
        }
    }
}
