//! Groupings, and what changed since a day.

use plan::date::AsOf;
use plan::language::Lang;
use plan::model::{Plan, PlanIx};
use plan::status::{
    Figures, Grouping, Status, StatusGroup, TaskFigures, TaskState, WorkItemStatus, evaluate_all, group,
    since,
};

use crate::support::plans::{self, day};

const PLAN: &str = "units:
  - {id: b, name: Phường B, kind: phuong}
  - {id: x, name: Phòng X, kind: phong}
  - {id: a, name: Phường A, kind: phuong}
groups: [{id: phuong, name: các phường, kind: phuong}]
goals: [{id: MT1, title: Mục tiêu 1}, {id: MT2, title: Mục tiêu 2}]
sections:
  - {id: II, title: Hai}
  - {id: I, title: Một}
tasks:
  - {id: N1, section: I, title: Một mình, lead: a, due: 28/6/2024, goals: [MT2, MT1]}
  - {id: N2, section: II, title: Chung, lead: [x, phuong], mode: joint, due: Quý I/2024, goals: [MT2]}
  - {id: N3, section: II, title: Nhóm, lead: phuong, mode: joint, due: thường xuyên, goals: [MT2]}
  - {id: N4, section: I, title: Mỗi đơn vị, lead: phuong, due: 30/6/2024, goals: [MT1]}
  - {id: N5, title: Không mục, lead: x, due: 31/12/2024, goals: [MT1]}
progress:
  - {item: N1, date: 3/6/2024, state: done}
  - {item: N4, unit: a, date: 3/7/2024, state: done}
changes:
  - {item: N5, date: 1/7/2024, due: 30/9/2024}
  - {item: N4, unit: b, date: 2/7/2024, dropped: true}
";

fn on(plan: &Plan, on: &str) -> Vec<WorkItemStatus> {
    evaluate_all(plan, AsOf::day(day(on)))
}

fn lines(by: Grouping, plan: &Plan, items: &[WorkItemStatus]) -> Vec<String> {
    let groups = group(by, items.iter().map(|item| (PlanIx::new(0), plan, item)));
    groups.iter().map(line).collect()
}

fn line(group: &StatusGroup<'_>) -> String {
    format!(
        "{}|{}|{}|{}",
        group.plan.unwrap_or("-"),
        group.key.as_deref().unwrap_or("-"),
        group.label.get(Lang::Vi),
        group.figures.total()
    )
}

#[test]
fn groupings_keep_document_order() {
    let plan = plans::plan(PLAN);
    let items = on(&plan, "1/7/2024");
    let all = |by| lines(by, &plan, &items);
    assert_eq!(all(Grouping::Section), ["p|II|Hai|2", "p|I|Một|3", "p|-|Không thuộc mục nào|1"]);
    // N1 serves both goals.
    assert_eq!(all(Grouping::Goal), ["p|MT1|Mục tiêu 1|4", "p|MT2|Mục tiêu 2|3"]);
    assert_eq!(
        all(Grouping::Unit),
        [
            "-|b|Phường B|1",
            "-|x|Phòng X|1",
            "-|a|Phường A|2",
            "-|phuong|các phường|1",
            "-|x+phuong|Phòng X, các phường|1"
        ]
    );
    assert_eq!(
        all(Grouping::Kind),
        ["-|phuong|phuong|3", "-|phong|phong|1", "-|group|nhóm đơn vị|1", "-|joint|nhiều đơn vị chung|1"]
    );
    // By the day in force before rolling: 30/6 rolls into July, and N5 was moved.
    assert_eq!(
        all(Grouping::Month),
        [
            "-|2024-03|tháng 3/2024|1",
            "-|2024-06|tháng 6/2024|3",
            "-|2024-09|tháng 9/2024|1",
            "-|-|Không có thời hạn|1"
        ]
    );
    assert_eq!(
        all(Grouping::Quarter),
        [
            "-|2024-Q1|Quý I/2024|1",
            "-|2024-Q2|Quý II/2024|3",
            "-|2024-Q3|Quý III/2024|1",
            "-|-|Không có thời hạn|1"
        ]
    );
    assert_eq!(all(Grouping::Plan), ["p|p|Kế hoạch|6"]);
    assert_eq!(
        all(Grouping::Task),
        ["p|N2|Chung|1", "p|N3|Nhóm|1", "p|N1|Một mình|1", "p|N4|Mỗi đơn vị|2", "p|N5|Không mục|1"]
    );
    assert_eq!(
        all(Grouping::Status),
        [
            "-|done-on-time|hoàn thành đúng hạn|1",
            "-|continuous|thường xuyên|1",
            "-|overdue|quá hạn|1",
            "-|due-soon|sắp đến hạn|2",
            "-|on-track|trong hạn|1"
        ]
    );
    let total: Figures = items.iter().collect();
    assert_eq!(total.total(), 6);
    assert_eq!(total.count(Status::DueSoon), 2);
    assert_eq!(total.completion_pct(), Some(20.0));
}

