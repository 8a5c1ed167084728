use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::folder::{folder_of, names};
use crate::support::program::{Ran, plan_in, root};

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

const MAIN: &str = "\
# Kế hoạch năm 2025
format: 1
plan: ke-hoach-2025
title: Kế hoạch năm 2025 thực hiện Đề án giai đoạn 2021-2030
period: 2025
number: 07/KH-UBND # số
issued: 10/01/2025
issuer: phong
signer: {name: A, title: Trưởng phòng}
include: [../units.yaml]
defaults: {due: trong năm 2025, lead: cu} # mặc định
bases:
  - {number: 05-NQ/QU, date: 02/12/2024, title: nhiệm vụ năm 2025}
calendar:
  workdays: [{date: 26/4/2025}]
targets:
  - id: CT-1 # chỉ tiêu
    title: Tỷ lệ
    value: 90%
    # kết quả năm cũ
    results:
      - {date: 1/6/2025, value: 80%}
    due: đến 30/11/2025
  - {id: CT-2, title: Hai, value: 5 trường, results: [{date: 1/6/2025, value: 5}], lead: [cu, phong]}
tasks:
  - id: A-1
    title: Báo cáo năm 2025
    text: Báo cáo trước ngày 30/6/2025.
    lead:
      - cu # đã kết thúc
      - phong
    due: trước ngày 30/6/2025 # hạn
  - {id: A-2, title: Việc hai, lead: [cu, moi-1], due: 'theo Kế hoạch số 12/2025/KH-UBND ngày 5/5/2025', from: 1/2/2025}
  - {id: A-3, title: Việc ba, lead: phong, due: thường xuyên}
  - {id: A-4, title: Việc bốn, due: giai đoạn 2024-2026, with: het}
  - {id: A-5, title: Việc năm, lead: phong, due: {text: như trên, means: đến 15/12/2025}}
changes:
  - {item: A-1, date: 1/3/2025, due: 1/9/2025, by: Công văn số 5}
groups:
  - {id: nhom, name: Nhóm, members: [cu, moi-1, phong], count: 3}
";

const UNITS: &str = "\
units:
  - {id: phong, name: Phòng, kind: k}
  - {id: cu, name: Cũ, kind: k, until: 30/6/2025, successors: [moi-1, moi-2]}
  - {id: moi-1, name: Mới một, kind: k}
  - {id: moi-2, name: Mới hai, kind: k, from: 1/7/2025}
  - {id: het, name: Hết, kind: k, until: 1/10/2025}
groups:
  - {id: chung, name: Chung, members: [cu, phong]}
";

fn plan_folder() -> TempDir {
    folder_of(&[
        ("plans/cu/plan.yaml", MAIN),
        (
            "plans/cu/progress/phong.yaml",
            "unit: phong\nprogress:\n  - {item: A-5, date: 1/12/2025, state: done, evidence: x}\n",
        ),
        ("plans/units.yaml", UNITS),
    ])
}

fn renew(folder: &Path, arguments: &[&str]) -> Ran {
    plan_in(
        folder,
        &[&["renew", "ke-hoach-2025", "--period", "2026", "--as-of", "1/12/2025"], arguments].concat(),
    )
}

