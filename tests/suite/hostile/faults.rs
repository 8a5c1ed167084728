//! Several faults in one plan: each is reported once, and none hides another.

use plan::workspace::MemoryFileSystem;

use crate::hostile::{HEAD, MAIN, found, one, workspace};
use crate::support::plans::check_files;

#[test]
fn one_fault_is_told_once() {
    // A misspelt key counts as given; a wrong value silences what would follow from it.
    for (lines, expected) in [
        ("tasks:\n  - {id: t, title: T, laed: a, due: tháng 9}\n", vec![(8, "unknown-key")]),
        ("tasks:\n  - {id: t, title: T, lead: {x: 1}, due: tháng 9}\n", vec![(8, "wrong-type")]),
        (
            "tasks:\n  - {id: t, title: T, lead: a, due: sớm}\nprogress:\n  - {item: t, period: 2026-Q1, date: 1/2/2026, state: started}\n",
            vec![(8, "unreadable-deadline")],
        ),
        (
            "tasks:\n  - {id: t, title: T, lead: khong-co, due: tháng 9}\nprogress:\n  - {item: t, unit: a, date: 1/2/2026, state: started}\n",
            vec![(8, "unknown-unit")],
        ),
        (
            "tasks:\n  - {id: t, title: T, lead: a, due: tháng 9}\nschedule:\n  - {id: r, task: tt, due: tháng 9}\n",
            vec![(10, "unknown-task")],
        ),
        (
            "groups:\n  - {id: g, name: G, members: [h]}\n  - {id: h, name: H, members: [g]}\n",
            vec![(8, "group-cycle")],
        ),
        (
            "tasks:\n  - {id: t, title: T, lead: [a, a], due: tháng 9}\nprogress:\n  - {item: t, period: x, date: 1/2/2026, state: started}\n",
            vec![(10, "no-such-period")],
        ),
        (
            "  - {id: b, name: B, kind: x, parent: zz}\ngroups:\n  - {id: g, name: G, kind: x, parent: a, count: 9}\n  - {id: h, name: H, kind: x, count: 9}\n",
            vec![(7, "unknown-unit"), (10, "group-count")],
        ),
        ("groups:\n  - {id: g, name: G, members: [a, zzz], count: 2}\n", vec![(8, "unknown-unit")]),
    ] {
        let text = format!("{HEAD}units:\n  - {{id: a, name: A, kind: x}}\n{lines}");
        let expected: Vec<(usize, &str)> = expected;
        assert_eq!(found(&one(&text)), expected, "{lines}");
    }
    let text = "format: 1\nplan: p\ntitle: T\nperiod: 31/2/2026\nunits: [{id: a, name: A, kind: x}]\ntasks: [{id: t, title: T, lead: a, due: tháng 9}]\n";
    assert_eq!(found(&one(text)), [(4, "impossible-date")]);
}

