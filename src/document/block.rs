//! A document and its parts.

use std::borrow::Cow;
use std::fmt;

use super::{AnnexHead, Cell, Frame, Table, TimelineChart};
use crate::date::Day;
use crate::language::{Lang, Message};

/// The answer of one command.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The title, in one line: the plan's or the command's.
    pub title: Message,
    /// The lines below the title: *Tính đến ngày 01/07/2024*.
    pub subtitle: Vec<Message>,
    /// The head and the end of an office's document; without one, the title stands above the text.
    pub frame: Option<Frame>,
    /// True if title and subtitle stand on lines of their own, as in the heading of an annex; text otherwise joins
    /// them on a line as far as they fit.
    pub stacked: bool,
    /// The answer, from top to bottom.
    pub blocks: Vec<Block>,
}

/// One part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// The title of what follows.
    Heading(Message),
    /// Running text.
    Paragraph(Message),
    /// Entries of a list, each with its own end: a semicolon, a full stop.
    List(Vec<Message>),
    /// A remark on the block before it, set back.
    Note(Message),
    /// Names and values, as `show` prints them.
    Facts(Vec<Fact>),
    /// Numbered steps, as `why` prints them.
    Steps(Vec<NumberedStep>),
    /// A table.
    Table(Table),
    /// Bars over the months.
    Timeline(TimelineChart),
    /// The head of an annex.
    Annex(AnnexHead),
    /// The marks of a table with their meanings.
    Legend(Vec<(Message, Message)>),
}

/// One name and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The name.
    pub label: Message,
    /// The name in CSV under `--lang en`: that of the JSON key.
    pub key: Cow<'static, str>,
    /// The value.
    pub value: Cell,
    /// The location in a file.
    pub place: Option<FilePlace>,
}

/// A numbered step.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberedStep {
    /// The text.
    pub text: Message,
    /// The location in a file.
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
    /// Creates a document without blocks.
    pub fn new(title: Message) -> Self {
        Self { title, subtitle: Vec::new(), frame: None, stacked: false, blocks: Vec::new() }
    }

    /// The same document, its subtitle saying the day: *Tính đến ngày 01/07/2024*.
    #[must_use]
    pub fn as_of(mut self, day: Day) -> Self {
        let (vi, en) = (day.show(Lang::Vi), day.show(Lang::En));
        self.subtitle.push(Message::new(format!("Tính đến ngày {vi}"), format!("As of {en}")));
        self
    }

    /// Returns title and subtitle in one line: the title of a file or of a browser's window.
    pub fn headline(&self) -> Message {
        let parts: Vec<&Message> = std::iter::once(&self.title).chain(&self.subtitle).collect();
        let joined = |lang| parts.iter().map(|part| part.get(lang)).collect::<Vec<_>>().join(" · ");
        Message::new(joined(Lang::Vi), joined(Lang::En))
    }

    /// Returns the text, and each annex with its blocks.
    pub fn parts(&self) -> (&[Block], Vec<(&AnnexHead, &[Block])>) {
        let is_head = |block: &Block| matches!(block, Block::Annex(_));
        let mut parts = self.blocks.split(is_head);
        let text = parts.next().unwrap_or_default();
        let heads = self.blocks.iter().filter_map(|block| match block {
            Block::Annex(head) => Some(head),
            _ => None,
        });
        (text, heads.zip(parts).collect())
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
    /// Creates a fact without a location.
    pub fn new(label: Message, key: impl Into<Cow<'static, str>>, value: Cell) -> Self {
        Self { label, key: key.into(), value, place: None }
    }

    /// The same fact with the line where it is written.
    #[must_use]
    pub fn at(self, place: FilePlace) -> Self {
        Self { place: Some(place), ..self }
    }
}

impl NumberedStep {
    /// Creates a step without a location.
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

#[cfg(test)]
mod tests {
    use super::*;

    const OPEN_TITLE: Message = Message::fixed("", "");

    #[test]
    fn annexes_take_the_blocks_up_to_the_next() {
        let head = |label: &'static str| {
            let label = Message::fixed(label, label);
            Block::Annex(AnnexHead { label, title: OPEN_TITLE, attached: OPEN_TITLE })
        };
        let line = || Block::Paragraph(OPEN_TITLE);
        let mut document = Document::new(OPEN_TITLE);
        document.blocks = vec![line(), head("I"), line(), line(), head("II")];
        let (text, annexes) = document.parts();
        assert_eq!(text.len(), 1);
        let lengths: Vec<_> =
            annexes.iter().map(|(head, blocks)| (head.label.get(Lang::Vi), blocks.len())).collect();
        assert_eq!(lengths, [("I", 2), ("II", 0)]);
    }
}