#[test]
fn the_new_plan_has_what_holds_and_lists_what_may_not() {
    let folder = plan_folder();
    let path = folder.path();
    let ran = renew(path, &[]);
    let expected = "\
# Kế hoạch năm 2025
format: 1
plan: ke-hoach-2026
title: Kế hoạch năm 2026 thực hiện Đề án giai đoạn 2021-2030
period: 2026
issuer: phong
signer: {name: A, title: Trưởng phòng}
include: [../units.yaml]
defaults: {due: trong năm 2026, lead: [moi-1, moi-2]} # mặc định
bases:
  - {number: 05-NQ/QU, date: 02/12/2024, title: nhiệm vụ năm 2025}
targets:
  - id: CT-1 # chỉ tiêu
    title: Tỷ lệ
    value: 90%
    # kết quả năm cũ
    due: đến 30/11/2026
  - {id: CT-2, title: Hai, value: 5 trường, lead: [moi-1, moi-2, phong]}
tasks:
  - id: A-1
    title: Báo cáo năm 2025
    text: Báo cáo trước ngày 30/6/2025.
    lead:
      - moi-1
      - moi-2 # đã kết thúc
      - phong
    due: trước ngày 30/6/2026 # hạn
  - {id: A-2, title: Việc hai, lead: [moi-1, moi-2], due: 'theo Kế hoạch số 12/2025/KH-UBND ngày 5/5/2025', from: 1/2/2026}
  - {id: A-3, title: Việc ba, lead: phong, due: thường xuyên}
  - {id: A-4, title: Việc bốn, due: giai đoạn 2024-2026, with: het}
  - {id: A-5, title: Việc năm, lead: phong, due: {text: như trên, means: đến 15/12/2026}}
groups:
  - {id: nhom, name: Nhóm, members: [moi-1, moi-2, phong], count: 3}
";
    assert_eq!(fs::read_to_string(path.join("plans/ke-hoach-2026/plan.yaml")).unwrap(), expected);
    assert_eq!(names(&path.join("plans/ke-hoach-2026")), ["plan.yaml"]);
    assert_eq!(fs::read_to_string(path.join("plans/cu/plan.yaml")).unwrap(), MAIN);
    for part in [
        "plans/ke-hoach-2026/plan.yaml:27: due: trước ngày 30/6/2026 # hạn\n",
        "plans/ke-hoach-2026/plan.yaml:33: số đơn vị của nhóm: - {id: nhom",
        "plans/ke-hoach-2026/plan.yaml:7: người ký: ",
        "plans/ke-hoach-2026/plan.yaml:11: căn cứ: ",
        "plans/ke-hoach-2026/plan.yaml:15: mức của chỉ tiêu: value: 90%\n",
        "plans/ke-hoach-2026/plan.yaml:21: năm giữ nguyên: title: Báo cáo năm 2025\n",
        "plans/ke-hoach-2026/plan.yaml:30: năm giữ nguyên: ",
        "plans/ke-hoach-2026/plan.yaml:30: đơn vị đã kết thúc, không có đơn vị kế thừa: ",
        "plans/cu/plan.yaml:14: lịch của kế hoạch cũ, không chép sang: calendar:\n",
        "plans/units.yaml:8: nhóm ở tệp dùng chung có đơn vị đã kết thúc: ",
        "Việc chưa xong, chưa chuyển sang (thêm --carry thì chuyển) (",
        "  ke-hoach-2025/A-1/cu/-: Báo cáo năm 2025\n",
    ] {
        assert!(ran.out.contains(part), "{part} is not in\n{}", ran.out);
    }
    // Done, and without a deadline.
    assert!(!ran.out.contains("ke-hoach-2025/A-5") && !ran.out.contains("ke-hoach-2025/A-3"), "{}", ran.out);
    // The group of three has four units now: the check says so.
    assert_eq!(ran.code, u8::from(ran.err.contains("group-count")), "{}", ran.err);
}

/// Line ends stay, also in lines that are new.
#[test]
fn line_ends_of_the_old_plan_stay() {
    let folder = plan_folder();
    let path = folder.path();
    fs::write(path.join("plans/cu/plan.yaml"), MAIN.replace('\n', "\r\n")).unwrap();
    renew(path, &["--carry"]);
    let text = fs::read_to_string(path.join("plans/ke-hoach-2026/plan.yaml")).unwrap();
    assert!(text.contains("- moi-1\r\n      - moi-2 #") && text.contains("CS-1"), "{text}");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{text}");
}

