//! The package: a zip archive of parts in a fixed order, without a time.

use std::fmt::Write as _;
use std::io::{self, Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::language::Lang;
use crate::package::push_escaped;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                          xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const CORE: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The parts of `word/` beside the document, with the ends of their content types.
const PARTS: [(&str, &str); 4] =
    [("styles", "styles"), ("header1", "header"), ("header2", "header"), ("settings", "settings")];

/// Packs the body of a document.
pub(super) fn write(body: &str, title: &str, lang: Lang) -> io::Result<Vec<u8>> {
    let document = format!("{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>");
    let parts = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relationships()),
        ("docProps/core.xml", core_properties(title, lang)),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", document_relationships()),
        ("word/styles.xml", styles(lang)),
        ("word/header1.xml", header(PAGE_NUMBER)),
        ("word/header2.xml", header("<w:p/>")),
        ("word/settings.xml", settings()),
    ];
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

fn content_types() -> String {
    let mut out = format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"{CORE}\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{WORD}.document.main+xml\"/>"
    );
    for (part, kind) in PARTS {
        let _ = write!(out, "<Override PartName=\"/word/{part}.xml\" ContentType=\"{WORD}.{kind}+xml\"/>");
    }
    out.push_str("</Types>");
    out
}

fn package_relationships() -> String {
    format!(
        "{DECLARATION}<Relationships xmlns=\"{RELATIONSHIPS}\">\
         <Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" \
         Target=\"docProps/core.xml\"/></Relationships>"
    )
}

fn document_relationships() -> String {
    let mut out = format!("{DECLARATION}<Relationships xmlns=\"{RELATIONSHIPS}\">");
    for (at, (part, kind)) in PARTS.iter().enumerate() {
        let id = at + 1;
        let _ = write!(out, "<Relationship Id=\"rId{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{part}.xml\"/>");
    }
    out.push_str("</Relationships>");
    out
}

fn core_properties(title: &str, lang: Lang) -> String {
    let mut out = format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
    );
    push_escaped(title, &mut out);
    let _ = write!(out, "</dc:title><dc:language>{}</dc:language></cp:coreProperties>", tag(lang));
    out
}

const fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "vi-VN",
        Lang::En => "en-GB",
    }
}

/// The styles: Times New Roman in black, and the headings that a reader's outline shows.
fn styles(lang: Lang) -> String {
    let tag = tag(lang);
    let mut out = format!(
        "{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" \
         w:cs=\"Times New Roman\"/><w:color w:val=\"000000\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>\
         <w:lang w:val=\"{tag}\" w:eastAsia=\"{tag}\" w:bidi=\"{tag}\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
    );
    for (id, name, level) in
        [("Title", "Title", None), ("Heading1", "heading 1", Some(0)), ("Heading2", "heading 2", Some(1))]
    {
        let _ = write!(
            out,
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
             <w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/>"
        );
        if let Some(level) = level {
            let _ = write!(out, "<w:outlineLvl w:val=\"{level}\"/>");
        }
        out.push_str("</w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>");
    }
    out.push_str("</w:styles>");
    out
}

/// The number of the page, centred.
const PAGE_NUMBER: &str = "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>\
    <w:r><w:rPr><w:sz w:val=\"28\"/></w:rPr><w:fldChar w:fldCharType=\"begin\"/></w:r>\
    <w:r><w:rPr><w:sz w:val=\"28\"/></w:rPr><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>\
    <w:r><w:rPr><w:sz w:val=\"28\"/></w:rPr><w:fldChar w:fldCharType=\"separate\"/></w:r>\
    <w:r><w:rPr><w:sz w:val=\"28\"/></w:rPr><w:t>2</w:t></w:r>\
    <w:r><w:rPr><w:sz w:val=\"28\"/></w:rPr><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";

fn header(content: &str) -> String {
    format!("{DECLARATION}<w:hdr {NAMESPACES}>{content}</w:hdr>")
}

/// The settings: without a compatibility mode, Word opens the document as one of Word 2007.
fn settings() -> String {
    format!(
        "{DECLARATION}<w:settings {NAMESPACES}><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
    )
}
