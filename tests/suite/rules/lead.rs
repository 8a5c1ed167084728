//! Units that lead.

use crate::rules::{found, without_units};

#[test]
fn a_unit_that_comes_after_the_deadline_cannot_lead() {
    let lines = "units: [{id: a, name: A, kind: x, from: 1/10/2026}]\n\
                 tasks: [{id: t, title: T, lead: a, due: tháng 9}]\n";
    assert_eq!(
        without_units(lines),
        ["6:33 unit-not-in-force: \"a\" is in force from 2026-10-01, after the deadline"]
    );
}

const WARDS: &str = "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2025\nunits:
  - {id: a, name: Phường A, kind: phuong, until: 30/6/2025, successors: [c]}
  - {id: b, name: Phường B, kind: phuong, until: 30/6/2025, successors: [c]}
  - {id: c, name: Phường C, kind: phuong-moi, from: 1/7/2025}
groups: [{id: g, name: 02 phường, kind: phuong, count: 2}]
";

#[test]
fn a_group_without_a_unit_in_force_is_told_where_it_leads() {
    let tasks = "tasks:
  - {id: T, title: Báo cáo quý, lead: g, due: 01 lần/quý}
  - {id: S, title: Sơ kết cuối năm, lead: g, due: Quý IV/2025}
  - {id: R, title: Rà soát, lead: g, due: Quý II/2025}
  - {id: J, title: Phối hợp, lead: g, mode: joint, due: tháng 9}
  - {id: C, title: Thường xuyên, lead: g, due: thường xuyên}
";
    assert_eq!(
        found(&format!("{WARDS}{tasks}")),
        [
            "11:39 nobody-in-force: no unit of the group \"g\" is in force: 2025-Q3, 2025-Q4",
            "12:43 nobody-in-force: no unit of the group \"g\" is in force: 2025-12-31",
            "14:36 nobody-in-force: no unit of the group \"g\" is in force: 2025-09-30",
        ]
    );
}

#[test]
fn a_group_that_many_tasks_inherit_is_told_once_where_it_stands() {
    let lines = "sections: [{id: I, title: Phần, defaults: {lead: g}}]
tasks:
  - {id: T, section: I, title: Một, due: tháng 8}
  - {id: S, section: I, title: Hai, due: tháng 9}
  - {id: Q, section: I, title: Ba, lead: [c, g]}
schedule: [{id: Q-1, task: Q, due: tháng 11}]
";
    assert_eq!(
        found(&format!("{WARDS}{lines}")),
        [
            "10:50 nobody-in-force: no unit of the group \"g\" is in force: 2025-08-31, 2025-09-30",
            "14:46 nobody-in-force: no unit of the group \"g\" is in force: 2025-11-30",
        ]
    );
}

#[test]
fn a_unit_of_a_group_by_kind_is_judged_by_its_own_work() {
    let lines = "tasks: [{id: T, title: Báo cáo quý, lead: g, due: 01 lần/quý}]\n";
    let text = WARDS.replace(", successors: [c]", "").replace("kind: phuong-moi", "kind: phuong");
    assert_eq!(found(&format!("{text}{lines}")), [""; 0]);
}
