//! Levels of rules: comments, settings, options.

use crate::support::answers::rules;
use crate::support::folder::folder_of;
use crate::support::program::plan_in;

const DONE: &str = "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2026\nunits: [{id: a, name: A, kind: x}]\n\
    tasks: [{id: t, title: T, lead: a, due: tháng 9}]\n";

#[test]
fn a_comment_switches_a_warning_off_on_its_line_or_above() {
    for (report, expected) in [
        ("  - {item: t, date: 1/9/2026, state: done}\n", vec!["no-evidence"]),
        ("  - {item: t, date: 1/9/2026, state: done} # plan: allow(no-evidence)\n", vec![]),
        ("  # plan: allow(no-evidence)\n  - {item: t, date: 1/9/2026, state: done}\n", vec![]),
        (
            "  # plan: allow(done-twice, no-evidence)\n  # thêm một dòng\n  - {item: t, date: 1/9/2026, state: done}\n",
            vec![],
        ),
        ("  - {item: t, date: 1/9/2026, state: done} # plan: allow(done-twice)\n", vec!["no-evidence"]),
        (
            "  - {item: t, date: 1/9/2026, state: done} # plan: allow(unknown-unit)\n",
            vec!["no-evidence", "unknown-rule"],
        ),
    ] {
        let folder = folder_of(&[("p.plan.yaml", &format!("{DONE}progress:\n{report}"))]);
        let ran = plan_in(folder.path(), &["validate", "-f", "json", "p.plan.yaml"]);
        assert_eq!(
            (rules(&ran), ran.code),
            (expected.into_iter().map(str::to_owned).collect(), 0),
            "{report}"
        );
    }
}

#[test]
fn settings_and_options_change_levels_of_warnings_only() {
    let report = "progress: [{item: t, date: 1/9/2026, state: done}]\n";
    for (settings, option, expected, code) in [
        ("", &[][..], vec!["warning"], 0),
        ("settings: {lint: {no-evidence: allow}}\n", &[], vec![], 0),
        ("settings: {lint: {no-evidence: deny}}\n", &[], vec!["error"], 1),
        ("settings: {lint: {no-evidence: warn}}\n", &[], vec!["warning"], 0),
        ("", &["--deny", "warnings"], vec!["error"], 1),
        ("settings: {lint: {no-evidence: allow}}\n", &["--deny", "warnings"], vec![], 0),
    ] {
        let folder = folder_of(&[("p.plan.yaml", &format!("{DONE}{settings}{report}"))]);
        let mut arguments = vec!["validate", "-f", "json", "p.plan.yaml"];
        arguments.extend(option);
        let ran = plan_in(folder.path(), &arguments);
        let json = ran.json();
        let levels: Vec<&str> = json["diagnostics"]
            .as_array()
            .unwrap()
            .iter()
            .map(|found| found["severity"].as_str().unwrap())
            .collect();
        assert_eq!((levels, ran.code), (expected, code), "{settings}{option:?}");
    }
    // A raised warning leaves no plan out of a report; the main file's settings win.
    let main = format!("{DONE}settings: {{lint: {{no-evidence: warn}}}}\ninclude: [chung.yaml]\n{report}");
    let folder =
        folder_of(&[("plan.yaml", &main), ("chung.yaml", "settings: {lint: {no-evidence: deny}}\n")]);
    assert_eq!(plan_in(folder.path(), &["validate", "."]).code, 0);
}
