//! Three-way merges of files of a plan, by git with `plan merge` as the driver.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use plan::edit::merge_files;
use plan::parse::TextContent;
use tempfile::TempDir;

use crate::support::folder::folder_of;
use crate::support::program::plan_in;

const MAIN: &str = "\
format: 1
plan: p
title: Kế hoạch thử
period: 2026
units:
  - {id: u1, name: Trường Một, kind: truong}
  - {id: u2, name: Trường Hai, kind: truong}
tasks:
  - {id: A-1, title: Việc một, lead: u1, due: 31/3}
  - {id: A-2, title: Việc hai, lead: u1, due: 31/3}
";

/// A repository whose files of plans are merged by the program.
fn repository() -> TempDir {
    let folder = folder_of(&[("plans/p/plan.yaml", MAIN)]);
    let path = folder.path();
    git(path, &["init", "-q", "-b", "main"]);
    git(path, &["config", "user.name", "a"]);
    git(path, &["config", "user.email", "a@example.org"]);
    git(path, &["config", "core.autocrlf", "false"]);
    let driver = format!("'{}' merge %O %A %B %P", env!("CARGO_BIN_EXE_plan"));
    git(path, &["config", "merge.plan.driver", &driver]);
    fs::write(path.join("plans/.gitattributes"), "*.yaml merge=plan\n").unwrap();
    git(path, &["add", "-A"]);
    git(path, &["commit", "-qm", "base"]);
    folder
}

fn git(folder: &Path, arguments: &[&str]) -> bool {
    let mut command = Command::new("git");
    command.args(arguments).current_dir(folder);
    for name in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX"] {
        command.env_remove(name);
    }
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("PLAN_LANG", "en").output().unwrap().status.success()
}

/// Merges three versions of a file by git, and returns the result and whether it is without conflict.
fn merged(folder: &Path, file: &str, base: &str, ours: &str, theirs: &str) -> (String, bool) {
    let path = folder.join(file);
    let commit = |branch: &[&str], text: &str| {
        git(folder, &[&["checkout", "-qf"], branch].concat());
        if text.is_empty() {
            let _ = fs::remove_file(&path);
        } else {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, text).unwrap();
        }
        git(folder, &["add", "-A"]);
        git(folder, &["commit", "-qm", "x", "--allow-empty"]);
    };
    git(folder, &["branch", "-qD", "theirs", "ours", "base"]);
    commit(&["-b", "base", "main"], base);
    commit(&["-b", "theirs", "base"], theirs);
    commit(&["-b", "ours", "base"], ours);
    let is_clean = git(folder, &["merge", "-q", "theirs", "-m", "merge"]);
    let text = fs::read_to_string(&path).unwrap();
    git(folder, &["merge", "--abort"]);
    git(folder, &["checkout", "-qf", "main"]);
    (text, is_clean)
}

const ONE: &str = "  - item: A-1\n    date: 5/1/2026\n    percent: 50\n";
const TWO: &str = "  - item: A-2\n    date: 20/2/2026\n    percent: 10\n";
const THREE: &str = "  - {item: A-2, date: 1/3/2026, state: done} # ba\n";

/// Colleagues finish one entry and append another: the word of one item never becomes that of another.
#[test]
fn an_entry_that_is_finished_and_one_that_is_appended_both_stay() {
    let folder = repository();
    let path = folder.path();
    let base = format!("unit: u1\nprogress:\n{ONE}");
    let done = format!("{base}    state: done\n    evidence: Báo cáo số 01/BC-T1\n");
    let file = "plans/p/progress/u1.yaml";
    let (text, is_clean) = merged(path, file, &base, &format!("{base}{TWO}"), &done);
    assert_eq!((text.as_str(), is_clean), (format!("{done}{TWO}").as_str(), true));
    fs::create_dir_all(path.join("plans/p/progress")).unwrap();
    fs::write(path.join(file), text).unwrap();
    let listed = plan_in(path, &["list", "--columns", "id,percent,progress", "-f", "csv", "--lang", "en"]);
    assert_eq!(listed.out, "id,percent,progress\nA-1,100,done\nA-2,10,in-progress\n");
}

/// A merge: the three versions, and what git is left with.
struct MergeCase {
    name: &'static str,
    base: String,
    ours: String,
    theirs: String,
    /// The result; with marks if it is no clean one.
    result: String,
}

