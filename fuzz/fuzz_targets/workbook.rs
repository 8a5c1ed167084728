//! A form that came back: the input is cut at lines of `%%`, each piece a part of the workbook; the whole input is also
//! taken for a file as it is.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use plan::date::AsOf;
use plan::deadline::parse_day;
use plan::form::{CollectRequest, ReturnedFile, collect, read_workbook};
use plan::workspace::{CheckOptions, Location, MemoryFileSystem, Workspace};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const PARTS: [&str; 6] = [
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "docProps/custom.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
];

const PLAN: &str = "format: 1\nplan: p\ntitle: T\nperiod: 2026\nunits: [{id: u, name: U, kind: k}]\n\
                    tasks: [{id: a, title: A, lead: u, due: 1/9/2026}]\n";

fuzz_target!(|bytes: &[u8]| {
    let day = parse_day("20/6/2026").unwrap();
    let book = read_workbook(&packed(bytes));
    let _ = read_workbook(bytes);
    let files: MemoryFileSystem = [("p.plan.yaml", PLAN)].into_iter().collect();
    let mut workspace = Workspace::open(&[Location::new(files, "")], CheckOptions::new(day));
    let request = CollectRequest { date: day, as_of: AsOf::day(day), asked: Vec::new() };
    let returned = ReturnedFile { path: "a.xlsx".to_owned(), book };
    let _ = collect(&mut workspace, &[returned], &request);
});

/// A workbook of the pieces; parts without a piece are those of a small workbook.
fn packed(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let mut pieces = text.split("\n%%\n");
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, text: &str| {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    };
    add(
        "_rels/.rels",
        "<Relationships><Relationship Id=\"r\" Type=\"x/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
    );
    for name in PARTS {
        let small = match name {
            "xl/workbook.xml" => "<workbook><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels" => {
                "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            }
            "docProps/custom.xml" => {
                "<Properties><property name=\"plan.form\"><i>1</i></property><property name=\"plan.unit\"><i>u</i></property><property name=\"plan.as_of\"><i>2026-06-15</i></property><property name=\"plan.sent.1\"><i>{\"p/a/u/-\":{}}</i></property></Properties>"
            }
            _ => "<a/>",
        };
        add(name, pieces.next().unwrap_or(small));
    }
    archive.finish().unwrap().into_inner()
}