#[test]
fn a_task_stands_as_its_work_items_do() {
    let plan = plans::plan(
        "units: [{id: a, name: A, kind: x}, {id: b, name: B, kind: x}]
groups: [{id: g, name: G, kind: x}]
sections: [{id: I, title: Một}]
tasks:
  - {id: done, section: I, title: T, lead: g, due: 28/6/2024}
  - {id: late, section: I, title: T, due: 28/6/2024, lead: g}
  - {id: begun, section: I, title: T, lead: a, due: hằng quý}
  - {id: paused, section: I, title: T, lead: a, due: 31/12/2024}
  - {id: open, section: I, title: T, lead: g, due: 31/12/2024}
  - {id: dropped, section: I, title: T, lead: g, due: 31/12/2024}
  - {id: always, section: I, title: T, lead: g, due: thường xuyên}
  - {id: mixed, section: I, title: T}
schedule:
  - {id: m-1, task: mixed, lead: a, due: 28/6/2024}
  - {id: m-2, task: mixed, lead: b, due: thường xuyên}
  - {id: m-3, task: mixed, lead: b, due: 31/12/2024}
  - {id: row, section: I, title: T, lead: a, due: chưa xác định}
progress:
  - {item: [done, m-1], unit: a, date: 1/6/2024, state: done}
  - {item: done, unit: b, date: 1/7/2024, state: done}
  - {item: begun, period: 2024-Q1, date: 1/4/2024, state: done}
  - {item: begun, period: 2024-Q2, date: 1/6/2024, state: done}
  - {item: paused, date: 1/6/2024, state: paused}
  - {item: late, unit: a, date: 1/6/2024, state: done}
changes:
  - {item: dropped, date: 1/2/2024, dropped: true}
  - {item: always, unit: a, date: 1/2/2024, dropped: true}
  - {item: m-3, date: 1/2/2024, dropped: true}
",
    );
    let items = on(&plan, "3/7/2024");
    let groups = group(Grouping::Task, items.iter().map(|item| (PlanIx::new(0), &plan, item)));
    let states: Vec<String> = groups
        .iter()
        .map(|group| format!("{} {}", group.key.as_deref().unwrap(), group.task.unwrap().state().id()))
        .collect();
    assert_eq!(
        states,
        [
            "done done",
            "late late",
            "begun in-progress",
            "paused in-progress",
            "open not-started",
            "dropped dropped",
            "always continuous",
            "mixed done",
            "row not-started"
        ]
    );
    let tasks: TaskFigures = items.iter().map(|item| (PlanIx::new(0), &plan, item)).collect();
    assert_eq!((tasks.total(), tasks.count(TaskState::Done), tasks.count(TaskState::NotStarted)), (9, 2, 2));
}

