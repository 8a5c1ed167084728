//! Entries → the texts of files with them, each as a person would have typed it there.

use super::command_line::CommandLine;
use super::file_change::FileChange;
use super::refusal::EditRefusal;
use super::request::{Origin, PlacedEntry};
use super::review::{RequestedPart, ReviewedFile};
use crate::diagnostic::EditSet;
use crate::parse::emit::{DayForm, EntryKey, ListPlace, NewEntry, NewValue, addition, is_only_addition};
use crate::parse::format::{LISTS, MappingFormat, ValueShape};
use crate::parse::{EntryLayout, Key, ListOutline, Outline};
use crate::span::{SourceId, Span};

/// A file as it is, and the entries that go into it.
pub(super) struct FileDraft<'d> {
    /// The path from the current folder.
    pub(super) path: String,
    /// The text; none for a file that is not there yet.
    pub(super) old: Option<String>,
    /// The text that a new file begins with.
    pub(super) head: String,
    /// The lists, each with its new entries.
    pub(super) lists: Vec<(ListPlace, Vec<&'d PlacedEntry>)>,
}

/// A file with its new entries.
pub(super) struct ComposedFile<'d> {
    pub(super) change: FileChange,
    /// The edits that made the new text, one set after the other.
    pub(super) edits: Vec<EditSet>,
    /// The new entries, each with the bytes of the entry and of its values in the new text.
    pub(super) entries: Vec<ComposedEntry<'d>>,
}

impl ComposedFile<'_> {
    /// The file with the words of the command line that ask for its entries.
    pub(super) fn reviewed(&self, line: &CommandLine) -> ReviewedFile<'_> {
        let parts = self.entries.iter().map(|entry| entry.part(line)).collect();
        ReviewedFile { change: &self.change, edits: &self.edits, parts }
    }
}

/// A new entry in the text of its file.
pub(super) struct ComposedEntry<'d> {
    pub(super) entry: &'d PlacedEntry,
    pub(super) span: Span,
    /// The keys that are written in the entry, with their values.
    pub(super) values: Vec<(Key, Span)>,
    /// The keys of the plan's own, with their values.
    pub(super) own: Vec<(String, Span)>,
}

impl ComposedEntry<'_> {
    fn part(&self, line: &CommandLine) -> RequestedPart {
        let words = |origin: &Origin| {
            let range = line.range(origin.word);
            match &origin.part {
                Some(part) if line.is_verbatim(origin.word) => {
                    range.start + part.start..range.start + part.end
                }
                _ => range,
            }
        };
        let value = |(key, span): &(Key, Span)| {
            let value = self.entry.values.iter().find(|own| own.key == *key)?;
            Some((span.start..span.end, words(&value.origin)))
        };
        RequestedPart {
            part: self.span.start..self.span.end,
            words: words(&Origin::word(self.entry.item)),
            values: self.values.iter().filter_map(value).collect(),
        }
    }
}

/// The days of the last entries are enough to know their form.
const READ: usize = 20;

impl<'d> FileDraft<'d> {
    /// Puts the entries into the text, and proves that nothing else changes.
    ///
    /// # Errors
    /// [`EditRefusal::NoPlace`] where no entry can stand, [`EditRefusal::Fault`] where the proof fails.
    pub(super) fn compose(self) -> Result<ComposedFile<'d>, EditRefusal> {
        let source = SourceId::default();
        let base = self.old.clone().unwrap_or_else(|| self.head.clone());
        let no_place = || EditRefusal::NoPlace { path: self.path.clone() };
        let fault = || EditRefusal::Fault { path: self.path.clone() };
        let (mut edits, mut text) = (Vec::new(), base);
        // One list after the other, so that each proof has one addition.
        for (place, entries) in &self.lists {
            let outline = Outline::of(&text, source).ok_or_else(no_place)?;
            let habit = ListHabit::of(&text, &outline, *place);
            let entries: Vec<NewEntry> = entries.iter().map(|entry| habit.write(entry)).collect();
            let added = addition(&text, source, &outline, *place, &entries).ok_or_else(no_place)?;
            let set = EditSet::new(added).map_err(|_| fault())?;
            let new = set.apply(&text).map_err(|_| fault())?;
            if !is_only_addition(&text, &new, *place, &entries) {
                return Err(fault());
            }
            edits.push(set);
            text = new;
        }
        let entries = self.found(&text).ok_or_else(fault)?;
        let change = FileChange { path: self.path, moved_from: None, old: self.old, new: Some(text) };
        Ok(ComposedFile { change, edits, entries })
    }

    /// The entries in the new text: the last ones of their lists.
    fn found(&self, new: &str) -> Option<Vec<ComposedEntry<'d>>> {
        let outline = Outline::of(new, SourceId::default())?;
        let mut found = Vec::new();
        for (place, entries) in &self.lists {
            let list = list_at(new, &outline, *place)?;
            let first = list.entries.len().checked_sub(entries.len())?;
            for (at, entry) in (first..).zip(entries) {
                let layout = list.layout(new, at)?;
                let values = layout.keys.iter().filter_map(|key| Some((key.key?, key.value_span)));
                let own = layout.keys.iter().filter(|key| key.key.is_none()).filter_map(|key| {
                    let name = new.get(key.key_span.start as usize..key.key_span.end as usize)?;
                    Some((name.to_owned(), key.value_span))
                });
                let (values, own) = (values.collect(), own.collect());
                let span = list.entries.get(at)?.span;
                found.push(ComposedEntry { entry, span, values, own });
            }
        }
        Some(found)
    }
}