/// A new plan of `plan init` has a schema beside it, which its files name.
#[test]
fn the_schema_for_editors_goes_along() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    assert_eq!(plan_in(path, &["init", "--as-of", "1/3/2026"]).code, 0);
    let ran = plan_in(path, &["renew", "ke-hoach", "--period", "2027"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let [old, new] = ["ke-hoach", "ke-hoach-2027"].map(|name| path.join("plans").join(name));
    assert_eq!(
        names(&new),
        ["phu-luc-01.yaml", "phu-luc-02.yaml", "plan.schema.json", "plan.yaml", "units.yaml"]
    );
    let schema = |folder: &Path| fs::read(folder.join("plan.schema.json")).unwrap();
    assert_eq!(schema(&old), schema(&new));
}

#[test]
fn open_work_is_taken_over() {
    let folder = plan_folder();
    let path = folder.path();
    let ran = renew(path, &["--carry", "--id", "moi", "-o", "plans/xa/moi"]);
    let text = fs::read_to_string(path.join("plans/xa/moi/plan.yaml")).unwrap();
    assert!(text.contains("include: ['../../units.yaml']\n"), "{text}");
    let task = "  - {id: CS-1, title: Báo cáo năm 2025, lead: [moi-1, moi-2], source: 'ngoài văn bản: chuyển từ ke-hoach-2025/A-1/cu/-'}\n";
    let at = text.find(task).unwrap_or_else(|| panic!("{text}"));
    let line = text[..at].matches('\n').count() + 1;
    assert!(
        ran.out.contains(&format!("plans/xa/moi/plan.yaml:{line}: việc chuyển sang, chưa có thời hạn: ")),
        "{}",
        ran.out
    );
    // The lines behind the tasks are numbered as they are.
    let group = text.lines().position(|line| line.contains("id: nhom")).unwrap() + 1;
    assert!(ran.out.contains(&format!("plans/xa/moi/plan.yaml:{group}: số đơn vị của nhóm")), "{}", ran.out);
    assert!(text.find("changes:").is_none() && text.find("CS-1") < text.find("groups:"));
    let again = renew(path, &["--id", "khac", "-o", "plans/xa/moi"]);
    assert_eq!((again.code, again.err.as_str()), (2, "lỗi: \"plans/xa/moi\" đã có\n"));
}

#[test]
fn a_dry_run_writes_nothing_and_json_says_the_same() {
    let folder = plan_folder();
    let path = folder.path();
    let json = renew(path, &["--dry-run", "-f", "json"]).json();
    assert_eq!((&json["schema"], &json["plan"]), (&"plan.renewal/1".into(), &"ke-hoach-2026".into()));
    assert_eq!(json["files"], serde_json::json!(["plans/ke-hoach-2026/plan.yaml"]));
    assert_eq!(
        json["changed"][0],
        serde_json::json!({"file": "plans/ke-hoach-2026/plan.yaml", "line": 3, "text": "plan: ke-hoach-2026"})
    );
    assert_eq!(json["open"][0]["carried"], false);
    let reasons: Vec<&str> =
        json["look"].as_array().unwrap().iter().map(|line| line["reason"].as_str().unwrap()).collect();
    for reason in
        ["count", "target-value", "basis", "signer", "calendar", "year", "ended-unit", "shared-group"]
    {
        assert!(reasons.contains(&reason), "{reason}");
    }
    assert_eq!(names(&path.join("plans")), ["cu", "units.yaml"]);
    let unknown = plan_in(path, &["renew", "ke-hoach", "--period", "2026"]);
    assert_eq!(
        (unknown.code, unknown.err.as_str()),
        (2, "lỗi: không có kế hoạch nào mang mã \"ke-hoach\" (gợi ý: ke-hoach-2025)\n")
    );
    for period in ["abc", "Quý II", "hằng năm"] {
        assert_eq!(plan_in(path, &["renew", "ke-hoach-2025", "--period", period]).code, 2, "{period}");
    }
}

/// The id becomes the name of a folder: nothing is written outside.
#[test]
fn a_wrong_or_taken_id_is_refused() {
    let folder = plan_folder();
    let path = folder.path();
    for (id, words) in [("../x", "không đúng dạng"), ("a b", "không đúng dạng"), ("ke-hoach-2025", "đã dùng")]
    {
        let ran = renew(path, &["--id", id]);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{id}");
        assert!(ran.err.contains(words), "{}", ran.err);
    }
    assert_eq!(names(path), ["plans"]);
    assert_eq!(names(&path.join("plans")), ["cu", "units.yaml"]);
}

/// Each plan of the repository, in its next period: it reads, and is valid or says what must be mended.
#[test]
fn every_plan_of_the_repository_is_renewed() {
    for (plans, id, period, errors) in [
        ("examples/ca-nam", "ca-nam", "2026", 0),
        ("examples/mot-tep", "mot-tep", "2027", 0),
        ("examples/nhieu-tep", "nhieu-tep", "2027", 0),
        ("examples/phuong-2026", "phuong-2026", "2027", 0),
        ("examples/cot-rieng", "cot-rieng", "2027", 0),
        ("examples/nhieu-nam", "nhieu-nam", "giai đoạn 2031-2035", 0),
        // Nine of eleven wards are left.
        ("plans", "thanh-xuan-2024", "2025", 1),
        // Nobody has announced the days of the school year here.
        ("plans", "ba-dinh-2022-2023", "năm học 2023-2024", 1),
    ] {
        for carry in [&[][..], &["--carry"]] {
            let folder = tempfile::tempdir().unwrap();
            copy(&root().join(plans), &folder.path().join(plans));
            let arguments = ["renew", id, "--period", period, "--plans", plans, "--id", "moi"];
            let ran = plan_in(folder.path(), &[&arguments, carry].concat());
            let found = ran
                .err
                .lines()
                .filter(|line| line.contains("group-count") || line.contains("không có năm học 2023-2024:"));
            assert_eq!((ran.code, found.count()), (errors, usize::from(errors)), "{id} {}", ran.err);
        }
    }
}
