//! `plan validate`: paths, fixes, files, exit statuses.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::support::answers::rules;
use crate::support::folder::folder_of;
use crate::support::program::{plan, plan_in};

/// A workspace of two plans that share a registry.
fn workspace() -> TempDir {
    let plan = |id: &str| {
        format!(
            "format: 1\nplan: {id}\ntitle: Kế hoạch {id}\nperiod: 2026\ninclude: [../units.yaml]\n\
             tasks: [{{id: t, title: T, lead: a, due: tháng 9}}]\n"
        )
    };
    folder_of(&[
        ("plans/units.yaml", UNITS),
        ("plans/mot/plan.yaml", &plan("mot")),
        ("plans/mot/progress/a.yaml", "unit: a\nprogress: [{item: t, date: 1/9/2026, percent: 200}]\n"),
        ("plans/mot/.nhap.yaml", "đây không phải YAML: ["),
        ("plans/hai/plan.yaml", &plan("hai")),
        ("plans/hai/con/plan.yaml", &plan("con").replace("../units", "../../units")),
        ("plans/ba.plan.yaml", &plan("ba").replace("../units", "units")),
        ("khac/x.yaml", "a: 1\n"),
    ])
}

const UNITS: &str = "units: [{id: a, name: A, kind: x}]\n";

#[test]
fn fixes_repair_their_bytes_and_no_others() {
    let nfd = "Ke\u{302}\u{301} hoa\u{323}ch";
    let wrong =
        format!("format: 1\r\nplan: p # ghi chú {nfd}\r\ntitle: {nfd} na\u{301}y\r\nperiod: 2026\r\n");
    let right = format!("format: 1\r\nplan: p # ghi chú {nfd}\r\ntitle: Kế hoạch náy\r\nperiod: 2026\r\n");
    let folder = folder_of(&[("p.plan.yaml", &wrong)]);
    let read = || fs::read_to_string(folder.path().join("p.plan.yaml")).unwrap();
    let ran = plan_in(folder.path(), &["validate", "--diff", "p.plan.yaml"]);
    assert_eq!((ran.code, read()), (0, wrong.clone()));
    assert!(ran.out.contains("+title: Kế hoạch náy"), "{}", ran.out);
    let ran = plan_in(folder.path(), &["validate", "--fix", "p.plan.yaml"]);
    assert_eq!((ran.code, read()), (0, right), "{}", ran.err);
    assert!(ran.out.contains("không có lỗi"), "{}", ran.out);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
}

/// A zero-width space in a text with separate marks: the fixes of one value overlap.
#[test]
fn one_run_repairs_all_and_a_second_finds_nothing() {
    let title = "Ke\u{302}\u{301}\u{200b} hoa\u{323}ch na\u{306}m";
    let task = |id| format!("  - {{id: {id}, title: \"{title}\", lead: a, due: tháng 9}}\n");
    let head = format!("format: 1\nplan: p\ntitle: {title}\nperiod: 2026\n{UNITS}tasks:\n");
    let wrong = head + &task(1) + &task(2);
    let right = wrong.replace(title, "Kế hoạch năm");
    let folder = folder_of(&[("p.plan.yaml", &wrong)]);
    let read = || fs::read_to_string(folder.path().join("p.plan.yaml")).unwrap();
    let diff = plan_in(folder.path(), &["validate", "--diff", "p.plan.yaml"]).out;
    assert_eq!((diff.matches("\n+").count() - 1, diff.matches("Kế hoạch năm").count()), (3, 3), "{diff}");
    let ran = plan_in(folder.path(), &["validate", "--fix", "p.plan.yaml", "--lang", "en"]);
    assert_eq!((ran.code, ran.err.as_str(), read()), (0, "6 repaired\n", right.clone()));
    assert!(ran.out.starts_with("no errors"), "{}", ran.out);
    let ran = plan_in(folder.path(), &["validate", "--fix", "p.plan.yaml"]);
    assert_eq!((ran.code, ran.err.as_str(), read()), (0, "", right));
}

#[test]
fn a_path_is_a_folder_of_plans_a_plan_or_any_file_of_one() {
    let workspace = workspace();
    for (path, plans, files) in [
        ("plans", 4, 6),
        ("plans/mot", 1, 3),
        ("plans/mot/plan.yaml", 1, 3),
        ("plans/mot/progress", 1, 3),
        ("plans/mot/progress/a.yaml", 1, 3),
        ("plans/hai", 2, 3),
        ("plans/hai/plan.yaml", 1, 2),
        ("plans/ba.plan.yaml", 1, 2),
        ("plans/units.yaml", 4, 5),
    ] {
        let ran = plan_in(workspace.path(), &["validate", "-f", "json", path]);
        let json = ran.json();
        assert_eq!(json["plans"], plans, "{path}: {}", ran.out);
        if path != "plans/units.yaml" {
            assert_eq!(json["files"], files, "{path}");
        }
    }
    // The nearest folder `plans` is found from below; paths are told from the root.
    for from in ["", "plans", "plans/mot/progress", "khac"] {
        let ran = plan_in(&workspace.path().join(from), &["validate", "-f", "short"]);
        assert_eq!(
            ran.out.lines().next().unwrap().split(": ").next(),
            Some("mot/progress/a.yaml:2:47"),
            "{from}"
        );
        assert_eq!(ran.code, 1);
    }
    for path in ["khac", "khac/x.yaml"] {
        let ran = plan_in(workspace.path(), &["validate", "-f", "json", path]);
        assert_eq!((rules(&ran), ran.code), (vec!["no-plan".to_owned()], 1), "{path}");
    }
}

#[test]
fn what_is_wrong_with_a_shared_file_is_told_once() {
    let workspace = workspace();
    fs::write(workspace.path().join("plans/units.yaml"), "units: [{id: a, name: A, kind: x, nmae: A}]\n")
        .unwrap();
    let ran = plan_in(workspace.path(), &["validate", "-f", "json"]);
    assert_eq!(rules(&ran), ["unknown-key", "percent-range"]);
}

#[test]
fn an_answer_goes_to_a_file_as_a_whole_or_not_at_all() {
    let workspace = workspace();
    let ran = plan_in(workspace.path(), &["validate", "-o", "kq.json"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    let written: Value =
        serde_json::from_slice(&fs::read(workspace.path().join("kq.json")).unwrap()).unwrap();
    assert_eq!(written["schema"], "plan.diagnostics/1");
    let ran = plan_in(workspace.path(), &["validate", "-o", "khong-co/kq.json"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.starts_with("lỗi: không ghi được"), "{}", ran.err);
    assert!(!Path::new(&workspace.path().join("khong-co")).exists());
}

#[test]
fn annotations_name_the_file_from_where_the_program_runs() {
    let workspace = workspace();
    let ran = plan_in(workspace.path(), &["validate", "-f", "github"]);
    assert!(ran.out.starts_with("::error file=plans/mot/progress/a.yaml,line=2,"), "{}", ran.out);
}

#[test]
fn equal_input_gives_equal_bytes() {
    for format in ["human", "short", "json", "sarif", "github", "gitlab", "junit"] {
        let once = plan(&["validate", "-f", format, "tests/data/wrong"]);
        assert_eq!(once.code, 1);
        assert_eq!(once.out, plan(&["validate", "-f", format, "tests/data/wrong"]).out, "{format}");
    }
}
