//! Subtraction: no word of a document is missing in the plan, and no word of the plan is foreign to the document.

use plan::import::{ImportOptions, Imported, SourceFile, import, letters};
use plan::language::Lang;
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

use super::said::{assert_days_are_said, foreign};
use crate::support::word::WordDocument;

/// A part of a document; each of its texts has a word of its own.
#[derive(Debug, Clone)]
enum Part {
    Heading(usize, String),
    Bold(String),
    Paragraph(String),
    Bullet(String, Option<String>),
    Table(usize, Vec<Vec<String>>),
    Annex(String),
}

/// The heads of tables in the shapes that offices use.
const HEADS: &[&[&str]] = &[
    &["TT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm", "Ghi chú"],
    &["STT", "Nhiệm vụ", "Đơn vị thực hiện", "Thời gian hoàn thành", "Kinh phí", "Kinh phí", ""],
    &[
        "TT",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Thực hiện năm 2025",
        "Chỉ tiêu năm 2026",
        "Đơn vị chủ trì",
        "Ghi chú",
    ],
    &["A", "B", "C", "D", "E", "F", "G"],
];

const SENTENCES: &[&str] = &[
    "Giao Phòng Nội vụ rà soát hồ sơ @ trước ngày 15/8/2026; tổng hợp báo cáo.",
    "Chỉ đạo các trường @ thực hiện nghiêm túc",
    "Phòng Y tế: phối hợp với Công an xã kiểm tra @ hằng quý.",
    "Đạt 90% trở lên @ trong năm; không để xảy ra cháy nổ",
    "05 trường: TH @ A, TH B, TH C, TH D, TH E",
    "@",
    "Hỗ trợ (nếu có) “@” theo quy định./.",
    "Điều chỉnh kế hoạch, bảng biểu của đơn vị @ khi có thay đổi về nhân sự, kinh phí và các điều kiện bảo đảm khác",
];

fn text() -> impl Strategy<Value = String> {
    prop::sample::select(SENTENCES).prop_map(str::to_owned)
}

fn cell() -> impl Strategy<Value = String> {
    prop::sample::select(
        &["", "@", "1", "nt", "Phòng @; Công an xã", "15/6/2026", "khi có @", "50", "50 %", "dòng\n@"][..],
    )
    .prop_map(str::to_owned)
}

fn part() -> impl Strategy<Value = Part> {
    prop_oneof![
        (0..2_usize, text()).prop_map(|(level, text)| Part::Heading(level, text)),
        text().prop_map(Part::Bold),
        text().prop_map(Part::Paragraph),
        (text(), prop::option::of(text())).prop_map(|(text, note)| Part::Bullet(text, note)),
        (0..HEADS.len(), prop::collection::vec(prop::collection::vec(cell(), 7), 1..5))
            .prop_map(|(head, rows)| Part::Table(head, rows)),
        text().prop_map(Part::Annex),
    ]
}

/// Gives each text a word of its own: `từ 17`, in letters that no other word has.
fn numbered(parts: &mut [Part]) -> Vec<String> {
    let mut words = Vec::new();
    let mut own = |text: &mut String| {
        while text.contains('@') {
            let number = words.len();
            let letter = |at: usize| char::from(b'a' + u8::try_from(at % 26).unwrap());
            let word = format!("Xw{}{}{}xw", letter(number / 676), letter(number / 26), letter(number));
            *text = text.replacen('@', &word, 1);
            words.push(word);
        }
    };
    for part in parts {
        match part {
            Part::Heading(_, text) | Part::Bold(text) | Part::Paragraph(text) | Part::Annex(text) => {
                own(text);
            }
            Part::Bullet(text, note) => {
                own(text);
                note.iter_mut().for_each(&mut own);
            }
            Part::Table(_, rows) => rows.iter_mut().flatten().for_each(&mut own),
        }
    }
    words
}

