//! `--template` and `--fields` of `report`, `brief` and `remind`.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::answers::year;
use crate::support::folder::names;
use crate::support::package::{Package, texts};
use crate::support::program::{Ran, plan_in, plan_with, root};
use crate::templates::{document, p, row, table};

const DAY: &str = "30/6/2025";

/// The fields of a command on the example, by name; and its lists.
fn fields(arguments: &[&str]) -> (Value, Vec<(String, String)>) {
    let json = year(&[arguments, &["--fields", "-f", "json"]].concat(), DAY).json();
    assert_eq!(json["schema"], "plan.fields/1");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let fields = json["fields"].as_array().unwrap().iter();
    let fields = fields.map(|field| (text(&field["name"]), text(&field["value"]))).collect();
    (json, fields)
}

/// Runs a command with a template in a folder.
fn fill(folder: &Path, template: &[u8], arguments: &[&str]) -> Ran {
    fs::write(folder.join("mau.docx"), template).unwrap();
    let plans = root().join("examples/ca-nam");
    let fixed = ["--plans", plans.to_str().unwrap(), "--template", "mau.docx"];
    plan_in(folder, &[arguments, &fixed].concat())
}

/// The texts of the paragraphs of a filled document.
fn paragraphs(path: &Path) -> Vec<String> {
    let bytes = fs::read(path).unwrap();
    let package = Package::read(&bytes, "filled");
    let xml = package.part("word/document.xml");
    let all = xml.split("</w:p>").filter(|paragraph| paragraph.contains("<w:t"));
    all.map(|paragraph| {
        let from = paragraph.rfind("<w:p>").unwrap();
        texts(&format!("<a>{}</w:p></a>", &paragraph[from..]), "w:t").concat()
    })
    .collect()
}

/// Every field and every field of a row that `--fields` names, in one template, for each command in both languages.
#[test]
fn every_field_that_is_listed_is_filled_with_the_value_that_is_listed() {
    for command in ["report", "brief", "remind"] {
        for lang in ["vi", "en"] {
            let (json, fields) = fields(&[command, "--lang", lang]);
            assert!(fields.len() > 25, "{command}");
            let mut body: String =
                fields.iter().map(|(name, _)| p(&format!("{name}={{{{{name}}}}}"))).collect();
            let mut expected: Vec<String> =
                fields.iter().map(|(name, value)| format!("{name}={}", joined(value))).collect();
            for list in json["lists"].as_array().unwrap() {
                let name = list["name"].as_str().unwrap();
                let columns = list["fields"].as_array().unwrap();
                let cells: Vec<String> = columns
                    .iter()
                    .map(|column| {
                        let column = column["name"].as_str().unwrap();
                        format!("{name}.{column}={{{{{column}}}}}")
                    })
                    .collect();
                let marks = [format!("{{{{#{name}}}}}"), format!("{{{{/{name}}}}}")];
                let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
                body += &table(&[row(&[&marks[0]]), row(&cells), row(&[&marks[1]])]);
                // Each row once; the values of the first are those of the list.
                if list["rows"].as_u64().unwrap() > 0 {
                    expected.extend(columns.iter().map(|column| {
                        let (column, value) =
                            (column["name"].as_str().unwrap(), column["value"].as_str().unwrap());
                        format!("{name}.{column}={}", joined(value))
                    }));
                }
                let mut names: Vec<&str> =
                    columns.iter().map(|column| column["name"].as_str().unwrap()).collect();
                names.sort_unstable();
                names.dedup();
                assert_eq!(names.len(), columns.len(), "{command} {name}");
                // A field of the document would be hidden by that of the row.
                assert!(fields.iter().all(|(field, _)| !names.contains(&field.as_str())), "{command} {name}");
            }
            let folder = tempfile::tempdir().unwrap();
            let arguments = [command, "--as-of", DAY, "--lang", lang, "-o", "a.docx"];
            let ran = fill(folder.path(), &document(&body), &arguments);
            assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""), "{command}");
            let told = paragraphs(&folder.path().join("a.docx"));
            for line in &expected {
                assert!(told.contains(line), "{command}: no {line:?} in {told:#?}");
            }
            for list in json["lists"].as_array().unwrap() {
                let first = format!(
                    "{}.{}=",
                    list["name"].as_str().unwrap(),
                    list["fields"][0]["name"].as_str().unwrap()
                );
                let rows = told.iter().filter(|line| line.starts_with(&first)).count() as u64;
                assert_eq!(Some(rows), list["rows"].as_u64(), "{command} {first}");
            }
        }
    }
}

/// A value as the texts of its lines, which breaks divide.
fn joined(value: &str) -> String {
    value.trim_end_matches('\n').replace('\n', "")
}

