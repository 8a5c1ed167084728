//! The intermediate form of a document: paragraphs with their numbers, tables as grids, footnotes.

use std::fmt;

/// A document as its reader leaves it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SourceText {
    /// The name of the file, without its folder.
    pub name: String,
    /// Its paragraphs and tables in order.
    pub blocks: Vec<SourceBlock>,
    /// The footnotes, by their marks.
    pub footnotes: Vec<Footnote>,
    /// The remarks of the reader: tracked changes, pictures, page numbers left out.
    pub remarks: Vec<ReaderRemark>,
}

/// A remark of a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReaderRemark {
    /// Changes that nobody has accepted yet are taken as accepted.
    TrackedChanges(usize),
    /// Pictures, in which there may be words.
    Pictures(usize),
    /// Hidden text that is left out.
    Hidden(usize),
    /// Lines with nothing but the number of a page.
    PageNumbers(usize),
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Footnote {
    /// The mark, such as `3`.
    pub mark: String,
    /// The words.
    pub text: String,
    /// The place of its first line.
    pub place: SourcePlace,
}

/// A paragraph or a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SourceBlock {
    /// A paragraph.
    Paragraph(SourceParagraph),
    /// A table.
    Table(SourceGrid),
}

/// A paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SourceParagraph {
    /// The automatic number as a word processor prints it: `I.`, `1.1.`, `a)`, `-`.
    pub number: Option<String>,
    /// The words on one line.
    pub text: String,
    /// The marks of the footnotes in it.
    pub marks: Vec<String>,
    /// True if all of it is bold, or the document calls it a heading.
    pub is_heading: bool,
    /// The place of its first line.
    pub place: SourcePlace,
}

/// A table; every row has the same number of cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SourceGrid {
    /// The rows.
    pub rows: Vec<Vec<SourceCell>>,
    /// The number of rows that the document itself marks as head.
    pub heads: usize,
    /// The name of the sheet.
    pub name: Option<String>,
    /// The place of the first row.
    pub place: SourcePlace,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SourceCell {
    /// The words; lines are joined by `\n`.
    pub text: String,
    /// True if the cell belongs to one that began to its left.
    pub is_from_left: bool,
    /// True if the cell belongs to one that began above it.
    pub is_from_above: bool,
}

/// A place in a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePlace {
    /// The kind of the count.
    pub unit: PlaceUnit,
    /// The number, from 1.
    pub at: usize,
}

/// A kind of count of the parts of a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceUnit {
    /// Lines of a text.
    #[default]
    Line,
    /// Paragraphs of a document for Word, those in tables included.
    Paragraph,
    /// Rows of a sheet or of a file of rows.
    Row,
}

impl SourcePlace {
    /// A line of a text.
    pub const fn line(at: usize) -> Self {
        Self { unit: PlaceUnit::Line, at }
    }

    /// A paragraph.
    pub const fn paragraph(at: usize) -> Self {
        Self { unit: PlaceUnit::Paragraph, at }
    }

    /// A row.
    pub const fn row(at: usize) -> Self {
        Self { unit: PlaceUnit::Row, at }
    }
}

impl fmt::Display for SourcePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            PlaceUnit::Line => "dòng",
            PlaceUnit::Paragraph => "đoạn",
            PlaceUnit::Row => "hàng",
        };
        write!(f, "{unit} {}", self.at)
    }
}

impl SourceGrid {
    /// The words of a row, cells of their own only.
    pub(super) fn words(&self, row: usize) -> Vec<&str> {
        let cells = self.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        let own = cells.iter().filter(|cell| !cell.is_from_left && !cell.is_from_above);
        own.map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect()
    }
}

/// Paragraphs of some lines, for tests.
#[cfg(test)]
pub(super) fn paragraphs(lines: &[&str]) -> Vec<SourceBlock> {
    let paragraph = |text: &&str| {
        SourceBlock::Paragraph(SourceParagraph { text: (*text).to_owned(), ..SourceParagraph::default() })
    };
    lines.iter().map(paragraph).collect()
}
