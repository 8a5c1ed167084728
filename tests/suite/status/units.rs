//! Units that answer for a work item.

use plan::date::AsOf;
use plan::model::{
    EntryRequirements, Holder, Party, Plan, Successions, UnitIx, WorkItem, WorkItemIndex, WorkItemIx,
};
use plan::status::{WorkItemStatus, evaluate_all};

use crate::rules::{HEAD, found};
use crate::support::plans::{self, day, item, plan_of};

const UNITS: &str = "units:
  - {id: quan, name: Quận, kind: quan}
  - {id: a, name: Phường A, kind: phuong, parent: quan, until: 30/6/2024, successors: [d]}
  - {id: b, name: Phường B, kind: phuong, parent: quan, until: 30/6/2024, successors: [d, e]}
  - {id: c, name: Phường C, kind: phuong, parent: quan}
  - {id: d, name: Phường D, kind: phuong, parent: quan, from: 1/7/2024, until: 30/9/2024, successors: [f]}
  - {id: e, name: Phường E, kind: phuong, parent: quan, from: 1/7/2024}
  - {id: f, name: Phường F, kind: phuong, parent: quan, from: 1/10/2024}
  - {id: x, name: Phòng X, kind: phong}
  - {id: y, name: Phòng Y, kind: phong}
groups:
  - {id: phuong, name: các phường, kind: phuong, parent: quan}
  - {id: tat-ca, name: tất cả, members: [x, phuong, y, x]}
  - {id: mot, name: một phòng, members: [x]}
sections: [{id: I, title: Một}]
";

fn plan(rows: &str, rest: &str) -> Plan {
    plans::plan(&format!("{UNITS}schedule:\n{rows}{rest}"))
}

fn answers(plan: &Plan, item: &WorkItemStatus) -> String {
    let ids: Vec<&str> = item.answers.iter().map(|unit| plan.registry.unit(*unit).id.as_str()).collect();
    ids.join(" ")
}

fn keys(plan: &Plan, on: &str) -> String {
    let items = evaluate_all(plan, AsOf::day(day(on)));
    let keys: Vec<String> = items.iter().map(|item| item.key(plan)[2..].to_owned()).collect();
    keys.join(" ")
}

#[test]
fn a_group_by_kind_is_who_is_in_force_on_the_first_day() {
    let plan =
        plan("  - {id: T, section: I, title: Việc, lead: phuong, due: \"Quý II/2024 và Quý IV/2024\"}\n", "");
    let expected = "T/a/2024-Q2 T/b/2024-Q2 T/c/2024-Q2 T/c/2024-Q4 T/e/2024-Q4 T/f/2024-Q4";
    for on in ["1/1/2024", "1/7/2024", "31/12/2024"] {
        assert_eq!(keys(&plan, on), expected);
    }
}

#[test]
fn without_a_first_day_the_last_one_counts_and_without_both_the_period_s() {
    let plan = plan(
        "  - {id: T, section: I, title: Việc, lead: phuong, due: 31/12/2024}
  - {id: F, section: I, title: Việc, lead: phuong, from: 1/6/2024, due: 31/12/2024}
  - {id: C, section: I, title: Việc, lead: phuong, due: thường xuyên}
",
        "",
    );
    assert_eq!(keys(&plan, "31/12/2024"), "T/c/- T/e/- T/f/- F/a/- F/b/- F/c/- C/a/- C/b/- C/c/-");
}

