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

/// Returns the diagnostics of a whole file, as `line: rule`.
fn told(text: &str) -> Vec<String> {
    let ran = ask_of(text, &["validate", "-f", "json"]);
    let told = ran.json();
    let one = |found: &serde_json::Value| format!("{}: {}", found["line"], found["rule"].as_str().unwrap());
    told["diagnostics"].as_array().unwrap().iter().map(one).collect()
}

/// Returns the diagnostics of lines behind a head of four lines and, if they need some, two units of three lines.
fn told_of(lines: &str) -> Vec<String> {
    let units = "units:\n- {id: u, name: U, kind: k}\n- {id: v, name: V, kind: m}\n";
    let units = if lines.contains("name: U") { "" } else { units };
    told(&format!("format: 1\nplan: p\ntitle: Thử\nperiod: 2026\n{units}{lines}"))
}

#[test]
fn a_merge_key_is_one_fault() {
    for entry in
        ["{<<: *a, id: B}", "{<<: [*a, *a], id: B}", "{<<: {lead: u}, id: B, title: x, due: 1/7/2026}"]
    {
        let lines = format!("tasks:\n- &a {{id: A, title: x, lead: u, due: 1/7/2026}}\n- {entry}\n");
        assert_eq!(told_of(&lines), ["10: unsupported-yaml"], "{entry}");
    }
    let block = "tasks:\n- &a {id: A, title: x, lead: u, due: 1/7/2026}\n- <<: *a\n  id: B\n";
    assert_eq!(told_of(block), ["10: unsupported-yaml"]);
    // An alias elsewhere is its own fault.
    let both = "tasks:\n- &a {id: A, title: x, lead: u, due: 1/7/2026}\n- {<<: *a, id: B, tags: *a}\n";
    assert_eq!(told_of(both), ["10: unsupported-yaml", "10: unsupported-yaml"]);
    assert_eq!(
        told("x-a: &a {format: 1}\n<<: *a\nplan: p\nperiod: 2026\n"),
        ["1: unknown-key", "2: unsupported-yaml"]
    );
}

#[test]
fn a_key_without_its_colon_is_one_fault() {
    let report = "progress:\n- {item: A, unit: u, date: 1/2/2026, state: started}\n";
    for (task, fault) in [
        ("{id: A, title: a, lead u, due: 1/7/2026}", "9: unknown-key"),
        ("{id: A, title: a, lead:u, due: 1/7/2026}", "9: unknown-key"),
        ("{id: A, lead: u, title: a, due 1/7/2026}", "9: unknown-key"),
        ("id: A\n  title: a\n  lead u\n  due: 1/7/2026", "11: syntax"),
        ("id: A\n  title: a\n  lead:u\n  due: 1/7/2026", "11: syntax"),
        ("id A\n  title: a\n  lead: u\n  due: 1/7/2026", "9: wrong-type"),
    ] {
        assert_eq!(told_of(&format!("tasks:\n- {task}\n{report}")), [fault], "{task}");
    }
    // The comma of a text is told as such.
    for text in ["một, due to rain", "một, hai", "một, to lớn"] {
        let lines = format!("tasks:\n- {{id: A, title: {text}, lead: u, due: 1/7/2026}}\n");
        let told = told_of(&lines);
        assert_eq!(told.len(), 1, "{text}: {told:?}");
    }
    let units = "units\n- {id: u, name: U, kind: k}\ntasks:\n- {id: A, title: a, lead: u, due: 1/7/2026}\n";
    assert_eq!(told_of(units), ["5: syntax"]);
}

#[test]
fn a_list_that_is_a_word_or_has_another_name_is_one_fault() {
    let tasks = "tasks:\n- {id: A, title: a, lead: u, due: 1/7/2026}\n";
    assert_eq!(told_of(&format!("units: abc # name: U\n{tasks}")), ["5: wrong-type"]);
    assert_eq!(told_of(&format!("unit:\n- {{id: u, name: U, kind: k}}\n{tasks}")), ["5: unknown-key"]);
    let report = "progress:\n- {item: A, unit: u, date: 1/2/2026, state: started}\n";
    assert_eq!(told_of(&format!("tasks: việc\n{report}")), ["8: wrong-type"]);
    // Other lists are judged as ever.
    let units = "tasks: việc\ngroups:\n- {id: g, name: G, members: [w], count: 2}\n";
    assert_eq!(told_of(units), ["8: wrong-type", "10: unknown-unit"]);
}

