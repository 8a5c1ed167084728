use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::folder::folder_of;
use crate::support::program::{Ran, plan_in};
use crate::support::workbook::Workbook;

const MAIN: &str = "\
format: 1
plan: p
title: Kế hoạch năm 2026
period: 2026
standing: phong
include: [targets.yaml]
units:
  - {id: phong, name: Phòng Giáo dục, kind: phong-ban}
  - {id: mai, name: Trường Hoa Mai, kind: truong}
  - {id: lan, name: Trường Hoa Lan, kind: truong}
groups: [{id: truong, name: Các trường, kind: truong}]
columns:
  - {key: x-ngay, title: Ngày nghiệm thu, type: day, form: true}
  - {key: x-so, title: Kinh phí, type: number, form: true}
  - {key: x-chu, title: Ghi chú, form: true}
  - {key: x-don-vi, title: Giám sát, type: unit, form: true}
tasks:
  - {id: a, title: Việc một, lead: truong, due: 1/3/2026}
  - {id: b, title: Việc hai, lead: truong, due: 30/9/2026}
  - {id: c, title: Việc chung, lead: [phong, mai, lan], mode: joint, due: 30/11/2026}
  - {id: d, title: Việc quý, lead: truong, due: hằng quý}
";

const TARGETS: &str = "\
targets:
  - {id: T, title: Chỉ tiêu, value: 100%, lead: mai}
  - {id: U, title: Chỉ tiêu quý, value: 5 lớp, lead: mai, due: hằng quý}
";

const MAI: &str = "\
unit: mai
progress:
  - {item: b, date: 1/5/2026, state: started, percent: 40, difficulty: Thiếu kinh phí}
";

