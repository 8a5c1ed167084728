//! No day that the words do not say: the days of a deadline are those of the whole words that the document has there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use plan::import::{ImportOptions, Imported, SourceFile, import};
use plan::language::Lang;
use plan::parse::Key;
use rust_xlsxwriter::{Format, Workbook};

use super::figures::{Compared, document, imported};
use super::said::{assert_days_are_said, deadlines, resolved, text_of};
use crate::docs::{quoted, read, tables};
use crate::support::program::root;
use crate::support::word::WordDocument;

fn of_period(name: &str, bytes: impl Into<Vec<u8>>, period: &str) -> Imported {
    let file = SourceFile { name: name.to_owned(), bytes: bytes.into() };
    let options = ImportOptions { period: Some(period.to_owned()), ..ImportOptions::default() };
    import(&[file], &options, Lang::Vi).unwrap()
}

/// The wordings of docs/deadlines.md, in its order.
fn wordings() -> Vec<String> {
    let document = read("docs/deadlines.md");
    let rows = tables(&document, "written").into_iter().flat_map(|table| table[1..].to_vec());
    rows.flat_map(|row| quoted(&row[0]).map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// A word of its own for each number, in letters.
fn tag(number: usize) -> String {
    let letter = |at: usize| char::from(b'a' + u8::try_from(at % 26).unwrap());
    format!("Xw{}{}{}xw", letter(number / 676), letter(number / 26), letter(number))
}

/// The deadlines of the entries, by the tags in their words.
fn by_tag(imported: &Imported) -> (Compared, BTreeMap<String, Vec<String>>) {
    let plan = Compared::of(imported);
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for list in [Key::Tasks, Key::Schedule] {
        for entry in plan.entries(list) {
            let words = entry.words(Key::Text) + " " + &entry.words(Key::Title);
            let tag = words.split(|c: char| !c.is_alphanumeric()).find(|word| word.starts_with("Xw"));
            let due = Some(entry.words(Key::Due)).filter(|due| !due.is_empty());
            found.entry(tag.unwrap_or_default().to_owned()).or_default().extend(due);
        }
    }
    (plan, found)
}

/// The last and the first days of words.
fn days(plan: &Compared, words: &str) -> Option<(BTreeSet<String>, BTreeSet<String>)> {
    let deadline = resolved(plan, words)?;
    let all = deadline.occurrences.iter();
    Some((
        all.clone().map(|one| one.due.to_string()).collect(),
        all.filter_map(|one| one.from).map(|day| day.to_string()).collect(),
    ))
}

/// The sentences in which a wording `@` may stand.
const SENTENCES: [&str; 5] = [
    "Giao Phòng Nội vụ rà soát hồ sơ # @.",
    "Giao Phòng Nội vụ rà soát hồ sơ # @, báo cáo kết quả.",
    "Giao Phòng Nội vụ rà soát hồ sơ # (@).",
    "Giao Phòng Nội vụ rà soát hồ sơ # hoàn thành @ để tổng hợp.",
    "Phòng Nội vụ rà soát hồ sơ #, thời gian hoàn thành @",
];

/// Each wording of the deadline language in each sentence: a deadline that is taken has no day that the whole wording
/// does not have.
#[test]
fn a_sentence_gives_the_days_of_its_whole_words() {
    let wordings = wordings();
    assert!(wordings.len() > 250, "{}", wordings.len());
    let (mut taken, mut wrong) = (0, Vec::new());
    for sentence in SENTENCES {
        let bullet = |(at, words): (usize, &String)| {
            format!("- {}", sentence.replace('#', &tag(at)).replace('@', words))
        };
        let bullets: Vec<String> = wordings.iter().enumerate().map(bullet).collect();
        let text = format!("KẾ HOẠCH\n\nRà soát năm 2024\n\nI. NHIỆM VỤ\n\n{}\n", bullets.join("\n\n"));
        let (plan, found) = by_tag(&of_period("a.txt", text, "2024"));
        for (at, words) in wordings.iter().enumerate() {
            for due in &found[&tag(at)] {
                taken += 1;
                let (last, first) = days(&plan, due).unwrap();
                let is_said = days(&plan, words).is_some_and(|(all, from)| {
                    last.is_subset(&all) && first.is_subset(&from.union(&all).cloned().collect())
                });
                if !is_said {
                    wrong.push(format!("{}: “{due}” is {last:?}", bullets[at]));
                }
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert!(taken > 300, "{taken}");
}

/// Words that the language cannot read as a whole: none of their parts is the deadline.
#[test]
fn no_part_of_a_time_is_a_deadline() {
    let sentences = [
        "trước ngày 15 tháng 8 của năm 2027",
        "trước ngày 15/8 (năm 2027)",
        "trước ngày 15/8 âm lịch",
        "trước ngày 15/8 (âm lịch)",
        "chậm nhất vào ngày 15 tháng 8 hoặc ngày 30 tháng 9 năm 2027",
        "trong tháng 3 năm học 2027-2028",
        "trước ngày 15/8; 20/8",
        "mười ngày làm việc trước ngày 15/8",
        "10 ngày trước ngày 15/8 của năm 2027",
        "ngày 25 hằng tháng",
        "thứ Sáu hằng tuần",
        "Chủ nhật hằng tuần",
        "tuần đầu trong tháng 6",
        "trước rằm tháng 8",
        "ngày 15/8/20261",
    ];
    let bullet =
        |(at, words): (usize, &&str)| format!("- Giao Phòng Nội vụ rà soát hồ sơ {} {words}.", tag(at));
    let bullets: Vec<String> = sentences.iter().enumerate().map(bullet).collect();
    let text = format!("KẾ HOẠCH\n\nRà soát năm 2026\n\nI. NHIỆM VỤ\n\n{}\n", bullets.join("\n\n"));
    let imported = of_period("a.txt", text, "2026");
    assert_eq!(deadlines(&Compared::of(&imported)), []);
    // The parts that could be read are asked for.
    let asked =
        imported.notes().filter(|(_, note)| note.reason.get(Lang::En).ends_with("the deadline?")).count();
    assert!(asked >= 8, "{asked}: {:#?}", imported.files[0].text);
}

const HEAD: [&str; 4] = ["TT", "Nội dung công việc", "Chủ trì", "Thời hạn"];

/// Words of a deadline's column that are none.
const NO_DEADLINES: [&str; 12] = [
    "khi nào rảnh",
    "Khi thuận tiện",
    "Theo",
    "lúc nào xong thì báo",
    "15/8 (năm 2027)",
    "15/8 (âm lịch)",
    "15/8 âm lịch",
    "46113",
    "x",
    "31/6/2026",
    "15/6 20/9",
    "04 01 2026",
];

fn csv(cells: &[&str]) -> Vec<u8> {
    let row = |(at, words): (usize, &&str)| format!("{},Rà soát {},Phòng A,\"{words}\"\n", at + 1, tag(at));
    let rows: String = cells.iter().enumerate().map(row).collect();
    format!("{}\n{rows}", HEAD.join(",")).into_bytes()
}

fn word(cells: &[&str]) -> Vec<u8> {
    let rows: Vec<[String; 4]> = cells
        .iter()
        .enumerate()
        .map(|(at, words)| {
            [(at + 1).to_string(), format!("Rà soát {}", tag(at)), "Phòng A".to_owned(), (*words).to_owned()]
        })
        .collect();
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let mut word = WordDocument::default();
    word.paragraph(None, "PHỤ LỤC", &[]);
    word.table(&std::iter::once(&HEAD[..]).chain(rows.iter().map(Vec::as_slice)).collect::<Vec<_>>());
    word.bytes()
}

fn workbook(cells: &[&str]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, words) in HEAD.iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), *words).unwrap();
    }
    for (at, words) in cells.iter().enumerate() {
        let row = u32::try_from(at + 1).unwrap();
        sheet.write(row, 0, row).unwrap();
        sheet.write(row, 1, format!("Rà soát {}", tag(at))).unwrap();
        sheet.write(row, 2, "Phòng A").unwrap();
        sheet.write(row, 3, *words).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// Each wording in a column of deadlines, in each kind of file: as it stands, or not at all.
#[test]
fn a_cell_is_a_deadline_as_it_stands() {
    let wordings = wordings();
    let cells: Vec<&str> = wordings.iter().map(String::as_str).chain(NO_DEADLINES).collect();
    for (name, bytes) in [("a.csv", csv(&cells)), ("a.docx", word(&cells)), ("a.xlsx", workbook(&cells))] {
        let document = text_of(name, &bytes);
        let imported = of_period(name, bytes, "2024");
        assert_days_are_said(&imported, &document, "2024");
        let (plan, found) = by_tag(&imported);
        for (at, words) in cells.iter().enumerate() {
            let is_deadline = !NO_DEADLINES.contains(words) && resolved(&plan, words).is_some();
            let due = is_deadline.then(|| words.trim_end_matches(['.', ';', ',']).to_owned());
            assert_eq!(found[&tag(at)], Vec::from_iter(due), "{name}: {words}");
        }
        // The others are words of the row, and told.
        for words in NO_DEADLINES {
            let is_told = imported.notes().any(|(_, note)| note.reason.get(Lang::Vi).contains(words));
            let is_kept = imported.files.iter().any(|file| file.text.contains(words));
            assert!(is_told && is_kept, "{name}: {words}");
        }
    }
}

#[test]
fn words_that_name_no_condition_are_no_deadline() {
    let imported = of_period("a.csv", csv(&["khi nào rảnh", "khi có kinh phí"]), "2026");
    let plan = Compared::of(&imported);
    assert_eq!(deadlines(&plan), [("NV-02".to_owned(), "khi có kinh phí".to_owned())]);
    let (_, note) = imported.notes().find(|(_, note)| note.entry == "NV-01").unwrap();
    assert_eq!(note.reason.get(Lang::Vi), "“khi nào rảnh” không nêu ngày, cũng không nêu điều kiện nào");
    assert_eq!(note.reason.get(Lang::En), "“khi nào rảnh” names neither a day nor a condition");
    let kept = plan.entries(Key::Schedule).iter().map(|row| row.words(Key::Note)).collect::<Vec<_>>();
    assert_eq!(kept, ["khi nào rảnh", ""]);
}

/// A cell that shows a month is kept as its first day, one that shows a day without its year in some year.
#[test]
fn a_day_of_a_workbook_is_what_the_cell_shows() {
    let formats = ["dd/mm/yyyy", "mm/yyyy", "mmm-yy", "dd/mm", "yyyy", "h:mm", "[h]:mm", "dddd"];
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, words) in HEAD.iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), *words).unwrap();
    }
    for (at, format) in formats.iter().enumerate() {
        let row = u32::try_from(at + 1).unwrap();
        sheet.write(row, 1, format!("Rà soát {}", tag(at))).unwrap();
        sheet.write(row, 2, "Phòng A").unwrap();
        sheet.write_with_format(row, 3, 46_113.0, &Format::new().set_num_format(*format)).unwrap();
    }
    let imported = of_period("a.xlsx", book.save_to_buffer().unwrap(), "2026");
    let (plan, found) = by_tag(&imported);
    let dues: Vec<String> = (0..formats.len()).map(|at| found[&tag(at)].join("")).collect();
    assert_eq!(dues, ["01/04/2026", "04/2026", "04/2026", "01/04", "2026", "", "", ""]);
    assert_eq!(days(&plan, &dues[1]).unwrap().0.first().unwrap(), "2026-04-30");
}

