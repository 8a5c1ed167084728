use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::folder::{folder, folder_of, names};
use crate::support::program::{Ran, plan_in};

/// A plan in a folder, on which three schools report.
const MAIN: &str = "\
format: 1
plan: p
title: Kế hoạch
period: 2026
units:
  - {id: phong, name: Phòng Giáo dục, kind: phong-ban}
  - {id: th-a, name: Trường Tiểu học A, kind: truong, aliases: [TH A]}
  - {id: th-b, name: Trường Tiểu học B, kind: truong}
  - {id: th-c, name: Trường Tiểu học C, kind: truong, until: 30/6/2026, successors: [th-b]}
groups:
  - {id: truong, name: Các trường, kind: truong}
tasks:
  - {id: A-1, title: Việc một, lead: phong, due: 31/3}
  - {id: A-2, title: Việc hai, lead: truong, from: 1/1/2026, due: 30/11}
  - {id: A-3, title: Việc ba, lead: th-a, due: hằng tháng}
  - {id: A-4, title: Việc chung, lead: [phong, th-a], mode: joint, due: Quý IV}
  - {id: A-5, title: Cả nhóm, lead: truong, mode: joint, from: 1/1/2026, due: 30/11}
";

const OF_A: &str = "\
# Báo cáo của trường A
unit: th-a
progress:
  - {item: A-3, period: 2026-01, date: 5/2/2026, state: done, evidence: Báo cáo số 1} # tháng Một
# hết
";

fn plan_folder() -> TempDir {
    folder_of(&[("plans/p/plan.yaml", MAIN), ("plans/p/progress/th-a.yaml", OF_A)])
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join("plans/p").join(name)).unwrap()
}

/// Records on 21 November 2026, and returns what is written, without the remarks.
fn record(folder: &Path, arguments: &[&str]) -> Ran {
    plan_in(folder, &[&["record", "-q"], arguments].concat())
}

fn written(folder: &Path, arguments: &[&str], files: &[&str]) {
    let ran = record(folder, arguments);
    let expected = files.iter().fold(String::new(), |all, file| all + "plans/p/" + file + "\n");
    assert_eq!((ran.code, ran.out, ran.err.as_str()), (0, expected, ""));
}

#[test]
fn a_report_goes_behind_the_last_one_of_the_unit() {
    let folder = plan_folder();
    let path = folder.path();
    written(
        path,
        &["A-3", "xong", "--period", "tháng 2", "--evidence", "Báo cáo số 2, ngày 5/3"],
        &["progress/th-a.yaml"],
    );
    let expected = OF_A.replace(
        "# hết\n",
        "  - {item: A-3, period: 2026-02, date: 21/11/2026, state: done, evidence: 'Báo cáo số 2, ngày 5/3'}\n# hết\n",
    );
    assert_eq!(read(path, "progress/th-a.yaml"), expected);
    // The unit that answers has no file yet.
    written(
        path,
        &["A-1", "đang", "làm", "--percent", "60%", "--date", "1/3", "--note", "no"],
        &["progress/phong.yaml"],
    );
    assert_eq!(
        read(path, "progress/phong.yaml"),
        "unit: phong\nprogress:\n  - {item: A-1, date: 01/03/2026, state: started, percent: 60, note: 'no'}\n"
    );
    assert_eq!(plan_in(path, &["validate"]).code, 0);
}

