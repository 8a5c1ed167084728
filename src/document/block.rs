//! A document and its parts.

use std::fmt;

use super::{Cell, Table};
use crate::date::Day;
use crate::language::{Lang, Message};

/// Everything that one command answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What this is, in one line: the plan's title or the command's.
    pub title: Message,
    /// What belongs to the title: *Tính đến ngày 01/07/2024*.
    pub subtitle: Vec<Message>,
    /// Whether title and subtitle stand on lines of their own, as the heading of an annex does; else text
    /// puts as much on a line as fits.
    pub stacked: bool,
    /// The answer, from top to bottom.
    pub blocks: Vec<Block>,
}

/// One part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// The title of what follows.
    Heading(Message),
    /// A sentence or several.
    Paragraph(Message),
    /// A sentence that adds to what stands before it, set back.
    Note(Message),
    /// Names and values: what `show` knows of one item.
    Facts(Vec<Fact>),
    /// Numbered steps: what `why` explains.
    Steps(Vec<ExplanationStep>),
    /// A table.
    Table(Table),
    /// Marks that a table uses, and what each stands for.
    Legend(Vec<(Message, Message)>),
}

/// One name and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The name.
    pub label: Message,
    /// The name in CSV under `--lang en`: that of the JSON key.
    pub key: &'static str,
    /// The value.
    pub value: Cell,
    /// Where it is written.
    pub place: Option<FilePlace>,
}

/// One step of an explanation.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplanationStep {
    /// What happens in it.
    pub text: Message,
    /// Where it is written.
    pub place: Option<FilePlace>,
}

/// A line of a file, the path relative to the root with `/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FilePlace {
    /// The path.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

impl Document {
    /// A document without blocks.
    pub fn new(title: Message) -> Self {
        Self { title, subtitle: Vec::new(), stacked: false, blocks: Vec::new() }
    }

    /// The same document, its subtitle saying the day: *Tính đến ngày 01/07/2024*.
    #[must_use]
    pub fn as_of(mut self, day: Day) -> Self {
        let (vi, en) = (day.show(Lang::Vi), day.show(Lang::En));
        self.subtitle.push(Message::new(format!("Tính đến ngày {vi}"), format!("As of {en}")));
        self
    }

    /// The tables, in their order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }
}

impl Fact {
    /// A name and its value.
    pub fn new(label: Message, key: &'static str, value: Cell) -> Self {
        Self { label, key, value, place: None }
    }

    /// The same fact with the line where it is written.
    #[must_use]
    pub fn at(self, place: FilePlace) -> Self {
        Self { place: Some(place), ..self }
    }
}

impl ExplanationStep {
    /// A step that stands in no file.
    pub fn new(text: Message) -> Self {
        Self { text, place: None }
    }

    /// The same step with the line where it is written.
    #[must_use]
    pub fn at(self, place: FilePlace) -> Self {
        Self { place: Some(place), ..self }
    }
}

impl fmt::Display for FilePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}
