//! Workbooks that are damaged, foreign or made to do harm, beside one that is right: each is named, at its cell where
//! it has one, and the rest is taken.

use std::fs;
use std::path::Path;

use plan::date::AsOf;
use plan::form::{CollectRequest, ReturnedFile, SentForm, collect, read_workbook};
use plan::workspace::MemoryFileSystem;

use crate::support::folder::folder_of;
use crate::support::plans::{day, open};
use crate::support::program::{Ran, plan_in};
use crate::support::workbook::{Workbook, archive};

const MAIN: &str = "\
format: 1
plan: p
title: Kế hoạch
period: 2026
units: [{id: mai, name: Trường Hoa Mai, kind: truong}, {id: lan, name: Trường Hoa Lan, kind: truong}]
groups: [{id: truong, name: Các trường, kind: truong}]
tasks:
  - {id: a, title: Việc một, lead: truong, due: 1/9/2026}
  - {id: b, title: Việc hai, lead: truong, due: 30/9/2026}
";

/// The head of a compound file, in which Excel keeps old workbooks and those with a password.
const COMPOUND: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// A folder with the plan, and the forms of its two units.
fn sent() -> (tempfile::TempDir, Workbook, Workbook) {
    let folder = folder_of(&[("plans/p/plan.yaml", MAIN)]);
    let ran = plan_in(folder.path(), &["form", "-o", "bieu", "--as-of", "15/6/2026"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let book =
        |unit: &str| Workbook::read(&fs::read(folder.path().join(format!("bieu/{unit}.xlsx"))).unwrap());
    let (mai, lan) = (book("mai"), book("lan"));
    (folder, mai, lan)
}

/// A form of Hoa Mai with one row filled in as it should be, and a change.
fn broken(mai: &Workbook, change: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = mai.clone();
    let place = book.place(1, "p/b/mai/-", "result");
    book.write(1, &place, "đang làm");
    change(&mut book);
    book.bytes()
}

/// The same with a text in a cell of the row of the first task.
fn cell(mai: &Workbook, column: &str, kind: &str, content: &str) -> Vec<u8> {
    broken(mai, |book| {
        let place = book.place(1, "p/a/mai/-", column);
        book.put(1, &place, kind, content);
    })
}

fn replaced(mai: &Workbook, part: &str, old: &str, new: &str) -> Vec<u8> {
    broken(mai, |book| {
        let text = book.part(part).replacen(old, new, 1);
        assert_ne!(text, book.part(part), "{old} in {part}");
        *book.part_mut(part) = text;
    })
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// Workbooks whose right row is taken, each with the cell that is named and words of the finding; none where nothing
/// is to be told.
fn with_a_right_row(mai: &Workbook) -> Vec<(&'static str, Vec<u8>, &'static str, &'static str)> {
    let text = |text: &str| format!("<is><t>{text}</t></is>");
    let inline = " t=\"inlineStr\"";
    let more_rows = |rows: &str| replaced(mai, SHEET, "</sheetData>", &format!("{rows}</sheetData>"));
    vec![
        ("formula", cell(mai, "percent", "", "<f>1+1</f>"), "J8", "công thức chưa được tính"),
        (
            "shared-formula",
            cell(mai, "percent", "", "<f t=\"shared\" ref=\"J8:J9\" si=\"0\">1+1</f>"),
            "J8",
            "công thức chưa được tính",
        ),
        ("error-value", cell(mai, "result", " t=\"e\"", "<v>#N/A</v>"), "H8", "giá trị lỗi"),
        ("impossible-day", cell(mai, "done_on", inline, &text("31/02/2026")), "I8", "không phải một ngày"),
        (
            "future-day",
            broken(mai, |book| {
                let (result, day) =
                    (book.place(1, "p/a/mai/-", "result"), book.place(1, "p/a/mai/-", "done_on"));
                book.write(1, &result, "xong");
                book.number(1, &day, "46200");
            }),
            "I8",
            "sau ngày báo cáo",
        ),
        ("day-with-a-time", cell(mai, "done_on", "", "<v>46180.5</v>"), "I8", "không phải một ngày"),
        ("text-for-percent", cell(mai, "percent", inline, &text("gần xong")), "J8", "không phải tỷ lệ"),
        ("over-100", cell(mai, "percent", "", "<v>150</v>"), "J8", "không nằm trong 0–100%"),
        ("endless-number", cell(mai, "percent", "", "<v>1e999</v>"), "J8", "không nằm trong 0–100%"),
        ("truth", cell(mai, "result", " t=\"b\"", "<v>1</v>"), "H8", "không hiểu kết quả"),
        ("edited-key", cell(mai, "key", inline, &text("p/a/mai/2026")), "A8", "không có trong biểu đã gửi"),
        ("number-as-key", cell(mai, "key", "", "<v>7</v>"), "A8", "mất khóa"),
        ("other-unit", cell(mai, "key", inline, &text("p/a/lan/-")), "A8", "không có trong biểu đã gửi"),
        (
            "far-cell",
            more_rows("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"),
            "XFD1048576",
            "ngoài biểu",
        ),
        (
            "added-row",
            more_rows("<row r=\"20\"><c r=\"H20\" t=\"inlineStr\"><is><t>xong</t></is></c></row>"),
            "H20",
            "thêm bằng tay",
        ),
        ("renamed-sheet", replaced(mai, "xl/workbook.xml", "\"Báo cáo\"", "\"Trang 1\""), "A8", "đã đổi tên"),
        ("bad-string-number", cell(mai, "evidence", " t=\"s\"", "<v>99999</v>"), "J8", "không đọc được"),
        ("unknown-kind", cell(mai, "evidence", " t=\"zzz\"", "<v>1</v>"), "J8", "không đọc được"),
        (
            "macros",
            broken(mai, |book| book.parts.push(("xl/vbaProject.bin".into(), "\u{1}macro".into()))),
            "",
            "",
        ),
        (
            "external-link",
            broken(mai, |book| {
                let place = book.place(1, "p/a/mai/-", "percent");
                book.put(1, &place, "", "<f>[1]Sheet1!A1</f><v>0.25</v>");
                book.parts.push(("xl/externalLinks/externalLink1.xml".into(), "<a".into()));
            }),
            "",
            "",
        ),
    ]
}

/// Workbooks that cannot be read at all, each with words of the finding.
fn unreadable(mai: &Workbook) -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let good = broken(mai, |_| {});
    let with = |more: &[u8]| [&COMPOUND[..], &[0; 2000], more].concat();
    let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let strings = "xl/sharedStrings.xml";
    let bomb = |part: &str, text: String| broken(mai, |book| *book.part_mut(part) = text);
    let fonts = |name: &str| {
        format!(
            "<styleSheet><fonts><font><name val=\"{name}\"/></font></fonts><cellXfs>{}</cellXfs></styleSheet>",
            "<xf fontId=\"0\"/>".repeat(70_000)
        )
    };
    vec![
        ("empty", Vec::new(), "không phải tệp Excel"),
        ("no-archive", b"Kinh gui Phong Giao duc".to_vec(), "không phải tệp Excel"),
        ("cut-off", good[..good.len() / 2].to_vec(), "hỏng hoặc bị cắt cụt"),
        ("only-a-head", b"PK\x03\x04".to_vec(), "hỏng hoặc bị cắt cụt"),
        ("old-workbook", with(&[]), "tệp Excel kiểu cũ"),
        ("with-a-password", with(&encrypted), "có mật khẩu"),
        ("open-document", archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]), "OpenDocument"),
        ("document-of-word", archive(&[("word/document.xml", b"<a/>"), ("_rels/.rels", b"<a/>")]), "không phải tệp Excel"),
        ("other-workbook", replaced(mai, "docProps/custom.xml", "plan.form", "plan.fxrm"), "không phải biểu do plan form lập"),
        ("later-form", replaced(mai, "docProps/custom.xml", "<vt:i4>1</vt:i4>", "<vt:i4>2</vt:i4>"), "phiên bản mới hơn (2)"),
        ("damaged-properties", replaced(mai, "docProps/custom.xml", "{\"p/a", "{\"p/a\\u00"), "hỏng"),
        ("no-properties", broken(mai, |book| book.parts.retain(|(name, _)| name != "docProps/custom.xml")), "không phải biểu"),
        ("bomb", bomb(strings, " ".repeat(30 << 20)), "quá lớn"),
        ("many-cells", bomb(SHEET, format!("<worksheet><sheetData><row>{}</row></sheetData></worksheet>", "<c/>".repeat(500_000))), "quá lớn"),
        ("many-texts", replaced(mai, strings, "uniqueCount=\"", "uniqueCount=\"99999999999"), "hỏng"),
        ("backward-size", replaced(mai, SHEET, "<dimension ref=\"", "<dimension ref=\"Z99:A1\" x=\""), "hỏng"),
        ("huge-row", replaced(mai, SHEET, "<row r=\"8\"", "<row r=\"99999999999\""), "hỏng"),
        ("huge-cell", replaced(mai, SHEET, "r=\"H8\"", "r=\"HHHHHHHHHHH8\""), "hỏng"),
        ("huge-formula", replaced(mai, SHEET, "</sheetData>", "<row r=\"30\"><c r=\"A30\"><f t=\"shared\" ref=\"A30\" si=\"99999999999\">1</f></c></row></sheetData>"), "hỏng"),
        ("many-fonts", bomb("xl/styles.xml", fonts("Times")), "quá lớn"),
        ("long-font", bomb("xl/styles.xml", fonts(&"x".repeat(400))), "quá lớn"),
        ("deep", bomb(SHEET, "<a>".repeat(100_000)), "quá lớn"),
        ("entities", bomb(strings, "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>".to_owned()), "hỏng"),
        ("no-xml", bomb(SHEET, "\u{0}\u{1}<<<>>>&".to_owned()), "hỏng"),
        ("no-sheets", replaced(mai, "xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "worksheets/sheet9.xml"), "không đọc được"),
        ("no-relations", broken(mai, |book| book.parts.retain(|(name, _)| name != "xl/_rels/workbook.xml.rels")), "hỏng"),
    ]
}

fn collected(folder: &Path) -> Ran {
    plan_in(folder, &["collect", "ve", "--as-of", "20/6/2026", "-f", "json"])
}

#[test]
fn each_broken_workbook_is_named_and_the_rest_is_taken() {
    let (folder, mai, lan) = sent();
    let ve = folder.path().join("ve");
    fs::create_dir(&ve).unwrap();
    let mut right = lan;
    let place = right.place(1, "p/a/lan/-", "percent");
    right.number(1, &place, "0.4");
    fs::write(ve.join("right.xlsx"), right.bytes()).unwrap();
    for (name, bytes, words) in unreadable(&mai) {
        fs::write(ve.join(format!("{name}.xlsx")), bytes).unwrap();
        let ran = collected(folder.path());
        let json = ran.json();
        let found = json["findings"].as_array().unwrap().clone();
        assert_eq!((ran.code, found.len()), (1, 1), "{name}: {}", ran.err);
        assert_eq!(found[0]["file"], format!("ve/{name}.xlsx"));
        assert!(found[0]["message"].as_str().unwrap().contains(words), "{name}: {}", found[0]);
        fs::remove_file(ve.join(format!("{name}.xlsx"))).unwrap();
    }
    let progress = fs::read_to_string(folder.path().join("plans/p/progress/lan.yaml")).unwrap();
    assert!(progress.contains("{item: a, date: 20/06/2026, percent: 40, "), "{progress}");
    assert!(!folder.path().join("plans/p/progress/mai.yaml").exists());
}

#[test]
fn each_broken_row_is_named_at_its_cell_and_the_other_rows_are_taken() {
    let (folder, mai, _) = sent();
    let ve = folder.path().join("ve");
    fs::create_dir(&ve).unwrap();
    let cases = with_a_right_row(&mai);
    assert!(cases.len() >= 20);
    for (name, bytes, at, words) in cases {
        fs::write(ve.join("x.xlsx"), bytes).unwrap();
        let ran = collected(folder.path());
        let json = ran.json();
        let found = json["findings"].as_array().unwrap().clone();
        let is_told = !at.is_empty();
        assert_eq!(found.len(), usize::from(is_told), "{name}: {}", ran.err);
        assert_eq!(ran.code, u8::from(is_told && name != "renamed-sheet"), "{name}");
        if is_told {
            assert_eq!(found[0]["cell"], at, "{name}: {}", found[0]);
            assert!(found[0]["message"].as_str().unwrap().contains(words), "{name}: {}", found[0]);
        }
        let taken = i32::from(!["bad-string-number", "unknown-kind"].contains(&name));
        assert_eq!(json["units"][0]["in_progress"], taken, "{name}: {}", ran.err);
        let _ = fs::remove_dir_all(folder.path().join("plans/p/progress"));
    }
}

/// A doubled row has the same key twice: neither is taken.
#[test]
fn a_doubled_row_is_named_with_the_first_one() {
    let (folder, mai, _) = sent();
    let ve = folder.path().join("ve");
    fs::create_dir(&ve).unwrap();
    let bytes = broken(&mai, |book| {
        let row =
            book.sheet(1).split("<row r=\"9\"").nth(1).unwrap().split("</row>").next().unwrap().to_owned();
        let copy = format!("<row r=\"30\"{}</row></sheetData>", row.replace("9\" s=", "30\" s="));
        let sheet = book.sheet(1).replace("</sheetData>", &copy);
        *book.part_mut(SHEET) = sheet;
    });
    fs::write(ve.join("x.xlsx"), bytes).unwrap();
    let ran = collected(folder.path());
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(
        ran.err
            .contains("lỗi: ve/x.xlsx: Báo cáo!H30: dòng này có hai lần, lần trước ở ve/x.xlsx: Báo cáo!H9"),
        "{}",
        ran.err
    );
    assert_eq!(ran.json()["units"][0]["refused"], 2);
}

/// Random changes of the parts of a form: the reader answers each, whatever it says.
#[test]
fn a_damaged_part_never_ends_the_program() {
    let (_folder, mai, _) = sent();
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut below = |limit: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % limit as u64).unwrap()
    };
    let rounds = std::env::var("PLAN_WORKBOOKS").ok().and_then(|count| count.parse().ok()).unwrap_or(400);
    let parts: Vec<usize> = (0..mai.parts.len())
        .filter(|at| {
            ["xl/", "_rels/", "docProps/custom"].iter().any(|begin| mai.parts[*at].0.starts_with(begin))
        })
        .collect();
    let files: MemoryFileSystem = [("p/plan.yaml", MAIN)].into_iter().collect();
    let date = day("20/6/2026");
    let request = CollectRequest { date, as_of: AsOf::day(date), asked: Vec::new() };
    let mut read = 0;
    for _ in 0..rounds {
        let mut owned: Vec<(String, Vec<u8>)> =
            mai.parts.iter().map(|(name, text)| (name.clone(), text.as_bytes().to_vec())).collect();
        for _ in 0..=below(3) {
            let bytes = &mut owned[parts[below(parts.len())]].1;
            let at = below(bytes.len());
            match below(5) {
                0 => bytes[at] = u8::try_from(below(256)).unwrap(),
                1 => drop(bytes.drain(at..(at + 1 + below(40)).min(bytes.len()))),
                2 => {
                    let piece = bytes[at..(at + 1 + below(60)).min(bytes.len())].to_vec();
                    let to = below(bytes.len());
                    drop(bytes.splice(to..to, piece));
                }
                3 => {
                    // Numbers are what a reader reserves memory by.
                    let digit =
                        bytes[at..].iter().position(u8::is_ascii_digit).map_or(at, |found| at + found);
                    drop(bytes.splice(digit..digit, *b"99999999"));
                }
                _ => bytes.truncate(at),
            }
            if bytes.is_empty() {
                bytes.push(b' ');
            }
        }
        let changed: Vec<(&str, &[u8])> =
            owned.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        let mut file = archive(&changed);
        if below(4) == 0 {
            let at = below(file.len());
            file[at] = u8::try_from(below(256)).unwrap();
        }
        let book = read_workbook(&file);
        if let Ok(book) = &book {
            read += usize::from(SentForm::of(book).is_ok());
        }
        let returned = [ReturnedFile { path: "a.xlsx".to_owned(), book }];
        let collected = collect(&mut open(&files, "20/6/2026"), &returned, &request);
        assert!(
            collected.files.iter().all(|file| file.path == "p/progress/mai.yaml"),
            "{:?}",
            collected.files
        );
    }
    assert!(read > rounds / 20, "only {read} of {rounds} are forms still");
}
