//! Broken and hostile files: an error at its place, never a panic, and never the end of the run.

use proptest::prelude::*;

use plan::parse::Memory;

use crate::given::{check_files, repository};
use crate::program::{plan_in, root};

/// The real plans as one workspace.
fn workspace() -> Memory {
    repository("plans")
}

const MAIN: &str = "thanh-xuan-2024/plan.yaml";

/// A plan of one file.
fn one(text: &str) -> Memory {
    [("a.plan.yaml", text)].into_iter().collect()
}

/// The rules that checking finds broken, each with its line.
fn found(files: &Memory) -> Vec<(usize, &'static str)> {
    let (checked, sources) = check_files(files);
    checked
        .diagnostics
        .iter()
        .map(|found| {
            let source = sources.get(found.span.source);
            (source.position(found.span.start as usize).line, found.rule.name)
        })
        .collect()
}

const HEAD: &str = "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2026\n";

/// The issue's measure is every byte of a real file; a debug build takes every 37th and every line's end.
#[test]
fn a_plan_cut_anywhere_is_read_as_far_as_it_goes() {
    let whole = workspace();
    let bytes = whole.get(MAIN).unwrap();
    let ends = (0..bytes.len()).filter(|at| bytes[*at] == b'\n');
    let step = if cfg!(debug_assertions) { 997 } else { 1 };
    for at in (0..bytes.len()).step_by(step).chain(ends.step_by(step.min(20))) {
        let mut files = whole.clone();
        files.insert(MAIN, &bytes[..at]);
        let _ = check_files(&files);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 60 } else { 100_000 }))]

    #[test]
    fn flipped_bytes_never_panic(flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut files = workspace();
        let mut bytes = files.get(MAIN).unwrap().to_vec();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        files.insert(MAIN, bytes);
        let _ = check_files(&files);
    }

    #[test]
    fn any_text_is_read(text in "[a-z:\\-\\[\\]{}&*!|>'\"%@#,? \n\tđạ0-9]{0,200}") {
        let _ = check_files(&one(&format!("{HEAD}{text}")));
    }
}

#[test]
fn a_broken_entry_costs_itself_and_not_the_rest() {
    let text = format!(
        "{HEAD}units:\n  - {{id: a, name: A, kind: x}}\n  - {{id: b, name: \"B, kind: x}}\n  - {{id: c, name: C, kind: x, naem: C}}\ntasks:\n  - {{id: t1, title: T, lead: a, due: 31/6/2026}}\n  - {{id: t2 title: T}}: 3\n  - {{id: t3, title: T, lead: khac, due: tháng 9}}\n"
    );
    let found = found(&one(&text));
    let lines: Vec<usize> = found.iter().map(|(line, _)| *line).collect();
    assert!(found.contains(&(8, "unknown-key")), "{found:?}");
    assert!(found.contains(&(10, "impossible-date")), "{found:?}");
    assert!(found.contains(&(12, "unknown-unit")), "{found:?}");
    assert_eq!(found.iter().filter(|(_, rule)| *rule == "syntax").count(), 2, "{found:?} {lines:?}");
}

/// What stands in a broken entry is not called unknown elsewhere.
#[test]
fn what_follows_from_a_broken_entry_is_silent() {
    let text = format!(
        "{HEAD}units:\n  - {{id: a, name: \"A, kind: x}}\n  - {{id: b, name: B, kind: x}}\ntasks:\n  - {{id: t, title: T, lead: a, due: tháng 9}}\n"
    );
    let found = found(&one(&text));
    assert!(found.iter().all(|(_, rule)| *rule == "syntax"), "{found:?}");
    assert!(!found.is_empty());
}

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

