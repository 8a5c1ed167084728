use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::folder::{folder_of, names};
use crate::support::program::{Ran, plan_in};

/// A plan that names every kind of id in every place.
const MAIN: &str = "\
format: 1
plan: p
title: Kế hoạch th-a
period: 2026
issuer: phong
standing: th-a
recipients: [th-a]
defaults: {lead: th-a, with: ['th-a', phong]}
include: [../../units.yaml]
goals:
  - {id: G1, title: Mục tiêu}
targets:
  - id: CT-1
    title: Chỉ tiêu
    goal: G1
    value: 90%
    lead: [th-a]
    tasks: [A-1]
    results:
      - {date: 1/6/2026, value: 80%, unit: th-a}
columns:
  - {key: x-don-vi, title: Đơn vị, type: unit}
  - {key: x-ghi, title: Ghi}
sections:
  - {id: I, title: Phần một, defaults: {lead: \"th-a\"}}
  - {id: I.1, title: Mục một, parent: I}
tasks:
  - {id: A-1, section: I, title: A-1, lead: phong, to: th-a, goals: G1, due: 31/3, x-don-vi: th-a, x-ghi: th-a} # A-1
  - {id: A-2, section: I.1, title: th-a, due: 30/11, note: th-a}
  - {id: A-3, section: I, title: Trùng, same_as: A-1}
  - {id: A-4, section: I, title: Có dòng}
schedule:
  - {id: R-1, task: A-4, lead: th-a, due: Quý II}
changes:
  - {item: [A-2, R-1], date: 1/2/2026, lead: phong, by: Công văn số 5}
  - {item: A-2, unit: phong, date: 1/3/2026, lead: th-a, by: Công văn số 6}
";

const UNITS: &str = "\
units:
  - {id: phong, name: Phòng, kind: phong-ban}
  - {id: th-a, name: Trường A, kind: th-a, parent: phong}
  - {id: th-b, name: Trường B, kind: truong, until: 30/6/2026, successors: [th-a]}
  - {id: lop-1, name: Lớp Một, kind: lop, parent: th-a}
groups:
  - {id: truong, name: Các trường, members: [th-a, th-b]}
  - {id: duoi, name: Dưới trường A, kind: lop, parent: th-a}
";

const OF_A: &str =
    "unit: th-a\nprogress:\n  - {item: A-2, date: 5/3/2026, state: done, evidence: \"th-a\"} # th-a\n";

/// Another plan with the same units.
const OTHER: &str = "\
format: 1
plan: q
title: Kế hoạch khác
period: 2026
include: [../units.yaml]
tasks:
  - {id: A-1, title: Việc, lead: th-a, due: 31/3}
";

fn plan_folder() -> TempDir {
    folder_of(&[
        ("plans/p/plan.yaml", MAIN),
        ("plans/p/progress/th-a.yaml", OF_A),
        ("plans/q/q.plan.yaml", &OTHER.replace("../units.yaml", "../../units.yaml")),
        ("units.yaml", UNITS),
        ("plans/.plan-root", ""),
    ])
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap()
}

fn rename(folder: &Path, arguments: &[&str]) -> Ran {
    plan_in(folder, &[&["rename", "--plans", ".", "-q"], arguments].concat())
}

/// The answer of the program about all plans, with one id in place of another.
fn answers(folder: &Path, [id, other]: [&str; 2]) -> String {
    let commands: [&[&str]; 3] =
        [&["list", "-f", "json"], &["units", "-f", "json"], &["targets", "-f", "json"]];
    let mut all = String::new();
    for command in commands {
        let ran = plan_in(folder, &[command, &["--plans", ".", "--as-of", "1/12/2026"]].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        all += &ran.out;
    }
    let quoted = |id: &str| format!("\"{id}\"");
    let of_key = |id: &str| format!("/{id}/");
    all.replace(&quoted(id), &quoted(other)).replace(&of_key(id), &of_key(other))
}

#[test]
fn a_unit_changes_its_id_in_all_plans_that_share_it() {
    let folder = plan_folder();
    let path = folder.path();
    let before = answers(path, ["th-a", "th-moi"]);
    let ran = rename(path, &["th-a", "th-moi"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(ran.out, "plans/p/plan.yaml\nplans/p/progress/th-moi.yaml\nplans/q/q.plan.yaml\nunits.yaml\n");
    let main = MAIN
        .replace("standing: th-a", "standing: th-moi")
        .replace("lead: th-a", "lead: th-moi")
        .replace("lead: [th-a]", "lead: [th-moi]")
        .replace("'th-a'", "'th-moi'")
        .replace("\"th-a\"", "\"th-moi\"")
        .replace("unit: th-a", "unit: th-moi")
        .replace("to: th-a", "to: th-moi")
        .replace("x-don-vi: th-a", "x-don-vi: th-moi");
    assert_eq!(read(path, "plans/p/plan.yaml"), main);
    let units = UNITS
        .replace("id: th-a", "id: th-moi")
        .replace("[th-a", "[th-moi")
        .replace("parent: th-a", "parent: th-moi");
    assert_eq!(read(path, "units.yaml"), units);
    assert_eq!(names(&path.join("plans/p/progress")), ["th-moi.yaml"]);
    assert_eq!(read(path, "plans/p/progress/th-moi.yaml"), OF_A.replacen("th-a", "th-moi", 1));
    assert!(read(path, "plans/q/q.plan.yaml").contains("lead: th-moi"));
    // The kind of the unit, titles and texts are no ids.
    // The titles and texts that are the old id stay: the answers differ in nothing else.
    assert_eq!(answers(path, ["th-a", "th-moi"]), before);
    let back = rename(path, &["p/th-moi", "th-a"]);
    assert_eq!(back.code, 0, "{}", back.err);
    assert_eq!(
        (read(path, "plans/p/plan.yaml"), read(path, "units.yaml")),
        (MAIN.to_owned(), UNITS.to_owned())
    );
    assert_eq!(read(path, "plans/p/progress/th-a.yaml"), OF_A);
}

#[test]
fn every_kind_of_entry_changes_its_id() {
    for (id, new, changed) in [
        (
            "A-2",
            "B-2",
            vec![("{id: A-2", "{id: B-2"), ("[A-2, R-1]", "[B-2, R-1]"), ("item: A-2", "item: B-2")],
        ),
        ("R-1", "no", vec![("{id: R-1", "{id: 'no'"), (", R-1]", ", 'no']")]),
        ("CT-1", "1.10", vec![("- id: CT-1", "- id: '1.10'")]),
        ("G1", "G-2", vec![("{id: G1", "{id: G-2"), ("goal: G1", "goal: G-2"), ("goals: G1", "goals: G-2")]),
        ("I.1", "I.2", vec![("{id: I.1", "{id: I.2"), ("section: I.1", "section: I.2")]),
        ("truong", "nhom", vec![]),
        ("p/A-4", "A-5", vec![("{id: A-4", "{id: A-5"), ("task: A-4", "task: A-5")]),
        (
            "p/A-1",
            "A_1",
            vec![("[A-1]", "[A_1]"), ("{id: A-1", "{id: A_1"), ("same_as: A-1", "same_as: A_1")],
        ),
    ] {
        let folder = plan_folder();
        let path = folder.path();
        let ran = rename(path, &[id, new]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{id}");
        let main = changed.iter().fold(MAIN.to_owned(), |main, (old, new)| {
            assert!(main.contains(old), "{old}");
            main.replace(old, new)
        });
        assert_eq!(read(path, "plans/p/plan.yaml"), main, "{id}");
        let bare = id.trim_start_matches("p/");
        let units = UNITS.replace(&format!("id: {bare},"), &format!("id: {new},"));
        assert_eq!(read(path, "units.yaml"), units, "{id}");
        assert_eq!(plan_in(path, &["validate", "."]).code, 0, "{id}");
    }
}

#[test]
fn what_would_be_wrong_is_refused_at_the_new_id() {
    let folder = plan_folder();
    let path = folder.path();
    let refused = |arguments: &[&str], code: u8, parts: &[&str]| {
        let ran = rename(path, arguments);
        assert_eq!((ran.code, ran.out.as_str()), (code, ""), "{arguments:?} {}", ran.err);
        for part in parts {
            assert!(ran.err.contains(part), "{part} is not in\n{}", ran.err);
        }
    };
    let word = "1 | plan rename th-a phong --plans .\n  |                  ^^^^^";
    refused(&["th-a", "phong"], 1, &["lỗi[duplicate-id]", word]);
    // The entry that has the id stands behind the one that would get it, too.
    let word = "1 | plan rename phong th-a --plans .\n  |                   ^^^^";
    refused(&["phong", "th-a"], 1, &["lỗi[duplicate-id]", word]);
    refused(&["th-a", "truong"], 1, &["lỗi[duplicate-id]"]);
    refused(&["p/A-1", "R-1"], 1, &["lỗi[duplicate-id]"]);
    refused(
        &["A-2", "a b"],
        1,
        &["lỗi[bad-id]", "plan rename A-2 \"a b\" --plans .\n  |                 ^^^^^"],
    );
    refused(&["A-2", "../x"], 1, &["lỗi[bad-id]"]);
    refused(&["th-a", "../../x"], 1, &["lỗi[bad-id]"]);
    refused(&["A-2", " "], 2, &["thiếu mã mới"]);
    refused(&["A-9", "B"], 2, &["không có mã \"A-9\""]);
    refused(&["p", "B"], 2, &["\"p\" là mã kế hoạch"]);
    refused(&["A-1", "B"], 2, &["nhiều kế hoạch", "plan rename p/A-1 B --plans .\n", "plan rename q/A-1 B"]);
    refused(&["A-2", "B", "--kind", "unit"], 2, &["không có mã"]);
    assert_eq!(
        (read(path, "plans/p/plan.yaml"), read(path, "units.yaml")),
        (MAIN.to_owned(), UNITS.to_owned())
    );
    let same = plan_in(path, &["rename", "A-2", "A-2", "--plans", "."]);
    assert_eq!((same.code, same.err.as_str()), (0, "đã có sẵn, không ghi lại: 1 mục\n"));
}

/// A warning on the entry is none of the new id.
#[test]
fn warnings_of_before_are_not_told_again() {
    let text = "format: 1\nplan: p\ntitle: x\nperiod: 2026\ntargets: [{id: C, title: c, value: 5}]\n";
    let folder = folder_of(&[("plans/p.plan.yaml", text)]);
    let validated = plan_in(folder.path(), &["validate"]);
    assert!(validated.out.contains("target-without-owner"), "{}", validated.out);
    let ran = plan_in(folder.path(), &["rename", "C", "CT-10", "-q"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn one_id_of_several_kinds_is_a_choice() {
    let text = "format: 1\nplan: p\ntitle: x\nperiod: 2026\nunits: [{id: A, name: a, kind: k}]\ntasks: [{id: A, title: x, lead: A, due: 1/2}]\n";
    let folder = folder_of(&[("plans/p.plan.yaml", text)]);
    let path = folder.path();
    let ran = plan_in(path, &["rename", "a", "B"]);
    let expected = "lỗi: \"a\" là mã của nhiều mục; chọn một:\n  plan rename p/A B --kind task\n  plan rename p/A B --kind unit\n";
    assert_eq!((ran.code, ran.err.as_str()), (2, expected));
    assert_eq!(plan_in(path, &["rename", "p/A", "B", "--kind", "unit"]).code, 0);
    let units = text.replace("[{id: A, name", "[{id: B, name").replace("lead: A", "lead: B");
    assert_eq!(read(path, "plans/p.plan.yaml"), units);
}

/// The section above follows from the id where it is not written.
#[test]
fn an_id_that_tells_something_else_is_kept() {
    let text = "format: 1\nplan: p\ntitle: x\nperiod: 2026\nunits: [{id: a, name: a, kind: k}]\nsections: [{id: I, title: x}, {id: I.1, title: y}, {id: K, title: z}]\ntasks: [{id: A, section: I.1, title: x, lead: a, due: 1/2}]\n";
    let folder = folder_of(&[("plans/p.plan.yaml", text)]);
    let path = folder.path();
    for (id, new, changed) in [("I", "II", "I.1"), ("I.1", "1", "I.1"), ("K", "I.1.1", "K")] {
        let ran = plan_in(path, &["rename", id, new]);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{id}");
        assert!(ran.err.contains(&format!("phần cha của {changed} thành khác")), "{}", ran.err);
    }
    assert_eq!(plan_in(path, &["rename", "I.1", "I.2"]).code, 0);
}

/// Two files have a report of one day: the later file counts, and the new name would be that of an earlier one.
#[test]
fn the_order_of_reports_of_one_day_is_kept() {
    let main = "format: 1\nplan: p\ntitle: x\nperiod: 2026\nunits: [{id: b, name: b, kind: k}]\ntasks: [{id: A, title: x, lead: b, due: 1/12}]\n";
    let report = |state: &str| format!("progress:\n  - {{item: A, date: 1/6/2026, state: {state}}}\n");
    let folder = folder_of(&[
        ("plans/p/plan.yaml", main),
        ("plans/p/progress/b.yaml", &format!("unit: b\n{}", report("started"))),
        ("plans/p/progress/b-2.yaml", &report("paused")),
    ]);
    let path = folder.path();
    let ran = plan_in(path, &["rename", "b", "a"]);
    let order = names(&path.join("plans/p/progress"));
    let first_to_last = order == ["b-2.yaml", "b.yaml"];
    assert!(first_to_last, "{order:?}");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{}", ran.err);
    assert!(ran.err.contains("thứ tự các báo cáo cùng ngày") && ran.err.contains("p/A/b/-"), "{}", ran.err);
    assert_eq!(plan_in(path, &["rename", "b", "c"]).code, 0);
    assert_eq!(names(&path.join("plans/p/progress")), ["b-2.yaml", "c.yaml"]);
}

#[test]
fn the_change_is_shown_and_told_as_json() {
    let folder = plan_folder();
    let path = folder.path();
    let ran = plan_in(path, &["rename", "th-a", "x", "--plans", ".", "--dry-run"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let part = "rename from plans/p/progress/th-a.yaml\nrename to plans/p/progress/x.yaml\n--- a/plans/p/progress/th-a.yaml\n+++ b/plans/p/progress/x.yaml\n@@ -1,3 +1,3 @@\n-unit: th-a\n+unit: x\n";
    assert!(ran.out.contains(part), "{}", ran.out);
    let json = plan_in(path, &["rename", "th-a", "x", "--plans", ".", "--dry-run", "-f", "json"]).json();
    let file = &json["files"][1];
    assert_eq!(
        (&file["file"], &file["moved_from"]),
        (&"plans/p/progress/x.yaml".into(), &"plans/p/progress/th-a.yaml".into())
    );
    assert_eq!(
        (&file["created"], &json["files"][0]["moved_from"]),
        (&false.into(), &serde_json::Value::Null)
    );
    assert_eq!(names(&path.join("plans/p/progress")), ["th-a.yaml"]);
}

#[test]
fn a_file_that_is_in_the_way_is_kept() {
    let folder = plan_folder();
    let path = folder.path();
    fs::write(path.join("plans/p/progress/x.yaml"), "progress: []\n").unwrap();
    let ran = rename(path, &["th-a", "x"]);
    assert_eq!((ran.code, ran.err.as_str()), (2, "lỗi: đã có tệp \"plans/p/progress/x.yaml\"\n"));
    // A file that no plan reads.
    fs::write(path.join("plans/p/progress/y.yaml"), [0xff, 0]).unwrap();
    let ran = rename(path, &["th-a", "y"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert_eq!(read(path, "plans/p/progress/th-a.yaml"), OF_A);
    assert_eq!(read(path, "units.yaml"), UNITS);
}

/// An id that no edit of one place can change.
#[test]
fn an_unusual_notation_is_refused_at_its_place() {
    let folder = plan_folder();
    let path = folder.path();
    fs::write(path.join("plans/p/plan.yaml"), MAIN.replace("item: A-2", "item: \"A\\u002d2\"")).unwrap();
    let ran = rename(path, &["A-2", "B"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.starts_with("lỗi: \"plans/p/plan.yaml\" dòng 36:"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn a_moved_file_keeps_its_rights() {
    use std::os::unix::fs::PermissionsExt;
    let folder = plan_folder();
    let path = folder.path();
    let own = path.join("plans/p/progress/th-a.yaml");
    fs::set_permissions(&own, fs::Permissions::from_mode(0o640)).unwrap();
    assert_eq!(rename(path, &["th-a", "x"]).code, 0);
    let new = path.join("plans/p/progress/x.yaml");
    assert_eq!(fs::metadata(&new).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn an_id_that_is_taken_is_told_before_the_file_of_its_unit() {
    let folder = plan_folder();
    fs::write(folder.path().join("plans/p/progress/phong.yaml"), "unit: phong\nprogress: []\n").unwrap();
    let ran = rename(folder.path(), &["th-a", "phong"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{}", ran.err);
    assert!(ran.err.contains("lỗi[duplicate-id]") && !ran.err.contains("đã có tệp"), "{}", ran.err);
}
