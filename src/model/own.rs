//! The columns that a plan has besides those of the format, and their values. Source: docs/format.md, columns.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

use super::index::ColumnIx;
use super::unit::Party;
use crate::date::Day;
use crate::language::{Lang, Message};
use crate::span::Span;

/// A column of a plan's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnColumn {
    /// The key, which begins with `x-`.
    pub key: String,
    /// The header.
    pub title: String,
    /// The header in English, if it has one.
    pub title_en: Option<String>,
    /// The type of its values.
    pub own_type: OwnType,
    /// True if units fill it in on their forms.
    pub form: bool,
    /// The location in the file.
    pub place: Span,
}

/// The columns of a plan's own, in the order of the files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnColumns {
    all: Vec<OwnColumn>,
    by_key: BTreeMap<String, ColumnIx>,
}

/// The type of the values of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum OwnType {
    /// Words.
    #[default]
    Text,
    /// A number.
    Number,
    /// A day.
    Day,
    /// A unit or group.
    Unit,
}

/// A value in a column of a plan's own.
#[derive(Debug, Clone, PartialEq)]
pub enum OwnValue {
    /// Words, as they are written.
    Text(Arc<str>),
    /// A number.
    Number(f64),
    /// A day.
    Day(Day),
    /// A unit or group.
    Unit(Party),
}

/// The values that one entry gives in the columns of its plan, in the order of the columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OwnValues(Box<[(ColumnIx, OwnValue)]>);

impl OwnColumn {
    /// Returns the header in both languages.
    pub fn header(&self) -> Message {
        Message::new(self.title(Lang::Vi).to_owned(), self.title(Lang::En).to_owned())
    }

    /// Returns the header in one language.
    pub fn title(&self, lang: Lang) -> &str {
        lang.pick(&self.title, self.title_en.as_ref().unwrap_or(&self.title))
    }
}

impl OwnColumns {
    /// Returns the position of the column with a key.
    pub fn position(&self, key: &str) -> Option<ColumnIx> {
        self.by_key.get(key).copied()
    }

    /// Returns the position of the column that somebody means who types a key: in any case.
    pub fn position_of_typed(&self, key: &str) -> Option<ColumnIx> {
        let in_any_case = || self.all.iter().position(|column| column.key.eq_ignore_ascii_case(key));
        self.position(key).or_else(|| in_any_case().map(ColumnIx::new))
    }
}

impl FromIterator<OwnColumn> for OwnColumns {
    fn from_iter<I: IntoIterator<Item = OwnColumn>>(columns: I) -> Self {
        let all: Vec<OwnColumn> = columns.into_iter().collect();
        // The checks refuse a second column of the same key.
        let by_key = all.iter().enumerate().map(|(at, column)| (column.key.clone(), ColumnIx::new(at)));
        Self { by_key: by_key.collect(), all }
    }
}

impl Deref for OwnColumns {
    type Target = [OwnColumn];

    fn deref(&self) -> &[OwnColumn] {
        &self.all
    }
}

impl OwnType {
    /// Returns the word of the format.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Day => "day",
            Self::Unit => "unit",
        }
    }

    /// Returns the type of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Text, Self::Number, Self::Day, Self::Unit].into_iter().find(|own| own.as_str() == word)
    }
}

impl OwnValues {
    /// Returns the value in a column.
    pub fn get(&self, column: ColumnIx) -> Option<&OwnValue> {
        let at = self.0.binary_search_by_key(&column, |(of, _)| *of).ok()?;
        self.0.get(at).map(|(_, value)| value)
    }

    /// Returns the values with their columns, in the order of the columns.
    pub fn iter(&self) -> impl Iterator<Item = (ColumnIx, &OwnValue)> {
        self.0.iter().map(|(column, value)| (*column, value))
    }

    /// Returns true if the entry gives none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns these values, and those of other columns that `base` gives.
    #[must_use]
    pub fn or(&self, base: &Self) -> Self {
        let more = base.0.iter().filter(|(column, _)| self.get(*column).is_none());
        self.0.iter().chain(more).cloned().collect()
    }
}

impl FromIterator<(ColumnIx, OwnValue)> for OwnValues {
    fn from_iter<I: IntoIterator<Item = (ColumnIx, OwnValue)>>(values: I) -> Self {
        let mut values: Box<[_]> = values.into_iter().collect();
        values.sort_by_key(|(column, _)| *column);
        Self(values)
    }
}
