//! Entries: mappings of the format with the values of their keys.

use std::sync::Arc;

use super::text::Text;
use crate::date::Day;
use crate::deadline::YearlessDay;
use crate::parse::format::MappingFormat;
use crate::parse::key::Key;
use crate::span::{Span, Spanned};

/// The value of a key, of the kind that the format asks for.
#[derive(Debug, Clone)]
pub enum DraftValue<'s> {
    /// A scalar by its words: text, an id, a word of a fixed list.
    Text(Text<'s>),
    /// A day.
    Day(Day),
    /// A day without its year, which the plan's period or another day gives.
    YearlessDay(YearlessDay),
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Count(u64),
    /// A number.
    Number(f64),
    /// A list of scalars; one that stands by itself is a [`Text`](DraftValue::Text).
    Many(Box<[Spanned<Text<'s>>]>),
    /// Pairs of words.
    Pairs(Box<[Pair<'s>]>),
    /// A mapping.
    Map(Box<Entry<'s>>),
    /// A list of mappings.
    List(Box<[Entry<'s>]>),
    /// Given, but wrong: it was reported, and findings that would only follow from it are not.
    Wrong,
}

/// Two words, each with its span.
pub type Pair<'s> = (Spanned<Text<'s>>, Spanned<Text<'s>>);

#[derive(Debug, Clone)]
pub(super) struct DraftField<'s> {
    pub(super) value: DraftValue<'s>,
    pub(super) key: Key,
    /// The length of the key in bytes; a key of the format is longer only in a notation that nobody writes.
    key_length: u16,
    /// The first byte of the key in the file of the entry.
    key_start: u32,
    /// The bytes of the value there.
    pub(super) value_at: (u32, u32),
}

impl<'s> DraftField<'s> {
    pub(super) fn new(key: Key, key_at: (u32, u32), value: DraftValue<'s>, value_at: (u32, u32)) -> Self {
        let (key_start, end) = key_at;
        let key_length = u16::try_from(end.saturating_sub(key_start)).unwrap_or(u16::MAX);
        Self { value, key, key_length, key_start, value_at }
    }

    /// The bytes of the key in the file of the entry.
    pub(super) fn key_at(&self) -> (u32, u32) {
        (self.key_start, self.key_start.saturating_add(u32::from(self.key_length)))
    }
}

/// A key of the plan's own (`x-…`) with its value, as far as the file alone tells.
#[derive(Debug, Clone)]
pub struct OwnField<'s> {
    /// The key.
    pub key: Spanned<Text<'s>>,
    /// The words of the value; none if it is no single value, which was reported.
    pub value: Option<Text<'s>>,
    /// The span of the value.
    pub span: Span,
}

/// A mapping of the format: the keys that are given, in the order of the file.
#[derive(Debug, Clone)]
pub struct Entry<'s> {
    pub(super) format: &'static MappingFormat,
    pub(super) span: Span,
    pub(super) fields: Vec<DraftField<'s>>,
    pub(super) own: Vec<OwnField<'s>>,
}

/// The words of a deadline.
#[derive(Debug, Clone, Copy)]
pub struct DraftDue<'e> {
    /// The words of the document.
    pub text: Spanned<&'e str>,
    /// The words that state their meaning, where the words of the document cannot be read.
    pub means: Option<Spanned<&'e str>>,
}

impl<'e> DraftDue<'e> {
    /// The words by which the days are computed.
    pub fn read(&self) -> Spanned<&'e str> {
        self.means.unwrap_or(self.text)
    }
}

impl<'s> Entry<'s> {
    pub(in crate::parse) fn new(format: &'static MappingFormat, span: Span) -> Self {
        Self { format, span, fields: Vec::new(), own: Vec::new() }
    }

    /// Gives a key its value; both stand in the file of the entry.
    pub(in crate::parse) fn set(&mut self, key: Key, key_span: Span, value: Spanned<DraftValue<'s>>) {
        let at = |span: Span| (span.start, span.end);
        self.fields.push(DraftField::new(key, at(key_span), value.value, at(value.span)));
    }

    /// Gives a key of the plan's own its value.
    pub(in crate::parse) fn set_own(&mut self, field: OwnField<'s>) {
        self.own.push(field);
    }

    /// Makes room for a number of keys.
    pub(in crate::parse) fn reserve(&mut self, keys: usize) {
        self.fields.reserve_exact(keys);
    }

    /// Takes over the keys of another mapping of the same format.
    pub(in crate::parse) fn append(&mut self, mut other: Self) {
        self.fields.append(&mut other.fields);
        self.own.append(&mut other.own);
    }

    fn field(&self, key: Key) -> Option<&DraftField<'s>> {
        self.fields.iter().find(|field| field.key == key)
    }

    fn span_of(&self, (start, end): (u32, u32)) -> Span {
        Span::new(self.span.source, start, end)
    }

    /// A value with its span, if it is of the kind that is asked for.
    fn spanned<'e, T>(
        &'e self,
        key: Key,
        pick: impl FnOnce(&'e DraftValue<'s>) -> Option<T>,
    ) -> Option<Spanned<T>> {
        let field = self.field(key)?;
        pick(&field.value).map(|value| Spanned::new(value, self.span_of(field.value_at)))
    }

    /// The table that describes it.
    pub fn format(&self) -> &'static MappingFormat {
        self.format
    }

    /// The span of the entry.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Counts the value of a key as reported to be wrong.
    pub(in crate::parse) fn refuse(&mut self, key: Key) {
        for field in self.fields.iter_mut().filter(|field| field.key == key) {
            field.value = DraftValue::Wrong;
        }
    }

    /// Returns true if a key is given, rightly or wrongly.
    pub fn has(&self, key: Key) -> bool {
        self.field(key).is_some()
    }

    /// Returns true if a key is given with a value that was reported as wrong.
    pub fn is_wrong(&self, key: Key) -> bool {
        self.field(key).is_some_and(|field| matches!(field.value, DraftValue::Wrong))
    }

    /// The span of a key.
    pub fn key_span(&self, key: Key) -> Option<Span> {
        self.field(key).map(|field| self.span_of(field.key_at()))
    }

    /// The span of a key's value; without the key, that of the entry.
    pub fn value_span(&self, key: Key) -> Span {
        self.field(key).map_or(self.span, |field| self.span_of(field.value_at))
    }

    /// The place that names the entry: its id, else its beginning.
    pub fn place(&self) -> Span {
        for key in [Key::Id, Key::Item, Key::Date, Key::Number] {
            if let Some(field) = self.field(key) {
                return self.span_of(field.value_at);
            }
        }
        self.fields.first().map_or(self.span, |field| self.span_of(field.key_at()))
    }

    /// The keys that are given, with their values and the spans of these.
    pub fn values(&self) -> impl Iterator<Item = (Key, Spanned<&DraftValue<'s>>)> {
        self.fields.iter().map(|field| (field.key, Spanned::new(&field.value, self.span_of(field.value_at))))
    }

    /// The keys of the plan's own, in the order of the file; declared or not.
    pub fn own(&self) -> &[OwnField<'s>] {
        &self.own
    }

    /// The words behind a key.
    pub fn text(&self, key: Key) -> Option<Spanned<&str>> {
        self.spanned(key, |value| match value {
            DraftValue::Text(text) => Some(text.as_ref()),
            _ => None,
        })
    }

    /// The words behind a key, as a text of its own; empty when there are none.
    pub fn words(&self, key: Key) -> String {
        self.text(key).map(|text| text.value.to_owned()).unwrap_or_default()
    }

    /// The words behind a key, if there are any.
    pub fn maybe_words(&self, key: Key) -> Option<String> {
        self.text(key).map(|text| text.value.to_owned())
    }

    /// The words behind a key, if it is there, as a text that does not grow.
    pub fn maybe_text(&self, key: Key) -> Option<Box<str>> {
        self.text(key).map(|text| text.value.into())
    }

    /// The words behind a key, for several owners.
    pub fn shared(&self, key: Key) -> Option<Arc<str>> {
        match &self.field(key)?.value {
            DraftValue::Text(Text::Verbatim(words)) => Some((*words).into()),
            DraftValue::Text(Text::Made(words)) => Some(Arc::clone(words)),
            _ => None,
        }
    }

    /// The deadline behind `due`.
    pub fn due(&self) -> Option<DraftDue<'_>> {
        let Some(due) = self.map(Key::Due) else {
            let words = self.text(Key::Due)?;
            return Some(DraftDue { text: words, means: None });
        };
        Some(DraftDue { text: due.text(Key::Text)?, means: Some(due.text(Key::Means)?) })
    }

    /// The words of the deadline behind `due` as they are printed, for several owners.
    pub fn due_text(&self) -> Option<Arc<str>> {
        self.map(Key::Due).map_or_else(|| self.shared(Key::Due), |due| due.shared(Key::Text))
    }

    /// The words by which the days of the deadline behind `due` are computed, if they are others than those printed.
    pub fn due_means(&self) -> Option<Arc<str>> {
        self.map(Key::Due)?.shared(Key::Means)
    }

    /// The day behind a key.
    pub fn day(&self, key: Key) -> Option<Spanned<Day>> {
        self.spanned(key, |value| match value {
            DraftValue::Day(day) => Some(*day),
            _ => None,
        })
    }

    /// The day without its year behind a key.
    pub fn yearless(&self, key: Key) -> Option<Spanned<YearlessDay>> {
        self.spanned(key, |value| match value {
            DraftValue::YearlessDay(day) => Some(*day),
            _ => None,
        })
    }

    /// Gives a day without its year the year; without a day, it counts as reported to be wrong.
    pub(crate) fn complete_day(&mut self, key: Key, day: Option<Day>) {
        let open = |field: &&mut DraftField<'s>| matches!(field.value, DraftValue::YearlessDay(_));
        for field in self.fields.iter_mut().filter(|field| field.key == key).filter(open) {
            field.value = day.map_or(DraftValue::Wrong, DraftValue::Day);
        }
    }

    /// Returns true if the value of a key is `true`.
    pub fn flag(&self, key: Key) -> bool {
        self.field(key).is_some_and(|field| matches!(field.value, DraftValue::Bool(true)))
    }

    /// Returns the value of a key, if it is `true` or `false`.
    pub fn bool(&self, key: Key) -> Option<bool> {
        match self.field(key)?.value {
            DraftValue::Bool(flag) => Some(flag),
            _ => None,
        }
    }

    /// The whole number behind a key.
    pub fn count(&self, key: Key) -> Option<Spanned<u64>> {
        self.spanned(key, |value| match value {
            DraftValue::Count(count) => Some(*count),
            _ => None,
        })
    }

    /// The number behind a key.
    pub fn number(&self, key: Key) -> Option<Spanned<f64>> {
        self.spanned(key, |value| match value {
            DraftValue::Number(number) => Some(*number),
            _ => None,
        })
    }

    /// The words of the one scalar or the list of scalars behind a key; none when there are none.
    pub fn many(&self, key: Key) -> impl Iterator<Item = Spanned<&str>> + Clone {
        let field = self.field(key);
        let (one, all) = match field.map(|field| &field.value) {
            Some(DraftValue::Text(_)) => (self.text(key), &[][..]),
            Some(DraftValue::Many(all)) => (None, all.as_ref()),
            _ => (None, &[][..]),
        };
        one.into_iter().chain(all.iter().map(Spanned::words))
    }

    /// The pairs behind a key; empty when there are none.
    pub fn pairs(&self, key: Key) -> &[Pair<'s>] {
        match self.field(key).map(|field| &field.value) {
            Some(DraftValue::Pairs(pairs)) => pairs,
            _ => &[],
        }
    }

    /// The mapping behind a key.
    pub fn map(&self, key: Key) -> Option<&Self> {
        match self.field(key).map(|field| &field.value) {
            Some(DraftValue::Map(entry)) => Some(entry),
            _ => None,
        }
    }

    /// The mappings of a list behind a key; empty when there are none.
    pub fn list(&self, key: Key) -> &[Self] {
        match self.field(key).map(|field| &field.value) {
            Some(DraftValue::List(entries)) => entries,
            _ => &[],
        }
    }

    /// The same, to complete their days.
    pub(crate) fn list_mut(&mut self, key: Key) -> &mut [Self] {
        match self.fields.iter_mut().find(|field| field.key == key).map(|field| &mut field.value) {
            Some(DraftValue::List(entries)) => entries,
            _ => &mut [],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_small() {
        // A plan of 20 MB has half a million.
        assert!(size_of::<DraftField<'_>>() <= 40, "{}", size_of::<DraftField<'_>>());
    }
}
