//! One fault told once: a wrong value silences what would follow from it.

use crate::support::answers::{ask_of, rules};

/// Returns the rules of the diagnostics of a plan of two offices with further lines.
fn found(lines: &str) -> Vec<String> {
    let units = "units:\n- {id: u, name: U, kind: k}\n- {id: v, name: V, kind: k}\n";
    let head = "format: 1\nplan: p\ntitle: Thử\nperiod: 2026\n";
    let units = if lines.contains("units:") { "" } else { units };
    rules(&ask_of(&format!("{head}{units}{lines}"), &["validate", "-f", "json"]))
}

const TASK: &str = "tasks:\n- {id: A, title: Việc, lead: u, due: 1/7/2026}\n- {id: B, title: Việc, lead: u, due: 1/7/2026}\n";

/// Returns the rules with some changes, and a report of the new lead behind them.
fn changed(changes: &str) -> Vec<String> {
    found(&format!(
        "{TASK}changes:\n{changes}progress:\n- {{item: A, unit: v, date: 1/5/2026, state: started}}\n"
    ))
}

#[test]
fn a_wrong_change_of_lead_silences_the_reports_of_the_new_lead() {
    assert_eq!(changed("- {item: A, date: 1/4/2026, lead: v, by: QĐ 1}\n"), [""; 0]);
    for (change, rule) in [
        ("{item: A, date: 31/2/2026, lead: v, by: QĐ 1}", "wrong-type"),
        ("{item: A, date: 1/4/2026, lead: vv, by: QĐ 1}", "unknown-unit"),
        ("{item: A, unit: uu, date: 1/4/2026, lead: v, by: QĐ 1}", "unknown-unit"),
        ("{item: A, unit: v, date: 1/4/2026, lead: v, by: QĐ 1}", "not-responsible"),
        ("{item: AA, date: 1/4/2026, lead: v, by: QĐ 1}", "unknown-item"),
        ("{item: XYZ, date: 1/4/2026, lead: v, by: QĐ 1}", "unknown-item"),
        ("{item: A, period: 2026-Q1, date: 1/4/2026, lead: v, by: QĐ 1}", "no-such-period"),
        ("{item: A, date: 1/4/2026, leed: v, by: QĐ 1}", "unknown-key"),
        ("{item: A, date: 1/4/2026, lead: [v, u], by: QĐ 1}", "wrong-type"),
    ] {
        assert_eq!(changed(&format!("- {change}\n")), [rule], "{change}");
    }
    // A second change hangs on the first.
    let chain = "- {item: A, date: 31/2/2026, lead: v, by: QĐ 1}\n- {item: A, unit: v, date: 1/4/2026, lead: u, by: QĐ 2}\n";
    assert_eq!(changed(chain), ["wrong-type"]);
}

#[test]
fn other_faults_are_not_silenced() {
    // Another lead, an earlier day, another task.
    let both = ["not-responsible", "wrong-type"];
    let mut told = changed("- {item: A, date: 31/2/2026, lead: u, by: QĐ 1}\n");
    told.sort_unstable();
    assert_eq!(told, both);
    let mut told = changed("- {item: A, date: 1/6/2026, lead: v, by: QĐ 1, drpped: true}\n");
    told.sort_unstable();
    assert_eq!(told, ["not-responsible", "unknown-key"]);
    let mut told = changed("- {item: B, date: 31/2/2026, lead: v, by: QĐ 1}\n");
    told.sort_unstable();
    assert_eq!(told, both);
}

#[test]
fn a_wrong_report_silences_the_comparison_across_it() {
    let reports = |middle: &str, last: &str| {
        found(&format!(
            "{TASK}progress:\n- {{item: A, date: 1/3/2026, state: done, percent: 90, evidence: x}}\n- {{{middle}}}\n\
             - {{item: A, date: 1/5/2026, state: done, percent: 80, evidence: x}}\n{last}"
        ))
    };
    assert_eq!(reports("item: A, date: 1/4/2026, state: reopened", ""), [""; 0]);
    assert_eq!(reports("item: A, date: 1/4/2026, state: reopend", ""), ["wrong-type"]);
    assert_eq!(reports("item: A, date: 31/4/2026, state: reopened", ""), ["wrong-type"]);
    assert_eq!(reports("item: AA, date: 1/4/2026, state: reopened", ""), ["unknown-item"]);
    // Before and behind it everything is compared.
    let last = "- {item: A, date: 1/6/2026, percent: 70}\n";
    assert_eq!(reports("item: A, date: 1/4/2026, state: reopend", last), ["wrong-type", "percent-falls"]);
    assert_eq!(
        reports("item: A, date: 1/6/2026, state: reopend", ""),
        ["wrong-type", "done-twice", "percent-falls"]
    );
}

#[test]
fn a_wrong_extension_silences_the_comparison_with_the_day_it_moved() {
    let second = "- {item: A, date: 1/8/2026, due: 1/9/2026, by: CV 2}\n";
    let both = |first: &str| found(&format!("{TASK}changes:\n- {{{first}}}\n{second}"));
    assert_eq!(both("item: A, date: 1/6/2026, due: 15/8/2026, by: CV 1"), [""; 0]);
    assert_eq!(both("item: A, date: 1/6/2026, due: 31/9/2026, by: CV 1"), ["wrong-type"]);
    assert_eq!(both("item: B, date: 1/6/2026, due: 31/9/2026, by: CV 1"), ["wrong-type", "late-extension"]);
}

