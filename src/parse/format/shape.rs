//! The parts of the table of keys.

use super::words::MeantWords;
use crate::language::Lang;
use crate::parse::key::{Key, Mapping};

/// The kind of value that a key takes.
#[derive(Debug, Clone, Copy)]
pub enum ValueShape {
    /// Any scalar, as it is written.
    Text,
    /// An identifier: `[A-Za-z0-9][A-Za-z0-9._-]*`.
    Id,
    /// The key of a column of the plan's own: `x-` and an identifier.
    OwnKey,
    /// One of a fixed list of words.
    Word(&'static [&'static str]),
    /// One of a fixed list of words, or other words that mean one of them.
    Meant(&'static MeantWords),
    /// A day with its year, in any form of the deadline language.
    Day,
    /// A day of which the year may be left out.
    OpenDay,
    /// `true` or `false`.
    Bool,
    /// A whole number, not negative.
    Count,
    /// A number; a decimal comma and a percent sign are understood.
    Number,
    /// A scalar, or a list of scalars.
    Many,
    /// Words, or a mapping with keys of its own: a period or a deadline.
    WordsOr(&'static MappingFormat),
    /// A mapping from rule names to levels.
    Levels,
    /// A mapping with keys of its own.
    Map(&'static MappingFormat),
    /// A list of mappings.
    List(&'static MappingFormat),
}

/// A key of a mapping.
#[derive(Debug)]
pub struct KeyFormat {
    /// The key itself.
    pub key: Key,
    /// The kind of value that the key takes.
    pub shape: ValueShape,
    /// True if the mapping is incomplete without the key.
    pub required: bool,
    vi: &'static str,
    en: &'static str,
}

impl KeyFormat {
    /// The spelling of the key.
    pub fn name(&self) -> &'static str {
        self.key.name()
    }

    /// The meaning of the key.
    pub fn doc(&self, lang: Lang) -> &'static str {
        lang.pick(self.vi, self.en)
    }
}

/// A mapping with its keys.
#[derive(Debug)]
pub struct MappingFormat {
    /// The mapping itself.
    pub mapping: Mapping,
    /// The keys in the recommended order.
    pub keys: &'static [KeyFormat],
    /// Groups of keys of which at least one must be complete; empty where there is no such rule.
    pub any_of: &'static [&'static [Key]],
    /// The part of the keys that the plan's `columns` declare.
    pub own: OwnKeys,
}

/// The part that keys of a plan's own have in a mapping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnKeys {
    /// The mapping takes none.
    Refused,
    /// The mapping takes them.
    Taken,
    /// The mapping takes them, and one of them makes it as complete as one of [`any_of`](MappingFormat::any_of).
    Sufficient,
}

impl MappingFormat {
    /// The name of the mapping, as messages and the schema give it: `tasks`, `units`, …
    pub fn name(&self) -> &'static str {
        self.mapping.name()
    }

    /// The same mapping, which also takes the keys that the plan's `columns` declare.
    pub(super) const fn with_own(mut self) -> Self {
        self.own = OwnKeys::Taken;
        self
    }

    /// Returns true if the mapping takes the keys that the plan's `columns` declare.
    pub fn takes_own(&self) -> bool {
        self.own != OwnKeys::Refused
    }

    /// The key with this spelling.
    pub fn named(&self, name: &str) -> Option<&'static KeyFormat> {
        self.keys.iter().find(|key| key.name() == name)
    }

    /// The description of a key; none if this mapping does not take it.
    pub fn get(&self, key: Key) -> Option<&'static KeyFormat> {
        self.keys.iter().find(|format| format.key == key)
    }
}

pub(super) const fn key(key: Key, shape: ValueShape, vi: &'static str, en: &'static str) -> KeyFormat {
    KeyFormat { key, shape, required: false, vi, en }
}

pub(super) const fn required(key: Key, shape: ValueShape, vi: &'static str, en: &'static str) -> KeyFormat {
    KeyFormat { key, shape, required: true, vi, en }
}

pub(super) const fn format(mapping: Mapping, keys: &'static [KeyFormat]) -> MappingFormat {
    MappingFormat { mapping, keys, any_of: &[], own: OwnKeys::Refused }
}

// The keys that every entry of every list takes.
pub(super) const SOURCE: KeyFormat = key(
    Key::Source,
    ValueShape::Text,
    "Điều này ở đâu trong văn bản, hoặc \"ngoài văn bản: …\"",
    "The location in the document, or \"ngoài văn bản: …\" (not from the document)",
);
pub(super) const NOTE: KeyFormat = key(Key::Note, ValueShape::Text, "Ghi chú", "A note");
