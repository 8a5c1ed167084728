//! `plan overdue`: late work items.

use crate::support::answers::{each, items, real, year};
use crate::support::snapshot::assert_printed;

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
fn the_exit_status_says_whether_anything_is_late_only_when_asked() {
    assert_eq!(year(&["overdue"], "30/9/2025").code, 0);
    assert_eq!(year(&["overdue", "--exit-code"], "30/9/2025").code, 1);
    assert_eq!(year(&["overdue", "--exit-code", "unit:phong-y-te"], "30/9/2025").code, 0);
    assert_eq!(year(&["overdue", "--by", "section"], "30/9/2025").code, 2);
    assert_eq!(year(&["status", "--by", "sectio"], "30/9/2025").code, 2);
    assert_eq!(year(&["status", "--since", "1/10/2025"], "30/9/2025").code, 2);
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

#[test]
fn what_is_late_reads_like_this() {
    assert_printed("overdue.txt", &year(&["overdue"], "30/9/2025"));
    assert_printed("overdue.en.txt", &year(&["overdue", "--lang", "en", "--width", "120"], "30/9/2025"));
    assert_printed("overdue-unit.txt", &year(&["overdue", "--by", "unit"], "30/9/2025"));
    assert_printed("overdue.md", &year(&["overdue", "-f", "markdown"], "30/9/2025"));
}