/// A mark that is typed above the line is no digit of the day before it.
#[test]
fn a_raised_figure_is_no_digit_of_a_day() {
    let run = |text: &str, raised: &str| {
        format!(
            "<w:r><w:t>{text}</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>{raised}</w:t></w:r>"
        )
    };
    let cell = |words: &str| format!("<w:tc><w:p>{words}</w:p></w:tc>");
    let plain = |words: &str| cell(&format!("<w:r><w:t>{words}</w:t></w:r>"));
    let row = |last: String| {
        format!("<w:tr>{}{}{}{last}</w:tr>", plain("1"), plain("Rà soát 500 m2"), plain("Phòng A"))
    };
    let table = format!(
        "<w:tbl><w:tr>{}</w:tr>{}</w:tbl>",
        HEAD.map(plain).concat(),
        row(cell(&run("trước ngày 15/1", "2")))
    );
    let text = format!("<w:document xmlns:w=\"w\"><w:body>{table}</w:body></w:document>");
    let imported = of_period("a.docx", crate::support::word::package(&[("word/document.xml", text)]), "2026");
    let all: String = imported.files.iter().map(|file| file.text.as_str()).collect();
    assert!(!all.contains("15/12") && all.contains("trước ngày 15/1 2"), "{all}");
    assert_eq!(deadlines(&Compared::of(&imported)).len(), 0);
}