#[test]
fn an_occurrence_in_which_nobody_of_the_group_is_in_force_is_the_first_units() {
    let plan = plans::plan(
        "units:
  - {id: a, name: Phường A, kind: phuong, until: 30/6/2024, successors: [m]}
  - {id: b, name: Phường B, kind: phuong, until: 30/6/2024, successors: [m]}
  - {id: m, name: Phường M, kind: phuong-moi, from: 1/7/2024}
groups: [{id: phuong, name: các phường, kind: phuong}]
sections: [{id: I, title: Một}]
schedule:
  - {id: T, section: I, title: Việc, lead: phuong, due: \"Quý II/2024 và Quý IV/2024\"}
  - {id: J, section: I, title: Chung, lead: phuong, mode: joint, due: Quý IV/2024}
progress: [{item: T, unit: m, period: 2024-Q4, date: 1/12/2024, state: done, evidence: BC 1}]
",
    );
    assert_eq!(keys(&plan, "1/12/2024"), "T/a/2024-Q2 T/a/2024-Q4 T/b/2024-Q2 T/b/2024-Q4 J/phuong/-");
    for key in ["T/a/2024-Q4", "T/b/2024-Q4", "J/phuong/-"] {
        assert_eq!(answers(&plan, &item(&plan, key, "2/12/2024")), "m", "{key}");
    }
    assert_eq!(item(&plan, "T/b/2024-Q4", "2/12/2024").reported, Some(day("1/12/2024")));
}

#[test]
fn each_unit_of_nested_groups_counts_once() {
    let plan = plan("  - {id: T, section: I, title: Việc, lead: [y, tat-ca], due: năm 2024}\n", "");
    assert_eq!(keys(&plan, "1/1/2024"), "T/y/- T/x/- T/a/- T/b/- T/c/-");
}

#[test]
fn joint_items_have_one_key() {
    let plan = plan(
        "  - {id: G, section: I, title: Nhóm, lead: phuong, mode: joint, due: năm 2024}
  - {id: J, section: I, title: Chung, lead: [x, phuong], mode: joint, due: năm 2024}
  - {id: U, section: I, title: Riêng, lead: x, mode: joint, due: 31/12/2024}
  - {id: M, section: I, title: Một, lead: mot, mode: joint, due: 31/12/2024}
",
        "",
    );
    assert_eq!(keys(&plan, "1/1/2024"), "G/phuong/- J/x+phuong/- U/x/- M/mot/-");
    let shown = |key: &str, on: &str| {
        let item = item(&plan, key, on);
        (
            item.unit_id(&plan).into_owned(),
            item.unit_kind(&plan).to_owned(),
            item.unit_name(&plan).into_owned(),
            answers(&plan, &item),
        )
    };
    let four = |id: &str, kind: &str, name: &str, answers: &str| {
        (id.to_owned(), kind.to_owned(), name.to_owned(), answers.to_owned())
    };
    assert_eq!(shown("G/phuong/-", "1/1/2024"), four("phuong", "group", "các phường", "a b c"));
    assert_eq!(shown("G/phuong/-", "1/7/2024"), four("phuong", "group", "các phường", "d e c"));
    assert_eq!(
        shown("J/x+phuong/-", "1/10/2024"),
        four("x+phuong", "joint", "Phòng X, các phường", "x f e c")
    );
    assert_eq!(shown("U/x/-", "1/1/2024"), four("x", "phong", "Phòng X", "x"));
    assert_eq!(shown("M/mot/-", "1/1/2024"), four("mot", "group", "một phòng", "x"));
}

#[test]
fn successors_and_theirs_answer_for_a_unit_that_has_ended() {
    let plan = plan(
        "  - {id: T, section: I, title: Việc, lead: b, due: 31/12/2024}\n",
        "progress: [{item: T, unit: e, date: 1/8/2024, state: started}]\n",
    );
    for (on, expected) in
        [("30/6/2024", "b"), ("1/7/2024", "d e"), ("30/9/2024", "d e"), ("1/10/2024", "f e")]
    {
        let item = item(&plan, "T/b/-", on);
        assert_eq!(answers(&plan, &item), expected, "{on}");
        assert_eq!(item.unit_id(&plan), "b");
    }
    assert_eq!(item(&plan, "T/b/-", "1/8/2024").reported, Some(day("1/8/2024")));
}

#[test]
fn what_was_done_while_the_unit_was_there_stays_its_own() {
    let plan = plan(
        "  - {id: T, section: I, title: Việc, lead: b, due: hằng quý}\n",
        "progress:
  - {item: T, unit: b, period: 2024-Q1, date: 30/6/2024, state: done}
  - {item: T, unit: e, period: 2024-Q2, date: 1/7/2024, state: done}
",
    );
    for (period, expected) in [("2024-Q1", "b"), ("2024-Q2", "d e"), ("2024-Q3", "d e")] {
        assert_eq!(answers(&plan, &item(&plan, &format!("T/b/{period}"), "1/8/2024")), expected, "{period}");
    }
}

#[test]
fn a_change_of_lead_takes_the_item_with_its_history_along() {
    let plan = plan(
        "  - {id: T, section: I, title: Việc, lead: x, due: 31/12/2024}\n",
        "progress:
  - {item: T, unit: x, date: 1/3/2024, state: started, percent: 20}
  - {item: T, unit: a, date: 1/6/2024, percent: 40}
  - {item: T, unit: d, date: 1/8/2024, percent: 60}
changes: [{item: T, date: 1/5/2024, lead: a, by: QĐ 1}]
",
    );
    for (on, unit, answering, percent) in [
        ("30/4/2024", "x", "x", 20.0),
        ("1/5/2024", "a", "a", 20.0),
        ("1/6/2024", "a", "a", 40.0),
        ("1/7/2024", "a", "d", 40.0),
        ("1/8/2024", "a", "d", 60.0),
    ] {
        let item = item(&plan, "T/x/-", on);
        assert_eq!((&*item.unit_id(&plan), item.percent), (unit, Some(percent)), "{on}");
        assert_eq!(answers(&plan, &item), answering, "{on}");
        assert_eq!(item.key(&plan), "p/T/x/-");
    }
}

#[test]
fn a_joint_item_can_go_to_one_unit() {
    let plan = plan(
        "  - {id: T, section: I, title: Việc, lead: [x, c], mode: joint, due: 31/12/2024}\n",
        "changes: [{item: T, unit: x, date: 1/5/2024, lead: y, by: QĐ 1}]\n",
    );
    let before = item(&plan, "T/x+c/-", "30/4/2024");
    assert_eq!((&*before.unit_id(&plan), answers(&plan, &before).as_str()), ("x+c", "x c"));
    let after = item(&plan, "T/x+c/-", "1/5/2024");
    assert_eq!((&*after.unit_id(&plan), answers(&plan, &after).as_str()), ("y", "y"));
    assert_eq!(after.unit_kind(&plan), "phong");
}

/// The units that may report on joint work are found without a list for each report; they are those that answer for it.
#[test]
fn the_units_that_answer_for_joint_work_may_report_on_it() {
    let head = "units:\n  - {id: a, name: A, kind: k, until: 30/3/2026, successors: [d]}\n  - {id: b, name: B, kind: k}\n  \
        - {id: c, name: C, kind: x, until: 31/5/2026}\n  \
        - {id: d, name: D, kind: k, from: 31/3/2026, until: 30/6/2026, successors: [e, b]}\n  \
        - {id: e, name: E, kind: x, from: 1/7/2026}\n  - {id: f, name: F, kind: x}\n\
        groups: [{id: g, name: G, kind: k}, {id: h, name: H, members: [a, c]}]\n";
    let changed = "changes: [{item: t, date: 1/5/2026, lead: f, by: Thông báo 1/TB}]\n";
    let mut answers = 0;
    for lead in ["[a, b]", "[c, g]", "h", "g", "[h, f]", "[d, e]"] {
        for change in ["", changed] {
            let task = format!(
                "{head}tasks: [{{id: t, title: T, lead: {lead}, mode: joint, due: 20/12}}]\n{change}"
            );
            let plan = plan_of("2026", &task);
            let work_item = &plan.work_items[0];
            for day in ["1/2/2026", "15/4/2026", "15/6/2026", "15/7/2026"] {
                let expected =
                    plan.answering(&Successions::of(&plan.registry), work_item, self::day(day), None);
                for (at, unit) in plan.registry.units.iter().enumerate() {
                    let id = &unit.id;
                    let report =
                        format!("progress: [{{item: t, unit: {id}, date: {day}, state: started}}]\n");
                    let told = found(&format!("{HEAD}{task}{report}"));
                    let may_report = !told.iter().any(|told| told.contains("not-responsible"));
                    let answers_now = expected.contains(&UnitIx::new(at));
                    assert_eq!(may_report, answers_now, "{lead} {change} {day} {id}");
                    answers += usize::from(answers_now);
                }
            }
        }
    }
    assert!(answers > 50, "{answers}");
}

/// The work items of a unit that is in none of their keys are found without a look at each of the assignment.
#[test]
fn a_unit_is_named_for_all_work_items_that_it_answers_for() {
    let head = "units:\n  - {id: a, name: A, kind: k, until: 30/3/2026, successors: [d]}\n  - {id: b, name: B, kind: k}\n  \
        - {id: c, name: C, kind: x, until: 31/5/2026, successors: [d]}\n  \
        - {id: d, name: D, kind: x, from: 31/3/2026, until: 30/6/2026, successors: [e, i]}\n  \
        - {id: e, name: E, kind: x, from: 1/7/2026}\n  - {id: f, name: F, kind: x, until: 30/6/2026, successors: [i]}\n  \
        - {id: i, name: I, kind: x}\ngroups: [{id: g, name: G, kind: k}]\n";
    // The second change is on work of the lead whom the first names.
    let changes = "changes:\n  - {item: t, unit: b, period: 2026-06, date: 1/4/2026, lead: f, by: Thông báo 1/TB}\n  \
        - {item: t, unit: f, period: 2026-06, date: 2/4/2026, lead: i, by: Thông báo 2/TB}\n  \
        - {item: t, unit: a, period: 2026-02, date: 1/2/2026, lead: f, by: Thông báo 3/TB}\n";
    let required = EntryRequirements { unit: true, period: false, reporting: true };
    let mut answers = 0;
    for (lead, changes) in
        [("[a, b, c]", changes), ("[a, b, g]", changes), ("[a, c]", ""), ("[a, g], mode: joint", "")]
    {
        let task = format!("tasks: [{{id: t, title: T, lead: {lead}, due: ngày 20 hằng tháng}}]\n");
        let plan = plan_of("2026", &(head.to_owned() + &task + changes));
        let (index, successions) = (WorkItemIndex::of(&plan), Successions::of(&plan.registry));
        assert_eq!(plan.changes.len(), changes.matches("item:").count());
        for day in ["1/1/2026", "1/3/2026", "15/4/2026", "15/6/2026", "15/7/2026"].map(self::day) {
            for unit in (0..plan.registry.units.len()).map(UnitIx::new) {
                let is_key = |item: &WorkItem| item.holder == Holder::Unit(unit);
                if plan.work_items.iter().any(is_key) {
                    continue;
                }
                let answered = |work_item: &WorkItemIx| {
                    plan.answering(&successions, plan.work_item(*work_item), day, None).contains(&unit)
                };
                let expected: Vec<WorkItemIx> =
                    (0..plan.work_items.len()).map(WorkItemIx::new).filter(answered).collect();
                answers += expected.len();
                let assignment = plan.work_items[0].assignment;
                let matched = plan.matching(&index, assignment, &[Party::Unit(unit)], &[], day, required);
                assert_eq!(matched.unwrap_or_default(), expected, "{lead} {day:?} {unit:?}");
            }
        }
    }
    assert!(answers > 100, "{answers}");
}
