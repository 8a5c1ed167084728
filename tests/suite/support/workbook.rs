//! Workbooks as parts of text, to look into the forms of the program and to fill them in.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::package::texts;

/// A workbook; sheets are counted from 1.
#[derive(Clone)]
pub(crate) struct Workbook {
    /// The parts by name, in the order of the archive.
    pub(crate) parts: Vec<(String, String)>,
}

/// A row of a form: for each column by its hidden name the name of the cell and its text.
pub(crate) type FormCells = BTreeMap<String, (String, String)>;

impl Workbook {
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = Vec::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            parts.push((file.name().unwrap().into_owned(), text));
        }
        Self { parts }
    }

    /// The bytes of the workbook.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let parts: Vec<(&str, &[u8])> =
            self.parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
        archive(&parts)
    }

    pub(crate) fn part(&self, name: &str) -> &str {
        let found = self.parts.iter().find(|(part, _)| part == name);
        found.map_or_else(|| panic!("no part {name}"), |(_, text)| text.as_str())
    }

    pub(crate) fn part_mut(&mut self, name: &str) -> &mut String {
        let found = self.parts.iter_mut().find(|(part, _)| part == name);
        found.map_or_else(|| panic!("no part {name}"), |(_, text)| text)
    }

    pub(crate) fn sheet(&self, number: usize) -> &str {
        self.part(&format!("xl/worksheets/sheet{number}.xml"))
    }

    /// The names of the sheets.
    pub(crate) fn names(&self) -> Vec<String> {
        let of_sheet = self.part("xl/workbook.xml").split("<sheet name=\"").skip(1);
        of_sheet.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    }

    /// The text of a property of the workbook.
    pub(crate) fn property(&self, name: &str) -> Option<String> {
        let at = self.part("docProps/custom.xml").split_once(&format!("name=\"{name}\">"))?.1;
        Some(at.split_once('>')?.1.split('<').next()?.to_owned())
    }

    /// The cells of a sheet with a value, by name.
    pub(crate) fn cells(&self, number: usize) -> BTreeMap<(u32, String), String> {
        let strings: Vec<String> = self
            .part("xl/sharedStrings.xml")
            .split("<si>")
            .skip(1)
            .map(|item| texts(&format!("<si>{}", item.split("</sst>").next().unwrap()), "t").concat())
            .collect();
        let mut cells = BTreeMap::new();
        for cell in self.sheet(number).split("<c r=\"").skip(1) {
            let (name, rest) = cell.split_once('"').unwrap();
            let (head, body) = rest.split_once('>').unwrap();
            let value = body.split_once("<v>").map(|(_, value)| value.split('<').next().unwrap());
            let Some(value) = value.filter(|_| !head.ends_with('/')) else { continue };
            let is_shared = head.contains("t=\"s\"");
            let text =
                if is_shared { strings[value.parse::<usize>().unwrap()].clone() } else { value.to_owned() };
            let column = name.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
            cells.insert((name[column.len()..].parse().unwrap(), column), text);
        }
        cells
    }

    /// The rows of a form below its hidden head, headings among them.
    pub(crate) fn rows(&self, number: usize) -> Vec<FormCells> {
        let cells = self.cells(number);
        let ((names, _), _) = cells.iter().find(|(_, text)| *text == "plan:key").unwrap();
        let columns: Vec<(String, String)> = cells
            .iter()
            .filter(|((row, _), _)| row == names)
            .map(|((_, column), text)| (column.clone(), text.trim_start_matches("plan:").to_owned()))
            .collect();
        let last = cells.keys().map(|(row, _)| *row).max().unwrap();
        let row = |row: u32| -> FormCells {
            let cell = |(column, name): &(String, String)| {
                let text = cells.get(&(row, column.clone())).cloned().unwrap_or_default();
                (name.clone(), (format!("{column}{row}"), text))
            };
            columns.iter().map(cell).collect()
        };
        (names + 2..=last).map(row).collect()
    }

    /// The cell of a form in the row of a key.
    pub(crate) fn place(&self, number: usize, key: &str, column: &str) -> String {
        let rows = self.rows(number);
        let row = rows.iter().find(|row| row["key"].1 == key).unwrap_or_else(|| panic!("no row {key}"));
        row[column].0.clone()
    }

    /// Gives a cell of a sheet a text.
    pub(crate) fn write(&mut self, number: usize, cell: &str, text: &str) {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        self.put(number, cell, " t=\"inlineStr\"", &format!("<is><t xml:space=\"preserve\">{text}</t></is>"));
    }

    /// Gives a cell of a sheet a number.
    pub(crate) fn number(&mut self, number: usize, cell: &str, value: &str) {
        self.put(number, cell, "", &format!("<v>{value}</v>"));
    }

    /// Gives a cell of a sheet a type and content of its own.
    pub(crate) fn put(&mut self, number: usize, cell: &str, kind: &str, content: &str) {
        let sheet = self.part_mut(&format!("xl/worksheets/sheet{number}.xml"));
        let begin = format!("<c r=\"{cell}\"");
        let start = sheet.find(&begin).unwrap_or_else(|| panic!("no cell {cell}"));
        let rest = &sheet[start + begin.len()..];
        let style = rest.find("s=\"").map_or("", |at| rest[at..].split('>').next().unwrap());
        let style = style.split('"').nth(1).unwrap_or("0").to_owned();
        let is_empty = rest.split('>').next().unwrap().ends_with('/');
        let close = if is_empty { "/>" } else { "</c>" };
        let end = start + begin.len() + rest.find(close).unwrap() + close.len();
        sheet.replace_range(start..end, &format!("{begin} s=\"{style}\"{kind}>{content}</c>"));
    }
}

/// An archive of some parts.
pub(crate) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
