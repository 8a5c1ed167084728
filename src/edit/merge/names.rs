//! The keys by which an entry is known.

use crate::parse::{ContentPart, Key, TextContent};

/// The keys of a list that identify its entries; an entry of a list without one is identified by all its values.
fn keys(list: Key) -> &'static [Key] {
    match list {
        Key::Progress | Key::Changes => &[Key::Item, Key::Unit, Key::Period, Key::Date],
        Key::Results => &[Key::Unit, Key::Period, Key::Date],
        Key::Columns => &[Key::Key],
        Key::Bases => &[Key::Number],
        _ => &[Key::Id],
    }
}

/// The name of an entry of a list: alike for two versions of one entry.
pub(super) fn name_of(list: Key, content: &TextContent<'_>) -> String {
    let pairs = content.pairs();
    let value = |key: &Key| pairs.iter().find(|(name, _)| *name == key.name()).map(|(_, value)| *value);
    let known: Vec<Option<&[ContentPart<'_>]>> = keys(list).iter().map(value).collect();
    if known.iter().all(Option::is_none) {
        return format!("{:?}", content.parts);
    }
    format!("{known:?}")
}
