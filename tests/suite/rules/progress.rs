//! Reports on progress.

use crate::rules::of;
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
    // A raised warning leaves out nothing.
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let ran = ask_of(&late, &["validate", "--lang", "en"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("the report is dated 2026-11-22, after today, 2026-11-21"), "{}", ran.out);
}

/// A difficulty or a proposal is a report by itself; evidence of nothing is none.
#[test]
fn a_report_says_at_least_one_thing() {
    let told = |entry: &str| {
        let lines = format!(
            "columns: [{{key: x-a, title: Cột}}]\ntasks: [{{id: t, title: T, lead: a, due: tháng 9}}]\n\
             progress: [{{item: t, date: 1/2/2026, {entry}}}]\n"
        );
        of(&lines)
    };
    for right in ["difficulty: mưa", "proposal: lùi hạn", "percent: 0", "state: started", "x-a: 5"] {
        assert!(told(right).is_empty(), "{right}: {:?}", told(right));
    }
    let missing = ["10:19 missing-key: missing key: state / percent / difficulty / proposal"];
    for wrong in ["evidence: Biên bản", "note: ghi chú", "difficulty: , proposal: null", "x-a: null"] {
        assert_eq!(told(wrong), missing, "{wrong}");
    }
}

#[test]
fn a_report_of_a_difficulty_alone_is_told_and_counts_as_a_report() {
    let text = "format: 1\nplan: p\ntitle: K\nperiod: 2026\nunits: [{id: a, name: A, kind: k}]\n\
                tasks: [{id: t, title: T, lead: a, due: tháng 9}]\n\
                progress: [{item: t, date: 1/2/2026, difficulty: thiếu vốn, proposal: bố trí vốn, evidence: Báo cáo 1}]\n";
    let page = ask_of(text, &["show", "t", "--lang", "en", "--as-of", "1/3/2026"]).out;
    assert!(
        page.contains("2026-02-01: evidence: Báo cáo 1; difficulty: thiếu vốn; proposal: bố trí"),
        "{page}"
    );
    let why = ask_of(text, &["why", "t", "-v", "--as-of", "1/3/2026", "--width", "200"]).out;
    assert!(
        why.contains(
            "báo cáo ngày 01/02/2026: minh chứng: Báo cáo 1; khó khăn: thiếu vốn; đề xuất: bố trí vốn"
        ),
        "{why}"
    );
    let item = &ask_of(text, &["list", "-f", "json", "--as-of", "1/3/2026"]).json()["items"][0];
    assert_eq!((&item["progress"], &item["reported"]), (&"not-started".into(), &"2026-02-01".into()));
    assert_eq!((&item["difficulty"], &item["percent"]), (&"thiếu vốn".into(), &serde_json::Value::Null));
}

/// One entry may speak of several items, units and periods.
#[test]
fn lists_of_items_units_and_periods_are_one_report_each() {
    let text = "format: 1\nplan: p\ntitle: K\nperiod: 2026\n\
                units: [{id: a, name: A, kind: k}, {id: b, name: B, kind: k}, {id: c, name: C, kind: k}]\n\
                tasks: [{id: s, title: S, lead: [a, b, c], due: hằng quý}, {id: t, title: T, lead: [a, b], due: hằng quý}]\n\
                progress: [{item: [s, t], unit: [a, b], period: [2026-Q1, 2026-Q2], date: 1/7/2026, as_of: 20/3/2026, state: done, evidence: x}]\n";
    let items =
        ask_of(text, &["list", "progress:done", "-f", "csv", "--columns", "key", "--as-of", "1/8/2026"]).out;
    let keys: Vec<&str> = items.lines().skip(1).collect();
    let expected: Vec<String> = ["s/a", "s/b", "t/a", "t/b"]
        .iter()
        .flat_map(|item| ["2026-Q1", "2026-Q2"].map(|period| format!("p/{item}/{period}")))
        .collect();
    assert_eq!(keys, expected);
}