/// One run reports a dozen different faults in a copy of the real plans.
#[test]
fn a_dozen_faults_in_the_real_plans_are_all_found() {
    let mut files = workspace();
    let edit = |files: &mut MemoryFileSystem, path: &str, from: &str, to: &str| {
        let text = std::str::from_utf8(files.get(path).unwrap()).unwrap();
        assert!(text.contains(from), "{from}");
        let line = text[..text.find(from).unwrap()].matches('\n').count() + 1;
        let text = text.replacen(from, to, 1);
        files.insert(path, text);
        (path.to_owned(), line)
    };
    let rows = "thanh-xuan-2024/phu-luc-02.yaml";
    let units = "thanh-xuan-2024/units.yaml";
    let targets = "thanh-xuan-2024/phu-luc-01.yaml";
    let planted = [
        ("wrong-type", MAIN, "kind: ke-hoach", "kind: ke-hoachh"),
        ("impossible-date", MAIN, "due: Trong năm 2024", "due: trong tháng 13"),
        ("unknown-key", MAIN, "signer: {name:", "signer: {naem:"),
        ("unknown-section", MAIN, "section: II.8", "section: II.9"),
        ("duplicate-id", MAIN, "id: II.5-2\n", "id: II.4-2a\n"),
        ("unknown-unit", rows, "lead: [phong-gddt, truong]", "lead: [phong-gdt, truong]"),
        ("unreadable-deadline", rows, "due: 01 lần/tháng", "due: 01 lần/thangs"),
        ("group-count", units, "count: 11", "count: 12"),
        ("same-name", units, "name: UBND phường Kim Giang", "name: UBND phường Hạ Đình"),
        ("target-value", targets, "value: \"> 65%\"", "value: nhiều"),
        ("unknown-goal", targets, "goal: MT1", "goal: MT9"),
        ("duplicate-key", rows, "    source: II.2-2\n", "    task: II.2-2a\n"),
    ];
    let mut expected = Vec::new();
    for (rule, path, from, to) in planted {
        let (path, line) = edit(&mut files, path, from, to);
        expected.push((rule, path, line));
    }
    let (checked, sources) = check_files(&files);
    let found: Vec<(&str, String, usize)> = checked
        .diagnostics
        .iter()
        .map(|found| {
            let source = sources.get(found.span.source);
            let line = source.position(found.span.start as usize).line;
            (found.rule.name, source.path().to_owned(), line)
        })
        .collect();
    for fault in &expected {
        assert!(found.contains(fault), "{fault:?} is not among {found:#?}");
    }
    // Nothing else is told but the finding that the documents really have.
    assert_eq!(found.len(), expected.len() + 1, "{found:#?}");
}

/// Regressions: faults of one entry that were reported twice, or hid each other.
#[test]
fn what_follows_from_a_fault_is_not_a_second_one() {
    let units = "units:\n  - {id: a, name: A, kind: x}\n";
    for (lines, expected) in [
        ("goals: [{id: a b, title: g}]\n", vec!["bad-id"]),
        (
            "  - {id: b, name: B, kind: x}\ngroups: [{id: g, name: G, kind: x}]\ntasks: [{id: t, title: T, lead: g, due: 01 lần/quý}]\nprogress: [{item: t, date: 1/2/2026, state: started}]\n",
            vec!["which-period", "which-unit"],
        ),
        (
            "goals: [{id: g, title: g}, {id: g, title: h}]\ntasks: [{id: t, title: T, lead: a, goals: [g], due: tháng 9}]\n",
            vec!["duplicate-id"],
        ),
        ("tasks:\n  - {<<: {id: t}, title: T, lead: a, due: tháng 9}\n", vec!["unsupported-yaml"]),
        ("tasks:\n  - {id: t, title:x, lead: a, due: tháng 9}\n", vec!["unknown-key"]),
        ("tasks:\n  - {id: t, titel: x, title: y, lead: a, due: tháng 9}\n", vec!["unknown-key"]),
        (
            "calendar: {school_years: [{year: 2025-2026, from: 5/9/2025, term1_ends: 15/1/2026, term2_ends: 25/5/2026}]}\ntasks: [{id: t, title: T, lead: a, due: cuối năm học}]\n",
            vec!["missing-key"],
        ),
        (
            "tasks: [{id: t, title: T, lead: a, due: cuối năm học}, {id: s, title: T, lead: a, due: cuối năm học}]\n",
            vec!["unknown-calendar"],
        ),
    ] {
        let rules: Vec<&str> =
            found(&one(&format!("{HEAD}{units}{lines}"))).iter().map(|(_, rule)| *rule).collect();
        assert_eq!(rules, expected, "{lines}");
    }
    assert_eq!(found(&one("- a\n")).iter().map(|(_, rule)| *rule).collect::<Vec<_>>(), ["wrong-type"]);
    let text = "format: 1\nplan: p\ntitle: T\nperiod: năm học 2022-2023\n";
    let (checked, _) = check_files(&one(text));
    assert_eq!((checked.plans.len(), checked.diagnostics.len()), (0, 1));
}
