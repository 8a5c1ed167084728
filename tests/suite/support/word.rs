//! Documents for Word, made of paragraphs, lists, footnotes and tables.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A document that is being written.
#[derive(Default)]
pub(crate) struct WordDocument {
    body: String,
    notes: String,
    count: usize,
    lists: String,
}

/// The name of the elements.
const SPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text))
}

impl WordDocument {
    /// Declares the lists by the numbers and formats of their levels: `("upperRoman", "%1.")`.
    pub(crate) fn list(&mut self, number: usize, levels: &[(&str, &str)]) {
        let _ = write!(
            self.lists,
            "<w:abstractNum w:abstractNumId=\"{number}\"><w:multiLevelType w:val=\"multilevel\"/>"
        );
        for (at, (format, text)) in levels.iter().enumerate() {
            let _ = write!(
                self.lists,
                "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/></w:lvl>"
            );
        }
        self.lists.push_str("</w:abstractNum>");
        self.count = self.count.max(number + 1);
    }

    /// A paragraph; `number` is its list and level, `notes` the footnotes with their places in the text.
    pub(crate) fn paragraph(&mut self, number: Option<(usize, usize)>, text: &str, notes: &[(usize, &str)]) {
        let mut runs = String::new();
        let mut from = 0;
        for (at, note) in notes {
            runs += &run(&text[from..*at]);
            from = *at;
            let id = self.notes.matches("<w:footnote ").count() + 1;
            let _ = write!(runs, "<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>");
            let _ = write!(
                self.notes,
                "<w:footnote w:id=\"{id}\"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>",
                run(&format!(" {note}"))
            );
        }
        runs += &run(&text[from..]);
        let list = number.map(|(list, level)| {
            format!(
                "<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{}\"/></w:numPr></w:pPr>",
                list + 1
            )
        });
        let _ = write!(self.body, "<w:p>{}{runs}</w:p>", list.unwrap_or_default());
    }

    /// A paragraph in bold type.
    pub(crate) fn bold(&mut self, text: &str) {
        let text = escaped(text);
        let _ = write!(
            self.body,
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
        );
    }

    /// A table; the lines of a cell are paragraphs, `^` is a cell that continues the one above, `<` the one to its left.
    pub(crate) fn table(&mut self, rows: &[&[&str]]) {
        self.body.push_str("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>");
        let width = rows.iter().map(|row| row.len()).max().unwrap_or(0);
        self.body.push_str(&"<w:gridCol w:w=\"1500\"/>".repeat(width));
        self.body.push_str("</w:tblGrid>");
        for (at, row) in rows.iter().enumerate() {
            self.body.push_str("<w:tr>");
            for (column, cell) in row.iter().enumerate().filter(|(_, cell)| **cell != "<") {
                let span = 1 + row[column + 1..].iter().take_while(|cell| **cell == "<").count();
                let is_above =
                    rows.get(at + 1).and_then(|row| row.get(column)).is_some_and(|below| *below == "^");
                let merge = match (*cell, is_above) {
                    ("^", _) => "<w:vMerge/>",
                    (_, true) => "<w:vMerge w:val=\"restart\"/>",
                    _ => "",
                };
                let lines = if *cell == "^" { "" } else { cell };
                let paragraphs: Vec<String> =
                    lines.split('\n').map(|line| format!("<w:p>{}</w:p>", run(line))).collect();
                let paragraphs = paragraphs.concat();
                let _ = write!(
                    self.body,
                    "<w:tc><w:tcPr><w:tcW w:w=\"1500\" w:type=\"dxa\"/><w:gridSpan w:val=\"{span}\"/>{merge}</w:tcPr>{paragraphs}</w:tc>"
                );
            }
            self.body.push_str("</w:tr>");
        }
        self.body.push_str("</w:tbl><w:p/>");
    }

    /// The bytes of the package.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let space = format!(
            "xmlns:w=\"{SPACE}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
        );
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
        let lists: Vec<String> = (0..self.count)
            .map(|at| format!("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{at}\"/></w:num>", at + 1))
            .collect();
        let lists = lists.concat();
        let separators = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p/></w:footnote>";
        let main = "application/vnd.openxmlformats-officedocument.wordprocessingml";
        let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        package(&[
            (
                "[Content_Types].xml",
                format!(
                    "{head}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" \
                     ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" \
                     ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{main}.document.main+xml\"/>\
                     <Override PartName=\"/word/numbering.xml\" ContentType=\"{main}.numbering+xml\"/><Override \
                     PartName=\"/word/footnotes.xml\" ContentType=\"{main}.footnotes+xml\"/></Types>"
                ),
            ),
            (
                "_rels/.rels",
                format!(
                    "{head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" \
                     Type=\"{relation}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
                ),
            ),
            (
                "word/_rels/document.xml.rels",
                format!(
                    "{head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" \
                     Type=\"{relation}/numbering\" Target=\"numbering.xml\"/><Relationship Id=\"r2\" Type=\"{relation}/footnotes\" \
                     Target=\"footnotes.xml\"/></Relationships>"
                ),
            ),
            (
                "word/document.xml",
                format!("{head}<w:document {space}><w:body>{}<w:sectPr/></w:body></w:document>", self.body),
            ),
            ("word/numbering.xml", format!("{head}<w:numbering {space}>{}{lists}</w:numbering>", self.lists)),
            (
                "word/footnotes.xml",
                format!("{head}<w:footnotes {space}>{separators}{}</w:footnotes>", self.notes),
            ),
        ])
    }
}

/// A package of parts.
pub(crate) fn package(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
