//! The proof that a text says what another one says and some entries more.

use super::addition::ListPlace;
use super::entry::{NewEntry, NewValue};
use crate::parse::key::Key;
use crate::parse::text_content::{ContentPart as Part, TextContent, behind};

/// Returns true if `new` is YAML that says what `old` says and, at the end of a list, these entries more; every comment
/// of the one stands in the other.
pub fn is_only_addition(old: &str, new: &str, place: ListPlace, entries: &[NewEntry]) -> bool {
    let (Some(old), Some(new)) = (TextContent::of(old), TextContent::of(new)) else { return false };
    old.comments == new.comments
        && with_entries(old.parts, place, entries).is_some_and(|expected| expected == new.parts)
}

/// The parts with some entries more; `None` where none can stand.
fn with_entries<'t>(
    mut parts: Vec<Part<'t>>,
    place: ListPlace,
    entries: &[NewEntry],
) -> Option<Vec<Part<'t>>> {
    match parts.as_slice() {
        // Nothing, comments, or `---` alone: there is no mapping yet.
        [] => parts = vec![Part::Document, Part::Map, Part::End, Part::Document],
        [Part::Document, Part::Words(words), Part::Document] if words.is_empty() => {
            parts.splice(1..2, [Part::Map, Part::End]);
        }
        _ => {}
    }
    let (map, key) = match place {
        ListPlace::Top(key) => (1, key),
        ListPlace::Within { list, at, key } => {
            let list = value_of(&parts, 1, list).filter(|list| parts[*list] == Part::List)?;
            let entry = (0..at).try_fold(list + 1, |entry, _| behind(&parts, entry))?;
            (entry, key)
        }
    };
    if parts.get(map)? != &Part::Map {
        return None;
    }
    let value = value_of(&parts, map, key);
    let added = entries.iter().flat_map(entry_parts);
    match value {
        Some(value) if parts[value] == Part::List => {
            let end = behind(&parts, value)? - 1;
            parts.splice(end..end, added);
        }
        Some(value) => {
            let list = [Part::List].into_iter().chain(added).chain([Part::End]);
            parts.splice(value..=value, list);
        }
        None => {
            let end = behind(&parts, map)? - 1;
            let head = [Part::Words(key.name().into()), Part::List];
            parts.splice(end..end, head.into_iter().chain(added).chain([Part::End]));
        }
    }
    Some(parts)
}

fn entry_parts<'t>(entry: &NewEntry) -> Vec<Part<'t>> {
    let mut parts = vec![Part::Map];
    for (key, value) in entry.values() {
        parts.push(Part::Words(key.name().to_owned().into()));
        match value {
            NewValue::Many(texts) if texts.len() != 1 => {
                parts.push(Part::List);
                parts.extend(texts.iter().map(|text| Part::Words(text.clone().into())));
                parts.push(Part::End);
            }
            NewValue::Entry(entry) => parts.extend(entry_parts(entry)),
            value => parts.push(Part::Words(value.words().into())),
        }
    }
    parts.push(Part::End);
    parts
}

/// The value of a key of the mapping that begins at a part.
fn value_of(parts: &[Part<'_>], map: usize, key: Key) -> Option<usize> {
    let mut at = map + 1;
    while parts.get(at)? != &Part::End {
        if matches!(&parts[at], Part::Words(words) if *words == key.name()) {
            return Some(at + 1);
        }
        at = behind(parts, behind(parts, at)?)?;
    }
    None
}
