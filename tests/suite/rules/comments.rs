//! Comments that cut values.

use crate::rules::{found, of};
use crate::support::plans::check_files;

/// The plan of the case: four values that comments cut.
const CUT: &str = "\
format: 1
plan: p
title: Kế hoạch thử
period: 2026
units:
  - {id: u1, name: Trường Một, kind: truong}
tasks:
  - id: A-1
    title: Hội thảo #1 cấp trường
    lead: u1
    due: 30/6
    output: Biên bản (mẫu #05)
  - id: A-2
    title: Báo cáo
    lead: u1
    due: #30/6
progress:
  - item: A-1
    date: 5/1/2026
    state: done
    evidence: Báo cáo #12/BC-T1
";

fn cut(key: &str) -> String {
    format!("cut-by-comment: {key}: a \" #\" begins a comment, this is no part of the value")
}

#[test]
fn each_value_that_a_comment_cuts_is_told() {
    assert_eq!(
        found(CUT),
        [
            format!("9:21 {}", cut("title")),
            format!("12:27 {}", cut("output")),
            format!("16:10 {}", cut("due")),
            format!("21:23 {}", cut("evidence")),
        ]
    );
    let quoted = CUT
        .replace("Hội thảo #1 cấp trường", "'Hội thảo #1 cấp trường'")
        .replace("Biên bản (mẫu #05)", "\"Biên bản (mẫu #05)\"")
        .replace("due: #30/6", "due: 30/6 # trước hè")
        .replace("Báo cáo #12/BC-T1", "'Báo cáo #12/BC-T1' #phòng GD");
    assert_eq!(found(&quoted), [""; 0]);
}

#[test]
fn values_of_every_form_can_be_cut() {
    let task = |rest: &str| format!("tasks:\n  - id: t\n    title: T\n    lead: a\n{rest}");
    for (rest, expected) in [
        ("    tags:\n      - một\n      - #hai\n", vec![format!("14:9 {}", cut("tags"))]),
        ("    tags:\n      - một #1\n", vec![format!("13:13 {}", cut("tags"))]),
        ("    tags: [một #1\n      , hai]\n", vec![format!("12:16 {}", cut("tags"))]),
        ("    text: một\n      hai #ba\n", vec![format!("13:11 {}", cut("text"))]),
        ("    text: một\t#hai\n", vec![format!("12:15 {}", cut("text"))]),
        ("    text: một ## hai\n", vec![]),
        ("    text: một #\n", vec![]),
        ("    text: một#hai\n", vec![]),
        ("    text: >-\n      một #hai\n", vec![]),
        ("    #due: 30/6\n", vec![]),
        ("    due:\n      #30/6\n", vec![]),
    ] {
        assert_eq!(of(&task(rest)), expected, "{rest}");
    }
}

#[test]
fn a_required_value_that_is_all_comment_is_missing() {
    let missing = "9:12 missing-key: missing key: title, a \" #\" begins a comment";
    assert_eq!(of("tasks:\n  - title: #5 việc\n    id: t\n    lead: a\n"), [missing]);
}

#[test]
fn a_comment_or_a_setting_allows_the_cut() {
    for lines in [
        "tasks:\n  # plan: allow(cut-by-comment)\n  - title: T #5\n    id: t\n    lead: a\n",
        "settings: {lint: {cut-by-comment: allow}}\ntasks:\n  - title: T #5\n    id: t\n    lead: a\n",
    ] {
        assert_eq!(of(lines), [""; 0]);
    }
}

#[test]
fn a_no_break_space_at_the_end_of_a_value_is_no_part_of_it() {
    let text = "format: 1\nplan: p\ntitle: Kế hoạch\u{a0}\nperiod: 2026\n\
        units:\n  - {id: u1, name: Một, kind: truong}\n\
        tasks:\n  - id: A-1\n    title: \u{a0}Việc\n    lead: u1\u{a0}\n    with: [\u{3000}u1\u{202f}]\n    due\u{a0}: 30/6\n";
    let files = [("p.plan.yaml", text)].into_iter().collect();
    let (checked, _) = check_files(&files);
    assert_eq!(
        checked.diagnostics.iter().map(|found| found.rule.name).collect::<Vec<_>>(),
        ["leads-and-coordinates"]
    );
    assert_eq!((checked.plans[0].title.as_str(), &*checked.plans[0].tasks[0].title), ("Kế hoạch", "Việc"));
}
