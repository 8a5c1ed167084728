//! `plan import --into`: what a plan lacks of annexes and documents.

use std::fs;
use std::path::Path;

use crate::support::answers::assert_contains;
use crate::support::folder::{folder_of, names};
use crate::support::program::{plan_in, root};

const MAIN: &str = "format: 1\nplan: an-toan\ntitle: An toàn\nperiod: 2026\n\nsections:\n  - {id: I, title: Việc}\n\n\
                    tasks:\n  - id: I-1\n    section: I\n    title: Rà soát phòng cháy\n    lead: vh\n    due: 30/6\n";
const UNITS: &str =
    "# danh mục\nunits:\n  - {id: vh, name: Phòng Văn hóa, kind: phong-ban, aliases: [Phòng VH]}\n";
const ANNEX: &str = "TT;Nội dung công việc;Đơn vị chủ trì;Thời hạn;Kinh phí\n1;Rà soát phòng cháy;Phòng VH;31/5;\n\
                     2;Tập huấn cho giáo viên;Trạm Y tế;tháng 9;2 triệu\n3;Họp giao ban;;hằng tháng;\n";

fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap()
}

/// All lines of a text stand in another one, in their order.
fn assert_only_added(old: &str, new: &str) {
    let mut lines = new.lines();
    for line in old.lines() {
        assert!(lines.any(|other| other == line), "{line:?} is gone or moved:\n{new}");
    }
}

