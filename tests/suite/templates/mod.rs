//! Documents of an office's own, filled with values (`plan::template`).

mod hostile;
mod places;
mod repeats;
mod runs;

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use plan::language::Message;
use plan::template::{
    Template, TemplateColumn, TemplateError, TemplateFault, TemplateField, TemplateList, TemplateValues,
};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::package::{Package, texts};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Some parts as a package.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The types of the parts of a document.
pub fn types() -> String {
    let mut out = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" \
                   ContentType=\"application/xml\"/>"
        .to_owned();
    for (part, kind) in [
        ("document", "document.main"),
        ("header1", "header"),
        ("footer1", "footer"),
        ("footnotes", "footnotes"),
        ("styles", "styles"),
    ] {
        let _ = write!(out, "<Override PartName=\"/word/{part}.xml\" ContentType=\"{MAIN}.{kind}+xml\"/>");
    }
    out + "</Types>"
}

/// The XML of a part with a content.
pub fn part(root: &str, content: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<w:{root} xmlns:w=\"{W}\">{content}</w:{root}>"
    )
}

/// A document with a body.
pub fn document(body: &str) -> Vec<u8> {
    let body =
        part("document", &format!("<w:body>{body}<w:sectPr><w:pgSz w:w=\"11906\"/></w:sectPr></w:body>"));
    package(&[("[Content_Types].xml", types().as_bytes()), ("word/document.xml", body.as_bytes())])
}

/// A paragraph of one run.
pub fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A row with cells of one paragraph.
pub fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| format!("<w:tc>{}</w:tc>", p(cell))).collect();
    format!("<w:tr>{}</w:tr>", cells.concat())
}

/// A table with rows.
pub fn table(rows: &[String]) -> String {
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", rows.concat())
}

/// Values: two fields, a list of two rows, a list of none.
pub fn values() -> TemplateValues {
    let field = |name: &str, value: &str| TemplateField {
        name: name.to_owned(),
        meaning: Message::fixed("", ""),
        value: value.to_owned(),
    };
    let columns = || {
        ["no", "title"]
            .map(|name| TemplateColumn { name: name.to_owned(), meaning: Message::fixed("", "") })
            .to_vec()
    };
    let row = |values: [&str; 2]| values.map(str::to_owned).to_vec();
    let list = |name: &str, rows| TemplateList {
        name: name.to_owned(),
        meaning: Message::fixed("", ""),
        columns: columns(),
        rows,
    };
    TemplateValues {
        fields: vec![
            field("office", "Phòng <A> & \"B\""),
            field("as_of", "30/6/2025"),
            field("overdue.count", "02"),
            field("lines", "- một;\n- hai."),
            field("nothing", ""),
        ],
        lists: vec![
            list("overdue", vec![row(["1", "Rà soát"]), row(["2", "Lập danh sách"])]),
            list("none", Vec::new()),
        ],
    }
}

/// The XML of the document that a body becomes.
pub fn filled(body: &str) -> String {
    let template = Template::read(document(body)).unwrap_or_else(|error| panic!("{error:?}"));
    let bytes = template.fill(&values()).unwrap_or_else(|error| panic!("{error:?}"));
    let xml = Package::read(&bytes, body).part("word/document.xml").to_owned();
    let start = xml.find("<w:body>").unwrap() + "<w:body>".len();
    xml[start..xml.find("<w:sectPr><w:pgSz").unwrap()].to_owned()
}

/// The text of a part, paragraphs apart.
pub fn text(xml: &str) -> String {
    let paragraphs = xml
        .split("</w:p>")
        .map(|paragraph| texts(&format!("<a>{}</a>", balanced(paragraph)), "w:t").concat());
    let paragraphs: Vec<String> = paragraphs.collect();
    paragraphs.join("|").trim_end_matches('|').to_owned()
}

/// The elements of text in a piece of XML.
fn balanced(piece: &str) -> String {
    let mut out = String::new();
    let mut rest = piece;
    while let Some(at) = [rest.find("<w:t>"), rest.find("<w:t ")].into_iter().flatten().min() {
        let Some(end) = rest[at..].find("</w:t>") else { break };
        out += &rest[at..at + end + "</w:t>".len()];
        rest = &rest[at + end..];
    }
    out
}

/// The faults of a body.
pub fn faults(body: &str) -> Vec<TemplateFault> {
    let outcome = Template::read(document(body)).and_then(|template| template.fill(&values()));
    match outcome {
        Err(TemplateError::Placeholders(faults)) => faults,
        other => panic!("{other:?}"),
    }
}
