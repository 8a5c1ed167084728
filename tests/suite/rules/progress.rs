//! Reports on progress.

use crate::support::answers::ask_of;
use crate::support::samples::OFFICES;

#[test]
fn the_duty_to_report_goes_with_the_lead() {
    let validated = |text: &str, report: &str| {
        let text = text.replace("changes:\n", &format!("  - {{{report}, state: started}}\nchanges:\n"));
        let found = ask_of(&text, &["validate", "-f", "json"]).json();
        let rules = found["diagnostics"].as_array().unwrap().iter();
        rules.map(|found| found["rule"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    // From 1 June B leads what C led.
    for (report, expected) in [
        ("item: w, unit: c, date: 31/5/2026", None),
        ("item: w, unit: b, date: 31/5/2026", Some("not-responsible")),
        ("item: w, unit: c, date: 1/6/2026", Some("not-responsible")),
        ("item: w, unit: b, date: 1/6/2026", None),
        ("item: w, date: 1/6/2026", None),
    ] {
        assert_eq!(validated(OFFICES, report), Vec::from_iter(expected), "{report}");
    }
    // What is written for C then tells B's two work items apart.
    let text = OFFICES.replace(
        OFFICES.lines().last().unwrap(),
        "  - {item: u, unit: c, date: 1/6/2026, lead: b, by: Thông báo 2/TB}",
    );
    assert_eq!(validated(&text, "item: u, unit: c, period: 2026-Q3, date: 1/9/2026"), [""; 0]);
    assert_eq!(validated(&text, "item: u, unit: b, period: 2026-Q3, date: 1/9/2026"), [""; 0]);
}
