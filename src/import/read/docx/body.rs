//! The body of a document for Word.

use std::collections::BTreeMap;

use super::numbering::Numbering;
use super::style::DocumentStyles;
use crate::import::block::{Footnote, ReaderRemark, SourceBlock, SourceParagraph, SourcePlace, SourceText};
use crate::import::clean::one_line;
use crate::import::error::ImportError;
use crate::import::read::encoding::OldAlphabet;
use crate::import::read::package::{SourceXml, attribute, is_on};
use crate::import::read::table::{OpenCell, OpenTable};
use crate::package::XmlEvent;

/// The body of a document.
pub(super) struct DocumentBody {
    /// The text in the intermediate form.
    pub(super) text: SourceText,
    /// An old alphabet in whose fonts most letters stand.
    pub(super) old_font: Option<OldAlphabet>,
    /// The letters, without their order of blocks.
    pub(super) letters: String,
}

/// A paragraph that is being read.
#[derive(Default)]
struct OpenParagraph {
    text: String,
    list: Option<u32>,
    level: Option<u32>,
    style: Option<String>,
    marks: Vec<String>,
    /// The letters in bold type, and all letters.
    bold: [usize; 2],
}

/// A run that is being read.
#[derive(Default)]
struct OpenRun {
    is_hidden: bool,
    is_bold: Option<bool>,
    /// True for small letters above or below the line.
    is_raised: bool,
    font: Option<String>,
}

struct BodyReader<'d> {
    styles: &'d DocumentStyles,
    numbering: Numbering,
    notes: &'d BTreeMap<String, String>,
    text: SourceText,
    letters: String,
    paragraphs: Vec<OpenParagraph>,
    tables: Vec<OpenTable>,
    run: OpenRun,
    /// The number of the last paragraph.
    count: usize,
    /// The depth within an element that is left out.
    skipped: usize,
    is_text: bool,
    tracked: usize,
    pictures: usize,
    hidden: usize,
    /// Letters in fonts of each old alphabet, and in all others.
    fonts: [usize; 3],
}

/// Reads the body; `file` is its name.
pub(super) fn read_body(
    file: &str,
    document: &str,
    styles: &DocumentStyles,
    numbering: Numbering,
    notes: &BTreeMap<String, String>,
) -> Result<DocumentBody, ImportError> {
    let mut body = BodyReader {
        styles,
        numbering,
        notes,
        text: SourceText { name: file.to_owned(), ..SourceText::default() },
        letters: String::new(),
        paragraphs: Vec::new(),
        tables: Vec::new(),
        run: OpenRun::default(),
        count: 0,
        skipped: 0,
        is_text: false,
        tracked: 0,
        pictures: 0,
        hidden: 0,
        fonts: [0; 3],
    };
    let mut reader = SourceXml::new(file, document);
    while let Some(event) = reader.next(SourcePlace::paragraph(body.count + 1))? {
        match event {
            XmlEvent::Start(name, attributes) => body.start(&name, &attributes),
            XmlEvent::End(name) => body.end(&name),
            XmlEvent::Text(text) => body.words(&text),
        }
    }
    for (count, remark) in [
        (body.tracked, ReaderRemark::TrackedChanges(body.tracked)),
        (body.pictures, ReaderRemark::Pictures(body.pictures)),
        (body.hidden, ReaderRemark::Hidden(body.hidden)),
    ] {
        body.text.remarks.extend((count > 0).then_some(remark));
    }
    let [tcvn3, vni, others] = body.fonts;
    let old_font = match () {
        () if tcvn3 > others => Some(OldAlphabet::Tcvn3),
        () if vni > others => Some(OldAlphabet::Vni),
        () => None,
    };
    Ok(DocumentBody { text: body.text, old_font, letters: body.letters })
}

