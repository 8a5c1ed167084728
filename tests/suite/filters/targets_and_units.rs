//! Filters on targets, units and groups.

use plan::date::AsOf;
use plan::status::{assess_all, evaluate_all};

use super::{filter, one};
use crate::support::plans::{day, plan};

/// Returns the ids of the targets, units and groups that match a filter.
fn meant(plan: &plan::model::Plan, arguments: &[&str]) -> String {
    let plans = std::slice::from_ref(plan);
    let as_of = AsOf::day(day("2/7/2024"));
    let matcher = filter(arguments).resolve(plans, &[], as_of).unwrap();
    let matcher = matcher.plan(plan).unwrap();
    let mut wanted = evaluate_all(plan, as_of);
    wanted.retain(|item| matcher.matches(plan, item));
    let assessed: Vec<_> = assess_all(plan, as_of).collect();
    let targets = matcher.targets(plan, &wanted).into_iter().map(|at| &assessed[at].target.id);
    let units = matcher.units(plan, &wanted).into_iter().map(|unit| &plan.registry.unit(unit).id);
    let groups = matcher.groups(plan, &wanted).into_iter().map(|group| &plan.registry.group(group).id);
    let join = |ids: Vec<&String>| ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" ");
    [join(targets.collect()), join(units.collect()), join(groups.collect())].join(" | ")
}

#[test]
fn units_and_groups_go_by_what_they_are() {
    let plans = one();
    let meant = |term: &str| meant(&plans[0], &[term]);
    assert_eq!(meant("kind:phuong"), " | phuong-ha-dinh phuong-khuong-dinh | cac-phuong");
    assert_eq!(meant("unit:th-phuong-mai"), " | th-phuong-mai | ");
    assert_eq!(meant("unit:cac-phuong"), " | phuong-ha-dinh phuong-khuong-dinh | cac-phuong");
    assert_eq!(meant("unit:phong-ban"), "CT-01 | phong-gddt phong-noi-vu | ");
    assert_eq!(meant("nội vụ"), " | phong-noi-vu | ");
    assert_eq!(meant("plan:quan-2024").matches(' ').count(), 9);
}

#[test]
fn what_only_work_has_is_asked_of_their_work() {
    let plans = one();
    let meant = |term: &[&str]| meant(&plans[0], term);
    assert_eq!(meant(&["status:overdue"]), "CT-01 | phong-gddt phuong-ha-dinh phuong-khuong-dinh | ");
    assert_eq!(meant(&["status:overdue", "kind:phong-ban"]), "CT-01 | phong-gddt | ");
    assert_eq!(meant(&["id:I-1"]), " | phong-gddt th-phuong-mai | hai-dau-moi");
    assert_eq!(meant(&["progress:paused"]), " | phuong-ha-dinh phuong-khuong-dinh | ");
}

#[test]
fn targets_go_by_their_goal_tasks_leads_days_and_words() {
    let plan = plan(
        "
units:
  - {id: a, name: Đơn vị A, kind: phong-ban}
  - {id: b, name: Đơn vị B, kind: phuong}
goals: [{id: MT1, title: Chất lượng}, {id: MT2, title: An toàn}]
sections: [{id: I, title: Chung}, {id: I.1, title: Riêng}]
targets:
  - {id: CT-1, title: Trường đạt chuẩn, value: 100%, goal: MT1, due: 30/6/2024, lead: a, tasks: [T]}
  - id: CT-2
    title: Học sinh giỏi
    value: 5 giải
    goal: MT2
    due: 31/12/2024
    lead: b
    results: [{date: 1/6/2024, value: 3 giải, evidence: Quyết định 7}]
tasks: [{id: T, section: I.1, title: Kiểm tra, lead: a, due: 30/9/2024, goals: [MT1, MT2]}]
",
    );
    let meant = |term: &str| meant(&plan, &[term]).split(" | ").next().unwrap().to_owned();
    for (term, targets) in [
        ("goal:MT2", "CT-2"),
        ("not:goal:MT2", "CT-1"),
        ("target:CT-1", "CT-1"),
        ("task:T", "CT-1"),
        ("task:none", "CT-2"),
        ("section:I", "CT-1"),
        ("unit:đơn vị b", "CT-2"),
        ("kind:phong-ban", "CT-1"),
        ("due:30/6/2024", "CT-1"),
        ("deadline:1/7/2024..", "CT-1 CT-2"),
        ("due:none", ""),
        ("học sinh", "CT-2"),
        ("quyết định 7", "CT-2"),
        ("status:on-track", "CT-1"),
        ("status:done", ""),
    ] {
        assert_eq!(meant(term), targets, "{term}");
    }
}

#[test]
fn an_occurrence_of_a_target_is_found_by_its_period_and_day() {
    let plan = plan(
        "
units: [{id: a, name: A, kind: x}]
targets:
  - {id: Q, title: Hằng quý, value: 5, due: hằng quý, lead: a}
  - {id: M, title: Một lần, value: 5, due: 30/6/2024, lead: a}
  - {id: H, title: Nhiều mốc, horizons: [{due: 30/6/2024, value: 5}, {due: 30/9/2024, value: 6}], lead: a}
",
    );
    let meant = |term: &str| meant(&plan, &[term]).split(" | ").next().unwrap().to_owned();
    for (term, targets) in [
        ("target:Q", "Q Q Q Q"),
        ("period:2024-Q3", "Q"),
        ("period:quý 3", "Q"),
        ("not:period:2024-Q3", "Q Q Q M H"),
        ("period:none", "M H"),
        ("period:any", "Q Q Q Q"),
        ("due:tháng 6", "Q M"),
        // On 2 July the first day has passed: the 30th of June is a Sunday.
        ("due:tháng 9", "Q H"),
        ("deadline:1/7/2024", "Q M"),
        ("unit:a", "Q Q Q Q M H"),
    ] {
        assert_eq!(meant(term), targets, "{term}");
    }
}
