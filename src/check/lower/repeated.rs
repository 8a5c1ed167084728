//! Reports and changes that are given twice. Source: docs/format.md, progress.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;

use crate::date::Day;
use crate::parse::{Draft, DraftValue, Entry, Key};
use crate::span::Span;

/// The entries of one item on one day. Most stand alone: what they say is compared only where there are several.
struct Alike<'e> {
    first: &'e Entry<'e>,
    /// The places of all by what they say, from the second on.
    places: HashMap<Vec<(ContentKey<'e>, KeyContent<'e>)>, Span>,
}

/// Returns the reports and changes that say the same as an earlier one, each with the place of the first.
pub(super) fn repeated(draft: &Draft<'_>) -> HashMap<Span, Span> {
    let mut repeated = HashMap::new();
    for list in [Key::Progress, Key::Changes] {
        let entries = draft.list(list);
        let mut known: HashMap<(Option<&str>, Option<Day>), Alike<'_>> =
            HashMap::with_capacity(entries.len());
        for entry in entries {
            let item = entry.many(Key::Item).next().map(|item| item.value);
            let alike = match known.entry((item, entry.day(Key::Date).map(|day| day.value))) {
                Slot::Occupied(alike) => alike.into_mut(),
                Slot::Vacant(free) => {
                    free.insert(Alike { first: entry, places: HashMap::new() });
                    continue;
                }
            };
            let Some(said) = content(entry) else { continue };
            if alike.places.is_empty() {
                alike.places.extend(content(alike.first).map(|said| (said, alike.first.place())));
            }
            match alike.places.entry(said) {
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
