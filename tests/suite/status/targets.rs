//! Targets against their results.

use plan::date::AsOf;
use plan::status::{Assessment, assess, assess_all};

use crate::support::plans::{self, day};

fn assessed(target: &str, on: &str) -> (Assessment, Option<f64>) {
    let plan = plans::plan(&format!("targets: [{{id: CT, title: Chỉ tiêu, {target}}}]\n"));
    let one = assess(&plan, plan::model::TargetIx::new(0), AsOf::day(day(on)));
    (one.assessment, one.attainment_pct)
}

#[test]
fn every_assessment() {
    use Assessment as A;
    let due = "due: 30/9/2024";
    for (target, on, expected) in [
        ("value: 65%, results: [{date: 1/6/2024, value: 70}]", "1/7/2024", (A::Exceeded, Some(107.7))),
        ("value: 65%, results: [{date: 1/6/2024, value: 65}]", "1/7/2024", (A::Met, Some(100.0))),
        ("value: 65%, results: [{date: 1/6/2024, value: 50}]", "30/9/2024", (A::OnTheWay, Some(76.9))),
        ("value: 65%, results: [{date: 1/6/2024, value: 50}]", "1/10/2024", (A::NotMet, Some(76.9))),
        ("value: 65%, results: [{date: 1/6/2024, value: 50}]", "31/5/2024", (A::NoData, None)),
        ("value: 65%", "1/10/2024", (A::NoData, None)),
        ("value: 50-55%, results: [{date: 1/6/2024, value: 56}]", "1/7/2024", (A::Exceeded, None)),
        ("value: 50-55%, results: [{date: 1/6/2024, value: 50}]", "1/7/2024", (A::Met, None)),
        ("value: 0 vụ, results: [{date: 1/6/2024, value: 3}]", "1/10/2024", (A::NotMet, None)),
        ("value: 0 vụ, results: [{date: 1/6/2024, value: 0 vụ}]", "1/10/2024", (A::Met, None)),
        (
            "value: 1.250 học sinh, results: [{date: 1/6/2024, value: 980}]",
            "1/7/2024",
            (A::OnTheWay, Some(78.4)),
        ),
        ("value: 100%, results: [{date: 1/6/2024, value: 412/415}]", "1/7/2024", (A::OnTheWay, Some(99.3))),
        ("value: trên 50%, results: [{date: 1/6/2024, value: 1/2}]", "1/7/2024", (A::OnTheWay, None)),
        (
            "value: không quá 35 học sinh/lớp, results: [{date: 1/6/2024, value: 36}]",
            "1/10/2024",
            (A::NotMet, None),
        ),
        ("value: \"<= 0 vụ\", results: [{date: 1/6/2024, value: 1}]", "1/7/2024", (A::OnTheWay, None)),
        ("value: mức độ 3, results: [{date: 1/6/2024, value: mức độ 3}]", "1/7/2024", (A::Met, None)),
        ("value: đạt, results: [{date: 1/6/2024, value: chưa đạt}]", "1/10/2024", (A::NotMet, None)),
        ("value: đạt, results: [{date: 1/6/2024, value: đạt}]", "1/10/2024", (A::Met, None)),
    ] {
        assert_eq!(assessed(&format!("{due}, {target}"), on), expected, "{target} on {on}");
    }
}

#[test]
fn the_last_result_counts_and_the_day_rolls() {
    let results =
        "results: [{date: 1/7/2024, value: 40}, {date: 1/6/2024, value: 60}, {date: 1/7/2024, value: 45}]";
    let target = format!("value: 50, due: 30/6/2024, {results}");
    assert_eq!(assessed(&target, "30/6/2024"), (Assessment::Exceeded, Some(120.0)));
    // The 30th is a Sunday.
    assert_eq!(assessed(&target, "1/7/2024"), (Assessment::OnTheWay, Some(90.0)));
    assert_eq!(assessed(&target, "2/7/2024"), (Assessment::NotMet, Some(90.0)));
}

#[test]
fn without_a_day_nothing_has_passed() {
    let plan = plans::plan(
        "targets: [{id: CT, title: Chỉ tiêu, value: 50, results: [{date: 1/6/2024, value: 1}]}]\n",
    );
    let known = AsOf { day: day("31/12/2999"), known: Some(day("31/5/2024")) };
    let all = |as_of| assess_all(&plan, as_of).map(|one| one.assessment).collect::<Vec<_>>();
    assert_eq!(all(AsOf::day(day("31/12/2999"))), [Assessment::OnTheWay]);
    assert_eq!(all(known), [Assessment::NoData]);
}
