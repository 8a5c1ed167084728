//! Word documents: the layout of Decree 30/2020/NĐ-CP, in the parts of the package.

use plan::document::{Block, Cell, Column, Document, Table, TableRow};
use plan::language::{Lang, Message};
use plan::render::{DocumentFormat, RenderOptions, render};

use crate::formats::samples;
use crate::support::package::{Package, elements, texts};

fn docx(document: &Document, lang: Lang) -> Package {
    let options = RenderOptions { lang, ..RenderOptions::default() };
    let bytes = render(document, DocumentFormat::Docx, &options).unwrap();
    assert_eq!(
        bytes,
        render(document, DocumentFormat::Docx, &options).unwrap(),
        "equal input gives equal bytes"
    );
    Package::read(&bytes, "docx")
}

fn numbers(xml: &str, before: &str) -> Vec<u32> {
    xml.split(before).skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect()
}

#[test]
fn the_page_is_that_of_the_decree() {
    let package = docx(&samples::overdue(), Lang::Vi);
    let body = package.part("word/document.xml");
    assert!(body.contains("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"), "{body}");
    assert!(body.contains("w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\""));
    assert!(body.contains("<w:pgNumType w:start=\"1\"/><w:titlePg/>"), "the first page shows no number");
    let number = package.part("word/header1.xml");
    assert!(
        number.contains("<w:jc w:val=\"center\"/>")
            && number.contains(" PAGE ")
            && number.contains("<w:sz w:val=\"28\"/>")
    );
    assert_eq!(elements(package.part("word/header2.xml"), "header2"), ["w:hdr", "w:p"]);
    let styles = package.part("word/styles.xml");
    for sort in ["ascii", "hAnsi", "eastAsia", "cs"] {
        assert!(styles.contains(&format!("w:{sort}=\"Times New Roman\"")), "{sort}");
    }
    assert!(styles.contains("<w:color w:val=\"000000\"/>") && styles.contains("w:lang w:val=\"vi-VN\""));
    assert!(docx(&samples::overdue(), Lang::En).part("word/styles.xml").contains("w:lang w:val=\"en-GB\""));
    // Capitals are written, so that copied text keeps them.
    assert!(!package.parts("word/").any(|part| part.contains("w:caps")));
}

#[test]
fn narrow_documents_stand_upright() {
    let mut document = Document::new(Message::fixed("Mẫu", "Sample"));
    let mut table = Table::new(vec![Column::words(Message::fixed("Mã", "Id"), "id"); 5]);
    table.rows.push(TableRow::Body(vec![Cell::text("a"); 5]));
    document.blocks.push(Block::Table(table));
    let package = docx(&document, Lang::Vi);
    let body = package.part("word/document.xml");
    assert!(body.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"), "{body}");
    assert_eq!(numbers(body, "<w:gridCol w:w=\"").iter().sum::<u32>(), 11906 - 1701 - 1134);
}

#[test]
fn tables_fill_the_text_repeat_their_head_and_keep_rows_whole() {
    let package = docx(&samples::overdue(), Lang::Vi);
    let body = package.part("word/document.xml");
    let tables: Vec<&str> = body.split("<w:tbl>").skip(1).collect();
    assert!(!tables.is_empty());
    for table in tables {
        let rows: Vec<&str> = table.split("<w:tr>").skip(1).collect();
        assert!(rows[0].starts_with("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"), "{}", rows[0]);
        assert!(rows[1..].iter().all(|row| row.starts_with("<w:trPr><w:cantSplit/></w:trPr>")));
        let grid = table.split("</w:tblGrid>").next().unwrap();
        let columns = numbers(grid, "<w:gridCol w:w=\"");
        assert_eq!(columns.iter().sum::<u32>(), 16838 - 1701 - 1134);
        for row in rows {
            let row = row.split("</w:tr>").next().unwrap();
            let spans = numbers(row, "<w:gridSpan w:val=\"");
            let cells = row.matches("<w:tc>").count() - spans.len() + spans.iter().sum::<u32>() as usize;
            assert_eq!(cells, columns.len(), "{row}");
        }
    }
}

#[test]
fn every_word_of_the_document_is_there_and_is_a_word() {
    let mut document = Document::new(Message::fixed("</w:t> & \"", "</w:t> & \""));
    document.blocks.push(Block::Heading(Message::fixed("I. KẾT QUẢ", "I. RESULTS")));
    document.blocks.push(Block::Paragraph(Message::fixed("Một \u{202e}\u{fffe}\u{1b}[m hai", "One")));
    let package = docx(&document, Lang::Vi);
    let words = texts(package.part("word/document.xml"), "w:t");
    assert_eq!(words, ["</w:t> & \"", "I. KẾT QUẢ", "Một <U+202E><U+FFFE>␛[m hai"]);
    assert_eq!(texts(package.part("docProps/core.xml"), "dc:title"), ["</w:t> & \""]);
    let body = package.part("word/document.xml");
    assert!(body.contains("<w:pStyle w:val=\"Heading1\"/>") && body.contains("<w:pStyle w:val=\"Title\"/>"));
    let text = body.split("Một").next().unwrap().rsplit("<w:p>").next().unwrap();
    assert!(text.contains("<w:jc w:val=\"both\"/>") && text.contains("w:firstLine=\"720\""), "{text}");
    assert!(text.contains("w:before=\"120\"") && text.contains("<w:sz w:val=\"28\"/>"), "{text}");
}

#[test]
fn the_table_of_the_sample_says_what_the_page_says() {
    let package = docx(&samples::status(), Lang::Vi);
    let words = texts(package.part("word/document.xml"), "w:t").join("|");
    for part in ["Tính đến ngày 01/07/2024", "|52,9%|", "Tổng cộng", "|72,4%|"] {
        assert!(words.contains(part), "{part} in {words}");
    }
}
