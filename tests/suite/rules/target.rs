//! Values of targets and results.

use crate::rules::of;

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
