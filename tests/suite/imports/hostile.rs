//! Files that are not what their names say: an error at its place, or a plan without errors; never an abort.

use std::sync::OnceLock;

use plan::import::{ImportOptions, SourceFile, import, letters};
use plan::language::Lang;
use proptest::prelude::*;

use super::figures::Compared;
use crate::support::word::{WordDocument, package};

fn refused(name: &str, bytes: Vec<u8>) -> String {
    let file = SourceFile { name: name.to_owned(), bytes };
    let error = import(&[file], &ImportOptions::default(), Lang::En).unwrap_err();
    let place = error.place.map(|place| format!("{place}: ")).unwrap_or_default();
    format!("{place}{}", error.message.get(Lang::En))
}

fn document(body: &str) -> Vec<u8> {
    let text = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    package(&[("word/document.xml", text)])
}

/// Files that are not what their names say, with what is said of them.
pub(super) fn broken() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let words = "<w:p><w:r><w:t>Năm 2026</w:t></w:r></w:p>";
    vec![
        ("a.docx", b"khong phai".to_vec(), "the file is no .docx or .xlsx, or is damaged"),
        ("a.docx", package(&[("khac.xml", "<a/>".to_owned())]), "there is no document for Word in the file"),
        (
            "a.docx",
            vec![0xd0, 0xcf, 0x11, 0xe0, 0, 0],
            "the file is of an earlier Word or Excel (.doc, .xls)",
        ),
        (
            "a.docx",
            [
                vec![0xd0, 0xcf, 0x11, 0xe0],
                "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect(),
            ]
            .concat(),
            "the file is protected by a password",
        ),
        (
            "a.docx",
            package(&[("word/document.xml", words.to_owned()), ("../a.xml", words.to_owned())]),
            "\"../a.xml\" is no name of a part",
        ),
        ("a.docx", document(&format!("{words}<w:p><w:r></w:p>")), "đoạn 2: broken XML at byte"),
        ("a.docx", document(&format!("{words}<w:p>")), "đoạn 2: broken XML at byte"),
        (
            "a.docx",
            document(&"<w:tbl><w:tr><w:tc>".repeat(100_000)),
            "đoạn 1: elements are more than 400 deep",
        ),
        (
            "a.docx",
            document(
                "<w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr><w:t>KÕ ho¹ch</w:t></w:r></w:p>",
            ),
            "the text is typed in a TCVN3 font",
        ),
        ("a.xlsx", b"khong phai".to_vec(), "no workbook (.xlsx)"),
    ]
}

#[test]
fn broken_documents_are_errors_at_their_places() {
    for (name, bytes, message) in broken() {
        let told = refused(name, bytes);
        assert!(told.starts_with(message), "{told}");
    }
    let cut = WordDocument::default().bytes();
    assert!(refused("a.docx", cut[..cut.len() / 2].to_vec()).starts_with("the file is no .docx"));
}

/// A document whose part unpacks to more than it may.
pub(super) fn bomb() -> Vec<u8> {
    static BOMB: OnceLock<Vec<u8>> = OnceLock::new();
    BOMB.get_or_init(|| document(&"a".repeat(129 * 1024 * 1024))).clone()
}

#[test]
fn a_part_that_unpacks_to_too_much_is_refused() {
    assert_eq!(refused("a.docx", bomb()), "word/document.xml unpacks to more than 128 MB");
}

/// A document that declares entities.
pub(super) fn entities() -> Vec<u8> {
    let text = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><w:document xmlns:w=\"w\"><w:body>\
                <w:p><w:r><w:t>Kế hoạch năm 2026 &b;</w:t></w:r></w:p></w:body></w:document>";
    package(&[("word/document.xml", text.to_owned())])
}

#[test]
fn a_document_that_declares_entities_is_refused() {
    let told = refused("a.docx", entities());
    assert!(told.ends_with("the XML declares a DOCTYPE"), "{told}");
}

/// Tracked changes, hidden text, a text box and its copy, a table in a cell.
#[test]
fn parts_of_documents_are_read_once() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let body = format!(
        "<w:p>{}</w:p><w:p>{}</w:p><w:p>{}<w:ins>{}</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>\
         <w:p>{}<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>\
         <w:p><mc:AlternateContent xmlns:mc=\"mc\"><mc:Choice><w:txbxContent><w:p>{}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p>{}</w:p></mc:Fallback></mc:AlternateContent></w:p>",
        run("KẾ HOẠCH"),
        run("Năm 2026"),
        run("1. Rà soát hồ sơ của các thôn, báo cáo kết quả về Ủy ban nhân dân xã "),
        run("trong tháng 5"),
        run("2. Lập danh sách những hộ cần hỗ trợ, công khai tại nhà văn hóa của từng thôn"),
        run("Ghi trong khung"),
        run("Ghi trong khung"),
    );
    let file = SourceFile { name: "a.docx".to_owned(), bytes: document(&body) };
    let imported = import(&[file], &ImportOptions::default(), Lang::Vi).unwrap();
    Compared::of(&imported);
    let text = &imported.files[0].text;
    assert_eq!(text.matches("Ghi trong khung").count(), 1, "{text}");
    assert!(text.contains("trong tháng 5") && !text.contains("cũ") && !text.contains("ẩn"), "{text}");
    assert_eq!(imported.remarks.len(), 2);
}