fn case(name: &'static str, versions: [&str; 3], result: &str) -> MergeCase {
    let [base, ours, theirs] = versions.map(str::to_owned);
    MergeCase { name, base, ours, theirs, result: result.to_owned() }
}

fn conflict(ours: &str, theirs: &str) -> String {
    format!("<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n")
}

fn reports() -> Vec<MergeCase> {
    let head = "# Báo cáo\nunit: u1\nprogress:\n";
    let list = |entries: &[&str]| format!("{head}{}", entries.concat());
    let (sixty, seventy) = (ONE.replace("50", "60"), ONE.replace("50", "70"));
    let base = list(&[ONE]);
    let with_tail = |entries: &[&str]| format!("{}# hết\n", list(entries));
    let spaced = |entries: &[&str]| format!("{head}{}", entries.join("\n"));
    let crlf = |text: &str| text.replace('\n', "\r\n");
    vec![
        case(
            "both append",
            [&with_tail(&[ONE]), &with_tail(&[ONE, TWO]), &with_tail(&[ONE, THREE])],
            &with_tail(&[ONE, TWO, THREE]),
        ),
        case("both append the same", [&base, &list(&[ONE, TWO]), &list(&[ONE, TWO])], &list(&[ONE, TWO])),
        case(
            "the same entry, written in two ways",
            [
                &base,
                &list(&[ONE, TWO]),
                &list(&[ONE, "  - {item: A-2, date: 20/2/2026, percent: 10}\n", THREE]),
            ],
            &list(&[ONE, TWO, THREE]),
        ),
        case(
            "both change one entry",
            [&list(&[ONE, TWO]), &list(&[&sixty, TWO]), &list(&[&seventy, TWO, THREE])],
            &list(&[&conflict(&sixty, &seventy), TWO, THREE]),
        ),
        case(
            "each changes an entry",
            [&list(&[ONE, TWO]), &list(&[&sixty, TWO]), &list(&[ONE, &TWO.replace("10", "20")])],
            &list(&[&sixty, &TWO.replace("10", "20")]),
        ),
        case(
            "one is removed and changed",
            [&list(&[ONE, TWO]), &list(&[TWO]), &list(&[&seventy, TWO])],
            &list(&[&conflict("", &seventy), TWO]),
        ),
        case(
            "one is changed and removed",
            [&list(&[ONE, TWO]), &list(&[&sixty, TWO]), &list(&[TWO, THREE])],
            &list(&[&conflict(&sixty, ""), TWO, THREE]),
        ),
        case(
            "one is removed",
            [
                &spaced(&[ONE, TWO, THREE]),
                &spaced(&[ONE, &TWO.replace("10", "20"), THREE]),
                &spaced(&[TWO, THREE]),
            ],
            &spaced(&[&TWO.replace("10", "20"), THREE]),
        ),
        case(
            "two reports of one day",
            [&base, &list(&[ONE, TWO]), &list(&[ONE, &TWO.replace("10", "90")])],
            &list(&[ONE, &conflict(TWO, &TWO.replace("10", "90"))]),
        ),
        case(
            "a list is indented otherwise",
            [
                &base,
                &format!("{head}- item: A-1\n  date: 5/1/2026\n  percent: 60\n"),
                &list(&[ONE, "  # đợt hai\n", TWO]),
            ],
            &format!(
                "{head}- item: A-1\n  date: 5/1/2026\n  percent: 60\n# đợt hai\n- item: A-2\n  date: 20/2/2026\n  percent: 10\n"
            ),
        ),
        case(
            "comments of both",
            [
                &base,
                &list(&[ONE, TWO]).replace("# Báo cáo", "# Báo cáo của trường"),
                &list(&["  # đã gọi điện\n", ONE, "\n  # quý hai\n\n", THREE]),
            ],
            &list(&["  # đã gọi điện\n", ONE, TWO, "\n  # quý hai\n\n", THREE])
                .replace("# Báo cáo", "# Báo cáo của trường"),
        ),
        case(
            "line ends of ours",
            [&crlf(&base), &crlf(&list(&[ONE, TWO])), &list(&[ONE, THREE])],
            &crlf(&list(&[ONE, TWO, THREE])),
        ),
        case(
            "a mark at the beginning, no line end at the end",
            [&base, &format!("\u{feff}{}", list(&[ONE, TWO]).trim_end()), &list(&[ONE, THREE])],
            &format!("\u{feff}{}", list(&[ONE, TWO, THREE]).trim_end()),
        ),
        case("a new file on both sides", ["", &list(&[ONE]), &list(&[TWO])], &list(&[ONE, TWO])),
        case(
            "an empty list",
            [&format!("{head}[]\n").replace(":\n[", ": ["), &list(&[ONE]), &list(&[TWO])],
            &list(&[ONE, TWO]),
        ),
        case(
            "a file that is no YAML",
            [&base, &format!("{base}  - {{item: [\n"), &list(&[ONE, TWO])],
            &list(&[ONE, &conflict("  - {item: [\n", TWO)]),
        ),
    ]
}

