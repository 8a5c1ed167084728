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
    // The entries of C then tell B's two work items apart.
    let text = OFFICES.replace(
        OFFICES.lines().last().unwrap(),
        "  - {item: u, unit: c, date: 1/6/2026, lead: b, by: Thông báo 2/TB}",
    );
    assert_eq!(validated(&text, "item: u, unit: c, period: 2026-Q3, date: 1/9/2026"), [""; 0]);
    assert_eq!(validated(&text, "item: u, unit: b, period: 2026-Q3, date: 1/9/2026"), [""; 0]);
}

/// `--as-of` moves the day asked about, not the day of the run.
#[test]
fn a_report_is_in_the_future_by_the_day_of_the_run() {
    let plan = |settings: &str, date: &str| {
        format!(
            "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2026\n{settings}units:\n  - {{id: a, name: Phòng A, kind: phong}}\n\
             tasks:\n  - {{id: t, title: Việc, lead: a, due: tháng 9}}\nprogress:\n  - {{item: t, date: {date}, state: started}}\n"
        )
    };
    for settings in ["settings: {lint: {future-report: deny}}\n", ""] {
        let ran = ask_of(&plan(settings, "20/6/2026"), &["status", "--as-of", "1/3/2026", "--lang", "en"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{settings}");
        let ran = ask_of(&plan(settings, "20/6/2026"), &["validate", "--as-of", "1/3/2026", "--lang", "en"]);
        assert_eq!(ran.code, 0, "{}", ran.out);
    }
    // The tests' clock stands on 21 November 2026.
    let late = plan("settings: {lint: {future-report: deny}}\n", "22/11/2026");
    let ran = ask_of(&late, &["status", "--as-of", "31/12/2026", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("the report is dated 2026-11-22, after today, 2026-11-21"), "{}", ran.err);
}
