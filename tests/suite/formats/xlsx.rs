//! Workbooks: types of cells, filters, totals, pages.

use plan::document::{Block, Cell, Column, Document, Table, TableRow};
use plan::language::{Lang, Message};
use plan::render::{DocumentFormat, RenderOptions, render};

use crate::formats::samples::{self, day};
use crate::support::package::{Package, texts};

fn xlsx(document: &Document, lang: Lang) -> Package {
    let options = RenderOptions { lang, ..RenderOptions::default() };
    let bytes = render(document, DocumentFormat::Xlsx, &options).unwrap();
    assert_eq!(
        bytes,
        render(document, DocumentFormat::Xlsx, &options).unwrap(),
        "equal input gives equal bytes"
    );
    Package::read(&bytes, "xlsx")
}

/// A table with every kind of cell, a group, and a total.
fn typed() -> Document {
    let words = |key| Column::words(Message::fixed("Chữ", "Words"), key);
    let figures = |key| Column::figures(Message::fixed("Số", "Number"), key);
    let mut table = Table::new(vec![
        words("id"),
        words("period"),
        words("due"),
        figures("n"),
        figures("pct"),
        figures("value"),
    ]);
    let row = |id: &str, count, share| {
        TableRow::Body(vec![
            Cell::text(id),
            Cell::text("2026-06"),
            Cell::Date(day(2026, 6, 30)),
            Cell::Count(count),
            Cell::Percent(share),
            Cell::Number(12.5, "học sinh".to_owned()),
        ])
    };
    table.rows.push(TableRow::Group { mark: "I".to_owned(), title: Message::fixed("Nhóm", "Group") });
    table.rows.push(row("1.10", 2, Some(50.0)));
    table.rows.push(row("=1+2", 3, None));
    table.rows.push(TableRow::Total(vec![
        Cell::Message(Message::fixed("Cộng", "Total")),
        Cell::Empty,
        Cell::Empty,
        Cell::Count(5),
        Cell::Percent(Some(40.0)),
    ]));
    let mut document = Document::new(Message::fixed("Bảng", "Table"));
    document.blocks.push(Block::Table(table));
    document
}

/// The cell of a sheet, from its tag to its end.
fn cell<'a>(sheet: &'a str, name: &str) -> &'a str {
    let at = sheet.find(&format!("<c r=\"{name}\"")).unwrap_or_else(|| panic!("no {name} in {sheet}"));
    sheet[at..].split("</c>").next().unwrap()
}

#[test]
fn days_are_days_numbers_numbers_and_all_else_text() {
    let package = xlsx(&typed(), Lang::Vi);
    let sheet = package.part("xl/worksheets/sheet1.xml");
    let strings = texts(package.part("xl/sharedStrings.xml"), "t");
    let text = |name: &str| {
        let cell = cell(sheet, name);
        assert!(cell.contains("t=\"s\""), "{cell}");
        let at: usize = cell.split("<v>").nth(1).unwrap().split('<').next().unwrap().parse().unwrap();
        strings[at].clone()
    };
    // Title, an empty line, the head, the group.
    assert_eq!((text("A1"), text("A3"), text("A4")), ("Bảng".into(), "Chữ".into(), "I".into()));
    assert_eq!((text("A5"), text("B5"), text("A6")), ("1.10".into(), "2026-06".into(), "=1+2".into()));
    assert!(cell(sheet, "C5").ends_with("<v>46203</v>"), "30/6/2026 is day 46203: {}", cell(sheet, "C5"));
    assert!(cell(sheet, "D5").ends_with("<v>2</v>") && cell(sheet, "E5").ends_with("<v>0.5</v>"));
    assert!(cell(sheet, "F5").ends_with("<v>12.5</v>"));
    assert_eq!(text("E6"), "–");
    let styles = package.part("xl/styles.xml");
    for format in ["dd/mm/yyyy", "0.0%", "General&quot; học sinh&quot;"] {
        assert!(styles.contains(format), "{format} in {styles}");
    }
    assert!(xlsx(&typed(), Lang::En).part("xl/styles.xml").contains("yyyy-mm-dd"));
}

#[test]
fn totals_follow_the_filter_and_no_other_formula_exists() {
    let package = xlsx(&typed(), Lang::Vi);
    let sheet = package.part("xl/worksheets/sheet1.xml");
    assert_eq!(texts(sheet, "f"), ["SUBTOTAL(109,D4:D6)", "IF(SUBTOTAL(103,A4:A6)=COUNTA(A4:A6),0.4,\"–\")"]);
    assert!(cell(sheet, "D7").contains("<v>5</v>") && cell(sheet, "E7").contains("<v>0.4</v>"));
    assert!(sheet.contains("<autoFilter ref=\"A3:F6\"/>"), "{sheet}");
    assert!(sheet.contains("state=\"frozen\"") && sheet.contains("ySplit=\"3\""), "{sheet}");
    assert!(sheet.contains("fitToWidth=\"1\"") || sheet.contains("fitToPage=\"1\""), "{sheet}");
    assert!(sheet.contains("paperSize=\"9\"") && sheet.contains("orientation=\"landscape\""));
    assert!(package.part("xl/workbook.xml").contains("Print_Titles"), "the head is repeated");
}

#[test]
fn each_table_is_a_sheet_of_its_own() {
    let mut document = samples::status();
    let again = document.blocks.clone();
    document.blocks.extend(again);
    let package = xlsx(&document, Lang::Vi);
    assert_eq!(package.parts("xl/worksheets/sheet").count(), 2);
}