fn plans() -> Vec<MergeCase> {
    let task = |id: &str, title: &str| format!("  - {{id: {id}, title: {title}, lead: u1, due: 31/3}}\n");
    let head = "format: 1\nplan: q\ntitle: Một\nperiod: 2026\nunits:\n  - {id: u1, name: u, kind: k}\n";
    let plan = |tasks: &[String]| format!("{head}tasks:\n{}", tasks.concat());
    let (a, b, o, t) = (task("A", "a"), task("B", "b"), task("O", "o"), task("T", "t"));
    let base = plan(&[a.clone(), b.clone()]);
    let inserted = |new: &String| plan(&[a.clone(), new.clone(), b.clone()]);
    let target = |results: &str, value: &str| {
        format!(
            "{head}targets:\n  - {{id: C, title: c, value: {value}, results: [{{date: 1/2/2026, value: 1%}}{results}]}}\n"
        )
    };
    let in_lines = |results: &str| {
        format!(
            "{head}targets:\n  - id: C\n    title: c\n    value: 90%\n    results:\n      - {{date: 1/2/2026, value: 1%}}\n{results}    note: x\n"
        )
    };
    let (march, april) = ("{date: 1/3/2026, value: 2%}", "{date: 1/4/2026, value: 3%}");
    vec![
        case(
            "both insert between two",
            [&base, &inserted(&o), &inserted(&t)],
            &plan(&[a.clone(), o.clone(), t.clone(), b.clone()]),
        ),
        case(
            "both take one id",
            [&base, &inserted(&o), &inserted(&task("O", "khác"))],
            &plan(&[a.clone(), conflict(&o, &task("O", "khác")), b.clone()]),
        ),
        case(
            "keys of the head",
            [
                &base,
                &base.replace("title: Một", "title: Hai").replace("units:", "number: 5/KH\nunits:"),
                &(base.replace("period: 2026", "period: 2027")
                    + "progress:\n  - {item: A, date: 1/2/2027, state: done}\n"),
            ],
            &(base
                .replace("title: Một", "title: Hai")
                .replace("period: 2026", "period: 2027")
                .replace("units:", "number: 5/KH\nunits:")
                + "progress:\n  - {item: A, date: 1/2/2027, state: done}\n"),
        ),
        case(
            "one key on both sides",
            [&base, &base.replace("Một", "Hai"), &(base.replace("Một", "Ba") + &t)],
            &(base.replace("title: Một\n", &conflict("title: Hai\n", "title: Ba\n")) + &t),
        ),
        case(
            "results of one target",
            [
                &target("", "90%"),
                &target(&format!(", {march}"), "90%"),
                &target(&format!(", {april}"), "90%"),
            ],
            &target(&format!(", {march}, {april}"), "90%"),
        ),
        case(
            "results of a target that one side changes",
            [
                &target("", "90%"),
                &target(&format!(", {march}"), "90%"),
                &target(&format!(", {april}"), "95%"),
            ],
            &target(&format!(", {april}, {march}"), "95%"),
        ),
        case(
            "results in lines",
            [
                &in_lines(""),
                &in_lines(&format!("      - {march} # ba\n")),
                &in_lines(&format!("      - {april}\n")),
            ],
            &in_lines(&format!("      - {march} # ba\n      - {april}\n")),
        ),
        case(
            "an order that one side changes",
            [&base, &plan(&[a.clone(), b.clone(), o.clone()]), &plan(&[b.clone(), a.clone()])],
            &plan(&[b.clone(), conflict(&o, &a)]),
        ),
    ]
}

#[test]
fn files_are_merged_entry_by_entry() {
    let folder = repository();
    let cases = [("plans/p/progress/u1.yaml", reports()), ("plans/q.plan.yaml", plans())];
    let mut count = 0;
    for (file, MergeCase { name, base, ours, theirs, result }) in
        cases.into_iter().flat_map(|(file, cases)| cases.into_iter().map(move |case| (file, case)))
    {
        let (text, is_clean) = merged(folder.path(), file, &base, &ours, &theirs);
        assert_eq!(text, result, "{name}");
        assert_eq!(is_clean, !result.contains("<<<<<<< "), "{name}");
        count += 1;
    }
    assert!(count > 20);
}