/// The rows of a group of targets have its day; a heading without one is a remark.
#[test]
fn a_group_of_targets_gives_its_day_and_nothing_else() {
    let mut word = WordDocument::default();
    word.paragraph(None, "PHỤ LỤC", &[]);
    word.table(&[
        &["TT", "Chỉ tiêu", "Đơn vị", "Kết quả", "Cơ quan chủ trì"],
        &["Đến năm 2026", "<", "<", "<", "<"],
        &["1", "Đào tạo", "%", "60", "Phòng A"],
        &["Theo lĩnh vực y tế", "<", "<", "<", "<"],
        &["2", "Khám bệnh", "%", "70", "Phòng A"],
        &["Khi nào rảnh", "<", "<", "<", "<"],
        &["3", "Tập huấn", "%", "80", "Phòng A"],
    ]);
    let imported = of_period("a.docx", word.bytes(), "2026");
    let plan = Compared::of(&imported);
    let dues: Vec<String> = deadlines(&plan).into_iter().map(|(_, due)| due).collect();
    assert_eq!(dues, ["Đến năm 2026"]);
    let notes: Vec<String> =
        plan.entries(Key::Targets).iter().map(|target| target.words(Key::Note)).collect();
    assert!(notes[1].starts_with("Theo lĩnh vực y tế") && notes[2].starts_with("Khi nào rảnh"), "{notes:?}");
}