#[test]
fn an_annex_becomes_a_file_of_the_plan_and_nothing_stands_twice() {
    let folder =
        folder_of(&[("plans/a/plan.yaml", MAIN), ("plans/a/units.yaml", UNITS), ("phu-luc.csv", ANNEX)]);
    let ran = plan_in(folder.path(), &["import", "phu-luc.csv", "--into", "an-toan"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{}", ran.out);
    assert_contains(
        &ran.out,
        &[
            "plans/a/phu-luc-01.yaml",
            "Đã có sẵn          1\n",
            "Dòng phụ lục       2\n",
            "Kế hoạch ghi khác, không sửa",
            "30/6",
            "31/5",
        ],
    );
    let annex = read(folder.path(), "plans/a/phu-luc-01.yaml");
    assert_contains(
        &annex,
        &[
            "# TT | Nội dung công việc | Đơn vị chủ trì | Thời hạn | Kinh phí\n",
            "  - {key: x-kinh-phi, title: Kinh phí}\n",
            "  - id: PL1 # ? phụ lục không ghi số: lấy số còn trống\n    title: Phụ lục 1 # ? phụ lục không có tên\n",
            "schedule:\n  - id: PL1-02\n    section: PL1\n    title: Tập huấn cho giáo viên\n    lead: tram-y-te\n    due: tháng 9\n    x-kinh-phi: 2 triệu\n",
            "tasks:\n  - id: PL1-03\n    section: PL1\n    title: Họp giao ban\n    # ? due: “hằng tháng”: thêm khi biết đơn vị chủ trì\n",
        ],
    );
    assert!(!annex.contains("phòng cháy"), "{annex}");
    let units = read(folder.path(), "plans/a/units.yaml");
    assert_only_added(UNITS, &units);
    assert_eq!(units, format!("{UNITS}  - {{id: tram-y-te, name: Trạm Y tế, kind: don-vi}}\n"));
    assert_eq!(read(folder.path(), "plans/a/plan.yaml"), MAIN);
    let ran = plan_in(folder.path(), &["validate"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    // A second run finds everything; the other deadline is told again.
    let ran = plan_in(folder.path(), &["import", "phu-luc.csv", "--into", "an-toan", "-f", "json"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_contains(
        &ran.out,
        &["\"files\": []", "\"there\": 3", "\"key\": \"due\"", "\"document\": \"31/5\""],
    );
    assert_eq!(read(folder.path(), "plans/a/phu-luc-01.yaml"), annex);
    assert_eq!(names(&folder.path().join("plans/a")), ["phu-luc-01.yaml", "plan.yaml", "units.yaml"]);
}

#[test]
fn a_dry_run_shows_the_difference_and_writes_nothing() {
    let folder =
        folder_of(&[("plans/a/plan.yaml", MAIN), ("plans/a/units.yaml", UNITS), ("phu-luc.csv", ANNEX)]);
    let ran = plan_in(folder.path(), &["import", "phu-luc.csv", "--into", "an-toan", "--dry-run"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_contains(&ran.out, &["+++ b/plans/a/phu-luc-01.yaml", "+  - {id: tram-y-te"]);
    assert!(!ran.out.lines().any(|line| line.starts_with('-') && !line.starts_with("---")), "{}", ran.out);
    assert_contains(&ran.err, &["Sẽ ghi", "Đã có sẵn"]);
    assert_eq!(names(&folder.path().join("plans/a")), ["plan.yaml", "units.yaml"]);
    assert_eq!(read(folder.path(), "plans/a/units.yaml"), UNITS);
}

#[test]
fn entries_join_the_file_of_those_that_are_there() {
    let annex = "# PHỤ LỤC 02\nschedule:\n  - id: PL2-01\n    section: I\n    title: Tập huấn cho giáo viên\n    lead: vh\n    due: tháng 9\n\n  - id: PL2-02\n    section: I\n    title: Kiểm tra chéo các trường trên địa bàn\n    lead: vh\n    due: 30/6\n";
    let found = "PHỤ LỤC 02\n\nTT | Nội dung | Chủ trì | Thời hạn\n1 | Tập huấn cho giáo viên | Phòng Văn hóa | tháng 9\n\
                 2 | Lắp đặt thiết bị báo cháy | Phòng Văn hóa | 30/9\n3 | Tổng kết | Công an phường | 20/12\n";
    let folder = folder_of(&[
        ("plans/a/plan.yaml", MAIN),
        ("plans/a/don-vi.yaml", UNITS),
        ("plans/a/pl.yaml", annex),
        ("phu-luc.txt", found),
    ]);
    let ran = plan_in(folder.path(), &["import", "phu-luc.txt", "--into", "an-toan"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{}", ran.out);
    let new = read(folder.path(), "plans/a/pl.yaml");
    assert_only_added(annex, &new);
    let line = new.lines().position(|line| line.contains("id: PL2-02_2")).unwrap() + 1;
    assert_contains(
        &new,
        &[
            "  - id: PL2-02_2 # ? kế hoạch đã có PL2-02 với lời khác: bổ sung hay thay thế?\n",
            "    title: Lắp đặt thiết bị báo cháy\n",
            "  - id: PL2-03\n",
            "    lead: cong-an-phuong\n",
        ],
    );
    assert_contains(&ran.out, &[&format!("plans/a/pl.yaml:{line}"), "plans/a/don-vi.yaml"]);
    assert_eq!(names(&folder.path().join("plans/a")), ["don-vi.yaml", "pl.yaml", "plan.yaml"]);
    assert_eq!(plan_in(folder.path(), &["validate"]).code, 0);
    let ran = plan_in(folder.path(), &["import", "phu-luc.txt", "--into", "an-toan"]);
    assert_eq!((ran.code, read(folder.path(), "plans/a/pl.yaml")), (0, new), "{}", ran.out);
}

#[test]
fn words_that_were_changed_stand_under_their_id() {
    let main = format!(
        "{MAIN}\nschedule:\n  - {{id: PL1-01, section: I, title: Tập huấn kỹ năng cho giáo viên, lead: vh, due: tháng 9}}\n"
    );
    let found = "PHỤ LỤC I\n\nTT | Nội dung | Chủ trì | Thời hạn\n1 | Tập huấn kỹ năng số cho giáo viên | Phòng Văn hóa | tháng 9\n";
    let folder =
        folder_of(&[("plans/a/plan.yaml", &main), ("plans/a/units.yaml", UNITS), ("phu-luc.txt", found)]);
    let ran = plan_in(folder.path(), &["import", "phu-luc.txt", "--into", "an-toan", "-f", "json"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_contains(
        &ran.out,
        &["\"files\": []", "\"entry\": \"PL1-01\"", "\"document\": \"Tập huấn kỹ năng số cho giáo viên\""],
    );
    assert_eq!(read(folder.path(), "plans/a/plan.yaml"), main);
}

#[test]
fn a_plan_in_one_file_stays_one() {
    let main = format!("{MAIN}\n{UNITS}\n# hết\n");
    let folder = folder_of(&[("a.plan.yaml", &main), ("phu-luc.csv", ANNEX)]);
    let arguments = ["import", "phu-luc.csv", "--into", "an-toan", "--plans", "a.plan.yaml"];
    let ran = plan_in(folder.path(), &arguments);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{}", ran.out);
    let new = read(folder.path(), "a.plan.yaml");
    assert_only_added(&main, &new);
    let line = new.lines().position(|line| line.contains("“hằng tháng”")).unwrap() + 1;
    assert_contains(&ran.out, &[&format!("a.plan.yaml:{line}")]);
    assert_contains(&new, &["    # TT | Nội dung công việc | Đơn vị chủ trì"]);
    // Empty lines as a person has them: before each new list, and between long entries.
    for (below, line) in new.lines().skip(1).zip(new.lines()).filter(|(below, _)| below.ends_with(':')) {
        let is_new = ["columns:", "schedule:"].contains(&below);
        assert!(!is_new || line.is_empty(), "{new}");
    }
    assert_contains(&new, &["    due: 30/6\n\n  - id: PL1-03\n"]);
    assert_eq!(names(folder.path()), ["a.plan.yaml", "phu-luc.csv"]);
    assert_eq!(plan_in(folder.path(), &["validate", "a.plan.yaml"]).code, 0);
    plan_in(folder.path(), &arguments);
    assert_eq!(read(folder.path(), "a.plan.yaml"), new);
}

#[test]
fn a_document_joins_with_its_head_and_its_words() {
    let letter = "KẾ HOẠCH\n\nBổ sung nhiệm vụ năm 2026\n\nI. NHIỆM VỤ\n\n- Giao Phòng Văn hóa kiểm tra bể bơi trước ngày 15/8.\n\n\
                  - Rà soát phòng cháy.\n\nNơi nhận:\n\n- Lưu: VT.\n";
    let folder =
        folder_of(&[("plans/a/plan.yaml", MAIN), ("plans/a/units.yaml", UNITS), ("bo-sung.txt", letter)]);
    let ran = plan_in(folder.path(), &["import", "bo-sung.txt", "--into", "an-toan"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    let text = read(folder.path(), "plans/a/van-ban-01.yaml");
    assert_contains(
        &text,
        &[
            "# Bổ sung nhiệm vụ năm 2026\n",
            "  - id: VB1.I-1\n",
            "    lead: vh\n    due: trước ngày 15/8\n",
            "# - Lưu: VT\n",
        ],
    );
    assert_eq!(plan_in(folder.path(), &["validate"]).code, 0);
}

/// A group that a new bullet lists joins the plan; one that the plan has, or that stands in a bullet that is there, does not.
#[test]
fn groups_of_new_work_join_the_plan() {
    let annex = "PHỤ LỤC 02\n\n1. Giao Phòng Văn hóa tập huấn cho 03 trường: TH An Bình, TH Bình Minh, TH Cộng Hòa.\n\n\
                 2. Giao Phòng Văn hóa kiểm tra 02 trường: TH An Bình, TH Đồng Tâm.\n";
    let units = format!(
        "{UNITS}  - {{id: th-an-binh, name: TH An Bình, kind: truong}}\n  - {{id: th-dong-tam, name: TH Đồng Tâm, kind: truong}}\n\n\
         groups:\n  - {{id: nhom-1, name: 02 trường, members: [th-dong-tam, th-an-binh], count: 2}}\n"
    );
    let folder =
        folder_of(&[("plans/a/plan.yaml", MAIN), ("plans/a/units.yaml", &units), ("phu-luc.txt", annex)]);
    let ran = plan_in(folder.path(), &["import", "phu-luc.txt", "--into", "an-toan"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{}", ran.out);
    let new = read(folder.path(), "plans/a/units.yaml");
    assert_only_added(&units, &new);
    assert_contains(
        &new,
        &[
            "  - id: nhom-2\n",
            "    name: 03 trường\n",
            "    members: [th-an-binh, th-binh-minh, th-cong-hoa]\n    count: 3\n    source: PL2-1\n",
        ],
    );
    assert!(!new.contains("nhom-3"), "{new}");
    assert_contains(&ran.out, &["Nhóm               1\n"]);
    assert_eq!(plan_in(folder.path(), &["validate"]).code, 0, "{new}");
    // A second run finds the bullets, and leaves a group alone that a person has taken away.
    let without = new.split("  - id: nhom-2").next().unwrap().to_owned();
    fs::write(folder.path().join("plans/a/units.yaml"), &without).unwrap();
    plan_in(folder.path(), &["import", "phu-luc.txt", "--into", "an-toan"]);
    assert_eq!(read(folder.path(), "plans/a/units.yaml"), without);
}

/// The examples, with one annex taken away and added again.
#[test]
fn an_annex_that_is_added_later_is_the_same() {
    let folder = folder_of(&[]);
    let copied = ["plan.yaml", "units.yaml", "chi-tieu.yaml", "phu-luc-01.yaml"];
    let examples = root().join("examples/van-ban");
    fs::create_dir_all(folder.path().join("plans/p")).unwrap();
    for name in copied {
        fs::copy(examples.join("an-toan-2026").join(name), folder.path().join("plans/p").join(name)).unwrap();
    }
    for name in ["ke-hoach.txt", "phu-luc-01.xlsx", "phu-luc-02.docx"] {
        fs::copy(examples.join(name), folder.path().join(name)).unwrap();
    }
    let ran = plan_in(folder.path(), &["import", "phu-luc-02.docx", "--into", "an-toan-2026"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    let there = fs::read_to_string(examples.join("an-toan-2026/phu-luc-02.yaml")).unwrap();
    assert_eq!(read(folder.path(), "plans/p/phu-luc-02.yaml"), there);
    let all =
        ["import", "ke-hoach.txt", "phu-luc-01.xlsx", "phu-luc-02.docx", "--split", "--into", "an-toan-2026"];
    let ran = plan_in(folder.path(), &all);
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(!ran.out.contains("Đã ghi"), "{}", ran.out);
}

#[test]
fn what_cannot_join_is_refused_and_nothing_is_written() {
    let folder = folder_of(&[
        ("plans/a/plan.yaml", MAIN),
        ("plans/a/units.yaml", UNITS),
        (
            "sai/plan.yaml",
            "format: 1\nplan: sai\ntitle: Sai\nperiod: 2026\ntasks:\n  - {id: T, title: T, lead: zz}\n",
        ),
        ("phu-luc.csv", ANNEX),
        ("a.pdf", "%PDF"),
    ]);
    for (arguments, message) in [
        (
            &["phu-luc.csv", "--into", "an-tan"][..],
            "lỗi: không có kế hoạch nào mang mã \"an-tan\" (gợi ý: an-toan)",
        ),
        (
            &["phu-luc.csv", "--into", "an-tan", "--lang", "en"],
            "error: no plan has the id \"an-tan\" (help: an-toan)",
        ),
        (
            &["phu-luc.csv", "--into", "./plans/a/plan.yaml"],
            "lỗi: chỗ này cần mã của kế hoạch, không phải đường dẫn; \"./plans/a/plan.yaml\" là của kế hoạch an-toan (gợi ý: an-toan)",
        ),
        (
            &["phu-luc.csv", "--into", "plans/a/", "--lang", "en"],
            "error: the id of a plan is expected here, not a path; \"plans/a/\" is of the plan an-toan (help: an-toan)",
        ),
        (
            &["phu-luc.csv", "--into", "khong-co/plan.yaml"],
            "lỗi: chỗ này cần mã của kế hoạch (khóa plan trong tệp của kế hoạch), không phải đường dẫn: \"khong-co/plan.yaml\"",
        ),
        (&["phu-luc.csv", "--into", "sai", "--plans", "sai"], "bỏ qua kế hoạch \"sai\" vì có lỗi"),
        (&["a.pdf", "--into", "an-toan"], "không đọc tệp PDF"),
        (&["khong-co.csv", "--into", "an-toan"], "khong-co.csv"),
        (&["phu-luc.csv", "--into", "an-toan", "--id", "x"], "không dùng cùng --id"),
        (&["phu-luc.csv", "--into", "an-toan", "-o", "x"], "không dùng cùng --output"),
        (&["phu-luc.csv", "--into", "an-toan", "--period", "2026"], "không dùng cùng --period"),
        (&["phu-luc.csv", "--into", "an-toan", "--units", "plans/a/units.yaml"], "không dùng cùng --units"),
    ] {
        let ran = plan_in(folder.path(), &[&["import"], arguments].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}: {}", ran.err);
        assert_contains(&ran.err, &[message]);
    }
    assert_eq!(names(&folder.path().join("plans/a")), ["plan.yaml", "units.yaml"]);
    // A list in an unusual notation is no place for entries.
    let flow = MAIN.replace(
        "tasks:\n  - id: I-1\n    section: I\n    title: Rà soát phòng cháy\n    lead: vh\n    due: 30/6\n",
        "tasks: [&a {id: I-1, title: Rà soát phòng cháy, lead: vh}]\n",
    );
    fs::write(folder.path().join("b.plan.yaml"), format!("{flow}\n{UNITS}")).unwrap();
    let ran =
        plan_in(folder.path(), &["import", "phu-luc.csv", "--into", "an-toan", "--plans", "b.plan.yaml"]);
    assert_eq!(ran.code, 2, "{}{}", ran.out, ran.err);
    assert_eq!(read(folder.path(), "b.plan.yaml"), format!("{flow}\n{UNITS}"));
}

#[cfg(unix)]
#[test]
fn a_file_never_replaces_one_that_is_no_part_of_the_plan() {
    let folder =
        folder_of(&[("plans/a/plan.yaml", MAIN), ("plans/a/units.yaml", UNITS), ("phu-luc.csv", ANNEX)]);
    std::os::unix::fs::symlink("/dev/null", folder.path().join("plans/a/phu-luc-01.yaml")).unwrap();
    let ran = plan_in(folder.path(), &["import", "phu-luc.csv", "--into", "an-toan"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_contains(&ran.out, &["plans/a/phu-luc-01-2.yaml"]);
}

/// An annex without a number takes none that another annex of the plan has, whatever the ids of that one are.
#[test]
fn an_annex_without_a_number_takes_a_free_one_with_a_mark() {
    let targets = "targets:\n  - {id: CT-01, title: Học sinh biết bơi, value: 85%, lead: vh, source: 'Phụ lục 01, TT 1'}\n";
    let target = "PHỤ LỤC\n\nTT | Chỉ tiêu | Đơn vị tính | Kế hoạch | Đơn vị chủ trì\n1 | Lớp dạy bơi | Lớp | 14 | Phòng VH\n";
    let named = "Phụ lục số 3\n\nDanh mục\n\nTT | Nội dung công việc | Đơn vị chủ trì | Thời hạn\n1 | Tập huấn cho giáo viên | Phòng VH | 31/5\n";
    for (files, found, path, lines) in [
        (
            vec![("plans/a/phu-luc-01.yaml", targets)],
            ANNEX,
            "phu-luc-02.yaml",
            &[
                "  - id: PL2 # ? phụ lục không ghi số: lấy số còn trống\n    title: Phụ lục 2 # ? phụ lục không có tên\n",
                "  - id: PL2-02\n",
            ][..],
        ),
        (vec![("plans/a/chi-tieu.yaml", targets)], ANNEX, "phu-luc-02.yaml", &["  - id: PL2-02\n"]),
        (
            vec![("plans/a/phu-luc-01.yaml", targets)],
            target,
            "phu-luc-02.yaml",
            &["  - id: PL2-01 # ? phụ lục không ghi số: lấy số còn trống\n"],
        ),
        (
            vec![("plans/a/phu-luc-01.yaml", targets)],
            named,
            "phu-luc-03.yaml",
            &["  - {id: PL3, title: Danh mục}\n"],
        ),
    ] {
        let name = if found.contains(" | ") { "pl.txt" } else { "pl.csv" };
        let mut all = vec![("plans/a/plan.yaml", MAIN), ("plans/a/units.yaml", UNITS), (name, found)];
        all.extend(files);
        let folder = folder_of(&all);
        let ran = plan_in(folder.path(), &["import", name, "--into", "an-toan"]);
        assert_eq!(ran.err, "", "{}", ran.out);
        assert_contains(&read(folder.path(), &format!("plans/a/{path}")), lines);
        assert_eq!(plan_in(folder.path(), &["validate"]).code, 0);
    }
}
