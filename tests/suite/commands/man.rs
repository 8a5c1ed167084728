//! `plan man`: manual pages.

use std::fs;

use crate::support::answers::answer;
use crate::support::program::{plan, plan_in};

#[test]
fn every_command_has_its_manual_page() {
    let page = answer(plan(&["man"]));
    assert!(
        page.contains(".TH plan 1") && page.contains(".SH \"CÚ PHÁP\"") && page.contains("plan\\-why(1)")
    );
    assert!(answer(plan(&["man", "--lang", "en"])).contains(".SH SYNOPSIS"));
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(answer(plan_in(folder.path(), &["man", "pages"])), "");
    let mut names: Vec<String> = fs::read_dir(folder.path().join("pages"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    for name in ["plan.1", "plan-show.1", "plan-validate.1"] {
        assert!(names.iter().any(|other| other == name), "{names:?}");
    }
    let page = fs::read_to_string(folder.path().join("pages/plan-schedule.1")).unwrap();
    assert!(page.contains("Phụ lục 02"));
}
