//! The parts of a document.

use std::fmt;

use super::{Cell, Table};
use crate::language::Message;

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