#[test]
fn kinds_go_by_the_registry_and_months_by_the_year() {
    let plan = plans::plan_of(
        "giai đoạn 2023-2024",
        "units: [{id: b, name: Phường B, kind: phuong}, {id: x, name: Phòng X, kind: phong}]
sections: [{id: I, title: Một}]
tasks:
  - {id: N1, section: I, title: Một, lead: x, due: 15/01/2024}
  - {id: N2, section: I, title: Hai, lead: b, due: 31/12/2023}
  - {id: N3, section: I, title: Ba, lead: b, due: 15/11/2023}
",
    );
    let items = on(&plan, "1/7/2023");
    assert_eq!(lines(Grouping::Kind, &plan, &items), ["-|phuong|phuong|2", "-|phong|phong|1"]);
    assert_eq!(
        lines(Grouping::Month, &plan, &items),
        ["-|2023-11|tháng 11/2023|1", "-|2023-12|tháng 12/2023|1", "-|2024-01|tháng 1/2024|1"]
    );
    assert_eq!(
        lines(Grouping::Quarter, &plan, &items),
        ["-|2023-Q4|Quý IV/2023|2", "-|2024-Q1|Quý I/2024|1"]
    );
}

#[test]
fn across_plans_the_same_unit_is_one_line() {
    let text = |id: &str, name: &str| {
        format!(
            "format: 1\nplan: {id}\ntitle: Kế hoạch {id}\nperiod: 2024
units: [{{id: q, name: Quận, kind: quan}}, {{id: b, name: {name}, kind: phuong, parent: q}}]
sections: [{{id: I, title: Một}}]
tasks: [{{id: N, section: I, title: Việc, lead: b, due: 28/6/2024}}]
"
        )
    };
    let texts = [text("k1", "Phường B"), text("k2", "Phường B"), text("k3", "Phường Bê")];
    let (plans, _) = plans::plans(&[
        ("k1/plan.yaml", &texts[0]),
        ("k2/plan.yaml", &texts[1]),
        ("k3/plan.yaml", &texts[2]),
    ]);
    let items: Vec<Vec<WorkItemStatus>> = plans.iter().map(|plan| on(plan, "1/1/2024")).collect();
    let all = || {
        let of_plans = (0..).map(PlanIx::new).zip(plans.iter().zip(&items));
        of_plans.flat_map(|(ix, (plan, items))| items.iter().map(move |item| (ix, plan, item)))
    };
    let lines = |by| group(by, all()).iter().map(line).collect::<Vec<_>>();
    assert_eq!(lines(Grouping::Unit), ["-|b|Phường B|2", "-|b|Phường Bê|1"]);
    assert_eq!(lines(Grouping::Kind), ["-|phuong|phuong|3"]);
    assert_eq!(lines(Grouping::Section), ["k1|I|Một|1", "k2|I|Một|1", "k3|I|Một|1"]);
    assert_eq!(lines(Grouping::Plan), ["k1|k1|Kế hoạch k1|1", "k2|k2|Kế hoạch k2|1", "k3|k3|Kế hoạch k3|1"]);
}

#[test]
fn since_tells_what_changed() {
    let plan = plans::plan(PLAN);
    let items = on(&plan, "3/7/2024");
    let keys = |work_items: &[plan::model::WorkItemIx]| {
        work_items
            .iter()
            .map(|work_item| plan.key(plan.work_item(*work_item))[2..].to_owned())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let from = |earlier: &str| {
        let since = since(&plan, &items, day(earlier));
        [since.newly_done, since.newly_overdue, since.extended, since.dropped]
            .map(|work_items| keys(&work_items))
    };
    assert_eq!(from("30/6/2024"), ["N4/a/-", "", "N5/x/-", "N4/b/-"]);
    assert_eq!(from("1/3/2024"), ["N1/a/- N4/a/-", "N2/x+phuong/-", "N5/x/-", "N4/b/-"]);
    assert_eq!(from("3/7/2024"), ["", "", "", ""]);
    let now = on(&plan, "2/7/2024");
    assert_eq!(keys(&since(&plan, &now, day("1/7/2024")).newly_overdue), "N4/a/-");
}