/// The list at a place of a file.
fn list_at(text: &str, outline: &Outline, place: ListPlace) -> Option<ListOutline> {
    match place {
        ListPlace::Top(key) => outline.list(key).cloned(),
        ListPlace::Within { list, at, key } => {
            let layout = outline.list(list)?.layout(text, at)?;
            layout.key(key)?.list.clone()
        }
    }
}

/// The habits of a list: the order of its keys and the form of its days.
struct ListHabit {
    keys: Vec<Key>,
    days: DayForm,
    format: Option<&'static MappingFormat>,
}

impl ListHabit {
    fn of(text: &str, outline: &Outline, place: ListPlace) -> Self {
        let list = list_at(text, outline, place);
        let count = list.as_ref().map_or(0, |list| list.entries.len());
        let last = (count.saturating_sub(READ)..count).rev();
        let layouts: Vec<EntryLayout> =
            last.filter_map(|at| list.as_ref().and_then(|list| list.layout(text, at))).collect();
        let of_layout = |layout: &EntryLayout| layout.keys.iter().filter_map(|key| key.key).collect();
        let words = |span: Span| text.get(span.start as usize..span.end as usize);
        let mut days = layouts.iter().flat_map(|layout| &layout.keys).filter_map(|key| {
            let is_day = matches!(key.key?, Key::Date | Key::AsOf | Key::Due);
            is_day.then(|| words(key.value_span)).flatten().and_then(DayForm::of)
        });
        Self {
            keys: layouts.first().map(of_layout).unwrap_or_default(),
            days: days.next().unwrap_or_default(),
            format: format_of(place),
        }
    }

    /// The entry with its keys in the order of the last entry, those that it has not in that of the format, and its
    /// days as the list writes them.
    fn write(&self, entry: &PlacedEntry) -> NewEntry {
        let mut values: Vec<(Key, NewValue)> =
            entry.values.iter().map(|value| (value.key, value.value.clone())).collect();
        let in_format = |key: Key| {
            let keys = self.format.map(|format| format.keys).unwrap_or_default();
            keys.iter().position(|format| format.key == key)
        };
        values.sort_by_key(|(key, _)| in_format(*key));
        let in_last = |key: Key| self.keys.iter().position(|other| *other == key);
        let mut known: Vec<(Key, NewValue)> =
            values.iter().filter(|(key, _)| in_last(*key).is_some()).cloned().collect();
        known.sort_by_key(|(key, _)| in_last(*key));
        let mut known = known.into_iter();
        for value in values.iter_mut().filter(|(key, _)| in_last(*key).is_some()) {
            if let Some(next) = known.next() {
                *value = next;
            }
        }
        let own = entry.own.iter().map(|(key, value)| (EntryKey::Own(key.clone()), value.clone()));
        let mut values: Vec<(EntryKey, NewValue)> =
            values.into_iter().map(|(key, value)| (key.into(), value)).chain(own).collect();
        for (_, value) in &mut values {
            if let NewValue::Day(_, form) = value {
                *form = self.days;
            }
        }
        NewEntry::new(values)
    }
}

/// The format of the entries of a list.
fn format_of(place: ListPlace) -> Option<&'static MappingFormat> {
    let entries = |format: &'static MappingFormat, key: Key| match format.get(key)?.shape {
        ValueShape::List(entries) => Some(entries),
        _ => None,
    };
    match place {
        ListPlace::Top(key) => entries(&LISTS, key),
        ListPlace::Within { list, key, .. } => entries(entries(&LISTS, list)?, key),
    }
}
