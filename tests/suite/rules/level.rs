//! Levels of rules: comments, settings, options.

use crate::rules::of;
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
            "  # plan: allow(no-evidence, no-document)\n  # thêm một dòng\n  - {item: t, date: 1/9/2026, state: done}\n",
            vec!["unused-allow"],
        ),
        (
            "  - {item: t, date: 1/9/2026, state: done} # plan: allow(done-twice)\n",
            vec!["no-evidence", "unused-allow"],
        ),
        (
            "  - {item: t, date: 1/9/2026, state: done} # plan: allow(unknown-unit)\n",
            vec!["no-evidence", "unused-allow"],
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

/// A comment cannot stand inside a text of several lines.
#[test]
fn comments_at_the_first_line_of_a_text_apply_to_all_of_it() {
    let text = |above: &str, on: &str, after: &str| {
        let task = "tasks:\n  - id: t\n    title: T\n    lead: a\n    due: tháng 9\n";
        of(&format!("{task}{above}    text: >-{on}\n      một\n      h\u{200b}ai\n{after}"))
    };
    let told = |line| {
        format!("{line} control-character: `text` contains the invisible character U+200B (zero-width space)")
    };
    let above = "    # plan: allow(control-character)\n";
    assert_eq!(text("", "", ""), [told("15:8")]);
    assert_eq!(text(above, "", ""), [""; 0]);
    assert_eq!(text("", " # plan: allow(control-character)", ""), [""; 0]);
    // Both count, and each for its own rules.
    assert_eq!(text(above, " # plan: allow(not-nfc)", "").len(), 1);
    assert_eq!(text("    # plan: allow(not-nfc)\n", " # plan: allow(control-character)", "").len(), 1);
    // The text ends before the next key.
    let after = "    note: m\u{200b}ột\n";
    assert_eq!(text(above, "", after).len(), 1);
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

/// Returns the diagnostics of the reports of a plan, as `line:column rule`.
fn told(reports: &str) -> Vec<String> {
    let folder = folder_of(&[("p.plan.yaml", &format!("{DONE}progress:\n{reports}"))]);
    let json = plan_in(folder.path(), &["validate", "-f", "json", "p.plan.yaml"]).json();
    let one = |found: &serde_json::Value| {
        format!("{}:{} {}", found["line"], found["column"], found["rule"].as_str().unwrap())
    };
    json["diagnostics"].as_array().unwrap().iter().map(one).collect()
}

#[test]
fn a_comment_that_hits_nothing_is_told() {
    let report = "{item: t, date: 1/9/2026, state: done, evidence: x}";
    for (lines, expected) in [
        (format!("  - {report} # plan: allow(no-evidence)\n"), &["8:71 unused-allow"][..]),
        (format!("  # plan: allow(no-evidence)\n  - {report}\n"), &["8:17 unused-allow"]),
        (format!("  - {report}\n  # plan: allow(no-evidence)\n"), &["9:17 unused-allow"]),
        (format!("  - {report}\n# plan: allow no-evidence\n"), &["9:1 unused-allow"]),
        (format!("  - {report} # plan: xem lại\n"), &["8:57 unused-allow"]),
        (format!("  - {report} # plan: allow(no-evidnce)\n"), &["8:71 unused-allow"]),
        (format!("  - {report} # plan: allow(unknown-unit)\n"), &["8:71 unused-allow"]),
        // A comment may allow that it hits nothing.
        (format!("  - {report} # plan: allow(no-evidence, unused-allow)\n"), &[]),
        (format!("  - {report} # plan: allow(unused-allow)\n"), &["8:71 unused-allow"]),
        // Words of the plan, and words in a text.
        (format!("  - {report} # kế hoạch (plan: p)\n"), &[]),
        ("  - {item: t, date: 1/9/2026, state: done, evidence: \"# plan: allow(x)\"}\n".to_owned(), &[]),
        // An error may hide what it would hit.
        (
            format!("  - {report} # plan: allow(no-evidence)\n  - {{item: x, date: 1/9/2026, percent: 5}}\n"),
            &["9:12 unknown-item"],
        ),
    ] {
        assert_eq!(told(&lines), expected, "{lines}");
    }
}

#[test]
fn a_comment_in_a_shared_file_hits_if_it_does_so_in_one_plan() {
    let units = "units: [{id: a, name: A, kind: x, until: 1/3/2026}] # plan: allow(unit-not-in-force)\n";
    let plan = |id: &str, due: &str| {
        format!(
            "format: 1\nplan: {id}\ntitle: P\nperiod: 2026\ninclude: [units.yaml]\n\
             tasks: [{{id: t, title: T, lead: a, due: {due}}}] # plan: allow(unit-not-in-force)\n"
        )
    };
    let found = |second: &str| {
        let files = [("units.yaml", units), ("p.plan.yaml", &plan("p", "1/9/2026")), ("q.plan.yaml", second)];
        let folder = folder_of(&files);
        let json = plan_in(folder.path(), &["validate", ".", "-f", "json"]).json();
        let one = |found: &serde_json::Value| {
            format!("{} {}", found["file"].as_str().unwrap(), found["rule"].as_str().unwrap())
        };
        json["diagnostics"].as_array().unwrap().iter().map(one).collect::<Vec<_>>()
    };
    // In neither plan is the unit itself reported.
    assert_eq!(found(&plan("q", "1/9/2026")), ["units.yaml unused-allow"]);
    assert_eq!(found(&plan("q", "1/2/2026")), ["units.yaml unused-allow", "q.plan.yaml unused-allow"]);
    // Of a plan with an error it is not known.
    assert_eq!(found(&plan("q", "1/13/2026")), ["q.plan.yaml impossible-date"]);
    let named = "units: [{id: a, name: \"A\u{200b}\", kind: x}] # plan: allow(control-character)\n";
    let other = plan("q", "1/9/2026").replace(" # plan: allow(unit-not-in-force)", "");
    let folder = folder_of(&[
        ("units.yaml", named),
        ("q.plan.yaml", &other),
        ("p.plan.yaml", &other.replace("plan: q", "plan: p")),
    ]);
    assert_eq!(rules(&plan_in(folder.path(), &["validate", ".", "-f", "json"])), [""; 0]);
}

#[test]
fn levels_of_comments_that_hit_nothing_can_be_set() {
    let text = |setting: &str| {
        format!(
            "{DONE}{setting}progress: # plan: allow(no-evidence)\n  - {{item: t, date: 1/9/2026, percent: 5}}\n"
        )
    };
    for (setting, options, expected, code) in [
        ("", &[][..], 1, 0),
        ("", &["--deny", "warnings"], 1, 1),
        ("settings: {lint: {unused-allow: deny}}\n", &[], 1, 1),
        ("settings: {lint: {unused-allow: allow}}\n", &["--deny", "warnings"], 0, 0),
    ] {
        let folder = folder_of(&[("p.plan.yaml", &text(setting))]);
        let ran = plan_in(folder.path(), &[&["validate", "-f", "json", "p.plan.yaml"], options].concat());
        assert_eq!((rules(&ran).len(), ran.code), (expected, code), "{setting}{options:?}");
    }
    // It leaves no plan out of a report.
    let folder = folder_of(&[("p.plan.yaml", &text("settings: {lint: {unused-allow: deny}}\n"))]);
    assert_eq!(plan_in(folder.path(), &["list", "--plans", "p.plan.yaml"]).code, 0);
}