#[test]
fn odd_bytes_and_line_ends_are_understood() {
    let text = format!("{HEAD}units:\n  - {{id: a, name: Đơn vị, kind: x}}\n");
    for odd in [
        format!("\u{feff}{text}"),
        text.replace('\n', "\r\n"),
        format!("{text}...\n"),
        format!("---\n{text}"),
    ] {
        assert_eq!(found(&one(&odd)), [], "{odd:?}");
    }
    let mut files = one(&text);
    files.insert("a.plan.yaml", [&text.as_bytes()[..40], &[0xff, 0xfe, b'\n']].concat());
    assert_eq!(found(&files)[0].1, "encoding");
    assert_eq!(found(&one(&format!("{text}--- \nx: 1\n"))), [(7, "unsupported-yaml")]);
    assert_eq!(found(&one(&format!("{HEAD}\ttitle: x\n")))[0].1, "syntax");
}

#[test]
fn great_things_are_read_or_refused_in_a_moment() {
    let long = "a".repeat(10_000_000);
    assert_eq!(found(&one(&format!("{HEAD}signer: {{name: {long}}}\n"))), []);
    let comments = "# ghi chú\n".repeat(20_000);
    assert_eq!(found(&one(&format!("{comments}{HEAD}"))), []);
    let deep = format!("{HEAD}recipients: {}{}\n", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(found(&one(&deep))[0].1, "limit");
    let wide = format!("{HEAD}recipients: [{}]\n", "a, ".repeat(200_000));
    assert_eq!(found(&one(&wide)), []);
    let mut many = String::new();
    for at in 0..20_000 {
        many += "  - {id: t";
        many += &at.to_string();
        many += ", title: T, lead: khong-co, due: 31/6}\n";
    }
    assert_eq!(found(&one(&format!("{HEAD}tasks:\n{many}"))).len(), 40_000);
    let quotes = "  - \"\n".repeat(3_001);
    assert!(!found(&one(&format!("{HEAD}recipients:\n{quotes}"))).is_empty());
}

#[test]
fn a_merge_that_is_not_finished_is_named() {
    let text = format!("{HEAD}<<<<<<< HEAD\nkind: ke-hoach\n=======\nkind: chi-thi\n>>>>>>> khac\n");
    assert_eq!(found(&one(&text)), [(5, "syntax")]);
}

/// The issue's measure: a copy of the real plans with a dozen different faults gives all of them in one run.
#[test]
fn a_dozen_faults_in_the_real_plans_are_all_found() {
    let mut files = workspace();
    let edit = |files: &mut Memory, path: &str, from: &str, to: &str| {
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

#[test]
fn files_that_are_none_are_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.plan.yaml"), HEAD).unwrap();
    std::fs::create_dir(folder.path().join("sub")).unwrap();
    #[cfg(unix)]
    {
        // Links that go round, and one that leads out.
        std::os::unix::fs::symlink(folder.path(), folder.path().join("sub/round")).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", folder.path().join("passwd.plan.yaml")).unwrap();
    }
    let ran = plan_in(folder.path(), &["validate", "-f", "json", "."]);
    assert_eq!((ran.code, &ran.json()["plans"]), (0, &serde_json::json!(1)), "{}", ran.err);
    #[cfg(unix)]
    {
        let text = format!("{HEAD}include: [passwd.plan.yaml]\n");
        std::fs::write(folder.path().join("a.plan.yaml"), text).unwrap();
        let ran = plan_in(folder.path(), &["validate", "-f", "json", "a.plan.yaml"]);
        assert_eq!(ran.json()["diagnostics"][0]["rule"], "include-outside");
    }
    let ran = plan_in(root(), &["validate", "khong-co-thu-muc-nay"]);
    assert_eq!(ran.code, 2);
}

/// What a beginner gets wrong most often is told where it is, not where the parser noticed.
#[test]
fn beginners_are_told_what_they_did() {
    use plan::language::Lang;
    for (text, line, rule, words) in [
        ("format: 1\nplan: p\ntitle: \"Kế hoạch\nperiod: 2026\nkind: ke-hoach\n", 3, "syntax", "dấu nháy"),
        (
            &format!("{HEAD}units:\n  - {{id: a, name: Phòng một, hai, kind: x}}\n"),
            6,
            "unknown-key",
            "dấu phẩy",
        ),
        (&format!("{HEAD}kind:ke-hoach\n"), 5, "syntax", "dấu cách"),
        ("format: 1\nplan: p\ntitle: a\u{b}b c\nperiod: 2026\n", 3, "syntax", "ký tự ẩn ␋"),
        ("format: 1\nplan: p\ntitle: \"a\u{1b}b c\"\nperiod: 2026\n", 3, "syntax", "ký tự ẩn ␛"),
    ] {
        let (checked, sources) = check_files(&one(text));
        let first = &checked.diagnostics[0];
        let at = sources.get(first.span.source).position(first.span.start as usize).line;
        assert_eq!((at, first.rule.name), (line, rule), "{text}");
        let help = first.help.as_ref().unwrap();
        let said = format!("{} {}", first.message.get(Lang::Vi), help.get(Lang::Vi));
        assert!(said.contains(words), "{said}");
    }
    // A unit's file whose unit does not answer: the entry is marked, not the head of the file.
    let mut files = Memory::default();
    let main = format!(
        "{HEAD}units:\n  - {{id: a, name: A, kind: x}}\n  - {{id: b, name: B, kind: x}}\ntasks:\n  - {{id: t, title: T, lead: a, due: tháng 9}}\n"
    );
    files.insert("plan.yaml", main);
    let report = "unit: b\nprogress:\n  - {item: t, date: 1/2/2026, state: started}\n  - {item: t, date: 2/2/2026, percent: 9}\n";
    files.insert("progress/b.yaml", report);
    assert_eq!(found(&files), [(3, "not-responsible"), (4, "not-responsible")]);
}

/// Whatever breaks one entry, the next one of the list is still read.
#[test]
fn the_entry_behind_a_broken_one_is_read_whatever_broke_it() {
    for broken in [
        "- {id: t1, title: @x, due: tháng 9}",
        "- {id: t1, title: `x, due: tháng 9}",
        "- {id: t1, title: \"a\\qb\", due: tháng 9}",
        "- {id: t1, title: \"a\" b, due: tháng 9}",
        "- {id: t1, title: x, due: tháng 9",
        "- {id: t1, title: \"x, due: tháng 9}",
        "- {id: t1, title: Công tác: an toàn}",
        "- {id: t1, title: x\u{b}y}",
    ] {
        for before in ["", "  - {id: t0, title: T, heading: true, due: 31/6}\n"] {
            let text = format!(
                "{HEAD}tasks:\n{before}  {broken}\n  - {{id: t2, title: T, lead: khong-co, due: tháng 9}}\nprogress: [{{item: t9, date: 1/2/2026, state: started}}]\n"
            );
            let found = found(&one(&text));
            let rules: Vec<&str> = found.iter().map(|(_, rule)| *rule).collect();
            let first = if before.is_empty() { None } else { Some("impossible-date") };
            let expected: Vec<&str> =
                first.into_iter().chain(["syntax", "unknown-unit", "unknown-item"]).collect();
            assert_eq!(rules, expected, "{text}\n{found:?}");
        }
    }
}

/// Faults of one entry that used to be told twice, or to hide each other.
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

fn lines(numbers: std::ops::Range<usize>, line: impl Fn(usize) -> String) -> String {
    numbers.fold(String::new(), |lines, at| lines + &line(at))
}

/// How many entries a file has whose cost is watched.
const MANY: usize = if cfg!(debug_assertions) { 2_000 } else { 50_000 };

/// The seconds that this thread has worked, however busy the machine is.
#[cfg(unix)]
fn of_this_thread() -> i64 {
    rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime).tv_sec
}

/// Elsewhere nobody counts them.
#[cfg(not(unix))]
fn of_this_thread() -> i64 {
    0
}

fn costs_little(what: &str, text: &str, rules: &[&str]) {
    let begun = of_this_thread();
    let found: Vec<&str> = found(&one(&format!("{HEAD}{text}"))).into_iter().map(|(_, rule)| rule).collect();
    for rule in &found {
        assert!(rules.contains(rule), "{what}: {rule}");
    }
    assert_eq!(found.is_empty(), rules.is_empty(), "{what}");
    let seconds = of_this_thread() - begun;
    assert!(seconds < 15, "{what}: {seconds} s");
}

/// What a hostile file costs is told by its size, not by the square of it: each of these took minutes.
#[test]
fn no_file_costs_the_square_of_its_size() {
    let number = MANY;
    let each = |line: &dyn Fn(usize) -> String| lines(0..number, line);
    let units = "units: [{id: a, name: A, kind: x}]\n";
    let tasks = |more: &dyn Fn(usize) -> String| {
        each(&|at| format!("  - {{id: task-{at}, title: T, due: tháng 9, {}}}\n", more(at)))
    };
    let led = tasks(&|_| "lead: a".to_owned());
    for (what, text, rules) in [
        (
            "references to nothing",
            format!(
                "{units}sections:\n{}tasks:\n{}",
                each(&|at| format!("  - {{id: section-{at}, title: S}}\n")),
                tasks(&|at| format!("lead: a, section: secton-{at}"))
            ),
            &["unknown-section"][..],
        ),
        (
            "reports on nothing",
            format!(
                "{units}tasks:\n{led}progress:\n{}",
                each(&|at| format!("  - {{item: taks-{at}, date: 1/9/2026, percent: 5}}\n"))
            ),
            &["unknown-item"],
        ),
        (
            "references to what may stand in broken entries",
            format!(
                "units:\n{}tasks:\n{}",
                each(&|at| format!("  - không phải đơn vị {at}\n")),
                tasks(&|at| format!("lead: unit-{at}"))
            ),
            &["wrong-type", "unknown-unit"],
        ),
        (
            "references beside ids that are none",
            format!(
                "units:\n{}tasks:\n{}",
                each(&|at| format!("  - {{id: 'a b{at}', name: A{at}, kind: x}}\n")),
                tasks(&|at| format!("lead: unit-{at}"))
            ),
            &["bad-id", "unknown-unit"],
        ),
        (
            "levels of rules",
            format!("settings: {{lint: {{{}}}}}\n", each(&|at| format!("rule-{at}: allow, "))),
            &["unknown-rule"],
        ),
        (
            "tasks told twice after each other",
            format!(
                "{units}tasks:\n  - {{id: t-0, title: T, lead: a, due: tháng 9}}\n{}",
                each(&|at| format!("  - {{id: t-{}, title: T, same_as: t-{at}}}\n", at + 1))
            ),
            &[],
        ),
        (
            "one task of many leads",
            format!(
                "units:\n{}tasks: [{{id: t, title: T, mode: joint, due: tháng 9, lead: [{}]}}]\n",
                each(&|at| format!("  - {{id: u{at}, name: U{at}, kind: x}}\n")),
                each(&|at| format!("u{at}, "))
            ),
            &[],
        ),
        (
            "circles through one place",
            format!(
                "units: [{{id: a, name: A, kind: x}}]\ngroups:\n{}  - {{id: g{number}, name: G, members: [a]}}\n",
                each(&|at| format!("  - {{id: g{at}, name: G{at}, members: [g0, g{}]}}\n", at + 1))
            ),
            &["group-cycle"],
        ),
    ] {
        costs_little(what, &text, rules);
    }
}

#[test]
fn no_number_of_reports_costs_its_square() {
    let number = MANY;
    for (what, text, rules) in [
        (
            "reports of many units on one task",
            format!(
                "units:\n{}groups: [{{id: g, name: G, kind: x}}]\ntasks: [{{id: t, title: T, lead: g, due: 01 lần/tháng}}]\nprogress:\n{}",
                lines(0..number / 4, |at| format!("  - {{id: u{at}, name: U{at}, kind: x}}\n")),
                lines(0..number * 2, |at| format!(
                    "  - {{item: t, unit: u{}, period: 2026-{:02}, date: 1/9/2026, percent: 5}}\n",
                    at % (number / 4),
                    at / (number / 4) + 1
                ))
            ),
            &[][..],
        ),
        (
            "reports that leave their unit open",
            format!(
                "units:\n{}groups: [{{id: g, name: G, kind: x}}]\ntasks: [{{id: t, title: T, lead: g, due: tháng 9}}]\nprogress:\n{}",
                lines(0..1000, |at| format!("  - {{id: u{at}, name: U{at}, kind: x}}\n")),
                "  - {item: t, date: 1/9/2026, percent: 5}\n".repeat(number / 100)
            ),
            &["which-unit"],
        ),
    ] {
        costs_little(what, &text, rules);
    }
}

/// Odd files, each with the first thing that is told of it; nothing if it is right.
#[test]
fn every_odd_file_is_read_or_refused_for_its_reason() {
    let many = if cfg!(debug_assertions) { 20_000 } else { 1_000_000 };
    let laughs: String = lines(1..40, |at| format!("x{at}: &a{at} [*a{0}, *a{0}, *a{0}, *a{0}]\n", at - 1));
    let indents: String = lines(1..many.min(3_000), |at| format!("{}a:\n", " ".repeat(at)));
    let utf16 =
        |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> { text.encode_utf16().flat_map(bytes).collect() };
    let right = format!("{HEAD}units:\n  - {{id: a, name: A, kind: x}}\n");
    for (what, file, expected) in [
        ("aliases of aliases", format!("{HEAD}recipients: &a0 [ha, ha]\n{laughs}").into_bytes(), Some("unknown-key")),
        ("an alias", format!("{HEAD}recipients: &x [*x]\n").into_bytes(), Some("unsupported-yaml")),
        ("anchors", format!("{HEAD}recipients: [{}]\n", "&a x, ".repeat(many)).into_bytes(), None),
        ("open lists", format!("{HEAD}recipients: {}", "[".repeat(many)).into_bytes(), Some("limit")),
        ("open mappings", "{".repeat(many).into_bytes(), Some("limit")),
        ("mappings in one another", format!("{HEAD}recipients: {}{}", "{a: ".repeat(many), "}".repeat(many)).into_bytes(), Some("limit")),
        ("lists in one another", format!("{HEAD}recipients:\n{}x\n", "- ".repeat(many)).into_bytes(), Some("limit")),
        ("complex keys", format!("{HEAD}recipients:\n  {}x\n", "? ".repeat(many)).into_bytes(), Some("limit")),
        ("ever deeper lines", format!("{HEAD}recipients:\n{indents}").into_bytes(), Some("limit")),
        ("many keys", format!("{HEAD}{}", lines(0..many / 20, |at| format!("k{at}: 1\n"))).into_bytes(), Some("unknown-key")),
        ("one key many times", format!("{HEAD}{}", "kind: ke-hoach\n".repeat(many)).into_bytes(), Some("duplicate-key")),
        ("documents", format!("{HEAD}{}", "---\na: 1\n".repeat(many)).into_bytes(), Some("unsupported-yaml")),
        ("directives", format!("{}{HEAD}", "%TAG ! tag:x\n".repeat(many)).into_bytes(), Some("syntax")),
        ("quotes", format!("{HEAD}recipients:\n{}", "  - \"\n".repeat(many | 1)).into_bytes(), Some("syntax")),
        ("a long comment", format!("{HEAD}# {}\n", "a".repeat(many * 50)).into_bytes(), None),
        ("a long deadline", format!("{HEAD}units: [{{id: a, name: A, kind: x}}]\ntasks: [{{id: t, title: T, lead: a, due: {}}}]\n", "tháng 9 và ".repeat(many)).into_bytes(), Some("unreadable-deadline")),
        ("a long id", format!("{HEAD}tasks: [{{id: t, title: T, lead: {}, due: tháng 9}}]\n", "a".repeat(many * 10)).into_bytes(), Some("unknown-unit")),
        ("marks upon a letter", format!("{HEAD}signer: {{name: e{}}}\n", "\u{301}\u{323}".repeat(many)).into_bytes(), Some("not-nfc")),
        ("hidden characters", format!("{HEAD}signer: {{name: \"{}\"}}\n", "\\e\u{200b}".repeat(many)).into_bytes(), Some("control-character")),
        ("NUL", b"format: 1\nplan: p\0\n".to_vec(), Some("encoding")),
        ("only NUL", vec![0; many], Some("encoding")),
        ("UTF-16", utf16(&format!("\u{feff}{right}"), u16::to_le_bytes), Some("encoding")),
        ("UTF-16, the other way", utf16(&format!("\u{feff}{right}"), u16::to_be_bytes), Some("encoding")),
        ("UTF-16 without its mark", utf16(&right, u16::to_le_bytes), Some("encoding")),
        ("Windows-1258", [HEAD.as_bytes(), b"signer: {name: Ph\xfbng}\n"].concat(), Some("encoding")),
        ("letters too long", [HEAD.as_bytes(), b"signer: {name: \xc0\xaf}\n"].concat(), Some("encoding")),
        ("half of a pair", [HEAD.as_bytes(), b"signer: {name: \xed\xa0\x80}\n"].concat(), Some("encoding")),
        ("lone returns", right.replace('\n', "\r").into_bytes(), None),
        ("returns and line ends", right.replacen('\n', "\r\n", 3).into_bytes(), None),
        ("a mark inside", format!("{HEAD}signer: {{name: \u{feff}x}}\n").into_bytes(), Some("syntax")),
        ("other line ends", right.replace('\n', "\u{85}").into_bytes(), Some("wrong-type")),
        ("line separators", right.replace('\n', "\u{2028}").into_bytes(), Some("wrong-type")),
        ("a line separator in a text", format!("{HEAD}signer: {{name: a\u{2028}b}}\n").into_bytes(), Some("control-character")),
        ("tabs", format!("{HEAD}\tkind: ke-hoach\n").into_bytes(), Some("syntax")),
        ("nothing", Vec::new(), Some("missing-key")),
        ("line ends", vec![b'\n'; many], Some("missing-key")),
        ("colons", ":".repeat(many).into_bytes(), Some("wrong-type")),
        ("a number beyond all", b"format: 99999999999999999999\nplan: p\ntitle: T\nperiod: 2026\n".to_vec(), Some("wrong-type")),
        ("a period before all", b"format: 1\nplan: p\ntitle: T\nperiod: 1899\n".to_vec(), Some("impossible-date")),
        ("a period after all", b"format: 1\nplan: p\ntitle: T\nperiod: 3000\n".to_vec(), Some("impossible-date")),
        ("the last period", b"format: 1\nplan: p\ntitle: T\nperiod: 2999\n".to_vec(), None),
        ("the first period", b"format: 1\nplan: p\ntitle: T\nperiod: 1900\n".to_vec(), None),
    ] {
        let files: Memory = [("a.plan.yaml", file)].into_iter().collect();
        let found = found(&files);
        assert_eq!(found.first().map(|(_, rule)| *rule), expected, "{what}: {:?}", found.get(..3));
    }
}

#[test]
fn numbers_at_the_ends_are_numbers_or_refused() {
    for (words, expected) in [
        ("1e309", Some("percent-range")),
        ("99999999999999999999", Some("percent-range")),
        ("-1", Some("percent-range")),
        ("100.0000001", Some("percent-range")),
        ("NaN", Some("wrong-type")),
        (".nan", Some("wrong-type")),
        (".inf", Some("wrong-type")),
        ("-.inf", Some("wrong-type")),
        ("1_000", Some("wrong-type")),
        ("٣", Some("wrong-type")),
        ("½", Some("wrong-type")),
        ("-0", None),
        ("1e2", None),
        ("99,9 %", None),
    ] {
        let text = format!(
            "{HEAD}units: [{{id: a, name: A, kind: x}}]\ntasks: [{{id: t, title: T, lead: a, due: tháng 9}}]\nprogress: [{{item: t, date: 1/9/2026, percent: \"{words}\"}}]\n"
        );
        let found = found(&one(&text));
        assert_eq!(found.first().map(|(_, rule)| *rule), expected, "{words}");
    }
}

/// People see the first of very many and their number; what is printed does not grow with them.
#[test]
fn a_flood_of_diagnostics_is_counted_not_printed() {
    let many = if cfg!(debug_assertions) { 10_000 } else { 1_000_000 };
    let folder = tempfile::tempdir().unwrap();
    let tasks: String =
        lines(0..many, |at| format!("  - {{id: t{at}, title: T, lead: khong-co, due: tháng 9}}\n"));
    std::fs::write(folder.path().join("a.plan.yaml"), format!("{HEAD}tasks:\n{tasks}")).unwrap();
    for (lang, rest, sum) in [
        ("vi", format!("… và {} vấn đề nữa", many - 500), format!("{many} lỗi trong 1 tệp (1 kế hoạch)")),
        ("en", format!("… and {} more", many - 500), format!("{many} errors in 1 file (1 plan)")),
    ] {
        let ran = plan_in(folder.path(), &["validate", ".", "--lang", lang]);
        assert_eq!(ran.code, 1);
        assert!(
            ran.out.len() < 300_000 && ran.out.contains(&rest) && ran.out.trim_end().ends_with(&sum),
            "{lang}"
        );
        let ran = plan_in(folder.path(), &["status", "--plans", ".", "--lang", lang]);
        assert_eq!(ran.code, 2);
        assert!(ran.err.len() < 100_000 && ran.err.contains(&rest), "{lang}");
    }
}

/// Files and folders by the thousand, and folders in one another.
#[test]
fn many_files_and_deep_folders_are_read_or_told() {
    let many = if cfg!(debug_assertions) { 500 } else { 10_000 };
    let mut files = Memory::default();
    let includes: Vec<String> = (0..many).map(|at| format!("../don-vi-{at}.yaml")).collect();
    let main = format!("{HEAD}include: [{}, ../khong-co.yaml]\n", includes.join(", "));
    files.insert("p/plan.yaml", main);
    for at in 0..many {
        let unit = format!("units: [{{id: u{at}, name: U{at}, kind: x}}]\n");
        files.insert(format!("don-vi-{at}.yaml"), unit);
        files.insert(format!("p/trong-{at}.yaml"), Vec::new());
        files.insert(format!("q{at}.plan.yaml"), Vec::new());
    }
    let found = found(&files);
    let missing = found.iter().filter(|(_, rule)| *rule == "missing-key").count();
    assert_eq!((found.len(), missing), (many + 1, many), "{:?}", found.get(..5));
    assert!(found.contains(&(5, "include-not-found")));

    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("plan.yaml"), HEAD).unwrap();
    let deep = (0..80).fold(folder.path().to_path_buf(), |folder, _| folder.join("d"));
    std::fs::create_dir_all(&deep).unwrap();
    std::fs::write(deep.join("a.yaml"), "sai: 1\n").unwrap();
    let ran = plan_in(folder.path(), &["validate", "."]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("đường dẫn quá dài"), "{}", ran.err);
}
