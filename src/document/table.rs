//! Tables, their columns, and the media that show a column.

use std::borrow::Cow;

use super::{Cell, Tone};
use crate::language::Message;

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
    pub rows: Vec<TableRow>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its header.
    pub header: Message,
    /// Its name in CSV under `--lang en`: that of the JSON key, or an id of the plan.
    pub key: Cow<'static, str>,
    /// The alignment of its cells.
    pub align: Align,
    /// True for the title's column, which is wrapped first when the table is too wide.
    pub wraps: bool,
    /// True if the column is left out when all of it is 0 or empty. Spreadsheets get it nevertheless, so that
    /// their columns do not change.
    pub hide_if_all_zero: bool,
    /// The tone of its cells that are not 0.
    pub tone: Tone,
    /// The media that show it.
    pub media: Media,
    /// True if a terminal leaves it out before other columns are wrapped much.
    pub needs_room: bool,
    /// Its part in the table of a narrow terminal.
    pub narrow: NarrowColumn,
}

/// The part of a column in the table of a terminal that has no room for all columns: the table goes through levels, and
/// each leaves out columns, or joins several in one, that are less important than those left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NarrowColumn {
    /// The first level that shows the column: 0 unless it joins others.
    pub first: u8,
    /// The last level that shows it.
    pub last: u8,
    /// The header of the column in which the next level joins it, if it does.
    pub joined: Option<Message>,
}

impl NarrowColumn {
    /// A column of every level.
    pub const ALWAYS: Self = Self { first: 0, last: u8::MAX, joined: None };

    /// Returns true if a level shows the column.
    pub fn is_shown_at(&self, level: u8) -> bool {
        (self.first..=self.last).contains(&level)
    }
}

/// A medium for which documents are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Medium {
    /// A terminal or an e-mail: lines of a given number of columns, with bars.
    Terminal,
    /// A page for reading and printing.
    Page,
    /// A spreadsheet or a program: the same columns every time, including those that are 0 or empty.
    Spreadsheet,
}

/// A set of media.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Media(u8);

impl Media {
    /// All media.
    pub const ALL: Self = Self::of(&[Medium::Terminal, Medium::Page, Medium::Spreadsheet]);
    /// The media that people read.
    pub const READERS: Self = Self::of(&[Medium::Terminal, Medium::Page]);
    /// Terminals only.
    pub const TERMINAL: Self = Self::of(&[Medium::Terminal]);
    /// Spreadsheets only.
    pub const SPREADSHEET: Self = Self::of(&[Medium::Spreadsheet]);

    const fn of(media: &[Medium]) -> Self {
        let (mut bits, mut rest) = (0, media);
        while let [medium, others @ ..] = rest {
            bits |= 1 << *medium as u8;
            rest = others;
        }
        Self(bits)
    }

    /// Returns true if a medium is in the set.
    pub const fn contains(self, medium: Medium) -> bool {
        self.0 & (1 << medium as u8) != 0
    }

    /// The media that are in both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

/// The alignment of a column's cells.
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
pub enum TableRow {
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

impl Table {
    /// A table without rows.
    pub fn new(columns: Vec<Column>) -> Self {
        Self { columns, ..Self::default() }
    }

    /// The numbers of the columns that a medium shows where it has room for all.
    pub fn shown(&self, medium: Medium) -> Vec<usize> {
        self.shown_with(medium, true, 0)
    }

    /// The last level of the table on a narrow terminal; 0 if it leaves nothing out.
    pub fn last_level(&self) -> u8 {
        let last = |column: &Column| if column.narrow.last == u8::MAX { 0 } else { column.narrow.last + 1 };
        self.columns.iter().map(last).max().unwrap_or(0)
    }

    /// The numbers of the columns that a medium shows at a level, with or without those that need room.
    pub fn shown_with(&self, medium: Medium, has_room: bool, level: u8) -> Vec<usize> {
        let is_shown = |(at, column): &(usize, &Column)| {
            column.media.contains(medium)
                && (has_room || !column.needs_room)
                && column.narrow.is_shown_at(level)
                && (medium == Medium::Spreadsheet || !column.hide_if_all_zero || !self.is_zero(*at))
        };
        self.columns.iter().enumerate().filter(is_shown).map(|(at, _)| at).collect()
    }

    /// Returns true if all of a column is 0 or empty.
    fn is_zero(&self, column: usize) -> bool {
        self.rows.iter().all(|row| row.cells().get(column).is_none_or(Cell::is_zero))
    }

    /// Returns true if the table has no ordinary row.
    pub fn is_empty(&self) -> bool {
        !self.rows.iter().any(|row| matches!(row, TableRow::Body(_)))
    }
}

impl Column {
    /// A column of words.
    pub fn words(header: Message, key: impl Into<Cow<'static, str>>) -> Self {
        Self {
            header,
            key: key.into(),
            align: Align::Left,
            wraps: false,
            hide_if_all_zero: false,
            tone: Tone::Plain,
            media: Media::ALL,
            needs_room: false,
            narrow: NarrowColumn::ALWAYS,
        }
    }

    /// The column of titles: the one that is wrapped first.
    pub fn title(header: Message, key: impl Into<Cow<'static, str>>) -> Self {
        Self { wraps: true, ..Self::words(header, key) }
    }

    /// A column of figures.
    pub fn figures(header: Message, key: impl Into<Cow<'static, str>>) -> Self {
        Self { align: Align::Right, ..Self::words(header, key) }
    }

    /// A column of bars.
    pub fn bars() -> Self {
        Self::words(Message::fixed("", ""), "").only_on(Media::TERMINAL)
    }

    /// The same column, left out for readers when all of it is 0 or empty.
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

    /// The same column, shown on none but the given media.
    #[must_use]
    pub fn only_on(self, media: Media) -> Self {
        Self { media: self.media.and(media), ..self }
    }

    /// The same column, which a narrow terminal shows up to a level.
    #[must_use]
    pub fn up_to_level(self, last: u8) -> Self {
        Self { narrow: NarrowColumn { last, ..self.narrow }, ..self }
    }

    /// The same column, which a narrow terminal shows from a level on, in place of those that it joins.
    #[must_use]
    pub fn from_level(self, first: u8) -> Self {
        Self { narrow: NarrowColumn { first, ..self.narrow }, ..self }
    }

    /// The same column, which a narrow terminal shows up to a level and then joins in another.
    #[must_use]
    pub fn joined_behind(self, last: u8, joined: &Message) -> Self {
        let joined = Some(joined.clone());
        Self { narrow: NarrowColumn { last, joined, ..self.narrow }, ..self }
    }

    /// The same column, which a narrow terminal leaves out.
    #[must_use]
    pub fn needs_room(self) -> Self {
        Self { needs_room: true, ..self }
    }
}

impl TableRow {
    /// The row's cells; a group has none.
    pub fn cells(&self) -> &[Cell] {
        match self {
            Self::Body(cells) | Self::Total(cells) => cells,
            Self::Group { .. } => &[],
        }
    }
}
