use std::fs;

use crate::support::folder::folder_of;
use crate::support::program::plan_in;
use crate::support::samples::OFFICES;

#[test]
fn dropped_work_is_a_change_of_all_units_or_of_one() {
    let folder = folder_of(&[("plans/p.plan.yaml", OFFICES)]);
    let drop = |arguments: &[&str]| {
        plan_in(folder.path(), &[&["drop", "-q", "--date", "2/9/2026"], arguments].concat())
    };
    let text = || fs::read_to_string(folder.path().join("plans/p.plan.yaml")).unwrap();
    let keys = plan_in(folder.path(), &["list", "-f", "json"]).json();
    let item = keys["items"][0]["id"].as_str().unwrap().to_owned();
    let ran = drop(&[&item, "--by", "Thông báo số 3", "--reason", "x"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "plans/p.plan.yaml\n", ""));
    let entry = format!("{{item: {item}, date: 2/9/2026, dropped: true, by: Thông báo số 3, reason: x}}\n");
    assert!(text().ends_with(&entry), "{}", text());
    let listed = plan_in(folder.path(), &["list", &format!("id:{item}"), "not:status:dropped", "-f", "json"]);
    assert_eq!(listed.json()["items"].as_array().unwrap().len(), 0);
    // The same again is there; on another day it is another change.
    assert_eq!(drop(&[&item, "--by", "Thông báo số 3", "--reason", "x"]).out, "");
    let ran = plan_in(folder.path(), &["drop", &item, "--dry-run", "--date", "3/9/2026"]);
    assert!(ran.code == 0 && ran.err.starts_with("cảnh báo[no-document]"), "{}", ran.err);
    assert!(
        ran.out.contains(&format!("+  - {{item: {item}, date: 3/9/2026, dropped: true}}\n")),
        "{}",
        ran.out
    );
}

#[test]
fn unknown_work_is_refused() {
    let folder = folder_of(&[("plans/p.plan.yaml", OFFICES)]);
    let ran = plan_in(folder.path(), &["drop", "khong-co", "--by", "x"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(
        ran.err.starts_with("lỗi[unknown-item]") && ran.err.contains("  |           ^^^^^^^^ "),
        "{}",
        ran.err
    );
    assert_eq!(fs::read_to_string(folder.path().join("plans/p.plan.yaml")).unwrap(), OFFICES);
}
