//! Reports on progress.

use crate::rules::{found, of};
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

/// The plan of two units that the tests on words share; further lines begin on line 12.
const SPOKEN: &str = "format: 1
plan: p
title: Kế hoạch
period: 2026
units: [{id: a, name: A, kind: x}, {id: b, name: B, kind: x}]
tasks:
  - {id: m, title: M, lead: a, due: hằng tháng}
  - {id: q, title: Q, lead: a, due: 01 lần/quý}
  - {id: h, title: H, lead: a, due: 02 lần/năm}
  - {id: j, title: J, lead: [a, b], mode: joint, due: 31/12/2026}
";

#[test]
fn what_people_write_for_states_periods_and_days_is_read_as_meant() {
    let text = format!(
        "{SPOKEN}progress:
  - {{item: m, period: tháng 6, date: 2/7, as_of: 30/6, state: xong, evidence: BC 1}}
  - {{item: q, period: [Quý II, quý 3], date: 5/10/2026, state: Đang làm}}
  - {{item: h, period: 6 tháng đầu năm, date: 1/7/2026, as_of: 28/12, state: tam dung}}
  - {{item: q, period: 2026-q1, date: 1/4/2026, state: làm lại}}
  - {{item: j, unit: a, date: 1/12, percent: 5}}
changes:
  - {{item: q, period: Quý IV, date: 1/10, due: 5/1/2027, by: CV 1}}
"
    );
    let plan = plan_with(&text);
    let told: Vec<String> = plan
        .reports
        .iter()
        .map(|report| {
            let keys: Vec<String> =
                report.work_items.iter().map(|it| plan.key(plan.work_item(*it))).collect();
            let state = report.state.map_or("-", |state| state.as_str());
            format!("{} {} {} {state}", keys.join(" "), report.date, report.as_of)
        })
        .collect();
    assert_eq!(
        told,
        [
            "p/q/a/2026-Q1 2026-04-01 2026-04-01 reopened",
            "p/h/a/2026-H1 2026-07-01 2025-12-28 paused",
            "p/m/a/2026-06 2026-07-02 2026-06-30 done",
            "p/q/a/2026-Q2 p/q/a/2026-Q3 2026-10-05 2026-10-05 started",
            "p/j/a+b/- 2026-12-01 2026-12-01 -",
        ]
    );
    let change = &plan.changes[0];
    assert_eq!(plan.key(plan.work_item(change.work_items[0])), "p/q/a/2026-Q4");
    assert_eq!(change.date.to_string(), "2026-10-01");
}

#[test]
fn terms_weeks_and_days_are_periods_in_words_too() {
    let text = "format: 1
plan: p
title: Kế hoạch
period: năm học 2025-2026
calendar: {school_years: [{year: 2025-2026, from: 5/9/2025, term1_ends: 17/1/2026, term2_ends: 25/5/2026, to: 31/5/2026}]}
units: [{id: a, name: A, kind: x}]
tasks:
  - {id: t, title: T, lead: a, due: cuối kỳ và cuối năm học}
  - {id: w, title: W, lead: a, due: hằng tuần}
  - {id: d, title: D, lead: a, due: \"15/10; 15/3\"}
  - {id: m, title: M, lead: a, due: 02 lần/tháng}
progress:
  - {item: t, period: [Học kỳ 2, học kỳ I, năm học 2025-2026], date: 20/5, percent: 5}
  - {item: w, period: tuần 40, date: 20/10, percent: 5}
  - {item: d, period: ngày 15 tháng 3, date: 20/3, percent: 5}
  - {item: m, period: \"lần 2, tháng 10\", date: 20/1, percent: 5}
";
    let plan = plan_with(text);
    let of = |report: &plan::model::Report| {
        let items = report.work_items.iter().map(|it| plan.period_label(plan.work_item(*it)).unwrap());
        items.collect::<Vec<_>>().join(" ")
    };
    let told: Vec<String> = plan.reports.iter().map(of).collect();
    let expected = ["2025-W40", "2025-10.2", "2026-03-15", "2025-2026-HK1 2025-2026-HK2 2025-2026"];
    assert_eq!(told, expected);
    // One name of two occurrences means neither.
    assert!(found(&text.replace("lần 2, tháng 10", "tháng 10"))[0].contains("no-such-period"));
}

#[test]
fn words_that_mean_nothing_get_the_nearest_that_do() {
    let lines = "progress:
  - {item: m, period: tháng 6, date: 2/7/2026, state: xongg}
  - {item: q, period: Quý V, date: 2/7/2026, state: xong, evidence: BC 1}
  - {item: q, period: tháng 6, date: 2/7/2026, state: xong, evidence: BC 1}
  - {item: j, date: 30/2, percent: 5}
  - {item: j, date: tháng 2, percent: 5}
";
    let folder = crate::support::folder::folder(&format!("{SPOKEN}{lines}"));
    let ran = crate::support::answers::ask_in(folder.path(), &["validate", ".", "--lang", "en"]);
    assert_eq!(ran.code, 1);
    for said in ["help: xong", "no occurrence \"Quý V\"", "no occurrence \"tháng 6\"", "30/2"] {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
}

#[test]
fn a_day_without_its_year_must_lie_in_the_period_once() {
    let of = |period: &str, date: &str| {
        found(&format!(
            "format: 1\nplan: p\ntitle: T\nperiod: {period}\nunits: [{{id: a, name: A, kind: x}}]\n\
             tasks: [{{id: t, title: T, lead: a, due: 31/12/2026}}]\n\
             progress: [{{item: t, percent: 5, date: {date}}}]\n"
        ))
    };
    assert_eq!(of("2026", "15/5"), [""; 0]);
    assert_eq!(
        of("giai đoạn 2025-2026", "15/5"),
        ["7:40 wrong-type: date: the plan's period has several days 15/05: 2025-05-15, 2026-05-15"]
    );
    assert_eq!(
        of("{from: 1/6/2026, to: 31/12/2026}", "15/5"),
        ["7:40 wrong-type: date: the plan's period has no day 15/05"]
    );
    // Only the period is wrong.
    assert_eq!(of("năm 20266", "15/5").len(), 1);
}

#[test]
fn results_name_their_day_and_occurrence_as_people_do() {
    let text = format!(
        "{SPOKEN}targets:
  - id: c
    title: C
    value: 10 trường
    lead: a
    due: hằng quý
    results: [{{date: 1/4, period: Quý I, value: 5}}, {{date: 2/7, period: quý 2/2026, value: 12}}]
"
    );
    let plan = plan_with(&text);
    let results = plan.targets[0].results.iter();
    let told: Vec<String> =
        results.map(|result| format!("{} {:?}", result.date, result.occurrences)).collect();
    assert_eq!(told, ["2026-04-01 [0]", "2026-07-02 [1]"]);
}

/// Returns the plan of a text, which has no errors.
fn plan_with(text: &str) -> plan::model::Plan {
    crate::support::plans::plans(&[("p.plan.yaml", text)]).0.remove(0)
}
