//! The document: headings, facts, steps and tables of typed cells.
//!
//! A document holds both languages. What the product says is a [`Message`], what a plan says is a `String` as
//! written (hostile characters and all), and a day is a [`Day`]: the renderers choose the language, make plan
//! text fit for their format, and write days and numbers as the reader expects them.

use std::fmt;

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
    Steps(Vec<Step>),
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
    pub place: Option<Place>,
}

/// One step of an explanation.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What happens in it.
    pub text: Message,
    /// Where it is written.
    pub place: Option<Place>,
}

/// A line of a file, the path relative to the root with `/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The path.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

/// A table: columns, and rows that have a cell for each.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Its title, printed above it (a plan's title where a document has several).
    pub caption: Option<Message>,
    /// Columns whose cell is the same in every row, such as the plan. Only CSV writes them, before all others:
    /// there, the tables of a document become one.
    pub constants: Vec<(Column, Cell)>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, totals last.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its header.
    pub header: Message,
    /// Its name in CSV under `--lang en`: that of the JSON key. Empty for a column that is only for the eye,
    /// such as bars: CSV and Markdown leave it out.
    pub key: &'static str,
    /// On which side its cells stand.
    pub align: Align,
    /// Whether its cells are the first to be wrapped when the table is too wide: the title's column.
    pub wraps: bool,
    /// Whether readers are spared the column when all of it is 0 or empty. CSV writes it all the same, so that
    /// its columns are always the same.
    pub hide_if_all_zero: bool,
    /// The tone of its cells that are not 0.
    pub tone: Tone,
    /// Who gets it.
    pub audience: Audience,
}

/// Who gets a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Audience {
    /// Everybody.
    #[default]
    Everyone,
    /// Readers: what they are told in words of their own.
    People,
    /// Spreadsheets, which have room for everything: CSV.
    Programs,
    /// Everybody whose page is wide enough: text leaves it out before it wraps much.
    WidePages,
}

/// On which side the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Marks.
    Center,
    /// Figures.
    Right,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// An ordinary row: a cell for each column (those lacking are empty).
    Body(Vec<Cell>),
    /// The title of the rows that follow, across the whole table: `II`, *Nâng cao chất lượng*. Without mark and
    /// title: the rows that follow belong to no group.
    Group {
        /// Its number, often Roman; may be empty.
        mark: String,
        /// Its title.
        title: Message,
    },
    /// A sum of the rows above, set off from them.
    Total(Vec<Cell>),
}

/// One value.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words of a plan, as they are written.
    Text(String),
    /// Words of the product.
    Message(Message),
    /// Several texts of a plan: units, tags.
    List(Vec<String>),
    /// A day.
    Date(Day),
    /// How many.
    Count(u64),
    /// A number of days.
    Days(i64),
    /// A number with its unit as the plan writes it: `11 trường`, `65,5%`. The unit may be empty.
    Number(f64, String),
    /// Per cent, already rounded to one decimal; none is shown as –.
    Percent(Option<f64>),
    /// Per cent as well, in a column whose header says `%`: its cells need not.
    Share(Option<f64>),
    /// A status: always a word, in a tone where there are colours.
    Status(Status),
    /// A small bar that is filled so far (0 to 1); none is an empty cell.
    Bar(Option<f64>),
}

/// The word of a status and how it looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Its name in JSON and, under `--lang en`, in CSV: `done-on-time`.
    pub key: &'static str,
    /// Its word.
    pub word: Message,
    /// How it looks.
    pub tone: Tone,
}

/// What a value means for whoever answers for it. Colour only ever underlines what words or figures say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tone {
    /// Nothing in particular.
    #[default]
    Plain,
    /// As it should be.
    Good,
    /// Needs attention soon.
    Warn,
    /// Late.
    Bad,
    /// Of no concern now.
    Muted,
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

impl Table {
    /// A table without rows.
    pub fn new(columns: Vec<Column>) -> Self {
        Self { columns, ..Self::default() }
    }

    /// Whether no row says anything of its own.
    pub fn is_empty(&self) -> bool {
        !self.rows.iter().any(|row| matches!(row, Row::Body(_)))
    }
}

impl Column {
    /// A column of words.
    pub fn words(header: Message, key: &'static str) -> Self {
        Self {
            header,
            key,
            align: Align::Left,
            wraps: false,
            hide_if_all_zero: false,
            tone: Tone::Plain,
            audience: Audience::Everyone,
        }
    }

    /// The column of titles: the one that is wrapped first.
    pub fn title(header: Message, key: &'static str) -> Self {
        Self { wraps: true, ..Self::words(header, key) }
    }

    /// A column of figures.
    pub fn figures(header: Message, key: &'static str) -> Self {
        Self { align: Align::Right, ..Self::words(header, key) }
    }

    /// A column of bars.
    pub fn bars() -> Self {
        Self::words(Message::fixed("", ""), "")
    }

    /// The same column, of which readers are spared when all of it is 0 or empty.
    #[must_use]
    pub fn hide_if_all_zero(self) -> Self {
        Self { hide_if_all_zero: true, ..self }
    }

    /// The same column with its cells in the middle.
    #[must_use]
    pub fn centered(self) -> Self {
        Self { align: Align::Center, ..self }
    }

    /// The same column in a tone.
    #[must_use]
    pub fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// The same column for some only.
    #[must_use]
    pub fn only_for(self, audience: Audience) -> Self {
        Self { audience, ..self }
    }
}

impl Row {
    /// The row's cells; a group has none.
    pub fn cells(&self) -> &[Cell] {
        match self {
            Self::Body(cells) | Self::Total(cells) => cells,
            Self::Group { .. } => &[],
        }
    }
}

impl Cell {
    /// Words of a plan, as they are written.
    pub fn text(text: impl AsRef<str>) -> Self {
        Self::Text(text.as_ref().to_owned())
    }

    /// The value, or an empty cell.
    pub fn or_empty<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Empty, cell)
    }

    /// Whether it says nothing: 0, empty, or a percentage of nothing.
    pub fn is_zero(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.is_empty(),
            Self::List(texts) => texts.is_empty(),
            Self::Count(count) => *count == 0,
            Self::Days(days) => *days == 0,
            Self::Number(number, _) => *number == 0.0,
            Self::Percent(share) | Self::Share(share) | Self::Bar(share) => {
                share.is_none_or(|share| share == 0.0)
            }
            Self::Message(_) | Self::Date(_) | Self::Status(_) => false,
        }
    }
}

impl Fact {
    /// A name and its value.
    pub fn new(label: Message, key: &'static str, value: Cell) -> Self {
        Self { label, key, value, place: None }
    }

    /// The same fact with the line where it is written.
    #[must_use]
    pub fn at(self, place: Place) -> Self {
        Self { place: Some(place), ..self }
    }
}

impl Step {
    /// A step that stands in no file.
    pub fn new(text: Message) -> Self {
        Self { text, place: None }
    }

    /// The same step with the line where it is written.
    #[must_use]
    pub fn at(self, place: Place) -> Self {
        Self { place: Some(place), ..self }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// A text that is the same in both languages: the words of a plan where a [`Message`] is asked for.
pub fn same(words: &str) -> Message {
    Message::new(words.to_owned(), words.to_owned())
}
