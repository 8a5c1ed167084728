//! Every row of the tables of Decree 30/2020/NĐ-CP, Phụ lục I, that a report, a letter and an annex show: sizes, weight,
//! slant, alignment, margins, sections, page numbers, repeated heads.

use plan::date::Day;
use plan::document::{AnnexHead, Block, Cell, Column, Document, Frame, Page, Signature, Table, TableRow};
use plan::language::{Lang, Message};
use plan::render::{DocumentFormat, RenderOptions, render};

use crate::support::package::{Package, texts};

/// The facts of a paragraph, as far as the decree rules them.
#[derive(Debug)]
struct Look {
    text: String,
    sizes: Vec<u32>,
    is_bold: bool,
    is_italic: bool,
    align: String,
    xml: String,
}

fn looks(body: &str) -> Vec<Look> {
    let paragraphs = body.split("<w:p>").skip(1).map(|rest| rest.split("</w:p>").next().unwrap());
    let look = |xml: &str| {
        let runs: Vec<&str> = xml.split("<w:r>").skip(1).collect();
        let value = |xml: &str, name: &str| {
            let rest = xml.split(&format!("<w:{name} w:val=\"")).nth(1)?;
            Some(rest.split('"').next().unwrap().to_owned())
        };
        Look {
            text: texts(&format!("<w:p>{xml}</w:p>"), "w:t").concat(),
            sizes: runs.iter().filter_map(|run| value(run, "sz")?.parse().ok()).collect(),
            is_bold: !runs.is_empty() && runs.iter().all(|run| run.contains("<w:b/>")),
            is_italic: !runs.is_empty() && runs.iter().all(|run| run.contains("<w:i/>")),
            align: value(xml, "jc").unwrap_or_default(),
            xml: xml.to_owned(),
        }
    };
    paragraphs.map(look).collect()
}

fn find<'l>(looks: &'l [Look], text: &str) -> &'l Look {
    looks.iter().find(|look| look.text == text).unwrap_or_else(|| {
        panic!("no paragraph {text:?} among {:#?}", looks.iter().map(|look| &look.text).collect::<Vec<_>>())
    })
}

/// Asserts size in points, weight, slant and alignment of a paragraph.
#[track_caller]
fn is(looks: &[Look], text: &str, points: u32, is_bold: bool, is_italic: bool, align: &str) {
    let look = find(looks, text);
    assert!(!look.sizes.is_empty() && look.sizes.iter().all(|size| *size == points * 2), "{look:?}");
    assert_eq!((look.is_bold, look.is_italic, &*look.align), (is_bold, is_italic, align), "{look:?}");
}

fn same(words: &'static str) -> Message {
    Message::fixed(words, words)
}

fn frame() -> Frame {
    Frame {
        superior: Some("Ủy ban nhân dân quận Minh Họa".to_owned()),
        office: Some("Phòng Giáo dục và Đào tạo".to_owned()),
        number: "05/BC-PGDĐT".to_owned(),
        place: Some("Minh Họa".to_owned()),
        date: Day::new(2026, 2, 5),
        kind: Some(same("Báo cáo")),
        subject: same("Kết quả thực hiện nhiệm vụ tháng 01 năm 2026"),
        addressees: vec!["Ủy ban nhân dân quận Minh Họa.".to_owned()],
        recipients: vec![same("- Như trên;"), same("- Lưu: VT.")],
        signature: Signature {
            authority: vec!["KT. Trưởng phòng".to_owned()],
            title: Some("Phó Trưởng phòng".to_owned()),
            name: None,
        },
    }
}

/// A table of some columns; six lie on a landscape page.
fn table(columns: usize) -> Block {
    let mut table = Table::new(vec![Column::words(same("Nội dung"), "id"); columns]);
    table.rows.push(TableRow::Body(vec![Cell::text("a"); columns]));
    Block::Table(table)
}

fn annex(label: &'static str) -> Block {
    Block::Annex(AnnexHead {
        label: same(label),
        title: same("DANH MỤC NHIỆM VỤ QUÁ HẠN"),
        attached: same("(Kèm theo Báo cáo số 05/BC-PGDĐT)"),
    })
}

fn document(frame: Frame) -> Document {
    let mut document = Document::new(same("Báo cáo"));
    document.frame = Some(frame);
    document.blocks = vec![
        Block::Heading(same("I. KẾT QUẢ CHUNG")),
        Block::Paragraph(same("Đến ngày 31/01/2026, có 24 nhiệm vụ./.")),
        annex("Phụ lục I"),
        table(7),
        annex("Phụ lục II"),
        table(4),
    ];
    document
}

fn body(document: &Document) -> (Package, String) {
    let bytes = render(document, DocumentFormat::Docx, &RenderOptions::default()).unwrap();
    let package = Package::read(&bytes, "docx");
    let body = package.part("word/document.xml").to_owned();
    (package, body)
}

