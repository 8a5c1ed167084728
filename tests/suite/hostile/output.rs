//! `-o` against the files of plans: none is ever written over, by whatever name.

use std::fs;
use std::os::unix::fs::symlink;

use tempfile::TempDir;

use crate::support::folder::{folder_of, names};
use crate::support::program::plan_in;

const PLAN: &str = "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2026\ninclude: [danh-muc.txt]\n";

const FILES: &[(&str, &str)] = &[
    ("p/plan.yaml", PLAN),
    ("p/progress/u.yml", "unit: u\nprogress: []\n"),
    ("p/danh-muc.txt", "units: [{id: u, name: U, kind: x}]\n"),
    ("q.plan.yaml", "format: 1\nplan: q\ntitle: Kế hoạch khác\nperiod: 2026\n"),
    ("khac/ghi-chu.csv", "a,b\n"),
];

/// The files, with another name for some of them.
fn folder() -> TempDir {
    let folder = folder_of(FILES);
    let at = |name: &str| folder.path().join(name);
    symlink("p/plan.yaml", at("lien-ket.csv")).unwrap();
    symlink("q.plan.yaml", at("lien-ket-q.csv")).unwrap();
    fs::hard_link(at("p/danh-muc.txt"), at("ten-khac.json")).unwrap();
    folder
}

fn unchanged(folder: &TempDir, what: &str) {
    for (path, text) in FILES {
        assert_eq!(fs::read_to_string(folder.path().join(path)).unwrap(), *text, "{what}");
    }
    let there = ["khac", "lien-ket-q.csv", "lien-ket.csv", "p", "q.plan.yaml", "ten-khac.json"];
    assert_eq!(names(folder.path()), there, "{what}");
    assert_eq!(names(&folder.path().join("p")), ["danh-muc.txt", "plan.yaml", "progress"], "{what}");
}

#[test]
fn no_command_writes_over_a_file_that_it_has_read() {
    let folder = folder();
    let targets =
        ["p/danh-muc.txt", "./p/../p/danh-muc.txt", "lien-ket.csv", "ten-khac.json", "p/progress/u.yml"];
    for target in targets {
        for arguments in [
            &["list", "--plans", "p", "-f", "csv"][..],
            &["status", "--plans", "p", "-f", "html"],
            &["validate", "p", "-f", "json"],
            &["validate", "p", "--diff"],
            &["validate", "p", "--fix"],
            &["due", "tháng 9", "--plans", "p", "-f", "json"],
        ] {
            let ran = plan_in(folder.path(), &[arguments, &["-o", target]].concat());
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?} {target}: {}", ran.err);
            assert!(ran.err.starts_with("lỗi: -o không ghi đè"), "{arguments:?} {target}: {}", ran.err);
            unchanged(&folder, target);
        }
    }
}

#[test]
fn no_command_writes_over_a_file_of_a_plan_that_it_does_not_read() {
    let folder = folder();
    let absolute = folder.path().join("q.plan.yaml");
    for target in ["p/plan.yaml", "q.plan.yaml", absolute.to_str().unwrap(), "lien-ket-q.csv", "p/moi.YAML"] {
        for arguments in [
            &["schema"][..],
            &["explain", "-f", "html"],
            &["completions", "bash"],
            &["man"],
            &["calendar", "-f", "csv", "--plans", "khac"],
            &["list", "--plans", "p", "-f", "csv"],
        ] {
            let ran = plan_in(folder.path(), &[arguments, &["-o", target]].concat());
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?} {target}: {}", ran.err);
            unchanged(&folder, target);
        }
    }
    // The files of a new plan are there before the answer is.
    let ran = plan_in(folder.path(), &["init", "moi", "-o", "moi/plan.yaml"]);
    assert_eq!(ran.code, 2);
    unchanged(&folder, "init");
}

#[test]
fn other_files_are_written_over() {
    let folder = folder();
    for arguments in [&["list", "--plans", "p", "-f", "csv"][..], &["schema"]] {
        let ran = plan_in(folder.path(), &[arguments, &["-o", "khac/ghi-chu.csv"]].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert_ne!(fs::read_to_string(folder.path().join("khac/ghi-chu.csv")).unwrap(), "a,b\n");
    }
}