#[test]
fn a_broken_entry_hides_no_fault_of_others() {
    let broken = "- {id: X, title: \"kind vuông goals, lead: u, due: 1/7/2026}\n";
    let tasks = format!("tasks:\n{broken}- {{id: B, title: b, lead: vu, due: 1/7/2026}}\n");
    // Neither an id that is a part of other words in it, nor a group that it cannot be in.
    let groups = "groups:\n- {id: g, name: G, kind: k, count: 5}\n";
    assert_eq!(told_of(&format!("{groups}{tasks}")), ["9: group-count", "11: syntax", "12: unknown-unit"]);
    // Ids that it may declare are not reported, nor are groups that a broken unit may be in.
    let task = |lead: &str| format!("tasks:\n- {{id: B, title: b, lead: {lead}, due: 1/7/2026}}\n");
    let units =
        "units:\n- {id: u, name: U, kind: k}\n- {id: \"v, name: V, kind: k}\n- {id: w, name: W, kind: m}\n";
    let groups = "groups:\n- {id: g, name: G, kind: k, count: 5}\n- {id: h, name: H, kind: m, count: 5}\n\
                  - {id: i, name: I, members: [u, g], count: 5}\n- {id: j, name: J, members: [u, h], count: 5}\n";
    let expected = ["7: syntax", "11: group-count", "13: group-count"];
    assert_eq!(told_of(&format!("{units}{groups}{}", task("v"))), expected);
    assert_eq!(
        told_of(&format!("{units}{groups}{}", task("z"))),
        [&expected[..], &["15: unknown-unit"]].concat()
    );
}

#[test]
fn missing_keys_of_the_header_are_told_beside_a_broken_entry() {
    let tasks = "tasks:\n- {id: A, title: \"hỏng, lead: u}\n- {id: B, title: x, lead: u, due: 1/7/2026}\n";
    let units = "units: [{id: u, name: U, kind: k}]\n";
    assert_eq!(
        told(&format!("format: 1\nplan: p\nperiod: 2026\n{units}{tasks}")),
        ["1: missing-key", "6: syntax"]
    );
    // A key of the header that is itself broken is not missing.
    assert_eq!(told(&format!("format: 1\nplan: p\nperiod: 2026\ntitle Thử\n{units}")), ["4: syntax"]);
    assert_eq!(told(&format!("format: 1\nplan: p\ntitle Thử\n{units}")), ["1: missing-key", "3: syntax"]);
}

#[test]
fn every_unknown_id_is_told() {
    use std::fmt::Write as _;
    let mut text =
        "units:\n- {id: u, name: U, kind: k}\n- {id: \"u x\", name: V, kind: k}\ntasks:\n".to_owned();
    for n in 0..400 {
        writeln!(text, "- {{id: T{n}, title: t, lead: zz{n}, due: 1/7/2026}}").unwrap();
    }
    let found = found(&text);
    assert_eq!((found.len(), &*found[0]), (401, "bad-id"));
    assert!(found[1..].iter().all(|rule| rule == "unknown-unit"));
}

#[test]
fn reading_goes_on_behind_the_marks_of_a_merge() {
    let lines = "tasks:\n<<<<<<< HEAD\n- {id: A, title: a, lead: u, due: 1/7/2026}\n=======\n\
                 - {id: A, title: a, lead: w, due: 1/7/2026}\n- {id: D, title: d, lead: u, due: 1/7/2026}\n>>>>>>> x\n\
                 - {id: B, title: b, lead: z, due: 1/7/2026}\n- {id: C, title: c, lead: u, due: 1/13/2026}\n\
                 progress:\n- {item: D, date: 1/2/2026, state: started}\n- {item: E, date: 1/2/2026, state: started}\n";
    assert_eq!(told_of(lines), ["9: syntax", "15: unknown-unit", "16: impossible-date", "19: unknown-item"]);
}
