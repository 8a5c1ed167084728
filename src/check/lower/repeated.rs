//! Reports and changes that are given twice. Source: docs/format.md, progress.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;

use crate::date::Day;
use crate::parse::{Draft, DraftValue, Entry, Key};
use crate::span::Span;

/// Returns the reports and changes that say the same as an earlier one, each with the place of the first.
pub(super) fn repeated(draft: &Draft<'_>) -> HashMap<Span, Span> {
    let mut repeated = HashMap::new();
    for list in [Key::Progress, Key::Changes] {
        let mut known = HashMap::new();
        for entry in draft.list(list) {
            let Some(content) = content(entry) else { continue };
            match known.entry(content) {
                Slot::Occupied(first) => {
                    repeated.insert(entry.span(), *first.get());
                }
                Slot::Vacant(free) => {
                    free.insert(entry.place());
                }
            }
        }
    }
    repeated
}

/// The value of a key, whatever its spelling and its place.
#[derive(PartialEq, Eq, Hash, PartialOrd, Ord)]
enum KeyContent<'e> {
    Words(Vec<&'e str>),
    Day(Day),
    Bool(bool),
    Count(u64),
    /// The bits of a number.
    Number(u64),
    Pairs(Vec<(&'e str, &'e str)>),
}

/// A key of the format, or one of the plan's own.
#[derive(PartialEq, Eq, Hash, PartialOrd, Ord)]
enum ContentKey<'e> {
    Format(Key),
    Own(&'e str),
}

/// Returns the keys of an entry with their values, sorted; nothing if a value is wrong.
fn content<'e>(entry: &'e Entry<'_>) -> Option<Vec<(ContentKey<'e>, KeyContent<'e>)>> {
    let mut content = Vec::new();
    for (key, value) in entry.values() {
        let value = match value.value {
            DraftValue::Text(text) => KeyContent::Words(vec![text]),
            DraftValue::Many(all) => KeyContent::Words(all.iter().map(|text| text.value.as_ref()).collect()),
            DraftValue::Day(day) => KeyContent::Day(*day),
            DraftValue::Bool(flag) => KeyContent::Bool(*flag),
            DraftValue::Count(count) => KeyContent::Count(*count),
            DraftValue::Number(number) => KeyContent::Number(number.to_bits()),
            DraftValue::Pairs(pairs) => {
                KeyContent::Pairs(pairs.iter().map(|(a, b)| (a.value.as_ref(), b.value.as_ref())).collect())
            }
            DraftValue::YearlessDay(_) | DraftValue::Map(_) | DraftValue::List(_) | DraftValue::Wrong => {
                return None;
            }
        };
        content.push((ContentKey::Format(key), value));
    }
    for field in entry.own() {
        content.push((ContentKey::Own(&field.key.value), KeyContent::Words(vec![field.value.as_deref()?])));
    }
    content.sort_unstable();
    Some(content)
}