fn word(parts: &[Part]) -> Vec<u8> {
    let mut word = WordDocument::default();
    word.list(0, &[("upperRoman", "%1."), ("decimal", "%2."), ("bullet", "-")]);
    word.paragraph(None, "KẾ HOẠCH", &[]);
    word.paragraph(None, "An toàn năm 2026", &[]);
    for part in parts {
        match part {
            Part::Heading(level, text) => word.paragraph(Some((0, *level)), text, &[]),
            Part::Bold(text) => word.bold(text),
            Part::Paragraph(text) => word.paragraph(None, text, &[]),
            Part::Bullet(text, None) => word.paragraph(Some((0, 2)), text, &[]),
            Part::Bullet(text, Some(note)) => word.paragraph(Some((0, 2)), text, &[(text.len(), note)]),
            Part::Table(head, rows) => {
                let rows = rows.iter().map(|row| row.iter().map(String::as_str).collect::<Vec<_>>());
                let rows: Vec<Vec<&str>> = std::iter::once(HEADS[*head].to_vec()).chain(rows).collect();
                word.table(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
            }
            Part::Annex(text) => {
                word.paragraph(None, "PHỤ LỤC", &[]);
                word.paragraph(None, text, &[]);
            }
        }
    }
    word.bytes()
}

/// The same without numbers, bold type and footnotes, which a text does not have.
fn plain(parts: &[Part]) -> Vec<u8> {
    let mut lines = vec!["KẾ HOẠCH".to_owned(), "An toàn năm 2026".to_owned()];
    for part in parts {
        match part {
            Part::Heading(level, text) => lines.push(format!("{} {text}", ["I.", "1."][*level])),
            Part::Bold(text) => lines.push(format!("**{text}**")),
            Part::Paragraph(text) => lines.push(text.clone()),
            Part::Bullet(text, note) => {
                lines.push(format!("- {text}"));
                lines.extend(note.clone());
            }
            Part::Table(head, rows) => {
                let row = |cells: &[&str]| format!("| {} |", cells.join(" | ").replace('\n', " "));
                let mut table = vec![row(HEADS[*head])];
                table.extend(
                    rows.iter().map(|cells| row(&cells.iter().map(String::as_str).collect::<Vec<_>>())),
                );
                lines.push(table.join("\n"));
            }
            Part::Annex(text) => lines.extend(["PHỤ LỤC".to_owned(), text.clone()]),
        }
    }
    lines.join("\n\n").into_bytes()
}

/// The tables, each as a sheet.
fn workbook(parts: &[Part]) -> Option<Vec<u8>> {
    let mut book = Workbook::new();
    let mut is_empty = true;
    for part in parts {
        let Part::Table(head, rows) = part else { continue };
        is_empty = false;
        let sheet = book.add_worksheet();
        for (column, words) in HEADS[*head].iter().enumerate() {
            sheet.write(0, u16::try_from(column).unwrap(), *words).unwrap();
        }
        for (at, row) in rows.iter().enumerate() {
            for (column, words) in row.iter().enumerate().filter(|(_, words)| !words.is_empty()) {
                sheet.write(u32::try_from(at + 1).unwrap(), u16::try_from(column).unwrap(), words).unwrap();
            }
        }
    }
    (!is_empty).then(|| book.save_to_buffer().unwrap())
}

/// The tables one below the other, each cell in quotation marks if it needs them or if `quotes`.
fn rows(parts: &[Part], quotes: bool) -> Vec<u8> {
    let cell = |words: &&str| {
        let is_plain = !quotes && !words.contains(['"', ',', '\n']);
        if is_plain { (*words).to_owned() } else { format!("\"{}\"", words.replace('"', "\"\"")) }
    };
    let mut lines = Vec::new();
    for part in parts {
        let Part::Table(head, rows) = part else { continue };
        let all = rows.iter().map(|row| row.iter().map(String::as_str).collect::<Vec<_>>());
        for row in std::iter::once(HEADS[*head].to_vec()).chain(all) {
            lines.push(row.iter().map(cell).collect::<Vec<_>>().join(","));
        }
    }
    lines.join("\r\n").into_bytes()
}

fn imported(name: &str, bytes: Vec<u8>, splits: bool) -> Imported {
    let file = SourceFile { name: name.to_owned(), bytes };
    let options = ImportOptions { period: Some("2026".to_owned()), splits, ..ImportOptions::default() };
    import(&[file], &options, Lang::Vi).unwrap()
}

/// Every word that a text has by itself is in the files.
fn missing<'w>(imported: &Imported, words: impl IntoIterator<Item = &'w String>) -> Vec<&'w String> {
    let files: String = imported.files.iter().map(|file| letters(&file.text)).collect();
    words.into_iter().filter(|word| !files.contains(&letters(word))).collect()
}

/// All words of some parts, one behind the other.
fn whole(parts: &[Part]) -> String {
    let mut text = "KẾ HOẠCH An toàn năm 2026 ".to_owned();
    for part in parts {
        match part {
            Part::Heading(_, words) | Part::Bold(words) | Part::Paragraph(words) => text += words,
            Part::Annex(words) => {
                text += "PHỤ LỤC ";
                text += words;
            }
            Part::Bullet(words, note) => {
                text += words;
                // A figure of a footnote may be a target.
                text.extend(note.clone());
            }
            Part::Table(head, rows) => {
                let cells = HEADS[*head].iter().copied().chain(rows.iter().flatten().map(String::as_str));
                text.extend(cells.map(|cell| format!("{cell}\n")));
            }
        }
        text.push(' ');
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_word_is_lost_and_none_invented(parts in prop::collection::vec(part(), 1..14), splits in any::<bool>()) {
        let mut parts = parts;
        let words = numbered(&mut parts);
        let document = whole(&parts);
        for (name, bytes) in [("a.docx", word(&parts)), ("a.txt", plain(&parts))] {
            let made = imported(name, bytes, splits);
            prop_assert_eq!(missing(&made, &words), Vec::<&String>::new(), "{}: {:#?}", name, made.files);
            prop_assert_eq!(foreign(&made, &document), Vec::<String>::new(), "{}", name);
            assert_days_are_said(&made, &document, "2026");
        }
        if let Some(bytes) = workbook(&parts) {
            let tables: Vec<Part> =
                parts.iter().filter(|part| matches!(part, Part::Table(..))).cloned().collect();
            let text = whole(&tables);
            let of_tables: Vec<&String> = words.iter().filter(|word| text.contains(word.as_str())).collect();
            for (name, bytes) in [("a.xlsx", bytes), ("a.csv", rows(&parts, splits))] {
                let made = imported(name, bytes, splits);
                let lost = missing(&made, of_tables.iter().copied());
                prop_assert_eq!(lost, Vec::<&String>::new(), "{}: {:#?}", name, made.files);
                prop_assert_eq!(foreign(&made, &format!("{text} a")), Vec::<String>::new(), "{}", name);
                assert_days_are_said(&made, &text, "2026");
            }
        }
    }
}