#[test]
fn twice_is_once() {
    let folder = plan_folder();
    let path = folder.path();
    let arguments = ["A-2", "xong", "--unit", "TH A", "--evidence", "x", "--done-on", "hôm qua"];
    assert_eq!(record(path, &arguments).code, 0);
    let once = read(path, "progress/th-a.yaml");
    assert!(
        once.contains("{item: A-2, date: 21/11/2026, as_of: 20/11/2026, state: done, evidence: x}"),
        "{once}"
    );
    let again = plan_in(path, &[&["record"], &arguments[..]].concat());
    assert_eq!((again.code, again.out.as_str()), (0, ""));
    assert_eq!(again.err, "đã có sẵn, không ghi lại: 1 mục\n");
    assert_eq!(read(path, "progress/th-a.yaml"), once);
    // Another value is another report.
    let other = plan_in(path, &["record", "A-2", "done", "--unit", "th-a", "--evidence", "y", "-f", "json"]);
    assert_eq!((other.code, &other.json()["unchanged"]), (0, &serde_json::json!(0)));
    let both = record(path, &["A-1", "A-1", "paused"]);
    assert_eq!(both.code, 0);
    assert_eq!(read(path, "progress/phong.yaml").matches("A-1").count(), 1);
}

#[test]
fn a_dry_run_prints_the_change_and_writes_nothing() {
    let folder = plan_folder();
    let path = folder.path();
    let ran = plan_in(path, &["record", "A-1", "A-3", "xong", "--period", "2026-01", "--dry-run"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let ran = plan_in(path, &["record", "A-1", "p/A-3/th-a/2026-03", "paused", "--dry-run"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let expected = "\
--- /dev/null
+++ b/plans/p/progress/phong.yaml
@@ -0,0 +1,3 @@
+unit: phong
+progress:
+  - {item: A-1, date: 21/11/2026, state: paused}
--- a/plans/p/progress/th-a.yaml
+++ b/plans/p/progress/th-a.yaml
@@ -2,4 +2,5 @@
 unit: th-a
 progress:
   - {item: A-3, period: 2026-01, date: 5/2/2026, state: done, evidence: Báo cáo số 1} # tháng Một
+  - {item: A-3, period: 2026-03, date: 21/11/2026, state: paused}
 # hết
";
    assert_eq!(ran.out, expected);
    let json = plan_in(path, &["record", "A-1", "paused", "--dry-run", "-f", "json"]).json();
    assert_eq!(json["schema"], "plan.edit/1");
    assert_eq!(json["files"][0]["file"], "plans/p/progress/phong.yaml");
    assert_eq!((&json["files"][0]["created"], &json["unchanged"]), (&true.into(), &0.into()));
    assert_eq!(names(&path.join("plans/p/progress")), ["th-a.yaml"]);
    assert_eq!(read(path, "progress/th-a.yaml"), OF_A);
    let wet = plan_in(path, &["record", "A-1", "paused"]);
    assert!(wet.err.starts_with("--- /dev/null\n") && wet.out == "plans/p/progress/phong.yaml\n");
}

/// The list has an order of keys, an indentation, a form of days and line ends of its own.
#[test]
fn an_entry_is_written_as_the_last_one() {
    let folder = plan_folder();
    let path = folder.path();
    let old = "unit: th-a\r\nprogress:\r\n    - state: paused\r\n      item: A-3\r\n      date: 2026-02-05\r\n      period: 2026-01 # một\r\n\r\n# hết";
    fs::write(path.join("plans/p/progress/th-a.yaml"), old).unwrap();
    let arguments = ["A-3", "xong", "--period", "Tháng 2", "--evidence", "a: b", "--difficulty", "hai\ndòng"];
    written(path, &arguments, &["progress/th-a.yaml"]);
    let expected = old.replace(
        "\r\n\r\n# hết",
        "\r\n    - state: done\r\n      item: A-3\r\n      date: 2026-11-21\r\n      period: 2026-02\r\n      evidence: 'a: b'\r\n      difficulty: \"hai\\ndòng\"\r\n\r\n# hết",
    );
    assert_eq!(read(path, "progress/th-a.yaml"), expected);
}

#[test]
fn reports_of_a_plan_in_one_file_stay_in_it() {
    let text = format!("{MAIN}# cuối\n");
    let folder = folder(&text);
    let ran = record(folder.path(), &["A-2", "xong", "--unit", "th-b", "--evidence", "x", "--plans", "."]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "p.plan.yaml\n", ""));
    let ran = record(folder.path(), &["A-1", "xong", "--evidence", "x", "--plans", "."]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let expected = text
        + "progress:\n  - {item: A-2, unit: th-b, date: 21/11/2026, state: done, evidence: x}\n  - {item: A-1, date: 21/11/2026, state: done, evidence: x}\n";
    assert_eq!(fs::read_to_string(folder.path().join("p.plan.yaml")).unwrap(), expected);
}

/// The choices are commands that a shell takes as they are.
#[test]
fn an_open_choice_is_listed_as_commands() {
    let folder = plan_folder();
    let path = folder.path();
    let ran =
        plan_in(path, &["record", "A-2", "xong", "--evidence", "Báo cáo \"số\" 1", "--as-of", "1/7/2026"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    let expected = "\
lỗi[which-unit]: \"A-2\" có nhiều đơn vị chịu trách nhiệm
 --> plan record:1:13
  |
1 | plan record A-2 xong --evidence 'Báo cáo \"số\" 1' --as-of 1/7/2026
  |             ^^^
  = gợi ý: thêm unit, một trong: th-a, th-b, th-c

Chọn một lệnh:
  plan record A-2 xong --unit th-a --evidence 'Báo cáo \"số\" 1' --as-of 1/7/2026
  plan record A-2 xong --unit th-b --evidence 'Báo cáo \"số\" 1' --as-of 1/7/2026
";
    assert_eq!(ran.err, expected);
    let ran = plan_in(path, &["record", "A-3", "xong", "--as-of", "10/3/2026", "--lang", "en"]);
    assert_eq!(ran.code, 1);
    let commands: Vec<&str> = ran.err.lines().skip_while(|line| *line != "Choose one:").skip(1).collect();
    assert_eq!(
        commands,
        [
            "  plan record A-3 xong --period 2026-02 --as-of 10/3/2026",
            "  plan record A-3 xong --period 2026-03 --as-of 10/3/2026"
        ]
    );
    // Work that is done is a choice for nothing but a reopening.
    let ran = plan_in(path, &["record", "A-3", "A-1", "làm lại"]);
    assert!(
        ran.err.ends_with("Chọn một lệnh:\n  plan record p/A-3/th-a/2026-01 A-1 \"làm lại\"\n"),
        "{}",
        ran.err
    );
    assert_eq!(read(path, "progress/th-a.yaml"), OF_A);
}

#[test]
fn a_whole_key_says_unit_and_period() {
    let folder = plan_folder();
    let path = folder.path();
    written(path, &["p/A-2/th-b/-", "started"], &["progress/th-b.yaml"]);
    assert!(read(path, "progress/th-b.yaml").ends_with("{item: A-2, date: 21/11/2026, state: started}\n"));
    // The unit of the key has ended: its successor, whose own work it is not, answers for it.
    let ran = record(path, &["p/A-2/th-c/-", "paused"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(ran.out, "plans/p/progress/th-c.yaml\n");
    let listed = plan_in(path, &["list", "id:A-2", "--columns", "key,progress", "-f", "csv", "--lang", "en"]);
    assert_eq!(
        listed.out,
        "key,progress\np/A-2/th-a/-,not-started\np/A-2/th-b/-,in-progress\np/A-2/th-c/-,paused\n"
    );
    let wrong = record(path, &["p/A-3/th-a/2026-13", "done"]);
    assert_eq!(wrong.code, 1);
    assert!(
        wrong.err.contains("lỗi[no-such-period]") && wrong.err.contains("              ^^^^^^^"),
        "{}",
        wrong.err
    );
}

#[test]
fn joint_work_needs_no_unit_and_keeps_the_one_that_is_named() {
    let folder = plan_folder();
    let path = folder.path();
    written(path, &["A-4", "started"], &["progress.yaml"]);
    written(path, &["p/A-4/phong+th-a/-", "paused", "--unit", "th-a"], &["progress/th-a.yaml"]);
    written(path, &["p/A-5/truong/-", "started"], &["progress.yaml"]);
    assert_eq!(
        read(path, "progress.yaml"),
        "progress:\n  - {item: A-4, date: 21/11/2026, state: started}\n  - {item: A-5, date: 21/11/2026, state: started}\n"
    );
    assert!(read(path, "progress/th-a.yaml").contains("{item: A-4, date: 21/11/2026, state: paused}"));
    assert_eq!(plan_in(path, &["validate"]).code, 0);
}

#[test]
fn a_group_reports_for_each_of_its_units() {
    let folder = plan_folder();
    let path = folder.path();
    let arguments =
        ["A-2", "xong", "--unit", "Các trường", "--evidence", "Biên bản chung", "--date", "1/5/2026"];
    written(path, &arguments, &["progress/th-a.yaml", "progress/th-b.yaml", "progress/th-c.yaml"]);
    assert_eq!(plan_in(path, &["validate"]).code, 0);
}

#[test]
fn what_would_be_wrong_is_refused_at_its_words() {
    let folder = plan_folder();
    let path = folder.path();
    let refused = |arguments: &[&str], code: u8, parts: &[&str]| {
        let ran = plan_in(path, &[&["record"], arguments].concat());
        assert_eq!((ran.code, ran.out.as_str()), (code, ""), "{}", ran.err);
        for part in parts {
            assert!(ran.err.contains(part), "{part} is not in\n{}", ran.err);
        }
    };
    refused(
        &["A-1", "done", "--percent", "120"],
        1,
        &[
            "lỗi[percent-range]",
            "1 | plan record A-1 done --percent 120\n  |                                ^^^",
        ],
    );
    refused(
        &["A-1", "done", "--percent", "nhiều"],
        1,
        &["lỗi[wrong-type]", "  |                                ^^^^^"],
    );
    refused(&["A-9", "done"], 1, &["lỗi[unknown-item]", "  |             ^^^", "gợi ý: A-"]);
    refused(
        &["A-2", "done", "--unit", "th-x"],
        1,
        &["lỗi[unknown-unit]", "  |                             ^^^^"],
    );
    refused(&["A-1", "done", "--unit", "th-a"], 1, &["lỗi[not-responsible]"]);
    refused(&["A-1", "done", "--period", "Quý I"], 1, &["lỗi[no-such-period]", "^^^^^^^"]);
    refused(&["A-1", "done", "--date", "31/2/2026"], 2, &["--date: \"31/2/2026\" không phải là một ngày"]);
    refused(&["A-1", "donee"], 2, &["\"donee\" không phải trạng thái (gợi ý: done)"]);
    refused(&["A-1"], 2, &["thiếu trạng thái"]);
    refused(&["A-1", "done", "-f", "csv"], 2, &["không in dạng csv"]);
    assert_eq!(names(&path.join("plans/p")), ["plan.yaml", "progress"]);
    // A warning is told and does not stop it.
    let ran = plan_in(path, &["record", "A-1", "done"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "plans/p/progress/phong.yaml\n"));
    assert!(
        ran.err.starts_with("cảnh báo[no-evidence]") && ran.err.contains("  |                 ^^^^\n"),
        "{}",
        ran.err
    );
}

/// An error of before is none of the new report; a warning that the plan denies is.
#[test]
fn only_new_errors_count() {
    let folder = plan_folder();
    let path = folder.path();
    let strict = format!("{MAIN}settings: {{lint: {{no-evidence: deny}}}}\n");
    fs::write(path.join("plans/p/plan.yaml"), &strict).unwrap();
    let ran = record(path, &["A-1", "done"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.starts_with("lỗi[no-evidence]"), "{}", ran.err);
    fs::write(path.join("plans/q.plan.yaml"), "format: 1\nplan: q\nperiod: 2026\n").unwrap();
    written(path, &["A-1", "paused"], &["progress/phong.yaml"]);
    let broken = record(path, &["q/B", "paused"]);
    assert_eq!((broken.code, broken.out.as_str()), (2, ""));
    assert!(broken.err.starts_with("lỗi: bỏ qua kế hoạch \"q\" vì có lỗi:"), "{}", broken.err);
}

#[test]
fn an_item_of_several_plans_is_a_choice() {
    let folder =
        folder_of(&[("plans/p/plan.yaml", MAIN), ("plans/q/plan.yaml", &MAIN.replace("plan: p", "plan: q"))]);
    let ran = record(folder.path(), &["A-1", "xong"]);
    let expected = "lỗi: \"A-1\" có trong nhiều kế hoạch; chọn một:\n  plan record p/A-1 xong\n  plan record q/A-1 xong\n";
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (2, "", expected));
    assert_eq!(record(folder.path(), &["q/A-1", "xong"]).out, "plans/q/progress/phong.yaml\n");
    let unknown = record(folder.path(), &["A-7", "xong"]);
    assert_eq!(
        (unknown.code, unknown.err.as_str()),
        (2, "lỗi: không có mã \"A-7\" (gợi ý: A-1, A-2, A-3)\n")
    );
}

#[test]
fn what_keeps_an_entry_out_of_a_file_is_named_with_the_remedy() {
    let refused = |of_a: &str, lang: &str, parts: &[&str]| {
        let folder = folder_of(&[("plans/p/plan.yaml", MAIN), ("plans/p/progress/th-a.yaml", of_a)]);
        let ran = record(folder.path(), &["A-4", "done", "--unit", "th-a", "--lang", lang]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{of_a}");
        for part in parts {
            assert!(ran.err.contains(part), "{part} is not in\n{}", ran.err);
        }
        assert_eq!(read(folder.path(), "progress/th-a.yaml"), of_a);
    };
    let braces = "# tệp {a}\n{unit: th-a}\n";
    refused(
        braces,
        "vi",
        &["lỗi: \"plans/p/progress/th-a.yaml\" dòng 2: các khóa của tệp viết trong ngoặc nhọn {…}"],
    );
    refused(
        braces,
        "en",
        &["error: \"plans/p/progress/th-a.yaml\" line 2: the keys of the file stand in braces {…}"],
    );
    let has_errors = "không thêm được vào \"plans/p/progress/th-a.yaml\": tệp đang có lỗi";
    refused("unit: th-a\nprogress:\n\t- {item: A-1}\n", "vi", &[has_errors, "progress/th-a.yaml:3:"]);
    let conflict = "unit: th-a\nprogress:\n<<<<<<< ours\n=======\n  - {item: A-1}\n>>>>>>> theirs\n";
    refused(conflict, "vi", &[has_errors, "progress/th-a.yaml:3:"]);
}

#[test]
fn a_plan_in_braces_is_named_by_every_command_that_adds_to_it() {
    let plan = "{format: 1, plan: q, title: Q, period: 2026, units: [{id: a, name: A, kind: b}],\n\
                tasks: [{id: T1, title: Một, lead: a, due: 31/3}]}\n";
    let folder = folder_of(&[("plans/q.plan.yaml", plan)]);
    for arguments in
        [&["record", "T1", "xong"][..], &["extend", "T1", "30/4"], &["renew", "q", "--period", "2027"]]
    {
        let ran = plan_in(folder.path(), arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        let place = "\"plans/q.plan.yaml\" dòng 1: các khóa của tệp viết trong ngoặc nhọn";
        assert!(ran.err.contains(place), "{arguments:?} {}", ran.err);
    }
    assert_eq!(names(&folder.path().join("plans")), ["q.plan.yaml"]);
}

#[test]
fn a_folder_in_the_place_of_a_new_file_is_named() {
    let folder = plan_folder();
    fs::create_dir(folder.path().join("plans/p/progress/phong.yaml")).unwrap();
    let ran = record(folder.path(), &["A-1", "done"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    let part = "không ghi được \"plans/p/progress/phong.yaml\": ở đó đã có một thư mục";
    assert!(ran.err.contains(part), "{}", ran.err);
}
