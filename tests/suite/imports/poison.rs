//! Hostile texts in every kind of document: words of the plan, and nothing else.

use plan::import::{ImportOptions, SourceFile, import};
use plan::language::Lang;
use plan::parse::Key;
use rust_xlsxwriter::Workbook;

use super::figures::Compared;
use crate::hostile::poison::{POISONS, harmless, sound};
use crate::support::folder::{folder_of, names};
use crate::support::program::plan_in;
use crate::support::word::WordDocument;

/// Texts that would be more than words in YAML, in a comment or in a path.
const OWN: [&str; 10] = [
    "a\nplan: khac\nunits: []",
    "x # ? dấu giả",
    "# chú thích\n- id: I",
    "'\n  lead: admin\n  '",
    "\"\n\u{85}lead: admin",
    "*a &a !!str {x: y} [z",
    "../../../../etc/passwd",
    "C:\\\\Windows\\\\..\\\\x.yaml",
    "---\nformat: 1\n...",
    "<<<<<<< ours\n=======\n>>>>>>> theirs",
];

pub(super) fn texts() -> Vec<String> {
    POISONS.iter().chain(&OWN).map(|text| (*text).to_owned()).collect()
}

/// The characters of a text that XML can hold.
fn xml(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// A document with a text in its head, a heading, a bullet, a footnote, a table and at its end.
fn word(text: &str) -> Vec<u8> {
    let text = xml(text);
    let mut word = WordDocument::default();
    word.list(0, &[("upperRoman", "%1."), ("bullet", "-")]);
    for words in ["KẾ HOẠCH", &format!("{text} năm 2026"), &format!("Căn cứ {text};")] {
        word.paragraph(None, words, &[]);
    }
    word.paragraph(Some((0, 0)), &text, &[(0, &text)]);
    word.paragraph(Some((0, 1)), &format!("Giao Phòng {text} rà soát {text} trước ngày 15/8"), &[(5, &text)]);
    word.bold(&text);
    word.paragraph(None, "Nơi nhận:", &[]);
    word.paragraph(None, &format!("- {text}"), &[]);
    word.paragraph(None, "PHỤ LỤC", &[]);
    word.table(&[&["TT", "Nội dung", "Chủ trì", "Thời hạn", &text], &["1", &text, &text, &text, &text]]);
    word.bytes()
}

fn workbook(text: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in
        [["TT", "Nội dung", "Chủ trì", "Thời hạn", text], ["1", text, text, text, text]].iter().enumerate()
    {
        for (column, words) in cells.iter().enumerate() {
            sheet.write_string(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), *words).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

fn rows(text: &str) -> Vec<u8> {
    let cell = format!("\"{}\"", text.replace('"', "\"\""));
    format!("TT,Nội dung,Chủ trì,Thời hạn,{cell}\n1,{cell},{cell},{cell},{cell}\n").into_bytes()
}

fn plain(text: &str) -> Vec<u8> {
    format!(
        "KẾ HOẠCH\n\n{text}\n\nCăn cứ {text};\n\nI. {text}\n\n- Giao Phòng {text} rà soát {text} trước ngày 15/8\n\n\
         - Giao Công an xã: {text}\n\nNơi nhận:\n\n- {text}\n\nPHỤ LỤC\n\n| TT | Nội dung | Chủ trì |\n| 1 | {text} | {text} |\n"
    )
    .into_bytes()
}

pub(super) fn documents(text: &str) -> [(&'static str, Vec<u8>); 4] {
    [("a.docx", word(text)), ("a.xlsx", workbook(text)), ("a.csv", rows(text)), ("a.txt", plain(text))]
}

/// The paths that an import may write.
fn is_own(path: &str) -> bool {
    let number = path.strip_prefix("phu-luc-").and_then(|rest| rest.strip_suffix(".yaml"));
    matches!(path, "plan.yaml" | "units.yaml" | "chi-tieu.yaml")
        || number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

#[test]
fn no_word_of_a_document_is_more_than_a_word() {
    for text in texts() {
        for splits in [false, true] {
            for (name, bytes) in documents(&text) {
                let file = SourceFile { name: name.to_owned(), bytes };
                let options = ImportOptions {
                    id: Some("p".to_owned()),
                    period: Some("2026".to_owned()),
                    splits,
                    ..ImportOptions::default()
                };
                let imported = import(&[file], &options, Lang::Vi).unwrap();
                let what = format!("{name} {text:?}");
                let plan = Compared::of(&imported);
                for file in &imported.files {
                    assert!(is_own(&file.path), "{what}: {}", file.path);
                    harmless(&file.text, &what);
                }
                // No key of the text is one of the plan, no text an entry.
                assert_eq!(plan.header(Key::Plan), "p", "{what}");
                for list in [Key::Tasks, Key::Schedule] {
                    for entry in plan.entries(list) {
                        let leads: Vec<&str> = entry.many(Key::Lead).map(|unit| unit.value).collect();
                        assert!(!leads.contains(&"admin"), "{what}: {leads:?}");
                    }
                }
                // A sign of a comment within a text begins none.
                if text.contains("dấu giả") {
                    let lists = [Key::Tasks, Key::Schedule].into_iter().flat_map(|list| plan.entries(list));
                    let mut words = lists.map(|entry| entry.words(Key::Text) + &entry.words(Key::Title));
                    assert!(
                        words.any(|words| words.contains("# ? dấu giả")),
                        "{what}: {:#?}",
                        imported.files
                    );
                }
            }
        }
    }
}

#[test]
fn what_the_program_prints_of_a_document_is_harmless() {
    for (at, text) in texts().into_iter().enumerate() {
        for (of_name, (name, bytes)) in documents(&text).into_iter().enumerate() {
            let folder = folder_of(&[]);
            std::fs::write(folder.path().join(name), bytes).unwrap();
            let dry = ["import", name, "-o", "moi", "--period", "2026", "--dry-run"];
            let ran = plan_in(folder.path(), &dry);
            assert!(ran.code < 2, "{name} {text:?} {}", ran.err);
            harmless(&ran.out.replace('\t', ""), &format!("{name} {text:?}"));
            harmless(&ran.err, &format!("{name} {text:?}"));
            let format = ["text", "markdown", "csv", "html", "json"][(at + of_name) % 5];
            let ran =
                plan_in(folder.path(), &["import", name, "-o", "moi", "--period", "2026", "-f", format]);
            assert!(ran.code < 2, "{name} {text:?} {}", ran.err);
            sound(format, &ran.out, &format!("{name} {text:?}"));
            assert_eq!(names(folder.path()), [name, "moi"], "{text:?}");
        }
    }
}
