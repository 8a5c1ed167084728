//! Values of targets and results.

use crate::rules::{HEAD, found, of};

/// Returns the diagnostics of a target with a result, without their places.
fn told(value: &str, result: &str) -> Vec<String> {
    let found = of(&format!(
        "targets:\n  - {{id: c, title: C, lead: a, value: \"{value}\", results: [{{date: 1/9/2026, value: \"{result}\"}}]}}\n"
    ));
    found.into_iter().map(|found| found.split_once(' ').unwrap().1.to_owned()).collect()
}

#[test]
fn a_result_is_measured_as_its_target() {
    for (value, result) in [
        ("1.000 học sinh", "950 học sinh"),
        ("1.500.000 đồng", "900.000 đồng"),
        (">= 2.000.000", "2.500.000"),
        ("100%", "412/415"),
        ("0 vụ", "không có vụ nào"),
        ("mức độ 3", "2"),
    ] {
        assert_eq!(told(value, result), [""; 0], "{value} {result}");
    }
    for (value, result, words) in [
        (
            "10 trường",
            "50%",
            "target-unit: \"50%\" is not in the unit of measure of the target \"10 trường\"",
        ),
        ("đạt", "12", "target-unit: \"12\" is not in the unit of measure of the target \"đạt\""),
        (
            "10 trường",
            "3/9 trường",
            "target-value: \"3/9 trường\" is a quotient, and the target \"10 trường\" is no percentage",
        ),
        ("10 trường", "1,250,000", "target-value: the separators in \"1,250,000\" are ambiguous"),
        ("100%", "trên 50%", "target-value: \"trên 50%\" is not understood"),
    ] {
        assert_eq!(told(value, result), [words], "{value} {result}");
    }
}

#[test]
fn a_value_that_is_several_or_none_is_one_fault() {
    for (value, words) in [
        ("3/4 trường", "\"3/4 trường\" is a quotient, not a value"),
        ("1250.500", "the separators in \"1250.500\" are ambiguous"),
        (
            ">= 95% vào năm 2025, 100% vào năm 2030",
            "\">= 95% vào năm 2025, 100% vào năm 2030\" has values for several days",
        ),
        ("95% vào năm 2025", "\"95% vào năm 2025\" has a deadline in it"),
        ("80% MN; 90% TH", "\"80% MN; 90% TH\" has several values"),
        ("khoảng 30%", "\"khoảng 30%\" is not understood"),
    ] {
        // The result is not measured by what is not known; its own faults are reported.
        assert_eq!(told(value, "12 trường"), [format!("target-value: {words}")], "{value}");
        assert_eq!(told(value, "nhiều").len(), 2, "{value}");
    }
}

