//! The entries that a command line asks for, with the words that ask for them.

use super::command_line::WordIx;
use super::entry_kind::EntryKind;
use crate::date::{AsOf, Day};
use crate::parse::Key;
use crate::parse::emit::NewValue;

/// A value with the word of the command line that gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given<T> {
    /// The value.
    pub value: T,
    /// The word.
    pub word: WordIx,
}

impl<T> Given<T> {
    /// A value with its word.
    pub fn new(value: T, word: WordIx) -> Self {
        Self { value, word }
    }
}

/// Entries of `progress` or `changes`: one for each item, unit and period.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryRequest {
    /// The list: [`Key::Progress`] or [`Key::Changes`].
    pub list: Key,
    /// The items, each as an id, `PLAN/ID` or a whole key.
    pub items: Vec<Given<String>>,
    /// The units by id, name or alias; empty where the plan leaves no choice.
    pub units: Vec<Given<String>>,
    /// The periods by label or in words; empty where the plan leaves no choice.
    pub periods: Vec<Given<String>>,
    /// The day of the report or of the document.
    pub date: Day,
    /// The word that gives that day, if one does.
    pub date_word: Option<WordIx>,
    /// The new lead of a change, as a unit.
    pub lead: Option<Given<String>>,
    /// The other values, by key.
    pub values: Vec<(Key, Given<NewValue>)>,
    /// The day asked about: a choice lists the work that is open on it.
    pub as_of: AsOf,
}

/// A result of a target.
#[derive(Debug, Clone, PartialEq)]
pub struct ResultRequest {
    /// The target, as an id or `PLAN/ID`.
    pub target: Given<String>,
    /// The unit that reports it, by id, name or alias.
    pub unit: Option<Given<String>>,
    /// The occurrence of a target that recurs, by label or in words.
    pub period: Option<Given<String>>,
    /// The day of the figure.
    pub date: Day,
    /// The word that gives that day, if one does.
    pub date_word: Option<WordIx>,
    /// The other values, by key.
    pub values: Vec<(Key, Given<NewValue>)>,
}

/// Another id for an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenameRequest {
    /// The entry, as an id or `PLAN/ID`.
    pub entry: Given<String>,
    /// The new id.
    pub new: Given<String>,
    /// The kind of the entry, if it is named.
    pub kind: Option<EntryKind>,
}

/// A value of an entry, and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct EntryValue {
    pub(super) key: Key,
    pub(super) value: NewValue,
    /// The word that gives it; a part of it where the item is a whole key.
    pub(super) origin: Origin,
}

/// A place on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Origin {
    pub(super) word: WordIx,
    /// The bytes of the word; all of them if none.
    pub(super) part: Option<std::ops::Range<usize>>,
}

impl Origin {
    /// A whole word.
    pub(super) fn word(word: WordIx) -> Self {
        Self { word, part: None }
    }
}

/// An entry whose file and list are known.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PlacedEntry {
    /// The word of the item or target.
    pub(super) item: WordIx,
    pub(super) values: Vec<EntryValue>,
    /// The values in the plan's own columns, by key.
    pub(super) own: Vec<(String, NewValue)>,
    /// The keys of the work items that it is to count for; none if the plan has none such yet.
    pub(super) meant: Vec<String>,
}

impl PlacedEntry {
    /// Returns true if the other entry says the same of the same work items.
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        let said = |entry: &Self| -> Vec<(Key, NewValue)> {
            entry.values.iter().map(|value| (value.key, value.value.clone())).collect()
        };
        self.meant == other.meant && said(self) == said(other) && self.own == other.own
    }
}
