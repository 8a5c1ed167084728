//! Entries: keys with their values, in lines or in braces.

use super::day_form::DayForm;
use super::scalar::{ScalarContext, scalar};
use crate::date::Day;
use crate::parse::key::Key;
use crate::parse::outline::EntryStyle;

/// A value to write.
#[derive(Debug, Clone, PartialEq)]
pub enum NewValue {
    /// A text, an id, a word of a fixed list.
    Text(String),
    /// Texts; a single one stands by itself.
    Many(Vec<String>),
    /// A day, and the form in which it is written.
    Day(Day, DayForm),
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Count(u64),
    /// A number.
    Number(f64),
    /// Keys of its own, in braces: a deadline with its meaning.
    Entry(NewEntry),
}

impl NewValue {
    fn write(&self, context: ScalarContext) -> String {
        match self {
            Self::Text(text) => scalar(text, context),
            Self::Many(texts) => match texts.as_slice() {
                [text] => scalar(text, context),
                texts => {
                    let texts: Vec<String> =
                        texts.iter().map(|text| scalar(text, ScalarContext::Flow)).collect();
                    format!("[{}]", texts.join(", "))
                }
            },
            Self::Entry(entry) => entry.write(EntryStyle::Flow, ""),
            // No reader takes these for a text with another meaning.
            Self::Day(..) | Self::Bool(_) | Self::Count(_) | Self::Number(_) => self.words(),
        }
    }

    /// The words of the value without quotation marks; several texts are joined by commas.
    pub fn words(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Many(texts) => texts.join(", "),
            Self::Day(day, form) => form.write(*day),
            Self::Bool(value) => value.to_string(),
            Self::Count(count) => count.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Entry(entry) => entry.write(EntryStyle::Flow, ""),
        }
    }
}

/// A key of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryKey {
    /// A key of the format.
    Format(Key),
    /// A key of the plan's own, which begins with `x-`.
    Own(String),
}

impl EntryKey {
    /// The key as it is written.
    pub fn name(&self) -> &str {
        match self {
            Self::Format(key) => key.name(),
            Self::Own(key) => key,
        }
    }
}

impl From<Key> for EntryKey {
    fn from(key: Key) -> Self {
        Self::Format(key)
    }
}

/// An entry to write: keys with their values, in the order in which they are written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NewEntry(Vec<(EntryKey, NewValue)>);

impl NewEntry {
    /// An entry with these keys.
    pub fn new<K: Into<EntryKey>>(values: impl IntoIterator<Item = (K, NewValue)>) -> Self {
        Self(values.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }

    /// The keys and values.
    pub fn values(&self) -> &[(EntryKey, NewValue)] {
        &self.0
    }

    /// The entry as YAML without its dash; lines below the first begin with the column of the style, and no line
    /// break follows the last.
    pub fn write(&self, style: EntryStyle, line_break: &str) -> String {
        let pairs = |context| {
            self.0.iter().map(move |(key, value)| format!("{}: {}", key.name(), value.write(context)))
        };
        match style {
            EntryStyle::Block { column } if !self.0.is_empty() => {
                let lines: Vec<String> = pairs(ScalarContext::Block).collect();
                lines.join(&format!("{line_break}{}", " ".repeat(column)))
            }
            _ => format!("{{{}}}", pairs(ScalarContext::Flow).collect::<Vec<_>>().join(", ")),
        }
    }
}
