use std::fs;
use std::path::Path;

use crate::support::folder::{folder_of, names};
use crate::support::program::{Ran, plan, plan_in};
use crate::support::workbook::{FormCells, Workbook};

const MAIN: &str = "\
format: 1
plan: p
title: Kế hoạch năm 2026
period: 2026
standing: phong
units:
  - {id: phong, name: Phòng Giáo dục, kind: phong-ban}
  - {id: hoa-mai, name: Trường Hoa Mai, kind: truong}
  - {id: hoa-lan, name: Trường Hoa Lan, kind: truong}
  - {id: hoa-sen, name: Trường Hoa Sen, kind: khac}
groups: [{id: truong, name: Các trường, kind: truong}]
columns:
  - {key: x-kinh-phi, title: Kinh phí, type: number}
  - {key: x-ngay, title: Ngày nghiệm thu, title_en: Accepted, type: day, form: true}
sections: [{id: I, title: Chỉ đạo}, {id: II, title: Chuyên môn}]
tasks:
  - {id: t, section: II, title: Báo cáo quý, lead: truong, due: hằng quý}
  - {id: s, section: II, title: Việc thường xuyên, lead: truong, due: thường xuyên}
  - {id: q, section: II, title: Việc quá hạn, lead: truong, due: 1/3/2026}
  - {id: u, section: I, title: Việc chung, lead: [phong, hoa-mai], mode: joint, due: 30/11/2026}
  - {id: v, section: I, title: Việc sau, lead: hoa-lan, due: từ 1/12/2026 đến 20/12/2026}
targets:
  - {id: C, title: Chỉ tiêu, value: 100%, lead: hoa-mai, results: [{date: 1/2/2026, value: 50%}]}
progress:
  - {item: q, unit: hoa-mai, date: 1/2/2026, state: started, percent: 12.5, difficulty: Thiếu kinh phí, x-ngay: 5/2/2026}
  - {item: t, unit: hoa-mai, period: 2026-Q1, date: 20/3/2026, state: done, evidence: Báo cáo số 1}
";

fn form(folder: &Path, arguments: &[&str]) -> Ran {
    plan_in(folder, &[&["form", "-o", "bieu", "--as-of", "15/6/2026"], arguments].concat())
}

fn book(folder: &Path, unit: &str) -> Workbook {
    Workbook::read(&fs::read(folder.join("bieu").join(format!("{unit}.xlsx"))).unwrap())
}

fn texts<'r>(rows: &'r [FormCells], column: &str) -> Vec<&'r str> {
    rows.iter().map(|row| row[column].1.as_str()).collect()
}

#[test]
fn each_unit_gets_a_workbook_with_its_open_work() {
    let folder = folder_of(&[("plans/p.plan.yaml", MAIN)]);
    let ran = form(folder.path(), &["--reply-by", "5/7"]);
    assert_eq!(
        (ran.code, ran.out.as_str(), ran.err.as_str()),
        (0, "bieu/phong.xlsx\nbieu/hoa-mai.xlsx\nbieu/hoa-lan.xlsx\n", "")
    );
    let book = book(folder.path(), "hoa-mai");
    assert_eq!(book.names(), ["Báo cáo", "Chỉ tiêu"]);
    let cells = book.cells(1);
    let above: Vec<&str> = (1..=4).map(|row| cells[&(row, "B".to_owned())].as_str()).collect();
    assert_eq!(
        above,
        [
            "BÁO CÁO TÌNH HÌNH THỰC HIỆN",
            "Kế hoạch năm 2026",
            "Đơn vị: Trường Hoa Mai",
            "Tính đến ngày 15/06/2026. Gửi lại Phòng Giáo dục trước khi hết ngày 05/07/2026"
        ]
    );
    let rows = book.rows(1);
    assert_eq!(
        texts(&rows, "key"),
        ["", "p/u/phong+hoa-mai/-", "", "p/q/hoa-mai/-", "p/t/hoa-mai/2026-Q2", "p/s/hoa-mai/-"]
    );
    assert_eq!(texts(&rows, "no"), ["I", "1", "II", "2", "3", "4"]);
    assert_eq!(texts(&rows, "id"), ["", "u", "", "q", "t", "s"], "headings leave the id empty");
    assert_eq!(texts(&rows, "period"), ["", "", "", "", "Quý II", ""]);
    assert_eq!(texts(&rows, "due"), ["", "46356", "", "46083", "46203", "thường xuyên"]);
    assert_eq!(texts(&rows, "status")[3], "quá hạn 105 ngày");
    // The last report stands in the cells to fill in.
    assert_eq!(texts(&rows, "result"), ["", "", "", "Đang thực hiện", "", ""]);
    assert_eq!(texts(&rows, "percent")[3], "0.125");
    assert_eq!(texts(&rows, "difficulty")[3], "Thiếu kinh phí");
    assert_eq!(texts(&rows, "x-ngay")[3], "46058");
    assert!(!rows[0].contains_key("x-kinh-phi"), "a column that no form asks for");
    let targets = book.rows(2);
    assert_eq!(texts(&targets, "key"), ["p/C/hoa-mai/-"]);
    assert_eq!((texts(&targets, "assigned"), texts(&targets, "reported")), (vec!["100%"], vec!["50%"]));
}