/// Parts of documents.
const PIECES: &[&str] = &[
    "I. NHIỆM VỤ",
    "II. TỔ CHỨC",
    "1. Phòng Nội vụ",
    "1.",
    "a) Về",
    "- Giao Phòng GDĐT rà soát",
    "+ Chỉ đạo các trường",
    "KẾ HOẠCH",
    "Nơi nhận:",
    "Kính gửi:",
    "Số: 12/KH-UBND",
    "năm 2026",
    "trước ngày 15/8",
    "01 lần/quý",
    "giai đoạn 2026-2027",
    "; phối hợp với Công an xã",
    "100% hộ",
    "Căn cứ Nghị quyết số 1/NQ-CP ngày 1/1/2025 của Chính phủ",
    "PHỤ LỤC",
    "| TT | Nội dung | Chủ trì |",
    "| 1 | Việc | Phòng A |",
    "TM. ỦY BAN NHÂN DÂN",
    "Trên đây là Kế hoạch./.",
    "\u{c}",
    "\t",
    "“",
    "”",
    "(",
    ":",
    ".",
    "05 trường: TH A, TH B",
    "\u{200b}",
    "\u{ffff}",
    "é",
    "ế",
    "𝒳",
    "\u{1b}[31m",
    "# ",
    "{a: b}",
    "'",
    "\"",
    "<<",
    "&a",
    "*a",
];

/// Words and signs of documents, in any order.
fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(
        (prop::sample::select(PIECES), prop::sample::select(&["\n", "\n\n", " ", ""][..])),
        0..60,
    )
    .prop_map(|parts| parts.into_iter().flat_map(|(words, gap)| [words, gap]).collect())
}

/// A row that names nobody is a task without a lead: the format has no such row of a schedule.
#[test]
fn rows_without_a_lead_wait_as_tasks() {
    let csv = "TT,Nội dung,Chủ trì,Thời hạn\n1,Rà soát,,15/6/2026\n2,Tổng hợp,Phòng A,15/6/2026\n";
    let file = SourceFile { name: "a.csv".to_owned(), bytes: csv.into() };
    let options = ImportOptions { period: Some("2026".to_owned()), ..ImportOptions::default() };
    let imported = import(&[file], &options, Lang::Vi).unwrap();
    Compared::of(&imported);
    let annex = imported.files.iter().find(|file| file.text.contains("schedule:")).unwrap();
    let (schedule, tasks) = annex.text.split_once("tasks:").unwrap();
    assert!(schedule.contains("title: Tổng hợp") && !schedule.contains("Rà soát"), "{}", annex.text);
    assert!(tasks.contains("title: Rà soát") && tasks.contains("# ? due: “15/6/2026”"), "{}", annex.text);
}

/// A text without the heads of tables but the first: a head that is repeated stands in the plan once.
fn heads_once(text: &str) -> String {
    let (mut kept, mut has_head) = (Vec::new(), false);
    for line in text.lines() {
        let is_head = line.contains("| TT |");
        if !is_head || !has_head {
            kept.push(line);
        }
        has_head |= is_head;
    }
    kept.join("\n")
}

/// Columns of one header, or of none, have keys of their own.
#[test]
fn columns_of_one_header_stay_apart() {
    let csv = "TT,Nội dung,Chủ trì,Kinh phí,Kinh phí,,\n1,Rà soát,Phòng A,5 triệu,7 triệu,một,hai\n2,Tổng hợp,Phòng A,,9 triệu,,ba\n";
    let file = SourceFile { name: "a.csv".to_owned(), bytes: csv.into() };
    let options = ImportOptions { period: Some("2026".to_owned()), ..ImportOptions::default() };
    let imported = import(&[file], &options, Lang::Vi).unwrap();
    Compared::of(&imported);
    let text: String = imported.files.iter().map(|file| file.text.as_str()).collect();
    let values = |key: &str| {
        let of_key = text.lines().filter_map(|line| line.trim().strip_prefix(&format!("{key}: ")));
        of_key.map(str::to_owned).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(values("x-kinh-phi"), "5 triệu", "{text}");
    assert_eq!(values("x-kinh-phi-2"), "7 triệu, 9 triệu", "{text}");
    assert_eq!(values("x-cot-khong-ten"), "một", "{text}");
    assert_eq!(values("x-cot-khong-ten-2"), "hai, ba", "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever a text says, its plan has no errors, and holds each of its words; those of a head that is repeated
    /// on each page, once.
    #[test]
    fn any_text_becomes_a_plan_with_all_of_its_words(text in pieces(), splits in any::<bool>()) {
        let file = SourceFile { name: "a.txt".to_owned(), bytes: text.clone().into_bytes() };
        let options = ImportOptions { period: Some("2026".to_owned()), splits, ..ImportOptions::default() };
        if let Ok(imported) = import(&[file], &options, Lang::Vi) {
            Compared::of(&imported);
            // Rows that run into each other may be taken for a head of several rows, whose words count once.
            let is_row = |line: &str| PIECES.iter().any(|piece| piece.trim() == line.trim());
            if !text.lines().filter(|line| line.contains('|')).all(is_row) {
                return Ok(());
            }
            let written: String = imported.files.iter().map(|file| letters(&file.text)).collect();
            for word in ["rà soát", "Chỉ đạo", "hộ", "Nội dung", "Việc", "Nghị quyết", "Trên đây"] {
                let (before, after) = (heads_once(&text).matches(word).count(), written.matches(&letters(word)).count());
                prop_assert!(after >= before, "{word}: {before} before, {after} after:\n{text}");
            }
        }
    }

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..400), ending in prop::sample::select(&["txt", "csv", "docx", "xlsx"][..])) {
        let file = SourceFile { name: format!("a.{ending}"), bytes };
        let _ = import(&[file], &ImportOptions { period: Some("2026".to_owned()), ..ImportOptions::default() }, Lang::Vi);
    }
}