/// A folder with the plan, and its forms as of 15/6/2026.
fn sent() -> TempDir {
    let folder = folder_of(&[
        ("plans/p/plan.yaml", MAIN),
        ("plans/p/targets.yaml", TARGETS),
        ("plans/p/progress/mai.yaml", MAI),
    ]);
    let ran = plan_in(folder.path(), &["form", "-o", "bieu", "--as-of", "15/6/2026"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    folder
}

fn book(folder: &Path, unit: &str) -> Workbook {
    Workbook::read(&fs::read(folder.join(format!("bieu/{unit}.xlsx"))).unwrap())
}

fn save(folder: &Path, name: &str, book: &Workbook) {
    fs::create_dir_all(folder.join("ve")).unwrap();
    fs::write(folder.join("ve").join(name), book.bytes()).unwrap();
}

fn collect(folder: &Path, arguments: &[&str]) -> Ran {
    plan_in(folder, &[&["collect", "ve", "--as-of", "20/6/2026"], arguments].concat())
}

/// Fills in cells of the first sheet of a unit's form: keys with columns and texts.
fn filled(folder: &Path, unit: &str, cells: &[(&str, &str, &str)]) -> Workbook {
    let mut book = book(folder, unit);
    for (key, column, text) in cells {
        let place = book.place(1, key, column);
        book.write(1, &place, text);
    }
    book
}

fn text(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join("plans/p").join(path)).unwrap()
}

/// The mark that a spreadsheet program keeps beside an open workbook is no form; it says that changes may be missing.
#[test]
fn a_form_that_is_open_elsewhere_is_read_and_told() {
    for mark in ["~$mai.xlsx", ".~lock.mai.xlsx#"] {
        let folder = sent();
        save(folder.path(), "mai.xlsx", &filled(folder.path(), "mai", &[("p/b/mai/-", "percent", "60")]));
        save(folder.path(), "lan.xlsx", &book(folder.path(), "lan"));
        fs::write(folder.path().join("ve").join(mark), "x").unwrap();
        let told = "\"ve/mai.xlsx\" đang mở trong Excel hoặc LibreOffice: phần chưa lưu không có trong tệp\n";
        let ran = collect(folder.path(), &["--dry-run"]);
        assert_eq!(ran.err.matches("đang mở").count(), 1, "{}", ran.err);
        assert!(ran.err.contains(told) && ran.err.contains("percent: 60"), "{}", ran.err);
        fs::remove_file(folder.path().join("ve").join(mark)).unwrap();
        assert!(!collect(folder.path(), &["--dry-run"]).err.contains("đang mở"));
    }
}

#[test]
fn changed_cells_become_lines_in_the_file_of_the_unit() {
    let folder = sent();
    let mut mai = filled(
        folder.path(),
        "mai",
        &[
            ("p/a/mai/-", "result", "xong"),
            ("p/a/mai/-", "done_on", "27/2/2026"),
            ("p/a/mai/-", "evidence", "Báo cáo số 5\nngày 27/2/2026"),
            ("p/b/mai/-", "proposal", "Bố trí kinh phí"),
            ("p/d/mai/2026-Q1", "result", "Không phát sinh"),
            ("p/d/mai/2026-Q2", "x-chu", "đang chờ"),
            ("p/d/mai/2026-Q2", "x-don-vi", "Phòng Giáo dục"),
        ],
    );
    let percent = mai.place(1, "p/b/mai/-", "percent");
    mai.number(1, &percent, "0.65");
    let day = mai.place(1, "p/d/mai/2026-Q2", "x-ngay");
    mai.number(1, &day, "46180");
    let number = mai.place(1, "p/d/mai/2026-Q2", "x-so");
    mai.number(1, &number, "12.5");
    for (key, value, day) in [("p/T/mai/-", "65%", ""), ("p/U/mai/2026-Q1", "5 lớp", "31/3/2026")] {
        let (value_cell, day_cell) = (mai.place(2, key, "value"), mai.place(2, key, "date"));
        mai.write(2, &value_cell, value);
        mai.write(2, &day_cell, day);
    }
    save(folder.path(), "Hoa Mai (1).xlsx", &mai);
    save(folder.path(), "lan.xlsx", &book(folder.path(), "lan"));
    let dry = collect(folder.path(), &["--dry-run"]);
    assert_eq!((dry.code, text(folder.path(), "progress/mai.yaml")), (0, MAI.to_owned()));
    let ran = collect(folder.path(), &["-q"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(
        text(folder.path(), "progress/mai.yaml"),
        MAI.to_owned()
            + "  - {item: a, date: 20/6/2026, as_of: 27/2/2026, state: done, evidence: Báo cáo số 5; ngày 27/2/2026, source: 'Hoa Mai (1).xlsx, Báo cáo, dòng 8'}\n"
            + "  - {item: d, period: 2026-Q1, date: 20/6/2026, state: done, evidence: Không phát sinh, source: 'Hoa Mai (1).xlsx, Báo cáo, dòng 9'}\n"
            + "  - {item: d, period: 2026-Q2, date: 20/6/2026, source: 'Hoa Mai (1).xlsx, Báo cáo, dòng 10', x-ngay: 7/6/2026, x-so: 12.5, x-chu: đang chờ, x-don-vi: phong}\n"
            + "  - {item: b, date: 20/6/2026, percent: 65, proposal: Bố trí kinh phí, source: 'Hoa Mai (1).xlsx, Báo cáo, dòng 11'}\n"
    );
    assert_eq!(
        text(folder.path(), "targets.yaml"),
        TARGETS
            .replace("lead: mai}", "lead: mai, results: [{date: 20/06/2026, value: 65%, unit: mai, source: 'Hoa Mai (1).xlsx, Chỉ tiêu, dòng 8'}]}")
            .replace("hằng quý}", "hằng quý, results: [{date: 31/03/2026, value: 5 lớp, period: 2026-Q1, unit: mai, source: 'Hoa Mai (1).xlsx, Chỉ tiêu, dòng 9'}]}")
    );
    assert!(!folder.path().join("plans/p/progress/lan.yaml").exists());
    assert_eq!(
        ran.out,
        "\
Nhận biểu báo cáo · Ngày báo cáo 20/06/2026

Mã   Đơn vị          Dòng sửa  Hoàn thành  Đang thực hiện  Khác  Không nhận
───────────────────────────────────────────────────────────────────────────
mai  Trường Hoa Mai         6           2               0     4           0
lan  Trường Hoa Lan         0           0               0     0           0
───────────────────────────────────────────────────────────────────────────
     Cộng                   6           2               0     4           0

Chưa gửi báo cáo
Mã     Đơn vị
─────────────────────
phong  Phòng Giáo dục
"
    );
    assert_eq!(plan_in(folder.path(), &["validate"]).code, 0);
    // Twice is once, also on another day and under another name.
    let before = [text(folder.path(), "progress/mai.yaml"), text(folder.path(), "targets.yaml")];
    save(folder.path(), "mai.xlsx", &mai);
    for day in ["20/6/2026", "1/7/2026"] {
        let ran = plan_in(
            folder.path(),
            &["collect", "ve", "--as-of", "20/6/2026", "--date", day, "-q", "-f", "json"],
        );
        let json = ran.json();
        assert_eq!((ran.code, json["files"].as_array().unwrap().len()), (0, 0), "{}", ran.out);
        assert_eq!((&json["units"][0]["known"], &json["units"][0]["changed"]), (&12.into(), &12.into()));
    }
    assert_eq!(before, [text(folder.path(), "progress/mai.yaml"), text(folder.path(), "targets.yaml")]);
}

/// The cells of a row that are filled in, the column at which the row is refused, and words of the finding.
type RefusedRow = (&'static [(&'static str, &'static str)], &'static str, &'static str);

#[test]
fn what_cannot_be_taken_is_named_at_its_cell() {
    let folder = sent();
    let cases: &[RefusedRow] = &[
        (&[("result", "Đã hoàn thành"), ("evidence", "x")], "done_on", "phải có ngày hoàn thành"),
        (&[("result", "xong"), ("done_on", "31/02/2026")], "done_on", "\"31/02/2026\" không phải một ngày"),
        (&[("result", "xong"), ("done_on", "21/6/2026")], "done_on", "sau ngày báo cáo"),
        (&[("result", "đang làm"), ("done_on", "1/6/2026")], "done_on", "chỉ đi với kết quả Đã hoàn thành"),
        (&[("done_on", "1/6/2026")], "done_on", "chỉ đi với kết quả Đã hoàn thành"),
        (&[("result", "80%")], "result", "không hiểu kết quả \"80%\""),
        (&[("percent", "nhiều")], "percent", "không phải tỷ lệ"),
        (&[("percent", "150%")], "percent", "150% không nằm trong 0–100%"),
        (&[("percent", "1")], "percent", "1% hoặc 100%"),
        (&[("evidence", "Báo cáo số 1")], "evidence", "phải chọn kết quả"),
        (&[("x-so", "mười")], "x-so", "không phải số"),
        (&[("x-ngay", "tháng 6")], "x-ngay", "không phải một ngày"),
        (&[("x-don-vi", "Phòng Y tế")], "x-don-vi", "không có đơn vị"),
        (&[("key", "p/a/lan/-")], "key", "không có trong biểu đã gửi"),
        (&[("key", "p/xyz/mai/-")], "key", "không có trong biểu đã gửi"),
        (&[("key", ""), ("result", "xong")], "result", "dòng thêm bằng tay"),
        (&[("key", "p/b/mai/-"), ("result", "tạm dừng")], "key", "dòng này có hai lần"),
    ];
    for (cells, column, words) in cases {
        let mut mai = book(folder.path(), "mai");
        let row = mai.rows(1).into_iter().find(|row| row["key"].1 == "p/a/mai/-").unwrap();
        for (column, text) in *cells {
            mai.write(1, &row[*column].0, text);
        }
        let other = mai.place(1, "p/d/mai/2026-Q1", "result");
        mai.write(1, &other, "đang làm");
        save(folder.path(), "mai.xlsx", &mai);
        let ran = collect(folder.path(), &["--dry-run", "-f", "json"]);
        let json = ran.json();
        let of_row: Vec<&serde_json::Value> = json["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|found| found["severity"] == "error")
            .collect();
        assert_eq!((ran.code, of_row.len()), (1, 1), "{cells:?} {}", ran.err);
        let at = if *words == "dòng này có hai lần" {
            mai.place(1, "p/b/mai/-", "key")
        } else {
            row[*column].0.clone()
        };
        let line: u32 = at.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().unwrap();
        let told = of_row[0]["cell"].as_str().unwrap();
        assert!(
            told == at
                || *words == "dòng này có hai lần" && told.ends_with(&line.to_string())
                || told.starts_with('A'),
            "{cells:?} {told} {at}"
        );
        assert!(of_row[0]["message"].as_str().unwrap().contains(words), "{cells:?} {}", ran.err);
        assert!(ran.err.contains(&format!("lỗi: ve/mai.xlsx: Báo cáo!{told}: ")), "{}", ran.err);
        // The other row is taken.
        assert!(
            ran.err.contains("+  - {item: d, period: 2026-Q1, date: 20/6/2026, state: started"),
            "{}",
            ran.err
        );
        assert_eq!(json["units"][0]["in_progress"], 1);
    }
    assert_eq!(text(folder.path(), "progress/mai.yaml"), MAI);
}

#[test]
fn what_would_make_the_plan_wrong_is_refused_at_its_cell() {
    let folder = sent();
    let mut mai = book(folder.path(), "mai");
    let place = mai.place(2, "p/T/mai/-", "value");
    mai.write(2, &place, "9 trường");
    let place = mai.place(2, "p/U/mai/2026-Q1", "value");
    mai.write(2, &place, "4 lớp");
    save(folder.path(), "mai.xlsx", &mai);
    let ran = collect(folder.path(), &["-q"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.starts_with("lỗi: ve/mai.xlsx: Chỉ tiêu!H8: \"9 trường\" không cùng đơn vị tính"),
        "{}",
        ran.err
    );
    assert!(text(folder.path(), "targets.yaml").contains("value: 4 lớp"));
    assert!(!text(folder.path(), "targets.yaml").contains("9 trường"));
    // The lead has changed since: the unit does not answer for the work any more.
    let folder = sent();
    fs::write(
        folder.path().join("plans/p/changes.yaml"),
        "changes: [{item: a, unit: mai, date: 18/6/2026, lead: phong, by: Công văn số 1/CV-P ngày 18/6/2026}]\n",
    )
    .unwrap();
    let mai =
        filled(folder.path(), "mai", &[("p/a/mai/-", "percent", "50%"), ("p/b/mai/-", "percent", "50%")]);
    save(folder.path(), "mai.xlsx", &mai);
    let ran = collect(folder.path(), &["-q"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(
        ran.err.contains("Báo cáo!A8: kế hoạch không còn việc này, hoặc không còn của đơn vị"),
        "{}",
        ran.err
    );
    assert!(text(folder.path(), "progress/mai.yaml").contains("{item: b, date: 20/6/2026, percent: 50"));
    assert!(!text(folder.path(), "progress/mai.yaml").contains("item: a"));
}

#[test]
fn each_unit_has_its_own_word_on_joint_work() {
    let folder = sent();
    for (unit, result) in [("mai", "đang làm"), ("lan", "tạm dừng"), ("phong", "đang làm")] {
        save(
            folder.path(),
            &format!("{unit}.xlsx"),
            &filled(folder.path(), unit, &[("p/c/phong+mai+lan/-", "result", result)]),
        );
    }
    let ran = collect(folder.path(), &["-q"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(text(folder.path(), "progress/mai.yaml").contains("{item: c, date: 20/6/2026, state: started"));
    assert!(text(folder.path(), "progress/lan.yaml").contains("{item: c, date: 20/06/2026, state: paused"));
    let files = collect(folder.path(), &["-q", "-f", "json"]).json()["files"].clone();
    assert_eq!(files.as_array().unwrap().len(), 0);
    // A form that comes later says its own word, too.
    save(
        folder.path(),
        "phong.xlsx",
        &filled(folder.path(), "phong", &[("p/c/phong+mai+lan/-", "result", "tạm dừng")]),
    );
    let ran = collect(folder.path(), &["-q", "--dry-run"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("kế hoạch đã có báo cáo khác"),
        "the unit itself has said otherwise: {}",
        ran.err
    );
}

#[test]
fn what_others_have_said_since_is_a_conflict() {
    let folder = sent();
    let mai = filled(
        folder.path(),
        "mai",
        &[
            ("p/a/mai/-", "percent", "70%"),
            ("p/b/mai/-", "percent", "70%"),
            ("p/d/mai/2026-Q1", "percent", "70%"),
        ],
    );
    save(folder.path(), "mai.xlsx", &mai);
    let more = "  - {item: a, date: 16/6/2026, percent: 60}\n  - {item: b, date: 16/6/2026, state: paused}\n  - {item: d, period: 2026-Q1, date: 17/6/2026, percent: 70}\n";
    fs::write(folder.path().join("plans/p/progress/mai.yaml"), MAI.to_owned() + more).unwrap();
    let ran = collect(folder.path(), &["-f", "json"]);
    assert_eq!(ran.code, 1);
    let json = ran.json();
    let found: Vec<(&str, &str)> = json["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| (found["cell"].as_str().unwrap(), found["severity"].as_str().unwrap()))
        .collect();
    // Another percentage since; a report on something else since; the same percentage.
    assert_eq!(found, [("J8", "error"), ("J11", "warning")]);
    let now = text(folder.path(), "progress/mai.yaml");
    assert_eq!(
        now,
        MAI.to_owned()
            + more
            + "  - {item: b, date: 20/6/2026, percent: 70, source: 'mai.xlsx, Báo cáo, dòng 11'}\n"
    );
}

#[test]
fn two_forms_of_a_unit_must_not_contradict_each_other() {
    let folder = sent();
    for (name, text) in [("1.xlsx", "50%"), ("2.xlsx", "60%"), ("3.xlsx", "50%")] {
        save(
            folder.path(),
            name,
            &filled(folder.path(), "mai", &[("p/a/mai/-", "percent", text), ("p/b/mai/-", "percent", "90%")]),
        );
    }
    let ran = collect(folder.path(), &["-q"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains(
            "lỗi: ve/2.xlsx: Báo cáo!J8: biểu khác của đơn vị báo khác về việc này: ve/1.xlsx: Báo cáo!J8"
        ),
        "{}",
        ran.err
    );
    let now = text(folder.path(), "progress/mai.yaml");
    assert_eq!(now.matches("date: 20/6/2026").count(), 1, "{now}");
    assert!(now.contains("{item: b, date: 20/6/2026, percent: 90"));
}

#[test]
fn locked_cells_do_not_count_and_foreign_sheets_are_told() {
    let folder = sent();
    let mut mai =
        filled(folder.path(), "mai", &[("p/a/mai/-", "title", "Việc khác"), ("p/a/mai/-", "percent", "5%")]);
    let due = mai.place(1, "p/a/mai/-", "due");
    mai.number(1, &due, "46000");
    let named = mai.part("xl/workbook.xml").replace("\"Báo cáo\"", "\"Sheet1\"");
    *mai.part_mut("xl/workbook.xml") = named;
    save(folder.path(), "mai.xlsx", &mai);
    let ran = collect(folder.path(), &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for told in
        ["Sheet1!A8: trang tính đã đổi tên", "Sheet1!D8: ô khóa đã bị sửa", "Sheet1!F8: ô khóa đã bị sửa"]
    {
        assert!(ran.err.contains(told), "{told} in {}", ran.err);
    }
    assert!(text(folder.path(), "progress/mai.yaml").contains("{item: a, date: 20/6/2026, percent: 5"));
}

#[test]
fn forms_of_other_plans_and_units_are_told() {
    let folder = sent();
    save(folder.path(), "mai.xlsx", &filled(folder.path(), "mai", &[("p/a/mai/-", "percent", "5%")]));
    let main = MAIN.replace("plan: p\n", "plan: q\n");
    fs::write(folder.path().join("plans/p/plan.yaml"), &main).unwrap();
    let ran = collect(folder.path(), &["-q"]);
    assert!(ran.code == 1 && ran.err.contains("Báo cáo!A8: biểu của kế hoạch khác: \"p\""), "{}", ran.err);
    let main = MAIN.replace("id: mai", "id: may").replace("mai, lan", "may, lan");
    fs::write(folder.path().join("plans/p/plan.yaml"), &main).unwrap();
    fs::write(folder.path().join("plans/p/targets.yaml"), "").unwrap();
    fs::remove_dir_all(folder.path().join("plans/p/progress")).unwrap();
    let ran = collect(folder.path(), &["-q"]);
    assert!(ran.code == 1 && ran.err.contains("không kế hoạch nào có đơn vị \"mai\""), "{}", ran.err);
    fs::write(folder.path().join("plans/p/plan.yaml"), MAIN.replace("due: 1/3/2026", "due: 31/2/2026"))
        .unwrap();
    let ran = collect(folder.path(), &["-q"]);
    assert!(ran.code == 1 && ran.err.contains("kế hoạch \"p\" đang có lỗi"), "{}", ran.err);
}

#[test]
fn files_are_named_or_found_in_folders() {
    let folder = sent();
    let at = |arguments: &[&str]| {
        plan_in(folder.path(), &[&["collect", "--as-of", "20/6/2026", "-q"], arguments].concat())
    };
    let ran = at(&["khong-co.xlsx"]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (2, "lỗi: không đọc được \"khong-co.xlsx\": không có tệp hay thư mục này\n")
    );
    fs::create_dir(folder.path().join("rong")).unwrap();
    assert_eq!(at(&["rong"]).err, "lỗi: không có tệp .xlsx nào trong \"rong\"\n");
    assert_eq!(at(&[]).code, 2);
    // Excel keeps a file beside an open one.
    fs::write(folder.path().join("rong/~$mai.xlsx"), "x").unwrap();
    fs::write(folder.path().join("rong/.an.xlsx"), "x").unwrap();
    fs::write(folder.path().join("rong/ghi-chu.txt"), "x").unwrap();
    assert_eq!(at(&["rong"]).code, 2);
    fs::create_dir_all(folder.path().join("rong/dot 1")).unwrap();
    let mai = filled(folder.path(), "mai", &[("p/a/mai/-", "percent", "5%")]);
    fs::write(folder.path().join("rong/dot 1/MAI.XLSX"), mai.bytes()).unwrap();
    let ran = at(&["rong", "--dry-run", "-f", "json"]);
    assert_eq!((ran.code, &ran.json()["units"][0]["changed"]), (0, &1.into()), "{}", ran.err);
    assert_eq!(
        at(&["rong/ghi-chu.txt", "--lang", "en"]).err,
        "error: rong/ghi-chu.txt: no workbook (.xlsx); open it in Excel and save it as .xlsx\n"
    );
}

#[test]
fn forms_that_nobody_touched_are_written_over() {
    let folder = sent();
    let form = |day: &str| plan_in(folder.path(), &["form", "-o", "bieu", "--as-of", day, "-f", "json"]);
    let states = |ran: &Ran| {
        ran.json()["forms"]
            .as_array()
            .unwrap()
            .iter()
            .map(|form| form["state"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let ran = form("15/7/2026");
    assert_eq!((ran.code, states(&ran)), (0, vec!["written".to_owned(); 3]));
    let mai = filled(folder.path(), "mai", &[("p/a/mai/-", "percent", "5%")]);
    fs::write(folder.path().join("bieu/mai.xlsx"), mai.bytes()).unwrap();
    let ran = form("15/8/2026");
    assert_eq!((ran.code, states(&ran)), (1, ["written", "kept", "written"].map(str::to_owned).to_vec()));
}
