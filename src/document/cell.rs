//! The values of a table or of a fact.

use std::borrow::Cow;

use crate::date::Day;
use crate::language::Message;

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
    /// A number of things.
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
    Status(StatusCell),
    /// A small bar, filled to a share from 0 to 1; none is an empty cell.
    Bar(Option<f64>),
}

/// The word and the tone of a status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusCell {
    /// Its name in JSON and, under `--lang en`, in CSV: `done-on-time`.
    pub key: Cow<'static, str>,
    /// Its word.
    pub word: Message,
    /// Its tone.
    pub tone: Tone,
}

/// The weight of a value for those responsible. A colour repeats what the words or figures say.
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
    /// Needs no attention now.
    Muted,
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

    /// Returns true if the cell is 0, empty, or a percentage of nothing.
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