#[test]
fn every_figure_is_one_of_the_status_table() {
    let status = year(&["status", "-f", "json", "--since", "31/5/2025"], DAY).json();
    for command in ["report", "brief"] {
        let (json, fields) = fields(&[command]);
        let of = |name: &str| {
            let found = fields.iter().find(|(field, _)| field == name);
            found.unwrap_or_else(|| panic!("{command}: no {name}")).1.clone()
        };
        let mut figures = 0;
        for (group, prefix) in [("total", "work"), ("tasks", "tasks")] {
            for (key, value) in status[group].as_object().unwrap() {
                let name = if (group, key.as_str()) == ("total", "overdue") {
                    "overdue.count".to_owned()
                } else {
                    format!("{prefix}.{key}")
                };
                let told = of(&name);
                let expected = match value {
                    Value::Number(number) if key.ends_with("_pct") => {
                        format!("{:.1}%", number.as_f64().unwrap()).replace('.', ",")
                    }
                    Value::Number(number) => format!("{:02}", number.as_u64().unwrap()),
                    _ => "–".to_owned(),
                };
                assert_eq!(told, expected, "{command} {name}");
                figures += 1;
            }
        }
        assert_eq!(figures, 21);
        for key in ["newly_done", "newly_overdue", "extended", "dropped"] {
            let count = status["since"][key].as_array().unwrap().len();
            assert_eq!(of(&format!("changes.{key}")), format!("{count:02}"), "{command}");
        }
        let sections =
            json["lists"].as_array().unwrap().iter().find(|list| list["name"] == "sections").unwrap();
        assert_eq!(sections["rows"], status["groups"].as_array().unwrap().len());
    }
    let overdue = year(&["overdue", "-f", "json"], DAY).json();
    let (_, fields) = fields(&["report"]);
    let of = |name: &str| fields.iter().find(|(field, _)| field == name).unwrap().1.clone();
    let longest =
        overdue["items"].as_array().unwrap().iter().filter_map(|item| item["days_late"].as_u64()).max();
    assert_eq!(of("overdue.longest"), format!("{:02}", longest.unwrap()));
}

#[test]
fn a_letter_is_filled_for_each_unit_and_one_for_all() {
    let body =
        [p("Gửi {{addressee}}: {{overdue.count}}"), p("{{#overdue}}{{no}}. {{title}}{{/overdue}}")].concat();
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["remind", "--as-of", "31/12/2025", "-o", "thu"];
    let ran = fill(folder.path(), &document(&body), &arguments);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (
            0,
            "Đã ghi 3 công văn và 00-tong-hop.\nKhông gửi công văn cho chính cơ quan ban hành (Phòng Giáo dục và Đào tạo quận Minh Họa: 01 việc quá hạn, lâu nhất 119 ngày).\n"
        )
    );
    let json = year(&["remind", "-f", "json"], "31/12/2025").json();
    let letters = json["letters"].as_array().unwrap();
    let files = names(&folder.path().join("thu"));
    assert_eq!((files.len(), files[0].as_str()), (letters.len() + 1, "00-tong-hop.docx"));
    for (letter, file) in letters.iter().zip(&files[1..]) {
        let told = paragraphs(&folder.path().join("thu").join(file));
        let (name, count) = (letter["name"].as_str().unwrap(), letter["overdue"].as_u64().unwrap());
        assert_eq!(told[0], format!("Gửi {name}: {count:02}"));
        assert_eq!(told.len() - 1, letter["items"].as_array().unwrap().len(), "{file}");
    }
    let told = paragraphs(&folder.path().join("thu/00-tong-hop.docx"));
    assert!(told[0].ends_with(&format!(": {:02}", json["overdue"].as_u64().unwrap())), "{}", told[0]);
    assert!(letters.iter().all(|letter| told[0].contains(letter["name"].as_str().unwrap())));
    // Nothing late, no letter and no folder.
    let none = tempfile::tempdir().unwrap();
    let ran = fill(none.path(), &document(&body), &["remind", "--as-of", "15/1/2025", "-o", "thu"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, "Không có đơn vị nào cần đôn đốc.\n"));
    assert_eq!(names(none.path()), ["mau.docx"]);
}