/// By hand, and with files that cannot be merged: ours stays.
#[test]
fn what_cannot_be_merged_is_left_alone() {
    let text = format!("progress:\n{ONE}");
    let folder = folder_of(&[("b", &text), ("o", &text), ("t", &format!("{text}{TWO}"))]);
    let path = folder.path();
    let ran = plan_in(path, &["merge", "b", "o", "t"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    assert_eq!(fs::read_to_string(path.join("o")).unwrap(), format!("{text}{TWO}"));
    let ran = plan_in(path, &["merge", "b", "o", "gone"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.starts_with("lỗi: không đọc được \"") && ran.err.contains("gone\": "), "{}", ran.err);
    fs::write(path.join("t"), [b'a', 0, 0xff]).unwrap();
    let ran = plan_in(path, &["merge", "b", "o", "t", "plans/x.yaml"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert_eq!(fs::read_to_string(path.join("o")).unwrap(), format!("{text}{TWO}"));
}

/// Found by the fuzzer: blank lines at the end of a block scalar may be a part of it.
#[test]
fn blank_lines_that_belong_to_a_text_stay_with_it() {
    let said = |text: &str| format!("{:?}", TextContent::of(text).unwrap().parts);
    let base = "a: >-\n  b\n\n  \n\n# g\nh:\n";
    for theirs in [
        "a: >-\n  b\nd: |\n  e\n   \n# v\n",
        "a: >-\n  b\nd: |+\n  e\n\n\n# v\nh:\n",
        "a: >-\n  b\ntasks:\n  - id: t\n    text: |\n      e\n        \n\n# v\n",
        "a: >-\n  b\ntasks:\n  - id: t\n    text: |+\n      e\n\n  - id: u\n",
    ] {
        for (ours, theirs) in [(base, theirs), (theirs, theirs), (theirs, base)] {
            let merged = merge_files(base, ours, theirs).unwrap_or_else(|| panic!("{ours}\n{theirs}"));
            let expected = if ours == base { theirs } else { ours };
            assert_eq!(
                (merged.conflicts, said(&merged.text)),
                (0, said(expected)),
                "{expected}\n{}",
                merged.text
            );
        }
    }
}

/// Also found by the fuzzer: a file that does not end with its last line gets no line break, unless a text ends with it.
#[test]
fn the_end_of_a_file_is_that_of_ours() {
    for (theirs, expected) in [
        ("a: x\nb: y\n", "a: x\nb: y"),
        ("a: x\nb: |+\n\n", "a: x\nb: |+\n\n"),
        ("a: x\nb: |\n  y\n", "a: x\nb: |\n  y"),
        ("a: x\nb: |-\n  y\n", "a: x\nb: |-\n  y"),
    ] {
        assert_eq!(merge_files("a: x", "a: x", theirs).unwrap().text, expected);
    }
}

/// Without conflicts, the merged text has the entries that each side has made and none that a side has removed.
#[test]
fn random_edits_of_both_sides_are_kept() {
    let mut random = Random(7);
    let (mut clean, mut marked) = (0, 0);
    for _ in 0..4000 {
        let base: Vec<TestEntry> = (0..random.below(6)).map(|id| TestEntry { id, version: 0 }).collect();
        let ours = random.edited(&base, 100);
        let theirs = random.edited(&base, 200);
        let [base_text, ours_text, theirs_text] =
            [&base, &ours, &theirs].map(|entries| random.written(entries));
        let merged = merge_files(&base_text, &ours_text, &theirs_text);
        let merged = merged.unwrap_or_else(|| panic!("{base_text}\n{ours_text}\n{theirs_text}"));
        let all: BTreeSet<usize> = base.iter().chain(&ours).chain(&theirs).map(|entry| entry.id).collect();
        let version = |entries: &[TestEntry], id: usize| {
            entries.iter().find(|entry| entry.id == id).map(|entry| entry.version)
        };
        let mut conflicts = 0;
        for id in all {
            let [base, ours, theirs] = [&base, &ours, &theirs].map(|entries| version(entries, id));
            let expected = match (base, ours, theirs) {
                (_, ours, theirs) if ours == theirs => ours,
                (base, ours, theirs) if ours == base => theirs,
                (base, ours, theirs) if theirs == base => ours,
                _ => {
                    conflicts += 1;
                    continue;
                }
            };
            let line = |version: usize| format!("{{id: T{id}, title: v{version}}}");
            let versions = [base, ours, theirs].into_iter().flatten();
            for version in versions {
                let is_there = merged.text.contains(&line(version));
                assert_eq!(
                    is_there,
                    expected == Some(version),
                    "{base_text}\n{ours_text}\n{theirs_text}\n{}",
                    merged.text
                );
            }
        }
        assert_eq!(merged.conflicts, conflicts, "{base_text}\n{ours_text}\n{theirs_text}\n{}", merged.text);
        *(if conflicts == 0 { &mut clean } else { &mut marked }) += 1;
    }
    assert!(clean > 1000 && marked > 500, "{clean} {marked}");
}

/// Texts with anything in them are merged, or left to git: never a panic, and a merge without conflict reads.
#[test]
fn broken_texts_are_merged_or_refused() {
    let scraps = [
        "\n",
        "  ",
        "- ",
        "#",
        ": ",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "'",
        "|\n",
        ">-\n",
        "\r\n",
        "\t",
        "é",
        "\u{feff}",
        "---\n",
        "...\n",
        "? ",
        "&a ",
        "*a",
        "~",
        "tasks:\n",
        "progress: []\n",
        "  - {item: A-1, date: 1/1/2026, state: done}\n",
    ];
    let seeds = [
        format!("# đầu\nunit: u1\nprogress:\n{ONE}\n  # giữa\n{TWO}{THREE}# hết\n"),
        format!("{MAIN}changes:\n- item: A-1\n  date: 1/2/2026\n  due: >-\n    1/5\n    /2026\n\n"),
        "targets:\n  - id: C\n    title: |\n      một\n\n    results: [{date: 1/2/2026, value: 1%}] # x\n"
            .to_owned(),
    ];
    let mut random = Random(11);
    let mut merges = 0;
    for at in 0..6000 {
        let seed = &seeds[at % seeds.len()];
        let mut version = || {
            let mut text = seed.clone();
            for _ in 0..random.below(4) {
                let start = text.floor_char_boundary(random.below(text.len() + 1));
                let end = text.floor_char_boundary((start + random.below(12)).min(text.len()));
                let scrap = scraps[random.below(scraps.len())];
                let whole = if random.below(2) == 0 { start..start } else { start..end };
                text.replace_range(whole, if random.below(3) == 0 { "" } else { scrap });
            }
            text
        };
        let (base, ours, theirs) = (version(), version(), version());
        let Some(merged) = merge_files(&base, &ours, &theirs) else { continue };
        merges += 1;
        if merged.conflicts == 0 {
            assert!(TextContent::of(&merged.text).is_some(), "{base}\n{ours}\n{theirs}\n{}", merged.text);
        }
    }
    assert!(merges > 500, "{merges}");
}

/// An entry of a random file.
#[derive(Clone, Copy)]
struct TestEntry {
    id: usize,
    version: usize,
}

/// A generator of random numbers.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    /// The entries with some changed, removed and added; new ones have ids from `own`.
    fn edited(&mut self, base: &[TestEntry], own: usize) -> Vec<TestEntry> {
        let mut edited = Vec::new();
        for (at, entry) in base.iter().enumerate() {
            match self.below(8) {
                0 => {}
                1 => edited.push(TestEntry { version: own, ..*entry }),
                2 => edited.push(TestEntry { version: 1, ..*entry }),
                _ => edited.push(*entry),
            }
            if self.below(5) == 0 {
                edited.push(TestEntry { id: own + at, version: 0 });
            }
        }
        if self.below(2) == 0 {
            edited.push(TestEntry { id: 50, version: self.below(3) });
        }
        edited
    }

    /// The entries in one of several layouts.
    fn written(&mut self, entries: &[TestEntry]) -> String {
        let indent = ["", "  ", "    "][self.below(3)];
        let gap = ["", "\n"][self.below(2)];
        let line =
            |entry: &TestEntry| format!("{indent}- {{id: T{}, title: v{}}}\n", entry.id, entry.version);
        let lines: Vec<String> = entries.iter().map(line).collect();
        if lines.is_empty() {
            return "period: 2026\ntasks: []\n".to_owned();
        }
        format!("period: 2026\ntasks:\n{}", lines.join(gap))
    }
}