#[test]
fn a_drop_that_may_have_been_taken_back_silences_reports_behind_it() {
    let dropped = |second: &str| {
        found(&format!(
            "{TASK}changes:\n- {{item: A, date: 1/3/2026, dropped: true, by: CV 1}}\n{second}\
             progress:\n- {{item: A, date: 1/5/2026, percent: 5}}\n"
        ))
    };
    assert_eq!(dropped(""), ["after-dropped"]);
    assert_eq!(dropped("- {item: A, date: 1/4/2026, dropped: false, by: CV 2}\n"), [""; 0]);
    assert_eq!(dropped("- {item: A, date: 1/4/2026, dropped: flase, by: CV 2}\n"), ["wrong-type"]);
    assert_eq!(
        dropped("- {item: A, date: 1/6/2026, dropped: flase, by: CV 2}\n"),
        ["wrong-type", "after-dropped"]
    );
}

#[test]
fn wrong_successors_silence_who_answers() {
    let tasks = "tasks:\n- {id: A, title: Việc, lead: u, due: 1/7/2026}\n\
                 progress:\n- {item: A, unit: v, date: 1/5/2026, state: started}\n";
    for (units, rule) in [
        (
            "- {id: u, name: U, kind: k, until: 31/3/2026, successors: [w]}\n- {id: v, name: V, kind: k}\n",
            "unknown-unit",
        ),
        (
            "- {id: u, name: U, kind: k, until: 31/3/2026, successors: {v: 1}}\n- {id: v, name: V, kind: k}\n",
            "wrong-type",
        ),
        (
            "- {id: u, name: U, kind: k, until: 31/2/2026, successors: [v]}\n- {id: v, name: V, kind: k}\n",
            "wrong-type",
        ),
        (
            "- {id: u, name: U, kind: k, until: 31/3/2026, successors: [v]}\n- {id: v, name: V, kind: k, successors: [u]}\n",
            "reference-cycle",
        ),
        // Two steps away.
        (
            "- {id: u, name: U, kind: k, until: 31/3/2026, successors: [x]}\n\
             - {id: x, name: X, kind: k, until: 30/4/2026, successors: [w]}\n- {id: v, name: V, kind: k}\n",
            "unknown-unit",
        ),
    ] {
        assert_eq!(found(&format!("units:\n{units}{tasks}")), [rule], "{units}");
    }
    let right = "units:\n- {id: u, name: U, kind: k, until: 31/3/2026, successors: [v]}\n- {id: v, name: V, kind: k}\n";
    assert_eq!(found(&format!("{right}{tasks}")), [""; 0]);
}

#[test]
fn a_wrong_mode_silences_whose_work_it_is() {
    let task = |mode: &str| {
        found(&format!(
            "tasks:\n- {{id: A, title: Việc, lead: [u, v], mode: {mode}, due: 1/7/2026}}\n\
             progress:\n- {{item: A, date: 1/5/2026, state: started}}\n"
        ))
    };
    assert_eq!(task("joint"), [""; 0]);
    assert_eq!(task("joit"), ["wrong-type"]);
}

#[test]
fn a_wrong_period_silences_what_depends_on_its_days() {
    let text = |period: &str, count: u32| {
        let text = format!(
            "format: 1\nplan: p\ntitle: Thử\nperiod: {period}\nunits:\n\
             - {{id: a, name: A, kind: phuong, from: 1/1/2010}}\n- {{id: b, name: B, kind: phuong}}\n\
             - {{id: c, name: C, kind: xa, from: 1/1/2010}}\n- {{id: d, name: D, kind: tram}}\n\
             groups:\n- {{id: g, name: 02 phường, kind: phuong, count: 2}}\n- {{id: h, name: Các xã, kind: xa}}\n\
             - {{id: i, name: Các trạm, kind: tram, count: {count}}}\n\
             tasks: [{{id: A, title: Việc, lead: b, due: hằng quý}}]\n\
             progress: [{{item: A, period: 2026-Q1, date: 1/2/2026, percent: 5}}]\n"
        );
        rules(&ask_of(&text, &["validate", "-f", "json"]))
    };
    assert_eq!(text("2026", 1), [""; 0]);
    assert_eq!(text("năm hai nghìn", 1), ["unreadable-deadline"]);
    // A group whose units have no days is counted all the same.
    assert_eq!(text("năm hai nghìn", 2), ["unreadable-deadline", "group-count"]);
}

#[test]
fn a_wrong_period_hides_no_fault_of_the_reports() {
    let text = "format: 1\nplan: p\ntitle: Thử\nperiod: năm hai nghìn\nunits: [{id: u, name: U, kind: k}]\n\
                tasks: [{id: A, title: Việc, lead: u, due: hằng quý}]\n\
                progress: [{item: AB, date: 1/2/2026, percent: 5}, {item: A, unit: x, date: 1/2/2026, percent: 500}]\n";
    let mut told = rules(&ask_of(text, &["validate", "-f", "json"]));
    told.sort_unstable();
    assert_eq!(told, ["percent-range", "unknown-item", "unknown-unit", "unreadable-deadline"]);
}
