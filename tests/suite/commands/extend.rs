use std::fs;

use crate::support::folder::folder_of;
use crate::support::program::plan_in;

const MAIN: &str = "\
format: 1
plan: p
title: Kế hoạch
period: 2026
units:
  - {id: phong, name: Phòng Giáo dục, kind: phong-ban}
  - {id: th-a, name: Trường Tiểu học A, kind: truong}
  - {id: th-b, name: Trường Tiểu học B, kind: truong}
groups:
  - {id: truong, name: Các trường, kind: truong}
tasks:
  - {id: A-1, title: Việc một, lead: phong, due: 31/3}
  - {id: A-2, title: Việc hai, lead: truong, due: hằng quý}
";

#[test]
fn a_new_deadline_goes_into_the_changes() {
    let folder = folder_of(&[("plans/p/plan.yaml", MAIN)]);
    let extend = |arguments: &[&str]| plan_in(folder.path(), &[&["extend", "-q"], arguments].concat());
    let changes = || fs::read_to_string(folder.path().join("plans/p/changes.yaml")).unwrap();
    let ran =
        extend(&["A-1", "30/4", "--date", "20/3/2026", "--by", "Công văn số 5", "--reason", "Mưa, bão"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "plans/p/changes.yaml\n", ""));
    let first = "changes:\n  - {item: A-1, date: 20/03/2026, due: 30/04/2026, by: Công văn số 5, reason: 'Mưa, bão'}\n";
    assert_eq!(changes(), first);
    // All units of one period, with one entry.
    let ran = extend(&["A-2", "hết tháng 4", "--period", "Quý I", "--date", "20/3/2026", "--by", "x"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let second = "  - {item: A-2, period: 2026-Q1, date: 20/03/2026, due: 30/04/2026, by: x}\n";
    assert_eq!(changes(), format!("{first}{second}"));
    let ran = extend(&["p/A-2/th-b/2026-Q2", "31/7", "--date", "20/6/2026", "--by", "số 2"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let third = "  - {item: A-2, unit: th-b, period: 2026-Q2, date: 20/06/2026, due: 31/07/2026, by: số 2}\n";
    assert_eq!(changes(), format!("{first}{second}{third}"));
    let again = plan_in(
        folder.path(),
        &["extend", "A-1", "30/4/2026", "--date", "20/3", "--by", "Công văn số 5", "--reason", "Mưa, bão"],
    );
    assert_eq!((again.code, again.err.as_str()), (0, "đã có sẵn, không ghi lại: 1 mục\n"));
    // A whole key of an item with one unit and one day says nothing that the item does not say.
    let ran = extend(&["p/A-1/phong/-", "31/5", "--date", "20/4/2026", "--by", "z"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(
        changes().ends_with("  - {item: A-1, date: 20/04/2026, due: 31/05/2026, by: z}\n"),
        "{}",
        changes()
    );
    assert_eq!(plan_in(folder.path(), &["validate", "--deny", "warnings"]).code, 0);
}

#[test]
fn recurring_work_needs_its_period_and_a_deadline_its_day() {
    let folder = folder_of(&[("plans/p/plan.yaml", MAIN)]);
    let extend = |arguments: &[&str]| plan_in(folder.path(), &[&["extend"], arguments].concat());
    let ran = extend(&["A-2", "31/12", "--as-of", "1/5/2026"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    let expected = "\
Chọn một lệnh:
  plan extend A-2 31/12 --period 2026-Q1 --as-of 1/5/2026
  plan extend A-2 31/12 --period 2026-Q2 --as-of 1/5/2026
";
    assert!(ran.err.starts_with("lỗi[which-period]") && ran.err.ends_with(expected), "{}", ran.err);
    let ran = extend(&["A-1", "31/3/2026", "--by", "x", "--date", "1/3/2026", "--unit", "th-a"]);
    assert!(ran.code == 1 && ran.err.contains("lỗi[not-responsible]"), "{}", ran.err);
    for (due, message) in [("32/1", "DUE: \"32/1\" không phải là một ngày"), ("A-2", "DUE: \"A-2\"")] {
        let ran = extend(&["A-1", due]);
        assert!(ran.code == 2 && ran.err.contains(message), "{}", ran.err);
    }
    let ran = extend(&["A-1"]);
    assert_eq!((ran.code, ran.err.as_str()), (2, "lỗi: thiếu hạn mới, ví dụ 31/8/2026\n"));
    // A warning is told at its words.
    let ran = extend(&["A-1", "30/4/2026", "--by", "x", "--date", "1/4/2026"]);
    assert_eq!(ran.code, 0);
    assert!(
        ran.err.starts_with("cảnh báo[late-extension]")
            && ran.err.contains("  |                 ^^^^^^^^^\n"),
        "{}",
        ran.err
    );
    assert!(!folder.path().join("plans/p/progress").exists());
}

/// The last file with changes that are not those of one unit.
#[test]
fn changes_stay_where_changes_are() {
    let files = [
        ("plans/p/plan.yaml", MAIN),
        ("plans/p/a.yaml", "changes: []\n"),
        ("plans/p/b/thay-doi.yaml", "# b\nchanges:\n- {item: A-1, date: 1/2/2026, due: 15/4/2026, by: x}\n"),
        ("plans/p/progress/th-a.yaml", "unit: th-a\nchanges: []\nprogress: []\n"),
    ];
    let folder = folder_of(&files);
    let extend = |arguments: &[&str]| plan_in(folder.path(), &[&["extend", "-q"], arguments].concat());
    let ran = extend(&["A-1", "30/4/2026", "--by", "x", "--date", "1/3/2026"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "plans/p/b/thay-doi.yaml\n", ""));
    let text = fs::read_to_string(folder.path().join("plans/p/b/thay-doi.yaml")).unwrap();
    assert_eq!(text, format!("{}- {{item: A-1, date: 1/3/2026, due: 30/4/2026, by: x}}\n", files[2].1));
    let ran = extend(&[
        "A-2",
        "30/4/2026",
        "--unit",
        "th-a",
        "--period",
        "Quý I",
        "--by",
        "x",
        "--date",
        "1/3/2026",
    ]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "plans/p/progress/th-a.yaml\n", ""));
}