#[test]
fn the_head_of_a_report_has_the_sizes_of_the_decree() {
    let (package, body) = body(&document(frame()));
    let looks = looks(&body);
    is(&looks, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, true, false, "center");
    is(&looks, "Độc lập - Tự do - Hạnh phúc", 13, true, false, "center");
    is(&looks, "ỦY BAN NHÂN DÂN", 12, false, false, "center");
    is(&looks, "QUẬN MINH HỌA", 12, false, false, "center");
    is(&looks, "PHÒNG GIÁO DỤC", 12, true, false, "center");
    is(&looks, "VÀ ĐÀO TẠO", 12, true, false, "center");
    is(&looks, "Số: 05/BC-PGDĐT", 13, false, false, "center");
    is(&looks, "Minh Họa, ngày 05 tháng 02 năm 2026", 13, false, true, "center");
    is(&looks, "BÁO CÁO", 14, true, false, "center");
    is(&looks, "Kết quả thực hiện nhiệm vụ tháng 01 năm 2026", 14, true, false, "center");
    is(&looks, "Kính gửi: Ủy ban nhân dân quận Minh Họa.", 14, false, false, "center");
    // Number and place stand in one row, offices and Quốc hiệu in the one above.
    let rows: Vec<&str> = body.split("<w:tr>").skip(1).collect();
    assert!(rows[0].contains("PHÒNG GIÁO DỤC") && rows[0].contains("Độc lập"));
    assert!(rows[1].contains("Số: 05") && rows[1].contains("Minh Họa, ngày 05"));
    // The columns leave the left 66 to 70 mm, the right 90 at least; nothing has a border.
    let head = body.split("</w:tbl>").next().unwrap();
    let columns: Vec<u32> = head
        .split("<w:gridCol w:w=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().parse().unwrap())
        .collect();
    let millimetres: Vec<u32> = columns.iter().map(|width| width * 254 / 14400).collect();
    assert!(matches!(millimetres[..], [66..=70, 90..=100]), "{millimetres:?}");
    assert_eq!(columns.iter().sum::<u32>(), 11906 - 1701 - 1134);
    assert!(!head.contains("tblBorders"));
    assert!(!package.parts("word/").any(|part| part.contains("w:caps") || part.contains("w:u ")));
}

#[test]
fn lines_are_borders_as_long_as_the_decree_asks() {
    let (_, body) = body(&document(frame()));
    let looks = looks(&body);
    // The right column without its margins, the line of Tiêu ngữ as long as its text: 56.1 mm.
    let rules: Vec<(u32, &Look)> = looks
        .iter()
        .filter(|look| look.xml.contains("<w:pBdr>"))
        .map(|look| {
            let left = look.xml.split("w:left=\"").nth(1).unwrap().split('"').next().unwrap();
            (left.parse().unwrap(), look)
        })
        .collect();
    assert_eq!(rules.len(), 5, "issuer, Tiêu ngữ, title, two annexes");
    for (left, look) in &rules {
        assert!(look.text.is_empty() && look.xml.contains(&format!("w:right=\"{left}\"")), "{look:?}");
        assert!(look.xml.contains("w:line=\"40\" w:lineRule=\"exact\""), "{look:?}");
    }
    let right = 11906 - 1701 - 1134 - 3850 - 56;
    assert_eq!((right - 3183) / 2, rules[1].0);
}

#[test]
fn a_letter_has_its_subject_below_the_number() {
    let addressees = vec!["UBND phường Hoa Huệ".to_owned(), "UBND phường Hoa Lan".to_owned()];
    let (_, body) = body(&document(Frame { kind: None, addressees, ..frame() }));
    let looks = looks(&body);
    let about = looks.iter().find(|look| look.text.starts_with("V/v Kết quả")).unwrap();
    assert!(about.xml.contains("w:before=\"120\""), "6 pt below the number: {about:?}");
    is(&looks, &about.text, 12, false, false, "center");
    assert!(!looks.iter().any(|look| look.text == "BÁO CÁO"), "a letter has no name of its kind");
    is(&looks, "Kính gửi:", 14, false, false, "left");
    is(&looks, "- UBND phường Hoa Huệ;", 14, false, false, "left");
    is(&looks, "- UBND phường Hoa Lan.", 14, false, false, "left");
    let left = |text: &str| {
        let xml = &find(&looks, text).xml;
        xml.split("w:left=\"").nth(1).unwrap().split('"').next().unwrap().parse::<u32>().unwrap()
    };
    assert!(left("- UBND phường Hoa Lan.") > left("Kính gửi:"), "the dashes stand below the colon");
}

#[test]
fn the_text_and_its_end_have_the_sizes_of_the_decree() {
    let (_, body) = body(&document(frame()));
    let looks = looks(&body);
    is(&looks, "I. KẾT QUẢ CHUNG", 14, true, false, "both");
    is(&looks, "Đến ngày 31/01/2026, có 24 nhiệm vụ./.", 14, false, false, "both");
    let text = find(&looks, "Đến ngày 31/01/2026, có 24 nhiệm vụ./.");
    assert!(text.xml.contains("w:firstLine=\"720\"") && text.xml.contains("w:before=\"120\""), "{text:?}");
    assert!(text.xml.contains("w:line=\"240\" w:lineRule=\"auto\""), "single spacing: {text:?}");
    is(&looks, "Nơi nhận:", 12, true, true, "left");
    is(&looks, "- Như trên;", 11, false, false, "left");
    is(&looks, "- Lưu: VT.", 11, false, false, "left");
    is(&looks, "KT. TRƯỞNG PHÒNG", 14, true, false, "center");
    is(&looks, "PHÓ TRƯỞNG PHÒNG", 14, true, false, "center");
    is(&looks, "……", 14, true, false, "center");
}

#[test]
fn annexes_have_pages_and_numbers_of_their_own() {
    let (package, body) = body(&document(frame()));
    let looks = looks(&body);
    is(&looks, "Phụ lục I", 14, true, false, "center");
    is(&looks, "DANH MỤC NHIỆM VỤ QUÁ HẠN", 14, true, false, "center");
    is(&looks, "(Kèm theo Báo cáo số 05/BC-PGDĐT)", 14, false, true, "center");
    let sections: Vec<&str> = body.split("<w:sectPr>").skip(1).collect();
    assert_eq!(sections.len(), 3, "the text and two annexes");
    for (section, landscape) in sections.iter().zip([false, true, false]) {
        let section = section.split("</w:sectPr>").next().unwrap();
        assert!(
            section.contains("<w:type w:val=\"nextPage\"/>") && section.contains("<w:titlePg/>"),
            "{section}"
        );
        assert!(section.contains("<w:pgNumType w:start=\"1\"/>"), "{section}");
        assert_eq!(section.contains("w:orient=\"landscape\""), landscape, "{section}");
        let page = if landscape { "w:w=\"16838\" w:h=\"11906\"" } else { "w:w=\"11906\" w:h=\"16838\"" };
        assert!(section.contains(page), "{section}");
        // 20 mm, 20 mm, 20 mm and 30 mm on the left, as the page lies.
        let margins = "w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\"";
        assert!(section.contains(margins), "{section}");
        assert!(
            section.contains("w:type=\"default\" r:id=\"rId2\"")
                && section.contains("w:type=\"first\" r:id=\"rId3\"")
        );
    }
    assert!(package.part("word/header1.xml").contains(" PAGE "));
    let tables: Vec<&str> = body.split("<w:tblBorders>").skip(1).collect();
    assert_eq!(tables.len(), 2);
    for (table, width) in tables.iter().zip([16838, 11906]) {
        let table = table.split("</w:tbl>").next().unwrap();
        assert_eq!(table.matches("<w:tblHeader/>").count(), 1);
        let columns = table.split("<w:gridCol w:w=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
        assert_eq!(columns.map(|width| width.parse::<u32>().unwrap()).sum::<u32>(), width - 1701 - 1134);
    }
}

#[test]
fn what_nobody_says_is_left_open() {
    let open = Frame { office: None, place: None, date: None, signature: Signature::default(), ..frame() };
    let (_, body) = body(&document(open));
    let looks = looks(&body);
    is(&looks, "……, ngày …… tháng …… năm ……", 13, false, true, "center");
    assert!(looks.iter().filter(|look| look.text == "……").count() >= 3, "office, authority, name");
}

#[test]
fn other_formats_say_the_same_words() {
    let document = document(frame());
    let options = RenderOptions { width: 100, ..RenderOptions::default() };
    for format in [DocumentFormat::Text, DocumentFormat::Markdown, DocumentFormat::Html] {
        let printed = String::from_utf8(render(&document, format, &options).unwrap()).unwrap();
        for words in [
            "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
            "05/BC-PGDĐT",
            "ngày 05 tháng 02 năm 2026",
            "Kính gửi: Ủy ban",
            "Như trên;",
            "PHÓ TRƯỞNG PHÒNG",
            "Phụ lục II",
        ] {
            assert!(printed.contains(words), "{words} in {printed}");
        }
        let place = |words: &str| printed.find(words).unwrap();
        assert!(place("có 24 nhiệm vụ") < place("Như trên;"), "{printed}");
        assert!(place("PHÓ TRƯỞNG PHÒNG") < place("Phụ lục I"), "{printed}");
    }
    assert_eq!(Page::of(&document).orientation, plan::document::Orientation::Landscape);
    let english = RenderOptions { lang: Lang::En, ..options };
    let printed = String::from_utf8(render(&document, DocumentFormat::Text, &english).unwrap()).unwrap();
    assert!(printed.contains("No.: 05/BC-PGDĐT") && printed.contains("Recipients:"), "{printed}");
}