/// A header that holds more of a time than its last words is no horizon of these words; the columns may stand in any
/// order, and two of one day are asked for.
#[test]
fn a_horizon_is_a_whole_time() {
    let csv = "TT,Chỉ tiêu,Đến năm 2030,Sau năm 2027,Năm học 2025-2026,Đến quý II năm 2026,Đến hết tháng 6/2026\n\
               1,Đào tạo,60%,70%,80%,90%,95%\n";
    let imported = of_period("a.csv", csv, "2026");
    let plan = Compared::of(&imported);
    let dues: Vec<String> = deadlines(&plan).into_iter().map(|(_, due)| due).collect();
    assert_eq!(dues, ["Đến quý II năm 2026", "Đến năm 2030"]);
    let note = plan.entries(Key::Targets)[0].words(Key::Note);
    for words in ["Sau năm 2027: 70%", "Năm học 2025-2026: 80%", "Đến hết tháng 6/2026: 95%"] {
        assert!(note.contains(words), "{note}");
    }
}

/// The days of a school year are assumed, and every one is told.
#[test]
fn assumed_days_of_a_school_year_are_told() {
    let text = "KẾ HOẠCH\n\nAn toàn năm học 2025-2026\n\nI. NHIỆM VỤ\n\n- Giao Phòng Nội vụ rà soát hồ sơ trước ngày 15/5.\n";
    let imported = of_period("a.txt", text, "năm học 2025-2026");
    let told: Vec<&str> = imported
        .notes()
        .filter(|(_, note)| note.entry == "calendar")
        .map(|(_, note)| note.reason.get(Lang::En))
        .collect();
    assert_eq!(told, ["assumed, to be checked"; 4]);
    let plan = &imported.files[0].text;
    assert!(plan.contains("      term1_ends: 15/1/2026 # ? giả định, cần đối chiếu\n"), "{plan}");
}

/// The two real documents, and the documents of the examples.
#[test]
fn the_documents_of_the_repository_say_their_deadlines() {
    for name in ["thanh-xuan-2024", "ba-dinh-2022-2023"] {
        let text = String::from_utf8(document(name)).unwrap();
        for splits in [false, true] {
            assert_days_are_said(&imported(name, splits), &text, "");
        }
    }
    let folder = root().join("examples/van-ban");
    let files = ["ke-hoach.txt", "phu-luc-01.xlsx", "phu-luc-02.docx"]
        .map(|name| SourceFile { name: name.to_owned(), bytes: fs::read(folder.join(name)).unwrap() });
    let text: String = files.iter().map(|file| text_of(&file.name, &file.bytes) + "\n").collect();
    for splits in [false, true] {
        let options = ImportOptions { splits, ..ImportOptions::default() };
        assert_days_are_said(&import(&files, &options, Lang::Vi).unwrap(), &text, "");
    }
}