#[test]
fn thousands_are_no_decimals() {
    let found = of("targets:
- {id: C1, title: Học sinh phổ thông, value: 1.000 học sinh, lead: a, due: cuối năm, results: [{date: 1/3/2026, value: 950 học sinh}]}
- {id: C4, title: Phân số, value: 3/4 trường, lead: a, due: cuối năm, results: [{date: 1/3/2026, value: 3/9 trường}]}
");
    assert_eq!(found, ["10:35 target-value: \"3/4 trường\" is a quotient, not a value"]);
}

#[test]
fn values_for_several_days_follow_each_other() {
    let of_horizons = |lines: &str| {
        let text = format!(
            "format: 1\nplan: p\ntitle: T\nperiod: giai đoạn 2026-2030\nunits: [{{id: a, name: A, kind: x}}]\n\
             targets:\n  - {{id: c, title: C, lead: a, {lines}}}\n"
        );
        found(&text).into_iter().filter(|found| !found.contains("unknown-calendar")).collect::<Vec<_>>()
    };
    let right = "horizons: [{due: 2028, value: 85%}, {due: 2030, value: trên 90%}]";
    assert_eq!(of_horizons(right), [""; 0]);
    for (lines, told) in [
        (
            "horizons: [{due: 2030, value: 85%}, {due: 2028, value: 90%}]",
            "7:74 target-horizons: \"2028\" is not after the day before it",
        ),
        (
            "horizons: [{due: 2028, value: 85%}, {due: đến hết năm 2028, value: 90%}]",
            "7:74 target-horizons: \"đến hết năm 2028\" is not after the day before it",
        ),
        (
            "horizons: [{due: 2028, value: 85%}, {due: 2030, value: 90 trường}]",
            "7:87 target-horizons: \"90 trường\" is not in the unit of measure of the first value",
        ),
        (
            "horizons: [{due: 2028, value: mức độ 2}, {due: 2030, value: đạt}]",
            "7:92 target-horizons: \"đạt\" is not in the unit of measure of the first value",
        ),
        ("horizons: [{due: hằng năm, value: 85%}]", "7:49 target-horizons: \"hằng năm\" is not a day"),
        ("horizons: [{due: thường xuyên, value: 5}]", "7:49 target-horizons: \"thường xuyên\" is not a day"),
        ("horizons: []", "7:42 target-horizons: `horizons` has no value"),
        (
            "value: 90%, horizons: [{due: 2030, value: 90%}]",
            "7:39 target-horizons: the target has both `value` and `horizons`",
        ),
        (
            "due: 2030, horizons: [{due: 2030, value: 90%}]",
            "7:37 target-horizons: the target has both `due` and `horizons`",
        ),
        ("horizons: [{due: 2030, value: nhiều}]", "7:62 target-value: \"nhiều\" is not understood"),
        ("horizons: [{due: sớm, value: 5}]", "7:49 unreadable-deadline: \"sớm\" is not understood"),
        ("horizons: [{due: 2030}]", "7:44 missing-key: missing key: value"),
        ("horizons: [5]", "7:43 wrong-type: each entry of horizons must be pairs key: value"),
        ("horizons: 90%", "7:42 wrong-type: horizons does not take a single value"),
        ("due: 2030", "7:10 missing-key: missing key: value / horizons"),
        (
            "horizons: [{due: 2028, value: 85%}, {due: 2030, value: 90%}], results: [{date: 1/6/2026, value: 5 lớp}]",
            "7:128 target-unit: \"5 lớp\" is not in the unit of measure of the target \"85%\"",
        ),
    ] {
        assert_eq!(of_horizons(lines), [told], "{lines}");
    }
}

#[test]
fn a_result_of_a_recurring_target_names_its_occurrence() {
    let of_results = |results: &str| {
        of(&format!(
            "targets:\n  - {{id: c, title: C, lead: a, value: 5, due: hằng quý, results: [{results}]}}\n"
        ))
    };
    assert_eq!(of_results("{date: 1/4/2026, period: 2026-Q1, value: 5}"), [""; 0]);
    assert_eq!(of_results("{date: 1/4/2026, period: [2026-Q1, 2026-Q2], value: 5}"), [""; 0]);
    for (results, told) in [
        ("{date: 1/4/2026, value: 5}", "9:74 which-period: \"c\" recurs"),
        (
            "{date: 1/4/2026, period: 2026-Q5, value: 5}",
            "9:92 no-such-period: \"c\" has no occurrence \"2026-Q5\"",
        ),
        (
            "{date: 1/4/2026, period: [2026-Q1, 2026-04], value: 5}",
            "9:102 no-such-period: \"c\" has no occurrence \"2026-04\"",
        ),
    ] {
        assert_eq!(of_results(results), [told], "{results}");
    }
    // An unknown deadline is one fault, whatever the results name.
    let wrong = "targets: [{id: c, title: C, lead: a, value: 5, due: hằng quí quý, results: [{date: 1/4/2026, value: 5}]}]\n";
    assert_eq!(of(wrong).len(), 1);
    let unknown = wrong.replace("hằng quí quý", "hằng quý");
    let text =
        format!("{HEAD}units: [{{id: a, name: A, kind: x}}]\n{unknown}").replace("2026\n", "nhiều năm\n");
    assert_eq!(found(&text).len(), 1);
}
