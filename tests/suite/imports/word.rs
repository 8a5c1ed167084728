//! The two real documents as documents for Word: with automatic numbers, footnotes and tables, the plan is the same.

use std::fs;

use plan::import::{ImportOptions, Imported, SourceFile, import};
use plan::language::Lang;

use super::figures::{document, imported};
use crate::support::word::WordDocument;

/// The first words of paragraphs without a number.
const PARAGRAPHS: &[&str] = &[
    "KẾ HOẠCH",
    "Hoạt động của Ban Chỉ đạo",
    "Thực hiện Nghị quyết số 29",
    "Tiếp tục thực hiện tốt Quy chế",
    "Theo chức năng, nhiệm vụ được giao",
    "Thẩm định, tham mưu UBND",
    "(Nhiệm vụ, phân công",
    "Trên đây là Kế hoạch",
    "Kính gửi:",
    "Thực hiện Quyết định số 2865",
    "UBND quận yêu cầu các phòng",
    "Chủ trì, phối hợp với các phòng",
    "Chủ trì, phối hợp với phòng Nội vụ báo",
    "Tăng cường công tác giáo dục chính trị",
    "Căn cứ theo chức năng",
    "Chủ tịch UBND quận yêu cầu Thủ",
    "Nơi nhận:",
    "TRƯỞNG BAN",
    "PHÓ CHỦ TỊCH",
    "Đặng Khánh",
    "TM. ỦY BAN",
    "CHỦ TỊCH",
    "Tạ Nam",
];

/// A paragraph of a document: its number and its words.
struct Paragraph {
    number: Option<String>,
    text: String,
}

/// The paragraphs and footnotes of a document, by their first words.
fn paragraphs(name: &str) -> (Vec<Paragraph>, Vec<String>) {
    let source = String::from_utf8(document(name)).unwrap();
    let (mut paragraphs, mut notes, mut in_note): (Vec<Paragraph>, Vec<String>, bool) =
        (Vec::new(), Vec::new(), false);
    for line in source.lines() {
        if line.len() > 20 && line.trim().is_empty() {
            in_note = true;
        } else if line.starts_with(' ') {
            in_note = false;
        }
        let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            continue;
        }
        let next = format!("{} ", notes.len() + 1);
        if in_note {
            if let Some(note) = words.strip_prefix(&next) {
                notes.push(note.to_owned());
            } else {
                let note = notes.last_mut().unwrap();
                *note = format!("{note} {words}");
            }
            continue;
        }
        let (first, rest) = words.split_once(' ').unwrap_or((&words, ""));
        let bare = first.trim_end_matches(['.', ')']);
        let is_counted = bare.len() < first.len()
            && (bare.chars().count() == 1
                || bare.len() == 2 && bare.parse::<u8>().is_ok()
                || bare.len() <= 4 && bare.chars().all(|c| "IVX".contains(c)));
        let is_number = matches!(first, "-" | "+") || is_counted;
        let begins = PARAGRAPHS.iter().any(|begin| words.starts_with(begin));
        if is_number {
            paragraphs.push(Paragraph { number: Some(first.to_owned()), text: rest.to_owned() });
        } else if begins || paragraphs.is_empty() {
            paragraphs.push(Paragraph { number: None, text: words });
        } else {
            let open = &mut paragraphs.last_mut().unwrap().text;
            let is_glued = ["/KH-", "/CT-", "/TT-"].iter().any(|end| open.ends_with(end));
            *open = if is_glued { format!("{open}{words}") } else { format!("{open} {words}") };
        }
    }
    (paragraphs, notes)
}

/// The document for Word, with lists that count, footnotes, and the end in a table.
fn word(name: &str) -> Vec<u8> {
    let (paragraphs, notes) = paragraphs(name);
    let mut word = WordDocument::default();
    let roman = [("upperRoman", "%1."), ("decimal", "%2."), ("bullet", "-"), ("bullet", "+")];
    let letters = [("decimal", "%1."), ("lowerLetter", "%2)"), ("bullet", "-"), ("bullet", "+")];
    word.list(0, if name.starts_with("thanh") { &roman } else { &letters });
    word.list(1, &[("bullet", "-")]);
    let end = paragraphs.iter().position(|paragraph| paragraph.text.starts_with("Nơi nhận")).unwrap();
    let glued = [("2024-20251", 9), ("07 trường2", 11), ("Thành phố3", 12), ("Thành phố4", 12), ("quận5", 6)];
    let mut in_body = false;
    for paragraph in &paragraphs[..end] {
        let mut text = paragraph.text.clone();
        let mut places = Vec::new();
        for (at, (words, _)) in glued.iter().enumerate() {
            if let Some(found) = text.find(words).filter(|_| name.starts_with("thanh")) {
                let place = found + words.len() - 1;
                text.remove(place);
                places.push((place, notes[at].as_str()));
            }
        }
        let level = paragraph.number.as_deref().map(|number| match number {
            "-" => 2,
            "+" => 3,
            number if number.ends_with(')') => 1,
            number if number.starts_with(|c: char| c.is_ascii_digit()) && name.starts_with("thanh") => 1,
            _ => 0,
        });
        in_body |= level.is_some_and(|level| level < 2);
        let number = level.map(|level| if in_body { (0, level) } else { (1, 0) });
        word.paragraph(number, &text, &places);
    }
    let (left, right): (Vec<&Paragraph>, Vec<&Paragraph>) = paragraphs[end..]
        .iter()
        .partition(|paragraph| paragraph.number.is_some() || paragraph.text.starts_with("Nơi"));
    let lines = |paragraphs: &[&Paragraph]| -> String {
        let line = |paragraph: &&Paragraph| match &paragraph.number {
            Some(number) => format!("{number} {}", paragraph.text),
            None => paragraph.text.clone(),
        };
        paragraphs.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    word.table(&[&[&lines(&left), &lines(&right)]]);
    word.bytes()
}

fn from_word(name: &str, splits: bool) -> Imported {
    let file = SourceFile { name: format!("{name}.docx"), bytes: word(name) };
    import(&[file], &ImportOptions { splits, ..ImportOptions::default() }, Lang::Vi).unwrap()
}

/// `tests/office/check.py` sends the documents through an office suite.
#[test]
fn a_document_for_word_gives_the_plan_of_its_text() {
    for name in ["thanh-xuan-2024", "ba-dinh-2022-2023"] {
        let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("imports");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(format!("{name}.docx")), word(name)).unwrap();
        for splits in [false, true] {
            let (text, word) = (imported(name, splits), from_word(name, splits));
            for (one, other) in text.files.iter().zip(&word.files) {
                snapbox::assert_data_eq!(&other.text, one.text.as_str());
            }
            assert_eq!(text.figures, word.figures, "{name}");
        }
    }
}
