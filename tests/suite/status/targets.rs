//! Targets against their results.

use plan::date::AsOf;
use plan::model::TargetIx;
use plan::status::{Assessment, assess, assess_all, assess_horizons};

use crate::support::plans::{self, day};

fn assessed(target: &str, on: &str) -> (Assessment, Option<f64>) {
    let plan = plans::plan(&format!("targets: [{{id: CT, title: Chỉ tiêu, {target}}}]\n"));
    let one = assess(&plan, TargetIx::new(0), AsOf::day(day(on)))[0];
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

/// Returns the assessments of the only target of a plan of 2026 to 2030: the period, the value, and the assessment.
fn several(lines: &str, on: &str) -> Vec<(String, String, Assessment)> {
    let plan = plans::plan_of("giai đoạn 2026-2030", lines);
    let shown = |one: plan::status::TargetStatus<'_>| {
        (one.period().unwrap_or("-").to_owned(), one.horizon.value_text.clone(), one.assessment)
    };
    assess_all(&plan, AsOf::day(day(on))).map(shown).collect()
}

#[test]
fn a_yearly_target_is_assessed_every_year() {
    use Assessment as A;
    let target = "targets:
  - id: CT
    title: Chỉ tiêu
    value: 100%
    due: hằng năm
    results:
      - {date: 31/12/2026, period: 2026, value: 98}
      - {date: 15/1/2027, period: 2026, value: 99}
      - {date: 20/12/2027, period: 2027, value: 100}
      - {date: 20/12/2028, period: [2028, 2029], value: 101}
";
    let of = |on| several(target, on).into_iter().map(|(period, _, one)| (period, one)).collect::<Vec<_>>();
    let years = |all: [Assessment; 5]| {
        ["2026", "2027", "2028", "2029", "2030"].map(str::to_owned).into_iter().zip(all).collect::<Vec<_>>()
    };
    assert_eq!(of("30/12/2026"), years([A::NoData; 5]));
    assert_eq!(of("31/12/2026"), years([A::OnTheWay, A::NoData, A::NoData, A::NoData, A::NoData]));
    // A later report on a year is a result of that year.
    assert_eq!(of("31/1/2028"), years([A::NotMet, A::Met, A::NoData, A::NoData, A::NoData]));
    assert_eq!(of("31/12/2030"), years([A::NotMet, A::Met, A::Exceeded, A::Exceeded, A::NoData]));
}

#[test]
fn the_first_value_that_has_not_passed_counts() {
    use Assessment as A;
    let target = "targets:
  - id: CT
    title: Chỉ tiêu
    horizons: [{due: đến hết năm 2027, value: '>= 80%'}, {due: 2029, value: 90%}, {due: 2030, value: 100%}]
    results: [{date: 1/6/2027, value: 85}, {date: 1/6/2030, value: 95}]
";
    for (on, value, assessment) in [
        ("31/5/2027", ">= 80%", A::NoData),
        ("1/6/2027", ">= 80%", A::Exceeded),
        ("31/12/2027", ">= 80%", A::Exceeded),
        // The last day of 2027 is a Friday.
        ("1/1/2028", "90%", A::OnTheWay),
        ("1/1/2030", "100%", A::OnTheWay),
        ("31/12/2030", "100%", A::OnTheWay),
        ("1/3/2031", "100%", A::NotMet),
    ] {
        assert_eq!(several(target, on), [("-".to_owned(), value.to_owned(), assessment)], "{on}");
    }
    let plan = plans::plan_of("giai đoạn 2026-2030", target);
    let each = |on| {
        let all = assess_horizons(&plan, &plan.targets[0], AsOf::day(day(on)));
        all.iter().map(|one| (one.assessment, one.attainment_pct)).collect::<Vec<_>>()
    };
    // The assessment of a value stays as it was on its last day.
    assert_eq!(
        each("1/3/2031"),
        [(A::Exceeded, Some(106.3)), (A::NotMet, Some(94.4)), (A::NotMet, Some(95.0))]
    );
    assert_eq!(
        each("1/6/2027"),
        [(A::Exceeded, Some(106.3)), (A::OnTheWay, Some(94.4)), (A::OnTheWay, Some(85.0))]
    );
}

#[test]
fn a_year_before_the_issue_opens_where_a_result_names_it() {
    let target = |results: &str| {
        format!(
            "issued: 15/1/2027\ntargets: [{{id: CT, title: Chỉ tiêu, value: 5, due: hằng năm, results: [{results}]}}]\n"
        )
    };
    let years = |results: &str| {
        several(&target(results), "31/12/2030").into_iter().map(|(year, _, _)| year).collect::<Vec<_>>()
    };
    assert_eq!(years(""), ["2027", "2028", "2029", "2030"]);
    assert_eq!(
        years("{date: 1/2/2027, period: 2026, value: 4}, {date: 1/2/2028, period: 2027, value: 5}"),
        ["2026", "2027", "2028", "2029", "2030"]
    );
}

#[test]
fn one_occurrence_needs_no_name() {
    let plan = plans::plan(
        "targets: [{id: CT, title: Chỉ tiêu, value: 5, due: hằng năm, results: [{date: 1/6/2024, value: 5}]}]\n",
    );
    let all: Vec<_> = assess_all(&plan, AsOf::day(day("31/12/2024"))).collect();
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].period(), all[0].assessment), (Some("2024"), Assessment::Met));
}
