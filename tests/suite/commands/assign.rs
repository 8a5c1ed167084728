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
  - {id: phong-tc, name: Phòng Tài chính - Kế hoạch, kind: phong-ban, aliases: [Phòng TCKH]}
  - {id: th-a, name: Trường Tiểu học A, kind: truong}
  - {id: th-b, name: Trường Tiểu học B, kind: truong}
groups:
  - {id: truong, name: Các trường, kind: truong}
tasks:
  - {id: A-1, title: Việc một, lead: phong, due: 31/3}
  - {id: A-2, title: Việc hai, lead: truong, due: 30/11}
";

#[test]
fn a_new_lead_is_named_by_id_or_name() {
    let folder = folder_of(&[("plans/p/plan.yaml", MAIN)]);
    let assign = |arguments: &[&str]| {
        plan_in(folder.path(), &[&["assign", "-q", "--date", "1/2/2026", "--by", "x"], arguments].concat())
    };
    let changes = || fs::read_to_string(folder.path().join("plans/p/changes.yaml")).unwrap();
    let ran = assign(&["A-1", "tai chinh"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "plans/p/changes.yaml\n", ""));
    assert_eq!(changes(), "changes:\n  - {item: A-1, date: 01/02/2026, lead: phong-tc, by: x}\n");
    assert_eq!(assign(&["A-1", "Phòng TCKH"]).out, "");
    let ran = assign(&["A-2", "phong", "--unit", "th-b"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(changes().ends_with("  - {item: A-2, unit: th-b, date: 01/02/2026, lead: phong, by: x}\n"));
    // Reports go to the new lead from then on.
    let ran = plan_in(folder.path(), &["record", "-q", "A-1", "paused", "--date", "1/3/2026"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "plans/p/progress/phong-tc.yaml\n", ""));
    let ran = plan_in(folder.path(), &["record", "-q", "A-1", "paused", "--date", "31/1/2026"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "plans/p/progress/phong.yaml\n", ""));
    assert_eq!(plan_in(folder.path(), &["validate"]).code, 0);
}

#[test]
fn a_new_lead_is_one_unit_for_one_unit() {
    let folder = folder_of(&[("plans/p/plan.yaml", MAIN)]);
    let assign = |arguments: &[&str]| {
        plan_in(folder.path(), &[&["assign", "--as-of", "1/6/2026", "--by", "x"], arguments].concat())
    };
    let ran = assign(&["A-2", "phong"]);
    assert_eq!(ran.code, 1);
    let expected = "\
Chọn một lệnh:
  plan assign A-2 phong --unit th-a --by x --as-of 1/6/2026
  plan assign A-2 phong --unit th-b --by x --as-of 1/6/2026
";
    assert!(ran.err.starts_with("lỗi[which-unit]") && ran.err.ends_with(expected), "{}", ran.err);
    for (lead, rule) in [("truong", "unknown-unit"), ("phong-x", "unknown-unit"), ("Phòng", "unknown-unit")]
    {
        let ran = assign(&["A-1", lead]);
        assert!(ran.code == 1 && ran.err.starts_with(&format!("lỗi[{rule}]")), "{lead}: {}", ran.err);
        assert!(ran.err.contains("  |                 ^"), "{}", ran.err);
    }
    let ran = assign(&["A-1"]);
    assert_eq!((ran.code, ran.err.as_str()), (2, "lỗi: thiếu đơn vị chủ trì mới\n"));
    assert!(!folder.path().join("plans/p/changes.yaml").exists());
}