#[test]
fn a_wrong_template_is_named_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let wrong =
        document(&[p("Số {{numbre}} \u{1b}[31m"), p("{{#overdue}}x")].concat().replace('\u{1b}', "&#x9b;"));
    let ran = fill(path, &wrong, &["report", "--as-of", DAY, "-o", "a.docx"]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (
            2,
            "lỗi: \"mau.docx\": word/document.xml, đoạn 2, gần \"{{#overdue}}x\": không có {{/overdue}} đóng lại\n"
        )
    );
    let ran = fill(
        path,
        &document(&p("Số {{numbre}} &#x9b;31m")),
        &["remind", "--as-of", "31/12/2025", "-o", "thu"],
    );
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (
            2,
            "lỗi: \"mau.docx\": word/document.xml, đoạn 1, gần \"Số {{numbre}} <U+009B>31m\": không có trường \"numbre\" (gợi ý: number)\n"
        )
    );
    let many: String = (0..30).map(|at| p(&format!("{{{{khong-co-{at}}}}}"))).collect();
    let ran = fill(path, &document(&many), &["brief", "--as-of", DAY, "--lang", "en", "-o", "a.docx"]);
    assert_eq!((ran.code, ran.err.lines().count()), (2, 21));
    assert!(ran.err.ends_with("error: and 10 more\n"), "{}", ran.err);
    let ran = fill(path, b"khong phai", &["report", "--as-of", DAY, "-o", "a.docx"]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (2, "lỗi: --template \"mau.docx\": tệp không phải .docx, .xlsx, hoặc đã hỏng\n")
    );
    assert_eq!(names(path), ["mau.docx"], "nothing is written");
}

#[test]
fn the_options_of_a_template_fit_together() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let template = document(&p("{{office}}"));
    let run = |arguments: &[&str]| fill(path, &template, &[arguments, &["--as-of", DAY]].concat());
    for arguments in [
        &["report", "-f", "text"][..],
        &["report", "-f", "json"],
        &["brief", "-o", "a.pdf"],
        &["brief", "-o", "a.html"],
        &["remind", "-f", "markdown", "-o", "thu"],
        &["remind", "-f", "json", "-o", "thu"],
        &["report", "--fields"],
        &["report", "-o", "mau.docx"],
    ] {
        let ran = run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}: {}", ran.err);
        assert_eq!(names(path), ["mau.docx"], "{arguments:?}");
    }
    assert!(run(&["report", "-o", "mau.docx"]).err.contains("lệnh đã đọc tệp này"));
    let none = plan_in(path, &["report", "--template", "khong-co.docx", "--plans", "khong-co"]);
    assert!(none.code == 2 && none.err.contains("không đọc được \"khong-co.docx\""), "{}", none.err);
    // A terminal shows no document.
    let plans = root().join("examples/ca-nam");
    let env = plan::cli::Env { terminal: true, ..crate::support::program::env(path) };
    let ran = plan_with(&env, &["brief", "--template", "mau.docx", "--plans", plans.to_str().unwrap()]);
    assert!(ran.code == 2 && ran.err.contains("không in ra màn hình được"), "{}", ran.err);
}

#[test]
fn entries_that_are_not_counted_are_named_beside_the_document() {
    let folder = tempfile::tempdir().unwrap();
    let plan = "format: 1\nplan: p\ntitle: T\nperiod: 2026\nunits: [{id: u, name: U, kind: k}]\n\
                tasks: [{id: a, title: A, lead: u, due: 1/9/2026}]\nprogress: [{item: b, date: 1/2/2026, state: done}]\n";
    fs::write(folder.path().join("p.plan.yaml"), plan).unwrap();
    fs::write(folder.path().join("mau.docx"), document(&p("{{left_out}}"))).unwrap();
    let arguments = ["report", "--plans", "p.plan.yaml", "--template", "mau.docx", "-o", "a.docx"];
    let ran = plan_in(folder.path(), &arguments);
    assert!(ran.err.contains("p.plan.yaml:7 (unknown-item)"), "{}", ran.err);
    let told = paragraphs(&folder.path().join("a.docx"));
    assert!(told[0].starts_with("Chưa kể 01 mục"), "{told:?}");
}

#[test]
fn the_templates_of_the_examples_are_filled() {
    let mau = root().join("examples/mau");
    let folder = tempfile::tempdir().unwrap();
    let report = fs::read(mau.join("bao-cao.docx")).unwrap();
    let ran =
        fill(folder.path(), &report, &["report", "--month", "6", "--known", "5/7/2025", "-o", "a.docx"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let bytes = fs::read(folder.path().join("a.docx")).unwrap();
    let package = Package::read(&bytes, "report");
    for (name, expected) in [
        ("word/document.xml", "Có 03 việc quá hạn của 03 đơn vị, lâu nhất 14 ngày."),
        ("word/footer1.xml", "Phòng Giáo dục và Đào tạo - số liệu đến ngày 30/6/2025"),
    ] {
        let xml = package.part(name);
        assert!(texts(xml, "w:t").contains(&expected.to_owned()), "{expected}");
        assert!(!xml.contains("{{"), "{name}");
    }
    let letter = fs::read(mau.join("cong-van.docx")).unwrap();
    let ran = fill(folder.path(), &letter, &["remind", "--as-of", "31/12/2025", "-o", "thu"]);
    assert_eq!((ran.code, names(&folder.path().join("thu")).len()), (0, 4), "{}", ran.err);
}
