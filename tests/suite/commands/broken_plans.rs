//! Plans with errors, left out of the answer of every command that reports.

use std::fs;

use crate::support::folder::write_plan;
use crate::support::program::{plan, plan_in};
use crate::support::samples::QUARTERS;

#[test]
fn a_plan_with_errors_is_left_out_and_the_others_are_reported() {
    let folder = tempfile::tempdir().unwrap();
    let units = "units: [{id: a, name: Phòng A, kind: phong}]\n";
    write_plan(
        folder.path(),
        "tot",
        &format!("{units}tasks: [{{id: N1, title: Việc, lead: a, due: 1/3/2024}}]\n"),
    );
    write_plan(
        folder.path(),
        "hong",
        &format!("{units}tasks: [{{id: N1, title: Việc, lead: khong-co, due: 1/3/2024}}]\n"),
    );
    for arguments in [vec!["overdue", "--exit-code"], vec!["status"], vec!["list"], vec!["upcoming"]] {
        let ran = plan_in(folder.path(), &arguments);
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.contains("bỏ qua kế hoạch \"hong\"") && ran.err.contains("khong-co"), "{}", ran.err);
        assert!(ran.out.is_empty() == (arguments[0] == "upcoming"), "{}", ran.out);
    }
}

#[test]
fn a_plan_that_is_left_out_ends_with_2() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("p.plan.yaml"), QUARTERS).unwrap();
    fs::write(folder.path().join("q.plan.yaml"), "format: 1\nplan: q\n").unwrap();
    for command in [&["schedule"][..], &["targets"], &["units"], &["show", "PL2-07"], &["why", "PL2-07"]] {
        let ran = plan_in(folder.path(), &[command, &["--plans", "."]].concat());
        assert_eq!(ran.code, 2, "{command:?}");
        assert!(ran.err.contains("bỏ qua kế hoạch \"q\""), "{}", ran.err);
    }
}

/// A plan left out must not look like a plan without overdue work items.
#[test]
fn what_is_left_out_is_never_good_news() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("p.plan.yaml"), "format: 1\nplan: p\ntitle: T\nperiod: sai\n").unwrap();
    let path = folder.path().to_str().unwrap();
    for command in ["overdue", "status", "list", "upcoming"] {
        let ran = plan(&[command, "--plans", path]);
        assert_eq!(ran.code, 2, "{command}");
        assert!(!ran.err.contains("Không có"), "{command}: {}", ran.err);
        let file = folder.path().join("kq.html");
        let ran = plan(&[command, "--plans", path, "-o", file.to_str().unwrap()]);
        let page = std::fs::read_to_string(&file).unwrap();
        assert_eq!(ran.code, 2, "{command}");
        assert!(page.contains("Chưa kể vì có lỗi: p."), "{command}: {page}");
        assert!(!page.contains("Không có"), "{command}: {page}");
    }
    let ran = plan(&["overdue", "-o", folder.path().join("a.pdf").to_str().unwrap()]);
    assert_eq!((ran.code, folder.path().join("a.pdf").exists()), (2, false), "{}", ran.err);
}
