use std::fs;

use crate::support::folder::folder_of;
use crate::support::program::plan_in;

const MAIN: &str = "\
format: 1
plan: p
title: Kế hoạch
period: 2026
units: [{id: phong, name: Phòng Giáo dục, kind: phong-ban}]
targets:
  # một
  - {id: CT-01, title: Chỉ tiêu một, value: 100%, lead: phong} # cuối
  - id: CT-02
    title: Chỉ tiêu hai
    lead: phong
    value: \">= 11 trường\"
    results:
    - date: 2026-03-31
      evidence: Báo cáo số 1
      value: 9 trường # chưa đủ
    note: ghi chú
  - {id: CT-03, title: Chỉ tiêu ba, value: 10%, lead: phong, due: hằng quý}
";

#[test]
fn a_result_goes_behind_the_last_one_of_its_target() {
    let folder = folder_of(&[("plans/p.plan.yaml", MAIN)]);
    let measure = |arguments: &[&str]| plan_in(folder.path(), &[&["measure", "-q"], arguments].concat());
    let text = || fs::read_to_string(folder.path().join("plans/p.plan.yaml")).unwrap();
    let ran =
        measure(&["CT-01", "98,5%", "--unit", "giao duc", "--date", "30/6", "--evidence", "Báo cáo số 2"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "plans/p.plan.yaml\n", ""));
    let first = MAIN.replace(
        "lead: phong} # cuối",
        "lead: phong, results: [{date: 30/06/2026, value: '98,5%', unit: phong, evidence: Báo cáo số 2}]} # cuối",
    );
    assert_eq!(text(), first);
    let ran = measure(&["p/CT-02", "10 trường", "--date", "30/6/2026", "--evidence", "x"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let second = first.replace(
        "# chưa đủ\n",
        "# chưa đủ\n    - date: 2026-06-30\n      evidence: x\n      value: 10 trường\n",
    );
    assert_eq!(text(), second);
    let again =
        plan_in(folder.path(), &["measure", "CT-02", "10 trường", "--date", "30/6/2026", "--evidence", "x"]);
    assert_eq!((again.code, again.err.as_str()), (0, "đã có sẵn, không ghi lại: 1 mục\n"));
    let table = plan_in(folder.path(), &["targets", "-f", "json", "--as-of", "1/7/2026"]).json();
    assert_eq!(table["targets"][1]["result"]["value"], "10 trường");
}

#[test]
fn a_result_that_cannot_be_is_refused_at_its_words() {
    let folder = folder_of(&[("plans/p.plan.yaml", MAIN)]);
    let refused = |arguments: &[&str], code: u8, part: &str| {
        let ran = plan_in(folder.path(), &[&["measure"], arguments].concat());
        assert_eq!((ran.code, ran.out.as_str()), (code, ""), "{}", ran.err);
        assert!(ran.err.contains(part), "{part} is not in\n{}", ran.err);
    };
    refused(&["CT-01", "nhiều"], 1, "lỗi[target-value]: không hiểu \"nhiều\"\n --> plan measure:1:20\n");
    refused(&["CT-01", "5%", "--unit", "phong-x"], 1, "lỗi[unknown-unit]");
    let ran = plan_in(folder.path(), &["measure", "CT-03", "5%", "--as-of", "1/5/2026"]);
    let expected = "\
Chọn một lệnh:
  plan measure CT-03 5% --period 2026-Q1 --as-of 1/5/2026
  plan measure CT-03 5% --period 2026-Q2 --as-of 1/5/2026
";
    assert!(ran.code == 1 && ran.err.starts_with("lỗi[which-period]"), "{}", ran.err);
    assert!(ran.err.ends_with(expected), "{}", ran.err);
    let dry = ["measure", "CT-03", "5%", "--period", "Quý I", "--dry-run", "-q"];
    assert!(plan_in(folder.path(), &dry).out.contains("period: 2026-Q1"));
    refused(&["CT-1", "5%"], 2, "\"CT-1\" không phải chỉ tiêu (gợi ý: CT-01)");
    refused(&["phong", "5%"], 2, "\"phong\" không phải chỉ tiêu");
    refused(&["q/CT-01", "5%"], 2, "không có mã \"q/CT-01\"");
    refused(&["CT-01"], 2, "thiếu");
    refused(&["CT-01", "5%", "--date", "x"], 2, "--date");
    assert_eq!(fs::read_to_string(folder.path().join("plans/p.plan.yaml")).unwrap(), MAIN);
}
