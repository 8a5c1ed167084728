//! The document: headings, facts, steps and tables of typed cells.
//!
//! A document holds both languages. What the product says is a [`Message`], what a plan says is a `String` as
//! written (hostile characters and all), and a day is a [`Day`]: the renderers choose the language, make plan
//! text fit for their format, and write days and numbers as the reader expects them.

mod block;
mod cell;
mod table;

pub use block::{Block, ExplanationStep, Fact, FilePlace};
pub use cell::{Cell, StatusCell, Tone};
pub use table::{Align, Column, Media, Medium, Table, TableRow};

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

/// A text that is the same in both languages: the words of a plan where a [`Message`] is asked for.
pub fn same(words: &str) -> Message {
    Message::new(words.to_owned(), words.to_owned())
}
