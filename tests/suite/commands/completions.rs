//! `plan completions`, and the completion of a command line.

use std::fs;
use std::path::Path;

use plan::cli::{Env, run};

use crate::support::answers::{answer, refused};
use crate::support::folder::folder;
use crate::support::program::{asked_by, env, plan, root};
use crate::support::samples::{DAYS_OFF, QUARTERS};

/// Returns the completions of the last word.
fn completed(line: &[&str]) -> Vec<String> {
    completed_in(root(), line)
}

fn completed_in(folder: &Path, line: &[&str]) -> Vec<String> {
    let words: Vec<&str> = ["--", "plan"].iter().chain(line).copied().collect();
    let ran = asked_by(Some("fish"), folder, &words);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    ran.out.lines().map(|line| line.split('\t').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn shells_complete_from_the_plans_at_hand() {
    assert_eq!(completed(&["sched"]), ["schedule"]);
    assert_eq!(completed(&["schedule", "un"]), ["unit:"]);
    assert!(completed(&["targets", "not:go"]).contains(&"not:goal:".to_owned()));
    assert_eq!(
        completed(&["schedule", "status:done"]),
        ["status:done", "status:done-on-time", "status:done-late", "status:done-undated"]
    );
    assert_eq!(completed(&["units", "unit:phong-no"]), ["unit:phong-noi-vu"]);
    assert_eq!(completed(&["units", "--unit", "phong-no"]), ["phong-noi-vu"]);
    assert_eq!(completed(&["units", "--plan=th"]), ["--plan=thanh-xuan-2024"]);
    assert_eq!(completed(&["show", "CT-06"]), ["CT-06", "CT-06a", "CT-06b"]);
    assert_eq!(completed(&["show", "ba-dinh-2022-2023/CT-0"]).len(), 3);
    assert!(completed(&["why", "CT-"]).is_empty());
    assert_eq!(completed(&["why", "PL2-02", "--period", "2024-Q"]).len(), 4);
    assert_eq!(completed(&["record", "PL2-1"]), ["PL2-10"]);
    assert_eq!(completed(&["record", "PL2-01", "x"]), ["xong"]);
    assert_eq!(completed(&["drop", "PL2-1"]), ["PL2-10"]);
    assert_eq!(completed(&["assign", "PL2-01", "phong-no"]), ["phong-noi-vu"]);
    assert_eq!(completed(&["extend", "PL2-02", "1/1/2025", "--period", "2024-Q"]).len(), 4);
    assert!(completed(&["measure", "CT-06"]).contains(&"CT-06a".to_owned()));
    assert_eq!(completed(&["record", "PL2-01", "xong", "--unit", "phong-no"]), ["phong-noi-vu"]);
    assert_eq!(completed(&["record", "PL2-02", "xong", "--period", "2024-Q"]).len(), 4);
    assert_eq!(completed(&["record", "PL2-02", "xong", "-f", ""]), ["text", "json"]);
    assert_eq!(completed(&["rename", "PL2-1"]), ["PL2-10"]);
    assert!(completed(&["rename", "thanh-xuan-20"]).is_empty());
    assert_eq!(completed(&["form", "--unit", "phong-no"]), ["phong-noi-vu"]);
    assert_eq!(completed(&["form", "-f", ""]), ["text", "json"]);
    assert_eq!(completed(&["renew", "thanh"]), ["thanh-xuan-2024"]);
    assert!(completed(&["renew", "thanh-xuan-2024", "--id", "PL2"]).is_empty());
    assert_eq!(completed(&["explain", "unit-n"]), ["unit-not-in-force"]);
    assert_eq!(completed(&["schedule", "-f", "m"]), ["markdown"]);
    assert_eq!(completed(&["completions", "po"]), ["powershell"]);
    assert_eq!(
        completed(&["--plans", "examples/ca-nam", "schedule", "goal:"]),
        ["goal:MT1", "goal:MT2", "goal:MT3", "goal:none", "goal:any"]
    );
}

#[test]
fn completing_never_complains_and_proposes_nothing_that_a_shell_would_run() {
    let folder = tempfile::tempdir().unwrap();
    assert!(completed_in(folder.path(), &["show", "P"]).is_empty());
    fs::create_dir(folder.path().join("plans")).unwrap();
    fs::write(folder.path().join("plans/q.plan.yaml"), "format: 1\nplan: [\n").unwrap();
    assert!(completed_in(folder.path(), &["show", "P"]).is_empty());
    fs::write(
        folder.path().join("plans/q.plan.yaml"),
        QUARTERS.replace("lead: a}", "lead: a, tags: [\"$(reboot)\", \"a b\", \"`x`\", an-toan]}"),
    )
    .unwrap();
    assert_eq!(
        completed_in(folder.path(), &["schedule", "tag:"]),
        ["tag:a b", "tag:an-toan", "tag:none", "tag:any"]
    );
    for shell in ["bash", "zsh", "fish", "powershell", "elvish", "tcsh"] {
        let ran = asked_by(Some(shell), root(), &["--", "plan", "show", "\u{1b}", "--", "-"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{shell}");
    }
}

#[test]
fn shells_are_told_how_to_ask() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = answer(plan(&["completions", shell]));
        assert!(script.contains("COMPLETE") && script.contains("plan"), "{script}");
        assert_eq!(asked_by(Some(shell), root(), &[]).out, script);
    }
    assert_eq!(
        refused(&plan(&["completions", "fsh", "--lang", "en"])),
        "error: there is no shell \"fsh\" (help: fish)"
    );
}

#[test]
fn every_field_of_a_filter_proposes_what_it_takes() {
    let folder = folder(DAYS_OFF);
    let completed = |word: &str| -> Vec<String> {
        let ran = asked_by(Some("fish"), folder.path(), &["--", "plan", "--plans=.", "list", word]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        ran.out.lines().map(|line| line.split('\t').next().unwrap_or_default().to_owned()).collect()
    };
    for (field, expected) in [
        ("plan", &["p"][..]),
        ("id", &["t"]),
        ("section", &["I", "none", "any"]),
        ("goal", &["G", "none", "any"]),
        ("target", &["C", "none", "any"]),
        ("task", &["t", "none", "any"]),
        ("kind", &["x", "group", "joint"]),
        ("due", &["today", "today..", "..today", "today..today+14d", "none", "any"]),
        ("done", &["today", "..today-30d", "today-30d..", "none", "any"]),
        ("late", &["1..", "30.."]),
        ("percent", &["0", "50..", "100", "none", "any"]),
        ("evidence", &["none", "any"]),
    ] {
        let expected: Vec<String> = expected.iter().map(|value| format!("{field}:{value}")).collect();
        assert_eq!(completed(&format!("{field}:")), expected);
    }
    assert!(completed("khong-co:").is_empty());
    let by = asked_by(Some("fish"), folder.path(), &["--", "plan", "status", "--by", "mo"]);
    assert_eq!(by.out.trim_end(), "month");
}

#[test]
fn columns_keys_of_sorting_and_formats_are_those_of_the_command() {
    assert_eq!(completed(&["list", "--columns", "id,ti"]), ["id,title"]);
    assert_eq!(completed(&["list", "--columns=id,deadl"]), ["--columns=id,deadline"]);
    assert_eq!(completed(&["list", "--sort", "-days"]), ["-days_late"]);
    assert_eq!(completed(&["list", "--sort=unit.id,-days"]), ["--sort=unit.id,-days_late"]);
    assert_eq!(completed(&["validate", "-f", "s"]), ["short", "sarif"]);
    assert_eq!(completed(&["list", "-f", "j"]), ["json"]);
    assert!(completed(&["schema", "-f", ""]).is_empty());
}

#[test]
fn names_of_files_are_left_to_the_shell() {
    for words in [
        &["validate", "pl"][..],
        &["validate", ""],
        &["list", "--plans", "pl"],
        &["list", "--plans=pl"],
        &["list", "-o", ""],
        &["init", "x"],
        &["import", "x"],
        &["import", "x.txt", "--units", "u"],
    ] {
        let words: Vec<&str> = ["--", "plan"].iter().chain(words).copied().collect();
        for shell in ["zsh", "fish", "elvish"] {
            let ran = asked_by(Some(shell), root(), &words);
            assert_eq!((ran.code, ran.out.as_str()), (3, ""), "{words:?}");
        }
        let ran = asked_by(Some("bash"), root(), &["--", &words[1..].join(" "), words[words.len() - 1]]);
        assert_eq!((ran.code, ran.out.as_str()), (3, ""), "{words:?}");
    }
}

#[test]
fn powershell_hands_its_words_over_in_a_variable_and_gets_them_quoted() {
    let folder = folder(&DAYS_OFF.replace("due: tháng 9", "due: tháng 9, tags: [an toàn, x$y]"));
    let asked = |words: &str| {
        let env = Env {
            complete: Some("powershell".to_owned()),
            complete_words: Some(words.to_owned()),
            ..env(folder.path())
        };
        let (mut out, mut err) = (Vec::new(), Vec::new());
        assert_eq!(run(vec!["plan".into(), "--".into()], &env, &mut out, &mut err), 0);
        assert!(err.is_empty());
        String::from_utf8(out).unwrap()
    };
    assert_eq!(asked("plan\nlist\n--plans\n.\nunit:a"), "unit:a\tA\n");
    assert_eq!(asked("plan\nlist\n--plans\n.\ntag:an "), "'tag:an toàn'\t\n");
    assert_eq!(asked("plan\nlist\n--columns\nid,ti"), "'id,title'\tNội dung\n");
    assert_eq!(asked("plan\nlist\n--plans\n.\ntag:x"), "");
}

#[test]
fn the_columns_of_a_plan_are_completed_where_they_are_taken() {
    let of =
        |line: &[&str]| completed(&[&line[..1], &["--plans", "examples/cot-rieng"], &line[1..]].concat());
    for (line, expected) in [
        (&["list", "x-k"][..], &["x-kinh-phi:"][..]),
        (&["schedule", "not:x-n"], &["not:x-nghiem-thu:"]),
        (&["list", "x-giam-sat:mt"], &["x-giam-sat:mttq"]),
        (&["list", "x-kinh-phi:"], &[]),
        (&["list", "--columns", "x-t"], &["x-thon"]),
        (&["list", "--sort", "-x-t"], &["-x-thon"]),
        (&["schedule", "--sort", "x-k"], &["x-kinh-phi"]),
        (&["targets", "--sort", "-x-th"], &["-x-thon"]),
        (&["units", "--sort", "x-"], &[]),
    ] {
        assert_eq!(of(line), expected, "{line:?}");
    }
}
