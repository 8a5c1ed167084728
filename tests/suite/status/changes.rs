//! Changes: extensions, dropped work items, and the work items they apply to.

use plan::date::AsOf;
use plan::model::Plan;
use plan::status::{Progress, Status, evaluate};

use crate::support::plans::{self, day, item, work_item};

fn plan(rows: &str, rest: &str) -> Plan {
    plans::plan(&format!(
        "units:
  - {{id: a, name: Phường A, kind: phuong}}
  - {{id: b, name: Phường B, kind: phuong}}
groups: [{{id: phuong, name: 02 phường, kind: phuong, count: 2}}]
sections: [{{id: I, title: Một}}]
schedule: [{rows}]
{rest}"
    ))
}

fn one(due: &str, rest: &str) -> Plan {
    plan(&format!("{{id: T, section: I, title: Việc, lead: a, due: \"{due}\"}}"), rest)
}

#[test]
fn an_extension_moves_the_deadline_from_its_date_on() {
    let plan = one(
        "28/6/2024",
        "changes:
  - {item: T, date: 20/6/2024, due: 31/8/2024, by: CV 1}
  - {item: T, date: 20/8/2024, due: 13/9/2024, by: CV 2}
",
    );
    let before = item(&plan, "T/a/-", "19/6/2024");
    assert_eq!((before.extended_to, before.extensions), (None, 0));
    let first = item(&plan, "T/a/-", "1/7/2024");
    assert_eq!((first.due, first.extended_to), (Some(day("28/6/2024")), Some(day("31/8/2024"))));
    // 31/8/2024 is a Saturday, and 2 and 3/9 are the national holidays.
    assert_eq!((first.deadline, first.status), (Some(day("4/9/2024")), Status::OnTrack));
    assert_eq!(first.day_in_force(), Some(day("31/8/2024")));
    let second = item(&plan, "T/a/-", "20/8/2024");
    assert_eq!((second.extended_to, second.extensions), (Some(day("13/9/2024")), 2));
}

#[test]
fn an_extension_that_comes_late_ends_the_delay() {
    let plan = one("28/6/2024", "changes: [{item: T, date: 10/7/2024, due: 31/7/2024}]\n");
    assert_eq!(item(&plan, "T/a/-", "9/7/2024").status, Status::Overdue);
    assert_eq!(item(&plan, "T/a/-", "10/7/2024").status, Status::OnTrack);
    assert_eq!(item(&plan, "T/a/-", "1/8/2024").days_late, 1);
}

#[test]
fn a_day_can_move_backwards() {
    let plan = one(
        "31/12/2024",
        "progress: [{item: T, date: 4/7/2024, state: done}]
changes: [{item: T, date: 1/7/2024, due: 3/7/2024}]
",
    );
    assert_eq!(item(&plan, "T/a/-", "30/6/2024").status, Status::OnTrack);
    assert_eq!(item(&plan, "T/a/-", "1/7/2024").status, Status::DueSoon);
    let late = item(&plan, "T/a/-", "4/7/2024");
    assert_eq!((late.status, late.days_late), (Status::DoneLate, 1));
}

#[test]
fn an_extension_makes_dated_what_had_no_date() {
    for due in ["thường xuyên", "khi có yêu cầu"] {
        let plan = one(due, "changes: [{item: T, date: 1/7/2024, due: 31/7/2024}]\n");
        assert_eq!(item(&plan, "T/a/-", "30/6/2024").deadline, None);
        let item = item(&plan, "T/a/-", "1/8/2024");
        assert_eq!((item.due, item.extended_to), (None, Some(day("31/7/2024"))));
        assert_eq!((item.deadline, item.status), (Some(day("31/7/2024")), Status::Overdue));
        assert_eq!((item.from, item.period(&plan)), (None, None));
        assert_eq!(item.key(&plan), "p/T/a/-");
    }
}

#[test]
fn an_extension_of_a_before_deadline_rolls_like_any_day() {
    let plan = one("trước ngày 01/7/2024", "changes: [{item: T, date: 1/6/2024, due: 30/6/2024}]\n");
    assert_eq!(item(&plan, "T/a/-", "31/5/2024").deadline, Some(day("30/6/2024")));
    assert_eq!(item(&plan, "T/a/-", "1/6/2024").deadline, Some(day("1/7/2024")));
}

#[test]
fn changes_hold_for_the_units_and_periods_that_they_name() {
    let plan = plan(
        "{id: T, section: I, title: Việc, lead: phuong, due: 01 lần/quý}",
        "changes:
  - {item: T, unit: a, period: 2024-Q2, date: 1/6/2024, due: 31/7/2024}
  - {item: T, period: 2024-Q3, date: 1/6/2024, due: 31/10/2024}
  - {item: T, unit: b, date: 1/9/2024, dropped: true}
",
    );
    let extended = |key| item(&plan, key, "1/8/2024").extensions;
    assert_eq!(["T/a/2024-Q1", "T/a/2024-Q2", "T/a/2024-Q3"].map(extended), [0, 1, 1]);
    assert_eq!(["T/b/2024-Q1", "T/b/2024-Q2", "T/b/2024-Q3"].map(extended), [0, 0, 1]);
    let dropped = |key| item(&plan, key, "1/9/2024").progress == Progress::Dropped;
    assert!(["T/b/2024-Q1", "T/b/2024-Q2", "T/b/2024-Q3", "T/b/2024-Q4"].into_iter().all(dropped));
    assert!(!["T/a/2024-Q1", "T/a/2024-Q4"].into_iter().any(dropped));
}

#[test]
fn what_is_dropped_stays_dropped() {
    let plan = one(
        "28/6/2024",
        "progress: [{item: T, date: 1/8/2024, state: done}]
changes:
  - {item: T, date: 1/7/2024, dropped: true}
  - {item: T, date: 15/7/2024, due: 31/12/2024}
",
    );
    assert_eq!(item(&plan, "T/a/-", "30/6/2024").status, Status::Overdue);
    for on in ["1/7/2024", "1/8/2024", "31/12/2024"] {
        let item = item(&plan, "T/a/-", on);
        assert_eq!((item.status, item.days_late, item.done), (Status::Dropped, 0, None), "{on}");
    }
}

#[test]
fn only_a_change_moves_a_day() {
    let plan = one("28/6/2024", "progress: [{item: T, date: 1/6/2024, state: paused, percent: 40}]\n");
    let item = item(&plan, "T/a/-", "8/7/2024");
    assert_eq!((item.progress, item.status), (Progress::Paused, Status::Overdue));
    assert_eq!((item.days_late, item.working_days_late), (10, 6));
}

#[test]
fn known_leaves_out_later_changes() {
    let plan = one("28/6/2024", "changes: [{item: T, date: 1/7/2024, due: 31/7/2024}]\n");
    let at = |known| {
        let as_of = AsOf { day: day("5/7/2024"), known: Some(day(known)) };
        evaluate(&plan, work_item(&plan, "T/a/-"), as_of)
    };
    assert_eq!(at("1/7/2024").extensions, 1);
    assert_eq!((at("30/6/2024").extensions, at("30/6/2024").status), (0, Status::Overdue));
}