impl BodyReader<'_> {
    fn start(&mut self, name: &str, attributes: &[(String, String)]) {
        if self.skipped > 0 {
            self.skipped += 1;
            return;
        }
        let value = || attribute(attributes, "val");
        let number = || value().and_then(|value| value.parse().ok());
        match name {
            // Deleted text, field codes, and the second copy of a text box.
            "del" | "moveFrom" => {
                self.tracked += 1;
                self.skipped = 1;
            }
            "ins" | "moveTo" => self.tracked += 1,
            "instrText" | "Fallback" | "delText" | "sectPr" | "rPrChange" | "pPrChange" | "tblPrChange" => {
                self.skipped = 1;
            }
            "p" => self.paragraphs.push(OpenParagraph::default()),
            "r" => self.run = OpenRun::default(),
            "t" => self.is_text = true,
            "tab" => self.sign('\t'),
            "br" | "cr" => self.sign('\n'),
            "noBreakHyphen" => self.sign('-'),
            "b" => self.run.is_bold = Some(is_on(attributes)),
            "vertAlign" => self.run.is_raised = value().is_some_and(|place| place != "baseline"),
            "vanish" => self.run.is_hidden = is_on(attributes),
            "rFonts" => self.run.font = attribute(attributes, "ascii").map(str::to_owned),
            "blip" | "imagedata" => self.pictures += 1,
            "tbl" => self.tables.push(OpenTable::new(SourcePlace::paragraph(self.count + 1))),
            _ => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    match name {
                        "numId" => paragraph.list = number(),
                        "ilvl" => paragraph.level = number(),
                        "pStyle" => paragraph.style = value().map(str::to_owned),
                        "footnoteReference" => {
                            paragraph.marks.extend(attribute(attributes, "id").map(str::to_owned));
                        }
                        _ => {}
                    }
                }
                if let Some(table) = self.tables.last_mut() {
                    match name {
                        "tr" => table.begin_row(),
                        "tblHeader" if is_on(attributes) => table.mark_head(),
                        "tc" => table.begin_cell(OpenCell::default()),
                        "gridSpan" => table.span(number().unwrap_or(1)),
                        "vMerge" => table.merge(value() != Some("restart")),
                        _ => {}
                    }
                }
            }
        }
    }

    fn end(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "t" => self.is_text = false,
            "p" => self.finish_paragraph(),
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell();
                }
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row();
                }
            }
            "tbl" => self.finish_table(),
            _ => {}
        }
    }

    fn sign(&mut self, sign: char) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push(sign);
        }
    }

    fn words(&mut self, words: &str) {
        if self.skipped > 0 || !self.is_text {
            return;
        }
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        if self.run.is_hidden {
            self.hidden += 1;
            return;
        }
        let font = self.run.font.clone().or_else(|| self.styles.font(paragraph.style.as_deref()));
        let alphabet = font.as_deref().and_then(OldAlphabet::of_font);
        let kind = match alphabet {
            Some(OldAlphabet::Tcvn3) => &mut self.fonts[0],
            Some(OldAlphabet::Vni) => &mut self.fonts[1],
            None => &mut self.fonts[2],
        };
        let letters = words.chars().filter(|c| c.is_alphabetic()).count();
        *kind += letters;
        let is_bold = self.run.is_bold.unwrap_or_else(|| self.styles.is_bold(paragraph.style.as_deref()));
        paragraph.bold[0] += if is_bold { letters } else { 0 };
        paragraph.bold[1] += letters;
        self.letters.push_str(words);
        // A mark that is typed above the line is no digit of the number before it: `15/1` with a note 2.
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if self.run.is_raised
            && is_digit(paragraph.text.chars().next_back())
            && is_digit(words.chars().next())
        {
            paragraph.text.push(' ');
        }
        paragraph.text.push_str(words);
    }

    fn finish_paragraph(&mut self) {
        let Some(open) = self.paragraphs.pop() else { return };
        self.count += 1;
        let place = SourcePlace::paragraph(self.count);
        let styled = open.style.as_deref().and_then(|style| self.styles.number(style));
        let list = open.list.or(styled.map(|(list, _)| list)).filter(|list| *list > 0);
        let level = open.level.or(styled.map(|(_, level)| level)).unwrap_or(0);
        let is_empty = open.text.trim().is_empty();
        let is_cell = !self.tables.is_empty();
        // Word counts an empty paragraph of a list as well, which in a column of numbers is all there is.
        let number = list.and_then(|list| self.numbering.next(list, level));
        let marks: Vec<String> = open.marks.iter().map(|id| self.mark(id, place)).collect();
        if let Some(table) = self.tables.last_mut() {
            let number = number.as_deref().unwrap_or_default();
            let text = open.text.lines().map(one_line).collect::<Vec<_>>().join("\n");
            let notes =
                marks.iter().filter_map(|mark| self.text.footnotes.iter().find(|note| note.mark == *mark));
            let notes: Vec<String> = notes.map(|note| format!(" ({})", note.text)).collect();
            let notes = notes.concat();
            table.add(&format!("{number} {text}{notes}"));
        }
        if is_cell || is_empty {
            return;
        }
        let mut number = number;
        let [bold, all] = open.bold;
        let is_heading = all > 0 && bold == all || self.styles.is_heading(open.style.as_deref());
        for text in pieces(&open.text) {
            self.text.blocks.push(SourceBlock::Paragraph(SourceParagraph {
                number: number.take(),
                text,
                marks: Vec::new(),
                is_heading,
                place,
            }));
        }
        if let Some(SourceBlock::Paragraph(last)) = self.text.blocks.last_mut() {
            last.marks = marks;
        }
    }

    /// The mark of a footnote, whose words are taken over.
    fn mark(&mut self, id: &str, place: SourcePlace) -> String {
        let mark = (self.text.footnotes.len() + 1).to_string();
        let text = self.notes.get(id).cloned().unwrap_or_default();
        self.text.footnotes.push(Footnote { mark: mark.clone(), text, place });
        mark
    }

    fn finish_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        match self.tables.last_mut() {
            // A table within a cell is lines of the cell.
            Some(outer) => table.lines().iter().for_each(|line| outer.add(line)),
            None => self.text.blocks.extend(table.finish().map(SourceBlock::Table)),
        }
    }
}

/// The parts of a paragraph between its line breaks; a small letter continues the line before.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for line in text.split('\n').map(one_line).filter(|line| !line.is_empty()) {
        match pieces.last_mut() {
            Some(open)
                if line.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
                    || open.ends_with(',') =>
            {
                open.push(' ');
                open.push_str(&line);
            }
            _ => pieces.push(line),
        }
    }
    pieces
}
