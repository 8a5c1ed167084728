//! Completion by Tab as typed in interactive shells.

use std::fs;
use std::path::Path;

use crate::support::folder::{folder_of, names};
use crate::support::terminal::typed;

/// Shells that complete in the line.
const SHELLS: [&str; 3] = ["bash", "zsh", "fish"];

/// Names of files, each with another first letter. A shell that puts one in without quoting it runs or changes it.
const HOSTILE: [&str; 15] = [
    "a$(touch PWNED)",
    "b`touch PWNED`",
    "c;touch PWNED",
    "d'; touch PWNED; '",
    "e\"; touch PWNED; \"",
    "g&touch PWNED",
    "h|touch PWNED",
    "i>PWNED",
    "j!!",
    "k\\",
    "l{x,y}",
    "m*",
    "n  o\u{300}\u{323}",
    "p(touch PWNED)",
    "q\ntouch PWNED",
];

const PLAN: &str = "format: 1
plan: ke-hoach
title: $(touch PWNED)
period: 2026
units:
  - {id: phuong-hoa-hue, name: \"$(touch PWNED) `touch PWNED`; \\\"x\\\" 'y'\", kind: phuong}
  - {id: truong-th-a, name: Trường A, kind: truong}
  - {id: truong-th-b, name: Trường B, kind: truong}
tasks:
  - {id: NV-1, title: $(touch PWNED), lead: phuong-hoa-hue, due: tháng 9, tags: [\"$(touch PWNED)\", an toàn (2026)]}
  - {id: NV-2, title: '`touch PWNED`', lead: truong-th-a, due: tháng 9, tags: [\"`touch PWNED`\", \"x;touch PWNED\"]}
";

/// Asserts what each shell runs after the keys and Enter.
fn assert_typed(folder: &Path, keys: &str, expected: &[&str]) {
    for shell in SHELLS {
        if let Some(arguments) = typed(shell, folder, &format!("{keys}\r")) {
            assert_eq!(arguments, expected, "{shell}: {keys}");
        }
        assert_nothing_ran(folder, shell);
    }
}

fn assert_nothing_ran(folder: &Path, shell: &str) {
    assert!(!names(folder).contains(&"PWNED".to_owned()), "{shell} runs what it completes");
}

#[test]
fn names_of_files_are_put_in_quoted() {
    let folder = tempfile::tempdir().unwrap();
    for name in HOSTILE {
        fs::write(folder.path().join(name), "").unwrap();
    }
    let keys: Vec<String> = HOSTILE.iter().map(|name| format!("{}\t", &name[..1])).collect();
    let expected: Vec<&str> = std::iter::once("validate").chain(HOSTILE).collect();
    assert_typed(folder.path(), &format!("plan validate {}", keys.concat()), &expected);
    assert_typed(
        folder.path(),
        "plan list --plans a\t-o b\t",
        &["list", "--plans", HOSTILE[0], "-o", HOSTILE[1]],
    );
}

#[test]
fn quotation_marks_that_are_open_do_not_hinder_completion() {
    let folder = folder_of(&[("plans/p.plan.yaml", PLAN)]);
    assert_typed(
        folder.path(),
        "plan list unit:phuong-h\t\"unit:phuong-h\tunit:\"phuong-h\t'unit:phuong-h\t",
        &["list", "unit:phuong-hoa-hue", "unit:phuong-hoa-hue", "unit:phuong-hoa-hue", "unit:phuong-hoa-hue"],
    );
    assert_typed(
        folder.path(),
        "plan list \"tag:an to\ttag:'an to\ttag:an\\ t\t",
        &["list", "tag:an toàn (2026)", "tag:an toàn (2026)", "tag:an toàn (2026)"],
    );
}

#[test]
fn the_last_name_of_a_list_is_completed() {
    let folder = folder_of(&[("plans/p.plan.yaml", PLAN)]);
    assert_typed(
        folder.path(),
        "plan list --columns id,ti\t--sort -days\t--sort=unit.id,-days\t-f j\t",
        &["list", "--columns", "id,title", "--sort", "-days_late", "--sort=unit.id,-days_late", "-f", "json"],
    );
    assert_typed(folder.path(), "plan validate -f sa\t", &["validate", "-f", "sarif"]);
}

#[test]
fn words_of_plans_run_nothing() {
    let folder = folder_of(&[("plans/p.plan.yaml", PLAN)]);
    assert_typed(folder.path(), "plan show --plan ke\tNV-1\t", &["show", "--plan", "ke-hoach", "NV-1"]);
    let wrong = PLAN.replace("NV-1", "\"NV-1;touch PWNED\"").replace("truong-th-b", "\"$(touch PWNED)\"");
    let folder = folder_of(&[("plans/p.plan.yaml", &wrong)]);
    assert_typed(folder.path(), "plan show NV-1\t", &["show", "NV-1"]);
    assert_typed(folder.path(), "plan list tag:x\t", &["list", "tag:x"]);
}

#[test]
fn elvish_gets_candidates_and_quotes_them_itself() {
    let folder = folder_of(&[("plans/p.plan.yaml", PLAN), (HOSTILE[0], ""), (HOSTILE[1], "")]);
    // Elvish proposes in a menu: its completer is called, and its candidates become the arguments.
    let assert_proposed = |words: &str, expected: &[&str]| {
        let keys =
            format!("plan ($edit:completion:arg-completer[plan] {words} | each {{|c| put $c[stem] }})\r");
        if let Some(candidates) = typed("elvish", folder.path(), &keys) {
            assert_eq!(candidates, expected, "{words}");
        }
        assert_nothing_ran(folder.path(), "elvish");
    };
    assert_proposed("plan list unit:phuong", &["unit:phuong-hoa-hue", "unit:phuong"]);
    assert_proposed("plan list tag:", &["tag:an toàn (2026)", "tag:none", "tag:any"]);
    assert_proposed("plan list --sort -days", &["-days_late"]);
    // Of the names of files it takes those that fit itself.
    assert_proposed("plan validate a", &[HOSTILE[0], HOSTILE[1], "plans/"]);
    assert_proposed("plan list -o b", &[HOSTILE[0], HOSTILE[1], "plans/"]);
}