#[test]
fn what_is_done_or_begins_later_is_there_if_it_is_asked_for() {
    let folder = folder_of(&[("plans/p.plan.yaml", MAIN)]);
    let keys = |arguments: &[&str], unit: &str| {
        let _ = fs::remove_dir_all(folder.path().join("bieu"));
        assert_eq!(form(folder.path(), arguments).code, 0);
        let rows = book(folder.path(), unit).rows(1);
        texts(&rows, "key").into_iter().filter(|key| !key.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let lan = ["p/q/hoa-lan/-", "p/t/hoa-lan/2026-Q1", "p/t/hoa-lan/2026-Q2", "p/s/hoa-lan/-"];
    assert_eq!(keys(&[], "hoa-lan"), lan);
    let later = keys(&["--until", "31/12/2026"], "hoa-lan");
    assert_eq!(later.len(), 7, "{later:?}");
    assert_eq!(later[0], "p/v/hoa-lan/-");
    let with_done = keys(&["--all"], "hoa-mai");
    assert_eq!(with_done.last().unwrap(), "p/t/hoa-mai/2026-Q1");
    let rows = book(folder.path(), "hoa-mai").rows(1);
    let done = rows.last().unwrap();
    assert_eq!((done["result"].1.as_str(), done["done_on"].1.as_str()), ("Đã hoàn thành", "46101"));
    assert_eq!(done["evidence"].1, "Báo cáo số 1");
    // A unit may share work with others: only its own form is made.
    assert_eq!(keys(&["--unit", "hoa-mai", "t", "id:t"], "hoa-mai"), ["p/t/hoa-mai/2026-Q2"]);
    assert_eq!(keys(&["--unit", "truong"], "hoa-lan"), lan);
    assert_eq!(names(&folder.path().join("bieu")), ["hoa-lan.xlsx", "hoa-mai.xlsx"]);
}

#[test]
fn only_the_cells_to_fill_in_are_unlocked_and_they_are_checked() {
    let folder = folder_of(&[("plans/p.plan.yaml", MAIN)]);
    form(folder.path(), &[]);
    let book = book(folder.path(), "hoa-mai");
    let sheet = book.sheet(1);
    let styles =
        book.part("xl/styles.xml").split("<cellXfs").nth(1).unwrap().split("</cellXfs>").next().unwrap();
    let formats: Vec<&str> = styles.split("<xf ").skip(1).collect();
    let is_locked = |cell: &str| {
        let style = sheet.split(&format!("<c r=\"{cell}\" s=\"")).nth(1).unwrap().split('"').next().unwrap();
        !formats[style.parse::<usize>().unwrap()].contains("locked=\"0\"")
    };
    let inputs = ["result", "done_on", "percent", "evidence", "difficulty", "proposal", "x-ngay"];
    for row in book.rows(1) {
        for (column, (cell, _)) in row.iter().filter(|_| !row["key"].1.is_empty()) {
            assert_eq!(is_locked(cell), !inputs.contains(&column.as_str()), "{column} {cell}");
        }
        if row["key"].1.is_empty() {
            assert!(is_locked(&row["result"].0) && is_locked(&row["evidence"].0));
        }
    }
    assert!(sheet.contains("<sheetProtection ") && !sheet.contains("password"), "{sheet}");
    let list =
        "<formula1>\"Chưa thực hiện,Đang thực hiện,Đã hoàn thành,Tạm dừng,Không phát sinh\"</formula1>";
    assert!(sheet.contains(list) && sheet.contains("sqref=\"H8:H13\""), "{sheet}");
    assert!(sheet.contains("type=\"date\" errorStyle=\"warning\"") && sheet.contains("type=\"decimal\""));
    assert!(sheet.contains("AND($H8=\"Đã hoàn thành\",K8=\"\")") || sheet.contains("AND($H8=&quot;"));
    assert!(sheet.contains("<col min=\"1\" max=\"1\"") && sheet.contains("hidden=\"1\""));
    assert!(sheet.contains("fitToHeight=\"0\"") && sheet.contains("orientation=\"landscape\""));
    assert!(book.part("xl/workbook.xml").contains("Print_Titles"));
    assert!(book.part("xl/styles.xml").contains("Times New Roman"));
    assert!(
        sheet
            .split("<row ")
            .skip(1)
            .all(|row| row.split('>').next().unwrap().contains("ht=\"") || row.contains("hidden=\"1\""))
    );
}

#[test]
fn a_form_says_of_itself_what_it_is() {
    let folder = folder_of(&[("plans/p.plan.yaml", MAIN)]);
    form(folder.path(), &[]);
    let book = book(folder.path(), "hoa-mai");
    let property = |name: &str| book.property(name);
    assert_eq!(property("plan.form").as_deref(), Some("1"));
    assert_eq!(property("plan.unit").as_deref(), Some("hoa-mai"));
    assert_eq!(property("plan.as_of").as_deref(), Some("2026-06-15"));
    let parts: Vec<String> = (1..).map_while(|at| property(&format!("plan.sent.{at}"))).collect();
    assert!(parts.iter().all(|part| part.replace("&quot;", "\"").chars().count() <= 255));
    let sent: serde_json::Value = serde_json::from_str(&parts.concat().replace("&quot;", "\"")).unwrap();
    assert_eq!(sent["p/q/hoa-mai/-"]["c"]["percent"], "12.5");
    assert_eq!(sent["p/q/hoa-mai/-"]["c"]["x-ngay"], "2026-02-05");
    assert_eq!(sent["p/q/hoa-mai/-"]["r"].as_array().unwrap().len(), 1);
    assert_eq!(sent.as_object().unwrap().len(), 5);
}

#[test]
fn equal_forms_have_equal_bytes_and_others_are_kept() {
    let folder = folder_of(&[("plans/p.plan.yaml", MAIN)]);
    assert_eq!(form(folder.path(), &[]).code, 0);
    let path = folder.path().join("bieu/hoa-mai.xlsx");
    let first = fs::read(&path).unwrap();
    let ran = form(folder.path(), &["-f", "json"]);
    assert_eq!((ran.code, &ran.json()["forms"][1]["state"]), (0, &"unchanged".into()));
    let mut filled = Workbook::read(&first);
    let place = filled.place(1, "p/q/hoa-mai/-", "evidence");
    filled.write(1, &place, "Biên bản số 5");
    let place = filled.place(1, "p/u/phong+hoa-mai/-", "percent");
    filled.number(1, &place, "0.3");
    fs::write(&path, filled.bytes()).unwrap();
    let ran = form(folder.path(), &["-f", "json"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("\"bieu/hoa-mai.xlsx\" đã có"), "{}", ran.err);
    let forms = ran.json()["forms"].clone();
    assert_eq!((&forms[0]["state"], &forms[1]["state"]), (&"unchanged".into(), &"kept".into()));
    assert_eq!((&forms[1]["items"], &forms[1]["targets"]), (&4.into(), &1.into()));
    assert_eq!(fs::read(&path).unwrap(), filled.bytes());
}

#[test]
fn forms_are_in_both_languages() {
    let folder = folder_of(&[("plans/p.plan.yaml", MAIN)]);
    form(folder.path(), &["--lang", "en"]);
    let book = book(folder.path(), "hoa-mai");
    assert_eq!(book.names(), ["Report", "Targets"]);
    let sheet = book.sheet(1);
    assert!(sheet.contains("\"Not started,In progress,Done,Paused,Nothing arose\""));
    let cells = book.cells(1);
    assert_eq!(cells[&(4, "B".to_owned())], "As of 2026-06-15. Send back to Phòng Giáo dục");
    assert!(
        cells.values().any(|text| text == "Difficulties") && cells.values().any(|text| text == "Accepted")
    );
}

#[test]
fn a_unit_of_several_plans_gets_one_workbook() {
    let other = MAIN.replace("plan: p\n", "plan: khac\n");
    let folder = folder_of(&[("plans/p.plan.yaml", MAIN), ("plans/q.plan.yaml", &other)]);
    assert_eq!(form(folder.path(), &[]).code, 0);
    let book = book(folder.path(), "hoa-mai");
    assert_eq!(book.names(), ["Báo cáo p", "Chỉ tiêu p", "Báo cáo khac", "Chỉ tiêu khac"]);
    assert_eq!(book.rows(3)[1]["key"].1, "khac/u/phong+hoa-mai/-");
}

#[test]
fn a_folder_is_needed() {
    let folder = folder_of(&[("plans/p.plan.yaml", MAIN), ("tep", "")]);
    let ran = plan_in(folder.path(), &["form"]);
    assert_eq!((ran.code, ran.err.as_str()), (2, "lỗi: chưa nói ghi vào thư mục nào (gợi ý: -o THƯ-MỤC)\n"));
    let ran = plan_in(folder.path(), &["form", "-o", "tep"]);
    assert_eq!((ran.code, ran.err.as_str()), (2, "lỗi: \"tep\" là tệp, không phải thư mục\n"));
    let ran = plan_in(folder.path(), &["form", "-o", "bieu", "-f", "html"]);
    assert_eq!(ran.code, 2);
    let ran = form(folder.path(), &["--until", "x"]);
    assert!(ran.code == 2 && ran.err.contains("--until"), "{}", ran.err);
    let ran = form(folder.path(), &["--unit", "khong-co"]);
    assert!(ran.code == 2 && ran.err.contains("khong-co"), "{}", ran.err);
    let ran = form(folder.path(), &["--unit", "hoa-sen"]);
    assert_eq!(
        (ran.code, ran.out.as_str(), ran.err.as_str()),
        (0, "", "Không đơn vị nào có việc hoặc chỉ tiêu cần báo cáo.\n")
    );
    assert!(!folder.path().join("bieu").exists());
}

/// All units of the example, and of both real plans.
#[test]
fn the_plans_of_the_repository_have_forms() {
    let out = tempfile::tempdir().unwrap();
    for (plans, day) in [("examples/ca-nam", "30/9/2025"), ("plans", "1/5/2024")] {
        let into = out.path().join(day.replace('/', "-"));
        let ran = plan(&["form", "--plans", plans, "--as-of", day, "-o", into.to_str().unwrap()]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(names(&into).len() > 10);
        for name in names(&into) {
            let book = Workbook::read(&fs::read(into.join(&name)).unwrap());
            let rows: usize = (1..=book.names().len()).map(|sheet| book.rows(sheet).len()).sum();
            assert!(rows > 0, "{name}");
        }
    }
}
